"""What moved between two days of knowledge, as rows and as a screen. Judges nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from truce_cli.model.answer import Change
from truce_cli.model.conflict import Conflict
from truce_cli.model.document import Card
from truce_cli.model.finding import Question
from truce_cli.render.footer import footer
from truce_cli.render.layout import Column, Line, Row, Table, View
from truce_cli.render.rows import keys
from truce_cli.render.scope import asked_scope, counted
from truce_cli.render.signs import ARROW, NOT_REPORTED
from truce_cli.render.wording import figure_signs

DIFF_ROW: Final = keys("key change before before_as_of after after_as_of by documents note")

_COLUMNS: Final = (
    Column("Tally"),
    Column("Before", right=True, whole=True),
    Column("", whole=True),
    Column("After", right=True, whole=True),
    Column("As of", whole=True),
    Column("Moved by", under=True),
)


def diff_row(change: Change) -> dict[str, object]:
    """One row of `truce diff`."""
    row: dict[str, object] = {key: getattr(change, key) for key in DIFF_ROW}
    row["by"] = [{"claim": claim, "how": how} for claim, how in change.by]
    row["documents"] = list(change.documents)
    return row


def diff_view(
    changes: Sequence[Change], cards: Mapping[str, Card], short: Mapping[str, str], earlier: str, later: str
) -> View:
    """One line a number that moved, with the claims that moved it and their documents."""
    rows = tuple(
        Row(
            (
                change.key,
                change.before or NOT_REPORTED,
                ARROW,
                change.after or NOT_REPORTED,
                change.after_as_of or change.before_as_of or "undated",
                _moved(change, cards, short),
            )
        )
        for change in changes
    )
    if not rows:
        return (Line(f"no number moved between {earlier} and {later}"),)
    return (Line(f"known on {earlier} {ARROW} known on {later}", "title"), Table(_COLUMNS, rows))


def diff_footer(changes: Sequence[Change], conflict: Conflict, question: Question) -> View:
    texts = [text or NOT_REPORTED for change in changes for text in (change.before, change.after)]
    legend = [f"{NOT_REPORTED} no figure"] if NOT_REPORTED in texts else []
    return footer(
        (*legend, *figure_signs(texts)), asked_scope(conflict, question, counted(len(changes), "change"))
    )


def _moved(change: Change, cards: Mapping[str, Card], short: Mapping[str, str]) -> str:
    claims = ", ".join(f"{short.get(claim, claim)} {how}" for claim, how in change.by)
    named = (cards[d] for d in change.documents if d in cards)
    where = ", ".join(
        f"{card.outlet or card.path or card.id[:12]} {card.published or ''}".strip() for card in named
    )
    return "; ".join(word for word in (claims, where) if word) or "another rule's leader"
