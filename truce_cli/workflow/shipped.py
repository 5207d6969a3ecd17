"""Finds conflict files: those that come with the program, by name, and others. Knows where they lie, not what is
in them."""

from __future__ import annotations

from pathlib import Path

from truce_cli.errors import UsageError

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


def conflict_path(named: str, *others: str) -> Path:
    """The file of a shipped conflict, of a folder, or the file itself. Raises UsageError where there is none.

    others: further words that are understood in its place, to be offered for a mistyped one.
    """
    from truce_cli.workflow.nearest import nearest

    shipped = shipped_conflicts()
    if named in shipped:
        return shipped[named]
    path = Path(named)
    if path.is_dir():
        path = path / CONFLICT_FILE
    if path.is_file():
        return path
    near = nearest(named, (*shipped, *others))
    hint = f"did you mean {' or '.join(near)}?" if near else f"shipped: {', '.join(shipped) or 'none'}"
    raise UsageError(f"no conflict {named!r}, neither shipped nor a file; {hint}")
