"""Makes large ledgers, the same for the same seed: few distinct assertions, each repeated by many documents.

Rows that no question reads (texts, originals, search, hashes) are left out, so that a million claims take less
than a minute; `truce check` finds fault with such a ledger, and is right.
"""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from truce_cli.model.claim import Claim
from truce_cli.model.conflict import Conflict
from truce_cli.model.copies import place_of
from truce_cli.model.document import Card
from truce_cli.read.conflict import parse_conflict
from truce_cli.store import copying, rows
from truce_cli.store.ledger import Ledger
from truce_cli.store.naming import name_all, name_in
from truce_cli.store.records import ConflictFile, Kept
from truce_cli.workflow.held_conflict import with_parsed
from truce_cli.workflow.shipped import shipped_conflicts

BEGAN = date(2020, 9, 27)
DAYS = 44
SIDES = ("armenian", "azerbaijani")
OUTLETS = ("Courier", "Herald", "Evening Post", "Wire", "Gazette", "Monitor", "Standard", "Observer")
TOLLS, ACTS, EVENTS = 0.68, 0.30, 0.02
"""Shares of the distinct assertions."""


def make(path: Path, *, claims: int, documents: int, distinct: int, seed: int = 7) -> Path:
    """A ledger of the shipped conflict at path, which must not be there yet."""
    file, conflict = _conflict()
    Ledger.create(path, with_parsed(file, conflict)).close()
    chance = random.Random(seed)
    said = list(_assertions(chance, conflict, distinct))
    published = [_day(chance.randrange(DAYS + 10)) for _ in range(documents)]
    conn = sqlite3.connect(path)
    try:
        conn.execute("PRAGMA synchronous = OFF")
        conn.execute("PRAGMA journal_mode = OFF")
        with conn:
            conn.executemany(_insert("documents", ("id", *rows.DOCUMENT_COLUMNS)), _documents(published))
            names = _names(conn, said)
            conn.execute("DROP INDEX claims_copies")
            conn.executemany(_insert("claims", _COLUMNS), _claims(chance, said, names, published, claims))
            conn.execute(copying.INDEX)
            name_in(conn, [row[0] for row in conn.execute(_ENTANGLED)])
        conn.execute("PRAGMA journal_mode = DELETE")
        conn.execute("ANALYZE")
    finally:
        conn.close()
    return path


_COLUMNS = (*rows.CLAIM_COLUMNS, "assertion", "copy")
_ENTANGLED = """SELECT DISTINCT document_id FROM claims WHERE kind = 'violation'
    GROUP BY document_id, claimant_side, accused_side, substr(occurred, 1, 10) HAVING count(*) > 1"""
"""Documents with accusations that may be one act, whose claims are not collapsed."""


def _names(conn: sqlite3.Connection, said: Sequence[Claim]) -> list[int | None]:
    """What `claims.assertion` is for each assertion that stands alone in its document."""
    document = rows.CLAIM_COLUMNS.index("document_id")
    templates = [list(rows.claim_values(Kept(claim=one), None)) for one in said]
    for number, values in enumerate(templates, 1):
        values[document] = number
    conn.executemany(_insert("claims", rows.CLAIM_COLUMNS), templates)
    name_all(conn)
    names = [row[0] for row in conn.execute("SELECT assertion FROM claims ORDER BY id")]
    conn.execute("DELETE FROM claims")
    return names


def _conflict() -> tuple[ConflictFile, Conflict]:
    path = shipped_conflicts()["nagorno-karabakh-2020"]
    data = path.read_bytes()
    conflict = parse_conflict(data, path.name)
    return ConflictFile(slug=conflict.slug, path=path.name, data=data, sha256="0" * 64), conflict


def _insert(table: str, columns: Sequence[str]) -> str:
    names = ", ".join(f'"{name}"' for name in columns)
    return f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(columns))})"


def _day(number: int) -> str:
    return (BEGAN + timedelta(days=number)).isoformat()


def _documents(published: Sequence[str]) -> Iterator[tuple[Any, ...]]:
    for number, day in enumerate(published, 1):
        card = Card(
            id=f"{number:064x}",
            path=f"docs/{number:06d}.txt",
            outlet=OUTLETS[number % len(OUTLETS)],
            title=f"Dispatch {number}",
            published=day,
            published_basis="given",
            size=4_000,
        )
        values = rows.document_values(card, None, rules_version=1, added="2020-12-01T00:00:00Z")
        held = rows.DOCUMENT_COLUMNS.index("held")
        yield (number, *values[:held], 1, *values[held + 1 :])


