"""truce extract: declares its options, runs the rules on a file or a stream, shows."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, BinaryIO

import typer

from truce_cli.cli import options as o
from truce_cli.cli.output import Wish, put
from truce_cli.cli.settings import Settings, complain
from truce_cli.cli.sharding import ENGINES, make_shards
from truce_cli.errors import InputRefused, UsageError
from truce_cli.workflow.nearest import one_of
from truce_cli.workflow.spread import cores

if TYPE_CHECKING:
    from truce_cli.model.claim import Claim
    from truce_cli.model.document import Document
    from truce_cli.render.rows import Row
    from truce_cli.workflow.extract import Extracted, Shape


def extract(
    ctx: typer.Context,
    sources: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[FILE|-]",
            help="One article, or JSON lines; - for standard input. With --into files and folders of JSON lines.",
        ),
    ] = None,
    conflict: Annotated[
        str | None,
        typer.Option(
            metavar="NAME|FILE|none",
            help="The conflict; by default the shipped one that the article, or the first line to name one, "
            "is about.",
        ),
    ] = None,
    published: Annotated[
        str | None, typer.Option(metavar="DAY", help="The day of publication of the one article.")
    ] = None,
    outlet: Annotated[str | None, typer.Option(metavar="NAME", help="Its outlet.")] = None,
    tally: Annotated[
        bool, typer.Option("--tally", help="One line a document: its own total of killed and injured.")
    ] = False,
    jobs: Annotated[
        int | None,
        typer.Option(
            metavar="N",
            min=1,
            help="Processes that read JSON lines, for the same output: 1, with --into one a core.",
        ),
    ] = None,
    into: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Make a claim shard of each file there, for truce ingest DIR."),
    ] = None,
    engine: Annotated[
        str, typer.Option(metavar="local|dask", help="Who makes shards: this machine, or dask's workers.")
    ] = "local",
    scheduler: Annotated[
        str | None, typer.Option(metavar="ADDRESS", help="A dask scheduler; by default one of our own.")
    ] = None,
    form: o.Format = None,
    fields: o.Fields = None,
) -> None:
    """The claims that the rules propose, without a ledger.

    A line of JSON lines is {"id", "text", "published"?}.

    \b
    truce extract article.html --published 2020-10-18
    truce extract archive.jsonl --conflict none --tally > counts.jsonl
    truce extract archive/ --into shards/ && truce ingest shards/
    """
    settings, wish = Settings.of(ctx), Wish.of(form, fields, None)
    named = sources or ["-"]
    if into is not None or one_of(engine, ENGINES, "--engine") != "local":
        make_shards(
            settings,
            named,
            into or Path("shards"),
            conflict,
            engine=engine,
            scheduler=scheduler,
            processes=jobs or cores(),
        )
        return
    if len(named) > 1:
        raise UsageError("name one article or one file of JSON lines, or give --into DIR for a shard of each")
    source = named[0]
    published = o.first_day(published, "--published")
    run = _Run(settings, conflict, jobs or 1)
    with _stream(source) as stream:
        read = partial(run.read, source, stream, published, outlet)
        if tally:
            _print_tallies(read)
        else:
            _print_claims(run, wish, read)
    run.give_account()
    if run.refused:
        raise typer.Exit(InputRefused.exit_code)


class _Run:
    """One pass over the input; counts what it read and refused."""

    def __init__(self, settings: Settings, conflict: str | None, jobs: int) -> None:
        from truce_cli.workflow.extract import Chooser

        self.settings, self.jobs = settings, jobs
        self.chooser = Chooser(conflict)
        self.documents = self.refused = self.claims = 0

    def read(
        self, name: str, stream: BinaryIO, published: str | None, outlet: str | None, shape: Shape
    ) -> Iterator[Any]:
        """What the shape makes of each document, in order."""
        from truce_cli.workflow.extract import extract_article
        from truce_cli.workflow.lines import extract_lines, looks_like_lines

        first = b""
        while not first.strip() and (line := stream.readline()):
            first += line
        if not looks_like_lines(name, first):
            data = first + stream.read()
            found = extract_article(name, data, self.chooser, published, outlet, shape)
            yield self._counted(found, "").shaped
            return
        lines = chain(first.splitlines(True), stream)
        for item in extract_lines(name, lines, self.chooser, shape, self.jobs):
            if isinstance(item, InputRefused):
                self.refused += 1
                complain(str(item))
            else:
                by = self.chooser.named_by
                how = f", named by {by!r} and kept for every line" if by else ""
                yield self._counted(item, how).shaped

    def _counted(self, item: Extracted, how: str) -> Extracted:
        if not self.documents:
            conflict = self.chooser.conflict
            slug = conflict.slug if conflict else "none, so sides stay unknown"
            self.settings.note(f"conflict: {slug}{how}")
        self.settings.note(item.note)
        self.documents += 1
        self.claims += item.claims
        return item

    def give_account(self) -> None:
        from truce_cli.render.scope import counted

        account = f"{counted(self.documents, 'document')} read, {self.refused:,} refused"
        self.settings.note(f"{account}; {counted(self.claims, 'claim')} proposed")


def _stream(source: str) -> BinaryIO:
    if source == "-":
        return sys.stdin.buffer
    try:
        return open(source, "rb")  # noqa: PTH123  (closed by the caller's with)
    except OSError as error:
        raise InputRefused(source, f"{error.strerror or error}; name an article or JSON lines") from None


def _print_tallies(read: Callable[[Shape], Iterator[Any]]) -> None:
    from truce_cli.render.formats import json_text
    from truce_cli.workflow.extract import as_tally

    for line in read(lambda *found: json_text(as_tally(*found))):
        sys.stdout.write(f"{line}\n")


def _print_claims(run: _Run, wish: Wish, read: Callable[[Shape], Iterator[Any]]) -> None:
    from truce_cli.model.fields import CLAIM_ROW
    from truce_cli.render.listings import claims_view
    from truce_cli.workflow.extract import as_claims

    if wish.form != "table" or wish.fields:
        put(run.settings, wish, chain.from_iterable(read(_as_rows)), CLAIM_ROW, tuple)
        return
    held = tuple(read(as_claims))
    cards = {card.id: card for card, _ in held}
    claims = tuple(claim for _, some in held for claim in some)
    conflict = run.chooser.conflict if held else None
    put(run.settings, wish, (), CLAIM_ROW, lambda: claims_view(claims, cards, conflict, {}))


def _as_rows(document: Document, claims: tuple[Claim, ...]) -> list[Row]:
    from truce_cli.render.rows import claim_row

    return [claim_row(claim, document.card) for claim in claims]
