"""The options that several commands share, and what they mean: a command only names them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Final

import typer

from truce_cli.cli import completing
from truce_cli.errors import UsageError
from truce_cli.model.words import GRADES, GROUPINGS, HARMS, KINDS, POLICIES, STATUSES, VICTIMS
from truce_cli.workflow.question import EVERY, is_iso_day

FORMATS: Final = ("table", "json", "jsonl", "csv", "tsv", "md")

Format = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar="|".join(FORMATS),
        autocompletion=completing.words(FORMATS),
        help="How to print; a table by default.",
    ),
]
Fields = Annotated[str | None, typer.Option(metavar="A,B,...", help="Only these fields, in this order.")]
Limit = Annotated[int | None, typer.Option(metavar="N", min=0, help="At most N rows.")]


def first_day(said: str | None, option: str) -> str | None:
    """The day that a person means, a month or year by its first day. Raises UsageError."""
    return _day(said, option, end=False)


def last_day(said: str | None, option: str) -> str | None:
    """The day that a person means, a month or year by its last day. Raises UsageError."""
    return _day(said, option, end=True)


def _reads(option: str, *, end: bool) -> Callable[[str], str | None]:
    """A parser that makes an ISO day of an option's words."""

    def read(said: str) -> str | None:
        return _day(said, option, end=end)

    return read


def _day_option(name: str, text: str, *, end: bool) -> object:
    return typer.Option(name, metavar="DAY", parser=_reads(name, end=end), help=text)


Jobs = Annotated[
    int | None, typer.Option(metavar="N", min=1, help="Processes that read articles; by default one a core.")
]

AsOf = Annotated[
    str | None,
    _day_option("--as-of", "What had been claimed for days up to DAY, whenever published.", end=True),
]
KnownOn = Annotated[
    str | None, _day_option("--known-on", "What documents published up to DAY knew.", end=True)
]
Since = Annotated[str | None, _day_option("--since", "From DAY on.", end=False)]
Until = Annotated[str | None, _day_option("--until", "Up to and with DAY.", end=True)]
Truce = Annotated[
    str | None,
    typer.Option(
        metavar="TRUCE",
        autocompletion=completing.offering(completing.truces),
        help="Only this truce, by its slug.",
    ),
]
Sides = Annotated[
    list[str] | None,
    typer.Option(
        "--side",
        metavar="SIDE",
        autocompletion=completing.offering(completing.sides),
        help="Only this side; repeatable.",
    ),
]
Victims = Annotated[
    list[str] | None,
    typer.Option(
        "--victims", metavar="|".join(VICTIMS), autocompletion=completing.words(VICTIMS), help="Whose losses."
    ),
]
Harms = Annotated[
    list[str] | None,
    typer.Option(
        "--harm", metavar="HARM", autocompletion=completing.words(HARMS), help=f"{', '.join(HARMS)}."
    ),
]
Kinds = Annotated[
    list[str] | None,
    typer.Option(
        "--kind", metavar="KIND", autocompletion=completing.words(KINDS), help=f"{', '.join(KINDS)}."
    ),
]
Counted = Annotated[
    str | None,
    typer.Option("--status", metavar="accepted|candidate|all", help="Which claims count; all by default."),
]
Listed = Annotated[
    list[str] | None,
    typer.Option(
        "--status", metavar="STATUS", help=f"{', '.join((*STATUSES, EVERY))}; candidate and accepted."
    ),
]

By = Annotated[
    list[str] | None,
    typer.Option(
        "--by",
        metavar="A,B,...",
        autocompletion=completing.words(GROUPINGS),
        help=f"Group by {', '.join(GROUPINGS)}; combinable.",
    ),
]
Policy = Annotated[
    str | None,
    typer.Option(
        metavar="|".join(POLICIES),
        autocompletion=completing.words(POLICIES),
        help="Whose word leads; the others stay beside it.",
    ),
]
MinGrade = Annotated[
    str | None,
    typer.Option(
        metavar="GRADE", help=f"Only figures that stand so firmly, weakest first: {', '.join(GRADES)}."
    ),
]


def _day(said: str | None, option: str, *, end: bool) -> str | None:
    if said is None or is_iso_day(said):
        return said
    from truce_cli.cli.settings import today
    from truce_cli.text import dates

    day = dates.parse_day(said, today())
    if day is None:
        raise UsageError(f"{option}: no day can be read from {said!r}; write it as 2020-10-18")
    return dates.last_day(day) if end else dates.first_day(day)
