"""Truce by truce: how soon it was said to be broken, who accused whom, in order, with the words. Judges nothing."""

from __future__ import annotations

from typing import Final

from truce_cli.model.finding import Entry, Timeline, TruceSummary
from truce_cli.model.report import Report, TruceAccount
from truce_cli.render.report import marks
from truce_cli.render.report.days import day_words, time_tag
from truce_cli.render.report.deeds import deeds_strip
from truce_cli.render.report.frame import section, separated, signs
from truce_cli.render.report.markup import Html, anchor, joined, tag
from truce_cli.render.report.tallies import truce_toll
from truce_cli.render.report.tree import Trees
from truce_cli.render.scope import counted
from truce_cli.render.timeline import timeline_footer, toll_words, what_words, who_words
from truce_cli.render.wording import figure_text, side_name

_WORDS: Final = 320
"""Characters of a quote that stand beside an entry; all of it opens with it."""


def truces(report: Report, trees: Trees) -> Html | None:
    """The section; None where the conflict has no truce and nobody accuses anybody."""
    parts = [_account(report, trees, account) for account in report.accounts]
    if report.loose.entries:
        parts.append(_loose(report, trees))
    if not parts:
        return None
    return section(
        "truces",
        "Truce by truce",
        "Who accused whom of what, from each truce's first minute. An accusation is what somebody said, not "
        "what happened; the words are on hover, on focus, and in full when opened.",
        *parts,
    )


def _account(report: Report, trees: Trees, account: TruceAccount) -> Html:
    summary = account.summary
    heading = anchor("truce", summary.truce)
    return tag(
        "section",
        tag("h3", summary.name, id=heading),
        tag("p", _in_force(summary), class_="window"),
        _first(account),
        _counts(report, summary),
        _why(trees, summary),
        deeds_strip(report, account),
        _entries(report, trees, account.timeline),
        tag("h4", "Its own toll"),
        truce_toll(report, trees, account.table),
        class_="truce",
        aria_labelledby=heading,
    )


def _in_force(summary: TruceSummary) -> Html:
    until = joined("until ", time_tag(summary.until)) if summary.until else "no end is known"
    return separated(
        (
            joined("in force ", time_tag(summary.in_force), ", ", until),
            joined("agreed ", time_tag(summary.agreed)) if summary.agreed else None,
            f"brokered by {', '.join(summary.brokers)}" if summary.brokers else None,
            tag("code", summary.truce),
        )
    )


def _first(account: TruceAccount) -> Html:
    """The first accusation, in the largest letters of the truce."""
    summary = account.summary
    accused = any(e.kind == "violation" and not e.before_truce for e in account.timeline.entries)
    if summary.first_minutes is not None:
        about = "about " if summary.first_about else ""
        number = f"{about}{summary.first_minutes:,} minutes"
        told: Html | str = joined(
            "to the first accusation that tells its minute, at ", time_tag(summary.first_clocked)
        )
    elif accused:
        number, told = "undated", "no accusation tells its minute"
    else:
        number, told = "none", "no accusation among the claims that count here"
    words = ", ".join(f"“{said}”" for said in summary.unclocked)
    return tag(
        "p",
        tag("strong", number, class_=None if summary.first_minutes is not None else "words"),
        " ",
        tag("span", told, f"; by other words, not clocked: {words}" if words else None),
        class_="first",
    )


def _counts(report: Report, summary: TruceSummary) -> Html:
    items = []
    for side, number in summary.accusations:
        class_ = marks.side_class(side, report.conflict)
        swatch = marks.swatch(marks.side_shape(side, report.conflict), class_)
        items.append(
            tag(
                "li",
                swatch,
                tag("b", f"{number:,}"),
                f" by {side_name(side, report.conflict)}",
                class_=class_,
            )
        )
    items.append(
        tag("li", tag("b", f"{summary.denials:,}"), " denial" if summary.denials == 1 else " denials")
    )
    if summary.general:
        items.append(tag("li", tag("b", f"{summary.general:,}"), " general, not counted"))
    return tag("ul", *items, class_="tally-line")


def _why(trees: Trees, summary: TruceSummary) -> Html:
    body = trees.body("", summary.truce)
    return tag("details", tag("summary", "Why these numbers"), body, class_="data")


def _loose(report: Report, trees: Trees) -> Html:
    return tag(
        "section",
        tag("h3", "Outside any truce", id="truce/none"),
        _entries(report, trees, report.loose),
        class_="truce",
        aria_labelledby="truce/none",
    )


