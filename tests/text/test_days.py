from __future__ import annotations

import locale
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truce_cli.text.days import find_days

SUNDAY = "2020-10-18"
MONDAY = "2020-10-26"
WEDNESDAY = "2020-10-14"

# text, published, and every day that it names
DATES = [
    ("fighting erupted on October 10, 2020", SUNDAY, ["2020-10-10"]),
    ("killed as of Oct. 16", SUNDAY, ["2020-10-16"]),
    ("Oct. 16, up from the toll of Sept. 27", SUNDAY, ["2020-10-16", "2020-09-27"]),
    ("on 10 October", SUNDAY, ["2020-10-10"]),
    ("on 10 Oct 2019", SUNDAY, ["2019-10-10"]),
    ("the 14th of June", "2031-06-22", ["2031-06-14"]),
    ("the 14 June ceasefire", "2031-06-22", ["2031-06-14"]),
    ("on the second of June", SUNDAY, ["2020-06-02"]),
    ("HALDEN, June 9 (Wire) -", "2031-06-09", ["2031-06-09"]),
    ("OCT. 10", SUNDAY, ["2020-10-10"]),
    ("sept. 27 in a tweet", SUNDAY, ["2020-09-27"]),
    ("Oct.16", SUNDAY, ["2020-10-16"]),
    ("16-Oct-2019", SUNDAY, ["2019-10-16"]),
    ("Sunday, Oct. 18", "2020-11-01", ["2020-10-18"]),
    ("Monday 18th July 2016", "2016-07-20", ["2016-07-18"]),
    ("on Monday [3 October], officials said", "2016-10-03", ["2016-10-03"]),
    ("October 10 (Saturday)", "2020-11-18", ["2020-10-10"]),
    ("October 10, Friday's talks", "2020-10-18", ["2020-10-10", "2020-10-16"]),
    ("2020-10-10 and 2020/10/11 and 2020-10-12T12:05", SUNDAY, ["2020-10-10", "2020-10-11", "2020-10-12"]),
    (
        "10.10.2020, 10/10/2020, 13/02/2024, 02/13/2024",
        SUNDAY,
        ["2020-10-10", "2020-10-10", "2024-02-13", "2024-02-13"],
    ),
    ("05.10.2020", SUNDAY, ["2020-10-05"]),
    ("On Oct. 10, 2020 people died", SUNDAY, ["2020-10-10"]),
    ("June 3 and June 5, 2019", SUNDAY, ["2019-06-03", "2019-06-05"]),
    ("17 October 10:24", SUNDAY, ["2020-10-17"]),
    ("killed on 12 October 15 people", SUNDAY, ["2020-10-12"]),
    ("on May 24 last year, and in June last year", "2021-04-01", ["2020-05-24", "2020-06"]),
    ("on 3 March of this year", "2021-04-01", ["2021-03-03"]),
    ("from 3 to 5 May last year", "2021-08-01", ["2020-05-03"]),
]

YEARLESS = [
    ("Oct. 29", MONDAY, "2020-10-29"),
    ("Dec. 24", "2020-12-20", "2020-12-24"),
    ("Dec. 24", "2020-10-01", "2019-12-24"),
    ("Jan. 6", "2020-12-20", "2021-01-06"),
    ("October 7", "2024-03-01", "2023-10-07"),
    ("February 29", "2023-03-01", "2020-02-29"),
    ("29 February", "2024-02-10", "2024-02-29"),
]

