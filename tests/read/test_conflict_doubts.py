from __future__ import annotations

import pytest

from truce_cli.read.conflict_doubts import Doubt, doubts
from truce_cli.workflow.shipped import shipped_conflicts

SOUND = """\
slug = "norvia-2031"
name = "2031 war"
timezone = "Europe/Paris"
began = 2031-05-20

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

[[actor]]
slug = "sudlander-mod"
name = "Sudlander Defence Ministry"
side = "sudlander"
kind = "military"

[[truce]]
slug = "jun-05"
name = "First truce"
agreed = 2031-06-04
in_force = 2031-06-05T13:00:00+02:00
ended = 2031-06-14T00:00:00+02:00
parties = ["norvian", "sudlander"]

[[place]]
name = "Halden"
side = "norvian"
lat = 49.0
lon = -12.0

[[other_war]]
name = "First war"
began = 1990
ended = 1993
"""


def found(text: str) -> list[tuple[str, int | None, str]]:
    return [(doubt.code, doubt.line, doubt.about) for doubt in doubts(text.encode(), "c.toml")]


def test_a_full_file_leaves_nothing_open() -> None:
    assert doubts(SOUND.encode(), "c.toml") == ()


def test_everything_that_is_refused_is_told_at_once() -> None:
    text = SOUND.replace('name = "2031 war"', 'name = ""').replace('"Europe/Paris"', '"Europe/Pariss"')
    text = text.replace("lon = -12.0", "").replace('kind = "military"', 'kind = "militry"', 1)
    assert doubts(text.encode(), "c.toml") == (
        Doubt("wrong", 2, "name", "is missing", "the file is refused until then"),
        Doubt(
            "wrong",
            3,
            "timezone",
            "'Europe/Pariss' is no time zone",
            "write one such as Asia/Yerevan; did you mean Europe/Paris?",
        ),
        Doubt(
            "wrong",
            20,
            "kind",
            "'militry' is not one of government, military, armed_group, official, health_authority, monitor, "
            "un, ngo, media",
            "did you mean military?",
        ),
        Doubt("wrong", 36, "lon", "lat and lon go together", "the file is refused until then"),
    )


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('aliases = ["Sudland"]', "", ("missing", 11, "sudlander")),
        ('aliases = ["Sudland"]', 'aliases = ["us"]', ("ambiguous", 14, "sudlander")),
        ('aliases = ["Sudland"]', 'aliases = ["UN", "sudlander news"]', None),
        ('side = "sudlander"\nkind = "military"', 'kind = "military"', ("missing", 11, "sudlander")),
        ('parties = ["norvian", "sudlander"]', "", ("missing", 28, "jun-05")),
        ("agreed = 2031-06-04", "", ("missing", 28, "jun-05")),
        ("ended = 2031-06-14T00:00:00+02:00", "", ("missing", 28, "jun-05")),
        ("in_force = 2031-06-05", "in_force = 2031-05-05", ("ambiguous", 32, "jun-05")),
        ('name = "Halden"\nside = "norvian"', 'name = "Halden"\nside = "sudlander"', ("ambiguous", 36, "Halden")),
        ('name = "Halden"\nside = "norvian"', 'name = "Tarn"', ("missing", 36, "Tarn")),
        ("lat = 49.0\nlon = -12.0", "", ("missing", 36, "Halden")),
        ('[[other_war]]\nname = "First war"\nbegan = 1990\nended = 1993', "", ("missing", None, "other_war")),
    ],
)  # fmt: skip
def test_what_is_open_is_told_with_its_line(
    old: str, new: str, expected: tuple[str, int | None, str] | None
) -> None:
    assert old in SOUND
    told = found(SOUND.replace(old, new))
    assert (expected in told) if expected else told == []


def test_a_truce_within_another_belongs_to_both() -> None:
    second = SOUND.replace(
        "[[place]]",
        '[[truce]]\nslug = "jun-08"\nname = "Second truce"\nagreed = 2031-06-07\n'
        "in_force = 2031-06-08T00:00:00+02:00\nended = 2031-06-20T00:00:00+02:00\n\n[[place]]",
    )
    assert ("ambiguous", 40, "jun-08") in found(second)


def test_an_actor_that_names_a_side_and_has_none() -> None:
    text = SOUND.replace(
        "[[truce]]", '[[actor]]\nslug = "x"\nname = "Army of Sudland"\nkind = "military"\n\n[[truce]]'
    )
    assert ("missing", 28, "x") in found(text)
    assert (
        found(text.replace('"Army of Sudland"\nkind = "military"', '"Sudland Today"\nkind = "media"')) == []
    )


@pytest.mark.parametrize("path", shipped_conflicts().values(), ids=shipped_conflicts())
def test_shipped_files_have_nothing_to_mend(path: object) -> None:
    from pathlib import Path

    told = doubts(Path(str(path)).read_bytes(), str(path))
    assert [doubt for doubt in told if doubt.code != "missing"] == []
