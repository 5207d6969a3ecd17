"""A small war to reconcile in: two sides, three truces, and claims written in one line each."""

from __future__ import annotations

from collections.abc import Iterable

from truce_cli.model.claim import Claim
from truce_cli.model.conflict import Actor, Conflict, OtherWar, Place, Side, Truce
from truce_cli.model.document import Card
from truce_cli.model.finding import Question, Tally, TollTable
from truce_cli.model.identity import digest
from truce_cli.model.record import replace
from truce_cli.model.words import KIND_LETTER
from truce_cli.reconcile.book import Book

PARTIES = ("armenian", "azerbaijani")

CONFLICT = Conflict(
    slug="nagorno-karabakh-2020",
    name="2020 Nagorno-Karabakh war",
    timezone="Asia/Yerevan",
    began="2020-09-27",
    ended="2020-11-10",
    sides=(
        Side(
            slug="armenian",
            name="Armenian side",
            aliases=(
                "Armenia",
                "Armenian",
                "Armenians",
                "Yerevan",
                "Nagorno-Karabakh",
                "Karabakh",
                "Artsakh",
            ),
        ),
        Side(
            slug="azerbaijani",
            name="Azerbaijani side",
            aliases=("Azerbaijan", "Azerbaijani", "Azeri", "Azeris", "Baku"),
        ),
    ),
    actors=(
        Actor(
            slug="nk-defence-ministry",
            name="Nagorno-Karabakh defence ministry",
            kind="military",
            side="armenian",
        ),
        Actor(slug="un", name="United Nations", kind="un"),
        Actor(slug="hrm", name="Human Rights Monitor", kind="monitor"),
        Actor(
            slug="red-crescent",
            name="Azerbaijani Red Crescent",
            kind="ngo",
            side="azerbaijani",
            counts_apart=True,
        ),
    ),
    truces=(
        Truce(
            slug="oct-10",
            name="Moscow humanitarian ceasefire",
            agreed="2020-10-10",
            in_force="2020-10-10T12:00+04:00",
            parties=PARTIES,
            brokers=("Russia",),
        ),
        Truce(
            slug="oct-18",
            name="Second humanitarian truce",
            agreed="2020-10-17",
            in_force="2020-10-18T00:00+04:00",
            parties=PARTIES,
            brokers=("France", "Russia", "United States"),
        ),
        Truce(
            slug="oct-26",
            name="Washington ceasefire",
            agreed="2020-10-25",
            in_force="2020-10-26T08:00+04:00",
            ended="2020-11-10T00:00+03:00",
            parties=PARTIES,
            brokers=("United States",),
        ),
    ),
    places=(
        Place(name="Stepanakert", aliases=("Khankendi",), side="armenian"),
        Place(name="Ganja", aliases=("Gyandzha",), side="azerbaijani"),
        Place(name="Martakert", side="armenian"),
    ),
    other_wars=(OtherWar(name="First Nagorno-Karabakh War", began="1988", ended="1994"),),
    aliases=("Nagorno-Karabakh conflict",),
)


def card(name: str, published: str | None, outlet: str = "Courier") -> Card:
    return Card(id=name, path=f"{name}.txt", outlet=outlet, published=published, published_basis="given")


def claim(kind: str, **fields: object) -> Claim:
    """A claim with an id of its own; every field may be given."""
    fields.setdefault("status", "accepted")
    identity = digest({name: str(value) for name, value in fields.items()} | {"kind": kind})
    fields.setdefault("id", f"{KIND_LETTER[kind]}-{identity[:16]}")
    return Claim(kind=kind, **fields)  # type: ignore[arg-type]


def toll(
    figure: str, side: str = "armenian", people: str = "military", harm: str = "killed", **more: object
) -> Claim:
    """A toll by its figure as printed: "974", ">500", "≥12", "~30", "nearly 500", "10-12", "hundreds"."""
    fields: dict[str, object] = {"side": side, "victims": people, "harm": harm, "measure": "cumulative"}
    fields |= {"claimant_side": side if side in PARTIES else "media", "as_of_basis": "stated"}
    fields |= read_figure(figure) | more
    if fields.get("as_of") is None:
        fields["as_of_basis"] = None
    return claim("toll", **fields)


def read_figure(text: str) -> dict[str, object]:
    """The domain's own notation to bounds."""
    if text == "hundreds":
        return {"low": 200, "high": 999, "value": None, "qualifier": "vague", "value_text": text}
    for sign, qualifier, low, high in (
        (">", "more_than", True, False),
        ("≥", "at_least", True, False),
        ("~", "about", True, True),
        ("nearly ", "nearly", False, True),
        ("up to ", "up_to", False, True),
    ):
        if text.startswith(sign):
            number = int(text.removeprefix(sign).replace(",", ""))
            return {
                "low": number if low else None,
                "high": number if high else None,
                "value": number,
                "qualifier": qualifier,
                "value_text": text,
            }
    if "-" in text:
        first, last = text.split("-")
        return {"low": int(first), "high": int(last), "value": None, "qualifier": "range", "value_text": text}
    number = int(text.replace(",", ""))
    return {"low": number, "high": number, "value": number, "qualifier": "exact", "value_text": text}


def violation(accuser: str, act: str, occurred: str | None = None, **more: object) -> Claim:
    """An accusation by one side against the other."""
    accused = next(side for side in PARTIES if side != accuser)
    fields: dict[str, object] = {
        "claimant_side": accuser,
        "accused_side": accused,
        "act": act,
        "occurred": occurred,
    }
    fields["claimant"] = {"armenian": "Armenia", "azerbaijani": "Azerbaijan"}[accuser]
    if occurred is not None:
        fields["precision"] = "minute" if "T" in occurred else "day"
    return claim("violation", **(fields | more))


def book(claims: Iterable[Claim], cards: Iterable[Card] = (), conflict: Conflict = CONFLICT) -> Book:
    """A book; documents that nobody describes are of 2020-10-20."""
    claims = tuple(claims)
    known = {c.id: c for c in cards}
    for name in {c.document for c in claims if c.document}:
        known.setdefault(name, card(name, "2020-10-20"))
    return Book(conflict=conflict, claims=claims, cards=known)


def ask(**fields: object) -> Question:
    return Question(**fields)  # type: ignore[arg-type]


def rows(table: TollTable) -> dict[str, Tally]:
    found = {row.key: row for row in table.rows}
    assert len(found) == len(table.rows)
    return found


def printed(table: TollTable) -> dict[str, str]:
    """key -> "974 (2020-10-26)"."""
    return {row.key: f"{row.text} ({row.as_of})" for row in table.rows}


def as_status(claims: Iterable[Claim], status: str) -> tuple[Claim, ...]:
    return tuple(replace(c, status=status) for c in claims)
