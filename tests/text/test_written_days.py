from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truce_cli.text.written_days import find_days, iso_day, parse_day, url_day

FIELDS = [
    ("2031-06-07", "2031-06-07"),
    ("2031-06-07T21:40:00+02:00", "2031-06-07"),
    ("2031-06-07 21:40:00 +0000", "2031-06-07"),
    ("20310607T214000Z", "2031-06-07"),
    ("2031/6/7", "2031-06-07"),
    ("Sat, 07 Jun 2031 19:40:00 GMT", "2031-06-07"),
    ("June 7, 2031 9:40 PM ET", "2031-06-07"),
    ("7th of June 2031", "2031-06-07"),
    ("JUN 7 2031", "2031-06-07"),
    ("Sept. 7, 2031", "2031-09-07"),
    ("07.06.2031", "2031-06-07"),
    ("13/06/2031", "2031-06-13"),
    ("06/13/2031", "2031-06-13"),
    ("05/05/2031", "2031-05-05"),
    ("7 июня 2031 г.", "2031-06-07"),
    ("7 juin 2031", "2031-06-07"),
    ("7 Haziran 2031", "2031-06-07"),
    # open, incomplete or no dates at all
    ("01/02/2031", None),
    ("2031-02-30", None),
    ("June 2031", None),
    ("2031", None),
    ("Monday", None),
    ("yesterday", None),
    ("1938628800", None),
    ("T-72", None),
    ("", None),
]


@pytest.mark.parametrize(("written", "day"), FIELDS)
def test_date_fields(written: str, day: str | None) -> None:
    assert parse_day(written) == day


def test_a_year_comes_from_a_day_near_it() -> None:
    assert parse_day("June 7") is None
    assert parse_day("June 7", "2031-06-10") == "2031-06-07"
    assert parse_day("Dec. 30", "2031-01-02") == "2030-12-30"
    assert parse_day("2 January", "2030-12-30") == "2031-01-02"


def test_days_in_a_text() -> None:
    text = "On Oct. 16-17 they march 5 km; May 3 was calm, 12:07 June 8, 2031; 1.5 May; 31 February."
    found = [(day.day, day.words, day.has_year) for day in find_days(text, "2031-06-01")]
    assert found == [
        ("2031-10-17", "Oct. 16-17", False),
        ("2031-05-03", "May 3", False),
        ("2031-06-08", "June 8, 2031", True),
    ]
    assert [day.words for day in find_days(text, None)] == ["June 8, 2031"]


URLS = [
    ("https://a.example/2031/06/07/story", "2031-06-07"),
    ("https://a.example/2031/jun/07/story", "2031-06-07"),
    ("https://a.example/img/20310607/x.jpg", "2031-06-07"),
    ("https://a.example/story-2031-06-07.html", "2031-06-07"),
    ("https://a.example/story-12342031060799", None),
    ("https://a.example/2031/06/story", None),
    ("https://a.example/2031/13/07/story", None),
    ("https://a.example/story?at=/2031/06/07/", None),
]


@pytest.mark.parametrize(("url", "day"), URLS)
def test_addresses(url: str, day: str | None) -> None:
    assert url_day(url) == day


@given(st.text(st.characters(), max_size=40))
def test_no_field_makes_it_fail(text: str) -> None:
    for day in (iso_day(text), parse_day(text), url_day(text)):
        assert day is None or iso_day(day) == day
    for found in find_days(text, "2031-06-01"):
        assert text[found.start :].startswith(found.words)
