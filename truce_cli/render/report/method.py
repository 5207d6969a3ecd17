"""How the figures were made, in words: the rules by name, the clocks, the signs. Judges nothing."""

from __future__ import annotations

from truce_cli.model.report import Report
from truce_cli.render.report.frame import section
from truce_cli.render.report.markup import Html, anchor, joined, tag


def method(report: Report) -> Html:
    rules = [
        piece
        for rule, holds in report.rules.items()
        for piece in (tag("dt", rule, id=anchor("rule", rule)), tag("dd", holds))
    ]
    return section(
        "method",
        "Method",
        "Programs read the articles by fixed rules and propose claims; people accept, correct or reject them. "
        "Each claim keeps its speaker, its day, its exact words and its document. These rules, by name, lead "
        "from claims to what is printed; every figure above opens to the rules that made it.",
        tag("dl", *rules, class_="rules"),
        tag(
            "p",
            "Silence has three faces: ",
            tag("b", "not disclosed"),
            " where a side withholds a figure, ",
            tag("b", "—"),
            " where nobody reported one, and ",
            tag("b", "0"),
            " where zero was reported. A figure is printed with the bound that its source gave: >500 is more "
            "than 500, ≥12 at least 12, ~30 about 30, 10–12 a range; a vague word is printed as the word.",
        ),
        _grades(),
    )


def _grades() -> Html:
    told = (
        ("contested", "somebody denies it, or gives a figure that cannot hold together with it"),
        ("self-reported", "the victims' own side alone says so"),
        ("single source", "one other origin says so, however many outlets carry it"),
        ("corroborated", "another origin gives the same figure"),
        ("acknowledged", "the opponent gives the same figure"),
    )
    items = [tag("li", tag("b", grade), f": {meaning}") for grade, meaning in told]
    return joined(
        tag("p", "How firmly a figure stands, the weakest first:"), tag("ul", *items, class_="grades")
    )
