from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truce_cli.read.text import find_title, read_text

WRAPPED = """\
 A weekend of fighting has left little of the deal.
Ana Brandt / NorTel

Norvia on Monday urged Sudland to keep to the ceasefire agreed over the enclave of
Kestra, as fighting between the two neighbours went into a third week. At least 12 sol-
diers were killed near Garsk-
Hoel on Sunday, said Dana Kest.

Related article: Hundreds Flee as Truce in Kestra Fails, and What Both Armies Say
About It

The fighting is the worst in decades. It has raised fears of a regional conflict with

https://nortel.example/author/ana-brandt-and-others-of-the-desk-in-halden
https://nortel.example/2035/07/17/hundreds-flee

Varland backing Sudland, and the Red Ridge brigade joining it.

- 7 -

"We count 1,204 dead," the ministry said. Its twenty-
five spokesmen, all Varland-
backed, agreed: the soldiers, and a two-year-
old girl.

Mutual accusations

1. Norvia says that Sudland fired first at Garsk, and at the villages behind it
2. Sudland says that Norvia fired first, at the same villages and at the same hour

Original url:
https://nortel.example/2031/06/09/norvia-urges-sudland-to-keep-to-the-ceasefire-in-ke
stra-a71717
"""

REJOINED = (
    "A weekend of fighting has left little of the deal.",
    "Ana Brandt / NorTel",
    "Norvia on Monday urged Sudland to keep to the ceasefire agreed over the enclave of Kestra, as fighting "
    "between the two neighbours went into a third week. At least 12 soldiers were killed near Garsk-Hoel on "
    "Sunday, said Dana Kest.",
    "The fighting is the worst in decades. It has raised fears of a regional conflict with Varland backing "
    "Sudland, and the Red Ridge brigade joining it.",
    '"We count 1,204 dead," the ministry said. Its twenty-five spokesmen, all Varland-backed, agreed: the '
    "soldiers, and a two-year-old girl.",
    "Mutual accusations",
    "1. Norvia says that Sudland fired first at Garsk, and at the villages behind it",
    "2. Sudland says that Norvia fired first, at the same villages and at the same hour",
)


def test_wrapped_pages_become_paragraphs_again() -> None:
    body = read_text(WRAPPED)
    assert tuple(body.text.split("\n\n")) == REJOINED
    assert body.format == "pdf_text"
    assert body.title is None
    address = (
        "https://nortel.example/2031/06/09/norvia-urges-sudland-to-keep-to-the-ceasefire-in-kestra-a71717"
    )
    assert body.urls == (address,)


def test_lines_that_are_paragraphs_stay_apart() -> None:
    long = "Nine people were killed in Garsk on Saturday, the ministry said, and more were hurt. " * 3
    source = (
        f"Shells fall on Garsk again\n\nPosted: June 7, 2031\nLast Updated: June 9, 2031\n\n{long}\n{long}\n"
    )
    body = read_text(source)
    parts = [
        "Shells fall on Garsk again",
        "Posted: June 7, 2031",
        "Last Updated: June 9, 2031",
        long.strip(),
        long.strip(),
    ]
    assert body.text.split("\n\n") == parts
    assert (body.format, body.title) == ("text", "Shells fall on Garsk again")


CASES = [
    ("two towns\u00adpeople and 1\u00a0874 others", "two townspeople and 1 874 others"),
    ("It lost 81 men,\n\n- 7 -\n\nwhile others lost 88.", "It lost 81 men, while others lost 88."),
    ("It lost 81 men.\n\nPage 7 of 9\n\nOthers lost 88.", "It lost 81 men.\n\nOthers lost 88."),
    ("Killed: 12\nInjured: 40\nMissing: 3", "Killed: 12\n\nInjured: 40\n\nMissing: 3"),
    ("• 12 men died\n• 40 men hurt", "• 12 men died\n\n• 40 men hurt"),
    ("The army said so and\fthe ministry denied it.", "The army said so and the ministry denied it."),
    ("See https://a.example/x for more.", "See https://a.example/x for more."),
    ("Nine died.\n\nRead more: Forty die in raid\n\nTen hurt.", "Nine died.\n\nTen hurt."),
    ("7", "7"),
    ("", ""),
]


@pytest.mark.parametrize(("source", "text"), CASES)
def test_small_texts(source: str, text: str) -> None:
    assert read_text(source).text == text


def test_a_hyphen_at_a_line_end_goes_by_the_rest_of_the_text() -> None:
    for elsewhere, joined in [("cease-fire", "cease-fire"), ("ceasefire", "ceasefire")]:
        text = f"The {elsewhere} both armies agreed to has failed; this new cease-\nfire may fail as well."
        assert read_text(text).text.split("this new ")[1] == f"{joined} may fail as well."


def test_titles() -> None:
    body = "\n\nText of the article, in a sentence."
    assert find_title("News / More\n\nShells fall on Garsk" + body) == "Shells fall on Garsk"
    assert find_title("World\n\nShells fall on Garsk" + body) == "Shells fall on Garsk"
    assert find_title("Who broke the truce?" + body) == "Who broke the truce?"
    assert find_title("A caption, which is a sentence." + body) is None
    assert find_title("Shells fall on Garsk") is None
    assert find_title("") is None


def test_markdown_marks_are_no_text() -> None:
    body = read_text(
        "# Shells fall on Garsk\n\nThe **ministry** [said so](https://a.example/x).\n", markdown=True
    )
    assert body.text == "Shells fall on Garsk\n\nThe ministry said so."


@given(st.text(st.sampled_from("aB .,-\n\f1/:"), max_size=120))
def test_reading_again_finds_nothing_to_clean(source: str) -> None:
    text = read_text(source).text
    assert "\n\n\n" not in text
    assert "\f" not in text
    assert set(text) <= set(source) | {"\n", " "}


@given(st.text(st.characters(), max_size=200))
def test_nothing_makes_it_fail(source: str) -> None:
    read_text(source)
    read_text(source, markdown=True)
