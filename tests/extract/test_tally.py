"""A document's own totals: parts added, subsets not, compounds apart."""

from __future__ import annotations

import pytest
from passages import TODAY, claims, document

from truce_cli.extract.engine import extract
from truce_cli.extract.tally import tally


def totals(text: str) -> tuple[int | None, int | None]:
    """(killed, injured) as stated."""
    counts = tally(text, claims(text, TODAY))
    return counts["killed"]["value"], counts["injured"]["value"]


TALLIES = [
    ("Five people were killed and 12 wounded.", (5, 12)),
    ("Five teachers and two nurses were killed.", (7, None)),
    ("Shelling killed 31 people, including three children.", (31, None)),
    ("Shelling killed 31 people, including 12 women, four of them pregnant.", (31, None)),
    ("Five people were killed: three women and two men.", (5, None)),
    ("Five people were killed in Pell. Another four were killed in Dorrin.", (9, None)),
    ("Five people were killed in Pell. The five dead were teachers.", (5, None)),
    ("Twenty people were killed or wounded.", (None, None)),
    ("The death toll rose from 468 to 487.", (487, None)),
    ("Five people were killed in Pell. The First Lake War killed 30,000 people.", (5, None)),
    ("Nothing happened.", (None, None)),
    ("", (None, None)),
    ("Shelling killed five people, three women and two men.", (5, None)),
    # soldiers, police and attackers are left out where others are counted too
    ("In Dorrin 11 civilians and a soldier were killed.", (11, None)),
    ("Three nurses and two policemen were killed.", (3, None)),
    ("Six people, including a police inspector, were killed.", (5, None)),
    ("Shelling killed 15 people. Ten rebels and five villagers died in Pell.", (5, None)),
    ("A blast killed ten people. Five police and five passers-by were killed.", (5, None)),
    ("Five others, including two soldiers, were wounded.", (None, 3)),
    ("A gunman killed 18 people before security forces killed him.", (18, None)),
    ("Six soldiers were killed.", (6, None)),
    ("Twelve people were killed. The dead included four policemen and a nurse.", (8, None)),
    ("Twelve people were killed. Among the 12 people killed were a policeman and a nurse.", (11, None)),
    ("Nine people were killed. Three of those killed were policemen, six were clerks.", (6, None)),
    # what is told later is a part of a first figure that it adds up to, or that sums up several places
    ("18 people were killed in two towns. Nine died in Dorrin and another nine in Pell.", (18, None)),
    ("Six people were killed in attacks. Four died in Pell. In another village two women died.", (6, None)),
    ("Three people died on Monday and three other people were killed on Sunday.", (6, None)),
    ("Shelling killed two local officials and two of their guests.", (4, None)),
    ("A chief and nine others were killed. They killed six in Pell, four died in Dorrin.", (10, None)),
    ("Seven inmates are dead. Six were killed by guards and the body of another was found.", (7, None)),
    ("Seven people were killed on Monday. Three more protesters died on Tuesday.", (10, None)),
    ("Seven people were killed on Monday. Three teachers were killed on Tuesday.", (10, None)),
    ("Seven people were killed on Monday, police said. Police said on Tuesday four were killed.", (7, None)),
    ("Shelling killed 11 people, including six members of state forces.", (5, None)),
    # causes and what came before
    ("Ten people were killed in reprisals over the murder of a village elder.", (10, None)),
    ("More than 100 people have died since November 5. Six farmers were killed in Pell.", (6, None)),
    ("Eleven people were killed in Pell, a day after 18 died in a church.", (11, None)),
]


@pytest.mark.parametrize(("text", "total"), TALLIES)
def test_the_total(text: str, total: tuple[int | None, int | None]) -> None:
    assert totals(text) == total


def test_bounds_add_end_to_end() -> None:
    text = "At least five teachers and two nurses were killed."
    assert tally(text, claims(text))["killed"]["low"] == 7


def test_a_range_has_no_value() -> None:
    text = "Between 10 and 12 people were killed."
    assert tally(text, claims(text))["killed"] == {"low": 10, "value": None, "high": 12}


@pytest.mark.parametrize(("text", "total"), TALLIES[:8])
def test_no_conflict_is_needed(text: str, total: tuple[int | None, int | None]) -> None:
    counts = tally(text, extract(document(text), None))
    assert (counts["killed"]["value"], counts["injured"]["value"]) == total
