"""`truce review` through a real pseudo-terminal: single keys, prompts, 80 columns; and through a pipe."""

from __future__ import annotations

import os
import re
import select
import shutil
import signal
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from truce_runner import TRUCE, environment, truce

from truce_cli.render.widths import cell_width

pty = pytest.importorskip("pty")

ARTICLE = """Three villages counted their dead

STEPANAKERT, October 18, 2020 - The Nagorno-Karabakh defence ministry said 710 soldiers had been killed.
Azerbaijan said 61 civilians had been killed. Armenia said 36 civilians had been killed in the strikes.
"""
PATIENCE = 30
"""Seconds until a test gives up on a terminal; nothing is measured by it."""


class Terminal:
    """A person at a terminal: waits for words, presses keys."""

    def __init__(self, *args: str | Path, columns: int = 80, **env: str | None) -> None:
        self._parent, child = pty.openpty()
        known = {"TERM": "xterm-256color", "COLUMNS": str(columns), "TRUCE_CURATOR": "ana", **env}
        self._process = subprocess.Popen(
            [*TRUCE, *map(str, args)],
            stdin=child,
            stdout=child,
            stderr=child,
            env=environment(**known),
            start_new_session=True,
        )
        os.close(child)
        self.text = ""
        self._read = 0

    def until(self, words: str) -> str:
        """What has come up to and with these words since the last call."""
        while words not in (rest := self.text[self._read :]):
            ready, _, _ = select.select([self._parent], [], [], PATIENCE)
            assert ready, f"waited in vain for {words!r} in {rest!r}"
            try:
                part = os.read(self._parent, 65536)
            except OSError:
                part = b""
            assert part, f"ended without {words!r}: {rest!r}"
            self.text += plain(part.decode())
        end = self._read + rest.index(words) + len(words)
        seen, self._read = self.text[self._read : end], end
        return seen

    def press(self, keys: str) -> None:
        os.write(self._parent, keys.encode())

    def interrupt(self) -> None:
        self._process.send_signal(signal.SIGINT)

    def ended(self) -> int:
        """The exit code, once everything is read."""
        while True:
            ready, _, _ = select.select([self._parent], [], [], PATIENCE)
            assert ready, f"it does not end: {self.text[self._read :]!r}"
            try:
                part = os.read(self._parent, 65536)
            except OSError:
                break
            if not part:
                break
            self.text += plain(part.decode())
        return self._process.wait()

    def leave(self) -> None:
        """End whatever still runs."""
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait()
        os.close(self._parent)


def plain(text: str) -> str:
    return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", text).replace("\r\n", "\n")


ASKS = "[?] "


@pytest.fixture
def terminal() -> Iterator[Callable[..., Terminal]]:
    opened: list[Terminal] = []

    def start(*args: str | Path, **env: str | None) -> Terminal:
        opened.append(Terminal(*args, **env))
        return opened[-1]

    yield start
    for one in opened:
        one.leave()


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Path]:
    (tmp_path / "a.txt").write_text(ARTICLE)
    ran = truce("--db", tmp_path / "truce.db", "ingest", tmp_path / "a.txt")
    assert ran.code == 0, ran.err
    yield tmp_path / "truce.db"
    shutil.rmtree(tmp_path, ignore_errors=True)


def statuses(db: Path) -> dict[int, str]:
    rows = truce("--db", db, "claims", "--status", "all", "--kind", "toll", "--format", "jsonl").rows
    return {row["value"]: row["status"] for row in rows}


def test_a_whole_review_by_single_keys(db: Path, terminal) -> None:
    person = terminal("--db", db, "review", "--kind", "toll")
    screen = person.until(ASKS)
    assert (
        "1 of 3" in screen and ">>>" in screen and "710" in screen and "own" not in screen.split("Field")[0]
    )
    assert max(cell_width(line) for line in screen.splitlines()) <= 80
    person.press("a")
    assert "2 of 3" in person.until(ASKS)
    person.press("r")
    person.until("why is it no claim: ")
    person.press("a rumour\n")
    assert "3 of 3" in person.until(ASKS)
    person.press("e")
    person.until("which field: ")
    person.press("place\n")
    person.until("(- empties it): ")
    person.press("Ganja\n")
    person.until("why (Enter for none): ")
    person.press("named above\n")
    assert re.search(r"place +Ganja", person.until(ASKS))
    person.press("o")
    assert "line 5 of its text" in person.until(ASKS)
    person.press("?")
    assert "reject with a reason" in person.until(ASKS)
    person.press("u")
    assert "Ganja" not in person.until(ASKS)
    person.press("u")
    assert "2 of 3" in person.until(ASKS)
    person.press("\x1b[A")
    person.until(ASKS)
    person.press("t")
    person.until("(Enter for today): ")
    person.press("2020-10-20\n")
    person.until("why: ")
    person.press("corrected\n")
    assert "3 of 3" in person.until(ASKS)
    person.press("k")
    assert person.ended() == 0
    assert "accepted 1, retracted 1, skipped 1; 1 wait" in person.text
    assert statuses(db) == {710: "accepted", 61: "retracted", 36: "candidate"}
    log = truce("--db", db, "log", "--format", "jsonl").rows
    assert {row["curator"] for row in log} == {"ana"}
    assert [row["why"] for row in log if row["new"] == "rejected"] == ["a rumour"]


