"""Hostile text in every field of claims, documents and sources: no command lets it act, on a terminal or a pipe."""

from __future__ import annotations

import csv
import io
import json
import os
import random
import re
import subprocess
import unicodedata
from collections.abc import Callable
from pathlib import Path

from counting import Cases
from making import CONFLICT, article
from truce_runner import TRUCE, environment, truce

from truce_cli.model.fields import FIELDS
from truce_cli.render.cells import markdown_cell, spreadsheet_cell
from truce_cli.render.formats import json_text
from truce_cli.render.safe import safe, safe_block

LEDGERS = 6
PAYLOADS = (
    "\x1b[2J\x1b[31mred\x1b[0m", "\x1b]8;;http://evil.example\x1b\\here\x1b]8;;\x1b\\", "\x1b]0;title\x07",
    "\x9b31mc1\x9d", "nul\x00nul", "12\b\b34", "over\u202eride\u202c", "\u2066iso\u2069", "\u200emark\u200f\u061c",
    "[red]markup[/b][update]", ":skull: :warning:", "two\nlines\r\nmore\rback", "tab\there", "del\x7f", "\ufeffbom",
    "line\u2028sep\u2029", "tag\U000e0041\U000e0042", "=1+1", "+cmd", "-2", "@SUM(A1)", "3-5", "a\x0b\x0cb",
    "\x85nel",    "می\u200cخواهم", "क्\u200dष", "x" * 300, "\u0301\u0301marks", "漢字" * 40,
    "<script>alert(1)</script>", "%s{0}$HOME`id`",
)  # fmt: skip
FREE = [
    field.name
    for field in FIELDS
    if field.type in ("text", "list") and field.name not in ("id", "document", "kind")
]
LISTS = {field.name for field in FIELDS if field.type == "list"}
LISTINGS = [
    f"{command} --format {form}"
    for command in (
        "tolls",
        "timeline",
        "truces",
        "claims",
        "documents",
        "sources",
        "status",
        "violations",
        "log",
    )
    for form in ("table", "json", "jsonl", "csv", "tsv", "md")
]
COMMANDS = (
    *LISTINGS,
    "export --format toml", "export --format csv", "export --format jsonl", "check", "check --findings",
    "search killed", "show CLAIM", "show CLAIM --format json", "show DOCUMENT", "why KEY", "log CLAIM",
    "tolls --by place", "diff 2031-06-01 2031-06-09", "review", "edit CLAIM note=HOSTILE", "show HOSTILE",
    "tolls --by HOSTILE",
    "ingest HOSTILE", "claims --side HOSTILE", "accept HOSTILE", "HOSTILE", "claims --HOSTILE", "search HOSTILE",
)  # fmt: skip
RUNS = tuple("=+-@＝＋－＠")
"""What a spreadsheet runs, at the start of a cell."""
COLOUR = re.compile(r"\r\x1b\[2K|\r(?=\x1b\[1A)|\x1b\[[0-9;]*m|\x1b\[\?25[lh]|\x1b\[2?K|\x1b\[1A")
BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\u2028\u2029")


def acts(text: str) -> list[str]:
    return [
        c for c in text if c in BIDI or unicodedata.category(c) in ("Cc", "Cs") or 0xE0000 <= ord(c) < 0xE0080
    ]


def hostile_ledger(folder: Path, seed: int) -> tuple[str, str, str]:
    """A ledger in the folder, with hostile text wherever text goes; a claim, a document and a tally to ask about."""
    chance = random.Random(seed)

    def bad() -> str:
        return "".join(chance.sample(PAYLOADS, 3))

    def quoted(text: str) -> str:
        return '"' + "".join(f"\\U{ord(char):08x}" for char in text) + '"'

    (folder / "conflict.toml").write_text(CONFLICT)
    page = f"<title>{bad()}</title><meta property='og:site_name' content='{bad()}'><p>{article(seed)} {bad()}</p>"
    name = chance.choice(["a\x1b[31m", "b\n", "c\u202e"])
    (folder / f"{name}.html").write_text(page)
    tables = []
    for number, name in enumerate(FREE):
        value = f"[{quoted(bad())}]" if name in LISTS else quoted(bad())
        fixed = {
            "kind": "toll",
            "harm": "killed",
            "side": "norvian",
            "measure": "cumulative",
            "value": number + 1,
        }
        lines = [f"{key} = {given!r}" for key, given in fixed.items() if key != name]
        tables.append(
            "\n".join(["[[claim]]", *lines, f"ref = 'r{number}'" * (name != "ref"), f"{name} = {value}"])
        )
    for name in ("title", "outlet", "url", "archive_url"):
        tables.append(f"[[document]]\n{name} = {quoted(bad())}\n" + "title = 'x'\n" * (name != "title"))
    tables.append(
        f"[[source]]\nslug = 'mayor'\nname = {quoted(bad())}\naliases = [{quoted(bad())}]\nnote = {quoted(bad())}"
    )
    (folder / "claims.toml").write_text("\n\n".join(tables))
    ran = truce("ingest", ".", cwd=folder, TRUCE_CURATOR=bad().replace("\x00", ""))
    assert ran.code in (0, 3), ran.err
    assert acts(ran.err.replace("\n", "")) == []
    claim = truce("claims", "--format", "jsonl", cwd=folder).rows[0]["id"]
    document = truce("documents", "--format", "jsonl", cwd=folder).rows[0]["id"]
    key = truce("tolls", "--format", "jsonl", cwd=folder).rows[0]["key"]
    truce("edit", claim, f"note={bad()}".replace("\x00", ""), "--why", bad().replace("\x00", ""), cwd=folder)
    return claim, document, key


