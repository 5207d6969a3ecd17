"""Walks files and folders: tells articles, claims files, conflict files and other tables apart. Reads none as such."""

from __future__ import annotations

import json
import os
import re
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final, Literal

from truce_cli.errors import InputRefused
from truce_cli.model.record import dataclass
from truce_cli.read.shards import MARK

Kind = Literal["article", "claims", "conflict", "shard", "rows", "skipped"]

_ABOUT: Final = re.compile(r"(readme|licen[sc]e|copying)([-_][a-z]{2,3})?(\.[a-z]+)*", re.IGNORECASE)
_PARTS_OF: Final = re.compile(
    r"(.+)(?:[_ ]files|-filer|-Dateien|_fichiers|_archivos|_bestanden|\.fld)", re.IGNORECASE
)
"""The folder that a browser puts beside a page that it saves."""
_DATABASE: Final = re.compile(r".*\.(db|sqlite3?)(-journal|-wal|-shm)?", re.IGNORECASE)
_HIDDEN, _ABOUT_IT, _PARTS = "hidden", "about the folder", "parts of a saved page"
ONLY_COUNTED: Final = frozenset((_HIDDEN, _ABOUT_IT, _PARTS))
"""Reasons that need no line of their own: what they skip was never meant as an article."""
_NOT_TEXT: Final = {
    suffix: what
    for what, suffixes in (
        ("an image", ".png .jpg .jpeg .gif .webp .svg .ico .bmp .tif .tiff .heic"),
        ("sound", ".mp3 .m4a .wav .ogg"),
        ("a film", ".mp4 .mov .avi .mkv .webm"),
        ("an archive; unpack it first", ".zip .gz .tgz .bz2 .xz .zst .7z .rar .tar .iso .dmg"),
        ("a program", ".exe .dll .so .pyc .whl .jar"),
        (
            "an office file; save it as text or HTML",
            ".doc .docx .xls .xlsx .ppt .pptx .odt .ods .odp .epub",
        ),
        ("a font", ".ttf .otf .woff .woff2"),
        ("data, not an article", ".parquet .pickle .npy .json"),
        ("site code", ".css .js"),
    )
    for suffix in suffixes.split()
}
_TABLE: Final = re.compile(rb"^\s*\[\[\s*(claims?|sources?|documents?|export|judgement)\s*\]\]", re.MULTILINE)
_SIDE_TABLE: Final = re.compile(rb"^\s*\[\[\s*side\s*\]\]", re.MULTILINE)
_HEAD: Final = 65_536
_LARGEST: Final = 100_000_000


@dataclass(frozen=True, slots=True)
class Found:
    """One file. rows: a table or JSON lines that hold no claims; it may be a dump of articles.

    reason: why it is skipped, for rows why they hold no claims; None otherwise.
    """

    path: Path
    kind: Kind
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Unchanged:
    """So many files of one folder are as they were when they were noted."""

    number: int


Noted = Callable[[Path], Mapping[str, tuple[int, int]]]
"""The articles of a folder that need not be looked at while they have their (size, mtime_ns), by name."""


def _nothing(folder: Path) -> Mapping[str, tuple[int, int]]:
    return {}


def walk(paths: Iterable[str | Path], noted: Noted = _nothing) -> Iterator[Found | Unchanged | InputRefused]:
    """Every file under the paths, folders in order of names; what cannot be entered comes as an InputRefused.

    A file named outright is taken even if a walk would skip its name. No folder is entered twice, by whatever
    links it is reached. Only ordinary files are opened: neither pipes nor devices.
    """
    entered: set[tuple[int, int]] = set()
    for given in paths:
        path = Path(given)
        try:
            mode = path.stat().st_mode
        except (OSError, ValueError) as error:
            yield _missing(path, error)
            continue
        if stat.S_ISDIR(mode):
            yield from _folder(path, entered, noted)
        elif stat.S_ISREG(mode):
            yield _sort(path)
        else:
            yield InputRefused(str(path), "not an ordinary file; save it to one first")


def _folder(
    top: Path, entered: set[tuple[int, int]], noted: Noted
) -> Iterator[Found | Unchanged | InputRefused]:
    waiting = [top]
    while waiting:
        path = waiting.pop()
        if path.name.startswith(".") and path is not top:
            yield Found(path, "skipped", _HIDDEN)
            continue
        try:
            info = path.stat()
            if not stat.S_ISDIR(info.st_mode):
                yield _member(path, info.st_mode)
                continue
            if (info.st_dev, info.st_ino) in entered:
                continue
            entered.add((info.st_dev, info.st_ino))
            if path is not top and _belongs_to_page(path):
                yield Found(path, "skipped", _PARTS)
                continue
            names, unchanged = _names(path, noted(path))
        except OSError as error:
            yield _missing(path, error)
            continue
        if unchanged:
            yield Unchanged(unchanged)
        waiting += [path / name for name in sorted(names, reverse=True)]


