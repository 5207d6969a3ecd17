"""A truce's toll as a difference of two running totals: only when asked, both ends named, its parts told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from truce_cli.model.finding import Problem, Step, Tally
from truce_cli.model.record import dataclass
from truce_cli.reconcile.assertion import Assertion
from truce_cli.reconcile.book import Book
from truce_cli.reconcile.columns import accounts
from truce_cli.reconcile.days import days_between, shifted
from truce_cli.reconcile.derived import derived_tally
from truce_cli.reconcile.rowkeys import RowKey
from truce_cli.reconcile.rows import Row
from truce_cli.reconcile.rules.bounds import is_exact
from truce_cli.reconcile.rules.subset import Parts
from truce_cli.reconcile.rules.windows import Window
from truce_cli.reconcile.solver import Filling, fillings, own_or_only

_OTHER_STARTS = 7
"""Days before the chosen start whose totals are tried too, to say how much the start matters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One subtraction, with everything that it may be compared to."""

    row: Row
    before: Assertion
    after: Assertion
    known: tuple[Assertion, ...]
    """What was added later and, of the dead, recovered bodies: announced between the two ends."""
    filled: tuple[Filling, ...]
    """Sources' parts of it, the leading source's first."""
    other_starts: tuple[Assertion, ...]

    @property
    def figure(self) -> int:
        return (self.after.lead.low or 0) - (self.before.lead.low or 0)

    @property
    def ends(self) -> str:
        return f"{_dated(self.after)} - {_dated(self.before)}"


def between_totals(
    book: Book,
    rows: Sequence[Row],
    inside: Sequence[Row],
    parts: Parts,
    additions: Sequence[Assertion],
    span: Window,
    taken: frozenset[str],
) -> tuple[tuple[Tally, ...], tuple[Problem, ...]]:
    """Differences of running totals that enclose the truce, and what stays unexplained in them.

    rows: the war's. inside, parts: the truce's own, which a difference is compared to. additions: retroactive ones
    and recovered bodies; those announced between the two ends are taken out in a second row. Most of the time
    between the ends must lie in the truce.
    """
    tallies: list[Tally] = []
    problems: list[Problem] = []
    own: dict[RowKey, Row] = {}
    for row in inside:
        if row.lead is not None and row.lead.lead.measure == "cumulative":
            own.setdefault(row.key._replace(start=None), row)
    near: dict[RowKey, list[Assertion]] = defaultdict(list)
    for item in additions:
        if is_exact(item.lead):
            near[item.key._replace(harm="", start=None, label=None)].append(item)
    for row in rows:
        about = near.get(row.key._replace(harm="", start=None), ())
        found = _difference(row, own, parts, about, span)
        if found is None:
            continue
        key = row.key.text()
        apart = key in taken or bool(found.known)
        tallies.append(_whole(book, found, span, key + "/difference" if apart else key))
        if found.known:
            tallies.append(_less_known(book, found, span, key + "/derived" if key in taken else key))
        problems += _unexplained(found, tallies)
    return tuple(tallies), tuple(problems)


def _difference(
    row: Row, inside: Mapping[RowKey, Row], parts: Parts, additions: Sequence[Assertion], span: Window
) -> Difference | None:
    """inside: the truce's own running totals, whatever they start with; additions: of the row's people."""
    own = inside.get(row.key._replace(start=None))
    ends = _ends(row.series, span, own.lead if own else None)
    if ends is None:
        return None
    before, after, others = ends
    near = [
        item
        for item in additions
        if (before.order_day or "") < (item.order_day or "") <= (after.order_day or "")
    ]
    added = own_or_only([i for i in near if not _is_body(i) and i.key.harm == row.key.harm], after.voice)
    told = [i for i in near if _is_body(i) and i.voice == after.voice and row.key.harm == "killed"]
    # a source that counts the bodies and also gives them as a column of its own gives them once
    recovered = [i for i in told if not i.key.label] or told
    bodies = inside.get(row.key._replace(harm="recovered", start=None)) if row.key.harm == "killed" else None
    return Difference(
        row=row,
        before=before,
        after=after,
        known=(*added, *recovered),
        filled=fillings(
            (after.lead.low or 0) - (before.lead.low or 0),
            accounts(own, parts) if own else {},
            accounts(bodies, parts) if bodies else {},
            [i for i in near if not _is_body(i) and i.key.harm == row.key.harm],
        ),
        other_starts=others,
    )


def _is_body(item: Assertion) -> bool:
    return item.key.harm == "recovered"


def _ends(
    series: Sequence[Assertion], span: Window, own: Assertion | None
) -> tuple[Assertion, Assertion, tuple[Assertion, ...]] | None:
    """The nearest totals that enclose the truce, and earlier ones near the first of them.

    None where they enclose more time outside the truce than in it. own: the truce's own count, whose window
    tells which days' totals are meant. A total's day ends with its last minute: one of the truce's own first
    day is not from before it, unless the truce's own count starts on the day after.
    """
    steps = [s for s in series if is_exact(s.lead) and s.order_day and not s.is_estimate]
    steps.sort(key=lambda s: (s.order_day or "", s.lead.id))
    first_day = max(span.first, own.lead.since[:10]) if own and own.lead.since else span.first
    before = [s for s in steps if (s.order_day or "") < first_day]
    after = [s for s in steps if (s.order_day or "") >= span.last] if span.end else steps[-1:]
    if own is not None:
        after = [s for s in steps if s.order_day == own.order_day] or after
    if not before or not after:
        return None
    first, last = before[-1], after[0]
    start, end = first.order_day or "", last.order_day or ""
    inside = days_between(span.first, span.last if span.end else end)
    if 2 * inside <= days_between(start, end):
        return None
    others = [s for s in before[:-1] if days_between(s.order_day or "", start) <= _OTHER_STARTS]
    return first, last, tuple(s for s in others if s.order_day != start)


def _whole(book: Book, found: Difference, span: Window, key: str) -> Tally:
    """The bare difference: its parts by each source, and how much another start would change."""
    told = [f"{found.figure:,} = {found.ends}"]
    for number, filling in enumerate(found.filled):
        told.append(f"{'also ' if number else ''}{filling.verdict}: {filling.told}")
    told += _from_other_starts(found)
    return _tally(book, found, span, key, found.figure, "; ".join(told), found.filled)


def _from_other_starts(found: Difference) -> list[str]:
    exact = next((filling for filling in found.filled if filling.exact), None)
    if exact is None:
        return []
    out = []
    for start in found.other_starts:
        figure = (found.after.lead.low or 0) - (start.lead.low or 0)
        off = figure - exact.total
        words = f"{abs(off):,} too {'many' if off > 0 else 'few'}" if off else "the same"
        out.append(f"from {_dated(start)} it is {figure:,}, {words}")
    return out


def _less_known(book: Book, found: Difference, span: Window, key: str) -> Tally:
    """The difference without what is known to be older, or recovered later."""
    figure = found.figure - sum(item.lead.low or 0 for item in found.known)
    less = "".join(f" - {item.text} ({_addition(item)} {item.order_day})" for item in found.known)
    return _tally(book, found, span, key, figure, f"{figure:,} = {found.ends}{less}", ())


def _tally(
    book: Book,
    found: Difference,
    span: Window,
    key: str,
    figure: int,
    note: str,
    filled: Sequence[Filling],
) -> Tally:
    before, after = found.before, found.after
    if shifted(before.order_day or "", 1) != span.first or after.order_day != span.last:
        note += f"; the truce's own ends are {span.start[:16]} and {span.end[:16] if span.end else 'open'}"
    steps = [
        Step(rule="arithmetic", used=filling.ids, note=f"{filling.verdict}: {filling.told}")
        for filling in filled
    ]
    steps += [
        Step(rule="arithmetic", left_out=start.ids, note=told)
        for start, told in zip(found.other_starts, _from_other_starts(found), strict=False)
        if filled
    ]
    return derived_tally(
        book,
        found.row.key,
        key,
        (before, after, *found.known),
        low=figure,
        high=figure,
        qualifier="exact",
        note=note,
        as_of=after.order_day,
        since=before.order_day,
        steps=tuple(steps),
    )


def _unexplained(found: Difference, tallies: Sequence[Tally]) -> list[Problem]:
    """What the leading source's own parts leave open in its difference."""
    if not found.filled or found.filled[0].exact or any(filling.exact for filling in found.filled):
        return []
    first = found.filled[0]
    text = f"{found.figure:,} = {found.ends} against {first.told}: {first.verdict}"
    claims = (*found.before.ids, *found.after.ids, *first.ids)
    key = next((t.key for t in reversed(tallies) if t.harm == found.row.key.harm), None)
    return [Problem(code="unexplained", text=text, claims=claims, key=key)]


def _dated(item: Assertion) -> str:
    return f"{item.text} ({item.order_day})"


def _addition(item: Assertion) -> str:
    return "recovered" if _is_body(item) else "added later,"