def _entries(report: Report, trees: Trees, timeline: Timeline) -> Html:
    if not timeline.entries:
        return tag("p", "Nothing is claimed for this time.", class_="note")
    lines = [
        line.text
        for line in timeline_footer(timeline, report.conflict, report.cards)
        if hasattr(line, "text")
    ]
    return joined(
        tag("ol", *(_entry(report, trees, entry, timeline) for entry in timeline.entries), class_="entries"),
        *(tag("p", line, class_="signs") for line in lines if line),
    )


def _entry(report: Report, trees: Trees, entry: Entry, timeline: Timeline) -> Html:
    name = anchor("entry", entry.key)
    quote = None if entry.kind == "denial" else entry.text
    tip = trees.next_id() if quote else None
    summary = tag(
        "summary",
        tag("i", _when(entry)),
        " ",
        tag("b", _who(report, entry)),
        " ",
        tag("span", _what(report, entry, timeline)),
        aria_describedby=tip,
    )
    return tag(
        "li",
        tag("details", summary, trees.body("", entry.key), id=name),
        _under(entry),
        _words(report, entry, quote, tip) if quote and tip else None,
        class_=f"entry {entry.kind.replace('_', '-')}" + (" general" if entry.general else ""),
    )


def _when(entry: Entry) -> Html:
    """As precise as it was told."""
    if not entry.at:
        return Html("undated")
    moment = entry.at
    if entry.precision in ("day", "by", "range", "unknown", "minutes_after"):
        moment = entry.at.partition("T")[0] if entry.precision != "minutes_after" else entry.at
    said = day_words(moment)
    if entry.precision == "by":
        said = f"by {said}"
    elif entry.precision == "about" and "T" in entry.at:
        said = f"{said.rpartition(' ')[0]} ~{said.rpartition(' ')[2]}"
    elif entry.precision == "minutes_after":
        said = f"{said}, minutes after"
    elif entry.precision == "unknown":
        said = f"{said} or so"
    before = tag("span", "before the truce", class_="before") if entry.before_truce else None
    return joined(tag("time", said, datetime=moment), " " if before else None, before)


def _who(report: Report, entry: Entry) -> Html:
    accuser, arrow, accused = who_words(entry, report.conflict, report.cards).partition(" → ")
    side = marks.side_class(entry.accuser_side, report.conflict)
    pieces: list[Html | str | None] = []
    if entry.kind == "violation":
        pieces.append(marks.swatch(marks.side_shape(entry.accuser_side, report.conflict), side))
    pieces.append(accuser)
    if arrow:
        pieces += [
            " ",
            "→ ",
            tag("span", "accuses ", class_="heard"),
            accused,
        ]
    return joined(*pieces)


def _what(report: Report, entry: Entry, timeline: Timeline) -> Html:
    origins = counted(entry.origins, "origin") + ", " if entry.origins > 1 else ""
    documents = (
        f"{origins}{counted(len(entry.documents), 'document')}" if entry.documents else "held elsewhere"
    )
    return joined(
        what_words(entry, timeline, report.conflict),
        signs(entry.disputed, entry.candidate),
        " ",
        tag("small", separated((_count(report, entry), documents))),
    )


def _count(report: Report, entry: Entry) -> str:
    """What the accuser counted, in its own unit; "" for a single act."""
    claim = report.claims.get(entry.claims[0]) if entry.claims else None
    return f"{figure_text(claim)} {claim.unit}, counted by the accuser" if claim and claim.unit else ""


def _under(entry: Entry) -> Html | None:
    """Denials, and the dead and injured of the act."""
    items = [tag("li", f"denied by {name}", class_="denied") for name in entry.denied_by]
    items += [
        tag("li", separated((toll_words(toll), toll.note)))
        for toll in (entry.tolls if entry.kind != "toll" else ())
    ]
    return tag("ul", *items, class_="under") if items else None


def _words(report: Report, entry: Entry, quote: str, name: str) -> Html:
    card = report.cards.get(entry.documents[0]) if entry.documents else None
    source = (
        ", ".join(word for word in ((card.outlet or card.title or ""), card.published or "") if word)
        if card
        else ""
    )
    shown = " ".join(quote.split())
    if len(shown) > _WORDS:
        shown = shown[:_WORDS].rsplit(" ", 1)[0] + " …"
    return tag(
        "p",
        tag("q", f"“{shown}”"),
        tag("small", source) if source else None,
        id=name,
        role="tooltip",
    )
