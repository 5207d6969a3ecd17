"""The rules on the real articles and the development cases, where they lie beside the repository."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest
from scoring import Case, Row, Score, read_cases, score

from truce_cli.read.article import read_article
from truce_cli.read.conflict import load_conflict

REPOSITORY = Path(__file__).resolve().parents[2]
SHARED = REPOSITORY.parent / "shared"
ARTICLES = SHARED / "articles"
GOLD = SHARED / "gold"
NORVIA = SHARED / "dev" / "norvia"


@cache
def articles() -> Score:
    cases = []
    for path in sorted(GOLD.glob("*.gold.jsonl")):
        text = ARTICLES / f"{path.name.removesuffix('.gold.jsonl')}.txt"
        rows = [claim(json.loads(line)) for line in path.read_text("utf-8").splitlines() if line.strip()]
        cases.append(Case(text.stem, read_article(text.name, text.read_bytes()), tuple(rows)))
    assert len(cases) == 5
    return score(cases, load_conflict(REPOSITORY / "data" / "nagorno-karabakh-2020" / "conflict.toml"))


def claim(row: Row) -> Row:
    """Gold of the articles names the truce of an event `slug`."""
    return {**row, "truce": row["slug"]} if "slug" in row else row


@cache
def norvia() -> Score:
    return score(read_cases(NORVIA / "cases.jsonl"), load_conflict(NORVIA / "conflict.toml"))


@pytest.mark.skipif(not (GOLD.is_dir() and ARTICLES.is_dir()), reason="the articles are not here")
@pytest.mark.parametrize(
    ("kind", "floor"),
    [
        ("toll", 1.0),
        ("toll_strict", 0.95),
        ("undisclosed", 0.95),
        ("denial", 0.95),
        ("truce_event", 0.95),
        ("violation", 0.95),
    ],
)
def test_the_five_articles(kind: str, floor: float) -> None:
    assert articles().figures(kind)["f1"] >= floor, [m for m in articles().misses if m.kind in kind]


@pytest.mark.skipif(not NORVIA.is_dir(), reason="the development cases are not here")
@pytest.mark.parametrize(
    ("kind", "floor"), [("toll", 0.93), ("toll_strict", 0.85), ("violation", 0.80), ("denial", 0.80)]
)
def test_norvia(kind: str, floor: float) -> None:
    assert norvia().figures(kind)["f1"] >= floor, [m for m in norvia().misses if m.kind in kind]


@pytest.mark.skipif(not NORVIA.is_dir(), reason="the development cases are not here")
def test_norvia_decoys_are_quiet() -> None:
    assert norvia().quiet_share >= 0.90
