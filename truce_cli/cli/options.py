"""The options that several commands share, and what they mean: a command only names them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Final

import typer

from truce_cli.errors import UsageError
from truce_cli.model.words import GRADES, GROUPINGS, HARMS, KINDS, POLICIES, STATUSES, VICTIMS
from truce_cli.workflow.nearest import one_of

EVERY: Final = "all"
FORMATS: Final = ("table", "json", "jsonl", "csv", "tsv", "md")

Format = Annotated[
    str | None, typer.Option("--format", metavar="|".join(FORMATS), help="How to print; a table by default.")
]
Fields = Annotated[str | None, typer.Option(metavar="A,B,...", help="Only these fields, in this order.")]
Limit = Annotated[int | None, typer.Option(metavar="N", min=0, help="At most N rows.")]

AsOf = Annotated[
    str | None,
    typer.Option(metavar="DAY", help="What had been claimed for days up to DAY, whenever published."),
]
KnownOn = Annotated[str | None, typer.Option(metavar="DAY", help="What documents published up to DAY knew.")]
Since = Annotated[str | None, typer.Option(metavar="DAY", help="From DAY on.")]
Until = Annotated[str | None, typer.Option(metavar="DAY", help="Up to and with DAY.")]
Truce = Annotated[str | None, typer.Option(metavar="TRUCE", help="Only this truce, by its slug.")]
Sides = Annotated[
    list[str] | None, typer.Option("--side", metavar="SIDE", help="Only this side; repeatable.")
]
Victims = Annotated[
    list[str] | None, typer.Option("--victims", metavar="|".join(VICTIMS), help="Whose losses.")
]
Harms = Annotated[list[str] | None, typer.Option("--harm", metavar="HARM", help=f"{', '.join(HARMS)}.")]
Kinds = Annotated[list[str] | None, typer.Option("--kind", metavar="KIND", help=f"{', '.join(KINDS)}.")]
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
    typer.Option("--by", metavar="A,B,...", help=f"Group by {', '.join(GROUPINGS)}; combinable."),
]
Policy = Annotated[
    str | None,
    typer.Option(metavar="|".join(POLICIES), help="Whose word leads; the others stay beside it."),
]
MinGrade = Annotated[
    str | None,
    typer.Option(
        metavar="GRADE", help=f"Only figures that stand so firmly, weakest first: {', '.join(GRADES)}."
    ),
]

_COUNTED: Final = {
    "accepted": ("accepted", "retracted"),
    "candidate": ("candidate",),
    EVERY: ("candidate", "accepted", "retracted"),
}


def counted_statuses(word: str | None) -> tuple[str, ...]:
    """The statuses that may count. A retracted claim counts up to the day of its retraction."""
    return _COUNTED[one_of(word or EVERY, _COUNTED, "--status")]


def groupings(words: Sequence[str] | None) -> tuple[str, ...]:
    """What to group by, outermost first. Raises UsageError for a word that is none."""
    return tuple(dict.fromkeys(one_of(word, GROUPINGS, "--by") for word in several(words)))


def policy_of(word: str | None) -> str:
    return one_of(word or POLICIES[0], POLICIES, "--policy")


def grade_of(word: str | None) -> str | None:
    """The grade asked for; a hyphen may stand for the space in it."""
    if word is None or word in GRADES:
        return word
    spaced = {grade.replace(" ", "-"): grade for grade in GRADES}
    return spaced[one_of(word, spaced, "--min-grade")]


def several(words: Sequence[str] | None) -> tuple[str, ...]:
    """A repeatable option's words; one may also hold several with commas between them."""
    return tuple(word.strip() for given in words or () for word in given.split(",") if word.strip())


def first_day(said: str | None, option: str) -> str | None:
    """The day that a person means, a month or year by its first day. Raises UsageError."""
    return _day(said, option, end=False)


def last_day(said: str | None, option: str) -> str | None:
    """The day that a person means, a month or year by its last day. Raises UsageError."""
    return _day(said, option, end=True)


def _day(said: str | None, option: str, *, end: bool) -> str | None:
    if said is None or _is_day(said):
        return said
    from truce_cli.cli.settings import today
    from truce_cli.text import dates

    day = dates.parse_day(said, today())
    if day is None:
        raise UsageError(f"{option}: no day can be read from {said!r}; write it as 2020-10-18")
    return dates.last_day(day) if end else dates.first_day(day)


def _is_day(said: str) -> bool:
    """True for an ISO day that exists, which needs no reading."""
    from datetime import date

    try:
        return len(said) == 10 and date.fromisoformat(said).isoformat() == said
    except ValueError:
        return False
