"""What a figure counts: people, others, things, a noun of harm; whose; or nobody at all."""

from __future__ import annotations

import pytest
from passages import sentence

from truce_cli.extract.heads import Head, heads


def head(text: str) -> Head:
    found = heads(sentence(text))
    assert len(found) == 1, [h.first for h in found]
    return found[0]


PEOPLE = [
    ("12 soldiers were killed.", "military"),
    ("12 servicemen were killed.", "military"),
    ("12 fighters were killed.", "military"),
    ("12 civilians were killed.", "civilian"),
    ("12 villagers were killed.", "civilian"),
    ("12 people were killed.", "any"),
    ("12 of its soldiers were killed.", "military"),
    ("12 more soldiers were killed.", "military"),
    ("12 Veylish soldiers were killed.", "military"),
    ("12 badly wounded soldiers were moved.", "military"),
    ("A soldier was killed.", "military"),
    ("12 Morunes were killed.", "any"),
]


@pytest.mark.parametrize(("text", "victims"), PEOPLE)
def test_people(text: str, victims: str) -> None:
    people = head(text).people
    assert people is not None
    assert people.victims == victims


SUBGROUPS = [
    ("12 children were killed.", "children"),
    ("12 women were killed.", "women"),
    ("12 journalists were killed.", "journalists"),
    ("12 medics were killed.", "medics"),
    ("12 police officers were killed.", "police"),
]


@pytest.mark.parametrize(("text", "subgroup"), SUBGROUPS)
def test_subgroups(text: str, subgroup: str) -> None:
    people = head(text).people
    assert people is not None
    assert people.subgroup == subgroup


@pytest.mark.parametrize(
    "text",
    ["12 tanks were lost.", "12 drones were downed.", "12 houses were hit.", "12 missiles were fired."],
)
def test_things_are_no_people(text: str) -> None:
    assert head(text).thing


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("It reported 37 military deaths.", "killed"),
        ("It reported 37 fatalities.", "killed"),
        ("It reported 37 casualties.", "killed_or_injured"),
        ("It found 37 bodies.", "bodies"),
    ],
)
def test_nouns_that_state_the_harm(text: str, noun: str) -> None:
    assert head(text).noun == noun


def test_more_and_other_are_kept_with_the_count() -> None:
    assert head("12 more soldiers were killed.").count.more
    assert head("Another 12 soldiers were killed.").count.more
    assert head("A further 12 soldiers were killed.").count.more
    assert head("12 others were killed.").others
    assert head("12 other soldiers were killed.").count.other
    assert not head("12 soldiers were killed.").count.more


def test_parts_and_wholes() -> None:
    assert head("Four of them were killed.").of_them
    assert head("Four of its soldiers were killed.").partitive
    assert head("Veyland lost 16 of its own.").own


def test_the_sides_beside_the_noun() -> None:
    assert [u.low for u in head("12 Veylish army soldiers were killed.").sides] == ["veylish"]
    assert [u.low for u in head("12 enemy soldiers were killed.").sides] == ["enemy"]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("12 soldiers and 3 civilians were killed.", [12, 3]),
        ("6 dead, 40 hurt, 3 missing.", [6, 40, 3]),
        ("A teacher and two pupils were killed.", [1, 2]),
        ("A dozen men were killed.", [12]),
    ],
)
def test_a_list_has_several(text: str, counts: list[int]) -> None:
    assert [h.count.value for h in heads(sentence(text))] == counts


HEADLINES = [
    ("Veylish soldier killed in ambush", [1]),
    ("Shelling kills schoolgirl in Dorrin", [1]),
    ("Veylish soldiers killed in ambush", []),
    ("Veylish soldier killed in ambush.", []),
]


@pytest.mark.parametrize(("text", "counts"), HEADLINES)
def test_headlines_leave_out_the_article(text: str, counts: list[int]) -> None:
    assert [h.count.value for h in heads(sentence(text))] == counts


@pytest.mark.parametrize("text", ["A truce was agreed.", "The soldiers left.", "A soldiers' home burned."])
def test_articles_that_count_nobody(text: str) -> None:
    assert [h for h in heads(sentence(text)) if h.has_people and not h.thing] == []
