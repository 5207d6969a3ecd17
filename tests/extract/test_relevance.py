"""Texts about other things claim nothing, however many die in them; a text about the war is never taken for one."""

from __future__ import annotations

import pytest
from passages import claims, document, lake_war

from truce_cli.extract.engine import extract, extract_ungated
from truce_cli.extract.relevance import SHORT
from truce_cli.model.record import replace

TALK = "The committee met again on Tuesday and spoke about roads, schools and the price of bread. "
PEACE = TALK * (SHORT // len(TALK) + 1)
DEATHS = "Nine people were killed and 14 wounded in the square, officials said."

OF_THE_WAR = (
    "The ceasefire held.",
    "Soldiers of the army watched from the ridge.",
    "Moru sent condolences.",
    "The road to Ansted stayed shut.",
    "It was the worst day of the war since the fighting at the border began.",
    "A bomb had been left at the border, in the enemy's absence.",
)
OF_PEACE = (
    "",
    "It was a price war, the grocers said.",
    "The drones that deliver parcels stayed on the ground.",
    "A battle for the cup is expected in May.",
    "In the play a soldier comes home.",
    "Armed robbers raided a bank.",
    "The moru of the forest is a shy bird.",
)


@pytest.mark.parametrize("said", OF_PEACE)
def test_a_long_text_that_names_nothing_of_the_conflict_claims_nothing(said: str) -> None:
    assert claims(f"{PEACE}{said} {DEATHS}") == ()


@pytest.mark.parametrize("said", OF_THE_WAR)
def test_words_of_war_and_names_of_the_conflict_are_read_on(said: str) -> None:
    assert [c.value for c in claims(f"{PEACE}{said} {DEATHS}") if c.kind == "toll"] == [9, 14]


def test_a_title_may_name_the_war() -> None:
    plain = document(f"{PEACE}{DEATHS}")
    titled = replace(plain, card=replace(plain.card, title="Night of fire in Ansted"))
    assert extract(plain, lake_war()) == ()
    assert [c.value for c in extract(titled, lake_war()) if c.kind == "toll"] == [9, 14]


def test_a_short_text_may_leave_its_war_unsaid() -> None:
    assert [c.value for c in claims(DEATHS) if c.kind == "toll"] == [9, 14]


def test_without_a_conflict_every_text_is_read() -> None:
    assert [c.value for c in extract(document(f"{PEACE}{DEATHS}"), None) if c.kind == "toll"] == [9, 14]


def test_what_a_text_is_about_is_no_matter_of_gates() -> None:
    for said in (*OF_PEACE, *OF_THE_WAR):
        text = document(f"{PEACE}{said} {DEATHS}")
        assert extract(text, lake_war()) == extract_ungated(text, lake_war())
