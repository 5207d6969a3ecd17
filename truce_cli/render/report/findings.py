"""Clashes and gaps: what reconciliation found, grouped by kind, each with the claims behind it. Judges nothing."""

from __future__ import annotations

from collections import defaultdict
from typing import Final

from truce_cli.model.finding import Problem
from truce_cli.model.report import Report
from truce_cli.render.report.frame import section
from truce_cli.render.report.markup import Html, anchor, tag
from truce_cli.render.report.tree import Trees

_KINDS: Final = {
    "clash": ("Clashes", "one voice, one day, two figures"),
    "fall": ("Totals that fall", "a running total that sinks without a correction"),
    "misfit": ("Misfits", "an addition that does not fit the total before it"),
    "part_above_whole": ("Parts above their whole", "more in the part than in the whole"),
    "below_sides": ("Below the sides' own", "a joint total under what the sides themselves claim"),
    "gap": ("Gaps", "deaths between two totals that nobody announced"),
    "not_in_sides": ("Not in the sides' figures", "a joint total above what the sides themselves claim"),
    "unexplained": ("Unexplained differences", "claimed parts do not fill a difference of totals"),
    "apart": ("Accounts apart", "two sources tell one window differently"),
    "stale_repeat": ("Stale repeats", "an old total told again as if it were new"),
    "vague": ("Vague words", "a word against figures: no clash"),
}


def findings(report: Report, trees: Trees) -> Html:
    if not report.problems:
        return section(
            "findings", "Clashes and gaps", "Reconciliation found no figure that contradicts another."
        )
    grouped: dict[str, list[Problem]] = defaultdict(list)
    for problem in report.problems:
        grouped[problem.code].append(problem)
    order = [*(code for code in _KINDS if code in grouped), *(code for code in grouped if code not in _KINDS)]
    return section(
        "findings",
        "Clashes and gaps",
        "Where the sources' own figures do not fit each other. The arithmetic is shown; who is right is not ours "
        "to say.",
        *(_group(report, trees, code, grouped[code]) for code in order),
    )


def _group(report: Report, trees: Trees, code: str, problems: list[Problem]) -> Html:
    name, meaning = _KINDS.get(code, (code.replace("_", " ").capitalize(), ""))
    return tag(
        "section",
        tag("h3", name, tag("span", f" {meaning}", class_="meaning") if meaning else None),
        tag("ul", *(_finding(trees, problem) for problem in problems), class_="findings"),
        class_="finding-group",
    )


def _finding(trees: Trees, problem: Problem) -> Html:
    summary = tag("summary", tag("span", problem.text, class_="what"), " ", tag("code", problem.id))
    return tag(
        "li",
        tag("details", summary, trees.body("", problem.id), id=anchor("finding", problem.id)),
        class_=f"severity-{problem.severity}",
    )
