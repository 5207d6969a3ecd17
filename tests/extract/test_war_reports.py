"""Who says it and whose dead they are, in the turns that reports on real wars take."""

from __future__ import annotations

import pytest
from passages import of_kind

REPORTS = [
    # text, figure, victims' side, claimant, claimant's side
    (
        "Veylish aircraft bombed a crowded market in Sarn, and 40 people died, a group of lawyers said.",
        (40, "group of lawyers", "third"),
    ),
    (
        "Veylish forces attacked the village of Sarn, killing 12 people, the Sarn Resistance Committee said.",
        (12, "Sarn Resistance Committee", "unknown"),
    ),
    (
        "Clashes in Sarn have killed at least 192 people, the Northern Relief Council (NRC) said on Thursday.",
        (192, "Northern Relief Council", "unknown"),
    ),
    (
        "More than 70 militants were killed in the strikes, two Veylish security sources told this paper.",
        (70, "Veylish security sources", "veylish"),
    ),
    (
        "Sarnia's defence department said nine soldiers had been killed.",
        (9, "Sarnia's defence department", "third"),
    ),
    ("A Veylish soldier was also killed, the army said in a statement.", (1, "army", "veylish")),
    (
        "The Harbour News and the Lanternlight website have confirmed the names of 103 Morune soldiers killed.",
        (103, "Lanternlight website", "media"),
    ),
    ("The health ministry later raised the toll to 150.", (150, "health ministry", "unknown")),
    (
        "Morune rebels in northern Veyland said on Thursday that they had killed at least 84 Veylish soldiers.",
        (84, "Morune rebels", "morune"),
    ),
    ("Both countries said 12 people were killed at Pell.", (12, "countries", "unknown")),
    ("Twelve people were killed at Pell, both governments said.", (12, "governments", "unknown")),
    (
        "Five people were killed in Pell, according to the Italian aid group Emergency.",
        (5, "Italian aid group Emergency", "third"),
    ),
    (
        "Five people were killed in Pell, according to the Danish Refugee Council.",
        (5, "Danish Refugee Council", "third"),
    ),
    (
        "The Kent Centre for Research and Security Studies said 60 people had been killed in Pell.",
        (60, "Kent Centre for Research and Security Studies", "third"),
    ),
    (
        "The Lake Observatory for Human Rights said 35 soldiers had been killed. Another 15 were killed in strikes, "
        "the Britain-based group added.",
        (15, "Britain-based group", "third"),
    ),
    (
        "Moru accused Veyland of breaking the truce with air strikes that, hospital officials said, killed at least 10 "
        "people, among them two children.",
        (2, "hospital officials", "morune"),
    ),
    (
        "An attack on Pell killed up to 600 people, a Norwegian assessment says - twice what the UN estimated.",
        (None, "Norwegian assessment", "third"),
    ),
    (
        "The truce paused clashes that left 30 troops dead on both sides, and it ran out on Friday when, according to "
        "three Morune officials, the two sides extended it.",
        (30, None, "media"),
    ),
    (
        "Sadiq, a resident, told the agency that his cousin and two nephews had died under the rubble.",
        (2, "Sadiq", "unknown"),
    ),
]


@pytest.mark.parametrize(("text", "told"), REPORTS)
def test_who_says_it(text: str, told: tuple[int, str, str]) -> None:
    found = {(c.low, c.claimant, c.claimant_side) for c in of_kind("toll", text)}
    assert told in found


@pytest.mark.parametrize(
    ("text", "figure", "side"),
    [
        ("The Morune army said it had attacked three Veylish camps and lost eight of its men.", 8, "morune"),
        (
            "The Veylish army said it had foiled an assault on Sarn, killing dozens of militiamen.",
            24,
            "morune",
        ),
        ("A Veylish army spokesman said 1,200 rebels had been killed in the past week.", 1200, "morune"),
        (
            "A man in a Veylish army uniform blew himself up at an office in Ansted, killing 16 people.",
            16,
            "veylish",
        ),
    ],
)
def test_whose_dead_they_are(text: str, figure: int, side: str) -> None:
    assert (figure, side) in {(c.low, c.side) for c in of_kind("toll", text)}


def test_a_bare_figure_after_a_second_verb() -> None:
    found = {
        (c.harm, c.low)
        for c in of_kind("toll", "The war has killed 4,000 people and displaced more than 12 million.")
    }
    assert found >= {("killed", 4000), ("displaced", 12_000_000)}


def test_a_truce_of_another_year_is_none_of_the_files_own() -> None:
    text = "On 3 September 2043 Moru agreed to a three-month truce."
    assert of_kind("truce_event", text, "2043-09-05") == []


def test_each_figure_has_its_own_since() -> None:
    text = "Moru's health ministry says 211 people have been killed since the truce began and 4,643 since 28 April."
    found = {(c.low, c.since, c.measure) for c in of_kind("toll", text)}
    assert found == {(211, "2041-05-10", "incident"), (4643, "2041-04-28", "cumulative")}


