"""Who says it: the words that name the claimant, his side, and who carried it."""

from __future__ import annotations

import pytest
from passages import claims, of_kind, only, sentence

from truce_cli.extract.speakers import frames

MORUNE = "Morune Defence Ministry"
VEYLISH = "Veylish Defence Ministry"

CLAIMANTS = [
    # subject
    (f"The {VEYLISH} said 12 of its soldiers had been killed.", VEYLISH, "veylish"),
    ("Ansted said 12 soldiers had been killed.", "Ansted", "veylish"),
    ("Kessary put its military losses at 12 dead.", "Kessary", "morune"),
    ("Veyland's army spokesman said 12 soldiers had been killed.", "Veyland's army spokesman", "veylish"),
    ("The Lake Mission said 12 civilians were killed in Dorrin.", "Lake Mission", "third"),
    ("The ministry said 12 soldiers had been killed.", "ministry", "unknown"),
    # with an office beside the name
    (
        "Moru's ombudsman, Mira Calder, said 12 civilians had been killed.",
        "Moru's ombudsman, Mira Calder",
        "morune",
    ),
    ("Jarl Osten, a spokesman for the army, said 12 soldiers had been killed.", "Jarl Osten", "veylish"),
    # trailing
    (f"12 of its soldiers had been killed, the {VEYLISH} said.", VEYLISH, "veylish"),
    ("Twelve civilians were killed, Mira Calder told reporters on Monday.", "Mira Calder", "morune"),
    ("“Twelve civilians were killed in Dorrin,” Calder said.", "Calder", "morune"),
    # an outlet's station, a town's mayor, a body that only one side's file has, whom it boasts to have killed
    ("Shelling killed two people in Dorrin, the town's mayor said.", "mayor", "morune"),
    (
        "Veyland, which acknowledges 288 military dead, will not say how many are missing.",
        "Veyland",
        "veylish",
    ),
    ("Ansted claims its gunners have killed 40 Morune troops.", "Ansted", "veylish"),
    ("The army said it had killed 57 Morune fighters near Pell.", "army", "veylish"),
    ("Calder was quoted by Harbour News as saying 12 people were killed.", "Calder", "morune"),
    ("Twelve people were killed, Calder was quoted by Harbour News as saying.", "Calder", "morune"),
    ("Calder's register shows 77 civilian deaths.", "Calder", "morune"),
    (
        "Six soldiers died in Monday's clashes; a bridge was lost, the Veylish army said.",
        "Veylish army",
        "veylish",
    ),
    ("A corporal was killed at Grey Ford, the army said, and accused Moru of shelling.", "army", "veylish"),
    (
        "Twelve men were killed, the defence ministry in Kessary was cited by Harbour News as saying.",
        "defence ministry in Kessary",
        "morune",
    ),
    ("Moru's confirmed losses are 12 dead.", None, "media"),
    ("Estimates from Dorrin's main hospital range from 35 to 45 dead.", "Dorrin's main hospital", "morune"),
    ("Some 55 men were reported missing by the Veylish army.", "Veylish army", "veylish"),
    ("The Red Cross's own count is 655 dead.", "Red Cross", "third"),
    # inverted
    ("“Twelve civilians were killed in Dorrin,” said Mira Calder.", "Mira Calder", "morune"),
    (
        "Twelve soldiers were killed near Pell.\n(General staff in Ansted, 15 May)",
        "General staff in Ansted",
        "veylish",
    ),
    # shortened
    ("The Lake Monitoring Mission (LMM) was there. LMM said 12 people were killed.", "LMM", "third"),
    ("The Lake Monitoring Mission was there. The Mission said 12 people were killed.", "Mission", "third"),
    (
        f"The {VEYLISH} met. Moru's losses reached 532 servicemen, the republic's defence ministry said.",
        "defence ministry",
        "morune",
    ),
    (
        f"The {MORUNE} met the press. Twelve people were killed in Selby, the ministry said.",
        "ministry",
        "morune",
    ),
    ("Aid agencies said 12 people had been killed.", "Aid agencies", "third"),
    # the body spoken of, not whoever spoke last
    (
        f"The {VEYLISH} met. Morune security sources said shells fell. Twelve soldiers died, the military said.",
        VEYLISH,
        "veylish",
    ),
    ("The Red Cross was there. Twelve people were killed, the organisation said.", "organisation", "third"),
    ("Osten spoke. Twelve people were killed in Moru, its government said.", "government", "morune"),
    (
        "Twelve soldiers had fallen, Moru's Defence Ministry representative Arno Vell said.",
        "Moru's Defence Ministry representative Arno Vell",
        "morune",
    ),
    (f"The {VEYLISH} met. Its director said 12 people had been killed.", "director", "veylish"),
    (
        "Osten spoke. A security official in Moru said 12 people had been killed.",
        "official in Moru",
        "morune",
    ),
    # nobody's
    ("According to confirmed information, 12 people were killed.", None, "media"),
    # behind a relative clause, or a place
    ("The Lake Mission, which counts from lists, said 12 people were killed.", "Lake Mission", "third"),
    (
        "Medics at two hospitals said 12 people had been killed in Dorrin.",
        "Medics at two hospitals",
        "morune",
    ),
    # the predicate goes on
    (
        "Veyland has published no list of its dead, but said 12 of its soldiers had fallen.",
        "Veyland",
        "veylish",
    ),
    ("Osten rejected the charge and said 12 soldiers had been killed.", "Osten", "veylish"),
    ("Veyland does not explain itself; it says 12 of its soldiers have died.", "Veyland", "veylish"),
    ("Osten visited Pell, saying 12 soldiers had been killed.", "Osten", "veylish"),
    # bodies that every war's reports cite
    ("UNICEF said 12 children had been killed.", "UNICEF", "third"),
    # locals speak for their place, not for those who fired at it
    (
        "Veylish rockets killed 12 people across Moru, local health officials said.",
        "health officials",
        "morune",
    ),
    ("Morune shells killed 12 people, doctors said.", "doctors", "veylish"),
    # according to
    ("According to Mira Calder, 12 civilians have been killed.", "Mira Calder", "morune"),
    (f"12 of its soldiers had been killed, according to the {VEYLISH}.", VEYLISH, "veylish"),
    # passive
    (f"Twelve deaths were reported by the {MORUNE}.", MORUNE, "morune"),
    # pronouns
    (f"The {VEYLISH} held a briefing. It said 12 of its soldiers had died.", VEYLISH, "veylish"),
    ("Mira Calder spoke on Monday. She said 12 civilians had been killed.", "Mira Calder", "morune"),
    # headlines and bulletins
    (f"Twelve pilots killed: {VEYLISH}", VEYLISH, "veylish"),
    (f"{VEYLISH}: 12 soldiers killed near Pell", VEYLISH, "veylish"),
    (f"Statement of the {MORUNE}, 15 May.\n\n12 servicemen were killed near Dorrin.", MORUNE, "morune"),
    # people whom only common words name take the side of their place
    ("A survivor said 12 people had been killed in Dorrin.", "survivor", "morune"),
    ("Doctors in Pell said 12 people had been killed.", "Doctors in Pell", "veylish"),
    # nobody: the article's own voice
    ("Twelve soldiers were killed in Dorrin.", None, "media"),
    ("The war has killed 500 people.", None, "media"),
    ("The fighting has claimed 400 lives.", None, "media"),
]


