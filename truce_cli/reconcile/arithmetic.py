"""Arithmetic as evidence: gaps, misfits, falls, parts above wholes, what the sides' figures do not hold."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from truce_cli.model.finding import Problem
from truce_cli.model.names import together
from truce_cli.model.words import BOTH
from truce_cli.reconcile import columns
from truce_cli.reconcile.assertion import Assertion
from truce_cli.reconcile.book import Book
from truce_cli.reconcile.rows import Row
from truce_cli.reconcile.rules import increment, monotone
from truce_cli.reconcile.rules.bounds import fits
from truce_cli.reconcile.rules.stance import by_voice
from truce_cli.reconcile.rules.subset import Parts


def find(
    book: Book, rows: Sequence[Row], parts: Parts, keys: Mapping[int, str], corrected: frozenset[str]
) -> tuple[Problem, ...]:
    """Every problem of a table, in the order of its rows. None of them changes a figure."""
    out: list[Problem] = []
    for index, row in enumerate(rows):
        key = keys[index]
        for series in _voices(row):
            out += [p for c in increment.checks(series, parts) if (p := increment.problem(c, key))]
            out += increment.unexplained(series, parts, key)
            out += monotone.falls(series, corrected, key)
            out += monotone.stale(book, series, key)
        if row.lead is not None and row.lead.lead.measure != "cumulative":
            out += increment.unexplained([row.lead], parts, key)
        out += _clash(row, key)
    out += _parts_above_wholes(rows, parts, keys)
    out += _against_sides(book, rows, keys)
    out += columns.compared(rows, parts, keys)
    return tuple(out)


def _voices(row: Row) -> list[list[Assertion]]:
    """Every running total of the row, by voice."""
    items = [i for s in row.settled for i in (s.lead, *s.earlier, *s.same_day) if i is not None]
    return [found for _, found in sorted(by_voice(items).items())]


def _clash(row: Row, key: str) -> list[Problem]:
    out = []
    for series in row.settled:
        if series.clash and series.lead:
            rivals = [i for i in series.same_day if not fits(i.bounds, series.lead.bounds)]
            told = ", ".join(i.text for i in rivals)
            text = f"{series.lead.text} and {told} are both claimed for {series.lead.order_day}"
            claims = together((series.lead.ids, *(i.ids for i in rivals)))
            out.append(
                Problem(code="clash", text=text, claims=claims, severity="error", key=key, marks=claims)
            )
    return out


def _parts_above_wholes(rows: Sequence[Row], parts: Parts, keys: Mapping[int, str]) -> list[Problem]:
    """Declared parts against their wholes, and a voice's part of people against its whole of the same day."""
    pairs: dict[tuple[str, str], tuple[Assertion, Assertion]] = {}

    def compare(whole: Assertion, item: Assertion) -> None:
        low, high = item.bounds.low, whole.lead.high
        if low is not None and high is not None and low > high:
            pairs.setdefault((whole.lead.id, item.lead.id), (whole, item))

    known = {item.lead.id: item for row in rows for item in _all(row)}
    known |= {item.lead.id: item for found in parts.of.values() for item in found}
    known |= {item.lead.id: item for item in parts.wholes}
    for whole_id, found in parts.of.items():
        for item in found:
            if item.lead.measure not in increment.ADDITIONS and whole_id in known:
                compare(known[whole_id], item)
    wholes = [i for i in known.values() if i.lead.measure == "cumulative" and i.key.subgroup is None]
    by_frame: dict[tuple[object, ...], list[Assertion]] = {}
    for item in wholes:
        if item.key.victims == "any":
            by_frame.setdefault(_frame(item), []).append(item)
    for item in known.values():
        if item.lead.measure == "cumulative" and (item.key.victims != "any" or item.key.subgroup):
            for whole in by_frame.get(_frame(item), ()):
                compare(whole, item)
    if not pairs:
        return []
    rows_of = {item.lead.id: keys[index] for index, row in enumerate(rows) for item in _all(row)}
    out = []
    for (whole_id, part_id), (whole, item) in sorted(pairs.items()):
        out.append(
            Problem(
                code="part_above_whole",
                text=f"the part {item.text} is above its whole {whole.text}",
                claims=together((whole.ids, item.ids)),
                severity="error",
                key=rows_of.get(whole_id) or rows_of.get(part_id),
                marks=item.ids,
            )
        )
    return out


def _frame(item: Assertion) -> tuple[object, ...]:
    """Equal window, place and voice: only then is one person's figure a part of another's."""
    return (
        item.voice,
        item.key.side,
        item.key.harm,
        item.key.place,
        item.key.label,
        item.key.start,
        item.as_of,
    )


def _all(row: Row) -> list[Assertion]:
    found = [
        *row.earlier,
        *(i for i, _ in row.others),
        *(i for i, _ in row.beside),
        *(i for i, _ in row.inside),
    ]
    return [row.lead, *found] if row.lead else found


