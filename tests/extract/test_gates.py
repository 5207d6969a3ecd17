"""Gates spare work, never claims: what comes out is what comes out with every rule run on every sentence."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

from counting import Cases
from passages import document, lake_war
from test_denials import DENIALS
from test_violations import ACCUSATIONS

from truce_cli.extract import acts, vocabulary
from truce_cli.extract.engine import extract, extract_ungated
from truce_cli.extract.gates import ACTS, HARM, words_of
from truce_cli.model.conflict import Conflict
from truce_cli.model.document import Card, Document
from truce_cli.read.conflict import load_conflict

ROOT = Path(__file__).resolve().parents[2]
sys.path.append(str(ROOT / "tests" / "benchmarks"))

from articles import conflict_articles, ordinary_news  # noqa: E402

VAGUE = {
    "in hospital",
    "in critical condition",
    "in a critical condition",
    "in a grave condition",
    "in serious condition",
    "in intensive care",
    "not been heard from",
}
"""States that are told only beside a harm: those who are in hospital may be ill."""


@cache
def karabakh() -> Conflict:
    return load_conflict(ROOT / "data" / "nagorno-karabakh-2020" / "conflict.toml")


def mixed(case: int) -> tuple[Document, Conflict | None]:
    """An article of the generators, two of five about the conflict; some have no day, some no conflict file."""
    maker = conflict_articles if case % 5 in (0, 1) else ordinary_news
    text = next(maker(1, seed=case + 100))
    if case % 11 == 10:
        text = text.upper()
    published = None if case % 7 == 6 else f"2020-10-{case % 21 + 10}"
    return Document(card=Card(id=f"{case:064x}", published=published), text=text), (
        None if case % 13 == 12 else karabakh()
    )


def test_no_gate_loses_or_makes_a_claim(cases: Callable[[str], Cases]) -> None:
    def same(case: int) -> None:
        document, conflict = mixed(case)
        assert extract(document, conflict) == extract_ungated(document, conflict)

    cases("articles with gates on and off").each(same)


def test_every_phrase_of_harm_opens_the_gate() -> None:
    tables = (vocabulary.HARMED, vocabulary.PRESENT, vocabulary.GERUND, vocabulary.DIED, vocabulary.STATE)
    phrases = {phrase for table in tables for phrase in table}
    assert {phrase for phrase in phrases if HARM.isdisjoint(words_of(phrase))} == VAGUE


def test_every_phrase_of_an_act_opens_the_gate() -> None:
    phrases = {phrase for table in (acts.ACT_VERBS, acts.ACT_NOUNS, acts.WEAPON_ACT) for phrase in table}
    assert {phrase for phrase in phrases if ACTS.isdisjoint(words_of(phrase))} == set()


def test_no_gate_loses_what_the_tables_of_acts_and_denials_tell() -> None:
    texts = [str(row[0]) for row in (*ACCUSATIONS, *DENIALS)]
    texts.append("The truce held. Osten said Morune soldiers had killed a shepherd on Monday.")
    for text in texts:
        told = document(text)
        assert extract(told, lake_war()) == extract_ungated(told, lake_war()), text
