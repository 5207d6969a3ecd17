"""One self-contained page: its head with a strict policy, its sections in order, its footer. Opens no file.

The page asks for nothing from anywhere: the policy lets in only the style and the script whose hashes it
names, and everything works without the script.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Final

from truce_cli.model.report import Report
from truce_cli.render.formats import json_text
from truce_cli.render.listings import truce_row
from truce_cli.render.report.counts import counts
from truce_cli.render.report.days import day_words, time_tag
from truce_cli.render.report.findings import findings
from truce_cli.render.report.frame import separated
from truce_cli.render.report.markup import Html, joined, tag
from truce_cli.render.report.method import method
from truce_cli.render.report.places import places
from truce_cli.render.report.sources import known, sources
from truce_cli.render.report.tallies import tallies
from truce_cli.render.report.tree import Trees
from truce_cli.render.report.truces import truces
from truce_cli.render.rows import keys, toll_row
from truce_cli.render.scope import counted, left_out_words
from truce_cli.render.series import series_row
from truce_cli.render.wording import ELSEWHERE

GENERATOR: Final = "truce"
"""Begins the content of the page's generator: by it a page of ours is known."""
_TOLL: Final = keys(
    "key side victims subgroup harm measure place low value high qualifier text as_of since claimant stance "
    "grade disclosed derived disputed candidate"
)
_STEP: Final = keys("key voice stance kind text low value high as_of claimant check note")
_TRUCE: Final = keys(
    "truce name agreed in_force until parties brokers first_clocked first_minutes first_about unclocked "
    "accusations general denials"
)
_CONTENTS: Final = {
    "tolls": "The toll",
    "counts": "The counts",
    "truces": "Truces",
    "places": "Places",
    "findings": "Clashes and gaps",
    "method": "Method",
    "sources": "Sources",
}


def page(report: Report, *, ledger_address: str | None = None) -> Iterator[str]:
    """The page in pieces. ledger_address: where the ledger itself can be browsed on the same server: "/truce"."""
    trees = Trees(report)
    parts: Mapping[str, Html | None] = {
        "tolls": tallies(report, trees),
        "counts": counts(report),
        "truces": truces(report, trees),
        "places": places(report),
        "findings": findings(report, trees),
        "method": method(report),
        "sources": sources(report, trees),
    }
    yield "<!DOCTYPE html>\n"
    yield '<html lang="en">\n'
    yield _head(report)
    yield "\n" + ('<body class="large">' if trees.large else "<body>") + "\n"
    yield tag("a", "Skip to the tallies", href="#tolls", class_="skip")
    yield _banner(report, [name for name, part in parts.items() if part], ledger_address)
    yield "\n<main>\n"
    for part in parts.values():
        if part:
            yield part
            yield "\n"
    yield "</main>\n"
    yield _footer(report)
    yield "\n"
    if not trees.large:
        yield _data(report)
    yield f"\n<script>{_asset('page.js')}</script>\n</body>\n</html>\n"


def policy() -> str:
    """The content security policy: nothing is loaded, and only our own style and script act."""
    style, script = _hash(_asset("page.css")), _hash(_asset("page.js"))
    return (
        f"default-src 'none'; style-src '{style}'; script-src '{script}'; base-uri 'none'; form-action 'none'"
    )


def _head(report: Report) -> Html:
    return tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=policy()),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("meta", name="referrer", content="no-referrer"),
        tag("meta", name="generator", content=f"{GENERATOR} {report.version}"),
        tag("meta", name="description", content=f"{report.title}: who claimed which toll, who accused whom"),
        tag("title", report.title),
        Html(f"<style>{_asset('page.css')}</style>"),
    )


