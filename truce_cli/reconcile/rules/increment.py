"""Rule 6, increment: "16 more, for a total of 532" adds nothing to 532, and checks the total before it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from truce_cli.model.finding import Problem, Step
from truce_cli.model.names import together
from truce_cli.model.record import dataclass
from truce_cli.reconcile.assertion import Assertion
from truce_cli.reconcile.days import first_day, shifted
from truce_cli.reconcile.rules.bounds import is_exact
from truce_cli.reconcile.rules.subset import Parts, holds

ADDITIONS = ("increment", "retroactive")


def with_totals(parts: Parts) -> Parts:
    """Hang each addition that declares no total on the one that its own document, voice and day give."""
    totals: dict[tuple[object, ...], list[Assertion]] = defaultdict(list)
    for item in parts.wholes:
        if item.lead.measure == "cumulative":
            totals[_people(item)].append(item)
    of = {lead: list(found) for lead, found in parts.of.items()}
    wholes = []
    for item in parts.wholes:
        total = _total_of(item, totals[_people(item)]) if item.lead.measure in ADDITIONS else None
        if total is None or holds(of, item, total):
            wholes.append(item)
        else:
            of.setdefault(total.lead.id, []).append(item)
    return Parts(tuple(wholes), {lead: tuple(found) for lead, found in of.items()}, parts.step)


def _people(item: Assertion) -> tuple[object, ...]:
    """What an addition and its total have in common: the people, whatever the count began with, voice and day."""
    return (item.key._replace(start=None), item.voice, item.order_day)


def _total_of(item: Assertion, totals: Sequence[Assertion]) -> Assertion | None:
    mine = set(item.documents)
    for total in totals:
        larger = (total.lead.high or total.lead.low or 0) >= (item.lead.low or 0)
        if larger and not mine.isdisjoint(total.documents):
            return total
    return None


@dataclass(frozen=True, slots=True)
class Check:
    """What the additions of one bulletin say about the total before theirs."""

    additions: tuple[Assertion, ...]
    total: Assertion
    implied: int
    implied_day: str
    previous: Assertion | None
    verdict: str
    """fits, misfit, gap; unchecked where there is no earlier total."""

    @property
    def difference(self) -> int:
        """What the additions leave between the last claimed total and the implied one."""
        return self.implied - (self.previous.lead.low or 0) if self.previous else 0

    @property
    def added(self) -> str:
        """ "66 + 720 (added later)": what was added, as said."""
        return " + ".join(_told(item) for item in self.additions)


def checks(series: Sequence[Assertion], parts: Parts) -> tuple[Check, ...]:
    """Check the exact additions inside the totals of one voice's series (any order)."""
    ordered = sorted((s for s in series if is_exact(s.lead)), key=lambda s: (s.order_day or "", s.lead.id))
    out = []
    for index, total in enumerate(ordered):
        added = bundles(parts.of.get(total.lead.id, ())) if total.order_day else []
        if added:
            before = (s for s in reversed(ordered[:index]) if s.order_day != total.order_day)
            previous = next(before, None)
            out += [_check(bundle, total, previous) for bundle in added]
    return tuple(out)


def bundles(parts: Sequence[Assertion]) -> list[tuple[Assertion, ...]]:
    """Additions that belong together: of one bulletin, each another kind (new, added later) or column.

    Two of one kind tell of different windows, or say one thing twice: each is checked by itself.
    """
    items = [item for item in parts if item.lead.measure in ADDITIONS and is_exact(item.lead)]
    kinds = {(item.lead.measure, item.key.label) for item in items}
    shared = set.intersection(*(set(item.documents) for item in items)) if items else set()
    together = len(kinds) == len(items) and (shared or not any(item.documents for item in items))
    if together and len(items) > 1:
        return [tuple(sorted(items, key=lambda item: (item.lead.measure or "", item.key.label or "")))]
    return [(item,) for item in items if item.lead.measure == "increment"]


