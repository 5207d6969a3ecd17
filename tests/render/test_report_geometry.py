"""Geometry of the drawings: scales, ticks, labels, days, the steps of a count, places."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truce_cli.render.report import curves, days_strip
from truce_cli.render.report.curves import Band, Point, Voice
from truce_cli.render.report.days import day_words, on_axis, position, time_tag
from truce_cli.render.report.geometry import (
    Box,
    Scale,
    Spot,
    day_ticks,
    place_labels,
    round_ticks,
    text_width,
)
from truce_cli.render.report.projection import fitted, round_km


@given(st.integers(0, 10**9), st.integers(2, 6))
def test_ticks_are_round_and_hold_the_highest(high: int, most: int) -> None:
    ticks = round_ticks(high, most)
    assert ticks[0] == 0 and ticks[-1] >= high and len(ticks) <= most + 2
    steps = {b - a for a, b in pairwise(ticks)}
    assert len(steps) == 1 and str(steps.pop()).rstrip("0") in ("1", "2", "5")


@given(st.floats(1, 700_000), st.floats(0, 40_000))
def test_day_ticks_stay_inside(low: float, span: float) -> None:
    ticks = day_ticks(low, low + span)
    assert len(ticks) <= 6 and all(low <= tick <= low + span for tick in ticks)


def test_a_scale_of_no_width_has_a_middle() -> None:
    assert Scale(5, 5, 0, 10)(5) == 5.0


SPOTS = st.lists(
    st.builds(Spot, st.floats(0, 300), st.floats(0, 200), st.text("abc 1,2", min_size=1, max_size=12)),
    max_size=25,
)


@given(SPOTS)
def test_labels_do_not_collide_and_stay_inside(spots: list[Spot]) -> None:
    area, size = Box(0, 0, 300, 200), 11.0
    boxes = []
    for placed in place_labels(spots, area, size, [Box(100, 80, 160, 120)]):
        width = text_width(placed.spot.text, size)
        left = placed.x - {"start": 0.0, "middle": width / 2, "end": width}[placed.anchor]
        boxes.append(Box(left, placed.y - size * 0.8, left + width, placed.y + size * 0.25))
    # their places are rounded to a hundredth
    slack = Box(-0.01, -0.01, 300.01, 200.01)
    assert all(box.within(slack) for box in boxes)
    for a, b in combinations([*boxes, Box(100, 80, 160, 120)], 2):
        near = Box(a.left + 0.02, a.top + 0.02, a.right - 0.02, a.bottom - 0.02)
        assert not near.overlaps(b)


@pytest.mark.parametrize(
    ("iso", "said", "at"),
    [
        ("2020-10-26", "26 October 2020", 737724.5),
        ("2020-10-10T12:05+04:00", "10 October 2020, 12:05", 737708 + 725 / 1440),
        ("2020-10", "October 2020", 737729.5),
        ("2020", "2020", 737790.5),
        ("2020-12", "December 2020", 737790.5),
        ("2020-13-01", "2020-13-01", None),
        ("2020-02-30", "30 February 2020", None),
        ("yesterday", "yesterday", None),
        ("9999-12", "December 9999", None),
    ],
)
def test_days(iso: str, said: str, at: float | None) -> None:
    assert day_words(iso) == said
    assert position(iso) == pytest.approx(at) if at else position(iso) is None


def test_an_axis_of_years_names_them() -> None:
    assert (on_axis(737724, 40), on_axis(737724, 900)) == ("26 Oct", "Oct 2020")


def test_time_tags() -> None:
    assert time_tag(None) == "undated"
    assert (
        time_tag("2020-10-26", before="as of") == 'as of <time datetime="2020-10-26">26 October 2020</time>'
    )
    assert time_tag("2020-10-09/2020-10-17") == "<time>9 October 2020 to 17 October 2020</time>"
    assert time_tag('"><b>') == "<time>&quot;&gt;&lt;b&gt;</time>"


def point(day: float, low: int | None, high: int | None, **changes: object) -> Point:
    value = low if low == high else None
    return Point(day=day, low=low, value=value, high=high, text=str(low or high), **changes)  # type: ignore[arg-type]


def drawn(*points: Point) -> curves.Panel:
    return curves.panel([Voice(name="v", stance="own_side", points=points)], [], (0, 20))


def test_a_line_holds_a_figure_until_the_next_and_then_steps() -> None:
    (voice,) = drawn(point(5, 10, 10), point(10, 20, 20)).voices
    run, rise = voice.lines
    assert run.y1 == run.y2 == voice.marks[0].y and (run.x1, run.x2) == (voice.marks[0].x, voice.marks[1].x)
    assert rise.x1 == rise.x2 == voice.marks[1].x and rise.y2 == voice.marks[1].y


def test_no_line_crosses_a_gap_or_touches_what_stands_alone() -> None:
    broken = drawn(point(5, 376, 376), point(14, 710, 710, gap="gap 297"))
    (voice,) = broken.voices
    assert not voice.lines and len(voice.gaps) == 1
    assert "gap 297" in [label.spot.text for label in broken.labels]
    (voice,) = drawn(point(5, 10, 10), point(10, 200, 999, loose=True)).voices
    assert not voice.lines and voice.marks[1].y is None


def test_bounds_are_drawn_as_bounds() -> None:
    at_least, up_to, range_ = drawn(point(2, 12, None), point(5, None, 40), point(9, 10, 30)).voices[0].marks
    assert at_least.open_up and not at_least.open_down and at_least.y is not None
    assert up_to.open_down and not up_to.open_up
    assert range_.y is None and range_.low and range_.high and range_.low > range_.high
    lines = drawn(point(2, 10, 30), point(9, 12, 12)).voices[0].lines
    assert not lines, "a range has no one level to hold"


def test_two_figures_of_one_day_make_no_rise() -> None:
    assert all(s.x1 != s.x2 for s in drawn(point(5, 10, 10), point(5, 12, 12)).voices[0].lines)


def test_bands_are_cut_to_the_axis_and_open_ones_run_on() -> None:
    voice = Voice(name="v", stance="media", points=(point(5, 1, 1),))
    bands = [
        Band(name="a", start=-9, end=3),
        Band(name="b", start=18, end=None),
        Band(name="c", start=99, end=None),
    ]
    found = curves.panel([voice], bands, (0, 20)).bands
    assert [(band.name, round(a), round(b)) for band, a, b in found] == [("a", 42, 91), ("b", 334, 366)]


def test_the_axis_is_the_wars_unless_its_figures_fill_a_corner() -> None:
    assert curves.span([110, 130], 100, 140) == (100, 140)
    start, end = curves.span([10_000, 10_020], 1, 90_000)
    assert 9_990 < start < 10_000 and 10_020 < end < 10_030


def test_every_accusation_is_a_square_on_its_day() -> None:
    deeds = [days_strip.Deed(entry=i, day="2020-10-10", lane=i % 2) for i in range(40)]
    made = days_strip.strip(deeds, 2, 737708, 737708.5, 737716)
    assert len(made.squares) == 40 and len({(s.x, s.y) for s in made.squares}) == 40
    for square in made.squares:
        base = made.lanes[square.lane]
        assert base - days_strip.LANE < square.y and square.y + square.height <= base
    many = [days_strip.Deed(entry=i, day="2020-10-11", lane=0) for i in range(900)]
    crowd = [days_strip.Deed(entry=i, day="2020-10-11", lane=0) for i in range(250)]
    assert all(
        s.width > 0 and s.height > 0 for s in days_strip.strip(crowd, 1, 737000, 737708, 739000).squares
    )
    (column,) = days_strip.strip(many, 1, 737708, 737708.5, 737716).squares
    assert column.count == 900 and column.deed is None


@given(
    st.lists(st.tuples(st.floats(-85, 85), st.floats(-180, 180)), min_size=1, max_size=20),
)
def test_every_place_is_on_the_map(places: list[tuple[float, float]]) -> None:
    projection, height = fitted(places, 640, 620)
    for lat, lon in places:
        x, y = projection(lat, lon)
        assert -1 <= x <= 641 and -1 <= y <= height + 1


def test_the_map_is_true_about_its_middle() -> None:
    projection, _ = fitted([(39.0, 44.0), (41.0, 48.0)], 640, 620)
    # 2 degrees of latitude, and of longitude at 40 degrees north, in kilometres
    (x1, y1), (x2, y2) = projection(39, 44), projection(41, 46)
    assert (y1 - y2) / projection.km == pytest.approx(222.4, rel=0.01)
    assert (x2 - x1) / projection.km == pytest.approx(170.4, rel=0.01)
    assert [round_km(km) for km in (1, 4, 99, 120, 700)] == [1, 2, 50, 100, 500]


def test_a_map_may_cross_the_date_line() -> None:
    projection, _ = fitted([(0, 179), (1, -179)], 640, 620)
    assert projection(0, 179)[0] < projection(1, -179)[0]
