"""Names that a conflict file leaves out: what the rules may still take for a side's or a third party's."""

from __future__ import annotations

import pytest
from passages import document

from truce_cli.extract.engine import extract
from truce_cli.model.claim import Claim
from truce_cli.read.conflict import parse_conflict

_SIDES = """
slug = "hill-war"
name = "Hill War"
timezone = "Africa/Nairobi"
began = 2041-04-28

[[side]]
slug = "state"
name = "State side"
aliases = [{state}]

[[side]]
slug = "front"
name = "Front"
aliases = ["Hill Front"]
"""


def claim(state: str, text: str) -> Claim:
    (found,) = extract(document(text), parse_conflict(_SIDES.format(state=state).encode(), "hill-war.toml"))
    return found


@pytest.mark.parametrize(
    ("state", "text", "claimant_side"),
    [
        ('"Hill government"', "A government spokesman said 12 soldiers had been killed.", "state"),
        ('"Hilland"', "A government spokesman said 12 soldiers had been killed.", "unknown"),
        ('"Hilland"', "Reuters reported that 12 soldiers had been killed.", "media"),
        ('"Hilland"', "The Red Cross said 12 people had been killed.", "third"),
        ('"Hilland"', "Western officials put the dead at 900.", "third"),
        ('"Hilland"', "The French foreign ministry said 12 people had been killed.", "third"),
        ('"France"', "The French foreign ministry said 12 people had been killed.", "unknown"),
        ('"Hilland", "Red Cross"', "The Red Cross said 12 people had been killed.", "state"),
    ],
)
def test_names_that_the_file_leaves_out(state: str, text: str, claimant_side: str) -> None:
    assert claim(state, text).claimant_side == claimant_side


def test_bodies_of_the_world_have_no_slug() -> None:
    assert claim('"Hilland"', "The Red Cross said 12 people had been killed.").claimant_slug is None
