"""Who curates: the name that the environment or git's own files know a person by. Runs no program."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

_SECTION: Final = re.compile(r"\s*\[\s*([\w.-]+)\s*(?:\"[^\"]*\")?\s*\]")
_NAME: Final = re.compile(r"\s*name\s*=\s*(.*?)\s*(?:[#;].*)?$", re.IGNORECASE)


def curator_of(environment: Mapping[str, str], here: Path) -> str:
    """TRUCE_CURATOR, else the name that git knows in this folder, else the login."""
    named = environment.get("TRUCE_CURATOR", "").strip()
    if named:
        return named
    home = Path(os.path.expanduser("~"))  # noqa: PTH111  (Path.home raises without one)
    config = Path(environment.get("XDG_CONFIG_HOME") or home / ".config")
    found = git_name(here, (home / ".gitconfig", config / "git" / "config", Path("/etc/gitconfig")))
    return found or environment.get("USER") or environment.get("LOGNAME") or "unknown"


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
