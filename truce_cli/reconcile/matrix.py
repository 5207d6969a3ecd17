"""Whose word says what: own side, opponent, third parties and media side by side. Merges nothing."""

from __future__ import annotations

from collections.abc import Iterable

from truce_cli.model.answer import MatrixRow
from truce_cli.model.finding import Figure, Question, Tally
from truce_cli.reconcile.book import Book
from truce_cli.reconcile.figures import NOT_DISCLOSED
from truce_cli.reconcile.tolls import tolls

_COLUMN = {"own_side": "own_side", "party": "own_side", "opponent": "opponent", "media": "media"}


def matrix(book: Book, question: Question) -> tuple[MatrixRow, ...]:
    """One row a tally; in each column the latest figure of each speaker, figures before vague words."""
    return tuple(_row(row) for row in tolls(book, question).rows if not row.derived)


def _row(row: Tally) -> MatrixRow:
    cells: dict[str, dict[str, Figure]] = {}
    alone = row.measure != "cumulative"
    for found in (*_own(row), *row.others, *(row.beside if alone else ())):
        column = _COLUMN.get(found.stance, "third_party")
        speaker = found.claimant or ""
        if found.text == NOT_DISCLOSED:
            column = "own_side"
        if column != "third_party":
            speaker = ""
        mine = cells.setdefault(column, {})
        if speaker not in mine or _firmer(found, mine[speaker]):
            mine[speaker] = found
    return MatrixRow(
        key=row.key,
        side=row.side,
        victims=row.victims,
        subgroup=row.subgroup,
        harm=row.harm,
        place=row.place,
        since=row.since,
        **{column: tuple(found.values()) for column, found in cells.items()},
    )


def _own(row: Tally) -> Iterable[Figure]:
    """The row's leading figure as a figure beside others."""
    if not row.claims or (row.low is None and row.high is None and row.disclosed):
        return ()
    return (
        Figure(
            claim=row.claims[0],
            text=row.text,
            low=row.low,
            value=row.value,
            high=row.high,
            qualifier=row.qualifier,
            victims=row.victims,
            subgroup=row.subgroup,
            harm=row.harm,
            measure=row.measure,
            since=row.since,
            as_of=row.as_of,
            as_of_basis=row.as_of_basis,
            place=row.place,
            claimant=row.claimant,
            claimant_side=row.claimant_side,
            stance=row.stance,
            basis="stated",
            documents=row.documents,
            claims=row.claims,
            candidate=row.candidate,
            relayed_by=row.relayed_by,
            note=row.note,
            parts=row.parts,
        ),
    )


def _firmer(one: Figure, other: Figure) -> bool:
    """A figure before a vague word or an estimate, the later before the earlier."""

    def rank(found: Figure) -> tuple[bool, bool, str]:
        return (found.qualifier != "vague", found.basis != "estimated", found.as_of or "")

    return rank(one) > rank(other)