WEEKDAYS = [
    ("said on Sunday", SUNDAY, "Sunday", "2020-10-18"),
    ("in Monday's clashes", "2031-06-10", "Monday", "2031-06-09"),
    ("the army said late on Monday", "2031-06-10", "late on Monday", "2031-06-09"),
    ("agreed early Saturday", "2020-10-12", "early Saturday", "2020-10-10"),
    ("shelling Monday morning", "2020-10-12", "Monday morning", "2020-10-12"),
    ("last Monday", "2020-10-12", "last Monday", "2020-10-05"),
    ("last Friday", "2020-10-12", "last Friday", "2020-10-09"),
    ("next Friday", "2020-10-12", "next Friday", "2020-10-16"),
    ("this Friday", WEDNESDAY, "this Friday", "2020-10-16"),
    ("on Tuesday of last week", "2020-10-16", "Tuesday of last week", "2020-10-06"),
    ("Mon. night", "2020-10-14", "Mon. night", "2020-10-12"),
    ("on Sat", "2020-10-19", "Sat", "2020-10-17"),
    ("since Saturday’s truce", "2031-06-15", "Saturday", "2031-06-14"),
]

RELATIVES = [
    ("Yesterday's raid", "2031-06-13", "2031-06-12", None, "relative"),
    ("two men died today", SUNDAY, "2020-10-18", None, "relative"),
    ("last night's attack", SUNDAY, "2020-10-17", None, "relative"),
    ("rose overnight", SUNDAY, "2020-10-18", None, "relative"),
    ("Earlier in the day it had reported nine", "2031-06-09", "2031-06-09", None, "relative"),
    ("the day before yesterday", SUNDAY, "2020-10-16", None, "relative"),
    ("The day before, he had denied it", SUNDAY, "2020-10-17", None, "relative"),
    ("two days ago", SUNDAY, "2020-10-16", None, "relative"),
    ("3 weeks ago", SUNDAY, "2020-09-27", None, "relative"),
    ("two months ago", SUNDAY, "2020-08", None, "month"),
    ("26 years ago", SUNDAY, "1994", None, "year"),
    ("Late last month, the president", WEDNESDAY, "2020-09", None, "month"),
    ("Earlier this month", WEDNESDAY, "2020-10", None, "month"),
    ("said last week", MONDAY, "2020-10-19", "2020-10-25", "period"),
    ("hurt over the weekend", "2031-06-09", "2031-06-07", "2031-06-08", "period"),
    ("killed this week", "2031-06-06", "2031-06-02", "2031-06-06", "period"),
    ("last year", SUNDAY, "2019", None, "year"),
    ("in late September", "2020-10-12", "2020-09", None, "month"),
    ("mid-October", SUNDAY, "2020-10", None, "month"),
    ("last October", SUNDAY, "2019-10", None, "month"),
    ("who fell back in May", "2031-06-08", "2031-05", None, "month"),
    ("the July ceasefire", "2031-07-01", "2031-07", None, "month"),
    ("in November", SUNDAY, "2019-11", None, "month"),
    ("October 2023", SUNDAY, "2023-10", None, "month"),
    ("since 1992", SUNDAY, "1992", None, "year"),
    ("the 1994 ceasefire", SUNDAY, "1994", None, "year"),
    ("the 2016 April war", SUNDAY, "2016-04", None, "month"),
    ("the 2020 Nagorno-Karabakh war", "2024-10-14", "2020", None, "year"),
    ("worst since the 1990s", SUNDAY, "1990", "1999", "decade"),
]

RANGES = [
    ("Oct 16-17", SUNDAY, "2020-10-16", "2020-10-17"),
    ("Oct. 16–17, 2019", SUNDAY, "2019-10-16", "2019-10-17"),
    ("16-17 October", SUNDAY, "2020-10-16", "2020-10-17"),
    ("between 3 and 5 June", "2031-07-01", "2031-06-03", "2031-06-05"),
    ("between June 3 and 5", "2031-07-01", "2031-06-03", "2031-06-05"),
    ("on 3 and 5 June", "2031-07-01", "2031-06-03", "2031-06-05"),
    ("June 30-July 2", "2031-07-06", "2031-06-30", "2031-07-02"),
    ("from Dec. 16, 2019 to Jan. 9, 2020", SUNDAY, "2019-12-16", "2020-01-09"),
    ("between Dec. 28 and Jan. 3", "2021-01-10", "2020-12-28", "2021-01-03"),
    ("from Monday to Wednesday", "2020-10-16", "2020-10-12", "2020-10-14"),
    ("between May and July", SUNDAY, "2020-05", "2020-07"),
    ("from September to November 2019", SUNDAY, "2019-09", "2019-11"),
    ("a 1991-94 war", MONDAY, "1991", "1994"),
    ("between 2005 and 2019", "2031-06-07", "2005", "2019"),
    ("1988–1994", SUNDAY, "1988", "1994"),
]

