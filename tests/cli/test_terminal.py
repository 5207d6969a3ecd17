"""On a terminal: a table that fits the window, colour as an extra, nothing that acts."""

from __future__ import annotations

import os
import re
import struct
import subprocess
from pathlib import Path

import pytest
from truce_runner import TRUCE, environment, truce

from truce_cli.render.widths import cell_width

fcntl = pytest.importorskip("fcntl")
pty = pytest.importorskip("pty")
termios = pytest.importorskip("termios")


def on_a_terminal(*args: str, columns: int = 80, window: int = 0, **env: str | None) -> str:
    """What a terminal of that many columns receives. window: its size as the terminal itself tells it."""
    parent, child = pty.openpty()
    if window:
        fcntl.ioctl(child, termios.TIOCSWINSZ, struct.pack("HHHH", 24, window, 0, 0))
    env = {"TERM": "xterm-256color", "COLUMNS": str(columns), **env}
    process = subprocess.Popen(
        [*TRUCE, *args], stdout=child, stderr=child, stdin=child, env=environment(**env), close_fds=True
    )
    os.close(child)
    parts = []
    while True:
        try:
            part = os.read(parent, 65536)
        except OSError:  # the other end is closed
            break
        if not part:
            break
        parts.append(part)
    os.close(parent)
    assert process.wait() == 0
    return b"".join(parts).decode().replace("\r\n", "\n")


def without_colour(text: str) -> str:
    return re.sub(r"\x1b\[[0-9;]*m", "", text)


WIDTHS = (60, 80, 100, 140, 200)
LISTS = (
    "tolls",
    "tolls --by month,claimant",
    "tolls --series",
    "tolls --matrix",
    "timeline",
    "timeline --truce oct-10",
    "truces",
    "violations",
    "diff --known-on 2020-10-12 --known-on 2020-10-18",
    "claims",
    "documents",
    "sources",
    "status",
    "log",
    "search Ganja",
    "check --findings --quiet",
    "why armenian/military/killed",
)
KEPT = re.compile(r"\b(?:\d{4}-\d\d-\d\d|[a-z]-[0-9a-f]{4,}|[0-9a-f]{12}|[<>~≥]?\d[\d,]*)\b")
"""Days, ids, hashes and figures."""


@pytest.mark.parametrize("command", LISTS)
def test_a_table_fits_the_window_and_cuts_nothing(ledger: Path, command: str) -> None:
    args = ("--db", str(ledger), *command.split())
    whole = truce(*args).out
    for columns in WIDTHS:
        text = on_a_terminal(*args, columns=columns, NO_COLOR="1", TERM="xterm")
        assert text and max(cell_width(line) for line in text.splitlines()) <= columns
        assert sorted(KEPT.findall(text)) == sorted(KEPT.findall(whole)), f"at {columns} columns"


@pytest.mark.parametrize(
    ("command", "legend", "scope"),
    [
        ("tolls", "~ about · † disputed", "window 2020-09-27 to 2020-11-10; 9 rows; left out: 2 other war"),
        ("tolls --series", "bars: height from zero; blank: nobody counted", "2020 Nagorno-Karabakh war; "),
        ("tolls --matrix --as-of 2020-10-14", "— not reported", "as of 2020-10-14; "),
        ("timeline --truce oct-10", "† disputed by the accused", "local time, Asia/Yerevan; 17 entries"),
        ("truces --known-on 2020-10-19", "echoes counted once", "known on 2020-10-19; 4 truces"),
        ("violations --truce oct-18", "units are never added", "truce oct-18; 2 rows"),
        ("violations --status accepted", "units are never added", "accepted claims only"),
        ("diff --known-on 2020-10-12 --known-on 2020-10-18", "— no figure", "4 changes"),
        ("claims", "~ about", "119 claims, status candidate or accepted"),
        ("claims --status all", "> more than", "119 claims, of every status"),
        ("documents", "", "8 documents"),
        ("sources", "not known: the conflict file does not name it", "28 sources"),
        ("log", "", "119 decisions, oldest first; times in UTC"),
        ("search Ganja", ">>> <<< the words asked for", "2 claims; the best first"),
    ],
)
def test_a_legend_and_the_scope_stand_under_every_table(
    ledger: Path, command: str, legend: str, scope: str
) -> None:
    text = " ".join(on_a_terminal("--db", str(ledger), *command.split(), NO_COLOR="1").split())
    assert legend in text and scope in text
    told = truce("--db", ledger, *command.split()).out.rsplit("\n\n", 1)[1]
    assert scope in told and told not in truce("--db", ledger, *command.split(), "--quiet").out


