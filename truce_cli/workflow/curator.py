"""Who curates: the name that git knows a person by, read from its own files. Runs no program."""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Final

_SECTION: Final = re.compile(r"\s*\[\s*([\w.-]+)\s*(?:\"[^\"]*\")?\s*\]")
_NAME: Final = re.compile(r"\s*name\s*=\s*(.*?)\s*(?:[#;].*)?$", re.IGNORECASE)


def git_name(here: Path, homes: Iterable[Path]) -> str | None:
    """user.name of the repository around `here`, else of the first of these files that has one.

    homes: git's files of the person and the machine, the nearest first.
    """
    repository = next(
        (folder / ".git" for folder in (here, *here.parents) if (folder / ".git").exists()), None
    )
    for path in (*((repository / "config",) if repository else ()), *homes):
        with suppress(OSError, UnicodeDecodeError):
            name = user_name(path.read_text(encoding="utf-8"))
            if name:
                return name
    return None


def user_name(text: str) -> str | None:
    """The name in the [user] section of a git configuration; the last one leads."""
    section, name = "", None
    for line in text.splitlines():
        if header := _SECTION.match(line):
            section = header[1].lower()
            line = line[header.end() :]
        if section == "user" and (found := _NAME.match(line)):
            name = found[1].strip().strip('"').strip() or name
    return name
