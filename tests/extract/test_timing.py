"""What kind of count it is, from when to when, and of which war. Today is Wednesday, 15 May 2041."""

from __future__ import annotations

import pytest
from passages import of_kind, only, toll

WAR = "2041-04-28"
TODAY = "2041-05-15"

MEASURES = [
    ("Veyland has lost 974 soldiers since the start of the war.", "cumulative"),
    ("Moru says 60 civilians have been killed since 28 April.", "cumulative"),
    ("Veyland said 12 of its soldiers had been killed so far.", "cumulative"),
    ("The death toll stands at 974.", "cumulative"),
    ("The war has killed 500 people.", "cumulative"),
    ("The conflict that broke out in April has killed 500 people.", "cumulative"),
    ("Shelling killed 13 people in Dorrin.", "incident"),
    ("Twelve people were killed on 3 May in Pell.", "incident"),
    ("Twelve Veylish soldiers were killed in the past 24 hours.", "incident"),
    ("Moru said 12 of its soldiers had been killed since the truce.", "incident"),
    ("A soldier was killed near Pell.", "incident"),
    ("Running total: 87 killed.", "cumulative"),
    ("The Veylish army has lost 1 general.", "cumulative"),
    ("Morune strikes have killed 45 civilians in Pell.", "cumulative"),
    ("Morune attacks have killed nine people in Pell since dawn.", "incident"),
    ("Sixteen more Veylish soldiers died.", "increment"),
    ("Moru has lost another 21 servicemen.", "increment"),
    ("Moru added 16 soldiers who died earlier in the war to its list of dead.", "retroactive"),
]


@pytest.mark.parametrize(("text", "measure"), MEASURES)
def test_the_measure(text: str, measure: str) -> None:
    assert only("toll", text).measure == measure


AS_OF = [
    ("Between 3 and 9 May, 12 people were killed in Pell.", "2041-05-09", "stated"),
    ("As of 12 May, 974 Veylish soldiers had been killed.", "2041-05-12", "stated"),
    ("By Tuesday 974 Veylish soldiers had been killed.", "2041-05-14", "stated"),
    ("The Veylish Defence Ministry said on Monday that 12 of its soldiers had died.", "2041-05-13", "stated"),
    ("Twelve people were killed on 3 May in Pell.", "2041-05-03", "stated"),
    ("Twelve people were killed yesterday in Pell.", "2041-05-14", "stated"),
    ("Twelve people were killed this week in Pell.", TODAY, "stated"),
    ("Veyland has lost 974 soldiers since the start of the war.", TODAY, "published"),
    ("The death toll stands at 974.", TODAY, "published"),
    ("Shelling killed 13 people in Dorrin.", None, None),
]


@pytest.mark.parametrize(("text", "as_of", "basis"), AS_OF)
def test_as_of(text: str, as_of: str | None, basis: str | None) -> None:
    claim = only("toll", text)
    assert (claim.as_of, claim.as_of_basis) == (as_of, basis)


SINCE = [
    ("Since the start of the truce, Veylish fire has killed 51 people in Dorrin.", "2041-05-10"),
    ("Twelve people died in Pell on the deadliest day since the truce took effect.", None),
    (
        "Moru said Veyland had broken the truce twice and that 10 of its men had died since it began.",
        "2041-05-10",
    ),
    ("Between 3 and 9 May, 12 people were killed in Pell.", "2041-05-03"),
    ("From 3 to 9 May, according to Moru, 12 people were killed.", "2041-05-03"),
    ("The Veylish army has lost 40 soldiers since the ground offensive began in late April.", None),
    ("Veyland has lost 974 soldiers since the start of the war.", WAR),
    ("Moru says 60 civilians have been killed since the fighting began.", WAR),
    ("Moru says 60 civilians have been killed since 28 April.", WAR),
    ("The war has killed 500 people.", WAR),
    ("Moru said 12 of its soldiers had been killed since the truce.", "2041-05-10"),
    ("Moru says 60 civilians have been killed since 2 May.", "2041-05-02"),
    ("Twelve Veylish soldiers were killed in the past 24 hours.", "2041-05-14"),
    ("Twelve Veylish soldiers were killed overnight.", "2041-05-14"),
    ("Twelve people were killed this week in Pell.", "2041-05-13"),
    ("Since last month 60 civilians have been killed.", None),
    ("The death toll stands at 974.", None),
    ("Shelling killed 13 people in Dorrin.", None),
]


@pytest.mark.parametrize(("text", "since"), SINCE)
def test_since(text: str, since: str | None) -> None:
    assert only("toll", text).since == since


def test_since_the_truce_needs_a_truce() -> None:
    text = "Moru said 12 of its soldiers had been killed since the truce."
    assert only("toll", text, "2041-05-05").since is None


@pytest.mark.parametrize(
    "text",
    [
        "By Tuesday 974 Veylish soldiers had been killed.",
        "Twelve people were killed yesterday in Pell.",
        "Twelve Veylish soldiers were killed in the past 24 hours.",
        "The death toll stands at 974.",
        "The ministry in Kessary said on Monday that 12 of its soldiers had died.",
    ],
)
def test_an_undated_text_has_no_day_to_count_from(text: str) -> None:
    claim = only("toll", text, None)
    assert (claim.as_of, claim.stated_on) == (None, None)


