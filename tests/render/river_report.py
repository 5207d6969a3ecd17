"""A report made by hand: the river war with a series, a truce, places, a finding and the reasons of its figures."""

from __future__ import annotations

from river_war import CARD, CARDS, CLAIM, NORTH, TIMELINE, TOLLS, TRUCE, entry, tally

from truce_cli.model.answer import SeriesStep, Why
from truce_cli.model.conflict import Place
from truce_cli.model.finding import Problem, Question, Step, Timeline, TollTable
from truce_cli.model.listing import Status
from truce_cli.model.record import replace
from truce_cli.model.report import Report, TruceAccount

CONFLICT = replace(
    NORTH,
    places=(
        Place(name="Bridge", aliases=("the bridge",), side="norvian", lat=10.0, lon=20.0),
        Place(name="Sudport", side="sudlander", lat=10.6, lon=20.9),
        Place(name="Nowhere"),
    ),
)
KEY = "norvian/military/killed"
PROBLEM = Problem(code="gap", text="710 - 37 = 673 implied", claims=(CLAIM.id,), key=KEY, marks=(CLAIM.id,))
STATUS = Status(
    ledger="/home/ana/secret/truce.db",
    conflict="river-war",
    name="River War",
    documents=1,
    elsewhere=0,
    undated=0,
    claims=2,
    kinds=(("toll", 2),),
    statuses=(("candidate", 1), ("accepted", 1)),
    curated=0,
    extracted=2,
    bound=0,
    unanchored=0,
    decisions=4,
)


def step(as_of: str | None, low: int | None, high: int | None, **changes: object) -> SeriesStep:
    plain = SeriesStep(
        key=KEY,
        voice="side:norvian",
        stance="own_side",
        kind="total",
        text=f"{low or high:,}",
        low=low,
        value=low if low == high else None,
        high=high,
        as_of=as_of,
        claimant="Norvian defence ministry",
        check=None,
        note="",
        candidate=False,
        documents=(CARD.id,),
        claims=(),
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


SERIES = (
    step("2031-05-28", 376, 376),
    step("2031-05-28/2031-06-02", 297, 297, kind="gap", text="gap 297"),
    step("2031-06-03", 710, 710),
    step("2031-06-08", 974, None, text=">974"),
)
WHY = Why(
    asked=KEY,
    key=KEY,
    kind="tally",
    text="974",
    title="as of 2031-06-04; Norvian defence ministry",
    steps=(Step(rule="latest", used=(CLAIM.id,), note="974 of 2031-06-04 is the latest of 2"),),
    claims=(CLAIM,),
)


def report(**changes: object) -> Report:
    plain = Report(
        title="River War",
        conflict=CONFLICT,
        question=Question(),
        cards={CARD.id: replace(CARD, url="https://river.example/guns")},
        table=replace(TOLLS, problems=(PROBLEM,)),
        series=SERIES,
        accounts=(
            TruceAccount(
                summary=TRUCE,
                timeline=replace(
                    TIMELINE,
                    entries=tuple(replace(e, key=f"jun-03/{i}") for i, e in enumerate(TIMELINE.entries)),
                ),
                table=TollTable(
                    rows=(tally("sudlander/any/killed", "13"),),
                    as_of=None,
                    known_on=None,
                    window=("2031-06-03", None),
                    truce="jun-03",
                ),
            ),
        ),
        loose=Timeline(entries=(entry(key="no-truce/1", truce=None, place=None),)),
        problems=(PROBLEM,),
        whys={("", KEY): WHY, ("", "jun-03"): replace(WHY, key="jun-03", kind="truce")},
        claims={CLAIM.id: CLAIM},
        short={CLAIM.id: "t-0123"},
        rules={"latest": "within one series the latest day leads"},
        status=STATUS,
        ledger_sha256="ab" * 32,
        version="0.1.0",
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


__all__ = ["CARDS", "KEY", "SERIES", "report", "step"]
