"""The headline: each side's tallies as cards, who says so and as of when, what stands beside. Judges nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from truce_cli.model.finding import Figure, Tally, TollTable
from truce_cli.model.report import Report
from truce_cli.render.report import marks
from truce_cli.render.report.days import time_tag
from truce_cli.render.report.frame import section, separated, signs
from truce_cli.render.report.markup import Html, anchor, joined, tag
from truce_cli.render.report.spread import spread
from truce_cli.render.report.tree import Trees
from truce_cli.render.scope import counted, tolls_scope
from truce_cli.render.signs import DISPUTED, NOT_REPORTED, PROPOSED, SEPARATOR
from truce_cli.render.tolls import difference_words, losses_words, sides_of
from truce_cli.render.wording import harm_words, side_name, source_words

_SHOWN: Final = 4
"""Figures of one kind that stand under a card; the others open with it."""
_MINOR: Final = 8
"""More rows of single places and events than these are folded, lest they hide the totals."""
_TRUCE_ROWS: Final = 24
"""Rows of one truce's toll."""


def tallies(report: Report, trees: Trees) -> Html:
    table = report.table
    columns = [
        _side(report, trees, side, cells) for side, cells in sides_of(table, report.conflict, report.question)
    ]
    body = tag("div", *columns, class_="sides") if columns else tag("p", "Nothing is claimed.", class_="note")
    return section(
        "tolls",
        "The toll, by side",
        "What each side says it has lost, and what others say beside it. Nothing is added up that nobody "
        "added up. Open a figure to see on whose words it stands.",
        body,
        tag("p", _legend(table), class_="signs") if table.rows else None,
        tag("p", tolls_scope(table, report.conflict), class_="scope"),
    )


def truce_toll(report: Report, trees: Trees, table: TollTable) -> Html:
    """The toll of one truce: cards in a row, without a grid of what nobody counted."""
    if not table.rows:
        return tag(
            "p",
            "No toll is claimed whose own window lies within this truce. That is not zero.",
            class_="note",
        )
    held = table.rows[:_TRUCE_ROWS]
    noted = _noted(table)
    cards = [_card(report, trees, row, table, noted, side_name(row.side, report.conflict)) for row in held]
    more = len(table.rows) - len(held)
    said = f"{counted(more, 'more row')}: truce tolls --truce {table.truce}"
    return joined(tag("div", *cards, class_="truce-toll"), tag("p", said, class_="note") if more else None)


def _side(report: Report, trees: Trees, side: str, cells: Sequence[Tally | tuple[str, str]]) -> Html:
    name = side_name(side, report.conflict)
    class_ = marks.side_class(side, report.conflict)
    noted = _noted(report.table)

    def draw(cell: Tally | tuple[str, str]) -> Html:
        return _card(report, trees, cell, report.table, noted) if isinstance(cell, Tally) else _empty(cell)

    minor = [cell for cell in cells if isinstance(cell, Tally) and _is_minor(cell)]
    minor = minor if len(minor) > _MINOR else []
    folded = set(map(id, minor))
    return tag(
        "section",
        tag(
            "h3",
            marks.swatch(marks.side_shape(side, report.conflict), class_),
            name[:1].upper() + name[1:],
        ),
        *(draw(cell) for cell in cells if id(cell) not in folded),
        tag(
            "details",
            tag("summary", f"{len(minor):,} more of single places and events"),
            *map(draw, minor),
            class_="data",
        )
        if minor
        else None,
        class_=f"side {class_}",
        aria_label=name,
    )


def _is_minor(row: Tally) -> bool:
    return row.measure != "cumulative" or row.place is not None or row.subgroup is not None


def _empty(cell: tuple[str, str]) -> Html:
    harm, victims = cell
    return tag(
        "div",
        tag("b", f"{harm_words(harm)}, {victims}"),
        tag("strong", NOT_REPORTED, aria_hidden="true"),
        tag("small", "not reported"),
        class_="tally none",
    )


def _noted(table: TollTable) -> frozenset[str]:
    """ids of claims whose figures carry the sign of a finding."""
    return frozenset(claim for found in table.problems for claim in found.marks)


def _card(
    report: Report, trees: Trees, row: Tally, table: TollTable, noted: frozenset[str], whose: str = ""
) -> Html:
    label = f"{whose}: {people_words(row)}" if whose else people_words(row)
    head = row.harm == "killed" and row.place is None and row.subgroup is None and not whose
    summary = tag(
        "summary",
        tag("b", label),
        " ",
        tag(
            "strong",
            row.text,
            signs(row.disputed or not noted.isdisjoint(row.claims), row.candidate),
            class_=None if row.disclosed else "words",
        ),
        " ",
        tag("cite", _source(report, row)),
        " ",
        tag("small", _meta(report, row)),
    )
    return tag(
        "div",
        tag(
            "details",
            summary,
            trees.body(table.truce or "", row.key),
            id=anchor("tally", table.truce or "", row.key),
        ),
        spread(row),
        _beside(report, row, noted),
        class_="tally head" if head else "tally",
    )


def people_words(row: Tally) -> str:
    """ "killed, military"; a status that nobody states is said, lest "any" read as a sum."""
    return losses_words(row).replace(", any", ", status not stated")


def _legend(table: TollTable) -> str:
    beside: list[Tally | Figure] = [f for row in table.rows for f in (*row.earlier, *row.beside, *row.others)]
    signs = [f"{NOT_REPORTED} not reported: nobody is known to have given a figure, which is not zero"]
    if any(row.disputed for row in table.rows) or any(found.marks for found in table.problems):
        signs.append(f"{DISPUTED} disputed, or see the findings")
    if any(figure.candidate for figure in [*table.rows, *beside]):
        signs.append(f"{PROPOSED} proposed by the machine, not yet reviewed")
    return SEPARATOR.join(signs)


def _source(report: Report, row: Tally) -> str:
    if row.derived:
        return "derived: a sum or difference of ours, made of the figures below"
    return source_words(row, report.cards) if row.claims or row.claimant else ""


def _meta(report: Report, row: Tally) -> Html:
    documents = counted(len(row.documents), "document") if row.documents else "held elsewhere"
    assumed = "counted from the war's first day, assumed" if row.since_assumed and row.disclosed else ""
    return separated(
        (
            time_tag(row.as_of, before="as of" if row.as_of else ""),
            tag("i", row.grade) if row.grade else None,
            documents,
            row.note,
            assumed,
        )
    )


def _beside(report: Report, row: Tally, noted: frozenset[str]) -> Html | None:
    items = []
    for word, figures in (
        ("of them", row.parts),
        ("earlier", row.earlier),
        ("beside", row.beside),
        ("made of" if row.derived else "also", row.others),
    ):
        items += [_figure(report, word, figure, row, noted) for figure in figures[:_SHOWN]]
        if len(figures) > _SHOWN:
            items.append(tag("li", f"{len(figures) - _SHOWN:,} more {word}: open the figure", class_="more"))
    return tag("ul", *items, class_="beside") if items else None


def _figure(report: Report, word: str, figure: Figure, whole: Tally | Figure, noted: frozenset[str]) -> Html:
    made = isinstance(whole, Tally) and whole.derived
    parts = [_figure(report, "of them", part, figure, noted) for part in figure.parts]
    return tag(
        "li",
        tag("i", ", ".join((word, *difference_words(figure, whole))).replace(", any", "")),
        " ",
        tag("b", figure.text, signs(not noted.isdisjoint(figure.claims), figure.candidate)),
        " ",
        separated((time_tag(figure.as_of), source_words(figure, report.cards), "" if made else figure.note)),
        tag("ul", *parts) if parts else None,
    )
