"""Puts an answer where it belongs: rows or a table on stdout, accounting on stderr. Knows no claim."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

from truce_cli.cli.options import FORMATS
from truce_cli.cli.settings import Settings
from truce_cli.model.record import dataclass
from truce_cli.workflow.nearest import one_of

if TYPE_CHECKING:
    from truce_cli.render.layout import View

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Wish:
    """What --format, --fields and --limit ask for."""

    form: str
    fields: tuple[str, ...]
    limit: int | None

    @classmethod
    def of(cls, form: str | None, fields: str | None, limit: int | None) -> Wish:
        """Raises UsageError for a format that is not there."""
        chosen = tuple(field.strip() for field in (fields or "").split(",") if field.strip())
        return cls(one_of(form or "table", FORMATS, "--format"), chosen, limit)

    def cut(self, items: Sequence[T], settings: Settings) -> Sequence[T]:
        """The items that --limit lets through; what it holds back is said."""
        if self.limit is None or len(items) <= self.limit:
            return items
        settings.note(f"showing {self.limit:,} of {len(items):,} rows, as --limit asks")
        return items[: self.limit]


def put(
    settings: Settings,
    wish: Wish,
    rows: Iterable[Mapping[str, object]],
    columns: Sequence[str],
    view: Callable[[], View],
    *,
    footer: Callable[[], View] = tuple,
    account: Callable[[], str] = str,
) -> None:
    """Print the rows as asked: the view with its footer as a table, or the rows with the account on stderr.

    columns: every field that a row has. Raises UsageError for a field that is not among them.
    """
    fields = [one_of(field, columns, "field") for field in wish.fields] or list(columns)
    if wish.form != "table":
        from truce_cli.render.formats import write_rows

        write_rows(rows, fields, wish.form, sys.stdout)
        settings.note(account())
        return
    from truce_cli.render.screen import field_table, show

    if wish.fields:
        show(field_table(rows, fields), settings.screen(), sys.stdout)
        return
    show(view() if settings.quiet else (*view(), *footer()), settings.screen(), sys.stdout)


def listed(
    settings: Settings,
    wish: Wish,
    items: Sequence[T],
    row: Callable[[T], Mapping[str, object]],
    columns: Sequence[str],
    view: Callable[[Sequence[T]], View],
    *,
    footer: Callable[[Sequence[T]], View] | None = None,
    account: Callable[[Sequence[T]], str] | None = None,
) -> None:
    """Print a list as asked, as many of its items as --limit lets through: `put`, from the items themselves."""
    shown = wish.cut(items, settings)
    put(
        settings,
        wish,
        map(row, shown),
        columns,
        lambda: view(shown),
        footer=lambda: footer(shown) if footer else (),
        account=lambda: account(shown) if account else "",
    )
