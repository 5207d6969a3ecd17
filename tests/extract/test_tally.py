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


WIRE = [
    ("Three people died and a dozen more were hurt in the blast.", (3, 12)),
    ("The attack left two villagers dead and five with injuries.", (2, 5)),
    ("Gunmen opened fire on a bar, killing four and leaving six wounded.", (4, 6)),
    ("Gunmen opened fire on a bar, killing four and leaving six others with gunshot wounds.", (4, 6)),
    ("At least 20 people lost their lives, while 15 were hospitalized with injuries.", (20, 15)),
    ("At least 20 people lost their lives, while 15 others were rushed to hospital.", (20, None)),
    ("A bomb went off at a market killing at least 13 people with 27 others injured.", (13, 27)),
    (
        "A bomb went off at a market, leaving at least 13 people dead and more than 27 injured, some critically.",
        (13, 27),
    ),
    ("Thirteen people, mostly women and children, have been killed and 27 injured.", (13, 27)),
    ("Attackers killed seven people, wounded 14 and kidnapped three others.", (7, 14)),
    ("Seven dead, 14 wounded in market blast.", (7, 14)),
    ("The bodies of six men were found with gunshot wounds in a field.", (6, None)),
    ("Police found the bullet-riddled bodies of six men.", (6, None)),
    ("Six bodies were discovered in a mass grave.", (6, None)),
    ("Six decapitated bodies were dumped on a road.", (6, None)),
    ("A farmer was hacked to death and three of his sons were wounded.", (1, 3)),
    ("A farmer and his two sons were hacked to death.", (3, None)),
    ("A couple and their three children were burned to death.", (5, None)),
    ("A woman and her baby were killed.", (2, None)),
    ("A mother and her two daughters were shot dead.", (3, None)),
    ("The mayor, his wife and a bodyguard were killed.", (2, None)),
    ("An imam, two teachers and a nurse were shot dead.", (4, None)),
    ("Fighting between herders and farmers claimed 12 lives.", (12, None)),
    ("The violence has claimed the lives of 12 people.", (12, None)),
    ("The clash resulted in 12 deaths and 20 injuries.", (12, 20)),
    ("The clash resulted in the deaths of 12 people and injuries to 20 others.", (12, 20)),
    ("The clash led to 12 fatalities and left 20 people nursing injuries.", (12, 20)),
    ("The death toll from the attack has risen to 31, with 40 wounded, officials said.", (31, 40)),
    (
        "The number of people killed in the attack rose to 31 on Monday after two victims died in hospital.",
        (31, None),
    ),
    ("The attack killed 29 people, but the toll was later revised to 31.", (31, None)),
    ("Officials initially said 29 people were killed, but later put the toll at 31.", (31, None)),
    ("A suicide bomber blew himself up in a mosque, killing 12 worshippers and injuring 30.", (12, 30)),
    ("A suicide bomber killed 12 worshippers as well as himself.", (12, None)),
    ("Twelve people, including the bomber, were killed.", (11, None)),
    ("Twelve people, not including the bomber, were killed.", (12, None)),
    ("Twelve people, as well as the three attackers, were killed.", (12, None)),
    ("Three attackers and twelve civilians were killed.", (12, None)),
    ("Twelve people died, among them two policemen.", (10, None)),
    ("Twelve people died, most of them women.", (12, None)),
    ("Twelve people, two of them soldiers, were killed.", (10, None)),
    ("Two soldiers were among 12 people killed in a blast.", (10, None)),
    ("Two soldiers were among the 12 people killed in a blast.", (10, None)),
    (
        "The blast killed 12 people, two of whom were soldiers, and wounded nine others, three of them police.",
        (10, 6),
    ),
    ("The blast killed at least 12 people, mostly civilians, and wounded 9.", (12, 9)),
    ("Gunmen shot and killed a prominent activist outside his home.", (1, None)),
    ("Unknown gunmen assassinated a tribal elder in the city.", (1, None)),
    ("A university lecturer was hacked to death by unidentified men.", (1, None)),
    ("Unidentified men hacked a university lecturer to death.", (1, None)),
    ("A mob beat two men to death over allegations of theft.", (2, None)),
    ("Armed men stabbed a priest to death in his church.", (1, None)),
    ("Militants beheaded three men and set fire to houses.", (3, None)),
    ("Militants slit the throats of three men.", (3, None)),
    ("Militants abducted and later killed four aid workers.", (4, None)),
    ("Four aid workers abducted last week were found dead.", (4, None)),
    ("Twenty people were shot dead, ten hacked to death and five burned alive.", (35, None)),
    ("Fifteen people were killed in one village and seven in another.", (22, None)),
    ("Fifteen people were killed in Doro and seven others in Pel.", (22, None)),
    ("Twenty-two people were killed: fifteen in Doro and seven in Pel.", (22, None)),
    (
        "Three civilians were killed by a mine on Tuesday. Two more were killed by a mine on Thursday.",
        (5, None),
    ),
    ("Nine were killed, four critically injured.", (9, 4)),
    ("Nine people were killed and at least as many wounded.", (9, None)),
    ("The attack, which also wounded 12 people, killed three.", (3, 12)),
    ("The attack, in which three people were killed and twelve were wounded, happened at dawn.", (3, 12)),
    ("No one was killed but six people were injured.", (0, 6)),
    ("Six people were injured, two of them seriously.", (None, 6)),
    ("Six people were injured, two seriously.", (None, 6)),
    ("Six people were injured, two critically, when a bomb exploded.", (None, 6)),
    ("A child was killed and his mother injured.", (1, 1)),
    ("A child was killed and her parents were injured.", (1, None)),
    ("A police officer and a civilian were wounded.", (None, 1)),
    ("Two persons died on the spot while a third died in hospital.", (3, None)),
    ("Two people died instantly and another died later in hospital.", (3, None)),
    ("Two people died instantly; three more succumbed to their injuries in hospital.", (5, None)),
    ("Of the 31 killed, 20 were women.", (31, None)),
    ("Police said ten people had died, while the opposition put the number of dead at 31.", (31, None)),
    ("Police said ten people had died. Witnesses said 31 people were killed.", (31, None)),
    ("Unidentified assailants opened fire on a minibus, killing all six passengers.", (6, None)),
    ("All six people on board were killed.", (6, None)),
    ("Both men were killed.", (2, None)),
    ("Two brothers were killed and their father wounded.", (2, 1)),
    ("The blast killed a shopkeeper, wounding his wife and two children.", (1, 3)),
    ("The blast killed a shopkeeper and wounded his wife and two children.", (1, 3)),
    ("A blast wounded a shopkeeper, his wife and two children.", (None, 4)),
    ("More than a dozen villagers have been killed.", (12, None)),
    ("Around two dozen villagers have been killed and about 50 wounded.", (24, 50)),
    ("Close to 40 people were massacred by rebels.", (40, None)),
    ("As many as 70 civilians may have been killed.", (70, None)),
    ("Up to 70 civilians were killed.", (70, None)),
    ("It is feared that 70 people were killed.", (70, None)),
    ("Local sources put the number of dead at 17 and that of wounded at 30.", (17, 30)),
    ("The governor said 17 people were killed and that 30 were wounded.", (17, 30)),
    ("Seventeen people, including five women, lost their lives and 30 others were left injured.", (17, 30)),
    ("A grenade was thrown into a bar, killing 2 and injuring 9 people.", (2, 9)),
    ("The militiamen killed 2, injured 9 and burned 40 houses.", (2, 9)),
    ("An explosion killed two and injured nine, four critically.", (2, 9)),
    ("Two were killed, and nine others were injured, four of them critically.", (2, 9)),
    (
        "Two people were killed in the attack and nine others wounded, three of whom are in critical condition.",
        (2, 9),
    ),
    ("At least two people were killed, nine injured, and 12 others abducted.", (2, 9)),
    ("Two killed, nine injured as gunmen attack village.", (2, 9)),
    ("Ten farmers were slain on their farms, with two others missing.", (10, None)),
    ("The insurgents slaughtered ten farmers.", (10, None)),
    ("The attackers set houses on fire, burning ten people to death.", (10, None)),
    ("Ten people were burnt to death in their homes.", (10, None)),
    ("Ten people burned to death.", (10, None)),
    ("Ten migrants suffocated in the fire.", (10, None)),
    ("At least ten corpses were recovered after the attack.", (10, None)),
    ("Residents buried ten people after the attack.", (10, None)),
    ("Ten people were feared killed and many injured.", (10, None)),
    ("No fewer than ten persons have been reportedly killed in a fresh attack.", (10, None)),
    ("Not less than ten persons were killed by gunmen.", (10, None)),
    ("Ten persons, mostly farmers, were on Sunday killed by herdsmen.", (10, None)),
    ("Police confirmed the death of ten people.", (10, None)),
    ("Police confirmed the killing of ten people and the wounding of five.", (10, 5)),
    ("Police confirmed that ten people had been killed and five had been wounded.", (10, 5)),
    ("A local chief and his two wives were killed.", (3, None)),
    ("A Catholic priest and two parishioners were shot dead during mass.", (3, None)),
    ("A Catholic priest was shot dead on Tuesday.", (1, None)),
    ("A journalist working for a local radio was shot dead near his house.", (1, None)),
    ("Journalist Anna Roth was stabbed to death.", (1, None)),
    ("Anna Roth, 34, a journalist, was stabbed to death.", (1, None)),
    ("The head of the local council has been killed in an ambush.", (1, None)),
    ("Former lawmaker Jonas Feld has been assassinated.", (1, None)),
    ("A bomb attached to the car of a judge exploded, killing him and his driver.", (2, None)),
    ("A bomb exploded under the car of a judge, killing him instantly and wounding his driver.", (1, 1)),
    ("A judge was killed when a bomb exploded under his car; his driver was injured.", (1, 1)),
    ("A judge was killed and two bystanders were injured when a bomb exploded.", (1, 2)),
    ("Two men on a motorcycle shot dead a judge.", (1, None)),
    ("Two gunmen on a motorcycle shot and killed three teachers.", (3, None)),
    ("Four men armed with guns killed a judge.", (1, None)),
    ("The three teachers were killed on their way to school.", (3, None)),
    ("Three teachers from a school in Pell were killed on their way home.", (3, None)),
    ("Armed men killed 3 people in Pell, 2 in Dorrin and 5 in Hoel.", (10, None)),
    ("Armed men killed three people in Pell and wounded two in Dorrin.", (3, 2)),
    ("Clashes between two groups left 12 dead: seven farmers and five herders.", (12, None)),
    ("Clashes left 12 dead, including five attackers.", (7, None)),
    ("Twelve people, five of them attackers, were killed.", (7, None)),
    ("Twelve civilians and as many soldiers were killed.", (12, None)),
    ("Twelve civilians and an unknown number of soldiers were killed.", (12, None)),
    ("A woman was killed and seven people including a child were wounded by shelling.", (1, 7)),
    ("Shelling by rebels killed one woman, and seven civilians were wounded.", (1, 7)),
    ("Shelling killed one woman; seven civilians received wounds.", (1, 7)),
    ("One person died and seven got injured.", (1, 7)),
    ("One person was killed; seven were hurt.", (1, 7)),
    ("One died, seven hurt.", (1, 7)),
    ("Seven people were taken to hospital with gunshot wounds.", (None, 7)),
    ("Seven people were being treated for injuries.", (None, 7)),
    ("Nine people were injured in the attack, one of whom later died.", (1, 9)),
    ("Nine people were injured in the attack and one later died.", (1, 9)),
    ("The explosion took the lives of eight people.", (8, None)),
    ("Eight people lost lives in the explosion.", (8, None)),
    ("The explosion claimed eight lives and left 20 injured.", (8, 20)),
    ("Gunmen ambushed a bus and shot eight passengers dead.", (8, None)),
    ("Gunmen ambushed a bus and executed eight passengers.", (8, None)),
    ("Eight passengers were pulled off a bus and executed.", (8, None)),
    ("Eight passengers were dragged from a bus and shot dead.", (8, None)),
    ("Eight passengers were kidnapped and then executed.", (8, None)),
    ("An air strike hit a wedding, killing at least 8, mainly women and children.", (8, None)),
    ("An air strike killed a family of eight.", (8, None)),
    ("Eight members of a family were killed in an air strike.", (8, None)),
    ("An airstrike killed eight members of the same family, six of them children.", (8, None)),
]
"""Ways in which wire reports tell of one event."""


@pytest.mark.parametrize(("text", "total"), TALLIES + WIRE)
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