NO_DAYS = [
    "they may fire and march on",
    "Troops may 5 times march",
    "TROOPS TO MARCH ON CITY",
    "This May Be the End",
    "one second, 30 sec, the second of them",
    "a T-72 and a Su-25",
    "aged 47, a two-year-old and a 61-year-old",
    "We, he and she",
    "the 44th Brigade and the 3rd Regiment",
    "1,874 servicemen, 1 874 servicemen",
    "2016 people were killed",
    "of 2020 prisoners and in 2016 cases",
    "at 2020 hours, in 2020 GMT",
    "every Friday and each Sunday",
    "Bloody Sunday and Good Friday",
    "the Sunday Times",
    "the Sun, he sat, we wed",
    "Russia Today and USA Today",
    "24/7, 9/11, 10.5, 3:2",
    "2010-11",
    "01/02/2024",
    "2024-13-02",
    "February 30, 31 April, February 29, 2023",
    "https://example.org/2020/10/18/a-b-c",
    "$2016 and No. 2016",
    "five of them, one more",
    "killed hundreds in the last month, the last week of it",
    "a day earlier, the night before the ceasefire",
]

COUNTS = [
    ("As of June 10, 1874 servicemen had died", "2031-06-12", [("June 10", "2031-06-10")]),
    ("As of 10 June 1950 soldiers had died", "2031-06-12", [("10 June", "2031-06-10")]),
    ("In October 12 people were killed", SUNDAY, [("October", "2020-10")]),
    ("In May 16 Norvian soldiers died", SUNDAY, [("May", "2020-05")]),
    ("wounding 13 Oct. 16", SUNDAY, [("Oct. 16", "2020-10-16")]),
    ("June 3 and 5 people died", SUNDAY, [("June 3", "2020-06-03")]),
    ("June 10, 2031 soldiers took part", "2031-06-12", [("June 10, 2031", "2031-06-10")]),
    ("the October 7, 2019 attacks", SUNDAY, [("October 7, 2019", "2019-10-07")]),
    ("October 5 km away", SUNDAY, [("October", "2020-10")]),
    ("June 10,000 were displaced", SUNDAY, [("June", "2020-06")]),
]


@pytest.mark.parametrize(("text", "published", "days"), DATES)
def test_dates(text: str, published: str, days: list[str]) -> None:
    assert [found.day for found in find_days(text, published)] == days


@pytest.mark.parametrize(("text", "published", "day"), YEARLESS)
def test_a_date_without_a_year_is_the_latest_or_near_at_hand(text: str, published: str, day: str) -> None:
    (found,) = find_days(text, published)
    assert (found.day, found.until, found.kind) == (day, None, "date")


@pytest.mark.parametrize(("text", "published", "said", "day"), WEEKDAYS)
def test_weekdays(text: str, published: str, said: str, day: str) -> None:
    (found,) = find_days(text, published)
    assert (found.said, found.day, found.kind) == (said, day, "weekday")


@pytest.mark.parametrize(("text", "published", "day", "until", "kind"), RELATIVES)
def test_relatives_months_and_years(
    text: str, published: str, day: str, until: str | None, kind: str
) -> None:
    (found,) = find_days(text, published)
    assert (found.day, found.until, found.kind) == (day, until, kind)