def _check(items: tuple[Assertion, ...], total: Assertion, previous: Assertion | None) -> Check:
    implied = (total.lead.low or 0) - sum(item.lead.low or 0 for item in items)
    since = next((item.lead.since for item in items if item.lead.measure == "increment"), None)
    opened = first_day(since) if since else total.order_day or ""
    day = shifted(opened, -1)
    return Check(items, total, implied, day, previous, _verdict(implied, day, previous))


def _verdict(implied: int, day: str, previous: Assertion | None) -> str:
    if previous is None:
        return "unchecked"
    claimed = previous.lead.low or 0
    if claimed == implied:
        return "fits"
    just_before = (previous.order_day or "") >= day and not previous.day_is_ceiling
    return "misfit" if just_before or claimed > implied else "gap"


def problem(check: Check, key: str) -> Problem | None:
    """A gap or a misfit as a finding; None where the increment fits or there is nothing to check."""
    if check.verdict not in ("gap", "misfit") or check.previous is None:
        return None
    less = " - ".join(_told(item) for item in check.additions)
    text = (
        f"{check.total.text} - {less} = {check.implied:,} implied for {check.implied_day}; "
        f"last claimed total {check.previous.text} is of {check.previous.order_day}: "
    )
    gap = check.verdict == "gap"
    text += f"{check.difference:,} between" if gap else f"misfit of {abs(check.difference):,}"
    added = together(item.ids for item in check.additions)
    return Problem(
        code=check.verdict,
        text=text,
        claims=together((check.previous.ids, added, check.total.ids)),
        severity="note" if gap else "error",
        key=key,
        marks=check.total.ids,
    )


def _told(item: Assertion) -> str:
    return f"{item.text} (added later)" if item.lead.measure == "retroactive" else item.text


def steps(series: Sequence[Assertion], parts: Parts) -> list[Step]:
    """What additions confirm: "673 + 37 = 710", and an addition whose own parts are told."""
    out = []
    for check in checks(series, parts):
        if check.verdict != "fits":
            continue
        note = f"{check.implied:,} + {check.added} = {check.total.text}, and {check.implied:,} was claimed"
        used = together(item.ids for item in (*check.additions, check.total))
        out.append(Step(rule="increment", used=used, note=note))
    for whole, found, rest in sums(series, parts):
        told = " + ".join(_told(item) for item in found)
        verdict = (
            "adds up exactly" if not rest else f"{abs(rest):,} {'unexplained' if rest > 0 else 'too many'}"
        )
        used = together(item.ids for item in (whole, *found))
        out.append(Step(rule="arithmetic", used=used, note=f"{whole.text} = {told}: {verdict}"))
    return out


def sums(series: Sequence[Assertion], parts: Parts) -> Iterator[tuple[Assertion, tuple[Assertion, ...], int]]:
    """(one day's figure, its own additions, what they leave of it): 786 = 66 new + 720 added later."""
    for total in series:
        for item in (total, *parts.of.get(total.lead.id, ())):
            if item.lead.measure not in (*ADDITIONS, "incident") or not is_exact(item.lead):
                continue
            for bundle in bundles(parts.of.get(item.lead.id, ())):
                if len(bundle) > 1:
                    yield item, bundle, (item.lead.low or 0) - sum(part.lead.low or 0 for part in bundle)


def unexplained(series: Sequence[Assertion], parts: Parts, key: str) -> list[Problem]:
    """Additions whose own parts do not fill them."""
    out = []
    for whole, found, rest in sums(series, parts):
        if rest:
            told = " + ".join(_told(item) for item in found)
            text = f"{whole.text} against {told}: {abs(rest):,} {'unexplained' if rest > 0 else 'too many'}"
            claims = together(item.ids for item in (whole, *found))
            out.append(Problem(code="unexplained", text=text, claims=claims, key=key, marks=whole.ids))
    return out