def _against_sides(book: Book, rows: Sequence[Row], keys: Mapping[int, str]) -> list[Problem]:
    """Joint totals against the sum of the sides' own figures by their day."""
    out = []
    owned: dict[tuple[str, str], list[_Owned]] = {}
    for row in rows:
        if _is_whole(row):
            owned.setdefault((row.key.side, row.key.harm), []).append(_Owned(book, row))
    for index, row in enumerate(rows):
        if row.key.side != BOTH or not _is_whole(row):
            continue
        joint = [i for s in row.settled for i in (s.lead, *s.earlier, *s.same_day, *s.vague) if i]
        for item in sorted(joint, key=lambda i: (i.order_day or "", i.lead.id)):
            addends, silent = _own_by(book, owned, row, item.order_day)
            found = _compared(item, addends, silent, keys[index])
            if found:
                out.append(found)
    return out


def _is_whole(row: Row) -> bool:
    """True for the people of a side altogether, since the war's first day."""
    return not (row.key.subgroup or row.key.place or row.key.label or row.key.start)


class _Owned:
    """A side's own figures of one row, by day, and since when it withholds them."""

    def __init__(self, book: Book, row: Row) -> None:
        items = [i for s in row.settled for i in (s.lead, *s.earlier, *s.same_day) if i]
        able = [i for i in items if i.stance == "own_side" and i.order_day and i.lead.low is not None]
        self._items = sorted(able, key=lambda i: (i.order_day or "", i.lead.id))
        self._days = [item.order_day or "" for item in self._items]
        self.victims = row.key.victims
        withheld = row.withheld.claims if row.withheld else ()
        self._withheld = min((c.as_of or book.published(c) or "" for c in withheld), default=None)

    def latest_by(self, day: str | None) -> Assertion | None:
        number = len(self._days) if day is None else bisect_right(self._days, day)
        return self._items[number - 1] if number else None

    def is_withheld_by(self, day: str | None) -> bool:
        return self._withheld is not None and (day is None or self._withheld <= day)


def _own_by(
    book: Book, owned: Mapping[tuple[str, str], Sequence[_Owned]], joint: Row, day: str | None
) -> tuple[list[Assertion], list[str]]:
    """Each side's own latest figures by a day, and what a side withholds by then, in words."""
    addends, silent = [], []
    for side in book.conflict.sides:
        own: dict[str, Assertion] = {}
        for row in owned.get((side.slug, joint.key.harm), ()):
            latest = row.latest_by(day)
            if latest is not None:
                own[row.victims] = latest
            elif row.is_withheld_by(day):
                silent.append(f"{row.victims} of the {side.name}")
        if joint.key.victims == "any":
            parts = [own[victims] for victims in ("military", "civilian") if victims in own]
            whole = [own["any"]] if "any" in own else []
            addends += parts if _least(parts) >= _least(whole) else whole
        elif joint.key.victims in own:
            addends.append(own[joint.key.victims])
    if joint.key.victims != "any":
        silent = [name for name in silent if name.startswith(joint.key.victims)]
    return addends, silent


def _least(items: Sequence[Assertion]) -> int:
    return sum(item.lead.low or 0 for item in items)


def _compared(
    item: Assertion, addends: Sequence[Assertion], silent: Sequence[str], key: str
) -> Problem | None:
    total = _least(addends)
    if not addends:
        return None
    told = f"{item.text} ({item.order_day}) against the sides' own {_told(addends)}"
    if silent:
        told += ", " + " and ".join(f"{name} not disclosed" for name in silent)
    claims = together((item.ids, *(a.ids for a in addends)))
    low, high = item.bounds
    if item.is_vague:
        if high is None or total <= high:
            return None
        text = f"{_beside_vague(item, addends)}: a vague word is no clash"
        return Problem(code="vague", text=text, claims=claims, key=key)
    if low is not None and low > total:
        least = f"{low - total:,}" if low == high else f"at least {low - total:,}"
        verdict = f"{least} not in the sides' figures"
    elif low is None and high is not None and high > total:
        verdict = f"up to {high - total:,} not in the sides' figures"
    elif high is not None and high < total:
        return Problem(
            code="below_sides",
            text=f"{told}: {total - high:,} fewer",
            claims=claims,
            severity="error",
            key=key,
        )
    else:
        return None
    return Problem(code="not_in_sides", text=f"{told}: {verdict}", claims=claims, key=key)


def _beside_vague(item: Assertion, addends: Sequence[Assertion]) -> str:
    """A vague word against what its own documents give first: 974 + 65 = 1,039 (1,075 with 36)."""
    own = [a for a in addends if set(a.documents) & set(item.documents)]
    rest = [a for a in addends if a not in own]
    told = f"{item.text} ({item.order_day}) against the sides' own {_told(own or addends)}"
    if own and rest:
        told += f" in the same document ({_least(addends):,} with {' + '.join(a.text for a in rest)})"
    return told


def _told(addends: Sequence[Assertion]) -> str:
    if len(addends) == 1:
        return addends[0].text
    return f"{' + '.join(a.text for a in addends)} = {_least(addends):,}"
