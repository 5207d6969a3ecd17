"""Names that a finding lists, ids of claims or of documents: by the thousand they are made when they are read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import overload


class Names(Sequence[str]):
    """A tuple of names that is made anew by each reading, so that a table about a million claims holds few.

    It equals the tuple. Its first name is known without making it where that was given, and so is its length where
    that was given or is worked out more cheaply.
    """

    __slots__ = ("_count", "_first", "_make")

    def __init__(
        self,
        make: Callable[[], tuple[str, ...]],
        count: int | Callable[[], int] | None = None,
        first: str | None = None,
    ) -> None:
        self._make, self._count, self._first = make, count, first

    def __len__(self) -> int:
        if not isinstance(self._count, int):
            self._count = len(self._make()) if self._count is None else self._count()
        return self._count

    def __iter__(self) -> Iterator[str]:
        return iter(self._make())

    @overload
    def __getitem__(self, place: int) -> str: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[str, ...]: ...

    def __getitem__(self, place: int | slice) -> str | tuple[str, ...]:
        if place == 0 and self._first is not None:
            return self._first
        return self._make()[place]

    def __eq__(self, other: object) -> bool:
        return tuple(self) == tuple(other) if isinstance(other, tuple | Names) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._make())

    def __reduce__(self) -> tuple[type[tuple[str, ...]], tuple[tuple[str, ...]]]:
        return tuple, (self._make(),)

    def __repr__(self) -> str:
        return repr(self._make())


def together(parts: Iterable[Sequence[str]]) -> Sequence[str]:
    """The names of all parts, one part after the other."""
    known = [part for part in parts if part]
    if len(known) == 1:
        return known[0]
    if all(part.__class__ is tuple for part in known):
        return tuple(chain.from_iterable(known))
    return Names(lambda: tuple(chain.from_iterable(known)), sum(map(len, known)), known[0][0])


def in_turn(parts: Callable[[], Iterable[Sequence[str]]]) -> Names:
    """The same of many parts, which are themselves made when they are read."""
    return Names(lambda: tuple(chain.from_iterable(parts())))


def led(names: Sequence[str], one: str) -> Sequence[str]:
    """The same names, one of them first."""
    return names if names[0] == one else together(((one,), without(names, one)))


def without(names: Sequence[str], one: str) -> Sequence[str]:
    """The others. one: a name that is among them, once."""

    def others() -> tuple[str, ...]:
        return tuple(names[1:]) if names[0] == one else tuple(name for name in names if name != one)

    return others() if names.__class__ is tuple else Names(others, len(names) - 1)