def test_a_statement_of_an_earlier_month() -> None:
    [claim] = of_kind("toll", "Osten said in April that more than 460 Veylish soldiers had been killed.")
    assert (claim.measure, claim.as_of, claim.stated_on) == ("cumulative", "2041-04", "2041-04")


@pytest.mark.parametrize(
    ("times", "figure"),
    [("more than 2,900 times", (2900, None, "more_than")), ("14 times", (14, 14, "exact"))],
)
def test_how_often_a_truce_was_broken(times: str, figure: tuple[int, int | None, str]) -> None:
    text = f"Osten said that Moru had violated the truce declared on Thursday {times}."
    [claim] = of_kind("violation", text)
    assert (claim.low, claim.high, claim.qualifier, claim.unit) == (*figure, "incidents")


@pytest.mark.parametrize(
    ("text", "figure", "side", "claimant"),
    [
        (
            "Veylish strikes on the northern Morune towns of Sarn and Tolk killed nine people, Moru's ministry said.",
            9, "morune", "Moru's ministry",
        ),
        (
            "Moru's army accused Veyland of breaking the truce, hours after fighting that has left 38 people dead.",
            38, "both", None,
        ),
    ],
)  # fmt: skip
def test_what_surrounds_a_statement(text: str, figure: int, side: str, claimant: str | None) -> None:
    assert (figure, side, claimant) in {(c.low, c.side, c.claimant) for c in of_kind("toll", text)}


def test_figures_of_one_verb_are_measured_alike() -> None:
    found = of_kind("toll", "Veyland has reported 14 civilians and 11 soldiers killed.")
    assert {(c.low, c.measure) for c in found} == {(14, "cumulative"), (11, "cumulative")}


def test_driven_from_their_homes() -> None:
    [claim] = of_kind("toll", "The war has forced about two million people from their homes.")
    assert (claim.harm, claim.low) == ("displaced", 2_000_000)


def test_the_day_that_opens_a_sentence_is_the_statements() -> None:
    [claim] = of_kind(
        "toll", "On Monday the Veylish Defence Ministry said 192 of its soldiers had been killed."
    )
    assert (claim.measure, claim.stated_on, claim.side) == ("cumulative", "2041-05-13", "veylish")


def test_a_speaker_behind_the_verb() -> None:
    text = (
        "More than 3,200 people have been killed, says the Aid Association for Prisoners, a monitoring group."
    )
    [claim] = of_kind("toll", text)
    assert (claim.claimant or "").startswith("Aid Association")


def test_the_terrorists_of_an_army_are_the_others() -> None:
    text = 'Osten put the number of "terrorists" killed at 75.'
    assert [(c.low, c.side) for c in of_kind("toll", text)] == [(75, "morune")]


def test_its_own_losses_are_those_of_whom_the_sentence_before_is_about() -> None:
    text = "Moru has accused Veyland of killing 540 civilians. Its own losses are a secret."
    assert [c.side for c in of_kind("undisclosed", text)] == ["morune"]


@pytest.mark.parametrize(
    ("text", "harm", "figure"),
    [
        (
            "Over the past day the enemy lost 1,130 people killed and wounded, Osten said.",
            "killed_or_injured",
            1130,
        ),
        ("The bodies of 1,212 fallen soldiers were returned on Wednesday.", "recovered", 1212),
        ("A missile hit a house, killing a two-year-old girl and wounding 22 others.", "injured", 22),
    ],
)
def test_what_was_suffered(text: str, harm: str, figure: int) -> None:
    assert (harm, figure) in {(c.harm, c.low) for c in of_kind("toll", text)}


def test_who_came_home_is_no_captive() -> None:
    text = "Veyland brought home 206 men, most of whom had been in captivity since 2040."
    assert of_kind("toll", text) == []


@pytest.mark.parametrize(
    ("text", "accused", "act"),
    [
        (
            "The Veylish army said Morune troops resorted to unprovoked firing along the river.",
            "morune",
            "attack",
        ),
        (
            "Veyland says Morune troops have put up wire, an act it calls a violation of the truce.",
            "morune",
            "violation",
        ),
        (
            "Moru said Veyland had breached the truce 212 times, with artillery and drones.",
            "veylish",
            "violation",
        ),
    ],
)
def test_who_is_accused(text: str, accused: str, act: str) -> None:
    assert [(c.accused_side, c.act) for c in of_kind("violation", text)] == [(accused, act)]


