"""TOML with its line numbers: knows where each table and key stands in the source. Gives no key a meaning."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, Final

from truce_cli.errors import InputRefused
from truce_cli.model.record import dataclass, field
from truce_cli.read.encoding import decode
from truce_cli.read.row import Row

_HEADER: Final = re.compile(r"\s*\[\[?\s*([\w\"'. -]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY: Final = re.compile(r"\s*(?:\"([^\"]+)\"|'([^']+)'|([\w-]+))\s*(?:\.[^=]*)?=")
_AT: Final = re.compile(r"\s{0,9}\(at (?:line (\d+), column (\d+)|end of document)\)$")
_MOST_PARTS: Final = 2_000
_MOST_BYTES: Final = 1_000_000_000
_TRIPLE: Final = re.compile(r'"""|\'\'\'')


@dataclass(frozen=True, slots=True)
class _Place:
    """Lines of a table's header and of its keys, counted from 1; the top level has no header."""

    line: int | None
    keys: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TomlSource:
    """A file's values, as tomllib gives them, and its text, in which an error looks up its place."""

    path: str
    values: dict[str, Any]
    text: str

    def top(self) -> Row:
        """The keys above the first table."""
        return Row(self.path, self.values, lambda name: self._line("", 0, name))

    def rows(self, table: str) -> list[Row]:
        """The [[table]]s of that name. Raises InputRefused where it is written as something else."""
        values = self.values.get(table, [])
        if not isinstance(values, list) or not all(isinstance(item, dict) for item in values):
            line = self._line("", 0, table) or self._line(table, 0, "")
            raise InputRefused(self.path, f"{table}: must be [[{table}]] tables", line=line)
        return [
            Row(self.path, item, lambda name, n=n: self._line(table, n, name))  # type: ignore[misc]
            for n, item in enumerate(values)
        ]

    def _line(self, table: str, index: int, name: str) -> int | None:
        """Line of a key, else of its table's header; None where the source wrote it in another way."""
        places = _places(self.text)
        found = places.get(table, [])
        if index >= len(found):
            return None
        if not table and name in places:
            return places[name][0].line
        return found[index].keys.get(name, found[index].line)


def read_toml(path: str, data: bytes) -> TomlSource:
    """The file's values with their places. Raises InputRefused with line and column where it is not TOML."""
    import tomllib

    text = decode(data, path, most=_MOST_BYTES).replace("\r\n", "\n")
    _refuse_depth(path, text)
    try:
        return TomlSource(path, tomllib.loads(text), text)
    except tomllib.TOMLDecodeError as error:
        message = str(error)
        at = _AT.search(message)
        line, column = (int(at[1]), int(at[2])) if at and at[1] else (text.rstrip("\n").count("\n") + 1, None)
        raise InputRefused(path, f"broken TOML: {_AT.sub('', message)}", line=line, column=column) from None
    except (RecursionError, ValueError) as error:
        raise InputRefused(path, f"broken TOML: {error}") from None


def _refuse_depth(path: str, text: str) -> None:
    """Raise InputRefused for a dotted key of so many parts that reading it takes the square of them in memory."""
    if text.count(".") < _MOST_PARTS:
        return
    for number, line in enumerate(text.split("\n"), 1):
        if line.count(".") > _MOST_PARTS and any(part.count(".") > _MOST_PARTS for part in line.split("=")):
            raise InputRefused(path, f"a key of more than {_MOST_PARTS:,} parts", line=number)


@lru_cache(maxsize=4)
def _places(text: str) -> dict[str, list[_Place]]:
    top = _Place(None)
    places: dict[str, list[_Place]] = {"": [top]}
    current = top
    fence: str | None = None  # the quotes of a string that goes on over lines
    depth = 0  # of brackets that stay open over lines
    for number, line in enumerate(text.split("\n"), 1):
        if fence is None and depth == 0:
            header, key = _HEADER.match(line), _KEY.match(line)
            if header:
                current = _Place(number)
                places.setdefault(header[1].strip("\"'"), []).append(current)
                continue
            if key:
                current.keys.setdefault(key[1] or key[2] or key[3], number)
        for mark in _TRIPLE.findall(line):
            fence = mark if fence is None else None if fence == mark else fence
        if fence is None:
            bare = re.sub(r"(?<!\\)\"(?:[^\"\\]|\\.)*\"|'[^']*'|#.*", "", line)
            depth = max(0, depth + bare.count("[") + bare.count("{") - bare.count("]") - bare.count("}"))
    return places
