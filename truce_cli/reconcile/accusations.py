"""Accusations found: echoes collapsed, general ones folded, denials and the dead hung on. Prints no entry."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from truce_cli.model.claim import Claim
from truce_cli.model.finding import Question
from truce_cli.model.names import led
from truce_cli.model.stance import is_general
from truce_cli.reconcile.book import Book, Selection
from truce_cli.reconcile.days import first_day, has_minute, instant, local
from truce_cli.reconcile.rules import dispute, units
from truce_cli.reconcile.rules.acts import Act, Acts
from truce_cli.reconcile.rules.events import cluster
from truce_cli.reconcile.rules.windows import place
from truce_cli.reconcile.selection import clocks_of, select


class Accusation(NamedTuple):
    """One accusation with all that was found of it, enough to be counted. `entries.violation` tells it as a row."""

    acts: Sequence[Act]
    claims: Sequence[Claim]
    """Those that were read, in order."""
    lead: Claim
    """The one that speaks for all."""
    at: str | None
    """Day or minute with offset, local time; for precision `by` the publication day."""
    precision: str
    denials: Sequence[Claim]
    tolls: Sequence[Claim]
    """Figures that hang on it."""
    folded: Sequence[Claim]
    """General accusations of its documents."""
    general: bool

    @property
    def truce(self) -> str | None:
        return self.acts[0].placed.truce

    @property
    def before_truce(self) -> bool:
        return self.acts[0].placed.before

    @property
    def clocked(self) -> bool:
        return has_minute(self.at)

    @property
    def candidate(self) -> bool:
        return all(claim.status == "candidate" for claim in self.claims)

    @property
    def is_count(self) -> bool:
        return any(map(units.is_count, self.claims))

    def ids(self, book: Book) -> Sequence[str]:
        """Of its claims and of their copies, the leading one first."""
        return led(book.ids(self.claims), self.lead.id)


class Found(NamedTuple):
    """Every accusation of a selection, with what denies nothing in particular."""

    accusations: Sequence[Accusation]
    unlinked: Sequence[Claim]


KINDS: Final = ("violation", "denial", "toll")
"""The claims that accusations are made of."""


def accused(book: Book, question: Question, truce: str | None = None) -> Found:
    """Collapse echoes, fold general accusations under specific ones, hang denials and the dead on them.

    truce: the accusations of this one are enough, and are the same as among all.
    """
    of_all = ("accusations", clocks_of(question), None)
    key = of_all if book.has_found(of_all) else (*of_all[:2], truce)
    return book.once(key, lambda: _accused(book, select(book, question, KINDS), key[2]))


def _accused(book: Book, selection: Selection, truce: str | None) -> Found:
    tolls: dict[str | None, list[Claim]] = defaultdict(list)
    for claim in selection.of_kind("toll"):
        if claim.measure == "incident":
            tolls[claim.document].append(claim)
    hanging: dict[str, list[Claim]] = {}
    elsewhere = _elsewhere(book, selection, truce)
    acts = Acts(book)
    general: list[Act] = []
    particular: list[Act] = []
    for claim in selection.of_kind("violation"):
        if claim.id in elsewhere:
            continue
        hung = _hanging(claim, tolls)
        if hung:
            hanging[claim.id] = hung
        (general if is_general(claim) else particular).append(acts.act(claim, hung))
    specific = cluster(book, particular)
    folded, loose = _folded(book, specific, general)
    deniable = elsewhere.union(item.claim.id for group in (*specific, *loose) for item in group)
    denials = dispute.denials(book, selection.of_kind("denial"), deniable)

    def told(group: Sequence[Act], general: bool) -> Accusation:
        claims = sorted((item.claim for item in group), key=book.order)
        linked = [d for c in claims for d in denials.get(c.id, ())] if denials else []
        linked.sort(key=book.order)
        hung = [t for item in group for t in hanging.get(item.claim.id, ())] if hanging else []
        lead, (at, precision) = _lead(claims), _when(book, claims)
        return Accusation(
            group, claims, lead, at, precision, linked, hung, folded.get(id(group), ()), general
        )

    found = [told(group, False) for group in specific] + [told(group, True) for group in loose]
    return Found(found, denials.get("", ()))


def first_clocked(accusations: Sequence[Accusation]) -> Accusation | None:
    """The earliest of those that a clock tells."""
    clocked = (one for one in accusations if one.clocked)
    return min(clocked, key=lambda one: (instant(one.at or ""), one.lead.id), default=None)


def _lead(claims: Sequence[Claim]) -> Claim:
    if claims[0].entry == "curated":
        return claims[0]
    return next((claim for claim in claims if claim.claimant_slug or claim.place), claims[0])


def _when(book: Book, claims: Sequence[Claim]) -> tuple[str | None, str]:
    """The act's own time as it is told, else "by" the day of the first document that has one."""
    dated = [c for c in claims if c.occurred]
    if not dated:
        days = [day for c in claims if (day := book.published(c))]
        return (min(days), "by") if days else (None, "unknown")
    clocked = [c for c in dated if has_minute(c.occurred)]
    lead = min(clocked or dated, key=lambda c: c.precision != "minutes_after")
    text = lead.occurred or ""
    if has_minute(text):
        text = local(text, clock_of(book))
        return text, lead.precision if lead.precision in ("minute", "about") else "minute"
    told = lead.precision if lead.precision in ("minutes_after", "range", "about", "by") else None
    return first_day(text), told or ("range" if "/" in text else "day")


