"""Screens: what a reader sees of each view, into a pipe and on terminals of several widths."""

from __future__ import annotations

import io
import sys

import pytest
from counting import dear
from hypothesis import given
from hypothesis import strategies as st
from river_war import CARD, CARDS, CLAIM, DOCUMENT, NORTH, TIMELINE, TOLLS, TRUCE, entry

from truce_cli.model.finding import Question, Timeline
from truce_cli.model.listing import DocumentLine, SourceLine, Status
from truce_cli.model.record import replace
from truce_cli.render import listings
from truce_cli.render import show as shown
from truce_cli.render.grid import fitted
from truce_cli.render.layout import Column, Line, Passage, Row, Screen, Table, View
from truce_cli.render.screen import show
from truce_cli.render.spark import spark
from truce_cli.render.timeline import timeline_footer, timeline_view
from truce_cli.render.tolls import tolls_footer, tolls_view
from truce_cli.render.widths import cell_width

TOLLS_VIEW = (*tolls_view(TOLLS, NORTH, CARDS, Question()), *tolls_footer(TOLLS, NORTH))
TIMELINE_VIEW = (*timeline_view(TIMELINE, NORTH, CARDS), *timeline_footer(TIMELINE, NORTH))
STATUS = Status(
    ledger="truce.db",
    conflict="river-war",
    name="River War",
    documents=5,
    elsewhere=1,
    undated=1,
    claims=12,
    kinds=(("toll", 10), ("violation", 2)),
    statuses=(("candidate", 9), ("accepted", 3)),
    curated=3,
    extracted=9,
    bound=2,
    unanchored=1,
    decisions=4,
)
VIEWS: dict[str, View] = {
    "tolls": TOLLS_VIEW,
    "timeline": TIMELINE_VIEW,
    "truces": listings.truces_view([TRUCE], NORTH),
    "claims": listings.claims_view([CLAIM], CARDS, NORTH, {CLAIM.id: "t-0123"}),
    "documents": listings.documents_view([DocumentLine(card=CARD, claims=3)]),
    "sources": listings.sources_view(
        [SourceLine(name="X", slug=None, role="relay", side=None, kind=None, claims=3, documents=1)], NORTH
    ),
    "status": listings.status_view(STATUS),
    "claim": shown.claim_view(CLAIM, CARD, DOCUMENT, NORTH),
    "document": shown.document_view(DOCUMENT, [CLAIM], NORTH, {}),
}


def drawn(view: View, screen: Screen) -> str:
    out = io.StringIO()
    show(view, screen, out)
    return out.getvalue()


def piped(view: View) -> str:
    return drawn(view, Screen())


def row_of(text: str, start: str) -> str:
    return next(line for line in text.splitlines() if line.strip().startswith(start))


def test_each_figure_stands_with_its_claimant_and_day() -> None:
    text = piped(TOLLS_VIEW)
    first = row_of(text, "killed, military")
    assert "974" in first and "2031-06-04" in first
    assert "Norvian defence ministry (own side), via River Agency" in first
    assert "710" in row_of(text, "earlier") and "37 on the day" in row_of(text, "earlier")
    assert "13" in row_of(text, "beside, any") and "not inside it" in row_of(text, "beside, any")
    assert "3" in row_of(text, "of them, children")
    assert "~5,000" in row_of(text, "also") and "estimated" in row_of(text, "also")


def test_silence_has_three_faces() -> None:
    lines = piped(TOLLS_VIEW).splitlines()
    assert [line.split()[-1] for line in lines if line.strip().startswith("injured")] == ["—"] * 4
    assert any("not disclosed" in line for line in lines)
    zero = replace(TOLLS.rows[0], text="0")
    table = replace(TOLLS, rows=(zero,))
    assert " 0 " in row_of(piped(tolls_view(table, NORTH, CARDS, Question())), "killed, military")


def test_marks_and_their_legend() -> None:
    text = piped(TOLLS_VIEW)
    assert "†?" in row_of(text[text.index("Sudlander side") :], "killed, civilian")
    assert "† disputed" in text and "? proposed by the machine" in text
    assert "left out: 2 other war" in text and "window 2031-05-20 to now" in text
    accepted = replace(TOLLS, rows=(replace(TOLLS.rows[1], candidate=False, since_assumed=False),))
    assert "proposed" not in piped(tolls_footer(accepted, NORTH))


def test_the_grid_keeps_to_what_was_asked() -> None:
    question = Question(victims=("civilian",), sides=("norvian",), harms=("injured",))
    table = replace(TOLLS, rows=())
    assert "nothing claimed" in piped(tolls_view(table, NORTH, CARDS, question))
    table = replace(TOLLS, rows=(replace(TOLLS.rows[1], harm="injured"),))
    text = piped(tolls_view(table, NORTH, CARDS, question))
    assert "Sudlander" not in text and "military" not in text and "killed" not in text


