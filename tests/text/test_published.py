from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from truce_cli.text.published import Evidence, Published, find_published

STORY = """Shells fall on Garsk

Nine people were killed in Garsk on Saturday, the ministry said.

The truce of June 5 has all but failed.

— Ministry (@ministry) June 7, 2031"""


def find(text: str = "No day is named here.", **evidence: object) -> Published:
    return find_published(text, Evidence(**evidence))  # type: ignore[arg-type]


def test_what_a_person_gives_leads() -> None:
    found = find(STORY, given="2031-06-09", meta=(("date", "2031-06-08"),), fetched="2031-06-01")
    assert found == Published("2031-06-09", "given", "2031-06-09")


def test_the_best_evidence_wins_in_order() -> None:
    every = {
        "front_matter": (("date", "2031-06-01"),),
        "meta": (("datePublished", "2031-06-02T10:00:00Z"),),
        "urls": ("https://a.example/2031/06/04/x",),
        "images": ("https://a.example/img/2031/06/05/x.jpg",),
    }
    text = "Headline here\n\nPosted: June 3, 2031\n\nText."
    bases = []
    for name in ("front_matter", "meta", None, "urls", "images"):
        found = find(text, **every)
        bases.append((found.day, found.basis))
        if name is None:
            text = "Headline here\n\nText."
        else:
            del every[name]
    assert bases == [
        ("2031-06-01", "front_matter"),
        ("2031-06-02", "meta"),
        ("2031-06-03", "dateline"),
        ("2031-06-04", "url"),
        ("2031-06-05", "image_path"),
    ]
    assert find(text) == Published()


def test_a_field_that_is_no_day_gives_way() -> None:
    assert find(meta=(("date", "01/02/2031"), ("time", "2031-06-02"))).day == "2031-06-02"


def test_a_date_that_reads_both_ways_keeps_both() -> None:
    found = find(meta=(("date", "01/02/2031"),))
    assert (found.day, found.basis, found.note) == (
        None,
        None,
        "date: 01/02/2031 is 2031-02-01 or 2031-01-02",
    )
    assert find(meta=(("date", "31/02/2031"), ("date", "02/02/2031"))).day == "2031-02-02"
    assert find(meta=(("date", "00/00/2031"), ("time", "13/13/2031"))) == Published()


def test_nothing_was_published_after_it_was_fetched() -> None:
    fetched = "2031-06-08T02:00:00Z"
    assert find(meta=(("date", "2032-06-02"),), fetched=fetched) == Published()
    assert find(meta=(("date", "2031-06-08"),), fetched=fetched).day == "2031-06-08"


def test_posted_goes_before_updated() -> None:
    text = "Headline\n\nLast Updated: June 9, 2031\nPosted: June 7, 2031 | 9:05\n\nText."
    assert find(text) == Published("2031-06-07", "dateline", "Posted: June 7, 2031")
    assert find("Headline\n\nUpdated on June 9, 2031\n\nText.").day == "2031-06-09"


def test_date_lines_of_several_kinds() -> None:
    for line, day in [
        ("June 7, 2031", "2031-06-07"),
        ("Saturday, 7 June 2031, 21:40 CEST", "2031-06-07"),
        ("2031-06-07 21:40", "2031-06-07"),
        ("TORVIK, June 7 (Meridian Wire) - Nine people died.", "2031-06-07"),
        ("HALDEN, JUNE 7, NORTEL. Nine people died.", "2031-06-07"),
        ("Публикация: 07.06.2031", "2031-06-07"),
    ]:
        text = f"Headline of the day\n\n{line}\n\nThe truce began on June 5, 2031."
        assert (find(text).day, find(text).basis) == (day, "dateline"), line


def test_a_sentence_is_no_dateline() -> None:
    text = "Headline\n\nThe Ministry, June 7, denied it all.\n\nIt was published on the wall."
    assert find(text) == Published()


def test_an_older_picture_is_no_date() -> None:
    images = ("https://a.example/img/2029/01/01/old.jpg",)
    assert find("Shells fell on June 7, 2031.", images=images).basis != "image_path"
    assert find("Shells fell on Saturday.", images=images).day == "2029-01-01"


def test_the_text_itself_where_weekdays_agree() -> None:
    assert find(STORY) == Published("2031-06-07", "text", "June 7, 2031")
    assert find(STORY.replace("Saturday", "Friday and Saturday")).day == "2031-06-07"
    assert find(STORY.replace("Saturday", "Friday")) == Published()
    # the report is of a Wednesday, so that its latest day is not its own
    assert find(STORY.replace("Saturday", "Wednesday")) == Published()
    assert find(STORY.replace("Saturday", "last Tuesday")).day == "2031-06-07"


def test_days_to_come_and_beginnings_are_not_the_present() -> None:
    text = "Talks go on. The war began on May 20, 2031. They meet again in Hoel on June 29, 2031."
    assert find(text) == Published()


def test_a_day_without_year_needs_one_from_elsewhere() -> None:
    text = "Nine died on Saturday. The ministry spoke of it on June 7."
    assert find(text) == Published()
    assert find(text, fetched="2031-06-08T00:00:00Z").day == "2031-06-07"


@given(st.text(st.characters(), max_size=200), st.text(st.characters(), max_size=30))
def test_nothing_makes_it_fail(text: str, field: str) -> None:
    evidence = Evidence(
        given=field, front_matter=((field, field),), urls=(field,), images=(field,), fetched=field
    )
    found = find_published(text, evidence)
    assert (found.day is None) == (found.basis is None) == (found.note is None)
