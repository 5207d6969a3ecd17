"""Rules 13 and 17, windows: which truce an act belongs to, whose own window lies in one. Half-open."""

from __future__ import annotations

from truce_cli.errors import UsageError
from truce_cli.model.claim import Claim
from truce_cli.model.conflict import Conflict, Truce
from truce_cli.model.finding import Question
from truce_cli.model.once import once
from truce_cli.model.record import dataclass
from truce_cli.reconcile.days import first_day, has_minute, instant, last_day, local, shifted


@dataclass(frozen=True, slots=True)
class Window:
    """[start, end): minutes with offset, told in the truce's own local time; end None is open."""

    start: str
    end: str | None

    @property
    def first(self) -> str:
        """First local day that lies wholly inside, or in which the window opens."""
        return self.start[:10]

    @property
    def last(self) -> str:
        """Local day whose end first reaches the window's end; "9999" where it is open."""
        if self.end is None:
            return "9999"
        return shifted(self.end[:10], -1) if self.end[11:16] == "00:00" else self.end[:10]

    def holds_minute(self, minute: str) -> bool:
        moment = instant(minute)
        return instant(self.start) <= moment and (self.end is None or moment < instant(self.end))

    def holds_day(self, day: str) -> bool:
        """True where the whole local day lies inside."""
        opened = day > self.first or (day == self.first and self.opens_at_midnight)
        return opened and (self.end is None or day < self.end[:10])

    def touches_day(self, day: str) -> bool:
        """True where some minute of the local day lies inside."""
        if day < self.first:
            return False
        if self.end is None:
            return True
        return day < self.end[:10] or (day == self.end[:10] and self.end[11:16] != "00:00")

    @property
    def opens_at_midnight(self) -> bool:
        return self.start[11:16] in ("00:00", "")


def window(conflict: Conflict, truce: Truce) -> Window:
    """Of one of the conflict's truces: from its first minute to its end, the next one's first minute, or the war's end.

    The truce that ends the war stays open.
    """
    return _windows(conflict)[truce.slug]


@once
def _windows(conflict: Conflict) -> dict[str, Window]:
    return {truce.slug: _window(conflict, truce) for truce in conflict.truces}


def _window(conflict: Conflict, truce: Truce) -> Window:
    end = conflict.truce_end(truce)
    if end is None and conflict.ended and conflict.ended[:10] > truce.in_force[:10]:
        end = conflict.ended if has_minute(conflict.ended) else f"{conflict.ended}T00:00{truce.in_force[16:]}"
    return Window(start=truce.in_force, end=local(end, truce.in_force) if end else None)


def check_truce(conflict: Conflict, question: Question) -> None:
    """Raises UsageError where the question names a truce that the conflict does not know."""
    if question.truce is not None and conflict.truce(question.truce) is None:
        known = ", ".join(t.slug for t in conflict.truces) or "none"
        raise UsageError(f"no truce {question.truce!r} in {conflict.slug}; it knows {known}")


@dataclass(frozen=True, slots=True)
class Placed:
    """Where an act falls."""

    truce: str | None
    before: bool = False
    """True for an act of the agreement's days before the truce's first minute."""


def place(conflict: Conflict, claim: Claim) -> Placed:
    """The truce of an accusation: a clock decides, else the truce that its text names, else its day."""
    named = conflict.truce(claim.truce) if claim.truce else None
    if claim.occurred and has_minute(claim.occurred):
        return _by_clock(conflict, claim.occurred, claim.truce)
    if claim.truce is not None and (named is None or claim.occurred is None):
        return Placed(claim.truce)
    if claim.occurred is None:
        return Placed(None)
    day = first_day(claim.occurred)
    if named is not None:
        if window(conflict, named).touches_day(day):
            return Placed(named.slug)
        return Placed(named.slug, before=_is_eve(named, day))
    return _by_day(conflict, day)


def _by_clock(conflict: Conflict, minute: str, named: str | None) -> Placed:
    for truce in conflict.truces:
        if window(conflict, truce).holds_minute(minute):
            return Placed(truce.slug)
    for truce in conflict.truces:
        if instant(minute) < instant(truce.in_force) and _is_eve(truce, local(minute, truce.in_force)[:10]):
            return Placed(truce.slug, before=True)
    return Placed(named)


def _by_day(conflict: Conflict, day: str) -> Placed:
    """A day without a clock, no truce named: the eve of a truce is before it, a day wholly inside its own."""
    for truce in conflict.truces:
        if day == truce.in_force[:10] and truce.in_force[11:16] != "00:00" and _is_eve(truce, day):
            return Placed(truce.slug, before=True)
    for truce in conflict.truces:
        if window(conflict, truce).holds_day(day):
            return Placed(truce.slug)
    for truce in conflict.truces:
        if _is_eve(truce, day):
            return Placed(truce.slug, before=True)
    return Placed(None)


def _is_eve(truce: Truce, day: str) -> bool:
    """From the day of the agreement to the day of the first minute."""
    return (truce.agreed or truce.in_force)[:10] <= day <= truce.in_force[:10]


def toll_inside(span: Window, claim: Claim, act_in_truce: bool | None = None) -> bool:
    """True where the deaths themselves lie in the window.

    act_in_truce: whether the act that the figure hangs on lies in the truce; None where it hangs on none.
    A running total needs its own start; one event or one addition needs days that are said to be its own.
    """
    if claim.measure == "cumulative":
        if claim.since is None or claim.as_of is None:
            return False
        return _starts_inside(span, claim.since) and _ends_inside(span, claim.as_of)
    if claim.measure == "incident" and act_in_truce is not None:
        return act_in_truce
    if claim.as_of is None or (claim.since is None and claim.as_of_basis == "published"):
        return False
    if claim.measure == "incident":
        start = claim.since or claim.as_of
        if has_minute(start) and has_minute(claim.as_of):
            return span.holds_minute(start) and span.holds_minute(claim.as_of)
        return span.holds_day(first_day(start)) and span.holds_day(last_day(claim.as_of))
    if claim.since is None:
        return False  # the day of the announcement is not the day of death
    return _starts_inside(span, claim.since) and _ends_inside(span, claim.as_of)


def _starts_inside(span: Window, since: str) -> bool:
    """`since` is inclusive; the truce's own first day means "since the truce"."""
    if has_minute(since):
        return span.holds_minute(since)
    return first_day(since) >= span.first and span.touches_day(first_day(since))


def _ends_inside(span: Window, as_of: str) -> bool:
    """An as-of day ends with its last minute."""
    return span.end is None or last_day(as_of) < span.end[:10]
