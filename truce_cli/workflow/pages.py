"""The articles of a run: found, opened where they have changed, in order. Draws no claims, stores nothing."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from truce_cli.errors import InputRefused
from truce_cli.model.record import dataclass, replace
from truce_cli.store.ledger import Ledger
from truce_cli.store.log import decided
from truce_cli.store.records import SeenFile
from truce_cli.workflow.drawing import Given, Source, read
from truce_cli.workflow.inputs import STDIN, Inputs, Keys, look, shown

_SAMPLE_DOCUMENTS = 200
_SAMPLE_BYTES = 32_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One article. sha256 is None where its file is as the ledger knows it, or could not be opened (refused).

    source: None too where the article is held already, under whatever name. touched: the same bytes under a new
    time, so that the ledger's note of the file needs renewing.
    """

    name: str
    seen: SeenFile | None
    sha256: str | None = None
    source: Source | None = None
    touched: bool = False
    row: bool = False
    """True for a row of a dump, which is counted only when it is read."""
    refused: InputRefused | None = None


class Pages:
    """The articles of a run, opened one at a time; the first ones can be read before the rest are opened."""

    def __init__(
        self, inputs: Inputs, ledger: Ledger | None, keys: Keys, given: Given, *, rehash: bool
    ) -> None:
        self.total = len(inputs.articles) + (inputs.stdin is not None)
        self._first: list[Page] = []
        self._rest = _open(inputs, ledger, keys, given, rehash=rehash)

    def sample(self) -> list[str]:
        """Texts of the first articles, enough to see what they are about."""
        texts: list[str] = []
        size = 0
        for page in self._rest:
            page = _read(page)
            self._first.append(page)
            if page.source is not None and page.source.document is not None:
                texts.append(page.source.document.text)
                size += len(page.source.data)
            if len(texts) >= _SAMPLE_DOCUMENTS or size >= _SAMPLE_BYTES:
                break
        return texts

    def __iter__(self) -> Iterator[Page]:
        first, self._first = self._first, []
        return chain(first, self._rest)


def _open(inputs: Inputs, ledger: Ledger | None, keys: Keys, given: Given, *, rehash: bool) -> Iterator[Page]:
    if inputs.stdin is not None:
        yield _page(STDIN, None, inputs.stdin, ledger, given)
    for path in inputs.articles:
        try:
            found = look(path, ledger, keys, "article", rehash=rehash)
        except InputRefused as why:
            yield Page(name=why.path, seen=None, refused=why)
            continue
        if found.data is None:
            yield Page(name=found.name, seen=found.seen, touched=found.touched)
        else:
            yield _page(found.name, found.seen, found.data, ledger, given)
    for path in inputs.dumps:
        yield from _rows(path, ledger, replace(given, columns=inputs.columns))


def _rows(path: Path, ledger: Ledger | None, given: Given) -> Iterator[Page]:
    """Each row of a dump as a page of its own, named by its line."""
    from truce_cli.read.dump import dump_rows

    name, number = shown(path), 0
    for number, item in enumerate(dump_rows(path, name), 1):  # noqa: B007
        if isinstance(item, InputRefused):
            yield Page(name=name, seen=None, refused=item, row=True)
        else:
            page = _page(f"{name}:{item.line}", None, item.data, ledger, given)
            yield replace(page, row=True)
    if not number:
        yield Page(name=name, seen=None, refused=InputRefused(name, "no rows in it"), row=True)


def _page(name: str, seen: SeenFile | None, data: bytes, ledger: Ledger | None, given: Given) -> Page:
    sha256 = seen.sha256 if seen is not None else hashlib.sha256(data).hexdigest()
    if ledger is not None and ledger.known((sha256,)):
        return Page(name=name, seen=seen, sha256=sha256)
    source = Source(name=name, data=data, sha256=sha256, given=_decided(given, ledger, sha256))
    return Page(name=name, seen=seen, sha256=sha256, source=source)


def _decided(given: Given, ledger: Ledger | None, sha256: str) -> Given:
    """What is given now, else what was decided of a document before it came (an export, an other ledger)."""
    fixed = decided(ledger.log(sha256)) if ledger is not None else {}
    if not fixed:
        return given
    return replace(
        given,
        published=given.published or fixed.get("published"),
        outlet=given.outlet or fixed.get("outlet"),
    )


def _read(page: Page) -> Page:
    """The page with its article read, or why that is refused."""
    source = page.source
    if source is None:
        return page
    try:
        document = read(source.name, source.data, source.given, source.sha256)
    except InputRefused as why:
        return Page(name=page.name, seen=page.seen, refused=why, row=page.row)
    return replace(page, source=replace(source, document=document))