def test_a_review_goes_on_where_it_was_left(db: Path, terminal) -> None:
    person = terminal("--db", db, "review", "--kind", "toll")
    person.until(ASKS)
    person.press("a")
    person.until(ASKS)
    person.press("q")
    assert person.ended() == 0 and "accepted 1; 2 wait" in person.text
    person = terminal("--db", db, "review", "--kind", "toll")
    assert "1 of 2" in person.until(ASKS)
    person.press("\x04")
    assert person.ended() == 0 and "nothing decided; 2 wait" in person.text


def test_the_same_as_another_claim(db: Path, terminal) -> None:
    rows = truce("--db", db, "claims", "--kind", "toll", "--format", "jsonl").rows
    other = rows[1]["id"]
    person = terminal("--db", db, "review", "--kind", "toll")
    person.until(ASKS)
    person.press("s")
    person.until("same as which claim: ")
    person.press("t-ffffffffffff\n")
    assert "no claim 't-ffffffffffff' here" in person.until(ASKS)
    person.press("s")
    person.until("same as which claim: ")
    person.press(f"{other[:8]}\n")
    person.until(ASKS)
    person.press("q")
    assert person.ended() == 0
    log = truce("--db", db, "log", "--format", "jsonl").rows
    assert [(row["action"], row["new"]) for row in log] == [("status", "accepted"), ("pair", "same")]
    assert {row["act"] for row in log} == {1}


def test_ctrl_c_keeps_what_is_decided_and_the_terminal_as_it_was(db: Path, terminal) -> None:
    person = terminal("--db", db, "review", "--kind", "toll")
    person.until(ASKS)
    person.press("a")
    person.until(ASKS)
    person.interrupt()
    assert person.ended() == 130
    assert statuses(db)[710] == "accepted"


def test_a_dumb_terminal_reads_lines(db: Path, terminal) -> None:
    person = terminal("--db", db, "review", "--kind", "toll", TERM="dumb")
    first = person.until(ASKS)
    assert "\x1b" not in first and ">>>" in first
    person.press("a\n")
    assert "2 of 3" in person.until(ASKS)
    person.press("q\n")
    assert person.ended() == 0 and "\x1b" not in person.text


def test_filters(db: Path) -> None:
    for args, total in (
        (("--min-count", "100"), 1),
        (("--side", "azerbaijani"), 1),
        (("--document", "a.txt", "--kind", "toll"), 3),
        (("--kind", "denial"), 0),
    ):
        ran = truce("--db", db, "review", *args, given=b"q\n")
        assert ran.code == 0 and (f"1 of {total} " in ran.out if total else ran.out == "")


def test_a_pipe_can_review_too(db: Path) -> None:
    ran = truce("--db", db, "review", "--kind", "toll", given=b"a\nr\nno people\n")
    assert ran.code == 0 and "accepted 1, rejected 1; 1 wait" in ran.err
    assert statuses(db) == {710: "accepted", 61: "rejected", 36: "candidate"}


def test_add_asks_for_what_is_missing(db: Path, terminal) -> None:
    person = terminal("--db", db, "add", "toll", "--side", "armenian", "--claimant", "Armenia")
    for question, answer in (
        ("document", "a.txt"),
        ("quote", "36 civilians had been killed"),
        ("victims", "civilians"),
        ("harm", "killed"),
        ("value", ">36"),
        ("measure", "cumulative"),
        ("as of", "yesterday"),
        ("place", ""),
    ):
        person.until(question)
        person.until(": ")
        person.press(f"{answer}\n")
    person.until("'civilians' is not one of military, civilian, any; did you mean civilian?")
    person.until("victims (")
    person.press("civilian\n")
    said = "as_of: 'yesterday' is 2020-10-17 (counted from 2020-10-18, the document's day)"
    assert said in person.until("save (Y/n): ")
    person.press("\n")
    assert person.ended() == 0
    rows = truce("--db", db, "claims", "--format", "jsonl").rows
    added = next(row for row in rows if row["entry"] == "curated")
    assert (added["low"], added["victims"], added["as_of"]) == (36, "civilian", "2020-10-17")
    assert added["id"] in person.text


def test_add_can_be_declined(db: Path, terminal) -> None:
    person = terminal("--db", db, "add", "undisclosed")
    for question in ("document", "quote", "side", "victims", "harm", "claimant", "as of"):
        person.until(question)
        person.until(": ")
        person.press("armenian\n" if question == "side" else "\n")
    person.until("save (Y/n): ")
    person.press("n\n")
    assert person.ended() == 1 and "not saved" in person.text
    assert truce("--db", db, "log", "--format", "jsonl").rows == []
