"""The deciding commands as a shell sees them: ids from a pipe, accounts on stderr, exit codes, the trail."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from truce_runner import DATA, ROOT, environment, shell, truce

from truce_cli.store.ledger import Ledger
from truce_cli.store.log import first_break

ARTICLE = """Three villages counted their dead

STEPANAKERT, October 18, 2020 - The Nagorno-Karabakh defence ministry said 710 soldiers had been killed.
Azerbaijan said 61 civilians had been killed. Armenia said 36 civilians had been killed in the strikes.
"""


@pytest.fixture
def here(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(ARTICLE)
    assert truce("ingest", "a.txt", cwd=tmp_path).code == 0
    return tmp_path


def texts(here: Path, *args: str) -> set[str]:
    return {row["text"] for row in truce("tolls", "--format", "jsonl", *args, cwd=here).rows}


def id_of(here: Path, value: int) -> str:
    rows = truce("claims", "--status", "all", "--format", "jsonl", cwd=here).rows
    return str(next(row["id"] for row in rows if row["value"] == value))


def test_a_retraction_and_a_rejection_under_both_clocks(here: Path) -> None:
    assert truce("retract", id_of(here, 710), "--why", "list corrected", cwd=here).code == 0
    assert "710" not in texts(here) and "710" in texts(here, "--known-on", "2020-10-19")
    listed = truce("claims", "--status", "retracted", "--format", "jsonl", cwd=here).rows
    assert [row["value"] for row in listed] == [710]
    ran = truce("reject", id_of(here, 61), cwd=here)
    assert ran.code == 0 and ran.out == "" and "no reason given" in ran.err
    assert "61" not in texts(here) | texts(here, "--known-on", "2020-10-19")
    assert truce("undo", cwd=here).code == 0
    assert "61" in texts(here)


@pytest.mark.parametrize("form", ["jsonl", "csv", "tsv", "table"])
def test_ids_come_from_a_pipe(here: Path, form: str) -> None:
    line = f"truce claims --kind toll --format {form} --quiet | truce accept - --why all"
    if form != "jsonl":
        line = line.replace("--quiet", "--fields id,value --quiet")
    ran = shell(line, cwd=here, TRUCE_CURATOR="ana")
    assert ran.code == 0 and "accepted 3; log 1" in ran.err
    ran = shell(line.replace(" - ", " "), cwd=here)
    assert "nothing changed; 3 stood so already" in ran.err


def test_the_log_tells_who_when_what_why_and_how(here: Path) -> None:
    id_ = id_of(here, 710)
    truce("edit", id_[:8], "place=Hadrut", "--why", "named above", cwd=here, TRUCE_CURATOR="Ana B.")
    row = truce("log", id_[:8], "--format", "jsonl", cwd=here).rows[0]
    assert (row["curator"], row["command"], row["field"]) == ("Ana B.", "edit", "place")
    assert (row["old"], row["new"], row["why"], row["subject"]) == (None, "Hadrut", "named above", id_)
    assert len(row["hash"]) == 64 and row["at"].endswith("Z")
    shown = truce("log", cwd=here).out
    assert "place: nothing → Hadrut" in shown and "Ana B." in shown


@pytest.mark.parametrize(
    ("files", "env", "curator"),
    [
        ({}, {"TRUCE_CURATOR": "Ana"}, "Ana"),
        ({".gitconfig": '[core]\n\tname = no\n[user]\n\tname = "Ben Coder" # me\n'}, {}, "Ben Coder"),
        ({".config/git/config": "[user] name = Cy\n"}, {}, "Cy"),
        ({".gitconfig": "[user]\nname = Ben\n", "w/.git/config": "[user]\nname = Repo\n"}, {}, "Repo"),
        ({}, {"USER": "login"}, "login"),
        ({}, {"USER": None, "LOGNAME": None}, "unknown"),
    ],
)
def test_whose_decision_it_is(
    here: Path, files: dict[str, str], env: dict[str, str | None], curator: str
) -> None:
    for name, text in {**files, "w/here": ""}.items():
        path = here / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    known: dict[str, str | None] = {"TRUCE_CURATOR": None, "XDG_CONFIG_HOME": None, "HOME": str(here), **env}
    args = ("--db", here / "truce.db", "accept", id_of(here, 710))
    assert truce(*args, cwd=here / "w", **known).code == 0
    found = truce("log", "--format", "jsonl", cwd=here).rows[0]["curator"]
    if curator != "unknown" or not Path("/etc/gitconfig").exists():
        assert found == curator


def test_check_is_silent_until_something_is_wrong(here: Path) -> None:
    ran = truce("check", cwd=here)
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert truce("check", "--format", "json", cwd=here).out == "[]\n"
    truce("add", "denial", cwd=here)
    ran = truce("check", cwd=here)
    assert ran.code == 1 and ran.out.count("\n") == 1 and " unanchored: " in ran.out
    row = json.loads(truce("check", "--format", "json", cwd=here).out)[0]
    assert row.keys() == {"code", "about", "text", "todo", "claims"} and row["code"] == "unanchored"


def test_the_shipped_data_are_sound(ledger: Path) -> None:
    ran = truce("--db", ledger, "check")
    assert (ran.code, ran.out) == (0, ""), ran.out


@pytest.mark.parametrize("form", ["toml", "csv", "jsonl"])
def test_out_and_in_again_byte_for_byte(ledger: Path, tmp_path: Path, form: str) -> None:
    out = tmp_path / f"all.{form}"
    assert truce("--db", ledger, "export", "--output", out).code == 0
    assert truce("--db", ledger, "export", "--format", form).out == out.read_text(encoding="utf-8")
    copy = tmp_path / "copy.db"
    assert truce("--db", copy, "ingest", out).code == 0
    for command in (
        "tolls",
        "timeline",
        "tolls --format json",
        "timeline --format csv",
        "tolls --truce oct-18",
    ):
        want = truce("--db", ledger, *command.split())
        got = truce("--db", copy, *command.split())
        assert (got.code, got.out) == (0, want.out)


def test_bundle_and_backup(here: Path) -> None:
    assert truce("export", "--bundle", "evidence", cwd=here).code == 0
    ran = subprocess.run(["sha256sum", "-c", "--quiet", "SHA256SUMS"], cwd=here / "evidence", check=False)
    assert ran.returncode == 0
    assert truce("backup", "copy.db", cwd=here).code == 0
    assert truce("--db", "copy.db", "check", cwd=here).code == 0


def test_two_coders_and_their_agreement(here: Path) -> None:
    assert truce("backup", "other.db", cwd=here).code == 0
    truce("accept", id_of(here, 710), id_of(here, 61), cwd=here, TRUCE_CURATOR="ana")
    truce("--db", "other.db", "accept", id_of(here, 710), cwd=here, TRUCE_CURATOR="ben")
    truce("--db", "other.db", "reject", id_of(here, 61), cwd=here, TRUCE_CURATOR="ben")
    ran = truce("ingest", "other.db", cwd=here)
    assert ran.code == 0, ran.err
    assert "agreement: 1 of 2 claims judged by both (50%); Cohen's kappa 0.00" in ran.err
    assert "ours accepted, theirs rejected" in ran.err
    review = truce("review", "--disagreements", cwd=here, given=b"a\n")
    assert "disagreement on status: ours accepted, theirs rejected" in review.out
    assert "accepted 1; 0 wait" in review.err


def test_search(here: Path) -> None:
    rows = truce("search", "soldiers", "killed", "--format", "jsonl", cwd=here).rows
    assert {row["found"] for row in rows} == {"document", "claim"}
    assert all(">>>soldiers<<<" in row["snippet"] for row in rows)
    assert truce("search", "soldiers", "--since", "2020-10-19", cwd=here).out == "nothing found\n"


MANY = """
import sys
from pathlib import Path
from truce_cli.workflow.add import prepare, save
from truce_cli.workflow.who import Who

