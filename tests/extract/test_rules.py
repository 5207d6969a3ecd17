"""The grammar of tolls, rule by rule: passages that a rule reads, and look-alikes that nothing may read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from passages import figure, of_kind, told

import truce_cli.extract

RULES = {
    "toll/object": [
        ("Morune forces shelled Pell, killing 5 civilians.", "killed 5"),
        ("Shelling killed 13 people in Dorrin.", "killed 13"),
        ("A mine wounded two farmers near Pell.", "injured 2"),
        ("The blast left a dozen homes burning and injured 40.", "injured 40"),
        ("Shelling kills two in Dorrin", "killed 2"),
        ("A drone hit the bus, wounding 12 others.", "injured 12"),
    ],
    "toll/subject": [
        ("Twelve people were killed in Dorrin.", "killed 12"),
        ("14 civilians, among them three children, have been killed.", "killed 14"),
        ("Six glaziers later died of their wounds.", "killed 6"),
        ("At least 30 villagers, most of them elderly, lost their lives in Dorrin.", "killed 30.."),
        ("Two pilots were found dead near Pell.", "killed 2"),
        ("Nearly 500 people have been displaced.", "displaced ..500"),
        ("Three Veylish conscripts are missing.", "missing 3"),
    ],
    "toll/adjacent": [
        ("The raid left 6 dead, 40 hurt and 3 missing.", "missing 3"),
        ("Ten soldiers dead in Pell clash", "killed 10"),
        ("12 people killed, 30 wounded in Pell.", "injured 30"),
        ("At least 30 villagers lost their lives in Dorrin.", "killed 30.."),
    ],
    "toll/total": [
        ("The death toll stands at 974.", "killed 974"),
        ("The overall number of troops killed is 508.", "killed 508"),
        ("The death toll has passed 900.", "killed 900.."),
        ("Moru put its dead at 410.", "killed 410"),
    ],
    "toll/total-carried": [
        ("The ministry reported 16 more deaths, bringing its total to 532.", "killed 532"),
        ("Sixteen more Veylish soldiers died, taking the total to 532.", "killed 532"),
    ],
    "toll/risen-by": [
        ("The death toll rose by six to 97.", "killed 6"),
        ("The toll of dead climbed by 16 to 532.", "killed 16"),
    ],
    "toll/risen-from": [
        ("The death toll rose from 468 to 487.", "killed 468"),
        ("The number of wounded climbed from 12 to 15.", "injured 12"),
    ],
    "toll/deaths": [
        ("The army reported 37 military deaths.", "killed 37"),
        ("The war has claimed over 400 lives.", "killed 400.."),
        ("The raid caused 17 casualties.", "killed_or_injured 17"),
        ("The army published the names of 11 fallen soldiers.", "killed 11"),
    ],
    "toll/lost": [
        ("Moru has lost another 21 servicemen.", "killed 21"),
        ("Veyland lost 64 men at Grey Ford.", "killed 64"),
        ("The assault cost Veyland five men.", "killed 5"),
    ],
    "toll/attribute": [
        ("20 wounded soldiers were taken to Pell.", "injured 20"),
        ("Moru returned 14 captured servicemen.", "captured 14"),
    ],
    "toll/shared": [
        ("Shelling killed five soldiers and two civilians.", "killed 2"),
        ("The strike killed a nurse, two drivers and a guard.", "killed 2"),
    ],
    "toll/subset": [
        ("Shelling killed 31 civilians, including three children.", "killed 3"),
        ("Of the 97 civilians killed, 22 were minors.", "killed 22"),
    ],
    "toll/subset-of-them": [
        ("Twelve people were killed, four of them soldiers.", "killed 4"),
        ("Moru lost nine men, two of them officers.", "killed 2"),
    ],
    "toll/subset-sum": [
        ("61 bodies were found, 48 military and 13 civilian.", "killed 48"),
        ("Five people were killed: three women and two men.", "killed 3"),
    ],
    "toll/killing-of": [
        ("The killing of two farmers angered Dorrin.", "killed 2"),
        ("They mourned the murder of three teachers.", "killed 3"),
    ],
    "toll/among-the-dead": [
        ("Among the dead was a Veylish army surgeon.", "killed 1"),
        ("Among the dead were two nurses.", "killed 2"),
        ("Among those killed were two soldiers and a teacher.", "killed 1"),
        ("The dead included two nurses.", "killed 2"),
        ("The wounded included at least ten soldiers.", "injured 10.."),
        ("Two nurses were among the dead.", "killed 2"),
        ("Two nurses were among 12 people killed in Pell.", "killed 2"),
        ("Twelve people were killed. Three of those killed were nurses.", "killed 3"),
        ("Thirty people died. Twenty of those who died were nurses.", "killed 20"),
        ("Fourteen died. Among those killed, ten were farmers and four were nurses.", "killed 4"),
        ("At least 15 people died. At least 11 of the dead were villagers.", "killed 11.."),
    ],
    "toll/inverted": [
        ("Killed were a corporal and two privates.", "killed 1"),
        ("Also wounded were two nurses.", "injured 2"),
    ],
    "toll/listed": [
        ("Killed - 3; wounded - 11.", "injured 11"),
        ("Dead: 8.", "killed 8"),
    ],
    "toll/none-survived": [
        ("None of the 14 crew survived.", "killed 14"),
        ("Not one of the 22 soldiers lived through the ambush.", "killed 22"),
    ],
    "toll/apposition": [
        ("The volley wiped out an entire company, some 120 men.", "killed 120"),
        ("The mine killed a whole patrol, nine soldiers.", "killed 9"),
    ],
    "toll/held": [
        ("Veyland holds 26 Morune soldiers.", "captured 26"),
        ("300 prisoners are in enemy hands.", "captured 300"),
        ("More than 400 Morune prisoners are held in Veylish camps.", "captured 400.."),
    ],
    "toll/gapped": [
        ("The assault cost Veyland 14 lives and Moru at least 50.", "killed 50.."),
        ("Veyland lost 40 men and Moru 22.", "killed 22"),
    ],
    "toll/added": [
        ("The army added 23 fighters to its list of the fallen.", "killed 23"),
        ("Moru has added 12 conscripts to its roll of war dead.", "killed 12"),
    ],
    "toll/out-of-action": [
        ("The strike put 40 soldiers out of action.", "killed_or_injured 40"),
        ("Their gunners put 15 men out of action.", "killed_or_injured 15"),
    ],
    "toll/treated": [
        ("Doctors treated 46 people for shrapnel wounds.", "injured 46"),
        ("The clinic admitted 12 people with burns.", "injured 12"),
    ],
    "toll/against": [
        ("Veyland put its dead at 410, against roughly 900 claimed by Moru.", "killed 900"),
        ("The dead number nearer 2,500 than the official 1,200.", "killed 1200"),
    ],
    "toll/of-side": [
        ("Of the Morunes, six were killed; of the Veylish, nine.", "killed 9"),
        ("Of the Veylish, four were wounded; of the Morunes, seven.", "injured 7"),
    ],
    "toll/restated": [
        ("The army said 12 soldiers were killed. Earlier in the day it had reported nine.", "killed 9"),
        ("Moru said 40 people were wounded. Initially it gave 31.", "injured 31"),
        ("Calder said 19 people were killed. In the morning she had spoken of 12.", "killed 12"),
    ],
    "toll/person": [
        ("The 24-year-old gunner was killed.", "killed 1"),
        ("Gunmen shot dead the mayor of Dorrin.", "killed 1"),
    ],
    "toll/companion": [
        ("The judge was killed along with three guards.", "killed 3"),
        ("The mayor was killed together with his driver.", "killed 1"),
    ],
    "toll/table": [
        ("Killed | Injured\n\nVeyland | 1,106 | 3,020", "killed 1106"),
        ("| | Killed | Injured |\n\n| Moru | 143 | 510 |", "injured 510"),
    ],
    "toll/none": [
        ("No one was killed.", "killed 0"),
        ("Nobody was hurt in the raid.", "injured 0"),
    ],
}
"""Rule → passages with a toll that this rule, and no other, proposes."""

ROWS = [(rule, *row) for rule, rows in RULES.items() for row in rows]


@pytest.mark.parametrize(("rule", "text", "count"), ROWS)
def test_the_rule_reads(rule: str, text: str, count: str) -> None:
    found = [(c.rule, f"{c.harm} {figure(c)}") for c in of_kind("toll", text)]
    assert (rule, count) in found


LOOK_ALIKES = [
    ("toll/object", "Shelling killed hopes of a truce."),
    ("toll/object", "The blast killed 13 cows."),
    ("toll/object", "They beat two teams to the summit."),
    ("toll/object", "They cut the throats of three goats."),
    ("toll/intended", "They vowed to kill 100 soldiers."),
    ("toll/object", "The army could kill 100 soldiers."),
    ("toll/subject", "Twelve people were deployed to Dorrin."),
    ("toll/subject", "Twelve people were not killed."),
    ("toll/subject", "Eight ministers fell over the budget."),
    ("toll/adjacent", "Ten doors open in Pell clash"),
    ("toll/total", "The number of homes destroyed stands at 974."),
    ("toll/total-carried", "The shop opened 16 more doors, bringing its total to 532."),
    ("toll/risen-by", "The price of bread rose by six to 97."),
    ("toll/risen-from", "The temperature rose from 12 to 15."),
    ("toll/deaths", "The cat has nine lives."),
    ("toll/lost", "Moru lost 12 tanks at Grey Ford."),
    ("toll/lost", "Moru lost 12 villages."),
    ("toll/attribute", "The hall has 20 broken chairs."),
    ("toll/shared", "The council named five judges and two clerks."),
    ("toll/subset", "There were 12 shops, including three bakeries."),
    ("toll/subset-of-them", "Twelve men met, four of them soldiers."),
    ("toll/subset-sum", "61 chairs were found, 48 red and 13 green."),
    ("toll/killing-of", "The killing of the bill angered Dorrin."),
    ("toll/among-the-dead", "Among the guests was a Veylish army surgeon."),
    ("toll/among-the-dead", "Those invited included two nurses."),
    ("toll/among-the-dead", "One in seven of the dead is a child."),
    ("toll/inverted", "Invited were a corporal and two privates."),
    ("toll/listed", "Chairs - 3; tables - 11."),
    ("toll/none-survived", "None of the 14 shops survived the winter sale."),
    ("toll/apposition", "They fed an entire company, some 120 men."),
    ("toll/held", "Veyland holds 26 seats in the assembly."),
    ("toll/out-of-action", "The strike put 40 tanks out of action."),
    ("toll/treated", "Doctors treated 46 people to lunch."),
    ("toll/against", "They won by 410, against roughly 900."),
    ("toll/of-side", "Of the Morunes, six were tall; of the Veylish, nine."),
    ("toll/restated", "The army bought 12 lorries. Earlier in the day it had reported nine."),
    ("toll/person", "The 24-year-old gunner was promoted."),
    ("toll/companion", "A farmer left along with his son."),
    ("toll/gapped", "Veyland won 40 seats and Moru 22."),
    ("toll/added", "The army added 23 recruits to its list of guests."),
    ("toll/none", "No one was late."),
    ("toll/table", "Sold | Let\n\nDorrin | 12 | 14"),
]


@pytest.mark.parametrize(("rule", "text"), LOOK_ALIKES)
def test_look_alikes_are_left_alone(rule: str, text: str) -> None:
    assert told(text) == []


def test_every_rule_of_the_code_has_its_passages() -> None:
    """A rule that nobody has written two passages and a look-alike for is a rule that nobody has read."""
    rooms = list(Path(truce_cli.extract.__file__).parent.glob("*.py"))
    named = {name for path in rooms for name in re.findall(r'"(toll/[a-z-]+)"', path.read_text("utf-8"))}
    assert len(rooms) > 30
    unproposed = {"toll/intended", "toll/risen"}  # hypothetical; a prefix of two
    assert named - unproposed == set(RULES)
    assert all(len(rows) >= 2 for rows in RULES.values())
    assert set(RULES) - {rule for rule, _ in LOOK_ALIKES} == set()