def test_an_army_speaks_of_its_own_strike_and_accuses_nobody() -> None:
    text = "In the afternoon Veyland's air force struck a depot near Dorrin, the military said."
    assert of_kind("violation", text) == []


def test_the_military_is_the_one_that_was_called_so() -> None:
    text = "Veyland's military said the truce held. Morune officials denied it. The military said 12 soldiers died."
    assert only("toll", text).claimant_side == "veylish"


@pytest.mark.parametrize(("text", "claimant", "side"), CLAIMANTS)
def test_the_claimant(text: str, claimant: str | None, side: str) -> None:
    claim = only("toll", text)
    assert (claim.claimant, claim.claimant_side) == (claimant, side)


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        (f"The {VEYLISH} said 12 of its soldiers had been killed.", "veylish-defence-ministry"),
        ("“Twelve civilians were killed in Dorrin,” Calder said.", "mira-calder"),
        ("Moru's ombudsman, Mira Calder, said 12 civilians had been killed.", "mira-calder"),
        ("The Lake Monitoring Mission said 12 civilians were killed in Dorrin.", "lake-mission"),
        ("A survivor said 12 people had been killed in Dorrin.", None),
        ("Twelve soldiers were killed in Dorrin.", None),
    ],
)
def test_the_actor_meant(text: str, slug: str | None) -> None:
    assert only("toll", text).claimant_slug == slug


