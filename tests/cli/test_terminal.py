"""On a terminal: a table that fits the window, colour as an extra, nothing that acts."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest
from truce_runner import TRUCE, environment, truce

from truce_cli.render.plain import cell_width

pty = pytest.importorskip("pty")


def on_a_terminal(*args: str, columns: int = 80, **env: str | None) -> str:
    """What a terminal of that many columns receives."""
    parent, child = pty.openpty()
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


@pytest.mark.parametrize("columns", [80, 140])
@pytest.mark.parametrize(
    "command",
    ["tolls", "timeline", "timeline --truce oct-10", "truces", "claims", "documents", "sources", "status"],
)
def test_a_table_fits_the_window(ledger: Path, command: str, columns: int) -> None:
    text = without_colour(on_a_terminal("--db", str(ledger), *command.split(), columns=columns))
    assert text and "\x1b" not in text
    assert max(cell_width(line) for line in text.splitlines()) <= columns


def test_colour_can_be_declined(ledger: Path) -> None:
    args = ("--db", str(ledger), "tolls")
    coloured = on_a_terminal(*args)
    plain = on_a_terminal(*args, NO_COLOR="1")
    assert "\x1b[" in coloured and "\x1b" not in plain
    assert without_colour(coloured) == plain, "colour carries no meaning of its own"
    assert "\x1b" not in on_a_terminal(*args, TERM="dumb")


def test_every_figure_of_the_rows_is_on_the_screen(ledger: Path) -> None:
    rows = truce("--db", ledger, "tolls", "--format", "jsonl").rows
    for columns in (80, 140):
        words = set(without_colour(on_a_terminal("--db", str(ledger), "tolls", columns=columns)).split())
        texts = [row["text"] for row in rows] + [figure["text"] for row in rows for figure in row["earlier"]]
        assert {word for text in texts for word in text.split()} <= words


def test_a_progress_bar_leaves_nothing_behind(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("YEREVAN, October 12, 2020. Armenia said 22 civilians had been killed in Stepanakert.")
    text = on_a_terminal("--db", str(tmp_path / "truce.db"), "ingest", str(article))
    assert "found 1 = stored 1" in text
    assert re.search(r"\x1b\[\?25h", text), "the cursor is shown again"
