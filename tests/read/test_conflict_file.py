from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truce_cli.errors import InputRefused
from truce_cli.read.conflict import load_conflict, parse_conflict

NORVIA = """\
slug = "norvia-2031"
name = "2031 war"
timezone = "Europe/Paris"
began = 2031-05-20
aliases = ["Kestra war"]

[[side]]
slug = "norvian"
name = "Norvian side"
aliases = ["Norvia", "Halden"]

[[side]]
slug = "sudlander"
name = "Sudlander side"
aliases = ["Sudland"]

[[actor]]
slug = "norvian-mod"
name = "Norvian Defence Ministry"
side = "norvian"
kind = "military"
aliases = ["MoD in Halden"]

[[actor]]
slug = "un"
name = "United Nations"
kind = "un"
counts_apart = true
note = \"\"\"
[[actor]]
slug = "not-a-table"
\"\"\"

[[truce]]
slug = "jun-14"
name = "UN truce"
agreed = 2031-06-13
in_force = 2031-06-14T00:00:00+02:00
brokers = ["United Nations"]

[[truce]]
slug = "jun-05"
name = "First truce"
in_force = 2031-06-05T13:00:00+03:00
ended = 2031-06-14T00:00:00+02:00
parties = ["norvian", "sudlander"]

[[place]]
name = "Garsk"
aliases = ["Garszk"]
side = "sudlander"
lat = 45.62
lon = -5

[[other_war]]
name = "First war"
began = 1998
ended = "2001-03"
"""


def test_a_conflict_file() -> None:
    conflict = parse_conflict(NORVIA.encode(), "conflict.toml")
    assert (conflict.slug, conflict.began, conflict.ended) == ("norvia-2031", "2031-05-20", None)
    assert [truce.slug for truce in conflict.truces] == ["jun-05", "jun-14"]
    first, second = conflict.truces
    # written with another country's offset, told in the war's own time
    assert (first.in_force, first.ended, first.agreed) == (
        "2031-06-05T12:00+02:00",
        "2031-06-14T00:00+02:00",
        None,
    )
    assert (second.parties, second.agreed) == (("norvian", "sudlander"), "2031-06-13")
    assert conflict.actors[1].counts_apart
    assert (conflict.places[0].lat, conflict.places[0].lon) == (45.62, -5.0)
    assert (conflict.other_wars[0].began, conflict.other_wars[0].ended) == ("1998", "2001-03")


def refused(old: str, new: str) -> str:
    assert old in NORVIA
    with pytest.raises(InputRefused) as caught:
        parse_conflict(NORVIA.replace(old, new, 1).encode(), "c.toml")
    assert "\n" not in str(caught.value)
    return str(caught.value)