def clock_of(book: Book) -> str:
    """A minute in the conflict's local time, for its offset."""
    return next((t.in_force for t in book.conflict.truces), "")


def _elsewhere(book: Book, selection: Selection, truce: str | None) -> frozenset[str]:
    """Accusations of other truces, which the entries of one truce do without: acts of two truces are never one.

    None where that is not so: where people judged that two claims are one, or a general accusation, which may
    fold under others, is denied.
    """
    if truce is None or book.same or book.different:
        return frozenset()
    denied = {book.target(claim.denies) for claim in selection.of_kind("denial")}
    placed: dict[tuple[str | None, str | None], str | None] = {}
    out = set()
    for claim in selection.of_kind("violation"):
        where = (claim.occurred, claim.truce)
        if where not in placed:
            placed[where] = place(book.conflict, claim).truce
        if placed[where] != truce:
            if claim.id in denied and is_general(claim):
                return frozenset()
            out.add(claim.id)
    return frozenset(out)


def _hanging(claim: Claim, tolls: Mapping[str | None, list[Claim]]) -> list[Claim]:
    """The dead and injured of an act: one label in one document, or words of one quote."""
    return [toll for toll in tolls.get(claim.document, ()) if _hangs(toll, claim)]


def _hangs(toll: Claim, claim: Claim) -> bool:
    if toll.incident is not None or claim.incident is not None:
        return toll.incident == claim.incident
    if None in (toll.start, toll.end, claim.start, claim.end):
        return bool(toll.quote and claim.quote and (toll.quote in claim.quote or claim.quote in toll.quote))
    return (toll.start or 0) < (claim.end or 0) and (claim.start or 0) < (toll.end or 0)


def _folded(
    book: Book, specific: Sequence[list[Act]], general: Sequence[Act]
) -> tuple[dict[int, list[Claim]], list[list[Act]]]:
    """General accusations under the same side's specific ones of one document, else among themselves.

    Returns the folded claims by id() of the specific group, and the groups that stay.
    """
    homes: dict[tuple[object, ...], list[Act]] = {}
    documents = {item.claim.document for item in general}
    near = [group for group in specific if any(item.claim.document in documents for item in group)]
    for group in sorted(near, key=lambda g: min(book.order(a.claim) for a in g)):
        for item in group:
            homes.setdefault((item.claim.document, item.claim.claimant_side, item.placed), group)
    folded: dict[int, list[Claim]] = defaultdict(list)
    loose: dict[tuple[object, ...], list[Act]] = defaultdict(list)
    for item in sorted(general, key=lambda a: book.order(a.claim)):
        claim = item.claim
        home = homes.get((claim.document, claim.claimant_side, item.placed))
        if home is not None:
            folded[id(home)].append(claim)
            continue
        day = item.day or book.published(claim)
        dated = item.day is not None
        loose[(item.placed, claim.claimant_side, claim.accused_side, day, dated)].append(item)
    return folded, list(loose.values())