RELAYS = [
    ("Twelve soldiers were killed, Harbour News reported.", "Harbour News", "media", ()),
    (
        f"Harbour News reported, citing the {MORUNE}, that 12 soldiers had been killed.",
        MORUNE,
        "morune",
        ("Harbour News",),
    ),
    (
        f"Twelve soldiers were killed, North Wire reported, citing the {MORUNE}.",
        MORUNE,
        "morune",
        ("North Wire",),
    ),
    (
        f"Twelve soldiers were killed, North Wire reported, citing Harbour News, which quoted the {MORUNE}.",
        MORUNE,
        "morune",
        ("Harbour News", "North Wire"),
    ),
    (
        "Harbour News quoted Mira Calder as saying that 12 soldiers had been killed.",
        "Mira Calder",
        "morune",
        ("Harbour News",),
    ),
    (
        "Mira Calder was quoted by Harbour News as saying that 12 soldiers had been killed.",
        "Mira Calder",
        "morune",
        ("Harbour News",),
    ),
]


@pytest.mark.parametrize(("text", "claimant", "side", "relayed_by"), RELAYS)
def test_relays(text: str, claimant: str, side: str, relayed_by: tuple[str, ...]) -> None:
    claim = only("toll", text)
    assert (claim.claimant, claim.claimant_side, claim.relayed_by) == (claimant, side, relayed_by)


CARRIED = [
    (f"The {VEYLISH} said 12 of its soldiers had been killed. It added that 30 had been wounded.", VEYLISH),
    ("Jarl Osten said 12 soldiers had been killed. He said 30 were wounded.", "Jarl Osten"),
    ("Jarl Osten, an army spokesman, said 12 had been killed. Osten added that 30 were wounded.", "Osten"),
    (
        "Osten spoke of the fighting, a local newspaper reported. He said 30 were wounded.",
        "Osten",
    ),
    (f"{VEYLISH}: 4 soldiers killed near Pell. Running total: 87 killed.", VEYLISH),
    ("“Twelve people were killed,” Calder said. “Another five are missing.”", "Calder"),
]


@pytest.mark.parametrize(("text", "claimant"), CARRIED)
def test_speakers_are_carried_over(text: str, claimant: str) -> None:
    assert [c.claimant for c in of_kind("toll", text)][-1] == claimant


def test_two_speakers_keep_their_own_figures() -> None:
    text = "Veyland said 12 of its soldiers had died. Moru said 30 of its soldiers had died."
    assert [(c.value, c.claimant_side) for c in of_kind("toll", text)] == [(12, "veylish"), (30, "morune")]


def test_two_speakers_in_one_sentence() -> None:
    text = "Veyland said 12 of its soldiers had died; Moru said 30 of its soldiers had died."
    assert [(c.value, c.claimant_side) for c in of_kind("toll", text)] == [(12, "veylish"), (30, "morune")]


@pytest.mark.xfail(strict=True, reason='"claimed by Moru" behind a rival figure is not read as its speaker')
def test_a_rival_figure_is_its_claimants() -> None:
    text = "Veyland put its dead at 410, against roughly 900 claimed by Moru."
    assert [(c.value, c.claimant_side) for c in of_kind("toll", text)] == [(410, "veylish"), (900, "morune")]


@pytest.mark.parametrize(
    "text",
    [
        f"The {VEYLISH} denied that 12 of its soldiers had been killed.",
        "Moru called the report of 12 dead soldiers a lie.",
    ],
)
def test_a_figure_only_denied_is_no_toll(text: str) -> None:
    assert [c for c in claims(text) if c.kind == "toll"] == []


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("Osten said the army held on.", ["said"]),
        ("According to Osten, the army held on.", ["according to"]),
        ("The army held on.", []),
        ("The fighting has claimed 400 lives.", []),
        ("Osten said Calder denied it.", ["said", "denied"]),
    ],
)
def test_frames_of_speech(text: str, verbs: list[str]) -> None:
    assert [frame.verb for frame in frames(sentence(text))] == verbs


def test_its_toll_is_of_the_body_just_heard() -> None:
    text = f"The {MORUNE} confirmed the deaths of eight more conscripts. Its official toll is now 164."
    assert of_kind("toll", text)[-1].claimant == MORUNE


def test_the_speaker_of_a_body_is_named_whole() -> None:
    text = "The head of Moru's health ministry said 12 soldiers had been killed."
    assert only("toll", text).claimant == "head of Moru's health ministry"
