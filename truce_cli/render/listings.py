"""Claims, documents, truces, sources and status: each as rows for scripts and as a screen. Judges nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from truce_cli.model.claim import Claim
from truce_cli.model.conflict import Conflict
from truce_cli.model.document import Card
from truce_cli.model.finding import Question, TruceSummary
from truce_cli.model.listing import DocumentLine, SourceLine, Status
from truce_cli.render.footer import footer
from truce_cli.render.layout import Column, Line, Row, Table, View
from truce_cli.render.rows import keys
from truce_cli.render.scope import asked_scope, counted
from truce_cli.render.signs import ARROW, NOT_REPORTED, PROPOSED
from truce_cli.render.wording import (
    act_words,
    figure_signs,
    figure_text,
    harm_words,
    marked,
    side_name,
    speaker,
    when,
)

DOCUMENT_ROW: Final = keys(
    "id path url archive_url outlet title published published_basis published_note "
    "fetched format reader size claims"
)
SOURCE_ROW: Final = keys("name slug role side kind claims documents note")
TRUCE_ROW: Final = keys(
    "truce name agreed in_force until parties brokers first_clocked first_minutes first_about unclocked "
    "accusations general denials candidate claims"
)
STATUS_ROW: Final = keys(
    "ledger conflict name documents elsewhere undated claims kinds statuses "
    "curated extracted bound unanchored decisions"
)


def document_row(line: DocumentLine) -> dict[str, object]:
    row: dict[str, object] = {key: getattr(line.card, key) for key in DOCUMENT_ROW if key != "claims"}
    row["claims"] = line.claims
    return row


def source_row(line: SourceLine) -> dict[str, object]:
    return {key: getattr(line, key) for key in SOURCE_ROW}


def truce_row(summary: TruceSummary) -> dict[str, object]:
    """accusations is an object: accusations by the accuser's side."""
    row: dict[str, object] = {key: getattr(summary, key) for key in TRUCE_ROW}
    for key in ("parties", "brokers", "unclocked", "claims"):
        row[key] = list(getattr(summary, key))
    row["accusations"] = dict(summary.accusations)
    return row


def status_row(status: Status) -> dict[str, object]:
    row: dict[str, object] = {key: getattr(status, key) for key in STATUS_ROW}
    row["kinds"] = dict(status.kinds)
    row["statuses"] = dict(status.statuses)
    return row


def claims_view(
    claims: Sequence[Claim],
    cards: Mapping[str, Card],
    conflict: Conflict | None,
    short: Mapping[str, str],
    denied: Mapping[str, Claim] = MappingProxyType({}),
) -> View:
    """One line a claim. short: the shortest prefix that means it, by id; denied: what denials name, by id."""
    columns = (
        Column("Id", whole=True),
        Column("Claim"),
        Column("Day", whole=True),
        Column("Who says so", under=True),
        Column("Document", whole=True),
    )
    rows = tuple(
        Row(
            (
                short.get(claim.id, claim.id),
                marked(claim_words(claim, conflict, short, denied), candidate=claim.status == "candidate"),
                _claim_day(claim),
                speaker(claim.claimant, (claim.document or "",), cards),
                (claim.document or "not held")[:12],
            )
        )
        for claim in claims
    )
    return (Table(columns, rows),) if rows else (Line("no claims"),)


def claims_footer(claims: Sequence[Claim], conflict: Conflict, statuses: Sequence[str]) -> View:
    """Signs, conflict, how many claims and of which statuses; () stands for all of them."""
    legend = [*figure_signs(figure_text(claim) for claim in claims if claim.kind == "toll")]
    if any(claim.status == "candidate" for claim in claims):
        legend.append(f"{PROPOSED} proposed by the machine")
    of = f"status {' or '.join(statuses)}" if statuses else "of every status"
    return footer(legend, f"{conflict.name}; {counted(len(claims), 'claim')}, {of}")


def claim_words(
    claim: Claim,
    conflict: Conflict | None,
    short: Mapping[str, str] = MappingProxyType({}),
    denied: Mapping[str, Claim] = MappingProxyType({}),
) -> str:
    """A claim in a few words: "974 killed, military, Armenian side"; "→ Armenian side: shelling, Terter"."""
    if claim.kind in ("toll", "undisclosed"):
        words = [claim.subgroup or claim.victims, side_name(claim.side, conflict), claim.other_conflict]
        said = f"{figure_text(claim)} {harm_words(claim.harm)}"
        if claim.kind == "undisclosed":
            said = f"{harm_words(claim.harm)} not disclosed"
        return ", ".join(word for word in (said, *words) if word)
    if claim.kind == "violation":
        act = act_words(claim.act)
        count = f"{figure_text(claim)} {claim.unit}" if claim.unit else ""
        about = ", ".join(word for word in (act, count, claim.place) if word)
        return f"{ARROW} {side_name(claim.accused_side, conflict) or claim.accused or 'not named'}: {about}"
    if claim.kind == "truce_event":
        return f"{claim.truce or 'truce'} {harm_words(claim.event)}" + _brokered(claim.brokers)
    if claim.denies is None:
        return f"denial: {claim.quote}" if claim.quote else "denial"
    target = denied.get(claim.denies)
    if target is None:
        return f"denial of {short.get(claim.denies, claim.denies)}"
    return f"denial of {short.get(target.id, target.id)} {claim_words(target, conflict)}"


