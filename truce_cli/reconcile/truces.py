"""The truces side by side: when each began and ended, how soon and how often it was said to be broken."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import Final

from truce_cli.model.claim import Claim
from truce_cli.model.conflict import Truce
from truce_cli.model.finding import Question, TruceSummary
from truce_cli.model.stance import is_general
from truce_cli.reconcile.accusations import KINDS, Accusation, accused, first_clocked
from truce_cli.reconcile.book import Book
from truce_cli.reconcile.days import minutes_between
from truce_cli.reconcile.rules.windows import Placed, place, window
from truce_cli.reconcile.selection import select

_MINUTES: Final = re.compile(
    r"\b(?:with)?in (?:just )?(?:the first |a few |a matter of )?minutes\b"
    r"|\b(?:just |only |a few )?minutes (?:after|later|into)\b",
    re.IGNORECASE,
)


def truces(book: Book, question: Question) -> tuple[TruceSummary, ...]:
    """One summary a truce, in the order of the conflict file; every truce, also one nobody speaks of."""
    found = accused(book, question).accusations
    placed: dict[tuple[str | None, str | None], Placed] = {}
    within: dict[str | None, list[Claim]] = defaultdict(list)
    for claim in select(book, question, KINDS).of_kind("violation"):
        where = (claim.occurred, claim.truce)
        if where not in placed:
            placed[where] = place(book.conflict, claim)
        if not placed[where].before:
            within[placed[where].truce].append(claim)
    return tuple(
        _summary(book, truce, found, within[truce.slug])
        for truce in book.conflict.truces
        if question.truce in (None, truce.slug)
    )


def _summary(book: Book, truce: Truce, found: Sequence[Accusation], claims: Sequence[Claim]) -> TruceSummary:
    """claims: the accusations that fall within the truce."""
    span = window(book.conflict, truce)
    mine = [one for one in found if one.truce == truce.slug and not one.before_truce]
    specific = [one for one in mine if not (one.general or one.is_count)]
    first = first_clocked(specific)
    return TruceSummary(
        truce=truce.slug,
        name=truce.name,
        agreed=truce.agreed,
        in_force=truce.in_force,
        until=span.end,
        parties=truce.parties,
        brokers=truce.brokers,
        first_clocked=first.at if first else None,
        first_minutes=minutes_between(truce.in_force, first.at) if first and first.at else None,
        first_about=first is not None and first.precision == "about",
        unclocked=unclocked(specific, {c.id for c in claims}),
        accusations=tuple(
            (side.slug, sum(one.lead.claimant_side == side.slug for one in specific))
            for side in book.conflict.sides
        ),
        general=sum(is_general(c) for c in claims),
        denials=sum(len({_denier(denial) for denial in one.denials}) for one in mine),
        candidate=bool(claims) and all(c.status == "candidate" for c in claims),
        claims=book.ids(claims),
    )


def _denier(claim: Claim) -> tuple[str, str]:
    return (claim.claimant_side, claim.claimant_slug or (claim.claimant or "").casefold())


def unclocked(specific: Sequence[Accusation], claims: Collection[str]) -> tuple[str, ...]:
    """How soon in words, of accusations that no clock tells: "within minutes". claims: ids of those to read."""
    out = []
    for one in specific:
        if one.precision != "minutes_after":
            continue
        read = (one.lead, *(claim for claim in one.claims if claim is not one.lead))
        told = (_MINUTES.search(claim.quote or "") for claim in read if claim.id in claims)
        words = next((match.group(0).lower() for match in told if match), "within minutes")
        out.append(words)
    return tuple(dict.fromkeys(out))
