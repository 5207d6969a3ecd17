"""CSV of ours opened in LibreOffice as a person would: no cell runs, none turns into something else than it says."""

from __future__ import annotations

import csv
import re
import shutil
import subprocess
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from counting import Cases, torture
from test_terminal_fields import hostile_ledger
from truce_runner import truce

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
pytestmark = [
    pytest.mark.skipif(not torture(), reason="in make torture alone"),
    pytest.mark.skipif(
        SOFFICE is None, reason="no LibreOffice here (Debian: apt install libreoffice-calc-nogui)"
    ),
]
LISTINGS = "claims tolls timeline violations truces documents sources log export".split()
LANGUAGES = {"en-US": 1033, "en-GB": 2057, "de-DE": 1031, "fr-FR": 1036, "ru-RU": 1049}
"""Each reads other texts as days; the numbers are what an import filter calls them."""
PLAINLY = "CSV:44,34,76,1,,{language},false,false"
"""Comma, quotation mark, UTF-8, from line 1: what the dialogue offers."""
EAGERLY = "CSV:44,34,76,1,,{language},false,true,false,false,false,0,true"
"""The same with "detect special numbers" and "evaluate formulas": all that a spreadsheet may make of a text."""
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TYPED = re.compile(
    r"-?\d+(\.\d+)?|true|false|\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?", re.IGNORECASE
)
"""A number, a truth, a day or a moment of ours: what a spreadsheet may take for one."""
NAMES_A_DAY = re.compile(r"[^\W\d_]")
"""Text with a letter, as "june-1", may be shown as a day where the person asks for days to be detected."""
CONTROL = "=1+1,3/5,+2,'=1+1,plain\n"


def opened(folder: Path, how: str) -> None:
    """Every CSV file of the folder as a flat spreadsheet beside it; one start of LibreOffice."""
    subprocess.run(
        [
            str(SOFFICE),
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            f"--infilter={how}",
            "--convert-to",
            "fods",
            "--outdir",
            str(folder),
            *map(str, sorted(folder.glob("*.csv"))),
        ],
        capture_output=True,
        check=True,
        timeout=300,
    )


def cells(path: Path) -> Iterator[list[tuple[str, str, bool]]]:
    """Each row's cells: (type, text as shown, whether it is a formula), without the empty ones at its end."""
    for row in ET.parse(path).iter(f"{TABLE}table-row"):
        found: list[tuple[str, str, bool]] = []
        for cell in row.iter(f"{TABLE}table-cell"):
            said = "\n".join("".join(_words(words)) for words in cell.iter(f"{TEXT}p"))
            one = (cell.get(f"{OFFICE}value-type", ""), said, f"{TABLE}formula" in cell.attrib)
            found += [one] * min(int(cell.get(f"{TABLE}number-columns-repeated", "1")), 200)
        while found and found[-1] == ("", "", False):
            found.pop()
        yield found


def _words(node: ET.Element) -> Iterator[str]:
    """The text of a paragraph; runs of blanks are elements of their own."""
    if node.tag == f"{TEXT}s":
        yield " " * int(node.get(f"{TEXT}c", "1"))
    elif node.tag == f"{TEXT}tab":
        yield "\t"
    yield node.text or ""
    for child in node:
        yield from _words(child)
        yield child.tail or ""


def test_no_cell_runs_or_turns_into_a_day(cases: Callable[[str], Cases], tmp_path: Path) -> None:
    languages = list(LANGUAGES.values())

    def listing(seed: int) -> None:
        number, at = divmod(seed, len(LISTINGS))
        folder = tmp_path / str(number)
        eager = number % 2 == 0
        if not folder.exists():
            prepared(folder, number)
            language = languages[number // 2 % len(languages)]
            opened(folder / "csv", (EAGERLY if eager else PLAINLY).format(language=language))
        name = LISTINGS[at]
        with (folder / "csv" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            written = list(csv.reader(file))
        seen = list(cells(folder / "csv" / f"{name}.fods"))
        assert len(seen) >= len(written) > 0
        for row, shown in zip(written, seen, strict=False):
            shown += [("", "", False)] * (len(row) - len(shown))
            for text, (kind, said, formula) in zip(row, shown, strict=True):
                assert not formula, (name, text)
                if kind in ("string", ""):
                    assert said == text, (name, text, said)
                else:
                    assert TYPED.fullmatch(text) or (eager and NAMES_A_DAY.search(text)), (name, text, kind)

    cases("CSV reopened in LibreOffice: files").each(listing)


def prepared(folder: Path, seed: int) -> None:
    """A ledger with hostile text everywhere, and each of its listings as CSV."""
    folder.mkdir()
    hostile_ledger(folder, seed)
    out = folder / "csv"
    out.mkdir()
    for name in LISTINGS:
        ran = truce(name, "--format", "csv", cwd=folder)
        assert ran.code == 0, ran
        (out / f"{name}.csv").write_text(ran.out, encoding="utf-8", newline="")


def test_what_can_run_does_run(cases: Callable[[str], Cases], tmp_path: Path) -> None:
    (tmp_path / "control.csv").write_text(CONTROL)
    opened(tmp_path, EAGERLY.format(language=LANGUAGES["en-US"]))
    ((sum_, day, plus, guarded, plain),) = list(cells(tmp_path / "control.fods"))
    assert (sum_[2], day[0], plus[0]) == (True, "date", "float")
    assert (guarded[:2], plain[:2]) == (("string", "'=1+1"), ("string", "plain"))
