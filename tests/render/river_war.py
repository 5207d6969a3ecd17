"""Findings made by hand for the tests of render: a small war with every face that a table can show."""

from __future__ import annotations

from truce_cli.model.claim import Claim
from truce_cli.model.conflict import Actor, Conflict, Side, Truce
from truce_cli.model.document import Card, Document
from truce_cli.model.finding import Entry, Figure, Tally, Timeline, TollTable, TruceSummary
from truce_cli.model.record import replace

NORTH = Conflict(
    slug="river-war",
    name="River War",
    timezone="Asia/Yerevan",
    began="2031-05-20",
    sides=(Side(slug="norvian", name="Norvian side"), Side(slug="sudlander", name="Sudlander side")),
    actors=(
        Actor(slug="norvian-ministry", name="Norvian defence ministry", kind="military", side="norvian"),
    ),
    truces=(
        Truce(
            slug="jun-03",
            name="Bridge ceasefire",
            agreed="2031-06-02",
            in_force="2031-06-03T12:00+04:00",
            ended="2031-06-10T00:00+04:00",
            parties=("norvian", "sudlander"),
            brokers=("Meridia",),
        ),
    ),
)

CARD = Card(
    id="a1" * 32,
    path="docs/one.txt",
    outlet="River Times",
    title="Guns at the bridge",
    published="2031-06-04",
    published_basis="dateline",
    format="text",
    reader="text/1",
    size=120,
)
CARDS = {CARD.id: CARD}

TEXT = "The ministry said 974 soldiers had died.\n\nNobody at the bridge spoke of more."
DOCUMENT = Document(card=CARD, text=TEXT)

CLAIM = Claim(
    id="t-0123456789abcdef",
    kind="toll",
    rule="toll.verb",
    document=CARD.id,
    quote="974 soldiers had died",
    start=18,
    end=39,
    claimant="Norvian defence ministry",
    claimant_slug="norvian-ministry",
    claimant_side="norvian",
    relayed_by=("River Agency",),
    harm="killed",
    low=974,
    value=974,
    high=974,
    qualifier="exact",
    value_text="974",
    victims="military",
    side="norvian",
    measure="cumulative",
    as_of="2031-06-04",
    as_of_basis="published",
)


def figure(text: str, **changes: object) -> Figure:
    """A figure of the Sudlander side: 13 of a strike, status not stated."""
    plain = Figure(
        claim="t-00000000000000aa",
        text=text,
        low=13,
        value=13,
        high=13,
        qualifier="exact",
        victims="any",
        subgroup=None,
        harm="killed",
        measure="incident",
        since=None,
        as_of="2031-06-05",
        as_of_basis="stated",
        place=None,
        claimant="Sudlander officials",
        claimant_side="sudlander",
        stance="own_side",
        basis="stated",
        documents=(CARD.id,),
        claims=("t-00000000000000aa",),
        candidate=True,
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


def tally(key: str, text: str, **changes: object) -> Tally:
    """A tally of the side, victims and harm that its key names."""
    side, victims, harm = key.split("/")
    plain = Tally(
        key=key,
        side=side,
        victims=victims,
        subgroup=None,
        harm=harm,
        measure="cumulative",
        place=None,
        low=974,
        value=974,
        high=974,
        qualifier="exact",
        text=text,
        as_of="2031-06-04",
        as_of_basis="stated",
        since="2031-05-20",
        since_assumed=False,
        claimant="Norvian defence ministry",
        claimant_side=side,
        stance="own_side",
        grade=None,
        disclosed=True,
        derived=False,
        disputed=False,
        candidate=True,
        documents=(CARD.id,),
        claims=(CLAIM.id,),
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


TOLLS = TollTable(
    rows=(
        tally(
            "norvian/military/killed",
            "974",
            relayed_by=("River Agency",),
            earlier=(
                figure("710", victims="military", as_of="2031-06-01", note="37 on the day"),
                figure("376"),
            ),
        ),
        tally("norvian/civilian/killed", "36", since_assumed=True),
        tally(
            "sudlander/military/killed",
            "not disclosed",
            disclosed=False,
            low=None,
            value=None,
            high=None,
            claimant=None,
            claimant_side="media",
            stance="media",
        ),
        tally(
            "sudlander/civilian/killed",
            "65",
            disputed=True,
            beside=(
                figure(
                    "13",
                    note="later than the count, so not inside it",
                    parts=(figure("3", subgroup="children"),),
                ),
            ),
        ),
        tally(
            "both/any/killed",
            ">1,234,567",
            qualifier="more_than",
            claimant=None,
            stance="media",
            claimant_side="media",
            others=(
                figure("~5,000", claimant="Meridia's president", stance="third_party", basis="estimated"),
            ),
        ),
    ),
    as_of=None,
    known_on=None,
    window=("2031-05-20", None),
    left_out=(("other war", 2),),
)


def entry(**changes: object) -> Entry:
    """The Norvian ministry accuses the Sudlander side five minutes into the truce."""
    plain = Entry(
        key="v-1",
        at="2031-06-03T12:05+04:00",
        precision="minute",
        at_utc="2031-06-03T08:05Z",
        truce="jun-03",
        before_truce=False,
        kind="violation",
        accuser="Norvian defence ministry",
        accuser_side="norvian",
        accused="Sudland",
        accused_side="sudlander",
        act="shelling",
        place="the bridge",
        text="shelled the bridge at 12:05",
        documents=(CARD.id,),
        origins=1,
        disputed=True,
        denied_by=("Sudlander army",),
        tolls=(figure("13", parts=(figure("3", subgroup="children"),)),),
        candidate=True,
        claims=("v-0000000000000001",),
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


TIMELINE = Timeline(
    entries=(
        entry(
            kind="truce_event",
            act="in_force",
            at="2031-06-03T12:00+04:00",
            accuser="Meridia",
            disputed=False,
            denied_by=(),
            tolls=(),
        ),
        entry(),
        entry(
            at="2031-06-04",
            precision="by",
            act="violation",
            place=None,
            disputed=False,
            denied_by=(),
            tolls=(),
        ),
    ),
    truce="jun-03",
    undated_before=5,
)

TRUCE = TruceSummary(
    truce="jun-03",
    name="Bridge ceasefire",
    agreed="2031-06-02",
    in_force="2031-06-03T12:00+04:00",
    until="2031-06-10T00:00+04:00",
    parties=("norvian", "sudlander"),
    brokers=("Meridia",),
    first_clocked="2031-06-03T12:05+04:00",
    first_minutes=5,
    first_about=False,
    unclocked=("within minutes",),
    accusations=(("norvian", 6), ("sudlander", 5)),
    general=2,
    denials=1,
    candidate=True,
    claims=("v-0000000000000001",),
)
