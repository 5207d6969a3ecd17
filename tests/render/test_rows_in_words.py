"""Rows in words: cells that are left out, sums of ours, sources that are not held, tolls on a timeline."""

from __future__ import annotations

import io

import pytest
from river_war import CARD, CARDS, CLAIM, NORTH, TOLLS, entry, figure, tally

from truce_cli.model.finding import Question, Timeline, TollTable
from truce_cli.model.record import replace
from truce_cli.render import listings
from truce_cli.render import show as shown
from truce_cli.render.layout import Screen, View
from truce_cli.render.screen import show
from truce_cli.render.signs import ascii_only
from truce_cli.render.timeline import timeline_footer, timeline_view
from truce_cli.render.tolls import tolls_footer, tolls_view
from truce_cli.render.wording import speaker

SPOKEN = frozenset((row.side, row.harm, row.victims) for row in TOLLS.rows)
TITLED = replace(
    CARD, id="b2" * 32, outlet=None, title="A truce crumbles as fighting resumes along the whole river"
)
ELSEWHERE = replace(CARD, id="c3" * 32, format="elsewhere", url="https://river.example/list", path=None)
CARDS_OF_ALL = {**CARDS, TITLED.id: TITLED, ELSEWHERE.id: ELSEWHERE}


def piped(view: View) -> str:
    out = io.StringIO()
    show(view, Screen(), out)
    return out.getvalue()


def tolls_text(table: TollTable) -> str:
    view = tolls_view(table, NORTH, CARDS_OF_ALL, Question())
    return piped((*view, *tolls_footer(table, NORTH, CARDS_OF_ALL)))


def line_of(text: str, words: str) -> str:
    return next(line for line in text.splitlines() if words in line)


def test_a_row_cut_off_is_absent() -> None:
    text = tolls_text(replace(TOLLS, rows=TOLLS.rows[:1], spoken_of=SPOKEN))
    dashes = [line.split("  ")[1].strip() for line in text.splitlines() if line.endswith("—")]
    assert dashes == ["injured, military", "injured, civilian"] * 2
    assert "killed, civilian" not in text
    none = tolls_text(replace(TOLLS, rows=(), spoken_of=SPOKEN))
    assert none.startswith("no row to show: every figure that is claimed is left out")


def test_notes_stand_with_their_rows() -> None:
    from truce_cli.model.finding import Problem

    found = Problem(code="gap", text="297 between", claims=(), key=TOLLS.rows[0].key)
    table = replace(TOLLS, problems=(found,))
    assert "297 between" in tolls_text(table)
    assert "297 between" not in tolls_text(replace(table, rows=TOLLS.rows[1:]))


def test_a_derived_row_names_its_figures_speakers() -> None:
    ends = (
        figure("376", as_of="2031-06-01", claimant="Norvia"),
        figure("710", as_of="2031-06-09", claimant="Norvian ministry"),
    )
    row = tally(
        "norvian/military/killed", "334", derived=True, claimant=None, others=ends, note="334 = 710 - 376"
    )
    text = tolls_text(replace(TOLLS, rows=(row,)))
    assert "River Times" not in text
    assert "derived; 334 = 710 - 376" in line_of(text, "killed, military")
    made = [line for line in text.splitlines() if "made of" in line]
    assert ["Norvia (own side)" in made[0], "2031-06-01" in made[0]] == [True, True]
    assert "Norvian ministry (own side)" in made[1] and "2031-06-09" in made[1]


def test_what_no_document_here_holds_is_marked() -> None:
    loose = tally("norvian/military/killed", "51", documents=())
    named = tally("norvian/civilian/killed", "7", documents=(ELSEWHERE.id,))
    text = tolls_text(replace(TOLLS, rows=(loose, named)))
    assert line_of(text, "killed, military").endswith(" u")
    assert line_of(text, "killed, civilian").endswith("1 u")
    assert "u unanchored: its document is not held here" in text
    assert "unanchored" not in tolls_text(TOLLS)
    lines = piped(timeline_view(Timeline(entries=(entry(documents=()),)), NORTH, CARDS))
    assert line_of(lines, "shelling").endswith(" u")


def test_a_silence_is_its_latest_documents() -> None:
    withheld = replace(TOLLS.rows[2], documents=(CARD.id, TITLED.id))
    row = line_of(tolls_text(replace(TOLLS, rows=(withheld,))), "not disclosed")
    assert "“A truce crumbles as fighting resumes...” (media)" in row and "River Times" not in row
    assert speaker(None, (CARD.id, TITLED.id), CARDS_OF_ALL).startswith("River Times, “A truce")
    assert speaker(None, (), CARDS_OF_ALL) == "an article"


def test_an_unheld_source_is_named() -> None:
    unheld = replace(CLAIM, document=None, start=None, end=None)
    text = piped(shown.claim_view(unheld, replace(ELSEWHERE, id="", title=None, outlet=None), None, NORTH))
    assert "source: https://river.example/list; held elsewhere, unanchored" in text
    assert "source: no document is named" in piped(shown.claim_view(unheld, None, None, NORTH))


def test_a_toll_on_the_timeline_says_whose_dead() -> None:
    dead = entry(
        kind="toll",
        act="killed",
        accused_side="sudlander",
        precision="by",
        at="2031-06-04",
        text="13 had been killed",
        disputed=False,
        denied_by=(),
        tolls=(figure("36", victims="civilian"),),
    )
    table = Timeline(entries=(dead,))
    text = piped((*timeline_view(table, NORTH, CARDS), *timeline_footer(table, NORTH)))
    assert "36 killed, civilian, Sudlander side ?" in text
    assert "had been killed" not in text and text.count("36") == 1
    assert "undated" not in text


def test_an_event_names_its_truce_unless_the_heading_does() -> None:
    event = entry(kind="truce_event", act="agreed", disputed=False, denied_by=(), tolls=())
    alone = piped(timeline_view(Timeline(entries=(event,)), NORTH, CARDS))
    headed = piped(timeline_view(Timeline(entries=(event,), truce="jun-03"), NORTH, CARDS))
    assert "jun-03 agreed" in alone and "jun-03 agreed" not in headed


@pytest.mark.parametrize(
    ("denies", "words"),
    [
        (None, "denial: no such shot was fired"),
        ("v-1111111111111111", "denial of v-1111 → Sudlander side: shelling, the bridge"),
        ("v-2222222222222222", "denial of v-2222222222222222"),
    ],
)
def test_a_denial_says_what_it_denies(denies: str | None, words: str) -> None:
    accusation = replace(
        CLAIM,
        id="v-1111111111111111",
        kind="violation",
        accused_side="sudlander",
        act="shelling",
        place="the bridge",
    )
    denial = replace(CLAIM, id="d-0", kind="denial", denies=denies, quote="no such shot was fired")
    short = {accusation.id: "v-1111"}
    view = listings.claims_view([denial], CARDS, NORTH, short, {accusation.id: accusation})
    assert words in piped(view)


def test_a_legend_in_ascii_is_parted_by_semicolons() -> None:
    assert ascii_only("— not reported · ? proposed · † disputed") == "- not reported; ? proposed; * disputed"