@pytest.mark.parametrize(
    ("text", "since", "as_of"),
    [
        ("An attack on Pell on 24 May last year killed 60 people, Osten said.", None, "2040-05-24"),
        (
            "Dozens of fighters were killed on Wednesday, ending a calm that had held since the weekend.",
            None,
            "2041-05-15",
        ),
        (
            "About 40 attackers were killed on Tuesday, the army said, and 30 more are feared to have died overnight.",
            None,
            "2041-05-14",
        ),
    ],
)
def test_times_that_are_another_things(text: str, since: str | None, as_of: str) -> None:
    first = of_kind("toll", text)[0]
    assert (first.since, first.as_of) == (since, as_of)


def test_what_holds_only_if_something_else_does_is_no_denial() -> None:
    text = "Osten said his forces had been told to observe the truce as long as it was not violated."
    assert of_kind("denial", text) == []


OF_NOBODY = (
    "Moru's Defence Ministry said nothing new, denying that ten had died.",
    "The ministry said three men listed as dead were found alive.",
)


@pytest.mark.parametrize("text", OF_NOBODY)
def test_the_living_are_no_toll(text: str) -> None:
    assert of_kind("toll", text) == []


def test_a_toll_is_told_behind_a_denial() -> None:
    text = "Moru's army denied having lost 40 men and said two were killed."
    assert [(c.low, c.side) for c in of_kind("toll", text)] == [(2, "morune")]


def test_who_is_shelled_is_struck() -> None:
    text = "Calder said the Veylish shelling of Kessary had left nine dead, four of them children."
    assert [(c.low, c.side) for c in of_kind("toll", text)] == [(9, "morune"), (4, "morune")]


def test_a_total_is_of_those_whom_it_rises_by() -> None:
    text = "Three more bodies were pulled from the rubble in Ansted, taking the number of dead there to 21."
    assert [(c.low, c.side) for c in of_kind("toll", text)] == [(3, "veylish"), (21, "veylish")]


def test_old_figures_have_the_day_behind_them() -> None:
    text = "Veyland's army put its losses at 412 killed and 1,307 wounded, up from 398 and 1,250 a week ago."
    found = {(c.harm, c.low, c.as_of) for c in of_kind("toll", text)}
    assert found == {
        ("killed", 412, "2041-05-15"),
        ("injured", 1307, "2041-05-15"),
        ("killed", 398, "2041-05-08"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "The Veylish air force lost two jets and their pilots were killed, Calder said.",
        "The air force of Veyland said it had begun an inquiry, Calder reported.",
    ],
)
def test_a_body_is_not_what_it_does(text: str) -> None:
    assert of_kind("violation", text) == []


def test_what_had_nothing_to_do_with_the_war_is_no_denial() -> None:
    text = "Seven conscripts died in a fire that had nothing to do with the fighting, the Veylish army said."
    assert of_kind("denial", text) == []


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Neither Kessary nor Ansted would say how many men they had lost.", "both"),
        ("Moru would not say how many men it had lost.", "morune"),
        ("Moru refuses to put a number on its dead.", "morune"),
    ],
)
def test_losses_withheld(text: str, side: str) -> None:
    assert [c.side for c in of_kind("undisclosed", text)] == [side]


MORE = [
    (
        "Moru said nine people had died at Pell; state television put the number at 16 later.",
        {(9, "cumulative"), (16, "cumulative")},
    ),
    ("In Moru 28 people died, officials say, all but one of them civilians.", {(28, "incident")}),
    ("Calder put at 79 the number of those killed in the prison in Kessary.", {(79, "cumulative")}),
]


@pytest.mark.parametrize(("text", "figures"), MORE)
def test_figures_and_what_they_measure(text: str, figures: set[tuple[int, str]]) -> None:
    assert {(c.low, c.measure) for c in of_kind("toll", text)} == figures


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Hundreds of members of the River Guards died, among them 30 commanders, Veyland says.", "unknown"),
        ("The number of people killed by Veylish fire has risen to 242, Calder said.", "morune"),
        ("An air strike on a car killed the commander of a rocket unit, Veyland said.", "unknown"),
        ("Calder accused Veyland of crimes and said it had struck hospitals, killing five medics.", "morune"),
    ],
)
def test_whose_they_are_where_nobody_or_the_accused_tells(text: str, side: str) -> None:
    found = of_kind("toll", text)
    assert {c.side for c in found} == {side}
    assert {c.claimant for c in found} <= {"Veyland", "Calder"}


def test_breaches_are_no_toll_and_bodies_handed_back_are_recovered() -> None:
    text = "The office said 33 Morunes had been killed, and that the total number of violations stood at 282."
    assert [c.low for c in of_kind("toll", text)] == [33]
    text = "Veyland released the bodies of 45 Morunes, bringing to 270 the total it has handed back."
    assert [(c.harm, c.low) for c in of_kind("toll", text)] == [("recovered", 45), ("recovered", 270)]


def test_whoever_announced_a_truce_does_not_say_that_it_is_broken() -> None:
    text = "A ceasefire announced by the UN took effect, and soon Veyland and Moru had been accused of breaking it."
    assert of_kind("violation", text) == []
