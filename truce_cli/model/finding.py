"""Findings: what reconciliation concludes. Made at query time, never stored as fact."""

from __future__ import annotations

from collections.abc import Sequence

from truce_cli.model.identity import digest
from truce_cli.model.record import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One rule applied on the way to a finding. `why` renders these; ids of claims throughout."""

    rule: str
    """Id of the rule: scope, status, echo, latest, stance, increment, ..."""
    used: Sequence[str] = ()
    left_out: Sequence[str] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure beside a tally: an earlier step, an incident not added, or a rival that does not lead."""

    claim: str
    """id of its (first) claim."""
    text: str
    """As printed: "974", ">500", "not disclosed"."""
    low: int | None
    value: int | None
    high: int | None
    qualifier: str | None
    victims: str | None
    subgroup: str | None
    harm: str | None
    measure: str | None
    since: str | None
    as_of: str | None
    as_of_basis: str | None
    place: str | None
    claimant: str | None
    claimant_side: str
    stance: str
    basis: str
    documents: Sequence[str]
    claims: Sequence[str]
    candidate: bool
    relayed_by: tuple[str, ...] = ()
    note: str = ""
    """Why it stands here: "later than the count, so not inside it", "one event", "part of 13"."""
    parts: tuple[Figure, ...] = ()
    """Declared subsets of this figure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """One row of `truce tolls`."""

    key: str
    """side/victims/harm, with subgroup, place and label where they tell rows apart; what `why` takes."""
    side: str
    victims: str
    subgroup: str | None
    harm: str
    measure: str
    place: str | None
    low: int | None
    value: int | None
    high: int | None
    qualifier: str | None
    text: str
    as_of: str | None
    as_of_basis: str | None
    since: str | None
    since_assumed: bool
    claimant: str | None
    claimant_side: str
    stance: str
    grade: str | None
    disclosed: bool
    derived: bool
    disputed: bool
    candidate: bool
    documents: Sequence[str]
    claims: Sequence[str]
    relayed_by: tuple[str, ...] = ()
    earlier: tuple[Figure, ...] = ()
    beside: tuple[Figure, ...] = ()
    others: tuple[Figure, ...] = ()
    parts: tuple[Figure, ...] = ()
    steps: tuple[Step, ...] = ()
    note: str = ""
    group: tuple[tuple[str, str], ...] = ()
    """(what the table is grouped by, this row's value): ("month", "2020-10"); the key begins with them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TollTable:
    """The answer to `truce tolls`, with what its footer says."""

    rows: tuple[Tally, ...]
    as_of: str | None
    known_on: str | None
    window: tuple[str | None, str | None]
    """Since and until (exclusive) of the question: the war, or the truce asked for."""
    truce: str | None = None
    left_out: tuple[tuple[str, int], ...] = ()
    """How many claims were left out, by reason: ("other war", 2), ("undated document", 1)."""
    problems: tuple[Problem, ...] = ()
    steps: tuple[Step, ...] = ()
    """What was left out of the whole table, rule by rule."""
    spoken_of: frozenset[tuple[str, str, str]] = field(default=frozenset(), repr=False)
    """(side, harm, victims) that any claim of any status gives or withholds at the question's clocks. Only
    what is not among these may be called not reported."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One row of `truce timeline`."""

    key: str
    at: str | None
    """Day or minute with offset, local time; for precision `by` the publication day."""
    precision: str
    at_utc: str | None
    truce: str | None
    before_truce: bool
    kind: str
    """violation, denial, truce_event, toll."""
    accuser: str | None
    accuser_side: str | None
    accused: str | None
    accused_side: str | None
    act: str | None
    """For a truce_event the event, for a toll the harm."""
    place: str | None
    text: str
    """The words of the leading claim."""
    documents: Sequence[str]
    origins: int
    """Distinct claimants behind it, not outlets."""
    disputed: bool
    denied_by: tuple[str, ...]
    tolls: tuple[Figure, ...]
    candidate: bool
    claims: Sequence[str]
    general: bool = False
    count: str | None = None
    """Of an accusation that is a figure: how many of what, "≥54 incidents"."""
    folded: tuple[str, ...] = ()
    """ids of general accusations folded under this one."""
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The answer to `truce timeline`."""

    entries: tuple[Entry, ...]
    truce: str | None = None
    as_of: str | None = None
    known_on: str | None = None
    undated_before: int = 0
    """Undated accusations of documents published on the truce's first day, from before the truce."""
    left_out: tuple[tuple[str, int], ...] = ()
    steps: tuple[Step, ...] = ()
    """What was left out of the whole timeline, rule by rule."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TruceSummary:
    """One row of `truce truces`."""

    truce: str
    name: str
    agreed: str | None
    in_force: str
    until: str | None
    parties: tuple[str, ...]
    brokers: tuple[str, ...]
    first_clocked: str | None
    """Minute of the first clocked accusation inside the truce."""
    first_minutes: int | None
    first_about: bool
    unclocked: tuple[str, ...]
    """"within minutes" and the like, in the sources' words."""
    accusations: tuple[tuple[str, int], ...]
    """Specific accusations after echo collapse, by accuser's side in the conflict file's order."""
    general: int
    denials: int
    candidate: bool
    claims: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """A clash, gap or misfit that reconciliation found. A value, not an exception."""

    code: str
    """gap, misfit, fall, stale_repeat, clash, part_above_whole, not_in_sides, unexplained, ..."""
    text: str
    claims: Sequence[str]
    severity: str = "note"
    """note or error."""
    key: str | None = None
    marks: Sequence[str] = ()
    """ids of the claims whose printed figure carries the sign of a finding."""

    @property
    def id(self) -> str:
        """What `why` takes: the same finding about the same claims keeps its id, whatever table it is in."""
        return f"p-{digest({'code': self.code, 'claims': sorted(self.claims)})[:8]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What a query command asks for."""

    truce: str | None = None
    as_of: str | None = None
    known_on: str | None = None
    since: str | None = None
    until: str | None = None
    sides: tuple[str, ...] = ()
    victims: tuple[str, ...] = ()
    harms: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ("candidate", "accepted", "retracted")
    """Statuses that may count; rejected never does. ("accepted", "retracted") leaves candidates out."""
    derived: bool = False
    policy: str = "own-side"
    """Whose word leads: own-side or third-party. The others stay beside it."""
    by: tuple[str, ...] = ()
    """What rows are grouped by, outermost first: model.words.GROUPINGS."""
    min_grade: str | None = None
    """Only tallies that stand at least so firmly: model.words.GRADES."""