def test_the_window_is_the_terminals_own(ledger: Path) -> None:
    """COLUMNS is not needed: the size that the terminal tells is used."""
    text = on_a_terminal("--db", str(ledger), "tolls", window=60, COLUMNS=None)
    assert 50 < max(cell_width(line) for line in without_colour(text).splitlines()) <= 60


@pytest.mark.parametrize("words", [{}, {"FORCE_COLOR": "0"}, {"CLICOLOR": "1"}])
def test_a_pipe_has_no_colour_and_no_width(ledger: Path, words: dict[str, str]) -> None:
    out = truce("--db", ledger, "tolls", COLUMNS="40", **words).out
    assert "\x1b" not in out and max(map(len, out.splitlines())) > 100


def test_colour_can_be_declined_and_forced(ledger: Path) -> None:
    args = ("--db", str(ledger), "tolls")
    coloured = on_a_terminal(*args)
    plain = on_a_terminal(*args, NO_COLOR="1")
    assert "\x1b[" in coloured and "\x1b" not in plain
    assert without_colour(coloured) == plain, "colour carries no meaning of its own"
    for word in ({"TERM": "dumb"}, {"CLICOLOR": "0"}, {"FORCE_COLOR": "0"}):
        assert "\x1b" not in on_a_terminal(*args, **word)
    for word in ({"FORCE_COLOR": "1"}, {"CLICOLOR_FORCE": "1"}):
        forced = truce(*args, **word).out
        assert "\x1b[" in forced and without_colour(forced) == truce(*args).out
        assert "\x1b" not in truce(*args, NO_COLOR="1", **word).out


def test_a_dumb_terminal_and_a_poor_locale_get_what_they_can_show(ledger: Path) -> None:
    args = ("--db", str(ledger), "tolls", "--series")
    for words in ({"LANG": "C"}, {"LC_ALL": "POSIX"}):
        text = on_a_terminal(*args, **words)
        assert text.isascii() and "ok fits the total before" in text
    assert on_a_terminal(*args, "--ascii").isascii()


def test_exports_show_how_far_they_are(ledger: Path, tmp_path: Path) -> None:
    args = ("--db", str(ledger), "export", "--output", str(tmp_path / "all.toml"))
    text = on_a_terminal(*args)
    assert "writing" in text and re.search(r"/\d{3}\b", text) and "exported 8 documents" in text
    assert "packing" in on_a_terminal("--db", str(ledger), "export", "--bundle", str(tmp_path / "evidence"))
    assert on_a_terminal(*args, "--ascii").isascii()
    quiet = on_a_terminal(*args, "--quiet")
    assert quiet == "", "nothing with --quiet"
    piped = truce(*args)
    assert "writing" not in piped.err and "exported 8 documents" in piped.err
    assert "writing" not in on_a_terminal("--db", str(ledger), "export"), "no bar among the lines"


def test_a_progress_bar_leaves_nothing_behind(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("YEREVAN, October 12, 2020. Armenia said 22 civilians had been killed in Stepanakert.")
    text = on_a_terminal("--db", str(tmp_path / "truce.db"), "ingest", str(article))
    assert "found 1 = stored 1" in text
    assert re.search(r"\x1b\[\?25h", text), "the cursor is shown again"