def test_a_day_written_out_needs_no_date_of_the_text() -> None:
    assert (
        only("toll", "As of 12 May 2041, 974 Veylish soldiers had been killed.", None).as_of == "2041-05-12"
    )


STATED_ON = [
    ("The Veylish Defence Ministry said on Monday that 12 of its soldiers had died.", "2041-05-13"),
    ("Twelve civilians were killed in Dorrin, Mira Calder told reporters on Monday.", "2041-05-13"),
    ("Moru said last week that 60 of its soldiers had been killed.", "2041-05-06/2041-05-12"),
    ("Moru said that 60 of its soldiers had been killed.", None),
]


@pytest.mark.parametrize(("text", "stated_on"), STATED_ON)
def test_the_day_of_the_statement(text: str, stated_on: str | None) -> None:
    assert only("toll", text).stated_on == stated_on


def test_a_statement_of_last_week_is_no_as_of() -> None:
    claim = only("toll", "Moru said last week that 60 of its soldiers had been killed.")
    assert (claim.as_of, claim.as_of_basis) == (None, None)


OTHER_WARS = [
    ("The First Lake War killed 30,000 people.", "First Lake War"),
    ("About 30,000 people were killed in the 1991-94 war.", "First Lake War"),
    ("The earlier war killed 30,000 people.", "First Lake War"),
    ("Thirty thousand people died in the First Lake War of the 1990s.", "First Lake War"),
    ("The neighbours fought a war in 1991-94. Thirty thousand people died.", "First Lake War"),
    ("The neighbours fought a war in 1991-94. This war has killed 500 people.", None),
    ("Clashes in April 2036 killed about 200 people.", "another war"),
    ("In February, border clashes killed 17 people.", "another war"),
    ("The war has killed 500 people.", None),
    ("The death toll stands at 974.", None),
    (
        "In 1993, 600 people were killed in fighting over the lake.",
        "First Lake War",
    ),
    (
        "In 1962 a battle on the lake killed 600 people.",
        "another war",
    ),
    ("Twelve people were killed in a hospital built in 1971.", None),
    ("In Pell, founded in 1923, twelve people were killed on Monday.", None),
]


@pytest.mark.parametrize(("text", "name"), OTHER_WARS)
def test_other_wars(text: str, name: str | None) -> None:
    assert only("toll", text).other_conflict == name


def test_the_dead_of_another_war_have_no_days_in_this_one() -> None:
    claim = only("toll", "The First Lake War killed 30,000 people.")
    assert (claim.since, claim.as_of, claim.side) == (None, None, "both")


BASES = [
    ("Up to 5,000 people might have been killed, Osten said.", "estimated"),
    ("The Lake Mission estimated that 5,000 people had been killed.", "estimated"),
    ("Osten said 5,000 people had been killed.", "stated"),
]


@pytest.mark.parametrize(("text", "basis"), BASES)
def test_estimates(text: str, basis: str) -> None:
    assert only("toll", text).basis == basis


def test_two_clauses_keep_their_days() -> None:
    text = "Twelve people were killed on 3 May in Pell; 30 people were killed on 7 May in Dorrin."
    assert [c.as_of for c in of_kind("toll", text)] == ["2041-05-03", "2041-05-07"]


def test_the_total_after_an_increment_is_a_running_one() -> None:
    text = "Sixteen more Veylish soldiers died on Monday, bringing the total to 532."
    assert (toll(text, "16").measure, toll(text, "532").measure) == ("increment", "cumulative")
    assert toll(text, "532").as_of == "2041-05-13"


def test_the_articles_own_story_is_not_the_accusers() -> None:
    text = "Moru accused Veyland of shelling Dorrin on Monday, as the number of dead climbed past 300."
    assert toll(text, "300..").claimant_side == "media"


def test_what_a_side_says_stands() -> None:
    text = "Moru's prosecutors say 63 civilians died and 292 were injured."
    assert {c.measure for c in of_kind("toll", text)} == {"cumulative"}


def test_another_of_another_harm_adds_to_no_total() -> None:
    text = "Shelling killed one resident in Dorrin and another four were injured."
    assert {c.measure for c in of_kind("toll", text)} == {"incident"}


def test_a_bare_toll_after_an_event_is_the_events() -> None:
    text = "A strike on Dorrin killed seven people. Another official put the toll at nine."
    assert (toll(text, "9").measure, toll(text, "9").side) == ("incident", "morune")


def test_beside_losses_withheld_a_count_is_a_running_one() -> None:
    text = "Moru has not disclosed its military losses, but said 29 civilians were killed and another 41 wounded."
    assert {c.measure for c in of_kind("toll", text)} == {"cumulative"}


def test_a_total_is_not_since_what_adds_to_it() -> None:
    text = "Veyland said 22 soldiers had been killed since Saturday, taking its military death toll to 318."
    assert (toll(text, "318").measure, toll(text, "22").since) == ("cumulative", "2041-05-11")
