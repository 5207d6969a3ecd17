"""Claim shards: complete or absent, checked on their way in, and the same ledger as from the articles themselves."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from truce_cli.errors import InputRefused, UsageError
from truce_cli.extract import engine
from truce_cli.store.ledger import Ledger
from truce_cli.workflow import shards, take_shards
from truce_cli.workflow.shards import Made

TEXTS = [f"In Norvia {number} people were killed by Sudland.\n" for number in range(2, 9)]


@pytest.fixture
def sources(here: Path) -> list[Path]:
    """Two JSON-lines files, and a folder with nothing but the conflict."""
    folder = here / "in"
    folder.mkdir()
    for path in (here / "docs").glob("*.txt"):
        path.unlink()
    for name, some in (("a", range(4)), ("b", range(4, 7))):
        rows = [{"id": number, "text": TEXTS[number], "outlet": "Wire \ud83d"} for number in some]
        (folder / f"{name}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    return shards.sources_of(["in"])


def make(sources: list[Path], processes: int = 1) -> list[Made]:
    folder = Path("shards")
    folder.mkdir(exist_ok=True)
    file, _ = shards.conflict_for(sources, "docs/conflict.toml")
    jobs, _ = shards.jobs_of(sources, folder, file)
    return list(shards.make_here(jobs, file, processes))


def contents(db: str) -> list[Any]:
    with Ledger.reading(Path(db)) as ledger:
        originals = [ledger.original(card.id) for card in ledger.cards()]
        return [
            ledger.cards(),
            ledger.claims(bound=True),
            ledger.bindings(),
            originals,
            ledger.conflict().data,
        ]


def test_shards_make_the_ledger_that_articles_make(sources, run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(take_shards, "_BATCH", 2)
    monkeypatch.setattr(take_shards, "_CHUNK_LINES", 2)
    assert [(one.articles, one.claims, one.refusals) for one in make(sources)] == [(4, 4, ()), (3, 3, ())]
    report = run("shards")
    assert (report.found, report.stored, report.proposed) == (2, 2, 7)
    assert report.conflict_how == "brought along by what is taken in"
    assert report.notes == ("claim shards: 2 read, 7 articles in them, 7 new",)
    of_shards = contents("truce.db")
    assert (again := run("shards")).unchanged == 2 and not again.notes
    Path("truce.db").unlink()
    assert run("docs/conflict.toml", "in", jobs=2).stored == 8
    assert contents("truce.db") == of_shards
    assert run("shards").notes == ("claim shards: 2 read, 7 articles in them, 0 new",)


def test_a_rerun_makes_what_is_missing(sources, monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(make(sources)) == 2
    assert make(sources) == []
    Path("shards/a.claims.jsonl").unlink()
    assert [Path(one.job.shard).name for one in make(sources)] == ["a.claims.jsonl"]
    with sources[1].open("a") as lines:
        lines.write(json.dumps({"id": "late", "text": "Ten people were killed."}) + "\n")
    assert [one.articles for one in make(sources)] == [4]
    monkeypatch.setattr("truce_cli.extract.version.RULES_VERSION", 10**6)
    assert len(make(sources)) == 2


def test_a_shard_that_cannot_be_finished_is_not_there(sources, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(document: Any, conflict: Any) -> Any:
        raise KeyboardInterrupt

    monkeypatch.setattr(engine, "extract", fails)
    with pytest.raises(KeyboardInterrupt):
        make(sources)
    assert list(Path("shards").iterdir()) == []


def test_refused_lines_are_told_twice(sources, run) -> None:
    with sources[0].open("a") as lines:
        lines.write("no JSON\n")
    made = make(sources)
    report = run("shards")
    said = ["in/a.jsonl:5: not a JSON object; one article a line"]
    assert [str(one) for one in made[0].refusals] == [str(one) for one in report.refusals] == said
    assert (report.stored, report.refused) == (2, 0)


def change(old: str, new: str, line: int = 1) -> None:
    path = Path("shards/a.claims.jsonl")
    lines = path.read_text().splitlines(keepends=True)
    assert old in lines[line], lines[line]
    lines[line] = lines[line].replace(old, new)
    path.write_text("".join(lines))


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("killed by", "harmed by", 1, ":2: its text is not the one that its id names; make the shard again"),
        ('"start":10', '"start":9', 1, "its quote does not stand where it says"),
        ('"candidate"', '"accepted"', 1, "a shard holds proposals on its own articles only"),
        ('"claims":[', '"claims":[7,', 1, ":2: a claim is an object"),
        ('"claims"', '"claim"', 1, ":2: an article needs its document, text and claims"),
        ('"low":2', f'"low":{2**70}', 1, "is beyond any count"),
        ('"article"', '"comment"', 1, ":2: no line of a claim shard; make the shard again"),
        (
            '"kind":"end"',
            '"kind":"and"',
            -1,
            ": cut short: it has no last line that counts it; make it again",
        ),
        ('"articles":4', '"articles":5', -1, ": holds 4 lines where its last one counts 5"),
        ('"articles":4', '"articles":"4"', -1, ": articles: '4' does not fit; make the shard again"),
        ('"version":1', '"version":9', 0, ":1: a form of shards unknown here: 9; upgrade truce"),
        (
            '"conflict":"norvia',
            '"conflict":"nirvia',
            0,
            ": is about nirvia-2031, and this ledger is about norvia-2031",
        ),
    ],
)
def test_nothing_is_taken_on_trust(sources, run, old: str, new: str, line: int, message: str) -> None:
    make(sources)
    change(old, new, line)
    report = run("docs/conflict.toml", "shards")
    assert len(report.refusals) == 1 and str(report.refusals[0]).endswith(message), report.refusals


def test_shards_of_nothing_sound(sources, run) -> None:
    make(sources[:1])
    change('"kind":"end"', '"kind":"and"', -1)
    report = run("shards")
    assert [str(one) for one in report.refusals] == [
        "shards/a.claims.jsonl: no sound claim shard; make it again"
    ]


def test_another_version_of_the_conflict_is_told(sources, run) -> None:
    make(sources)
    conflict = Path("docs/conflict.toml")
    conflict.write_text(conflict.read_text() + "\n# a remark\n")
    notes = run("docs/conflict.toml", "shards").notes
    assert notes[0].startswith("shards/a.claims.jsonl: made with another version of the conflict file")


def test_what_cannot_be_sharded(sources, here: Path) -> None:
    with pytest.raises(UsageError, match="no such file or folder; name JSON lines"):
        shards.sources_of(["nowhere"])
    (here / "empty").mkdir()
    with pytest.raises(UsageError, match="no JSON lines in empty"):
        shards.sources_of(["empty"])
    (here / "empty/a.ndjson").write_text("\n")
    with pytest.raises(UsageError, match="would make the same shard; rename one of them"):
        shards.sources_of(["in", "empty"])
    with pytest.raises(UsageError, match="nothing to read in"):
        shards.conflict_for(shards.sources_of(["empty"]), None)
    file, _ = shards.conflict_for([], "docs/conflict.toml")
    gone = shards.Job(
        name="gone.jsonl", source=str(here / "gone.jsonl"), shard=str(here / "gone.claims.jsonl")
    )
    with pytest.raises(InputRefused, match="gone"):
        shards.make_shard(gone, file)
    (made,) = shards.make_here([gone], file, 1)
    assert made.failed.endswith("gone.jsonl: cannot be read: No such file or directory")
