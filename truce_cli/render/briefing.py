"""A briefing in Markdown: losses, truces, accusations, and the sources behind them. Judges nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from truce_cli.model.document import Card
from truce_cli.model.finding import Tally
from truce_cli.render.cells import markdown_cell
from truce_cli.render.layout import View
from truce_cli.render.listings import truces_footer, truces_view
from truce_cli.render.markdown import markdown_lines
from truce_cli.render.tolls import tolls_footer, tolls_view
from truce_cli.render.violations import violations_footer, violations_view


def briefing_lines(held: Any) -> Iterator[str]:
    """The text of the briefing, in pieces. held: workflow.field.Field."""
    conflict, question = held.conflict, held.question
    yield f"# {markdown_cell(conflict.name)}: who claims which toll\n\n"
    yield "Figures are claims, each by the source beside it; none is added up, averaged or confirmed here.\n\n"
    yield from _section("Losses", tolls_view(held.table, conflict, held.cards, question))
    yield from markdown_lines(tolls_footer(held.table, conflict, held.cards))
    if held.truces:
        yield from _section("Truces", truces_view(held.truces, conflict))
        yield from markdown_lines(truces_footer(held.truces, conflict, question))
    if held.accusations:
        yield from _section("Accusations", violations_view(held.accusations, conflict))
        yield from markdown_lines(violations_footer(held.accusations, conflict, question))
    yield "## Sources\n\n"
    yield from _sources(held.table.rows, held.cards)


def _section(title: str, view: View) -> Iterator[str]:
    yield f"## {title}\n\n"
    yield from markdown_lines(view)


def _sources(tallies: tuple[Tally, ...], cards: Mapping[str, Card]) -> Iterator[str]:
    """The documents of the losses, in the order of their days."""
    figures = [figure for t in tallies for figure in (*t.earlier, *t.beside, *t.others)]
    named = {document for figure in figures for document in figure.documents}
    named |= {document for tally in tallies for document in tally.documents}
    known = sorted((cards[name] for name in named if name in cards), key=lambda c: (c.published or "~", c.id))
    for card in known:
        title = markdown_cell(card.title or card.path or card.id)
        said = ", ".join(markdown_cell(word) for word in (card.outlet, card.published or "undated") if word)
        where = card.archive_url or card.url
        yield f"- `{card.id[:12]}` {title}; {said}" + (f"; {markdown_cell(where)}" if where else "") + "\n"
