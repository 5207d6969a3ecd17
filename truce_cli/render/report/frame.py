"""What every section of the page is made of: its heading, quiet tables, lists. Knows no finding."""

from __future__ import annotations

from collections.abc import Sequence

from truce_cli.render.report.markup import Child, Html, joined, tag
from truce_cli.render.signs import DISPUTED, PROPOSED


def section(name: str, heading: str, lead: str, *children: Child) -> Html:
    """A part of the page under a heading that the contents link to."""
    return tag(
        "section",
        tag("h2", heading, id=f"{name}-heading"),
        tag("p", lead, class_="lead"),
        *children,
        id=name,
        aria_labelledby=f"{name}-heading",
    )


def quiet_table(summary: str, columns: Sequence[str], rows: Sequence[Sequence[Child]]) -> Html:
    """A table behind a summary: what a drawing shows, in words."""
    head = tag("thead", tag("tr", *(tag("th", column, scope="col") for column in columns)))
    body = tag("tbody", *(tag("tr", *(tag("td", cell) for cell in row)) for row in rows))
    return tag(
        "details",
        tag("summary", summary),
        tag("div", tag("table", head, body), class_="scroll", tabindex="0", role="group", aria_label=summary),
        class_="data",
    )


def separated(parts: Sequence[Child], between: str = " · ") -> Html:
    """The parts that are there, with a sign between them."""
    found = [part for part in parts if part]
    return joined(*[piece for part in found for piece in (between, part)][1:])


def signs(disputed: bool, candidate: bool) -> Html | None:
    """† and ? with their meaning for those who hear the page."""
    found = []
    if disputed:
        found.append(tag("abbr", DISPUTED, title="disputed, or see the findings"))
    if candidate:
        found.append(tag("abbr", PROPOSED, title="proposed by the machine"))
    return tag("sup", *found) if found else None
