"""A source's own columns against another's figure for the same people and time: gaps that a sum would hide.

Columns are counts that their source names ("new", "died of wounds"). Only columns of one source, for one
window, are added, and only to be compared: free subset sums would find coincidences.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from truce_cli.model.finding import Problem
from truce_cli.model.names import together
from truce_cli.model.record import dataclass
from truce_cli.reconcile.assertion import Assertion
from truce_cli.reconcile.rows import Row
from truce_cli.reconcile.rules.bounds import is_exact
from truce_cli.reconcile.rules.subset import Parts


@dataclass(frozen=True, slots=True)
class Account:
    """What one voice gives for one harm of one window: a figure, or the sum of its own columns."""

    voice: str
    items: tuple[Assertion, ...]

    @property
    def total(self) -> int:
        return sum(item.lead.low or 0 for item in self.items)

    @property
    def text(self) -> str:
        told = " + ".join(item.text for item in self.items)
        return told if len(self.items) == 1 else f"{told} = {self.total:,}"

    @property
    def has_columns(self) -> bool:
        return len(self.items) > 1

    @property
    def ids(self) -> Sequence[str]:
        return together(item.ids for item in self.items)


def accounts(row: Row, parts: Parts) -> dict[str, Account]:
    """Each source's account of a row, the leading figure first: unnamed figures, then sources' own columns.

    A voice that gives a figure and columns has two accounts. Columns are what a source names, or what it
    declares to be parts of another's figure.
    """
    if row.lead is None or not is_exact(row.lead.lead):
        return {}
    lead = row.lead
    whole: dict[str, Assertion] = {lead.voice: lead}
    named: dict[str, list[Assertion]] = defaultdict(list)
    hung = [item for item in parts.of.get(lead.lead.id, ()) if item.voice != lead.voice]
    for item in (*(i for i, _ in (*row.others, *row.beside, *row.inside)), *hung):
        if item.lead.kind != "toll" or not is_exact(item.lead) or not _counts_the_window(item, lead):
            continue
        if item.is_estimate or item.order_day != lead.order_day:
            continue
        if item.key.label or item in hung:
            named[item.voice].append(item)
        else:
            whole.setdefault(item.voice, item)
    out = {voice: Account(voice, (item,)) for voice, item in whole.items()}
    for voice, items in named.items():
        items.sort(key=lambda item: (-(item.lead.low or 0), item.lead.id))
        out[columns_of(voice)] = Account(voice, tuple(items))
    return out


def columns_of(voice: str) -> str:
    """Key of a voice's own columns among its accounts."""
    return f"{voice} columns"


def same_source(found: Mapping[str, Account], name: str) -> Account | None:
    """The account that goes with another harm's: columns with columns, where the source gives any."""
    plain = name.removesuffix(" columns")
    names = (name, plain) if name != plain else (plain, columns_of(plain))
    return next((found[key] for key in names if key in found), None)


def _counts_the_window(item: Assertion, lead: Assertion) -> bool:
    """A running total of the row, or a column that its source calls an addition over the same window."""
    if item.key.subgroup != lead.key.subgroup or item.key.harm != lead.key.harm:
        return False
    if item.lead.measure == "cumulative":
        return True
    own_window = item.lead.since is not None and item.lead.since == lead.lead.since
    return item.lead.measure == "increment" and bool(item.key.label) and own_window


def compared(rows: Sequence[Row], parts: Parts, keys: Mapping[int, str]) -> list[Problem]:
    """Where one source gives columns for a window: its account of every harm against the leading one.

    Gaps that cancel in a sum are told one by one.
    """
    frames: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for index, row in enumerate(rows):
        if row.lead is not None and row.lead.lead.measure == "cumulative" and not row.key.subgroup:
            frames[row.key.side, row.key.victims, row.key.place, row.key.start].append(index)
    out = []
    for indices in frames.values():
        told = {index: accounts(rows[index], parts) for index in indices}
        columnists = {v for found in told.values() for v, account in found.items() if account.has_columns}
        for name in sorted(columnists):
            gaps = []
            for index, found in told.items():
                lead, mine = next(iter(found.values()), None), same_source(found, name)
                if lead and mine and mine is not lead and mine.total != lead.total:
                    gaps.append((index, lead, mine))
            for index, lead, mine in gaps:
                rest = sum(a.total - b.total for i, a, b in gaps if i != index)
                out.append(_gap(lead, mine, keys[index], cancelled=rest == mine.total - lead.total != 0))
    return out


def _gap(lead: Account, mine: Account, key: str, *, cancelled: bool) -> Problem:
    more = lead.total - mine.total
    harm = lead.items[0].key.harm.replace("_", " ")
    text = f"{lead.text} {harm} against {_speaker(mine)}'s {mine.text}: {abs(more):,} "
    text += "more" if more > 0 else "fewer"
    if cancelled:
        text += "; a sum of both would hide it"
    return Problem(code="apart", text=text, claims=together((lead.ids, mine.ids)), key=key, marks=lead.ids)


def _speaker(account: Account) -> str:
    return account.items[0].lead.claimant or "another source"
