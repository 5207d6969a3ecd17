"""Findings told another way: why a number stands, its series, its sides, what moved it, who accused whom."""

from __future__ import annotations

from collections.abc import Sequence

from truce_cli.model.claim import Claim
from truce_cli.model.finding import Entry, Figure, Problem, Step
from truce_cli.model.record import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """The answer to `truce why`: what is printed, and everything that it stands on."""

    asked: str
    key: str
    """Key of the tally or entry, id of the claim or finding, name of the rule, slug of the truce."""
    kind: str
    """tally, entry, claim, finding, accusations, truce, rule."""
    text: str
    """The number as printed, or the words of an entry."""
    title: str
    """What the number is, in one line."""
    truce: str | None = None
    """The truce whose table it was found in."""
    steps: tuple[Step, ...] = ()
    figures: tuple[tuple[str, Figure], ...] = ()
    """Figures printed with it: ("earlier", figure), ("beside", ...), ("also", ...), ("of them", ...)."""
    entries: tuple[Entry, ...] = ()
    """What a count counts."""
    problems: tuple[Problem, ...] = ()
    claims: tuple[Claim, ...] = ()
    """Every claim that is named above, each once, in order of mention."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesStep:
    """One line of `truce tolls --series`: a total as its voice gave it, or a gap between two."""

    key: str
    """The tally that the series belongs to."""
    voice: str
    stance: str
    kind: str
    """total, gap, vague, estimate."""
    text: str
    """ "376", "gap 297", "673 + 37 = 710"."""
    low: int | None
    value: int | None
    high: int | None
    as_of: str | None
    claimant: str | None
    check: str | None
    """fits, gap, misfit, unchecked; None where no addition is told."""
    note: str
    candidate: bool
    documents: Sequence[str]
    claims: Sequence[str]
    finding: str | None = None
    """Id of the finding that the line shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixRow:
    """One line of `truce tolls --matrix`: whose word says what about the same people."""

    key: str
    side: str
    victims: str
    subgroup: str | None
    harm: str
    place: str | None
    since: str | None
    own_side: tuple[Figure, ...] = ()
    opponent: tuple[Figure, ...] = ()
    third_party: tuple[Figure, ...] = ()
    media: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One line of `truce diff`: a number that two days of knowledge tell differently."""

    key: str
    change: str
    """appeared, changed, gone."""
    before: str | None
    before_as_of: str | None
    after: str | None
    after_as_of: str | None
    by: tuple[tuple[str, str], ...]
    """(claim, how): new, retracted, corrects."""
    documents: Sequence[str]
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Accusations:
    """One line of `truce violations`: one side's accusations against another in one truce."""

    key: str
    truce: str | None
    accuser_side: str
    accused_side: str
    events: int
    """Distinct events after echo collapse; counts in other units are not among them."""
    acts: tuple[tuple[str, int], ...]
    days: tuple[tuple[str, int], ...]
    """Events by local day; undated ones under their publication day with "by " before it."""
    general: int
    """Accusations that name no act: not counted as events."""
    before_truce: int
    """Events of the agreement's days before the truce's first minute: not counted."""
    denials: int
    first_clocked: str | None
    first_minutes: int | None
    first_about: bool
    unclocked: tuple[str, ...]
    """"within minutes" and the like."""
    counts: tuple[tuple[str, str, str], ...]
    """What the accuser counted itself: (text, unit, claim). Different units never add."""
    candidate: bool
    documents: Sequence[str]
    claims: Sequence[str]
    steps: tuple[Step, ...] = ()
