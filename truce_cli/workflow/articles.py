"""Takes articles in: read, extract, store in batches. Knows no claims file."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import overload

from truce_cli.errors import InputRefused, TruceError
from truce_cli.model.claim import Claim
from truce_cli.model.conflict import Conflict
from truce_cli.model.document import Card, Document
from truce_cli.model.record import dataclass, field, replace
from truce_cli.store.ledger import Ledger
from truce_cli.store.log import decided
from truce_cli.store.records import ConflictFile, Judgement, Kept, SeenFile
from truce_cli.store.rows import why_not
from truce_cli.store.writing import as_json
from truce_cli.workflow.inputs import STDIN, Inputs, Keys, look
from truce_cli.workflow.tally import Tally
from truce_cli.workflow.target import Target
from truce_cli.workflow.who import Who

BATCH_DOCUMENTS = 1000
BATCH_BYTES = 32_000_000
_SAMPLE_DOCUMENTS = 200

Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What a person says of a single article; it leads over what the page says."""

    published: str | None = None
    outlet: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """One article of the run. document is None where it is held already, or could not be read (refused)."""

    name: str
    seen: SeenFile | None
    sha256: str | None = None
    document: Document | None = None
    touched: bool = False
    refused: InputRefused | None = None


class Pages:
    """The articles of a run, read one at a time; the first ones can be looked at before the rest are read."""

    def __init__(
        self, inputs: Inputs, ledger: Ledger | None, keys: Keys, given: Given, *, rehash: bool
    ) -> None:
        self.total = len(inputs.articles) + (inputs.stdin is not None)
        self._first: list[_Page] = []
        self._rest = self._read(inputs, ledger, keys, given, rehash=rehash)

    def sample(self) -> list[str]:
        """Texts of the first articles, enough to see what they are about."""
        size = 0
        for page in self._rest:
            self._first.append(page)
            size += page.document.card.size if page.document else 0
            if len(self._first) >= _SAMPLE_DOCUMENTS or size >= BATCH_BYTES:
                break
        return [page.document.text for page in self._first if page.document is not None]

    def __iter__(self) -> Iterator[_Page]:
        first, self._first = self._first, []
        return chain(first, self._rest)

    @staticmethod
    def _read(
        inputs: Inputs, ledger: Ledger | None, keys: Keys, given: Given, *, rehash: bool
    ) -> Iterator[_Page]:
        if inputs.stdin is not None:
            yield _page(STDIN, None, inputs.stdin, ledger, given)
        for path in inputs.articles:
            try:
                found = look(path, ledger, keys, "article", rehash=rehash)
            except InputRefused as why:
                yield _Page(name=why.path, seen=None, refused=why)
                continue
            if found.data is None:
                yield _Page(name=found.name, seen=found.seen, touched=found.touched)
            else:
                yield _page(found.name, found.seen, found.data, ledger, given)


def _page(name: str, seen: SeenFile | None, data: bytes, ledger: Ledger | None, given: Given) -> _Page:
    sha256 = seen.sha256 if seen is not None else hashlib.sha256(data).hexdigest()
    if ledger is not None and ledger.known((sha256,)):
        return _Page(name=name, seen=seen, sha256=sha256)
    try:
        return _Page(
            name=name, seen=seen, sha256=sha256, document=read(name, data, _decided(given, ledger, sha256))
        )
    except InputRefused as why:
        return _Page(name=name, seen=seen, refused=why)


def _decided(given: Given, ledger: Ledger | None, sha256: str) -> Given:
    """What is given now, else what was decided of a document before it came (an export, an other ledger)."""
    fixed = decided(ledger.log(sha256)) if ledger is not None else {}
    return Given(
        published=given.published or fixed.get("published"), outlet=given.outlet or fixed.get("outlet")
    )


def read(name: str, data: bytes, given: Given) -> Document:
    """One article; whatever goes wrong in reading it is InputRefused, so that the others go on."""
    from truce_cli.read.article import read_article

    try:
        return _sound(read_article(name, data, published=given.published, outlet=given.outlet))
    except (TruceError, ImportError):
        raise
    except Exception as error:
        raise InputRefused(
            name, f"cannot be read: a fault of ours ({type(error).__name__}: {error})"
        ) from error


