from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from truce_cli.text.clean import clean
from truce_cli.text.find import find_quote

TEXT = "He said: “It’s over — 12–14 died.” It's over, he said: \"it's over\"."


def slices(text: str, quote: str) -> list[str]:
    return [text[start:end] for start, end in find_quote(text, quote)]


def test_every_place_is_found_whatever_the_quotation_marks() -> None:
    assert slices(TEXT, "It's over") == ["It’s over", "It's over"]
    assert slices(TEXT, "it’s over") == ["it's over"]


def test_dashes_and_spaces_may_differ() -> None:
    assert slices(TEXT, '"It\'s over  -\n12-14 died."') == ["“It’s over — 12–14 died.”"]
    assert slices("a -- b", "a — b") == ["a -- b"]
    assert slices("a\nb  c", "a b c") == ["a\nb  c"]
    assert slices("well… yes", "well... yes") == ["well… yes"]


def test_places_may_overlap() -> None:
    assert find_quote("ha ha ha", "ha ha") == ((0, 5), (3, 8))


def test_letters_must_agree() -> None:
    assert find_quote(TEXT, "HE SAID") == ()
    assert find_quote(TEXT, "12-15 died") == ()
    assert find_quote(TEXT, "") == find_quote(TEXT, " \n") == ()
    assert find_quote("1.204 (dead)", "1?204") == ()
    assert slices("1.204 (dead) [x] *", "(dead) [x] *") == ["(dead) [x] *"]


def test_offsets_are_code_points() -> None:
    assert find_quote("İlham 🇦🇿 said: five died", "five died") == ((15, 24),)


def test_a_quote_is_cleaned_like_the_text() -> None:
    assert slices("nine townspeople, five hurt", "nine towns\u00adpeople, ﬁve\u00a0hurt") == [
        "nine townspeople, five hurt"
    ]


@given(st.text(st.characters()), st.integers(0, 60), st.integers(1, 60))
def test_whatever_is_cut_from_a_text_is_found_in_it(raw: str, start: int, length: int) -> None:
    text = clean(raw)
    quote = text[start : start + length].strip()
    found = slices(text, quote)
    assert bool(found) == bool(clean(quote))
    assert all(find_quote(piece, quote) for piece in found)


@given(st.text(st.characters()), st.text(st.characters()))
def test_nothing_makes_it_fail(text: str, quote: str) -> None:
    for start, end in find_quote(text, quote):
        assert 0 <= start < end <= len(text)
