"""Deaths and losses of peace: of illness, age, accidents and fiction, and of what only sounds like people."""

from __future__ import annotations

import pytest
from passages import of_kind

NO_TOLLS = (
    "The actor died aged 91 after a long illness.",
    "The singer, 67, died of a heart attack at his home on Monday.",
    "Her mother died of cancer in 2011.",
    "Some 1.2 million people have died of the virus worldwide, the agency said.",
    "The poet, who taught 340 children to swim, has died at 88.",
    "A bus crash near the lake killed seven people on Sunday.",
    "The quake in the south killed more than 2,000 people last year.",
    "The film about three brothers killed at the front took 2 million crowns.",
    "The novel opens with a duel in which two men die.",
    "The bank lost 340 customers and 12 branches in May.",
    "The museum holds 300 prisoners' letters from the siege.",
    "Two thirds of the orchard's 600 trees died of blight.",
    "The 1,200 dead trees along the front road will be felled in July.",
    "The herd of 80 was missing for two days.",
    "The republic offered to take in 500 wounded from both sides.",
    "The hospital has 40 beds for the wounded.",
    "The minister promised that the army would kill every saboteur it found.",
    "The exercise simulated a strike on a stadium with 200 wounded and 40 dead.",
    "The strike of lorry drivers has cost 4,000 people their jobs.",
    "A coach carrying pilgrims plunged into a ravine in the north on Sunday, killing 27 people and injuring 31.",
    "A fire at a club has left 14 people dead and 60 injured. Firefighters said an electrical fault was to blame.",
    "Police arrested a man on suspicion of murdering his wife and two daughters.",
    "Veyland lost a match in which two players were injured; the hosts lost four men to suspension.",
    "Under the bill, whoever causes the death of three or more people could face life in prison.",
    "Army doctors are trained to treat 300 casualties a day, and blood would last for 1,500 wounded.",
    "A video said to show 400 dead soldiers is from a film, the agency's checkers found.",
    "Nine thousand nine hundred and ninety-nine billion killed, the host joked.",
    "999,999,999,999 million people were killed, the page claimed.",
    "Cholera: 214 cases and nine deaths were reported in the camps.",
    "The 75th anniversary of the tram disaster, in which 54 passengers died, fell on Sunday.",
    "The team lost two wickets, and 12 fans were hurt in a crush at the gates.",
    "The strike crippled 31 lines.",
    "Two Morune tourists were killed in a paragliding accident abroad.",
    "A court in Ansted sentenced a man to death for murdering six relatives.",
    "The economy took a hit: 60,000 businesses died this year.",
    "A poll found that 46 of 100 asked knew someone who was killed.",
    "Farmers lost a third of their laptops, and a tree fell on the school.",
)


@pytest.mark.parametrize("text", NO_TOLLS)
def test_losses_of_peace_are_no_toll(text: str) -> None:
    assert [claim.quote for claim in of_kind("toll", text)] == []


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Twelve soldiers died when their lorry overturned on the road to the front.", 12),
        ("Nine refugees drowned when the flooded ford swept their camp away.", 9),
        ("The teacher, who had 30 pupils, was shot dead on Monday.", 1),
        ("A family of five was killed when a shell hit their house.", 5),
        ("Three men, two of them over 70, died when rockets hit the clinic.", 3),
        ("Forty bodies were lifted from a mass grave.", 40),
        ("The enemy lost 34 men at the bridge.", 34),
    ],
)
def test_what_war_did_is_one(text: str, figure: int) -> None:
    found = of_kind("toll", text)
    assert figure in [claim.low for claim in found], [claim.quote for claim in found]
