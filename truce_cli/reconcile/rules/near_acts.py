"""Where acts lie and are looked for: two that may be one share a key, so that few are compared. Decides nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, TypeAlias

from truce_cli.reconcile.days import shifted
from truce_cli.reconcile.rules.acts import Act

Key: TypeAlias = tuple[object, ...]

_FROM_AFAR: Final = ("attack", "shelling", "missile", "airstrike", "drone")
"""Acts that outlets name differently when they tell of one strike."""
_NOWHERE: Final = ""
_ANYWHERE: Final = "*"
"""No words of a place: of an act whose place is not told, and of every act."""


class Near:
    """The keys of acts that are looked through from the clocked to the unclocked, as `events.cluster` does.

    What tells two acts to be one gives the key: the frame (whose act of which kind in which truce) and day with a
    word of the place that both name; where one names none, a word, a document or figures of the dead.
    """

    def __init__(self, acts: Iterable[Act]) -> None:
        self._frames: dict[Key, int] = {}
        self._placeless: set[tuple[int, str]] = set()
        """Frames and days of which some act names no place: the others are looked at by place alone."""
        for item in acts:
            if item.day is not None and not item.places:
                self._placeless.update((self._frame(item), day) for day in _days(item, item.day))

    def lies(self, item: Act) -> Iterable[Key]:
        """Where others look for it."""
        frame, day = self._frame(item), item.day
        if day is None:
            words = item.words | item.spots
            return [(frame, "word", word, where) for word in words for where in _lies_in(item)]
        keys: list[Key] = [(frame, day, word) for word in item.places]
        if (frame, day) in self._placeless:
            wheres = (_ANYWHERE,) if item.places else (_NOWHERE, _ANYWHERE)
            keys += ((frame, day, where, tie) for where in wheres for tie in _ties(item))
        if item.minute:
            keys += ((frame, item.minute, where) for where in _lies_in(item))
        return (*keys, *_strikes(item, day, _lies_in(item))) if item.dead else keys

    def looks(self, item: Act) -> Iterable[Key]:
        """Where an act that is one with it may lie.

        One that is clocked looks at its minute alone, since those without come after it. One that the dead tell
        also looks a day either way.
        """
        frame, day, wheres = self._frame(item), item.day, _looks_in(item)
        if day is None:
            return [(frame, "word", word, where) for word in item.words | item.spots for where in wheres]
        keys: list[Key] = []
        if item.minute:
            keys += ((frame, item.minute, where) for where in wheres)
        days = _days(item, day)
        for near in days[1:] if item.minute else days:
            keys += ((frame, near, word) for word in item.places)
            if (frame, near) in self._placeless:
                keys += ((frame, near, wheres[-1], tie) for tie in _ties(item))
        return (*keys, *(key for near in days for key in _strikes(item, near, wheres))) if item.dead else keys

    def _frame(self, item: Act) -> int:
        """What acts that are one share, unless they are strikes told by their dead."""
        claim, placed = item.claim, item.placed
        sides = (claim.claimant_side, claim.accused_side)
        told = (placed.truce, placed.before, *sides, claim.act, claim.unit, claim.low, claim.high)
        return self._frames.setdefault(told, len(self._frames))


def _lies_in(item: Act) -> Sequence[str]:
    return (*(item.places or (_NOWHERE,)), _ANYWHERE)


def _looks_in(item: Act) -> Sequence[str]:
    """Under its place or none; where it names none, under any."""
    return (*item.places, _NOWHERE) if item.places else (_ANYWHERE,)


def _days(item: Act, day: str) -> Sequence[str]:
    return (day, shifted(day, -1), shifted(day, 1)) if item.dead and len(day) == 10 else (day,)


def _ties(item: Act) -> Iterable[object]:
    """What tells that two acts are one where a place does not."""
    return (*item.words, *item.figures, ("document", item.claim.document))


def _strikes(item: Act, day: str, wheres: Iterable[str]) -> Iterable[Key]:
    """A strike lies under its place and its figures, whatever its weapon is called."""
    if item.claim.act not in _FROM_AFAR:
        return ()
    frame = (item.placed, item.claim.claimant_side, item.claim.accused_side, "strike", day)
    return (*((*frame, s) for s in item.spots), *((*frame, f, w) for f in item.figures for w in wheres))
