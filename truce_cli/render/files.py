"""Writes a file so that it is whole or not there: write, fsync, rename. Knows nothing of what it writes."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from truce_cli.errors import DiskError, UsageError


@contextlib.contextmanager
def whole_file(path: Path) -> Iterator[TextIO]:
    """A stream that becomes `path` when the block ends well; on an error the file that was there stays.

    Raises DiskError where the file cannot be written.
    """
    # Processes of several machines, under the same number, may write the same name in one folder.
    beside = path.with_name(f".{path.name}.{os.getpid()}-{os.urandom(4).hex()}.part")
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


@contextlib.contextmanager
def whole_folder(path: Path) -> Iterator[Path]:
    """A folder that becomes `path` when the block ends well; on an error nothing is left.

    Raises UsageError where something stands at path that is no empty folder, DiskError where it cannot be
    written.
    """
    if path.exists() and not (path.is_dir() and not any(path.iterdir())):
        raise UsageError(f"{path} is there already; name a new folder")
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        beside.mkdir(parents=True)
        yield beside
        beside.replace(path)
        _sync_folder(path.parent)
    except OSError as error:
        raise DiskError(
            f"{path}: cannot be written: {error.strerror or error}; free space or name another folder"
        ) from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def write_bytes(path: Path, data: bytes) -> None:
    """Write a file of a folder in the making, down to the disk."""
    path.parent.mkdir(exist_ok=True)
    with path.open("wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def _sync_folder(folder: Path) -> None:
    """The rename itself reaches the disk; where a folder cannot be opened, it cannot be synced either."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
