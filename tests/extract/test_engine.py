"""The whole engine: quotes are the text's own, ids hold, and no text whatever brings it down."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from passages import claims, document, lake_war, of_kind, only

from truce_cli.errors import InputRefused
from truce_cli.extract import article, engine
from truce_cli.extract.engine import extract, extract_ungated
from truce_cli.extract.gates import gates_of, words_of
from truce_cli.extract.lexicon import lexicon
from truce_cli.model.claim import Claim
from truce_cli.model.document import Card, Document
from truce_cli.model.record import replace
from truce_cli.model.words import KIND_LETTER

REPORT = """Veyland said on Monday that 12 of its soldiers had been killed, including two officers.

The Morune Defence Ministry accused Veyland of shelling Dorrin, killing 5 civilians and wounding dozens. \
Veyland denied the accusation. It has not disclosed its military casualties since.

Mira Calder said 60 civilians have been killed since the fighting began. The truce took effect on 10 May \
at noon. The First Lake War killed 30,000 people.
"""
KINDS = {"toll", "violation", "denial", "undisclosed", "truce_event"}


def assert_sound(doc: Document, found: tuple[Claim, ...]) -> None:
    """What holds for every proposal, whatever the text."""
    for claim in found:
        assert claim.start is not None
        assert claim.end is not None
        assert claim.quote == doc.text[claim.start : claim.end] != ""
        assert claim.rule
        assert claim.document == doc.card.id
        assert (claim.entry, claim.status) == ("extracted", "candidate")
        assert re.fullmatch(rf"{KIND_LETTER[claim.kind]}-[0-9a-f]{{16}}", claim.id)
        if claim.low is not None and claim.high is not None:
            assert 0 <= claim.low <= claim.high
    ids = [claim.id for claim in found]
    assert len(set(ids)) == len(ids)
    assert [c.start for c in found] == sorted(c.start or 0 for c in found)
    assert all(c.subset_of in ids and c.subset_of != c.id for c in found if c.subset_of)
    assert all(c.denies in ids for c in found if c.denies)


def test_a_report_has_claims_of_every_kind() -> None:
    found = claims(REPORT)
    assert {c.kind for c in found} == KINDS
    assert_sound(document(REPORT), found)


def test_the_same_text_gives_the_same_claims() -> None:
    assert claims(REPORT) == claims(REPORT)


# ids


def test_ids_do_not_hang_on_white_space() -> None:
    spread = "\n\n" + REPORT.replace(". ", ".\n").replace("\n\n", "\n\n\n \n")
    assert [c.id for c in claims(spread)] == [c.id for c in claims(REPORT)]


def test_a_line_break_inside_a_phrase_changes_nothing() -> None:
    wrapped = REPORT.replace("has not disclosed", "has not\ndisclosed").replace("took effect", "took\neffect")
    assert [c.id for c in claims(wrapped)] == [c.id for c in claims(REPORT)]


def test_ids_do_not_hang_on_what_else_the_text_claims() -> None:
    more = "Three drivers were wounded in Pell. " + REPORT + "\nNine nurses were killed in Grey Ford."
    assert {c.id for c in claims(REPORT)} < {c.id for c in claims(more)}


def test_ids_do_not_hang_on_side_or_claimant() -> None:
    """Better rules and a better conflict file keep ids."""
    text = "Mira Calder said 60 civilians have been killed."
    bare = replace(lake_war(), actors=())
    assert [c.id for c in extract(document(text), bare)] == [c.id for c in claims(text)]
    assert [c.id for c in extract(document(text), None)] == [c.id for c in claims(text)]


def test_ids_hang_on_the_document() -> None:
    here = document(REPORT)
    there = replace(here, card=replace(here.card, id="e" * 64))
    ids = {c.id for c in extract(here, lake_war())}
    assert ids.isdisjoint(c.id for c in extract(there, lake_war()))


def test_the_same_sentence_twice_is_told_apart_by_its_place() -> None:
    first, second = of_kind("toll", "Shelling killed 13 people. Shelling killed 13 people.")
    assert first.id != second.id
    assert first.id == only("toll", "Shelling killed 13 people.").id


# with less to go on


def test_without_a_conflict_sides_are_unknown() -> None:
    found = extract(document(REPORT), None)
    assert_sound(document(REPORT), found)
    assert {c.kind for c in found} >= {"toll"}
    assert {c.side for c in found if c.kind == "toll"} == {"unknown"}
    assert {c.claimant_side for c in found} <= {"unknown", "media", "third"}
    assert {c.truce for c in found} == {None}


@pytest.mark.parametrize("text", ["", " ", "\n\n", ".", "“", "0", "killed", "\u2028", "…"])
def test_texts_of_nothing(text: str) -> None:
    assert claims(text) == ()
    assert extract(document(text), None) == ()


def test_an_undated_document_has_no_days_but_those_written_out() -> None:
    for claim in claims(REPORT, None):
        assert claim.as_of_basis != "published"
        assert claim.stated_on is None


# gates

GATED = [
    REPORT,
    "Moru denied this.",
    "The truce has collapsed.",
    "Neither side has disclosed its military losses.",
    "Shelling killed 13 people.",
    "The death toll stands at 974. The figure now stands at 980.",
    "Each side accused the other of breaking the ceasefire.",
    "The mayor opened a bakery in Leeds on Friday.",
]


@pytest.mark.parametrize("text", GATED)
def test_gates_lose_no_claim(text: str) -> None:
    assert extract_ungated(document(text), lake_war()) == claims(text)


def test_ordinary_news_opens_no_gate() -> None:
    text = "The mayor opened a bakery in Leeds on Friday."
    assert not gates_of(text, frozenset(words_of(text.lower())), lexicon(lake_war())).any


# hostile texts: what could make a pattern run for ever

LINEAR = {
    "digits": "9",
    "grouped digits": "1,000",
    "dotted digits": "1.2.3:",
    "commas": ", ",
    "killed": "killed ",
    "quotes": "“",
    "brackets": "((",
    "said": "Veyland said Moru said ",
    "truce": "the truce the ceasefire ",
    "since": "since the ",
    "number words": "one hundred and ",
    "hyphens": "twenty-",
    "dates": "10 May 2041 ",
    "clocks": "12:30 ",
    "full stops": ". ",
    "initials": "A.B.",
    "line ends": "\n",
    "blank lines": "\n \n",
    "spaces": " ",
    "zero width": "\u200b",
}
STEEP = {
    "killed twelve": "killed 12 people, ",
    "including": "including 3 children, ",
    "of them": "four of them, ",
    "rose from": "the death toll rose from 1 to 2 ",
    "straight quotes": '"he said" ',
    "each other": "accused each other of ",
    "denied": "Moru denied that ",
    "handles": "— X (@y) ",
}
"""Pieces whose repetition within one sentence costs more than its length: they run at a length that returns."""


@pytest.mark.parametrize("piece", LINEAR.values(), ids=LINEAR)
def test_a_megabyte_of_anything_returns(piece: str) -> None:
    run = piece * (5_000 // len(piece))
    text = "Veyland said 12 men were killed. " + "\n\n".join([run] * 200)
    assert len(text) > 990_000
    assert_sound(document(text), claims(text))


@pytest.mark.parametrize("piece", STEEP.values(), ids=STEEP)
def test_a_long_sentence_of_claims_returns(piece: str) -> None:
    text = "Veyland said 12 men were killed. " + piece * (3_000 // len(piece))
    assert_sound(document(text), claims(text))


def test_a_chain_of_accusations_returns() -> None:
    text = "Veyland accused Moru of shelling Pell and " * 15
    assert_sound(document(text), claims(text))


CHAINS = [
    "Moru accused Veyland of shelling Pell and ",
    "12 killed, ",
    "Veyland said 12 soldiers were killed, 3 wounded; ",
    "Veyland said that Moru denied ",
]


@pytest.mark.parametrize("link", CHAINS)
def test_a_sentence_without_an_end_costs_what_as_many_sentences_cost(link: str) -> None:
    """20,000 code points without a full stop: what grows with their square would not come back here."""
    text = link * (20_000 // len(link))
    assert_sound(document(text), claims(text))


def test_an_accusation_ends_where_the_next_accuser_speaks() -> None:
    found = of_kind(
        "violation",
        "Moru accused Veyland of shelling Pell and Veyland accused Moru of firing rockets at Dorrin.",
    )
    assert [(c.claimant, c.accused_side, c.act) for c in found] == [
        ("Moru", "veylish", "shelling"),
        ("Veyland", "morune", "missile"),
    ]


def test_a_capital_that_grows_in_lower_case_moves_no_offset() -> None:
    text = "İİİİİİİİ İlham İlhamov of Veyland said 12 soldiers were killed in Dorrin on Monday."
    toll = only("toll", text)
    assert (toll.value, toll.quote) == (12, text[toll.start : toll.end])
    assert "12 soldiers" in (toll.quote or "")


# any text at all


VAGUE_ENDS = [
    "Shelling killed dozens",
    "Shelling wounded scores",
    "Shelling killed several",
    "The dead: hundreds",
]


@pytest.mark.parametrize("text", VAGUE_ENDS)
def test_a_vague_word_may_be_the_last(text: str) -> None:
    assert_sound(document(text), claims(text))


def test_a_document_of_more_claims_than_anyone_makes_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "MOST_CLAIMS", 20)
    assert len(claims("Moru said 12 people were killed. " * 20)) == 20
    with pytest.raises(InputRefused, match="more than 20 claims in one document; split it"):
        claims("Moru said 12 people were killed. " * 30)


WORDS = st.sampled_from(
    "killed wounded 12 1,250 at least more than soldiers people Veyland Moru Pell Dorrin said denied "
    "accused of shelling the truce collapsed on Monday 10 May since including three children of them , . ; : "
    "“ ” ( ) - and or rose from to by total dead toll no one nobody it she enemy its not disclosed losses "
    "Mira Calder Osten according \n\n 24 were had been each other both sides two minutes after began".split(
        " "
    )
)


@given(st.lists(WORDS, max_size=60))
def test_any_run_of_the_wars_words_gives_sound_claims(words: list[str]) -> None:
    text = " ".join(words)
    assert_sound(document(text), claims(text))
    assert_sound(document(text), extract(document(text), None))


@given(st.text(max_size=300), st.sampled_from([None, "2041-05-15", "2041", "2041-05"]))
def test_any_text_gives_sound_claims(text: str, published: str | None) -> None:
    assert_sound(document(text, published), claims(text, published))


def test_long_texts_forget_and_propose_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [
        f"The Norvian defence ministry said {n} soldiers were killed near Askerby on Monday. It added that {n + 1} "
        f"were wounded. Sudland denied it. Among them were {n % 7 + 1} medics."
        for n in range(20, 80)
    ]
    document = Document(card=Card(id="a" * 64, published="2031-06-02"), text="\n\n".join(lines))
    before = extract(document, None)
    monkeypatch.setattr(article, "_REMEMBERED", 1)
    assert extract(document, None) == before and len(before) > 100


CUT_SHORT = [
    "Two soldiers were killed when Moru",
    "Fire killed one Veylish three Morune soldiers, MDM",
]


@pytest.mark.parametrize("text", CUT_SHORT)
def test_sentences_cut_short_are_read_to_their_end(text: str) -> None:
    assert_sound(document(text), claims(text))
