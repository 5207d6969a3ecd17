"""One claim under review as a screen: its words in their context, then its fields. Judges nothing."""

from __future__ import annotations

from typing import Any, Final

from truce_cli.model.fields import FIELDS
from truce_cli.render.layout import Column, Line, Passage, Row, Table, View
from truce_cli.render.links import text_link
from truce_cli.render.listings import claim_words
from truce_cli.render.show import context_of

_SHOWN: Final = tuple(
    field.name for field in FIELDS if field.name not in ("id", "status", "entry", "document", "quote")
)
KEYS: Final = "[a]ccept [e]dit [r]eject re[t]ract [s]ame s[k]ip [o]pen [u]ndo [q]uit [?]"
HELP: Final = (
    ("a", "accept: it is a claim as it stands"),
    ("e", "edit one field, then look again"),
    ("r", "reject with a reason: it is no claim"),
    ("t", "retract: its own source has withdrawn it, by a day or a document"),
    ("s", "same as another claim; this one is accepted too"),
    ("k", "skip: it waits for the next review"),
    ("o", "open the source at the quote"),
    ("u", "undo the last decision of this review"),
    ("q", "quit; what is decided stays"),
)


def review_view(item: Any, place: int, total: int) -> View:
    """The claim in its context."""
    card, claim = item.card, item.claim
    source = (
        ", ".join(word for word in (card.outlet, card.published, card.title) if word)
        if card
        else "its document is not held"
    )
    blocks: list[Any] = [
        Line(f"{place} of {total}  {item.short}  {claim_words(claim, item.conflict)}", "title"),
        Line(source, "minor"),
        Line(),
    ]
    context = context_of(claim, item.document)
    if context is not None:
        blocks.append(context)
    elif claim.quote:
        blocks.append(Passage(claim.quote, ((0, len(claim.quote)),)))
    blocks.append(Line())
    blocks.append(Table((Column("Field"), Column("Value")), tuple(_fields(claim))))
    for one in item.disputes:
        blocks.append(Line(f"disagreement on {one.field}: ours {one.ours}, theirs {one.theirs}", "lead"))
    return tuple(blocks)


def _fields(claim: Any) -> list[Row]:
    rows = []
    for name in _SHOWN:
        value = getattr(claim, name)
        if value not in (None, ()) and name not in ("start", "end"):
            rows.append(Row((name, ", ".join(value) if isinstance(value, tuple) else str(value))))
    return rows


def help_view() -> View:
    """What each key does."""
    return (Table((Column("Key"), Column("")), tuple(Row(pair) for pair in HELP)),)


def source_words(item: Any) -> str:
    """Where the quote can be seen: a link that opens it there, or the file and its line."""
    card, claim = item.card, item.claim
    link = text_link(card.url or card.archive_url, claim.quote) if card else None
    if link is not None:
        return link
    if card is None or item.document is None or claim.start is None:
        return "its document is not held, and it names no address"
    line = item.document.text.count("\n", 0, claim.start) + 1
    return f"{card.path or card.id}, line {line} of its text"
