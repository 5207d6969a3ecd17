"""Dataclasses that cost nothing to define: the standard library's interface, one shared way to make instances.

The standard `dataclass` writes and compiles the source of five methods for every class, about half a
millisecond each, and a query meets some fifty classes: more than all its work. Here a class only gets its slots
and a table of its fields; the methods are shared. Type checkers see the standard library's own.
"""

from __future__ import annotations

from collections import deque
from itertools import repeat
from operator import attrgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from dataclasses import asdict, dataclass, field, fields, replace
    from typing import TypeVar

    Record = TypeVar("Record")

    def of_values(cls: type[Record], names: Sequence[str], values: Sequence[object]) -> Record: ...
else:
    _MISSING = object()
    _put = object.__setattr__

    class Field:
        """One field of a record. type: its annotation, unread."""

        __slots__ = ("default", "default_factory", "name", "repr", "type")
        init = compare = True
        kw_only = hash = None

        @property
        def _field_type(self):
            """What the standard asdict, replace and fields ask of a field, for programs that use them."""
            from dataclasses import _FIELD

            return _FIELD

        def __init__(self, default=_MISSING, default_factory=None, repr=True):
            self.name = self.type = ""
            self.default, self.default_factory, self.repr = default, default_factory, repr

    def field(*, default=_MISSING, default_factory=None, repr=True):
        """As dataclasses.field: a default, a factory of defaults, or a field left out of the repr."""
        return Field(default, default_factory, repr)

    def fields(record):
        """As dataclasses.fields, of a class or an instance."""
        return tuple(record.__dataclass_fields__.values())

    def replace(record, /, **changes):
        """As dataclasses.replace: a copy with some fields changed. Raises TypeError for a field it has not."""
        cls = record.__class__
        return cls(**{**dict(zip(cls.__dataclass_fields__, _values(record), strict=True)), **changes})

    def of_values(cls, names, values):
        """An instance of all its fields, by name: quicker than calling the class, and unchecked."""
        record = object.__new__(cls)
        deque(map(_put, repeat(record), names, values), maxlen=0)
        return record

    def asdict(record):
        """As dataclasses.asdict: records within it become dicts too."""
        return {
            name: _plain(value)
            for name, value in zip(record.__dataclass_fields__, _values(record), strict=True)
        }

    def dataclass(*, frozen=False, slots=True, kw_only=False):
        """As dataclasses.dataclass, always with slots."""

        def make(cls):
            own = dict(cls.__dict__)
            table = {k: v for base in reversed(cls.__mro__[1:]) for k, v in _fields_of(base).items()}
            inherited = frozenset(table)
            for name, annotation in own.get("__annotations__", {}).items():
                given = own.pop(name, _MISSING)
                one = given if given.__class__ is Field else Field(given)
                one.name, one.type = name, annotation
                table[name] = one
            for name in ("__dict__", "__weakref__"):
                own.pop(name, None)
            names = tuple(table)
            own["__qualname__"] = cls.__qualname__
            own["__slots__"] = tuple(name for name in names if name not in inherited)
            own["__dataclass_fields__"] = table
            own["__dataclass_defaults__"] = {
                name: one.default for name, one in table.items() if one.default is not _MISSING
            }
            own["__dataclass_factories__"] = tuple(
                (name, one.default_factory) for name, one in table.items() if one.default_factory is not None
            )
            own["__dataclass_values__"] = attrgetter(*names) if len(names) > 1 else None
            own["__match_args__"] = () if kw_only else names
            for method in _SHARED + _FROZEN if frozen else _SHARED:
                own.setdefault(method.__name__, method)
            # equal records must not hash apart; what can change has no hash
            own["__hash__"] = _hash if frozen else None
            return type(cls)(cls.__name__, cls.__bases__, own)

        return make

    def _fields_of(cls):
        return cls.__dict__.get("__dataclass_fields__", {})

    def _values(record):
        # the standard library's own, where parsing has them, keep no getter
        of = getattr(record, "__dataclass_values__", None)
        return of(record) if of else tuple(getattr(record, name) for name in record.__dataclass_fields__)

    def _plain(value):
        if hasattr(value, "__dataclass_fields__"):
            return asdict(value)
        if isinstance(value, (list, tuple)):
            return type(value)(map(_plain, value))
        return {key: _plain(item) for key, item in value.items()} if isinstance(value, dict) else value

    def __init__(self, *given, **named):
        if given:
            placed = self.__match_args__[: len(given)]
            if len(placed) < len(given) or not named.keys().isdisjoint(placed):
                raise TypeError(f"{self.__class__.__name__} takes {self.__match_args__} by place, each once")
            named.update(zip(placed, given, strict=True))
        values = {**self.__dataclass_defaults__, **named}
        for name, make in self.__dataclass_factories__:
            if name not in values:
                values[name] = make()
        if len(values) != len(self.__dataclass_fields__):
            _explain(self, values)
        try:
            # one pass in C over slots and values, about as fast as a compiled __init__
            deque(map(_put, repeat(self), values, values.values()), maxlen=0)
        except AttributeError:
            _explain(self, values)
            raise

    def _explain(record, values):
        names = record.__dataclass_fields__
        wrong = [name for name in values if name not in names]
        missing = [name for name in names if name not in values]
        raise TypeError(f"{record.__class__.__name__} has no field {wrong}, needs {missing}")

    def __eq__(self, other):
        if other.__class__ is not self.__class__:
            return NotImplemented
        return _values(self) == _values(other)

    def _hash(self):
        return hash(_values(self))

    def __repr__(self):
        shown = (name for name, one in self.__dataclass_fields__.items() if one.repr)
        told = ", ".join(f"{name}={getattr(self, name)!r}" for name in shown)
        return f"{self.__class__.__qualname__}({told})"

    def __getstate__(self):
        return _values(self)

    def __setstate__(self, state):
        deque(map(_put, repeat(self), self.__dataclass_fields__, state), maxlen=0)

    def __setattr__(self, name, value):
        raise AttributeError(f"{self.__class__.__name__}.{name} cannot be changed")

    def __delattr__(self, name):
        raise AttributeError(f"{self.__class__.__name__}.{name} cannot be taken away")

    _SHARED = (__init__, __eq__, __repr__, __getstate__, __setstate__)
    _FROZEN = (__setattr__, __delattr__)

__all__ = ["asdict", "dataclass", "field", "fields", "of_values", "replace"]
