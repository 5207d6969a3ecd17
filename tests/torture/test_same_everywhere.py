"""Days and moments read alike wherever and however the program runs, and never more exactly than they were told."""

from __future__ import annotations

import itertools
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from counting import Cases
from making import CONFLICT, article
from truce_runner import Ran, environment, truce

ZONES = ("UTC", "Asia/Yerevan", "America/St_Johns", "Pacific/Chatham", "America/Sao_Paulo")
LOCALES = ("C", "C.UTF-8", "de_DE.UTF-8")
SEEDS = range(10)
PLACES = tuple(itertools.product(ZONES, LOCALES, SEEDS))
DAYS = """Dispatch of days

HALDEN, June 3, 2031 - The Norvian defence ministry said 12 soldiers were killed on 01/02/2031 near Askerby.
Norvia said 13 soldiers were killed on 31/05/2031. Sudland said 14 civilians were killed on February 30, 2031.
Norvia accused Sudland of shelling Askerby at 2.30 a.m. on March 30, 2031, when the clocks went forward.
Sudland said 15 civilians were killed on January 19, 2038, and 16 on 9999-12-31.
Norvia said 17 soldiers were killed on Monday and 18 were wounded yesterday evening.
"""
QUESTIONS = (
    ("ingest", "docs"),
    ("--ascii", "claims", "--format", "jsonl"),
    ("--ascii", "tolls", "--format", "json"),
    ("--ascii", "tolls", "--as-of", "1 June 2031"),
    ("--ascii", "timeline", "--format", "csv"),
    ("--ascii", "timeline", "--truce", "june-1"),
    ("--ascii", "extract", "docs/days.txt", "--format", "jsonl"),
)
ASKING = Path(__file__).with_name("asking.py")
Ask = Callable[[Path, dict[str, str]], list[Ran]]


def one_by_one(folder: Path, place: dict[str, str]) -> list[Ran]:
    """The program started anew for each question."""
    return [truce(*question, cwd=folder, **place) for question in QUESTIONS]


def all_at_once(folder: Path, place: dict[str, str]) -> list[Ran]:
    """The program started once, and forked for each question."""
    ended = subprocess.run(
        [sys.executable, str(ASKING), *map("\t".join, QUESTIONS)],
        cwd=folder,
        env=environment(**place),
        capture_output=True,
        check=True,
    )
    return [
        Ran(int(code), (folder / f"{number}.out").read_text(), (folder / f"{number}.err").read_text())
        for number, code in enumerate(ended.stdout.split())
    ]


def test_every_place_says_the_same(cases: Callable[[str], Cases], tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "conflict.toml").write_text(CONFLICT)
    (docs / "days.txt").write_text(DAYS)
    for number in range(4):
        (docs / f"{number}.txt").write_text(article(number))

    def answers(asked: Ask, zone: str, locale: str, seed: int) -> list[Ran]:
        place = {"TZ": zone, "LC_ALL": locale, "PYTHONHASHSEED": str(seed), "PYTHONUTF8": "1"}
        folder = tmp_path / "-".join((zone.replace("/", "-"), locale, str(seed)))
        shutil.copytree(docs, folder / "docs")
        said = asked(folder, place)
        shutil.rmtree(folder)
        return said

    expected = answers(one_by_one, "UTC", "C.UTF-8", 0)
    assert [ran.code for ran in expected] == [0] * len(QUESTIONS)

    def one(seed: int) -> None:
        place = PLACES[seed * 37 % len(PLACES)]
        assert answers(all_at_once if seed % 10 else one_by_one, *place) == expected, place

    cases("same bytes in 5 time zones, 3 locales, 10 hash seeds").each(one)


def test_no_day_is_more_exact_than_it_was_told(tmp_path: Path) -> None:
    (tmp_path / "conflict.toml").write_text(CONFLICT)
    (tmp_path / "days.txt").write_text(DAYS)
    ran = truce("extract", "days.txt", "--conflict", "conflict.toml", "--format", "jsonl", cwd=tmp_path)
    days = {row["value_text"]: row["as_of"] for row in ran.rows if row["kind"] == "toll"}
    assert days["12"] is None, "the first of February or the second of January"
    assert (days["13"], days["14"], days["15"]) == ("2031-05-31", None, "2038-01-19")
    assert (days["17"], days["18"]) == ("2031-06-02", "2031-06-02")
    skipped = next(row for row in ran.rows if row["kind"] == "violation")
    assert skipped["occurred"] == "2031-03-30T02:30+01:00", "its digits stay, by the offset before the gap"
