"""A key for each row of a table: what `why` takes. Knows no rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from truce_cli.reconcile.rowkeys import RowKey, slugged
from truce_cli.reconcile.rows import Row
from truce_cli.reconcile.rules.windows import Window


def keys_of(
    rows: Sequence[Row], span: Window | None, group: Sequence[tuple[str, str]] = ()
) -> dict[int, str]:
    """A key for each row, by index: the start where several differ, place or day where events share one.

    span: the truce asked for. group: what the table is a part of: month=2020-10/armenian/military/killed.
    """
    before = "".join(f"{name}={value}/" for name, value in group)
    bare = [_bare(row, span) for row in rows]
    sharing = Counter(bare)
    out: dict[int, str] = {}
    taken: set[str] = set()
    for index, (row, key) in enumerate(zip(rows, bare, strict=True)):
        text = before + (_told_apart(row, key) if sharing[key] > 1 else key.text())
        number, unique = 2, text
        while unique in taken:
            unique, number = f"{text}/{number}", number + 1
        taken.add(unique)
        out[index] = unique
    return out


def _told_apart(row: Row, key: RowKey) -> str:
    lead = row.lead or row.withheld
    if lead is None or lead.lead.measure in (None, "cumulative"):
        return row.key.text()
    return key.text(slugged(lead.lead.place or "") or lead.order_day or "undated")


def _bare(row: Row, span: Window | None) -> RowKey:
    """The key without what every row of a truce's table shares: that it starts with the truce."""
    alone = row.lead is not None and row.lead.lead.measure != "cumulative"
    if alone:
        return row.key._replace(start=None, place=None)
    return row.key._replace(start=None) if span else row.key
