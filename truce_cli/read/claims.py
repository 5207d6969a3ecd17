"""Hand-curated claims: a file to claims, sources and documents held elsewhere. Looks for no quotes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final, TypeVar

from truce_cli.errors import InputRefused
from truce_cli.model.claim import Claim
from truce_cli.model.conflict import Actor, Conflict
from truce_cli.model.document import Card
from truce_cli.model.identity import digest
from truce_cli.model.record import dataclass, replace
from truce_cli.read.claim_rows import Names, read_claim
from truce_cli.read.claim_tables import TABLES, read_rows
from truce_cli.read.conflict import read_actor
from truce_cli.read.exported import (
    Head,
    LogRow,
    exported_actor,
    exported_card,
    exported_claim,
    exported_head,
    exported_judgement,
)
from truce_cli.read.row import Row

_T = TypeVar("_T")

_CARD: Final = ("id", "title", "outlet", "url", "archive_url", "published", "path", "note")


@dataclass(frozen=True, slots=True)
class CuratedClaim:
    """claim: without document and offsets. line: in its file. document: its reference as written.

    The reference is a sha256 or its beginning, an address, a path, or a part of the title; None without one.
    """

    claim: Claim
    line: int
    document: str | None


@dataclass(frozen=True, slots=True)
class ClaimsFile:
    """refused: one error for each row that could not be taken; the others stand.

    head: what an exported file says of itself; its rows are taken as they stand. log: its judgements.
    """

    claims: tuple[CuratedClaim, ...] = ()
    refused: tuple[InputRefused, ...] = ()
    sources: tuple[Actor, ...] = ()
    documents: tuple[Card, ...] = ()
    head: Head | None = None
    log: tuple[LogRow, ...] = ()


def read_claims(path: str, data: bytes, conflict: Conflict) -> ClaimsFile:
    """What a claims file holds. Raises InputRefused where the file as a whole cannot be read."""
    tables: dict[str, list[Row]] = {table: [] for table in TABLES}
    refused: list[InputRefused] = []
    for item in read_rows(path, data):
        if isinstance(item, InputRefused):
            refused.append(item)
        else:
            tables[item[0]].append(item[1])
    if tables["export"]:
        return _exported(exported_head(tables["export"][0]), tables, refused)
    stray = tables["judgement"]
    refused += [row.refuse("kind", "a judgement stands in exported files only") for row in stray]
    sides = tuple(side.slug for side in conflict.sides)
    sources = _each(tables["source"], lambda row: read_actor(_without_kind(row), sides), refused)
    documents = _each(tables["document"], _card, refused)
    actors = {actor.slug: actor for actor in (*conflict.actors, *(source for _, source in sources))}
    names = Names(conflict, actors)
    claims = _each(tables["claim"], lambda row: read_claim(row, names), refused)
    claims = _once(claims, refused)
    return ClaimsFile(
        claims=_linked(claims),
        refused=_in_order(refused),
        sources=tuple(source for _, source in sources),
        documents=tuple(card for _, card in documents),
    )


def _exported(head: Head, tables: Mapping[str, list[Row]], refused: list[InputRefused]) -> ClaimsFile:
    claims = _each(tables["claim"], exported_claim, refused)
    sources = _each(tables["source"], exported_actor, refused)
    documents = _each(tables["document"], exported_card, refused)
    log = _each(tables["judgement"], exported_judgement, refused)
    return ClaimsFile(
        claims=tuple(CuratedClaim(claim, row.line("") or 1, document) for row, (claim, document) in claims),
        refused=_in_order(refused),
        sources=tuple(source for _, source in sources),
        documents=tuple(card for _, card in documents),
        head=head,
        log=tuple(row for _, row in log),
    )


def _in_order(refused: Sequence[InputRefused]) -> tuple[InputRefused, ...]:
    return tuple(sorted(refused, key=lambda error: (error.line or 0, error.column or 0)))


def _each(
    rows: Sequence[Row], make: Callable[[Row], _T], refused: list[InputRefused]
) -> list[tuple[Row, _T]]:
    made = []
    for row in rows:
        try:
            made.append((row, make(row)))
        except InputRefused as error:
            refused.append(error)
    return made


def _without_kind(row: Row) -> Row:
    """In CSV and JSON lines `kind` says that the row is a source; the actor's kind stands in `actor_kind`."""
    if row.values.get("kind") != "source":
        return row
    values = {name: value for name, value in row.values.items() if name != "actor_kind" and row.has(name)}
    return Row(row.path, {**values, "kind": row.values.get("actor_kind")}, row.line)


def _card(row: Row) -> Card:
    """A document held elsewhere; without a sha256 its address or title stands for it."""
    values = {name: value for name, value in row.values.items() if name != "kind" or value != "document"}
    row = Row(row.path, values, row.line)
    row.known(_CARD)
    title, url, published = row.text("title"), row.text("url"), row.day("published")
    if url is None and title is None:
        raise row.refuse("url", "is missing; a document needs an address or a title")
    return Card(
        id=row.text("id") or digest({"title": None if url else title, "url": url}),
        path=row.text("path"),
        url=url,
        archive_url=row.text("archive_url"),
        outlet=row.text("outlet"),
        title=title,
        published=published,
        published_basis="given" if published else None,
        format="elsewhere",
    )


def _once(claims: list[tuple[Row, Claim]], refused: list[InputRefused]) -> list[tuple[Row, Claim]]:
    """Claims whose ref and id are their own."""
    kept: list[tuple[Row, Claim]] = []
    ids: dict[str, Row] = {}
    refs: dict[str, Row] = {}
    for row, claim in claims:
        first = ids.get(claim.id) or (refs.get(claim.ref) if claim.ref else None)
        if first is not None:
            name = "ref" if claim.ref else "id" if row.has("id") else "quote"
            said = repr(claim.ref or claim.id)
            refused.append(
                row.refuse(name, f"{said} is taken already, on line {first.line(name)}; give another ref")
            )
            continue
        ids[claim.id] = row
        if claim.ref:
            refs[claim.ref] = row
        kept.append((row, claim))
    return kept


def _linked(claims: list[tuple[Row, Claim]]) -> tuple[CuratedClaim, ...]:
    """Claims with the refs of this file that they name turned into ids, and with one label for each incident.

    A ref of another file stays as it is written.
    """
    ids = {claim.ref: claim.id for _, claim in claims if claim.ref}
    labels = {claim.incident for _, claim in claims if claim.incident}

    def meant(name: str | None) -> str | None:
        return ids.get(name, name) if name is not None else None

    return tuple(
        CuratedClaim(
            replace(
                claim,
                subset_of=meant(claim.subset_of),
                denies=meant(claim.denies),
                corrects=meant(claim.corrects),
                incident=claim.incident
                or next((n for n in (claim.ref, claim.id) if n and n in labels), None),
            ),
            row.line("") or 1,
            row.text("document"),
        )
        for row, claim in claims
    )
