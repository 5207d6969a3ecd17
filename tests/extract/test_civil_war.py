"""A war of a government against rebels: its army, its ministries and its soldiers need no name."""

from __future__ import annotations

from functools import cache

import pytest
from passages import document, figure

from truce_cli.extract.engine import extract
from truce_cli.model.claim import Claim
from truce_cli.model.conflict import Conflict
from truce_cli.read.conflict import parse_conflict

_HILL_WAR = """
slug = "hill-war-2042"
name = "2042 Hill War"
timezone = "America/Lima"
began = 2042-02-03

[[side]]
slug = "government"
name = "Government of Osca"
aliases = ["government", "Port Osca"]

[[side]]
slug = "front"
name = "Hill Front"
aliases = ["Front", "rebels", "rebel"]

[[actor]]
slug = "hill-health-committee"
name = "Hill Health Committee"
side = "front"
kind = "health_authority"
aliases = []

[[place]]
name = "Monte Alto"
aliases = []
side = "front"
lat = -20.0
lon = -95.0
"""


@cache
def hill_war(army: str = "") -> Conflict:
    more = f'\n[[actor]]\nslug = "x"\nname = "{army}"\nside = "front"\nkind = "armed_group"\naliases = []\n'
    return parse_conflict((_HILL_WAR + (more if army else "")).encode(), "hill-war.toml")


def tolls(text: str, army: str = "") -> list[Claim]:
    return [c for c in extract(document(text, "2042-03-10"), hill_war(army)) if c.kind == "toll"]


ROWS = [
    # text, count, victims' side, claimant's side
    ("The army said 12 soldiers had been killed at Monte Alto.", "12", "government", "government"),
    ("The defence ministry said 12 of its men had died.", "12", "government", "government"),
    ("Two airmen were killed, the air force said.", "2", "government", "government"),
    ("The interior ministry said two farmers were killed.", "2", "government", "government"),
    ("Army shelling of Monte Alto killed three farmers, rebels said.", "3", "front", "front"),
    ("The rebels boasted of having killed 22 soldiers.", "22", "government", "front"),
    ("Gunships cut down 30 fighters, the army said.", "30", "front", "government"),
    ("The army put the insurgents' casualties at 160.", "160", "front", "government"),
    ("Holding the bridge cost the rebels seven men.", "7", "front", "media"),
    ("The Health Committee said 63 people had been killed.", "63", "front", "front"),
    ("The Front claims to hold over 120 soldiers.", "120..", "government", "front"),
    ("The Front said eight men had died and 45 were in government jails.", "45", "front", "front"),
    ("The government counts 70 civilians dead at rebel hands.", "70", "government", "government"),
]


@pytest.mark.parametrize(("text", "count", "side", "claimant_side"), ROWS)
def test_whose_they_are(text: str, count: str, side: str, claimant_side: str) -> None:
    claim = next(c for c in tolls(text) if figure(c) == count)
    assert (claim.side, claim.claimant_side) == (side, claimant_side)


def test_the_parts_of_a_fight_are_of_either() -> None:
    found = tolls("Twenty-eight people died in the clash, 16 soldiers and 12 rebels.")
    assert [(c.side, c.victims) for c in found] == [
        ("both", "any"),
        ("government", "military"),
        ("front", "military"),
    ]


def test_rebels_who_have_an_army_share_the_word() -> None:
    (claim,) = tolls("The army said 12 men had been killed.", "Free Army")
    assert claim.claimant_side == "unknown"