def documents_view(lines: Sequence[DocumentLine]) -> View:
    columns = (
        Column("Id", whole=True),
        Column("Published", whole=True),
        Column("Found by"),
        Column("Outlet"),
        Column("Title", under=True),
        Column("Claims", right=True, whole=True),
    )
    rows = tuple(
        Row(
            (
                line.card.id[:12],
                line.card.published or NOT_REPORTED,
                (line.card.published_basis or "not found").replace("_", " "),
                line.card.outlet or "",
                line.card.title or line.card.path or "",
                f"{line.claims:,}",
            )
        )
        for line in lines
    )
    return (Table(columns, rows),) if rows else (Line("no documents"),)


def documents_footer(lines: Sequence[DocumentLine]) -> View:
    missing = any(line.card.published is None for line in lines)
    legend = [f"{NOT_REPORTED} no publication date was found"] if missing else []
    return footer(legend, counted(len(lines), "document"))


def truces_view(summaries: Sequence[TruceSummary], conflict: Conflict) -> View:
    sides = tuple(side.slug for side in conflict.sides)
    columns = (
        Column("Truce"),
        Column("In force", whole=True),
        Column("Until", whole=True),
        Column("First accusation", under=True),
        *(Column(f"By {side_name(side, conflict)}", right=True) for side in sides),
        Column("Denials", right=True),
    )
    rows = tuple(
        Row(
            (
                marked(summary.truce, candidate=summary.candidate),
                when(summary.in_force, "minute"),
                when(summary.until, "minute") if summary.until else "open",
                _first(summary),
                *(str(dict(summary.accusations).get(side, 0)) for side in sides),
                str(summary.denials),
            )
        )
        for summary in summaries
    )
    return (Table(columns, rows),) if rows else (Line("no truces"),)


def truces_footer(summaries: Sequence[TruceSummary], conflict: Conflict, question: Question) -> View:
    legend = ["specific accusations, echoes counted once"]
    if any(summary.candidate for summary in summaries):
        legend.append(f"{PROPOSED} from claims proposed by the machine")
    scope = asked_scope(conflict, question, counted(len(summaries), "truce"))
    return footer(legend if summaries else (), f"{scope}; local time, {conflict.timezone}")


def sources_view(lines: Sequence[SourceLine], conflict: Conflict | None) -> View:
    columns = (
        Column("Source"),
        Column("Role", whole=True),
        Column("Side"),
        Column("Kind"),
        Column("Claims", right=True, whole=True),
        Column("Docs", right=True, whole=True),
    )
    rows = tuple(
        Row(
            (
                line.name,
                line.role,
                side_name(line.side, conflict) or "not known",
                (line.kind or "not known").replace("_", " "),
                f"{line.claims:,}",
                f"{line.documents:,}",
            )
        )
        for line in lines
    )
    return (Table(columns, rows),) if rows else (Line("no sources"),)


def sources_footer(lines: Sequence[SourceLine], conflict: Conflict) -> View:
    unknown = any(line.side is None or line.kind is None for line in lines)
    legend = ["not known: the conflict file does not name it"] if unknown else []
    return footer(legend, f"{conflict.name}; {counted(len(lines), 'source')}")


def status_view(status: Status) -> View:
    waiting = dict(status.statuses).get("candidate", 0)
    entries = (
        f"{status.curated:,} curated, {status.extracted:,} proposed; {status.bound:,} more bound to curated"
    )
    pairs = (
        ("ledger", status.ledger),
        ("conflict", f"{status.name} ({status.conflict})"),
        ("documents", ", ".join(_documents(status))),
        ("claims", f"{status.claims:,}: {_counts(status.kinds)}" if status.claims else "0"),
        ("", entries),
        ("", f"{status.unanchored:,} curated without their document" if status.unanchored else ""),
        ("review", f"{counted(waiting, 'claim')} waiting; {_counts(status.statuses) or 'none yet'}"),
        ("log", counted(status.decisions, "decision")),
    )
    rows = tuple(Row(pair) for pair in pairs if pair[1])
    return (Table((Column(""), Column("")), rows),)


def _documents(status: Status) -> Iterator[str]:
    yield f"{status.documents:,} held"
    if status.elsewhere:
        yield f"{status.elsewhere:,} named and not held"
    if status.undated:
        yield f"{status.undated:,} undated"


def _counts(pairs: tuple[tuple[str, int], ...]) -> str:
    return ", ".join(f"{number:,} {word.replace('_', ' ')}" for word, number in pairs if number)


def _claim_day(claim: Claim) -> str:
    if claim.kind == "violation":
        return when(claim.occurred, claim.precision)
    if claim.kind == "truce_event":
        return when(claim.at, claim.precision)
    return claim.as_of or claim.stated_on or "undated"


def _brokered(brokers: tuple[str, ...]) -> str:
    return f", brokered by {', '.join(brokers)}" if brokers else ""


def _first(summary: TruceSummary) -> str:
    clocked = ""
    if summary.first_minutes is not None:
        about = "about " if summary.first_about else ""
        clocked = f"{about}{summary.first_minutes} min ({(summary.first_clocked or '')[11:16]})"
    unclocked = ", ".join(f'"{words}"' for words in summary.unclocked)
    return (
        "; ".join(word for word in (clocked, f"unclocked: {unclocked}" if unclocked else "") if word)
        or "none"
    )
