"""No character from outside acts on a terminal, in a spreadsheet or in JSON, and none is lost."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truce_cli.render.cells import markdown_cell, spreadsheet_cell
from truce_cli.render.formats import json_text
from truce_cli.render.safe import safe, safe_block
from truce_cli.render.signs import ascii_only

BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
HOSTILE = st.text(
    alphabet=st.one_of(
        st.characters(categories=["Cc", "Cf", "Cs", "Zl", "Zp"]),
        st.sampled_from(BIDI + "\x1b\x9b\x00\x08\r[]0;m=+-@'\"<>|,"),
        st.characters(),
    )
)


def acts(text: str) -> bool:
    """True where a character could move a cursor, turn writing round, or break an encoder."""
    return any(
        unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") or c in BIDI or c == "\ufeff" for c in text
    )


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain words", "plain words"),
        ("\x1b[31mred", "^[[31mred"),
        ("a\x00b\x7f", "a^@b^?"),
        ("c1 \x9b31m", "c1 \\u009b31m"),
        ("12\b\b34", "12^H^H34"),
        ("over\u202eride", "over\\u202eride"),
        ("two\nlines\tand a tab", "two lines and a tab"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("क्\u200dष", "क्\u200dष"),
        ("tag\U000e0041", "tag\\U000e0041"),
        ("lone \udc9b", "lone \\udc9b"),
        ("[red]markup[/b] :smile:", "[red]markup[/b] :smile:"),
    ],
)
def test_what_would_act_is_shown(text: str, shown: str) -> None:
    assert safe(text) == shown


@given(HOSTILE)
def test_no_text_acts(text: str) -> None:
    shown = safe(text)
    assert not acts(shown)
    assert not acts(safe_block(text).replace("\n", ""))
    assert shown.encode("utf-8").decode() == shown


@given(HOSTILE)
def test_joiners_and_letters_stay(text: str) -> None:
    kept = [c for c in text if unicodedata.category(c)[0] in "LMNPS" or c in "\u200c\u200d"]
    rest = iter(safe(text))
    assert all(c in rest for c in kept), "every letter is still there, in its order"


@given(HOSTILE)
def test_json_is_exact_and_inert(text: str) -> None:
    line = json_text({"quote": text})
    assert json.loads(line) == {"quote": text}
    assert not acts(line)


@given(HOSTILE)
def test_no_cell_runs(text: str) -> None:
    cell = spreadsheet_cell(text)
    assert not acts(cell)
    assert not cell.lstrip().startswith(("=", "+", "-", "@", "\t", "\r"))


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("-12 killed", "'-12 killed"),
        ("@name", "'@name"),
        ("\t=1", "' =1"),
        (" +1", "' +1"),
        ("3-5", "'3-5"),
        ("10/12", "'10/12"),
        ("2020-10", "2020-10"),
        ("10–12", "10–12"),
        (-12, "-12"),
        (None, ""),
        (True, "true"),
        (["Interfax", "Reuters"], "Interfax; Reuters"),
        (
            {"text": "710", "harm": "killed", "as_of": "2020-10-18", "claimant": None},
            "710 (killed, 2020-10-18)",
        ),
        ({"armenian": 6, "azerbaijani": 5}, "armenian (6); azerbaijani (5)"),
    ],
)
def test_spreadsheet_cells(value: object, cell: str) -> None:
    assert spreadsheet_cell(value) == cell


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("a|b", "a\\|b"),
        ("<img src=x>", "&lt;img src=x>"),
        ("[here](javascript:x)", "\\[here\\](javascript:x)"),
        ("~30", "\\~30"),
        (">500", ">500"),
    ],
)
def test_markdown_cells(value: object, cell: str) -> None:
    assert markdown_cell(value) == cell


@given(st.text())
def test_ascii_is_ascii(text: str) -> None:
    assert ascii_only(text).isascii()


def test_ascii_stand_ins() -> None:
    assert ascii_only("≥12 – 974 † A → B — Gəncə") == ">=12 - 974 * A -> B - G\\u0259nc\\u0259"
