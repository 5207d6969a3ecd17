"""Writes a file so that it is whole or not there: write, fsync, rename. Knows nothing of what it writes."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from truce_cli.errors import DiskError


@contextlib.contextmanager
def whole_file(path: Path) -> Iterator[TextIO]:
    """A stream that becomes `path` when the block ends well; on an error the file that was there stays.

    Raises DiskError where the file cannot be written.
    """
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with beside.open("w", encoding="utf-8", newline="") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        beside.replace(path)
        _sync_folder(path.parent)
    except OSError as error:
        raise DiskError(
            f"{path}: cannot be written: {error.strerror or error}; free space or name another file"
        ) from error
    finally:
        with contextlib.suppress(OSError):
            beside.unlink()


def _sync_folder(folder: Path) -> None:
    """The rename itself reaches the disk; where a folder cannot be opened, it cannot be synced either."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
