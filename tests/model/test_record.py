"""Records behave as the standard library's dataclasses do: the same classes, made both ways."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from collections.abc import Callable
from typing import Any

import pytest

from truce_cli.model import record


def made_by(room: Any) -> dict[str, Any]:
    """The same classes, made by the standard library or by us."""

    @room.dataclass(frozen=True, slots=True, kw_only=True)
    class Toll:
        """A figure."""

        harm: str
        low: int | None = None
        secret: str = room.field(default="", repr=False)

    @room.dataclass(frozen=True, slots=True)
    class Span:
        start: int
        end: int = 9
        inside: Any = None

        @property
        def length(self) -> int:
            return self.end - self.start

    @room.dataclass(slots=True)
    class Tally:
        seen: list[int] = room.field(default_factory=list)

    @room.dataclass(frozen=True, slots=True)
    class Alone:
        only: str

    return {"Toll": Toll, "Span": Span, "Tally": Tally, "Alone": Alone}


OURS, THEIRS = made_by(record), made_by(dataclasses)
SAME: list[Callable[[dict[str, Any], Any], object]] = [
    lambda made, room: made["Toll"](harm="killed", low=3),
    lambda made, room: made["Toll"](harm="killed") == made["Toll"](low=None, harm="killed"),
    lambda made, room: made["Toll"](harm="killed") == made["Toll"](harm="injured"),
    lambda made, room: made["Span"](1, 2) == made["Toll"](harm="killed"),
    lambda made, room: hash(made["Span"](1, 2)),
    lambda made, room: hash(made["Alone"]("a")),
    lambda made, room: made["Span"](1, inside=(2,)),
    lambda made, room: made["Span"](3).length,
    lambda made, room: made["Tally"](),
    lambda made, room: made["Tally"]().seen is made["Tally"]().seen,
    lambda made, room: made["Tally"].__hash__,
    lambda made, room: room.replace(made["Span"](1, 2), end=5),
    lambda made, room: room.replace(made["Alone"]("a")),
    lambda made, room: room.asdict(made["Span"](1, 2, (made["Alone"]("x"), {"y": made["Tally"]([1])}))),
    lambda made, room: [(one.name, one.type) for one in room.fields(made["Toll"])],
    lambda made, room: list(made["Toll"].__dataclass_fields__),
    lambda made, room: copy.copy(made["Span"](1, 2)),
    lambda made, room: copy.deepcopy(made["Alone"]("a")),
    lambda made, room: (made["Toll"].__doc__, made["Toll"].__slots__, made["Toll"].__qualname__),
    lambda made, room: made["Span"].__match_args__,
]
WRONG: list[Callable[[dict[str, Any], Any], object]] = [
    lambda made, room: made["Toll"](),
    lambda made, room: made["Toll"]("killed"),
    lambda made, room: made["Toll"](harm="killed", hight=3),
    lambda made, room: made["Toll"](hight=3),
    lambda made, room: made["Span"](),
    lambda made, room: made["Span"](1, 2, 3, 4),
    lambda made, room: made["Span"](1, start=2),
    lambda made, room: room.replace(made["Span"](1), begin=2),
]


@pytest.mark.parametrize("does", SAME)
def test_a_record_does_what_a_dataclass_does(does: Callable[[dict[str, Any], Any], object]) -> None:
    assert repr(does(OURS, record)) == repr(does(THEIRS, dataclasses))


@pytest.mark.parametrize("does", WRONG)
def test_a_record_refuses_what_a_dataclass_refuses(does: Callable[[dict[str, Any], Any], object]) -> None:
    for made, room in ((OURS, record), (THEIRS, dataclasses)):
        with pytest.raises(TypeError):
            does(made, room)


def test_a_frozen_record_stays() -> None:
    toll = OURS["Toll"](harm="killed")
    for name in ("harm", "other"):
        with pytest.raises(AttributeError):
            setattr(toll, name, "x")
    with pytest.raises(AttributeError):
        del toll.harm
    with pytest.raises(AttributeError):
        OURS["Tally"]().other = 1
    assert not hasattr(toll, "__dict__")


def test_a_record_travels_between_processes() -> None:
    from truce_cli.model.claim import Claim
    from truce_cli.model.conflict import Place

    for one in (Claim(id="t-1", kind="toll", relayed_by=("a",)), Place(name="Ganja", lat=1.5)):
        assert pickle.loads(pickle.dumps(one)) == one


def test_records_take_the_standard_librarys_too() -> None:
    span = record.replace(THEIRS["Span"](1), end=3)
    assert span == THEIRS["Span"](1, 3)