def on_a_terminal(arguments: list[str], folder: Path) -> str:
    """What a terminal of 100 columns receives, without colours and a progress bar's cursor."""
    import pty

    parent, child = pty.openpty()
    process = subprocess.Popen(
        [*TRUCE, *arguments],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=child,
        stderr=child,
        env=environment(TERM="xterm-256color", COLUMNS="100"),
    )
    os.close(child)
    parts = []
    while True:
        try:
            part = os.read(parent, 65536)
        except OSError:
            break
        if not part:
            break
        parts.append(part)
    os.close(parent)
    process.wait()
    return COLOUR.sub("", b"".join(parts).decode().replace("\r\n", "\n"))


def test_no_command_lets_anything_act(cases: Callable[[str], Cases], tmp_path: Path) -> None:
    named = []
    for seed in range(LEDGERS):
        (tmp_path / str(seed)).mkdir()
        named.append(hostile_ledger(tmp_path / str(seed), seed))

    def shown(seed: int) -> None:
        chance = random.Random(seed)
        folder = tmp_path / str(seed % LEDGERS)
        claim, document, key = named[seed % LEDGERS]
        command = COMMANDS[seed * 5 % len(COMMANDS)]
        hostile = chance.choice(PAYLOADS).replace("\x00", "")
        words = {"CLAIM": claim, "DOCUMENT": document, "KEY": key}
        arguments = [words.get(word, word.replace("HOSTILE", hostile)) for word in command.split()]
        if seed // len(COMMANDS) % 2:
            text = on_a_terminal(arguments, folder)
        else:
            ran = truce(*arguments, cwd=folder)
            assert ran.code in (0, 1, 2, 3), (command, ran.code, ran.err)
            assert "internal error" not in ran.err, ran.err
            text = ran.out + ran.err
            if command.endswith("csv") and not command.startswith("export"):
                cells = [cell for row in csv.reader(io.StringIO(ran.out)) for cell in row]
                assert not [c for c in cells if c[:1] in tuple("=+-@\t\r") and not re.fullmatch(r"-?\d+", c)]
        assert "Traceback" not in text
        allowed = "\n\t" if command.endswith(("tsv", "toml")) else "\n"
        assert acts(text.translate(dict.fromkeys(map(ord, allowed)))) == [], (command, hostile)

    cases("hostile text in every field: commands").each(shown, at_once=2)


def test_no_generated_string_acts(cases: Callable[[str], Cases]) -> None:
    counted = cases("generated strings made safe")
    chance = random.Random(1)
    alphabet = [
        chr(code) for code in (*range(0x300), *range(0x600, 0x700), *range(0x2000, 0x2070), 0xFEFF, 0xE0041)
    ]
    alphabet += [*"\u200c\u200d", "\ud800", "\udc9b", "\U0001f480", "\u180e", "\ufff9", "\uffff"]
    keeps = {c for c in alphabet if unicodedata.category(c)[0] in "LNPS"} | {"\u200c", "\u200d"}
    acting = set("".join(alphabet)) - {c for c in alphabet if not acts(c)}
    for number in range(counted.number):
        text = "".join(chance.choices(alphabet, k=chance.randint(0, 24)))
        shown = safe(text)
        block = safe_block(text)
        cells = spreadsheet_cell(text), markdown_cell(text), json_text({"quote": text})
        rest = iter(shown)
        if (
            not acting.isdisjoint(shown)
            or not (acting - {"\n"}).isdisjoint(block)
            or not all(acting.isdisjoint(cell) for cell in cells)
            or cells[0].lstrip()[:1] in RUNS
            or json.loads(cells[2]) != json.loads(json.dumps({"quote": text}))
            or not all(c in rest for c in text if c in keeps)
        ):
            counted.failures.append(f"case {number}: {text!r} as {shown!r}")
        counted.done += 1
    counted.verdict()
