from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truce_cli.errors import InputRefused
from truce_cli.read.front_matter import split_front_matter

PAGE = (
    "--- \ntitle: > \n  Truce In Doubt \n  Again \ndate: 1603074161.97 \nTags: [a, 010, NO]\nat: 12:30:45\n"
    "---  \nBody\n"
)


def test_fences_with_spaces_and_folded_lines() -> None:
    front = split_front_matter(PAGE, "a.txt")
    assert front.fields == {
        "title": "Truce In Doubt  Again",
        "date": "1603074161.97",
        "tags": "a, 010, NO",
        "at": "12:30:45",
    }
    assert front.body == "Body\n"


def test_windows_line_ends_and_a_mark() -> None:
    front = split_front_matter("\ufeff---\r\ntitle: A b\r\n---\r\nBody", "a.txt")
    assert (front.fields, front.body) == ({"title": "A b"}, "Body")


@pytest.mark.parametrize(
    "text",
    ["Plain.\n---\na: b\n---\n", "---\nA rule above text\n---\nmore", "---", "--- a: b", "---\n- a\n---\n"],
)
def test_what_is_no_front_matter_stays_text(text: str) -> None:
    front = split_front_matter(text, "a.txt")
    assert (front.fields, front.body) == ({}, text)


@pytest.mark.parametrize(
    ("text", "place", "problem"),
    [
        ("---\ntitle: a\nno end", ":1", "the front matter is never closed; end it with a line of ---"),
        ("---\ntitle: a\ndate: b\nTitle: c\n---\n", ":4", "'title' stands twice in the front matter"),
        ("---\na: &x [1, 2]\nb: [*x, *x]\n---\n", ":2", "front matter with anchors or aliases is not read"),
        ("---\ntitle: Truce: in doubt\n---\n", ":2", "broken front matter"),
        ("---\na: " + "[" * 5000 + "\n---\n", ":2", "front matter is nested too deeply"),
        ("---\na: {" + "b: {" * 50 + "\n---\n", ":2", "front matter is nested too deeply"),
        ("---\na: \x07\n---\n", "", "broken front matter"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(text: str, place: str, problem: str) -> None:
    with pytest.raises(InputRefused) as caught:
        split_front_matter(text, "a.txt")
    assert str(caught.value).startswith(f"a.txt{place}: {problem}")
    assert "\n" not in str(caught.value)


def test_mappings_inside_are_left_out() -> None:
    front = split_front_matter("---\na: {b: c, d: [e]}\nf: g\n---\n", "a.txt")
    assert front.fields == {"f": "g"}


@given(st.text(st.sampled_from("ab:-[]{}&*!|>'\"#%@ \n\t?,"), max_size=80))
def test_any_header_is_read_or_refused(source: str) -> None:
    try:
        front = split_front_matter(f"---\nkey: a\n{source}\n---\nBody", "a.txt")
    except InputRefused:
        return
    assert all(isinstance(value, str) for value in front.fields.values())


@given(st.text(st.characters(), max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        split_front_matter(f"---\na: b\n{text}", "a.txt")
    except InputRefused as error:
        assert "\n" not in str(error)
