"""A curator's figure and qualifier to bounds: gives what is left out, refuses clashes. Reads no prose."""

from __future__ import annotations

from truce_cli.model.record import dataclass
from truce_cli.model.words import QUALIFIERS, VAGUE
from truce_cli.read.row import Row


@dataclass(frozen=True, slots=True)
class Bounds:
    """low, high: inclusive, None where open. value: the figure as stated, None for ranges and vague words."""

    low: int | None = None
    high: int | None = None
    value: int | None = None
    qualifier: str | None = None

    @property
    def given(self) -> bool:
        return (self.low, self.high) != (None, None)


def read_bounds(row: Row) -> Bounds:
    """The row's figure; Bounds() where it has none.

    value and qualifier suffice ("more than" 500: low 500), and so do low and high. Raises InputRefused where
    they contradict each other.
    """
    low, high, value = row.number("low"), row.number("high"), row.number("value")
    qualifier = row.choice("qualifier", QUALIFIERS)
    if low is not None and high is not None and low > high:
        raise row.refuse("low", f"{low} is above high, {high}")
    if qualifier == "vague":
        return _vague(row, low, high, value)
    if value is None:
        return _from_bounds(row, low, high, qualifier)
    qualifier = qualifier or _likely(low, high, value)
    if qualifier == "range":
        raise row.refuse("value", "a range has no value; write low and high")
    meant = _bounds(value, qualifier)
    if (low, high) != (None, None) and (low, high) != (meant.low, meant.high):
        problem = f"low {_said(low)} and high {_said(high)} do not fit {qualifier} {value}"
        raise row.refuse("value", f"{problem}; leave out the bounds or correct them")
    return meant


def _bounds(value: int, qualifier: str) -> Bounds:
    if qualifier in ("at_least", "more_than"):
        return Bounds(low=value, value=value, qualifier=qualifier)
    if qualifier in ("nearly", "up_to"):
        return Bounds(high=value, value=value, qualifier=qualifier)
    return Bounds(low=value, high=value, value=value, qualifier=qualifier)


def _likely(low: int | None, high: int | None, value: int) -> str:
    if low == value and high is None:
        return "at_least"
    if high == value and low is None:
        return "up_to"
    return "exact"


def _from_bounds(row: Row, low: int | None, high: int | None, qualifier: str | None) -> Bounds:
    if low is None and high is None:
        if qualifier is not None:
            raise row.refuse("qualifier", f"{qualifier} of what? give value, or low and high")
        return Bounds()
    if low is not None and high is not None:
        if low == high and qualifier in (None, "exact", "about"):
            return _bounds(low, qualifier or "exact")
        if qualifier not in (None, "range"):
            raise row.refuse("qualifier", f"{qualifier} has one bound, not {low} to {high}")
        return Bounds(low=low, high=high, qualifier="range")
    if low is not None:
        return _one_bound(row, low, qualifier or "at_least", ("at_least", "more_than"))
    return _one_bound(row, high or 0, qualifier or "up_to", ("nearly", "up_to"))


def _one_bound(row: Row, bound: int, qualifier: str, fitting: tuple[str, ...]) -> Bounds:
    if qualifier not in fitting:
        raise row.refuse(
            "qualifier", f"{qualifier} does not fit a single bound; write {' or '.join(fitting)}"
        )
    return _bounds(bound, qualifier)


def _vague(row: Row, low: int | None, high: int | None, value: int | None) -> Bounds:
    if value is not None:
        raise row.refuse("value", "a vague word has no value; keep the word in value_text")
    word = (row.text("value_text") or "").casefold()
    known = VAGUE.get(word) or next((VAGUE[name] for name in VAGUE if name in word.split()), None)
    if low is None and high is None and known is not None:
        low, high = known
    if low is None and high is None:
        raise row.refuse(
            "value_text", f"{word!r} is no vague word of ours ({', '.join(VAGUE)}); give low and high"
        )
    return Bounds(low=low, high=high, qualifier="vague")


def _said(bound: int | None) -> str:
    return "open" if bound is None else str(bound)
