"""The scorer itself: what it calls right, wrong, missed and made up."""

from __future__ import annotations

import pytest
from report import by_class, table
from scoring import HERE, KINDS, MATCHES, Case, Row, Score, read_cases, score

from truce_cli.model.record import replace
from truce_cli.read.conflict import load_conflict

TALVIA = load_conflict(HERE / "talvia.toml")
TEXT = "Talvia's defence ministry said 12 of its soldiers had been killed."
DEAD: Row = {
    "kind": "toll",
    "harm": "killed",
    "low": 12,
    "high": 12,
    "victims": "military",
    "side": "talvian",
    "measure": "cumulative",
    "claimant_side": "talvian",
    "other_conflict": False,
    "as_of": None,
    "as_of_alt": ["2033-10-02"],
    "subset_of": None,
    "quote": "12 of its soldiers had been killed",
}


def scored(*gold: Row, text: str = TEXT) -> Score:
    case = read_cases(HERE / "talvia.jsonl")[0]
    document = replace(
        case.document, text=text, card=replace(case.document.card, id="x", published="2033-10-02")
    )
    return score([Case("x", document, gold)], TALVIA)


def test_all_right_is_one() -> None:
    assert scored(DEAD).figures("toll") == {"gold": 1, "precision": 1.0, "recall": 1.0, "f1": 1.0}
    assert scored(DEAD).figures("toll_strict")["f1"] == 1.0
    assert scored(DEAD).misses == []


@pytest.mark.parametrize(
    ("key", "value", "strict"),
    [
        ("victims", "civilian", 0.0),
        ("side", "ilmarki", 0.0),
        ("measure", "incident", 0.0),
        ("claimant_side", "media", 0.0),
        ("other_conflict", True, 0.0),
        ("subset_of", "16 of its men", 1.0),
    ],
)
def test_a_wrong_attribute_is_found_but_not_strict(key: str, value: object, strict: float) -> None:
    result = scored({**DEAD, key: value})
    assert result.figures("toll")["f1"] == 1.0
    assert result.figures("toll_strict")["f1"] == strict
    assert [miss.sort for miss in result.misses] == [f"toll: wrong {key}"]


@pytest.mark.parametrize(
    "other",
    [{"side_alt": ["talvian"]}, {"alt": {"side": ["talvian"]}}, {"side_given": "talvian"}],
    ids=lambda other: next(iter(other)),
)
def test_other_acceptable_values(other: Row) -> None:
    assert scored({**DEAD, "side": "ilmarki", **other}).figures("toll_strict")["f1"] == 1.0


def test_a_wrong_figure_is_a_miss_and_an_invention() -> None:
    result = scored({**DEAD, "low": 13, "high": 13})
    assert result.figures("toll") == {"gold": 1, "precision": 0.0, "recall": 0.0, "f1": 0.0}
    assert [miss.what for miss in result.misses] == ["missed", "made up"]


def test_other_readings_of_the_bounds() -> None:
    reading = {"alt_readings": [{"low": 12, "high": 12}]}
    assert scored({**DEAD, "high": None, **reading}).figures("toll")["f1"] == 1.0


@pytest.mark.parametrize("neutral", [{"optional": True}, {"core": False}])
def test_optional_gold_counts_for_nothing(neutral: Row) -> None:
    assert scored({**DEAD, **neutral}).misses == []
    assert scored(DEAD, {**DEAD, **neutral, "low": 3, "high": 3, "quote": "three"}).misses == []


def test_one_proposal_serves_one_gold_claim() -> None:
    assert scored(DEAD, DEAD).figures("toll")["recall"] == 0.5


def test_decoys_are_quiet_or_not() -> None:
    assert scored(text="The minister was born in 1961.").quiet_share == 1.0
    assert scored().quiet_share == 0.0


def test_overlap_needs_words_in_a_row() -> None:
    denial = MATCHES["denial"]
    claim = {"claimant_side": "talvian", "quote": "denied that it had fired at Tosk"}
    assert denial({"claimant_side": "talvian", "quote": "Lunz denied that it had fired"}, claim)
    assert not denial({"claimant_side": "talvian", "quote": "it rejected the claim on Tosk"}, claim)
    assert not denial({"claimant_side": "ilmarki", "quote": claim["quote"]}, claim)


def test_the_report_names_every_kind_and_the_largest_class_first() -> None:
    result = scored({**DEAD, "side": "ilmarki"}, {**DEAD, "low": 9, "high": 9}, {**DEAD, "low": 8, "high": 8})
    lines = table({"x": result}, {"x": {"toll": {"precision": 0.5, "recall": 0.9}}})
    assert len(lines) == 1 + len(KINDS) + 1
    assert "(+0.5000)" in lines[1]
    classes = [line.split("  ")[-1] for line in by_class({"x": result}) if line.startswith("   ")]
    assert classes[0] == "toll: missed"


@pytest.mark.parametrize(
    ("key", "value"), [("act", "drone"), ("occurred", "2033-10-01"), ("truce", "nov-09")]
)
def test_an_accusation_may_be_found_and_wrong_about_its_act(key: str, value: str) -> None:
    told = "Talvia's General Staff said Ilmarki guns shelled Dubren on 14 October in breach of the truce."
    gold: Row = {
        "kind": "violation",
        "claimant_side": "talvian",
        "accused_side": "ilmarki",
        "act": "shelling",
        "occurred": "2033-10-14",
        "truce": "oct-12",
        "quote": "Ilmarki guns shelled Dubren",
    }
    right, wrong = scored(gold, text=told), scored({**gold, key: value}, text=told)
    assert right.figures(f"violation_{key}")["f1"] == 1.0
    assert (wrong.figures("violation")["f1"], wrong.figures(f"violation_{key}")["f1"]) == (1.0, 0.0)
    assert f"violation: wrong {key}" in {miss.sort for miss in wrong.misses}
