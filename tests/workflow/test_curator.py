"""Who a person is to git: its files read as git reads them."""

from __future__ import annotations

from pathlib import Path

import pytest

from truce_cli.workflow.curator import git_name, user_name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("[user]\n\tname = Ana\n", "Ana"),
        ('[user]\nname="Ana B." ; me\n', "Ana B."),
        ("[user]\nemail = a@b\n[core]\nname = no\n", None),
        ("[user]\nname = one\nname = two\n", "two"),
        ('[user "sub"]\nname = x\n[USER] Name = y', "y"),
        ("", None),
    ],
)
def test_user_name(text: str, name: str | None) -> None:
    assert user_name(text) == name


def test_the_nearest_file_leads(tmp_path: Path) -> None:
    far, near = tmp_path / "far", tmp_path / "near"
    far.write_text("[user]\nname = Far\n")
    near.write_bytes(b"\xff\xfe")
    assert git_name(tmp_path, (tmp_path / "none", near, far)) == "Far"
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    (tmp_path / "a" / ".git").mkdir()
    (tmp_path / "a" / ".git" / "config").write_text("[user]\nname = Repo\n")
    assert git_name(deep, (far,)) == "Repo"