def test_nothing_claimed_is_said() -> None:
    empty = replace(TOLLS, rows=(), as_of="2031-05-01")
    assert piped(tolls_view(empty, NORTH, CARDS, Question())) == "nothing claimed by that day\n"
    truce = replace(TOLLS, rows=(), truce="jun-03")
    assert "whose own window lies in jun-03" in piped(tolls_view(truce, NORTH, CARDS, Question()))
    assert "nothing claimed" in piped(timeline_view(Timeline(entries=()), NORTH, {}))


def test_timeline_times_are_as_precise_as_they_were_given() -> None:
    cases = [
        ("2031-06-03T12:05+04:00", "minute", False, "2031-06-03 12:05 "),
        ("2031-06-03T09:10+04:00", "about", False, "2031-06-03 ~09:10"),
        ("2031-06-03", "minutes_after", False, "2031-06-03 minutes after"),
        ("2031-06-03", "day", True, "2031-06-03 before truce"),
        ("2031-06-04", "by", False, "by 2031-06-04"),
        (None, "unknown", False, "undated"),
    ]
    for at, precision, before, words in cases:
        one = entry(at=at, precision=precision, before_truce=before)
        text = piped(timeline_view(Timeline(entries=(one,)), NORTH, CARDS))
        assert text.splitlines()[1].startswith(words)


def test_timeline_names_who_and_whom_and_what_followed() -> None:
    text = piped(TIMELINE_VIEW)
    assert "in force 2031-06-03 12:00, until 2031-06-10 00:00" in text
    line = row_of(text, "2031-06-03 12:05")
    assert "Norvian defence ministry → Sudlander side" in line and "shelling, the bridge †?" in line
    assert "denied by Sudlander army" in text and "13 killed, of them 3 children" in text
    assert "alleged violation" in text
    assert "5 undated, from before the truce" in text


def test_a_claim_stands_in_its_context() -> None:
    assert ">>>974 soldiers had died<<<" in piped(VIEWS["claim"])
    assert "Nobody at the bridge" not in piped(VIEWS["claim"]), "the next paragraph is not its context"
    assert "Nobody at the bridge" in piped(VIEWS["document"])
    held_elsewhere = piped(shown.claim_view(CLAIM, None, None, NORTH))
    assert "not in the ledger" in held_elsewhere and "974 soldiers had died" in held_elsewhere


def test_overlapping_quotes_are_marked_once() -> None:
    second = replace(CLAIM, id="t-2", start=22, end=45)
    text = piped(shown.document_view(DOCUMENT, [CLAIM, second], NORTH, {}))
    assert text.count(">>>") == 1


def test_truces_tell_clocked_from_unclocked() -> None:
    text = piped(VIEWS["truces"])
    assert '5 min (12:05); unclocked: "within minutes"' in text.replace("“", '"').replace("”", '"')
    about = replace(TRUCE, first_minutes=70, first_about=True, first_clocked="2031-06-03T13:10+04:00")
    assert "about 70 min (13:10)" in piped(listings.truces_view([about], NORTH))


def test_status_tells_what_waits() -> None:
    text = piped(VIEWS["status"])
    assert "9 claims waiting" in text and "1 undated" in text and "1 curated without their document" in text


@pytest.mark.parametrize("name", VIEWS)
@pytest.mark.parametrize("width", [40, 60, 80, 100, 140, 200])
def test_a_terminal_line_fits_its_window(name: str, width: int) -> None:
    text = drawn(VIEWS[name], Screen(width=width))
    assert max(cell_width(line) for line in text.splitlines()) <= width
    assert "…" not in text


@pytest.mark.parametrize("width", [40, 60, 80, 140])
def test_no_figure_is_cut_or_split(width: int) -> None:
    words = drawn(TOLLS_VIEW, Screen(width=width)).split()
    assert {"974", "710", "36", ">1,234,567", "~5,000", "2031-06-04"} <= set(words)


@pytest.mark.parametrize("name", VIEWS)
def test_a_pipe_gets_plain_text_whole(name: str) -> None:
    text = piped(VIEWS[name])
    assert "\x1b" not in text and "…" not in text
    assert all(line == line.rstrip() for line in text.splitlines())


@pytest.mark.parametrize("name", VIEWS)
@pytest.mark.parametrize("screen", [Screen(ascii=True), Screen(width=80, ascii=True)])
def test_ascii_screens(name: str, screen: Screen) -> None:
    assert drawn(VIEWS[name], screen).isascii()


