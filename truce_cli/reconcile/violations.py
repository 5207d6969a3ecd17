"""Who accused whom how often: distinct events by act and day, never added across units."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from truce_cli.model.answer import Accusations
from truce_cli.model.claim import Claim
from truce_cli.model.finding import Entry, Question, Step
from truce_cli.model.names import together
from truce_cli.model.stance import is_general
from truce_cli.model.words import ACTS, UNKNOWN
from truce_cli.reconcile.book import Book
from truce_cli.reconcile.days import instant, minutes_between
from truce_cli.reconcile.rules import units
from truce_cli.reconcile.rules.windows import check_truce, place
from truce_cli.reconcile.selection import select
from truce_cli.reconcile.timeline import Accusations as Told
from truce_cli.reconcile.timeline import accused as accused_in
from truce_cli.reconcile.truces import unclocked

Pair = tuple[str | None, str, str]
"""(truce, accuser's side, accused side)."""


def violations(book: Book, question: Question) -> tuple[Accusations, ...]:
    """One row for each truce, accuser and accused, truces in the conflict's order, those of none last.

    Raises UsageError for a truce that the conflict does not know.
    """
    return tuple(found for found, _ in with_entries(book, question))


def with_entries(book: Book, question: Question) -> list[tuple[Accusations, tuple[Entry, ...]]]:
    """The same rows, each with the events that it counts."""
    check_truce(book.conflict, question)
    selection = select(book, question, ("violation", "denial", "toll"))
    found = accused_in(book, selection, question.truce)
    claims = {claim.id: claim for claim in selection.of_kind("violation")}
    pairs: dict[Pair, list[Entry]] = defaultdict(list)
    for entry in found.entries:
        pairs[entry.truce, entry.accuser_side or UNKNOWN, entry.accused_side or UNKNOWN].append(entry)
    general = Counter(_pair(book, c) for c in claims.values() if is_general(c))
    for pair in general:
        pairs.setdefault(pair, [])
    out = []
    for pair in sorted(pairs, key=lambda pair: _order(book, pair)):
        if question.truce not in (None, pair[0]):
            continue
        if question.sides and pair[1] not in question.sides:
            continue
        entries = pairs[pair]
        events = [e for e in entries if not (e.general or e.before_truce or _is_count(e, found))]
        row = _row(book, pair, entries, events, general[pair], found, claims)
        out.append((row, tuple(events)))
    return out


def _row(
    book: Book,
    pair: Pair,
    entries: Sequence[Entry],
    events: Sequence[Entry],
    general: int,
    found: Told,
    claims: Mapping[str, Claim],
) -> Accusations:
    slug, accuser, accused = pair
    truce = book.conflict.truce(slug) if slug else None
    acts = Counter(entry.act or "violation" for entry in events)
    days = Counter(_day(entry) for entry in events)
    clocked = [entry for entry in events if entry.at_utc and entry.at]
    first = min(clocked, key=lambda e: (instant(e.at or ""), e.claims[0]), default=None)
    counts = units.counts([claims[e.claims[0]] for e in entries if _is_count(e, found)])
    refused = units.refusal(counts)
    steps = [Step(rule="echo", used=tuple(e.claims[0] for e in events), note="each event once")]
    return Accusations(
        key=f"violations/{slug or 'no-truce'}/{accuser}/{accused}",
        truce=slug,
        accuser_side=accuser,
        accused_side=accused,
        events=len(events),
        acts=tuple((act, acts[act]) for act in ACTS if acts[act]),
        days=tuple(sorted(days.items(), key=lambda found: (found[0][-10:], found[0]))),
        general=general,
        before_truce=sum(e.before_truce for e in entries),
        denials=len({_denial(d) for e in entries for d in found.denials.get(e.claims[0], ())}),
        first_clocked=first.at if first else None,
        first_minutes=minutes_between(truce.in_force, first.at) if truce and first and first.at else None,
        first_about=first is not None and first.precision == "about",
        unclocked=unclocked(events, dict(claims)),
        counts=tuple((count.text, count.unit, count.claim.id) for count in counts),
        candidate=bool(entries) and all(e.candidate for e in entries),
        documents=book.documents(claim for e in entries for claim in found.read[e.claims[0]]),
        claims=together(ids for e in entries for ids in (e.claims, e.folded)),
        steps=(*steps, refused) if refused else tuple(steps),
    )


def _pair(book: Book, claim: Claim) -> Pair:
    return place(book.conflict, claim).truce, claim.claimant_side, claim.accused_side or UNKNOWN


def _order(book: Book, pair: Pair) -> tuple[object, ...]:
    truces = [truce.slug for truce in book.conflict.truces]
    sides = [side.slug for side in book.conflict.sides]
    slug, accuser, accused = pair

    def place_of(words: list[str], word: str | None) -> int:
        return words.index(word) if word in words else len(words)

    where = place_of(truces, slug), place_of(sides, accuser), place_of(sides, accused)
    return (*where, slug or "", accuser, accused)


def _is_count(entry: Entry, found: Told) -> bool:
    return any(units.is_count(claim) for claim in found.read[entry.claims[0]])


def _day(entry: Entry) -> str:
    if entry.at is None:
        return "undated"
    return f"by {entry.at[:10]}" if entry.precision == "by" else entry.at[:10]


def _denial(claim: Claim) -> tuple[str, str, str]:
    return (claim.claimant_side, claim.claimant_slug or (claim.claimant or "").casefold(), claim.denies or "")
