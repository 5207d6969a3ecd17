"""The README's screens: real commands, run on a real pseudo-terminal of 80 columns, kept as SVG.

`make screens` writes them anew. They load no font and nothing else from anywhere.
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import termios
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
TRUCE = (sys.executable, "-m", "truce_cli")
COLUMNS = 80
ROWS = 48
SCREENS = {
    "tolls": "tolls --harm killed",
    "series": "tolls --series --side armenian --victims military",
    "timeline": "timeline --truce oct-10 --until 2020-10-12",
    "why": "why azerbaijani/civilian/injured",
}
"""Each screen and its command."""


@dataclass(frozen=True)
class Terminal:
    """A terminal of some size; what it receives comes back as text with its colours."""

    columns: int = COLUMNS

    def run(self, *args: str, cwd: Path) -> str:
        parent, child = pty.openpty()
        fcntl.ioctl(child, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, self.columns, 0, 0))
        env = {
            "TERM": "xterm-256color",
            "LANG": "C.UTF-8",
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT),
        }
        with subprocess.Popen(
            [*TRUCE, *args], stdin=child, stdout=child, stderr=child, cwd=cwd, env=env
        ) as process:
            os.close(child)
            received = b""
            while True:
                try:
                    part = os.read(parent, 65536)
                except OSError:  # the other end is closed
                    break
                if not part:
                    break
                received += part
        os.close(parent)
        assert process.returncode == 0, received.decode()
        return received.decode().replace("\r\n", "\n")


def example(folder: Path) -> None:
    """The shipped example, read into a ledger in this folder."""
    (folder / "data").symlink_to(ROOT / "data", target_is_directory=True)
    Terminal().run("ingest", "data/nagorno-karabakh-2020", "--quiet", cwd=folder)


def shot(command: str, folder: Path, columns: int = COLUMNS) -> str:
    """What a person sees who types this command."""
    return f"$ truce {command}\n" + Terminal(columns).run(*command.split(), cwd=folder)


def svg(screen: str, columns: int = COLUMNS) -> str:
    """The screen as a picture."""
    import io

    from rich._export_format import CONSOLE_SVG_FORMAT
    from rich.console import Console
    from rich.text import Text

    console = Console(
        width=columns, record=True, file=io.StringIO(), force_terminal=True, color_system="truecolor"
    )
    console.print(Text.from_ansi(screen), soft_wrap=True, end="")
    # the format fetches two fonts from the network; any monospace font does
    form = re.sub(r"@font-face \{\{.*?\}\}\s*", "", CONSOLE_SVG_FORMAT, flags=re.DOTALL)
    drawn = console.export_svg(title="truce", code_format=form, unique_id="truce")
    return "".join(line.rstrip() + "\n" for line in drawn.splitlines())


def text_of(picture: str) -> list[str]:
    """The lines of text that an SVG shows, top to bottom."""
    lines: dict[float, dict[float, str]] = {}
    matrix = next(g for g in ElementTree.fromstring(picture).iter() if g.get("class") == "truce-matrix")
    for text in matrix.iter():
        if text.text and text.get("x"):
            lines.setdefault(float(text.attrib["y"]), {})[float(text.attrib["x"])] = text.text
    advance = 12.2
    shown = []
    for y in sorted(lines):
        line = ""
        for x, words in sorted(lines[y].items()):
            line = line.ljust(round(x / advance)) + words.replace("\xa0", " ")
        shown.append(line.rstrip())
    return shown


def plain(screen: str) -> list[str]:
    """The lines of a screen without its colours."""
    return [line.rstrip() for line in re.sub(r"\x1b\[[0-9;]*m", "", screen).splitlines()]


def renew() -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        example(folder)
        for screen, command in SCREENS.items():
            (HERE / f"{screen}.svg").write_text(svg(shot(command, folder)), encoding="utf-8")


if __name__ == "__main__":
    renew()
