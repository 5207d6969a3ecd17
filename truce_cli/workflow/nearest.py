"""What a mistyped word was probably meant to be. Knows no command and no conflict."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from truce_cli.errors import UsageError

_LISTED: Final = 40
"""More words than these are not told one by one."""
_LIKE: Final = 0.5
"""Share of two words that must agree before one is offered for the other."""


def one_of(word: str, allowed: Iterable[str], what: str) -> str:
    """The word, if it is one of those allowed. Raises UsageError, with the nearest words, or all if they are few.

    what: how a person calls it: "truce", "side", "--format".
    """
    known = tuple(allowed)
    if word in known:
        return word
    near = nearest(word, known)
    if near:
        hint = f"did you mean {' or '.join(near)}?"
    elif len(known) > _LISTED:
        hint = f"there are {len(known)}, such as {', '.join(known[:3])}"
    else:
        hint = f"there is {', '.join(known) or 'none'}"
    raise UsageError(f"no {what} {word!r}; {hint}")


def nearest(word: str, known: Iterable[str]) -> tuple[str, ...]:
    """The known words most like this one, several where they are equally near; () where none is like it."""
    from difflib import SequenceMatcher

    likeness = {
        candidate: SequenceMatcher(None, word.casefold(), candidate.casefold()).ratio() for candidate in known
    }
    best = max(likeness.values(), default=0.0)
    return tuple(candidate for candidate, ratio in likeness.items() if ratio == best and best >= _LIKE)[:3]
