"""Document and conflict → candidate claims. Pure: no files, no clock, no store."""

from __future__ import annotations

from truce_cli.errors import InputRefused
from truce_cli.extract.accusation import Violation, restates
from truce_cli.extract.article import Article
from truce_cli.extract.breach_counts import COUNTED
from truce_cli.extract.claims import (
    Ids,
    denial_claim,
    event_claim,
    silence_claim,
    toll_claim,
    toll_id,
    violation_claim,
)
from truce_cli.extract.denial_words import DENIES
from truce_cli.extract.denials import Denial, denials, says_again
from truce_cli.extract.gates import OPEN, Gates, gates_of
from truce_cli.extract.headline import told_below
from truce_cli.extract.lexicon import lexicon
from truce_cli.extract.relevance import about_the_conflict
from truce_cli.extract.silence import HUSH, silences
from truce_cli.extract.toll import Toll
from truce_cli.extract.tolls import HARMS, tolls
from truce_cli.extract.truce_events import OF_TRUCES, TruceEvent, truce_events
from truce_cli.extract.violations import ACCUSES, violations
from truce_cli.model.claim import Claim
from truce_cli.model.conflict import Conflict
from truce_cli.model.document import Document

MOST_CLAIMS = 5_000
"""In one document. What holds more is a table or a dump: minutes of work, and nothing that was said."""
_NEAR = 2
"""Sentences over which an accusation's day is carried to the next one."""


def extract(document: Document, conflict: Conflict | None) -> tuple[Claim, ...]:
    """Every claim that the rules propose, in the order of the text.

    Without a conflict sides stay unknown. Each claim's quote is document.text[start:end], exactly.
    Raises InputRefused for what is no article by its size.
    """
    article = Article(document, lexicon(conflict))
    found: tuple[Claim, ...] = ()
    if about_the_conflict(article):
        gates = gates_of(article.text, article.vocabulary, article.lexicon)
        found = claims_of(article, gates) if gates.any else ()
    article.forget()
    return found


def extract_ungated(document: Document, conflict: Conflict | None) -> tuple[Claim, ...]:
    """The same with every rule run on every sentence: what `extract` must give, and many times as slow."""
    article = Article(document, lexicon(conflict), gated=False)
    return claims_of(article, OPEN) if about_the_conflict(article) else ()


def claims_of(article: Article, gates: Gates) -> tuple[Claim, ...]:
    """The claims of an article by the rules whose gates are open, sorted by their place in the text."""
    ids = Ids(article)
    found: list[Toll] = []
    accusations: list[Violation] = []
    claims: list[Claim] = []
    known: dict[int, str] = {}
    events: dict[tuple[str | None, str], TruceEvent] = {}
    last_truce: str | None = None
    last_denial: Denial | None = None
    named_truces = gates.truces and article.own_truces is not None
    for sentence in article.sentences:
        if len(claims) > MOST_CLAIMS:
            name = article.document.card.path or article.document.card.id
            raise InputRefused(name, f"more than {MOST_CLAIMS:,} claims in one document; split it")
        article.remember(sentence)
        opened = sentence.opened
        new_tolls = tolls(sentence, found) if gates.tolls and (found or opened & HARMS) else []
        found += new_tolls
        carried = (
            accusations[-1]
            if accusations and sentence.index - accusations[-1].sentence.index <= _NEAR
            else None
        )
        counts_on = carried is not None and carried.rule == COUNTED
        accused = violations(sentence, carried) if gates.sides and (opened & ACCUSES or counts_on) else []
        if (
            accused and article.quoted_by(sentence) is not None
        ):  # an embedded post tells again what the text told
            accused = [v for v in accused if not any(restates(v, old) for old in accusations)]
        denied: list[Denial] = (
            denials(sentence) if gates.denials and opened & DENIES and article.deniable else []
        )
        if denied:
            denied = [denial for denial in denied if not says_again(denial, last_denial)]
            last_denial = denied[-1] if denied else last_denial
        made: list[tuple[Violation, Claim]] = []
        for violation in accused:
            made.append((violation, violation_claim(article, violation, ids, new_tolls)))
        for denial in denied:
            told = [claim for _, claim in made if (claim.start or 0) < denial.start]
            claims.append(denial_claim(article, denial, ids, [*claims, *told]))
        claims += [claim for _, claim in made]
        accusations += accused
        incident = made[0][1].id if len(made) == 1 else None
        for toll in new_tolls:
            known[id(toll.link)] = toll_id(article, toll, ids)
        for toll in new_tolls:
            claims.append(
                toll_claim(article, toll, known, incident if toll.timing.measure == "incident" else None)
            )
        if gates.sides and opened & HUSH:
            claims += [silence_claim(article, s, ids) for s in silences(sentence)]
        for event in (
            truce_events(sentence, last_truce)
            if gates.truces and (opened & OF_TRUCES or named_truces)
            else ()
        ):
            last_truce = event.truce or last_truce
            key = (event.truce, event.event)
            if event.truce is None or key not in events or len(events[key].at or "") < len(event.at or ""):
                events[key if event.truce else (str(sentence.index), event.event)] = event
    claims += [event_claim(article, event, ids) for event in events.values()]
    claims.sort(key=lambda c: (c.start or 0, c.end or 0, c.id))
    return tuple(told_below(article, claims))
