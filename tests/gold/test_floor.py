"""The pinned floor: no figure on our own passages falls unless somebody pins it lower, on purpose."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import pytest
from scoring import BASELINE, HERE, KINDS, SETS, Score, corpus_hash, read_cases, score_set

FALL = 0.001
REPIN = "see what moved with `make gold`, then `python tests/gold/report.py --pin`"

PINNED: dict[str, Any] = json.loads(BASELINE.read_text("utf-8"))


@cache
def scored(name: str) -> Score:
    return score_set(name)


def test_the_floor_stands_on_every_set() -> None:
    assert set(PINNED) == set(SETS) == {path.stem for path in HERE.glob("*.jsonl")}
    assert sum(len(read_cases(HERE / f"{name}.jsonl")) for name in SETS) >= 300
    for name in SETS:
        assert set(PINNED[name]) == {"sha256", "quiet", *KINDS}
        assert all(PINNED[name][kind]["gold"] for kind in KINDS), "a kind without gold pins nothing"


@pytest.mark.parametrize("name", SETS)
def test_the_corpus_is_the_pinned_one(name: str) -> None:
    assert corpus_hash(name) == PINNED[name]["sha256"], f"passages or conflict changed: {REPIN}"


@pytest.mark.parametrize("figure", ("precision", "recall"))
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", SETS)
def test_no_figure_falls(name: str, kind: str, figure: str) -> None:
    now, floor = scored(name).figures(kind)[figure], PINNED[name][kind][figure]
    assert now >= floor - FALL, f"{name} {kind}: {figure} {now} fell below {floor}; {REPIN}"


@pytest.mark.parametrize("name", SETS)
def test_decoys_stay_quiet(name: str) -> None:
    now, floor = scored(name).quiet_share, PINNED[name]["quiet"]["share"]
    assert now >= floor - FALL, f"{name}: {now} of the decoys are quiet, {floor} were; {REPIN}"


@pytest.mark.parametrize("name", SETS)
def test_passages_hold_their_quotes(name: str) -> None:
    """Gold that its own passage does not hold would be a miss for ever."""
    lines = (HERE / f"{name}.jsonl").read_text("utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    assert len({row["id"] for row in rows}) == len(rows)
    for row in rows:
        missing = [gold["quote"] for gold in row["claims"] if gold["quote"] not in row["text"]]
        assert not missing, f"{row['id']}: {missing}"
