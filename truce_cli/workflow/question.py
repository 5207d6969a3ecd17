"""A question from the words that a person or a program gives: one place checks them all. Opens no ledger."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from truce_cli.errors import UsageError
from truce_cli.model.finding import Question
from truce_cli.model.words import GRADES, GROUPINGS, POLICIES
from truce_cli.workflow.nearest import one_of

Words = str | Iterable[str] | None
"""One word, several with commas between them, or a list of such."""
Day = str | date | None

EVERY: Final = "all"
_COUNTED: Final = {
    "accepted": ("accepted", "retracted"),
    "candidate": ("candidate",),
    EVERY: ("candidate", "accepted", "retracted"),
}
"""The statuses that may count. A retracted claim counts up to the day of its retraction."""


def question(
    *,
    truce: str | None = None,
    side: Words = None,
    victims: Words = None,
    harm: Words = None,
    kind: Words = None,
    since: Day = None,
    until: Day = None,
    as_of: Day = None,
    known_on: Day = None,
    status: str | None = None,
    by: Words = None,
    policy: str | None = None,
    min_grade: str | None = None,
    derived: bool = False,
) -> Question:
    """The question of a query. Days are ISO days; what is not given asks for all.

    Raises UsageError for a word of ours that is none; sides, truces and kinds are for the ledger to judge.
    """
    return Question(
        truce=truce,
        sides=several(side),
        victims=several(victims),
        harms=several(harm),
        kinds=several(kind),
        since=iso_day(since, "since"),
        until=iso_day(until, "until"),
        as_of=iso_day(as_of, "as_of"),
        known_on=iso_day(known_on, "known_on"),
        statuses=_COUNTED[one_of(status or EVERY, _COUNTED, "status")],
        by=tuple(dict.fromkeys(one_of(word, GROUPINGS, "grouping") for word in several(by))),
        policy=one_of(policy or POLICIES[0], POLICIES, "policy"),
        min_grade=_grade(min_grade),
        derived=derived,
    )


def several(words: Words) -> tuple[str, ...]:
    """The words one by one."""
    given = (words,) if isinstance(words, str) else words or ()
    return tuple(word.strip() for text in given for word in text.split(",") if word.strip())


def iso_day(day: Day, name: str) -> str | None:
    """The day as text. Raises UsageError for a text that is no ISO day."""
    if isinstance(day, date):
        return day.isoformat()[:10]
    if day is not None and not is_iso_day(day):
        raise UsageError(f"{name}: {day!r} is no day; write it as 2020-10-18")
    return day


def is_iso_day(said: str) -> bool:
    """True for an ISO day that exists, which needs no reading."""
    try:
        return len(said) == 10 and date.fromisoformat(said).isoformat() == said
    except ValueError:
        return False


def _grade(word: str | None) -> str | None:
    """The grade asked for; a hyphen may stand for the space in it."""
    if word is None or word in GRADES:
        return word
    spaced = {grade.replace(" ", "-"): grade for grade in GRADES}
    return spaced[one_of(word, spaced, "grade")]
