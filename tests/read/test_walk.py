from __future__ import annotations

import os
from pathlib import Path

import pytest

from truce_cli.errors import InputRefused
from truce_cli.read.walk import Found, Unchanged, walk


def seen(*paths: Path | str) -> list[tuple[str, str]]:
    rows = []
    for item in walk(paths):
        rows.append((item.path.name, item.kind) if isinstance(item, Found) else ("refused", item.message))
    return rows


def write(folder: Path, **files: str) -> None:
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_dot_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def test_kinds(tmp_path: Path) -> None:
    write(
        tmp_path,
        a_dot_txt="x",
        b_dot_html="x",
        c="x",
        d_dot_pdf="x",
        claims_dot_toml='[[claim]]\nkind = "toll"',
        inline_dot_toml='claim = [{kind = "toll"}]',
        broken_dot_toml="a = [",
        other_dot_toml="a = 1",
        norvia_dot_toml='slug = "x"\n[[side]]\nslug = "y"',
        table_dot_csv="ref,kind\na,toll",
        semicolons_dot_csv='"ref";"kind"\na;toll',
        prices_dot_csv="item,price\na,1",
        rows_dot_jsonl='{"kind": "toll"}\n',
        cases_dot_jsonl='{"id": 1}\n',
        broken_dot_jsonl="{",
        sub__conflict_dot_toml="",
        README_dot_md="x",
        sub__LICENSE="x",
        photo_dot_JPG="x",
        truce_dot_db="x",
        _dot_hidden="x",
        _dot_git__config="x",
    )
    kinds: dict[str, list[str]] = {}
    for name, kind in seen(tmp_path):
        kinds.setdefault(kind, []).append(name)
    assert kinds == {
        "article": ["a.txt", "b.html", "c", "d.pdf"],
        "claims": [
            "broken.jsonl",
            "broken.toml",
            "claims.toml",
            "inline.toml",
            "rows.jsonl",
            "semicolons.csv",
            "table.csv",
        ],
        "conflict": ["conflict.toml"],
        "rows": ["cases.jsonl", "prices.csv"],
        "skipped": [
            ".git",
            ".hidden",
            "README.md",
            "norvia.toml",
            "other.toml",
            "photo.JPG",
            "LICENSE",
            "truce.db",
        ],
    }
    assert all(
        item.reason
        for item in walk([tmp_path])
        if isinstance(item, Found) and item.kind in ("skipped", "rows")
    )


def test_the_order_is_that_of_names(tmp_path: Path) -> None:
    write(tmp_path, b__z="x", b__a="x", a="x", c="x")
    assert [name for name, _ in seen(tmp_path)] == ["a", "a", "z", "c"]


def test_a_file_named_outright_is_taken(tmp_path: Path) -> None:
    write(tmp_path, README_dot_md="x", _dot_hidden_dot_txt="x")
    assert seen(tmp_path / "README.md", tmp_path / ".hidden.txt") == [
        ("README.md", "article"),
        (".hidden.txt", "article"),
    ]


def test_a_missing_path_is_a_value(tmp_path: Path) -> None:
    write(tmp_path, a="x")
    (tmp_path / "lost").symlink_to(tmp_path / "nowhere")
    items = list(walk([tmp_path / "no", tmp_path, "nul\x00"]))
    assert [str(item) for item in items if isinstance(item, InputRefused)][:2] == [
        f"{tmp_path}/no: no such file or folder",
        f"{tmp_path}/lost: leads nowhere: a broken link",
    ]
    assert isinstance(items[-1], InputRefused)


def test_links_in_a_circle_end(tmp_path: Path) -> None:
    write(tmp_path, a__x="x")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "self").symlink_to(tmp_path / "self")
    assert [name for name, kind in seen(tmp_path) if kind == "article"] == ["x"]
    assert seen(tmp_path, tmp_path)[0:1] == [("x", "article")]
    assert [kind for _, kind in seen(tmp_path, tmp_path)].count("article") == 1


def test_a_maze_of_links_is_walked_once(tmp_path: Path) -> None:
    for level in range(30):
        (tmp_path / f"d{level}").mkdir()
        for name in ("l", "r"):
            (tmp_path / f"d{level}" / name).symlink_to(tmp_path / f"d{level + 1}")
    write(tmp_path, d30__x="x")
    assert [name for name, kind in seen(tmp_path / "d0") if kind == "article"] == ["x"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_pipes_are_never_opened(tmp_path: Path) -> None:
    for name in ("pipe.txt", "pipe.toml", "conflict.toml"):
        os.mkfifo(tmp_path / name)
    assert {kind for _, kind in seen(tmp_path)} == {"skipped"}
    assert seen(tmp_path / "pipe.toml", "/dev/null") == [
        ("refused", "not an ordinary file; save it to one first"),
        ("refused", "not an ordinary file; save it to one first"),
    ]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may enter every folder")
def test_a_closed_folder_is_a_value(tmp_path: Path) -> None:
    write(tmp_path, closed__x="x", open__y="x")
    (tmp_path / "closed").chmod(0)
    rows = seen(tmp_path)
    (tmp_path / "closed").chmod(0o700)
    assert rows == [("refused", "cannot be read: Permission denied"), ("y", "article")]


def test_what_is_noted_is_only_counted(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", ".hidden.txt", "README.txt"):
        (tmp_path / name).write_text("x")
    info = (tmp_path / "a.txt").stat()
    same = (info.st_size, info.st_mtime_ns)
    noted = {"a.txt": same, "b.txt": (2, same[1]), ".hidden.txt": same, "README.txt": same, "gone.txt": same}
    found = list(walk([tmp_path], lambda folder: noted if folder == tmp_path else {}))
    assert found[0] == Unchanged(1)
    told = {item.path.name: item.kind for item in found[1:] if isinstance(item, Found)}
    assert told == {"b.txt": "article", ".hidden.txt": "skipped", "README.txt": "skipped"}
