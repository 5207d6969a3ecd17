"""The ledger for Python programs: the questions of the command line, answered in frozen dataclasses.

    from truce_cli import Ledger

    ledger = Ledger.open("truce.db")
    for tally in ledger.tolls(by="side"):
        print(tally.key, tally.text, tally.as_of, tally.claimant)
    frame = ledger.timeline(truce="oct-10").to_frame()

Each call opens the file, reads one state of it and closes it again: a Ledger holds nothing open, and may be shared
between threads. Every error is a truce_cli.errors.TruceError that says what to do.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Generic, Self, TypeVar, overload

from truce_cli.errors import TruceError
from truce_cli.model.answer import Accusations, SeriesStep, Why
from truce_cli.model.claim import Claim
from truce_cli.model.document import Card
from truce_cli.model.finding import Entry, Problem, Tally, TruceSummary
from truce_cli.model.listing import DocumentLine, Status
from truce_cli.model.names import Names
from truce_cli.workflow.question import Words, question, several

if TYPE_CHECKING:
    import pandas

    from truce_cli.workflow.report import IngestReport

__all__ = ["Answer", "Ledger"]

T = TypeVar("T")
Day = str | date | None
"""An ISO day, as text or as a date."""


def _plain(value: object) -> object:
    """A row's value in lists and dicts alone."""
    if isinstance(value, Names):
        return list(value)
    if isinstance(value, list):
        return [_plain(one) for one in value]
    return {name: _plain(one) for name, one in value.items()} if isinstance(value, dict) else value


class Answer(Sequence[T], Generic[T]):
    """The findings of one question, in the order of the command's table: a sequence of frozen dataclasses.

    scope: what the table's footer says: conflict, window, clocks, what was left out; "" where there is none.
    problems: clashes and gaps that reconciliation found on the way.
    """

    def __init__(
        self,
        items: Iterable[T],
        row: Callable[[T], Mapping[str, object]],
        columns: Sequence[str],
        *,
        scope: str = "",
        problems: tuple[Problem, ...] = (),
    ) -> None:
        self._items = tuple(items)
        self._row = row
        self._columns = list(columns)
        self.scope = scope
        self.problems = problems

    def __len__(self) -> int:
        return len(self._items)

    def __iter__(self) -> Iterator[T]:
        return iter(self._items)

    @overload
    def __getitem__(self, place: int) -> T: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[T, ...]: ...
    def __getitem__(self, place: int | slice) -> T | tuple[T, ...]:
        return self._items[place]

    def __repr__(self) -> str:
        return f"<{len(self)} items{'; ' if self.scope else ''}{self.scope}>"

    def to_dicts(self) -> list[dict[str, object]]:
        """The rows that the command prints with --format json, as they are documented there."""
        return [{name: _plain(value) for name, value in self._row(item).items()} for item in self._items]

    def to_frame(self) -> pandas.DataFrame:
        """The same rows as a pandas.DataFrame, a column a key; counts are Int64, so that none becomes 3.0.

        Raises TruceError where pandas is not installed.
        """
        try:
            import pandas
        except ImportError:
            raise TruceError("to_frame needs pandas; install it, or use to_dicts()") from None
        frame = pandas.DataFrame(self.to_dicts(), columns=self._columns)
        counts = [name for name in ("low", "value", "high", "start", "end") if name in frame.columns]
        return frame.astype(dict.fromkeys(counts, "Int64"))