MISTAKES = [
    ('kind = "military"', 'kind = "militry"', "c.toml:21: kind: 'militry' is not one of government"),
    ('kind = "military"', 'kind = "militry"', "did you mean military?"),
    (
        'side = "norvian"\n',
        'side = "norvain"\n',
        "c.toml:20: side: 'norvain' is not one of norvian, sudlander; did you",
    ),
    (
        "began = 2031-05-20",
        "began = 2031-05-20T10:00:00",
        "c.toml:4: began: '2031-05-20T10:00:00' has no offset",
    ),
    ("began = 2031-05-20", 'began = "2031-05-41"', "c.toml:4: began: '2031-05-41' is no day of the calendar"),
    ("began = 2031-05-20", "began = 2031", "c.toml:4: began: '2031' is not a day; write it as 2020-10-10"),
    (
        "began = 2031-05-20",
        "began = 2031-05-20\nended = 2031-05-01",
        "c.toml:5: ended: 2031-05-01 is before it began",
    ),
    ("began = 2031-05-20\n", "", "c.toml: began: is missing"),
    ('slug = "norvia-2031"', 'slug = "Norvia"', "c.toml:1: slug: 'Norvia' is no slug"),
    ('timezone = "Europe/Paris"', 'timezone = "Europe/Pariss"', "did you mean Europe/Paris?"),
    (
        'timezone = "Europe/Paris"',
        'timezone = "../etc/passwd"',
        "c.toml:3: timezone: '../etc/passwd' is no time zone",
    ),
    ('slug = "sudlander"', 'slug = "norvian"', "c.toml:13: slug: 'norvian' is taken already, on line 8"),
    ('slug = "sudlander"', 'slug = "both"', "c.toml:13: slug: 'both' has a meaning of its own"),
    ('slug = "un"', 'slug = "norvian-mod"', "c.toml:25: slug: 'norvian-mod' is taken already, on line 18"),
    ('["Sudland"]', '["Sudland", "halden"]', "c.toml:15: aliases: 'halden' means norvian (norvian) already"),
    (
        "in_force = 2031-06-14T00:00:00+02:00",
        "in_force = 2031-06-14",
        "c.toml:38: in_force: '2031-06-14' has no clock",
    ),
    ("in_force = 2031-06-14T00:00:00+02:00\n", "", "c.toml:34: in_force: is missing"),
    (
        "ended = 2031-06-14T00:00:00+02:00",
        "ended = 2031-06-05T12:00:00+02:00",
        "c.toml:45: ended: 2031-06-05T12:00+02:00 is not after",
    ),
    ('parties = ["norvian"', 'parties = ["norvia"', "c.toml:46: parties: 'norvia' is not one of"),
    ("lat = 45.62", "lat = 145.62", "c.toml:52: lat: 145.62 is not between -90 and 90 degrees"),
    ("lat = 45.62\n", "", "c.toml:48: lat: lat and lon go together"),
    ("began = 1998", "began = 2002", "c.toml:58: ended: 2001-03 is before it began, 2002"),
    ('aliases = ["Garszk"]', "aliases = [1]", "c.toml:50: aliases: is not a list of texts"),
    ("counts_apart = true", "counts_apart = 1", "c.toml:28: counts_apart: 1 is neither true nor false"),
    ("[[place]]", "[[places]]", "c.toml:48: places: no such field; did you mean place?"),
    ("[[place]]", "[place]", "c.toml:48: place: must be [[place]] tables"),
    ('name = "First truce"', 'nam = "First truce"', "c.toml:43: nam: no such field; did you mean name?"),
    ('aliases = ["Garszk"]', "aliases = [", "c.toml:51:1: broken TOML"),
]


@pytest.mark.parametrize(("old", "new", "message"), MISTAKES)
def test_mistakes_are_told_with_line_and_nearest_word(old: str, new: str, message: str) -> None:
    assert message in refused(old, new)


def test_one_side_is_no_conflict() -> None:
    source = (
        'slug = "x"\nname = "x"\ntimezone = "UTC"\nbegan = 2031-05-20\n[[side]]\nslug = "a"\nname = "A"\n'
    )
    with pytest.raises(InputRefused, match="needs at least two"):
        parse_conflict(source.encode(), "c.toml")


def test_a_missing_or_broken_file(tmp_path: Path) -> None:
    with pytest.raises(InputRefused, match=r"no\.toml: cannot be read: No such file"):
        load_conflict(tmp_path / "no.toml")
    for data, message in [
        (b"", "empty file"),
        (b"a\x00", "binary"),
        (b"a = 1\na = 2", ":2:"),
        (b"x = " + b"[" * 9000, "TOML"),
    ]:
        path = tmp_path / "c.toml"
        path.write_bytes(data)
        with pytest.raises(InputRefused, match=message):
            load_conflict(path)


def test_shipped_and_shared_conflicts_are_read() -> None:
    root = Path(__file__).parents[2]
    paths = [*root.glob("data/*/conflict.toml"), *(root / "../shared/dev").glob("*/conflict.toml")]
    for path in paths:
        conflict = load_conflict(path)
        assert conflict.sides
        assert conflict.truces


@given(st.lists(st.sampled_from(NORVIA.splitlines()), max_size=40).map("\n".join))
def test_any_lines_are_a_conflict_or_refused(source: str) -> None:
    try:
        parse_conflict(source.encode(), "c.toml")
    except InputRefused as error:
        assert "\n" not in str(error)
