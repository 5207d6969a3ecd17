"""truce why, violations, diff, and tolls told by group, as a series and as a matrix: run as a shell runs them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from truce_runner import ROOT, truce

from truce_cli.model.answer import Why
from truce_cli.model.finding import Question
from truce_cli.render.changes import DIFF_ROW
from truce_cli.render.matrix import MATRIX_ROW
from truce_cli.render.rows import GROUPED_ROW
from truce_cli.render.series import SERIES_ROW
from truce_cli.render.violations import VIOLATIONS_ROW
from truce_cli.render.why import why_object
from truce_cli.workflow.why import why

CASES = ROOT / "tests" / "data"
DIFF = ("diff", "--known-on", "2020-10-12", "--known-on", "2020-10-18")
VIEWS = {
    ("tolls", "--by", "month,claimant"): GROUPED_ROW,
    ("tolls", "--series"): SERIES_ROW,
    ("tolls", "--matrix"): MATRIX_ROW,
    ("violations",): VIOLATIONS_ROW,
    DIFF: DIFF_ROW,
}
VARIANTS = [
    *VIEWS,
    ("tolls",),
    ("tolls", "--truce", "oct-10", "--derived"),
    ("tolls", "--policy", "third-party"),
    ("tolls", "--min-grade", "single-source"),
    ("why", "armenian/military/killed"),
]


@pytest.mark.parametrize("command", VIEWS, ids=" ".join)
def test_rows_have_their_keys_and_every_format_answers(ledger: Path, command: tuple[str, ...]) -> None:
    rows = truce("--db", ledger, *command, "--format", "jsonl").rows
    assert rows and all(list(row) == list(VIEWS[command]) for row in rows)
    assert json.loads(truce("--db", ledger, *command, "--format", "json").out) == rows
    for form in ("csv", "tsv", "md"):
        out = truce("--db", ledger, *command, "--format", form).out
        assert len(out.splitlines()) == len(rows) + (2 if form == "md" else 1)
    table = truce("--db", ledger, *command)
    assert table.code == 0 and table.err == "" and "…" not in table.out and "\x1b" not in table.out
    assert truce("--db", ledger, *command, "--ascii").out.isascii()


@pytest.mark.parametrize("command", VARIANTS, ids=" ".join)
def test_answers_are_the_same_bytes_in_any_time_zone_locale_and_hash_seed(
    ledger: Path, command: tuple[str, ...]
) -> None:
    places = [
        {"TZ": "UTC", "LANG": "C.UTF-8", "PYTHONHASHSEED": "1"},
        {"TZ": "Asia/Yerevan", "LANG": "tr_TR.UTF-8", "PYTHONHASHSEED": "2"},
        {"TZ": "Pacific/Auckland", "LANG": "en_US.UTF-8", "PYTHONHASHSEED": "3"},
    ]
    assert len({truce("--db", ledger, *command, **place).out for place in places}) == 1
    if command[0] != "why":
        places.append({"LC_ALL": "C"})
        forms = {truce("--db", ledger, *command, "--format", "json", **place).out for place in places}
        assert len(forms) == 1


def reasons(ledger: Path, name: str, **question: str) -> tuple[Why, str]:
    answer = why(ledger, name, Question(**question))  # type: ignore[arg-type]
    return answer.why, json.dumps(why_object(answer.why, answer.cards), ensure_ascii=False)


def test_every_number_on_the_screens_is_reached(ledger: Path) -> None:
    """Each figure that a table shows stands in the reasons of one of its rows, with the words of its source."""
    told = ""
    tables = [("tolls",), ("tolls", "--truce", "oct-10"), ("tolls", "--derived"), ("tolls", "--series")]
    for table in tables:
        truce_asked = {"truce": "oct-10"} if "--truce" in table else {}
        for row in truce("--db", ledger, *table, "--format", "jsonl").rows:
            answer, text = reasons(ledger, row["key"], **truce_asked)
            assert any(claim.quote for claim in answer.claims), row["key"]
            told += text
    for table in tables:
        out = truce("--db", ledger, *table).out
        for finding in re.findall(r"p-[0-9a-f]{8}", out):
            told += reasons(ledger, finding)[1]
        body = out.split("\n\n")[0]
        figures = re.findall(r"(?<![\w-])\d(?:[\d,]*\d)?(?![\w-])", re.sub(r"\d{4}-\d\d-\d\d", "", body))
        assert len(figures) > 3
        for figure in figures:
            assert figure in told, (table, figure)


def test_every_timeline_entry_truce_and_accusation_is_reached(ledger: Path) -> None:
    for command in ("timeline", "violations"):
        rows = truce("--db", ledger, command, "--format", "jsonl").rows
        for row in rows:
            answer, _ = reasons(ledger, row["key"])
            assert {c.id for c in answer.claims} >= set(row["claims"]) or row.get("general")
    for row in truce("--db", ledger, "truces", "--format", "jsonl").rows:
        answer, text = reasons(ledger, row["truce"])
        for number in row["accusations"].values():
            assert f"{number} specific accusations" in text
        if row["first_minutes"] is not None:
            assert f"{row['first_minutes']} min after" in text


def test_why_is_a_tree_for_people_and_an_object_for_scripts(ledger: Path) -> None:
    tree = truce("--db", ledger, "why", "armenian/military/killed")
    assert tree.code == 0 and tree.out.startswith("armenian/military/killed: 974\n")
    assert "├─ latest: " in tree.out and "left out t-" in tree.out and "“" in tree.out
    found = json.loads(truce("--db", ledger, "why", "armenian/military/killed", "--format", "json").out)
    assert (found["kind"], found["text"]) == ("tally", "974")
    for claim in found["claims"]:
        assert claim["quote"] and claim["document"] and {"used_by", "left_out_by"} <= claim.keys()
    shortest = truce("--db", ledger, "why", found["claims"][0]["id"][:8])
    assert shortest.code == 0 and "leads armenian/military/killed" in shortest.out
    ref = found["claims"][0]["ref"]
    assert truce("--db", ledger, "why", ref).out.splitlines()[1:] == shortest.out.splitlines()[1:]


def test_a_name_that_means_nothing_gets_a_hint(ledger: Path) -> None:
    ran = truce("--db", ledger, "why", "armenian/military/kiled")
    assert (ran.code, ran.out) == (2, "") and "did you mean armenian/military/killed?" in ran.err
    assert truce("--db", ledger, "why", "t-ffffffffffff").code == 2
    assert truce("--db", ledger, "why").code == 2


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("tolls", "--by", "moon"), "no grouping 'moon'"),
        (("tolls", "--policy", "mine"), "no policy 'mine'"),
        (("tolls", "--min-grade", "good"), "no grade 'good'"),
        (("tolls", "--series", "--matrix"), "two views"),
        (("tolls", "--series", "--by", "month"), "leave it out"),
        (("diff", "--known-on", "2020-10-12"), "two days"),
        (("violations", "--truce", "oct-11"), "oct-10"),
    ],
)
def test_mistakes_are_one_line(ledger: Path, args: tuple[str, ...], said: str) -> None:
    ran = truce("--db", ledger, *args)
    assert ran.code == 2 and said in ran.err and len(ran.err.splitlines()) == 1 and ran.out == ""


def test_grades_are_a_column_and_a_floor(ledger: Path) -> None:
    assert "self-reported" in truce("--db", ledger, "tolls").out
    rows = truce("--db", ledger, "tolls", "--min-grade", "single source", "--format", "jsonl").rows
    assert rows and {row["grade"] for row in rows} == {"single source"}


def test_violations_count_each_event_once_and_keep_the_first_minute(ledger: Path) -> None:
    rows = truce("--db", ledger, "violations", "--truce", "oct-26", "--format", "jsonl").rows
    told = {row["accuser_side"]: (row["events"], row["first_minutes"], row["unclocked"]) for row in rows}
    assert told == {"armenian": (2, 70, []), "azerbaijani": (1, None, ["within minutes"])}
    summaries = truce("--db", ledger, "truces", "--format", "jsonl").rows
    for summary in summaries:
        mine = truce("--db", ledger, "violations", "--truce", summary["truce"], "--format", "jsonl").rows
        for side, number in summary["accusations"].items():
            assert sum(row["events"] for row in mine if row["accuser_side"] == side) == number


@pytest.fixture(scope="module")
def ceasefire(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("ceasefire") / "truce.db"
    ran = truce("--db", path, "ingest", CASES / "ceasefire-2025")
    assert ran.code == 0, ran.err
    return path


def test_a_ceasefires_toll_from_the_shell(ceasefire: Path) -> None:
    rows = truce("--db", ceasefire, "tolls", "--truce", "oct-2025", "--format", "jsonl").rows
    assert {row["harm"]: row["text"] for row in rows} == {
        "killed": "1,258",
        "injured": "4,145",
        "recovered": "807",
    }
    table = truce("--db", ceasefire, "tolls", "--truce", "oct-2025").out
    assert "41 more" in table and "41 fewer" in table and "6,175" not in table
    derived = truce("--db", ceasefire, "tolls", "--truce", "oct-2025", "--derived").out
    for words in ("6,175", "adds up exactly", "17 too many", "150 unexplained"):
        assert words in derived
    key = "palestinian/any/killed/difference"
    tree = truce("--db", ceasefire, "why", key, "--truce", "oct-2025")
    assert tree.out.startswith(f"{key}: 6,175\n") and "4,110 (added later)" in tree.out


def test_check_lists_what_the_sources_leave_open_and_blames_nobody(ledger: Path) -> None:
    assert truce("--db", ledger, "check").out == ""
    found = truce("--db", ledger, "check", "--findings", "--format", "jsonl")
    rows = {row["about"]: row for row in found.rows}
    assert found.code == 0 and rows["p-ddfa545f"]["code"] == "gap"
    for about, row in rows.items():
        told = truce("--db", ledger, "why", about)
        assert told.code == 0 and row["text"] in told.out