def _names(folder: Path, noted: Mapping[str, tuple[int, int]]) -> tuple[list[str], int]:
    """Names in a folder that must be looked at, and how many files are as they were noted. Opens none."""
    names: list[str] = []
    unchanged = 0
    with os.scandir(folder) as entries:
        for entry in entries:
            name = entry.name
            if name in noted and not name.startswith(".") and not _ABOUT.fullmatch(name):
                try:
                    info = entry.stat()
                except OSError:
                    info = None  # it is met again below, and told
                if info and stat.S_ISREG(info.st_mode) and (info.st_size, info.st_mtime_ns) == noted[name]:
                    unchanged += 1
                    continue
            names.append(name)
    return names, unchanged


def _belongs_to_page(folder: Path) -> bool:
    """True for the pictures, styles and frames of a page that lies beside the folder."""
    name = _PARTS_OF.fullmatch(folder.name)
    return name is not None and any(
        (folder.parent / f"{name[1]}{end}").is_file() for end in (".html", ".htm")
    )


def _member(path: Path, mode: int) -> Found:
    if not stat.S_ISREG(mode):
        return Found(path, "skipped", "not an ordinary file")
    if _ABOUT.fullmatch(path.name):
        return Found(path, "skipped", _ABOUT_IT)
    return _sort(path)


def _sort(path: Path) -> Found:
    suffix = path.suffix.lower()
    if path.name.lower() == "conflict.toml":
        return Found(path, "conflict")
    if _DATABASE.fullmatch(path.name):
        return Found(path, "skipped", "a database")
    if suffix in _NOT_TEXT:
        return Found(path, "skipped", _NOT_TEXT[suffix])
    if suffix not in (".toml", ".csv", ".tsv", ".jsonl"):
        return Found(path, "article")
    try:
        if path.stat().st_size > _LARGEST:
            return Found(path, "claims")  # its reader says that it is too large
        with path.open("rb") as file:
            head = file.read() if suffix == ".toml" else file.read(_HEAD)
    except OSError:
        return Found(path, "claims")  # its reader says what is wrong
    if head.startswith(MARK):
        return Found(path, "shard")
    reason = {".toml": _not_claims_toml, ".jsonl": _not_claims_lines}.get(suffix, _not_claims_table)(head)
    if reason is None:
        return Found(path, "claims")
    return Found(path, "skipped" if suffix == ".toml" else "rows", reason)


def _not_claims_toml(data: bytes) -> str | None:
    """Why a TOML file is no claims file; None where it is one, or is broken: then its reader says so."""
    if _TABLE.search(data):
        return None
    import tomllib

    try:
        keys = tomllib.loads(data.decode()).keys()
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError):
        return None
    if _SIDE_TABLE.search(data):
        return "a conflict file by another name; choose it with --conflict"
    return (
        None
        if keys & {"claim", "source", "document", "export", "judgement"}
        else "TOML without [[claim]] tables"
    )


def _not_claims_table(head: bytes) -> str | None:
    first = head.lstrip(b"\xef\xbb\xbf\r\n ").split(b"\n", 1)[0].replace(b"\x00", b"").lower()
    cells = re.split(rb"[,;\t]", first.strip())
    names = {cell.strip(b" \"'\r") for cell in cells}
    return None if b"kind" in names or not first else "a table without a column `kind`"


def _not_claims_lines(head: bytes) -> str | None:
    first = next((line for line in head.lstrip(b"\xef\xbb\xbf").split(b"\n") if line.strip()), b"")
    try:
        row = json.loads(first)
    except (ValueError, RecursionError):
        return None
    return None if not isinstance(row, dict) or "kind" in row else "JSON lines without a key `kind`"


def _missing(path: Path, error: OSError | ValueError) -> InputRefused:
    if isinstance(error, FileNotFoundError):
        problem = "leads nowhere: a broken link" if path.is_symlink() else "no such file or folder"
    else:
        problem = f"cannot be read: {getattr(error, 'strerror', None) or error}"
    return InputRefused(str(path), problem)
