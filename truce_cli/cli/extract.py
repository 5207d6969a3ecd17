"""truce extract: declares its options, runs the rules on a file or a stream, shows."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from truce_cli.cli import options as o
from truce_cli.cli.output import Wish, put
from truce_cli.cli.settings import Settings, complain
from truce_cli.errors import InputRefused

if TYPE_CHECKING:
    from truce_cli.workflow.extract import Extracted


def extract(
    ctx: typer.Context,
    source: Annotated[
        str, typer.Argument(metavar="[FILE|-]", help="One article, or JSON lines; - for standard input.")
    ] = "-",
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
    form: o.Format = None,
    fields: o.Fields = None,
) -> None:
    """The claims that the rules propose, without a ledger.

    A line of JSON lines is {"id", "text", "published"?}.

    \b
    truce extract article.html --published 2020-10-18
    truce extract archive.jsonl --conflict none --tally > counts.jsonl
    """
    settings, wish = Settings.of(ctx), Wish.of(form, fields, None)
    published = o.first_day(published, "--published")
    run = _Run(settings)
    with _stream(source) as stream:
        found = run.read(source, stream, conflict, published, outlet)
        if tally:
            _print_tallies(found)
        else:
            _print_claims(settings, wish, found)
    run.give_account()
    if run.refused:
        raise typer.Exit(InputRefused.exit_code)


class _Run:
    """One pass over the input; counts what it read and refused."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.documents = self.refused = self.claims = 0

    def read(
        self, name: str, stream: BinaryIO, conflict: str | None, published: str | None, outlet: str | None
    ) -> Iterator[Extracted]:
        from truce_cli.workflow import extract as workflow

        chooser = workflow.Chooser(conflict)
        first = b""
        while not first.strip() and (line := stream.readline()):
            first += line
        if not workflow.looks_like_lines(name, first):
            found = workflow.extract_article(name, first + stream.read(), chooser, published, outlet)
            yield self._counted(found, "")
            return
        for item in workflow.extract_lines(name, chain(first.splitlines(True), stream), chooser):
            if isinstance(item, InputRefused):
                self.refused += 1
                complain(str(item))
            else:
                how = f", named by {chooser.named_by!r} and kept for every line" if chooser.named_by else ""
                yield self._counted(item, how)

    def _counted(self, item: Extracted, how: str) -> Extracted:
        if not self.documents:
            slug = item.conflict.slug if item.conflict else "none, so sides stay unknown"
            self.settings.note(f"conflict: {slug}{how}")
        self.settings.note(item.note)
        self.documents += 1
        self.claims += len(item.claims)
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


def _print_tallies(found: Iterator[Extracted]) -> None:
    from truce_cli.render.formats import json_text
    from truce_cli.workflow.extract import tally_row

    for item in found:
        sys.stdout.write(json_text(tally_row(item)) + "\n")


def _print_claims(settings: Settings, wish: Wish, found: Iterator[Extracted]) -> None:
    from truce_cli.model.fields import CLAIM_ROW
    from truce_cli.render import rows
    from truce_cli.render.listings import claims_view

    if wish.form != "table" or wish.fields:
        stream = (rows.claim_row(claim, item.document.card) for item in found for claim in item.claims)
        put(settings, wish, stream, CLAIM_ROW, tuple)
        return
    held = tuple(found)
    cards = {item.document.card.id: item.document.card for item in held}
    claims = tuple(claim for item in held for claim in item.claims)
    conflict = held[0].conflict if held else None
    put(settings, wish, (), CLAIM_ROW, lambda: claims_view(claims, cards, conflict, {}))