who = Who(curator=f"p{sys.argv[2]}", now="2020-10-18T00:00:00Z", command="add")
for number in range(50):
    given = {"side": "armenian", "harm": "killed", "measure": "incident", "value": str(number)}
    given["ref"] = f"{sys.argv[2]}-{number}"
    save(Path(sys.argv[1]), prepare(Path(sys.argv[1]), "toll", given, today="2020-10-18", base=None), who)
"""


def test_thirty_two_processes_add_at_once_and_nothing_is_lost(here: Path) -> None:
    path = here / "truce.db"
    running = [
        subprocess.Popen(
            [sys.executable, "-c", MANY, str(path), str(number)],
            stderr=subprocess.PIPE,
            env=environment(),
            cwd=ROOT,
        )
        for number in range(32)
    ]
    assert [one.communicate()[1] for one in running] == [b""] * 32
    with Ledger.reading(path) as ledger:
        assert sum(claim.entry == "curated" for claim in ledger.claims()) == 1600
        assert first_break(ledger.log()) is None and ledger.log_length() == 1600


def test_a_command_at_a_time_may_add_at_once_too(here: Path) -> None:
    line = "truce --quiet add toll --side armenian --harm killed --measure incident --value $i"
    line = f"for i in $(seq 8); do {line} & done; wait"
    assert shell(line, cwd=here).code == 0
    rows = truce("log", "--format", "jsonl", cwd=here).rows
    assert len({row["subject"] for row in rows}) == len(rows) == 8


def test_the_data_folder_is_not_touched() -> None:
    assert not list(DATA.rglob("*.db"))
