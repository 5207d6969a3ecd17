"""Finds the conflicts that come with the program. Knows where they lie, not what is in them."""

from __future__ import annotations

from pathlib import Path

CONFLICT_FILE = "conflict.toml"


def shipped_folder() -> Path:
    """The folder of shipped conflicts: inside the package when installed, beside it in a checkout."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "data"
    return installed if installed.is_dir() else package.parent / "data"


def shipped_conflicts() -> dict[str, Path]:
    """Path of each shipped conflict file, by the name of its folder, which is its slug."""
    files = sorted(shipped_folder().glob(f"*/{CONFLICT_FILE}"))
    return {file.parent.name: file for file in files}