class Ledger:
    """One ledger file. Make it with `Ledger.open`."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @classmethod
    def open(cls, path: str | os.PathLike[str] = "truce.db", *, create: bool = False) -> Self:
        """The ledger at path. create: one that the first `ingest` will make is welcome, too.

        Raises LedgerError where no ledger is there, or the file is not one of ours.
        """
        ledger = cls(Path(path))
        if not create or ledger.path.exists():
            ledger.status()
        return ledger

    def tolls(
        self,
        *,
        by: Words = None,
        truce: str | None = None,
        side: Words = None,
        victims: Words = None,
        harm: Words = None,
        as_of: Day = None,
        known_on: Day = None,
        status: str = "all",
        policy: str = "own-side",
        min_grade: str | None = None,
        derived: bool = False,
    ) -> Answer[Tally]:
        """Reconciled tallies, as `truce tolls`.

        by: side, claimant, victims, truce, month, place, document, or several of them; each group is
        reconciled by itself. status: accepted, candidate or all. Raises UsageError for a word that the
        conflict or the vocabulary does not know, with the nearest.
        """
        from truce_cli.render import rows, scope
        from truce_cli.workflow import query

        asked = question(
            by=by,
            truce=truce,
            side=side,
            victims=victims,
            harm=harm,
            as_of=as_of,
            known_on=known_on,
            status=status,
            policy=policy,
            min_grade=min_grade,
            derived=derived,
        )
        found = query.tolls(self.path, asked)
        grouped = any(tally.group for tally in found.table.rows)
        return Answer(
            found.table.rows,
            rows.grouped_row if grouped else rows.toll_row,
            rows.GROUPED_ROW if grouped else rows.TOLL_ROW,
            scope=scope.tolls_scope(found.table, found.conflict),
            problems=found.table.problems,
        )

    def series(
        self,
        *,
        side: Words = None,
        victims: Words = None,
        harm: Words = None,
        as_of: Day = None,
        known_on: Day = None,
        status: str = "all",
    ) -> Answer[SeriesStep]:
        """Every step of the running totals with gaps between them, as `truce tolls --series`."""
        from truce_cli.render.series import SERIES_ROW, series_row
        from truce_cli.workflow import views

        asked = question(side=side, victims=victims, harm=harm, as_of=as_of, known_on=known_on, status=status)
        return Answer(views.series(self.path, asked).steps, series_row, SERIES_ROW)

    def timeline(
        self,
        *,
        truce: str | None = None,
        since: Day = None,
        until: Day = None,
        side: Words = None,
        kind: Words = None,
        as_of: Day = None,
        known_on: Day = None,
        status: str = "all",
    ) -> Answer[Entry]:
        """Who accused whom of what, when, as `truce timeline`. kind: violation, denial, truce_event, toll."""
        from truce_cli.render import rows, scope
        from truce_cli.workflow import query

        asked = question(
            truce=truce,
            since=since,
            until=until,
            side=side,
            kind=kind,
            as_of=as_of,
            known_on=known_on,
            status=status,
        )
        found = query.timeline(self.path, asked)
        return Answer(
            found.timeline.entries,
            rows.timeline_row,
            rows.TIMELINE_ROW,
            scope=scope.timeline_scope(found.timeline, found.conflict),
        )

    def truces(self, *, as_of: Day = None, known_on: Day = None, status: str = "all") -> Answer[TruceSummary]:
        """How soon and how often each truce was said to be broken, as `truce truces`."""
        from truce_cli.render.listings import TRUCE_ROW, truce_row
        from truce_cli.workflow import query

        asked = question(as_of=as_of, known_on=known_on, status=status)
        return Answer(query.truces(self.path, asked).truces, truce_row, TRUCE_ROW)

    def violations(
        self,
        *,
        truce: str | None = None,
        side: Words = None,
        as_of: Day = None,
        known_on: Day = None,
        status: str = "all",
    ) -> Answer[Accusations]:
        """Accusations by accuser and accused, each event once, as `truce violations`."""
        from truce_cli.render.violations import VIOLATIONS_ROW, violations_row
        from truce_cli.workflow import views

        asked = question(truce=truce, side=side, as_of=as_of, known_on=known_on, status=status)
        return Answer(views.violations(self.path, asked).rows, violations_row, VIOLATIONS_ROW)

    def claims(
        self, *, kind: Words = None, status: Words = None, side: Words = None, document: str | None = None
    ) -> Answer[Claim]:
        """Claims as they were said, as `truce claims`. status: candidate and accepted unless told, "all" for all.

        document: its id, path, address or title, or a piece of one that means it alone.
        """
        from truce_cli.model.fields import CLAIM_ROW
        from truce_cli.render.rows import claim_row
        from truce_cli.workflow import listing

        wanted = listing.ClaimsWanted(
            kinds=several(kind),
            statuses=listing.statuses_listed(several(status)),
            sides=several(side),
            document=document,
        )
        found = listing.claims(self.path, wanted)
        return Answer(found.claims, lambda claim: claim_row(claim, found.card(claim)), CLAIM_ROW)

    def documents(self) -> Answer[Card]:
        """Every document as it is known: where it is from, when it was published, how that was found."""
        from truce_cli.render.listings import DOCUMENT_ROW, document_row
        from truce_cli.workflow import listing

        lines = listing.documents(self.path)
        counts = {line.card.id: line.claims for line in lines}
        return Answer(
            (line.card for line in lines),
            lambda card: document_row(DocumentLine(card=card, claims=counts[card.id])),
            DOCUMENT_ROW,
        )

    def status(self) -> Status:
        """What the ledger holds, as `truce status`."""
        from truce_cli.workflow import listing

        return listing.status(self.path)

    def why(self, name: str, *, truce: str | None = None, as_of: Day = None, known_on: Day = None) -> Why:
        """The reasons behind a key of tolls or timeline, an id, a truce or a rule, as `truce why`."""
        from truce_cli.workflow.why import why

        return why(self.path, name, question(truce=truce, as_of=as_of, known_on=known_on)).why

    def ingest(
        self,
        paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
        *,
        conflict: str | None = None,
        published: Day = None,
        outlet: str | None = None,
        dry_run: bool = False,
        curator: str | None = None,
        progress: Callable[[int, int, str], None] | None = None,
    ) -> IngestReport:
        """Read articles and claims files into the ledger, as `truce ingest`, making it where there is none.

        conflict: a shipped conflict's slug or a conflict file, for a new ledger. curator: whose name the log
        keeps; without one, TRUCE_CURATOR, git's user name or the login. progress: called with (done, total,
        name). An input that cannot be taken is a value in the report's `refusals`; the others are stored.
        """
        from truce_cli.workflow.curator import curator_of
        from truce_cli.workflow.ingest import ingest
        from truce_cli.workflow.question import iso_day
        from truce_cli.workflow.who import stamp

        named = [paths] if isinstance(paths, (str, os.PathLike)) else list(paths)
        return ingest(
            [os.fspath(path) for path in named],
            self.path,
            conflict=conflict,
            published=iso_day(published, "published"),
            outlet=outlet,
            dry_run=dry_run,
            curator=curator or curator_of(os.environ, Path.cwd()),
            now=stamp(datetime.now(UTC)),
            progress=progress,
        )

    def __repr__(self) -> str:
        return f"Ledger({str(self.path)!r})"
