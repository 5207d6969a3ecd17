"""Who accused whom how often: distinct events by act and day, never added across units."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence

from truce_cli.model.answer import Accusations
from truce_cli.model.claim import Claim
from truce_cli.model.finding import Entry, Question, Step
from truce_cli.model.names import in_turn
from truce_cli.model.stance import is_general
from truce_cli.model.words import ACTS, UNKNOWN
from truce_cli.reconcile import entries
from truce_cli.reconcile.accusations import KINDS, Accusation, accused, first_clocked
from truce_cli.reconcile.book import Book
from truce_cli.reconcile.days import minutes_between
from truce_cli.reconcile.rules import units
from truce_cli.reconcile.rules.windows import check_truce, place
from truce_cli.reconcile.selection import select
from truce_cli.reconcile.truces import unclocked

Pair = tuple[str | None, str, str]
"""(truce, accuser's side, accused side)."""


def violations(book: Book, question: Question) -> tuple[Accusations, ...]:
    """One row for each truce, accuser and accused, truces in the conflict's order, those of none last.

    Raises UsageError for a truce that the conflict does not know.
    """
    return tuple(found for found, _ in _counted(book, question))


def with_entries(book: Book, question: Question, key: str) -> tuple[Accusations, tuple[Entry, ...]] | None:
    """The row of a key, with the events that it counts; None where there is no such row."""
    for row, events in _counted(book, question):
        if row.key == key:
            return row, tuple(entries.violation(book, one) for one in events)
    return None


def _counted(book: Book, question: Question) -> Iterator[tuple[Accusations, Sequence[Accusation]]]:
    """Each row with the events that it counts."""
    check_truce(book.conflict, question)
    pairs: dict[Pair, list[Accusation]] = defaultdict(list)
    for one in accused(book, question, question.truce).accusations:
        pairs[one.truce, one.lead.claimant_side or UNKNOWN, one.lead.accused_side or UNKNOWN].append(one)
    claims = select(book, question, KINDS).of_kind("violation")
    general = Counter(_pair(book, claim) for claim in claims if is_general(claim))
    read = {claim.id for claim in claims}
    for pair in general:
        pairs.setdefault(pair, [])
    for pair in sorted(pairs, key=lambda pair: _order(book, pair)):
        if question.truce not in (None, pair[0]):
            continue
        if question.sides and pair[1] not in question.sides:
            continue
        told = pairs[pair]
        counts = [one for one in told if one.is_count]
        events = [one for one in told if not (one.general or one.before_truce or one.is_count)]
        yield _row(book, pair, told, events, counts, general[pair], read), events


def _row(
    book: Book,
    pair: Pair,
    told: Sequence[Accusation],
    events: Sequence[Accusation],
    counted: Sequence[Accusation],
    general: int,
    read: Collection[str],
) -> Accusations:
    slug, accuser, accused = pair
    truce = book.conflict.truce(slug) if slug else None
    acts = Counter(one.lead.act or "violation" for one in events)
    days = Counter(map(_day, events))
    first = first_clocked(events)
    counts = units.counts([one.lead for one in counted])
    refused = units.refusal(counts)
    steps = [Step(rule="echo", used=tuple(one.lead.id for one in events), note="each event once")]
    return Accusations(
        key=f"violations/{slug or 'no-truce'}/{accuser}/{accused}",
        truce=slug,
        accuser_side=accuser,
        accused_side=accused,
        events=len(events),
        acts=tuple((act, acts[act]) for act in ACTS if acts[act]),
        days=tuple(sorted(days.items(), key=lambda found: (found[0][-10:], found[0]))),
        general=general,
        before_truce=sum(one.before_truce for one in told),
        denials=len({_denial(denial) for one in told for denial in one.denials}),
        first_clocked=first.at if first else None,
        first_minutes=minutes_between(truce.in_force, first.at) if truce and first and first.at else None,
        first_about=first is not None and first.precision == "about",
        unclocked=unclocked(events, read),
        counts=tuple((count.text, count.unit, count.claim.id) for count in counts),
        candidate=bool(told) and all(one.candidate for one in told),
        documents=book.documents(claim for one in told for claim in one.claims),
        claims=in_turn(lambda: (ids for one in told for ids in (one.ids(book), [c.id for c in one.folded]))),
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


def _day(one: Accusation) -> str:
    if one.at is None:
        return "undated"
    return f"by {one.at[:10]}" if one.precision == "by" else one.at[:10]


def _denial(claim: Claim) -> tuple[str, str, str]:
    return (claim.claimant_side, claim.claimant_slug or (claim.claimant or "").casefold(), claim.denies or "")