@pytest.mark.parametrize(("text", "published", "day", "until"), RANGES)
def test_ranges(text: str, published: str, day: str, until: str) -> None:
    (found,) = find_days(text, published)
    assert (found.day, found.until, found.kind) == (day, until, "range")


@pytest.mark.parametrize("text", NO_DAYS)
def test_what_is_no_day(text: str) -> None:
    assert find_days(text, SUNDAY) == ()


@pytest.mark.parametrize(("text", "published", "found"), COUNTS)
def test_figures_beside_dates_stay_figures(text: str, published: str, found: list[tuple[str, str]]) -> None:
    assert [(day.said, day.day) for day in find_days(text, published)] == found


def test_without_a_day_of_publication_only_what_says_its_year_is_found() -> None:
    text = "On Monday, Oct. 12, yesterday and last month; on Oct. 10, 2020, in October 2023, since 1992"
    assert [found.day for found in find_days(text, None)] == ["2020-10-10", "2023-10", "1992"]
    assert find_days("Sunday, Oct. 18, 2020", None)[0].day == "2020-10-18"


def test_the_order_of_figures_is_the_callers_to_say() -> None:
    assert find_days("01/02/2024", SUNDAY, order="DMY")[0].day == "2024-02-01"
    assert find_days("01/02/2024", SUNDAY, order="MDY")[0].day == "2024-01-02"
    assert find_days("13/02/2024", SUNDAY, order="MDY")[0].day == "2024-02-13"


def test_offsets_survive_letters_that_grow_in_lower_case() -> None:
    text = "İİİ İlham said on Oct. 16 that"
    (found,) = find_days(text, SUNDAY)
    assert text[found.start : found.end] == found.said == "Oct. 16"


WORDS = (
    "May March October Oct. Sept. june Sunday Mon. last next this late early mid week month year ago "
    "the 14th 1 3 5 10 16-17 31 1994 1991-94 2020 1990s 2020-10-10 10.10.2020 01/02/2024 of and to "
    "between from on in since people yesterday today overnight weekend day before ( ) , . – İ ٣ two a "
    "10,000 12:05 GMT soldiers "
)
SENTENCES = st.lists(st.sampled_from(WORDS.split()), max_size=14).map(" ".join)
PUBLISHED = st.one_of(st.none(), st.dates().map(lambda day: day.isoformat()), st.just("no day"))


@given(st.one_of(SENTENCES, st.text(max_size=80)), PUBLISHED)
def test_whatever_is_read_offsets_hold_and_days_exist(text: str, published: str | None) -> None:
    last = 0
    for found in find_days(text, published):
        assert text[found.start : found.end] == found.said
        assert last <= found.start < found.end
        last = found.end
        for day in (found.day, found.until):
            if day is not None:
                time.strptime(day, {4: "%Y", 7: "%Y-%m", 10: "%Y-%m-%d"}[len(day)])
        assert found.until is None or found.day <= found.until


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "America/Los_Angeles"])
def test_the_machine_time_zone_and_locale_say_nothing(zone: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Yesterday, on Monday, Oct. 12 and last month; 03.10.2020"
    before = find_days(text, SUNDAY)
    kept = locale.setlocale(locale.LC_ALL)
    try:
        with monkeypatch.context() as patch:
            patch.setenv("TZ", zone)
            if hasattr(time, "tzset"):
                time.tzset()
            locale.setlocale(locale.LC_ALL, "C")
            assert find_days(text, SUNDAY) == before
    finally:
        locale.setlocale(locale.LC_ALL, kept)
        if hasattr(time, "tzset"):
            time.tzset()


@pytest.mark.parametrize(
    "unit",
    ["1", "10-", "May ", "between 3 and ", "in 1991 and ", "Sunday and ", "2020-10-", "İ", "overnight from "],
)
def test_long_nonsense_comes_to_an_end(unit: str) -> None:
    find_days(unit * (300_000 // len(unit)), SUNDAY)
    find_days("the 1994" + " " * 300_000 + "x", SUNDAY)
