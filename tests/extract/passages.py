"""A small invented war, and passages of it → claims. The words that the tables of this room are written in."""

from __future__ import annotations

from functools import cache

import pytest

from truce_cli.extract.article import Article
from truce_cli.extract.engine import extract
from truce_cli.extract.lexicon import lexicon
from truce_cli.extract.sentence import Sentence
from truce_cli.model.claim import Claim
from truce_cli.model.conflict import Conflict
from truce_cli.model.document import Card, Document
from truce_cli.read.conflict import parse_conflict

_LAKE_WAR = """
slug = "lake-war-2041"
name = "2041 Lake War"
timezone = "Africa/Nairobi"
began = 2041-04-28

[[side]]
slug = "veylish"
name = "Veylish side"
aliases = ["Veyland", "Veylish", "Ansted"]

[[side]]
slug = "morune"
name = "Morune side"
aliases = ["Moru", "Morune", "Morunes", "Kessary", "Tarn Valley"]

[[actor]]
slug = "veylish-defence-ministry"
name = "Veylish Defence Ministry"
side = "veylish"
kind = "military"
aliases = ["Veyland's Defence Ministry"]

[[actor]]
slug = "morune-defence-ministry"
name = "Morune Defence Ministry"
side = "morune"
kind = "military"
aliases = ["Moru's Defence Ministry"]

[[actor]]
slug = "jarl-osten"
name = "Jarl Osten"
side = "veylish"
kind = "military"
aliases = ["Osten"]

[[actor]]
slug = "mira-calder"
name = "Mira Calder"
side = "morune"
kind = "official"
aliases = ["Calder"]

[[actor]]
slug = "lake-mission"
name = "Lake Mission"
kind = "monitor"
aliases = ["Lake Monitoring Mission"]

[[actor]]
slug = "red-cross"
name = "Red Cross"
kind = "ngo"
aliases = []

[[actor]]
slug = "harbour-news"
name = "Harbour News"
kind = "media"
aliases = ["Harbour"]

[[actor]]
slug = "north-wire"
name = "North Wire"
kind = "media"
aliases = []

[[truce]]
slug = "may-10"
name = "Grey Ford truce"
agreed = 2041-05-09
in_force = 2041-05-10T12:00:00+03:00
parties = ["veylish", "morune"]
brokers = ["Red Cross"]

[[place]]
name = "Pell"
aliases = []
side = "veylish"
lat = -20.0
lon = -20.0

[[place]]
name = "Dorrin"
aliases = []
side = "morune"
lat = -20.5
lon = -20.5

[[place]]
name = "Grey Ford"
aliases = []
lat = -20.2
lon = -20.2

[[other_war]]
name = "First Lake War"
began = 1991
ended = 1994
"""

TODAY = "2041-05-15"
"""A Wednesday, five days into the truce."""


@cache
def lake_war() -> Conflict:
    return parse_conflict(_LAKE_WAR.encode(), "lake-war.toml")


def document(text: str, published: str | None = TODAY) -> Document:
    return Document(card=Card(id="d" * 64, published=published), text=text)


def claims(text: str, published: str | None = TODAY) -> tuple[Claim, ...]:
    """What the rules propose for a text about the Lake War."""
    return extract(document(text, published), lake_war())


def of_kind(kind: str, text: str, published: str | None = TODAY) -> list[Claim]:
    return [claim for claim in claims(text, published) if claim.kind == kind]


def only(kind: str, text: str, published: str | None = TODAY) -> Claim:
    """The one claim of a kind that a text makes."""
    found = of_kind(kind, text, published)
    assert len(found) == 1, [claim.quote for claim in found]
    return found[0]


def figure(claim: Claim) -> str:
    """Bounds as the tables write them: "12", "12..", "..12", "24..99"."""
    low, high = ("" if bound is None else str(bound) for bound in (claim.low, claim.high))
    return low if low == high else f"{low}..{high}"


def told(text: str, published: str | None = TODAY) -> list[str]:
    """Tolls of a text, in order: "killed 12"."""
    return [f"{claim.harm} {figure(claim)}" for claim in of_kind("toll", text, published)]


def toll(text: str, count: str, published: str | None = TODAY) -> Claim:
    """The toll of a text with these bounds."""
    return next(claim for claim in of_kind("toll", text, published) if figure(claim) == count)


def sentence(text: str, published: str | None = TODAY) -> Sentence:
    """The first sentence of a text under analysis."""
    return article(text, published).sentences[0]


def article(text: str, published: str | None = TODAY) -> Article:
    return Article(document(text, published), lexicon(lake_war()))


def not_yet(*case: object, reason: str) -> object:
    """A row of a table that the rules do not satisfy yet."""
    return pytest.param(*case, marks=pytest.mark.xfail(strict=True, reason=reason))