def proposals(document: Document, conflict: Conflict, tally: Tally) -> tuple[Claim, ...]:
    """What the rules propose. Raises InputRefused where they fail on this document."""
    from truce_cli.extract.engine import extract

    try:
        claims = extract(document, conflict)
    except ImportError:  # a broken installation is no document's fault
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
            tally.notes.append(f"{document.card.path}: a proposed claim was left out: {problem}")
    return tuple(sound)


@dataclass(slots=True)
class _Batch:
    documents: list[Document] = field(default_factory=list)
    claims: list[Kept] = field(default_factory=list)
    files: list[SeenFile] = field(default_factory=list)
    sha256s: set[str] = field(default_factory=set)
    duplicates: int = 0
    size: int = 0

    @property
    def full(self) -> bool:
        return len(self.files) >= BATCH_DOCUMENTS or self.size >= BATCH_BYTES


def take_articles(
    pages: Pages,
    target: Target,
    conflict: Conflict,
    file: ConflictFile,
    given: Given,
    tally: Tally,
    who: Who,
    *,
    progress: Progress | None,
) -> None:
    """Store every new article with its proposals. Counts grow only when a batch is on the disk."""
    batch = _Batch()
    for number, page in enumerate(pages, 1):
        _sort(page, batch, conflict, tally)
        if batch.full:
            _store(batch, target, file, given, tally, who)
            batch = _Batch()
        if progress is not None:
            progress(number, pages.total, page.name)
    _store(batch, target, file, given, tally, who)


def _sort(page: _Page, batch: _Batch, conflict: Conflict, tally: Tally) -> None:
    """Put one page where it belongs: the account, or the batch."""
    from truce_cli.extract.version import RULES_VERSION

    if page.refused is not None:
        tally.refuse_file(page.refused)
    elif page.sha256 is None:
        tally.unchanged += 1
        if page.touched and page.seen is not None:
            batch.files.append(page.seen)
    elif page.document is None or page.sha256 in batch.sha256s:
        # Standard input has no path under which it could be a copy.
        if page.seen is None:
            tally.unchanged += 1
        else:
            batch.duplicates += 1
            batch.files.append(page.seen)
    else:
        try:
            claims = proposals(page.document, conflict, tally)
        except InputRefused as why:
            tally.refuse_file(why)
            return
        batch.documents.append(page.document)
        batch.sha256s.add(page.sha256)
        batch.size += page.document.card.size
        batch.claims.extend(Kept(claim=claim, rules_version=RULES_VERSION) for claim in claims)
        if page.seen is not None:
            batch.files.append(page.seen)


def _store(batch: _Batch, target: Target, file: ConflictFile, given: Given, tally: Tally, who: Who) -> None:
    from truce_cli.extract.version import RULES_VERSION

    if not batch.documents and not batch.files:
        return
    ledger = target.open(file)
    with ledger.transaction():
        # Another process may have stored some of them since we looked.
        held = ledger.known(batch.sha256s)
        ledger.add_documents(batch.documents, rules_version=RULES_VERSION, added=who.now)
        proposed = ledger.add_claims([kept for kept in batch.claims if kept.claim.document not in held])
        ledger.note_files(batch.files)
        new = [document.card for document in batch.documents if document.card.id not in held]
        ledger.judge(_given_fields(new, given, who))
    tally.stored += len(new)
    tally.duplicate += batch.duplicates + len(batch.documents) - len(new)
    tally.proposed += proposed


def _given_fields(cards: Sequence[Card], given: Given, who: Who) -> Iterator[Judgement]:
    """A date or outlet that a person gave is a decision: reading the article again must not lose it."""
    for card in cards:
        for name, value in (("published", given.published), ("outlet", given.outlet)):
            if value is not None:
                yield who.judgement(card.id, "given", field=name, new=as_json(value))


def _sound(document: Document) -> Document:
    """The document without lone surrogates, which no UTF-8 store can hold: each becomes one U+FFFD."""
    text, card = _whole(document.text), document.card
    mended = replace(
        card,
        path=_whole(card.path),
        url=_whole(card.url),
        outlet=_whole(card.outlet),
        title=_whole(card.title),
        published_note=_whole(card.published_note),
    )
    same = text is document.text and mended == card
    return document if same else replace(document, text=text, card=mended)


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