def _claims(
    chance: random.Random,
    said: Sequence[Claim],
    names: Sequence[int | None],
    published: Sequence[str],
    claims: int,
) -> Iterator[tuple[Any, ...]]:
    """Every assertion once at least; the more telling ones far more often, on any later day."""
    known = sorted(range(len(published)), key=lambda number: published[number])
    first = {}
    for place, number in enumerate(known):
        first.setdefault(published[number], place)
    templates = [rows.claim_values(Kept(claim=one, rules_version=1), None) for one in said]
    ids, document, start, end = (
        rows.CLAIM_COLUMNS.index(name) for name in ("claim_id", "document_id", "start", "end")
    )
    for number in range(claims):
        which = number if number < len(said) else int(len(said) * chance.random() ** 1.5)
        one = said[which]
        since = first.get(((one.as_of or one.occurred or one.at or "")[:10]), 0)
        values = list(templates[which])
        begins = chance.randrange(3_000)
        values[ids] = f"{one.id[0]}-{number:016x}"
        values[document] = known[chance.randrange(since, len(known))] + 1
        values[start], values[end] = begins, begins + len(one.quote or "")
        copy = place_of(published[values[document] - 1], begins, values[ids])
        yield (*values, names[which], copy)


def _assertions(chance: random.Random, conflict: Conflict, distinct: int) -> Iterator[Claim]:
    seen: set[object] = set()
    made = 0
    makers = ((_toll, TOLLS), (_act, ACTS), (_event, EVENTS))
    for maker, share in makers:
        goal = made + round(distinct * share)
        tries = 0
        while made < goal and tries < 60 * distinct:
            tries += 1
            one = maker(chance, conflict, made)
            told = tuple(
                getattr(one, name) for name in Claim.__dataclass_fields__ if name not in ("id", "quote")
            )
            if told not in seen:
                seen.add(told)
                made += 1
                yield one


def _speaker(chance: random.Random, conflict: Conflict, side: str) -> dict[str, Any]:
    """Own bodies speak most, then the opponent's, third parties and media."""
    draw = chance.random()
    if draw < 0.15:
        return {"claimant": None, "claimant_slug": None, "claimant_side": "media"}
    if draw < 0.3:
        third = [actor for actor in conflict.actors if actor.side is None and actor.kind != "media"]
        actor = chance.choice(third)
        return {"claimant": actor.name, "claimant_slug": actor.slug, "claimant_side": "third"}
    speaks = side if draw < 0.8 else next(other for other in SIDES if other != side)
    actor = chance.choice([actor for actor in conflict.actors if actor.side == speaks])
    return {"claimant": actor.name, "claimant_slug": actor.slug, "claimant_side": speaks}


def _toll(chance: random.Random, conflict: Conflict, number: int) -> Claim:
    """A running total that grows by the day."""
    side, day = chance.choice(SIDES), chance.randrange(DAYS)
    victims, harm = chance.choice(("military", "civilian", "any")), chance.choice(("killed", "injured"))
    speaker = _speaker(chance, conflict, side)
    scale = 30 if victims != "civilian" else 3
    value = (day + 1) * scale + chance.randrange(4)
    qualifier = chance.choice(("exact", "exact", "exact", "more_than", "at_least", "about"))
    return Claim(
        id=f"t-{number:016x}",
        kind="toll",
        rule="toll",
        quote=f"{speaker['claimant'] or 'Reports'} put the {harm} at {value}",
        harm=harm,
        low=value,
        high=value if qualifier in ("exact", "about") else None,
        value=value,
        qualifier=qualifier,
        value_text=str(value),
        victims=victims,
        side=side,
        measure="cumulative",
        as_of=_day(day),
        as_of_basis="stated",
        **speaker,
    )


def _act(chance: random.Random, conflict: Conflict, number: int) -> Claim:
    """An accusation of a day or a minute, of no dead."""
    accuser = chance.choice(SIDES)
    accused = next(side for side in SIDES if side != accuser)
    speaker = chance.choice([actor for actor in conflict.actors if actor.side == accuser])
    day = _day(chance.randrange(DAYS))
    act = chance.choice(("shelling", "missile", "airstrike", "drone", "ground_attack", "small_arms"))
    place = chance.choice(conflict.places).name
    minute = f"{day}T{chance.randrange(24):02d}:{chance.randrange(60):02d}"
    clocked = chance.random() < 0.3
    truce = next((t.slug for t in reversed(conflict.truces) if t.in_force[:10] < day), None)
    return Claim(
        id=f"v-{number:016x}",
        kind="violation",
        rule="accusation",
        quote=f"{speaker.name} said that forces attacked {place} by {act} in the {chance.choice(_HOURS)} hours",
        claimant=speaker.name,
        claimant_slug=speaker.slug,
        claimant_side=accuser,
        accused=accused.title(),
        accused_side=accused,
        truce=truce,
        occurred=f"{minute}+04:00" if clocked else day,
        precision="minute" if clocked else "day",
        act=act,
        place=place,
    )


_HOURS = ("morning", "midday", "afternoon", "evening", "night")


def _event(chance: random.Random, conflict: Conflict, number: int) -> Claim:
    truce = chance.choice(conflict.truces)
    event = chance.choice(("proposed", "agreed", "in_force", "extended", "collapsed", "ended"))
    actor = chance.choice([actor for actor in conflict.actors if actor.kind == "government"])
    return Claim(
        id=f"e-{number:016x}",
        kind="truce_event",
        rule="truce",
        quote=f"{actor.name} said the truce was {event} ({number})",
        claimant=actor.name,
        claimant_slug=actor.slug,
        claimant_side=actor.side or "third",
        truce=truce.slug,
        event=event,
        at=_day(chance.randrange(DAYS)),
        precision="day",
    )
