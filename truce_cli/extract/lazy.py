"""An attribute that is worked out when it is first asked for, then kept. Knows nothing of texts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

Value = TypeVar("Value")


class lazy(Generic[Value]):
    """functools.cached_property without its lock, which in Python 3.11 costs more than what is kept here."""

    def __init__(self, make: Callable[[Any], Value]) -> None:
        self._make = make
        self._name = make.__name__
        self.__doc__ = make.__doc__

    def __get__(self, owner: Any, kind: type | None = None) -> Value:
        if owner is None:
            return self  # type: ignore[return-value]
        value = owner.__dict__[self._name] = self._make(owner)
        return value