def _banner(report: Report, shown: list[str], ledger_address: str | None) -> Html:
    conflict, status, documents = report.conflict, report.status, known(report)
    elsewhere = sum(card.format == ELSEWHERE for card in documents)
    links = [tag("li", tag("a", _CONTENTS[name], href=f"#{name}")) for name in shown]
    if ledger_address is not None:
        # the only address on the page that is neither a source's nor its own: a path on the server that shows it
        links.append(tag("li", Html(f'<a href="{joined(ledger_address)}">Browse the ledger</a>')))
    until = joined(" to ", time_tag(conflict.ended)) if conflict.ended else joined(" on")
    return tag(
        "header",
        tag("p", "Claims ledger", class_="kicker"),
        tag("h1", report.title, dir="auto"),
        tag(
            "p",
            f"{conflict.name}, " if report.title != conflict.name else "",
            "from " if not conflict.ended else "",
            time_tag(conflict.began),
            until,
            ". What each side said it lost, what others said beside it, and who accused whom of breaking "
            "which truce. Every figure keeps its speaker.",
            class_="dek",
        ),
        tag(
            "p",
            separated(
                (
                    counted(len(documents), "document")
                    + (f", {elsewhere:,} held elsewhere" if elsewhere else ""),
                    f"{counted(status.claims, 'claim')} in the ledger",
                    counted(len(report.accounts), "truce"),
                    _clocks(report),
                    _waiting(report),
                )
            ),
            class_="stats",
        ),
        tag("nav", tag("ul", *links), aria_label="Contents"),
        class_="banner",
    )


def _clocks(report: Report) -> str:
    asked = report.question
    said = [f"as of {day_words(asked.as_of)}" if asked.as_of else ""]
    said += [f"as known on {day_words(asked.known_on)}" if asked.known_on else ""]
    return ", ".join(word for word in said if word) or "all that is known"


def _waiting(report: Report) -> str:
    waiting = dict(report.status.statuses).get("candidate", 0)
    if "candidate" not in report.question.statuses:
        return f"{counted(waiting, 'claim')} that nobody has reviewed left out" if waiting else ""
    return f"{waiting:,} proposed by the machine, not yet reviewed" if waiting else "every claim reviewed"


def _footer(report: Report) -> Html:
    asked, table = report.question, report.table
    since, until = table.window
    left = left_out_words(table.left_out) or "left out of the tallies: nothing"
    facts = (
        (
            "Scope",
            f"{report.conflict.name}, {since or 'open'} to {until or 'now'}; sides as its file has them",
        ),
        (
            "Clocks",
            f"as of {asked.as_of or 'any day'}; known on {asked.known_on or 'any day'}; "
            f"times in {report.conflict.timezone}",
        ),
        ("Claims counted", ", ".join(asked.statuses) + f"; whose word leads: {asked.policy}"),
        ("Exclusions", left),
        ("Made with", f"truce {report.version}"),
        (
            "Ledger",
            f"sha256 {report.ledger_sha256}; {counted(report.status.decisions, 'decision')} in its log",
        ),
    )
    pairs = [piece for name, told in facts for piece in (tag("dt", name), tag("dd", told))]
    return tag(
        "footer",
        tag("dl", *pairs),
        tag("p", "Counts, not names: this page is no register of victims."),
    )


def _data(report: Report) -> Html:
    """The figures of the page as rows: fields of those that `truce tolls --format json` and its like give."""
    rows = {
        "tolls": [_some(toll_row(row), _TOLL) for row in report.table.rows],
        "series": [_some(series_row(step), _STEP) for step in report.series],
        "truces": [_some(truce_row(account.summary), _TRUCE) for account in report.accounts],
    }
    text = json_text(rows)
    for sign in "<>&":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return tag("script", Html(text), type="application/json", id="figures")


def _some(row: Mapping[str, object], names: Sequence[str]) -> dict[str, object]:
    return {name: row[name] for name in names}


@cache
def _asset(name: str) -> Html:
    """A file of ours that goes into the page as it is."""
    return Html(files("truce_cli.render.report").joinpath(name).read_text(encoding="utf-8"))


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
