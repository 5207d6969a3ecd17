"""A file is whole or it is what it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from truce_cli.errors import DiskError
from truce_cli.render.files import whole_file


def test_a_file_appears_when_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    with whole_file(path) as stream:
        stream.write("a,b\n")
        assert not path.exists()
    assert path.read_text() == "a,b\n"
    assert list(tmp_path.iterdir()) == [path]


def test_an_error_leaves_the_file_that_was_there(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    path.write_text("good")
    with pytest.raises(KeyError), whole_file(path) as stream:
        stream.write("half")
        raise KeyError("broken")
    assert path.read_text() == "good"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(DiskError, match="cannot be written"), whole_file(tmp_path / "no" / "out.csv"):
        pass
