"""What a function says of one object, worked out once: for nouns whose hash costs more than the answer."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Generic, TypeVar

Noun = TypeVar("Noun")
Said = TypeVar("Said")


class _Same(Generic[Noun]):
    """An object that equals itself alone."""

    __slots__ = ("noun",)

    def __init__(self, noun: Noun) -> None:
        self.noun = noun

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.noun is other.noun

    def __hash__(self) -> int:
        return id(self.noun)


def once(function: Callable[[Noun], Said]) -> Callable[[Noun], Said]:
    """The function, which remembers its answers for the few objects that it was asked about last."""
    kept: Callable[[_Same[Noun]], Said] = lru_cache(maxsize=4)(lambda same: function(same.noun))
    return lambda noun: kept(_Same(noun))
