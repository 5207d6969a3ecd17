"""From an article's bytes to what the ledger keeps of it. Opens nothing, so that any process may do it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, overload

from truce_cli.errors import InputRefused, TruceError
from truce_cli.model.claim import Claim
from truce_cli.model.conflict import Conflict
from truce_cli.model.document import Document
from truce_cli.model.record import dataclass, replace
from truce_cli.store.packing import Packed, pack
from truce_cli.store.records import Kept
from truce_cli.store.rows import why_not


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What a person says of a single article; it leads over what the page says."""

    published: str | None = None
    outlet: str | None = None
    columns: Mapping[str, str] | None = None
    """Of a row of a dump."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """An article that waits to be read. sha256: of its bytes; document: where it has been read already.

    fixed: fields of its card that a person has decided.
    """

    name: str
    data: bytes
    sha256: str
    given: Given
    document: Document | None = None
    fixed: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """An article with what the rules propose in it and notes for a person, or why it was refused."""

    document: Document | None = None
    claims: tuple[Claim, ...] = ()
    notes: tuple[str, ...] = ()
    refused: InputRefused | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """What came of it: rows for the ledger and notes for a person, or why it was refused."""

    packed: Packed | None = None
    notes: tuple[str, ...] = ()
    refused: InputRefused | None = None


def draw(sources: Sequence[Source], conflict: Conflict, added: str) -> list[Drawn]:
    """Read each article, propose its claims, pack both. added: UTC, ISO."""
    return [_draw(source, conflict, added) for source in sources]


def propose(sources: Sequence[Source], conflict: Conflict) -> list[Proposed]:
    """Read each article and propose its claims. The documents come without the originals, which are held already."""
    found = [_propose(source, conflict) for source in sources]
    return [
        one if one.document is None else replace(one, document=replace(one.document, original=b""))
        for one in found
    ]


def _draw(source: Source, conflict: Conflict, added: str) -> Drawn:
    from truce_cli.extract.version import RULES_VERSION

    found = _propose(source, conflict)
    if found.document is None:
        return Drawn(refused=found.refused)
    claims = [Kept(claim=claim, rules_version=RULES_VERSION) for claim in found.claims]
    packed = pack(found.document, claims, rules_version=RULES_VERSION, added=added)
    return Drawn(packed=packed, notes=found.notes)


def _propose(source: Source, conflict: Conflict) -> Proposed:
    notes: list[str] = []
    try:
        document = source.document or read(source.name, source.data, source.given, source.sha256)
        if source.fixed:
            document = replace(document, card=replace(document.card, **source.fixed))
        claims = proposals(document, conflict, notes)
    except InputRefused as why:
        return Proposed(refused=why)
    return Proposed(document=document, claims=claims, notes=tuple(notes))


def read(name: str, data: bytes, given: Given, sha256: str | None = None) -> Document:
    """One article; whatever goes wrong in reading it is InputRefused, so that the others go on.

    sha256: of the data, where that is known.
    """
    from truce_cli.read.article import read_article

    try:
        article = read_article(
            name,
            data,
            published=given.published,
            outlet=given.outlet,
            columns=given.columns,
            sha256=sha256,
        )
        return _sound(article)
    except (TruceError, ImportError):
        raise
    except Exception as error:
        raise InputRefused(
            name, f"cannot be read: a fault of ours ({type(error).__name__}: {error})"
        ) from error


def proposals(document: Document, conflict: Conflict, notes: list[str]) -> tuple[Claim, ...]:
    """What the rules propose; what cannot be stored is left out with a note. InputRefused where they fail."""
    from truce_cli.extract.engine import extract

    try:
        claims = extract(document, conflict)
    except (TruceError, ImportError):  # a broken installation is no document's fault
        raise
    except Exception as error:
        message = f"no claims can be drawn from it: a fault of ours ({type(error).__name__}: {error})"
        raise InputRefused(document.card.path or document.card.id, message) from error
    sound = []
    for claim in claims:
        problem = why_not(claim)
        if problem is None:
            sound.append(claim)
        else:
            notes.append(f"{document.card.path}: a proposed claim was left out: {problem}")
    return tuple(sound)


def _sound(document: Document) -> Document:
    """The document without lone surrogates, which no UTF-8 store can hold: each becomes one U+FFFD."""
    text, card = document.text, document.card
    said = (text, card.path, card.url, card.outlet, card.title, card.published_note)
    if all(value is None or _whole(value) is value for value in said):
        return document
    mended = replace(
        card,
        path=_whole(card.path),
        url=_whole(card.url),
        outlet=_whole(card.outlet),
        title=_whole(card.title),
        published_note=_whole(card.published_note),
    )
    return replace(document, text=_whole(text), card=mended)


@overload
def _whole(text: str) -> str: ...
@overload
def _whole(text: None) -> None: ...
@overload
def _whole(text: str | None) -> str | None: ...
def _whole(text: str | None) -> str | None:
    if text is None or text.isascii():
        return text
    try:
        text.encode()
    except UnicodeEncodeError:
        return "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in text)
    return text
