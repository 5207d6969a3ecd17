"""A question reads equal claims once, and answers as if it had read them all: compared on small, messy ledgers."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from counting import dear
from hypothesis import given
from hypothesis import strategies as st

from truce_cli.model.claim import Claim
from truce_cli.model.document import Card
from truce_cli.model.finding import Question
from truce_cli.model.record import replace
from truce_cli.read.conflict import load_conflict
from truce_cli.reconcile.timeline import timeline
from truce_cli.reconcile.tolls import tolls
from truce_cli.reconcile.truces import truces
from truce_cli.reconcile.violations import violations
from truce_cli.store.ledger import Ledger
from truce_cli.store.records import ConflictFile, Judgement, Kept
from truce_cli.workflow.desk import Desk, opened
from truce_cli.workflow.query import toll_book
from truce_cli.workflow.shipped import shipped_conflicts

CONFLICT_FILE = shipped_conflicts()["nagorno-karabakh-2020"]
CONFLICT = load_conflict(CONFLICT_FILE)
BODIES = ("nk-defence-ministry", "armenian-health-ministry", "azerbaijani-defence-ministry")
EVERY = ("toll", "undisclosed", "violation", "denial", "truce_event")
QUESTIONS = (
    {},
    {"truce": "oct-10"},
    {"known_on": "2020-10-11"},
    {"as_of": "2020-10-11"},
    {"derived": True, "policy": "third-party"},
    {"kinds": ("toll", "violation"), "statuses": ("accepted",)},
)


def day(chance: random.Random) -> str:
    return f"2020-10-{chance.randint(9, 13):02d}"


def speaker(chance: random.Random) -> dict[str, Any]:
    slug = chance.choice((*BODIES, "icrc", None))
    if slug is None:
        return {"claimant_side": "media"}
    actor = CONFLICT.actor(slug)
    side = (actor.side if actor else None) or "third"
    name = actor.name if actor else "a monitor"
    return {"claimant": name, "claimant_slug": slug if actor else None, "claimant_side": side}


def a_toll(chance: random.Random) -> Claim:
    as_of = chance.choice((day(chance), None))
    value = chance.randint(3, 9) * 10
    measure = chance.choice(("cumulative",) * 5 + ("incident", "increment"))
    return Claim(
        id="",
        kind="toll",
        harm=chance.choice(("killed", "injured")),
        low=value,
        value=value,
        high=chance.choice((value, value, None)),
        qualifier=chance.choice(("exact", "exact", "about", "vague")),
        value_text=chance.choice((str(value), "dozens")),
        victims=chance.choice(("military", "civilian", "any")),
        side=chance.choice(("armenian", "azerbaijani", "both")),
        measure=measure,
        as_of=as_of,
        as_of_basis=chance.choice(("stated", "published")) if as_of else None,
        place=chance.choice((None, None, "Ganja")),
        quote=chance.choice(("so many", "so many were told")),
        **speaker(chance),
    )


def an_act(chance: random.Random) -> Claim:
    accuser, accused = chance.sample(("armenian", "azerbaijani"), 2)
    slug = BODIES[0] if accuser == "armenian" else BODIES[2]
    occurred = chance.choice((day(chance), f"{day(chance)}T1{chance.randint(0, 9)}:30+04:00", None))
    return Claim(
        id="",
        kind="violation",
        claimant=chance.choice((slug, "the army")),
        claimant_slug=chance.choice((slug, None)),
        claimant_side=accuser,
        accused=accused.title(),
        accused_side=accused,
        truce=chance.choice((None, "oct-10")),
        occurred=occurred,
        precision="minute" if occurred and "T" in occurred else "day" if occurred else "unknown",
        act=chance.choice(("shelling", "shelling", "missile", "violation")),
        place=chance.choice(("Ganja", "Hadrut", None)),
        incident=chance.choice((None,) * 6 + ("a strike",)),
        unit=chance.choice((None,) * 8 + ("shells",)),
        value=5,
        low=5,
        high=5,
        quote=chance.choice(("forces shelled the outskirts", "missiles fell on houses in the evening")),
    )


def an_event(chance: random.Random) -> Claim:
    return Claim(
        id="",
        kind="truce_event",
        truce=chance.choice(("oct-10", None)),
        event=chance.choice(("agreed", "in_force", "collapsed")),
        at=chance.choice((day(chance), None)),
        quote="it was so",
        **speaker(chance),
    )


def a_denial(chance: random.Random) -> Claim:
    return Claim(
        id="", kind="denial", quote=chance.choice(("that is false", "nobody fired")), **speaker(chance)
    )


def a_silence(chance: random.Random) -> Claim:
    return Claim(id="", kind="undisclosed", side="azerbaijani", victims="military", **speaker(chance))


MAKERS: tuple[Callable[[random.Random], Claim], ...] = (
    (a_toll,) * 6 + (an_act,) * 5 + (an_event, a_denial, a_silence)
)


def messy(seed: int, path: Path) -> None:
    """A ledger in which a few claims are told again and again, some of them tied to others."""
    chance = random.Random(seed)
    data = CONFLICT_FILE.read_bytes()
    said = [chance.choice(MAKERS)(chance) for _ in range(chance.randint(2, 7))]
    cards = [
        Card(
            id=f"{number:064x}",
            path=chance.choice((f"docs/{chance.randint(0, 5)}.txt", None)),
            outlet="Wire",
            published=chance.choice((f"2020-10-{chance.randint(10, 14):02d}",) * 9 + (None,)),
        )
        for number in range(chance.randint(6, 25))
    ]
    kept: list[Kept] = []
    for number in range(chance.randint(15, 70)):
        one = chance.choice(said)
        start = chance.choice((0, 10, 500, None))
        curated = chance.random() < 0.05
        before = [item.claim.id for item in kept if item.claim.kind == "toll"]
        kept.append(
            Kept(
                claim=replace(
                    one,
                    id=f"{one.kind[0]}-{chance.getrandbits(64):016x}",
                    document=chance.choice(cards).id if chance.random() < 0.95 else None,
                    start=start,
                    end=None if start is None else start + 40,
                    status=chance.choice(("candidate",) * 14 + ("accepted", "rejected")),
                    entry="curated" if curated else "extracted",
                    ref=f"r{number}" if curated else None,
                    subset_of=chance.choice(before) if before and chance.random() < 0.1 else None,
                    corrects=chance.choice(before) if before and chance.random() < 0.04 else None,
                    denies=chance.choice(kept).claim.id if kept and one.kind == "denial" else None,
                ),
                rules_version=1,
            )
        )
    file = ConflictFile(slug=CONFLICT.slug, path="conflict.toml", data=data, sha256="0")
    with Ledger.create(path, file) as ledger, ledger.transaction():
        ledger.add_cards(cards, added="2020-12-01T00:00:00Z")
        ledger.put_claims(kept)
        ids = [item.claim.id for item in kept]
        if chance.random() < 0.4:
            one, other = sorted(chance.sample(ids, 2))
            verdict = chance.choice(('"same"', '"different"'))
            judged = Judgement(
                at="2021", curator="cy", command="same", subject=one, action="pair", field=other, new=verdict
            )
            ledger.judge([judged])


def answers(desk: Desk, question: Question) -> Iterator[tuple[str, object, object]]:
    """(name, the answer from all claims, the answer from collapsed ones)."""
    whole = desk.book()
    book = toll_book(desk, question)
    yield "tolls", tolls(whole, question), tolls(book, question)
    book = desk.collapsed_book(EVERY, ("violation", "truce_event", "toll"), question)
    told = timeline(whole, question)
    yield "timeline", told, timeline(book, question)
    if question.truce is not None:
        every = timeline(whole, replace(question, truce=None)).entries
        of_truce = {entry.key: entry for entry in every if entry.truce == question.truce}
        yield "one truce of the timeline", of_truce, {entry.key: entry for entry in told.entries}
    book = desk.collapsed_book(EVERY, ("violation",), question)
    told_of = violations(whole, question)
    yield "violations", told_of, violations(book, question)
    if question.truce is not None:
        every_row = violations(whole, replace(question, truce=None))
        yield "one truce of the rows", tuple(row for row in every_row if row.truce == question.truce), told_of
    yield "truces", truces(whole, question), truces(book, question)


@dear("examples of a whole reconciliation")
@given(st.integers(0, 2**32))
def test_collapsed_claims_give_the_same_answers(seed: int) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "truce.db"
        messy(seed, path)
        with opened(path) as desk:
            for asked in QUESTIONS:
                for name, whole, collapsed in answers(desk, Question(**asked)):
                    assert collapsed == whole, (name, asked)


def test_equal_claims_are_read_once(tmp_path: Path) -> None:
    path = tmp_path / "truce.db"
    messy(38, path)
    with opened(path) as desk:
        told = [found for kind in EVERY for found in desk.ledger.assertions(kind)]
        copies = sum(len(found.told.split("\n")) for _, found in told if found is not None)
    assert copies > len(told)