def test_bars_leave_gaps_and_invent_nothing() -> None:
    assert spark([("2031-06-01", 5), ("2031-06-04", 10)]) == ("▄  █", 1)
    assert spark([("2031-06-01", 0), ("2031-06-02", 3), ("2031-06-02", 9)]) == ("▁█", 1)
    assert spark([("2031-06-01", 10), ("2031-06-02", 5)]) == ("█▄", 1), "a fall falls"
    bars, days = spark([("2031-01-01", 1), ("2031-12-31", 8)])
    assert (bars[0], bars[-1], days) == ("▁", "█", 13) and not bars[1:-1].strip() and len(bars) <= 30
    assert spark([("2031-06-01", 5)]) == spark([]) == ("", 1)
    assert spark([("2031-06-01", 0), ("2031-06-02", 0)]) == ("▁▁", 1)


def test_colour_is_an_extra() -> None:
    plain = drawn(TOLLS_VIEW, Screen(width=80))
    coloured = drawn(TOLLS_VIEW, Screen(width=80, colour=True))
    assert "\x1b[" in coloured and "\x1b" not in plain
    assert "†" in plain and "not disclosed" in plain


HOSTILE = "\x1b]8;;http://x\x07 [update] [/b] :smile: \u202e \x9b31m 12\b\b34 \x00"


@pytest.mark.parametrize("screen", [Screen(), Screen(width=80)])
def test_hostile_text_is_shown_and_inert(screen: Screen) -> None:
    view = (
        Table((Column(HOSTILE), Column("b")), (Row((HOSTILE, HOSTILE)),)),
        Line(HOSTILE),
        Passage(HOSTILE, ((3, 9),)),
    )
    text = drawn(view, screen)
    assert not any(c in text for c in "\x1b\x9b\x00\b\u202e\x07")
    squeezed = "".join(text.split())
    assert "[update]" in squeezed and ":smile:" in squeezed and "12^H^H34" in squeezed


@dear()
@given(
    st.lists(st.tuples(st.integers(1, 60), st.integers(1, 60)), min_size=1, max_size=8), st.integers(8, 200)
)
def test_widths_fit_the_room(sizes: list[tuple[int, int]], room: int) -> None:
    needed = [max(pair) for pair in sizes]
    least = [min(pair) for pair in sizes]
    widths = fitted(needed, least, room)
    assert sum(widths) <= max(room, sum(least))
    assert all(low <= width <= most for low, width, most in zip(least, widths, needed, strict=True))
    if sum(needed) <= room:
        assert widths == needed


COLUMNS = (
    Column("Losses"),
    Column("Figure", right=True, whole=True),
    Column("", whole=True, close=True),
    Column("As of", whole=True),
    Column("Who says so", under=True),
)


@pytest.mark.parametrize("width", [20, 30, 40, 60, 80, 140])
def test_a_narrow_window_loses_nothing(width: int) -> None:
    """What does not fit side by side goes below, and below that each cell has a line of its own."""
    cells = (
        "killed, military",
        "12,345–12,399",
        "†",
        "2031-06-04 a",
        "the ministry of a long name, at length",
    )
    table = Table(COLUMNS, (Row(cells, indent=2), Row(("", "", "", "", "also said"))))
    text = drawn((table,), Screen(width=width))
    lines = text.splitlines()
    assert max(map(cell_width, lines)) <= width
    assert text.split().count("†") == 1 and "also said" in " ".join(text.split())
    assert {word for cell in cells for word in cell.split()} <= set(text.split())
    assert any("12,345–12,399" in line for line in lines) and any("2031-06-04 a" in line for line in lines)


def test_a_window_grows_a_column_at_a_time() -> None:
    cells = ("killed, military", "974", "", "2031-06-04", "the ministry of a long name, at length")
    view = (Table(COLUMNS, (Row(("Norvian side", "", "", "", ""), "title"), Row(cells, indent=2))),)
    below = drawn(view, Screen(width=60)).splitlines()
    assert below[0].split() == ["Losses", "Figure", "As", "of"] and below[1].strip() == "Who says so"
    assert below[2] == "Norvian side" and below[4].strip() == cells[-1]
    beside = drawn(view, Screen(width=100)).splitlines()
    assert len(beside) == 3 and beside[2].endswith(cells[-1])
    assert drawn(view, Screen()).splitlines() == beside


def test_rich_is_not_loaded_for_a_pipe() -> None:
    import subprocess

    code = (
        "import io, sys; from truce_cli.render.screen import show; from truce_cli.render.layout import *;"
        "show((Line('x'), Table((Column('a'),), (Row(('b',)),))), Screen(), io.StringIO());"
        "sys.exit('rich' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
