"""Beginning: a ledger about a shipped conflict, a conflict file of one's own, and what it does not know yet."""

from __future__ import annotations

from pathlib import Path

from truce_runner import ROOT, truce

FILLED = {
    'name = ""  ': 'name = "2031 war"',
    'timezone = ""': 'timezone = "Europe/Paris"',
    'began = ""': "began = 2031-05-20",
}


def filled(text: str) -> str:
    for old, new in FILLED.items():
        assert old in text
        text = text.replace(old, new)
    first, second, third = text.split("[[side]]\n")
    second = second.replace('slug = ""', 'slug = "norvian"').replace('name = ""', 'name = "Norvian side"')
    second = second.replace("aliases = []", 'aliases = ["Norvia", "Norvian", "Halden"]')
    third = third.replace('slug = ""', 'slug = "sudlander"').replace('name = ""', 'name = "Sudlander side"')
    third = third.replace("aliases = []", 'aliases = ["Sudland", "Sudlander", "Torvik"]')
    return "[[side]]\n".join((first, second, third))


def test_shipped_conflicts_are_listed(tmp_path: Path) -> None:
    rows = truce("init", "--list", "--format", "jsonl", cwd=tmp_path).rows
    folders = sorted(path.parent.name for path in (ROOT / "data").glob("*/conflict.toml"))
    assert [row["slug"] for row in rows] == folders
    war = next(row for row in rows if row["slug"] == "nagorno-karabakh-2020")
    assert war["truces"] == ["oct-10", "oct-18", "oct-26", "nov-10"] and war["claims"] == 119
    assert not (tmp_path / "truce.db").exists()


def test_a_ledger_is_begun_once(tmp_path: Path) -> None:
    ran = truce("init", "nagorno-karabakh-2020", cwd=tmp_path)
    assert (ran.code, ran.out) == (0, "")
    assert "truce: truce.db made, about nagorno-karabakh-2020 (2020 Nagorno-Karabakh war)\n" in ran.err
    assert truce("status", "--format", "jsonl", cwd=tmp_path).rows[0]["claims"] == 0
    assert "is there already, about" in truce("init", "nagorno-karabakh-2020", cwd=tmp_path).err


def test_a_ledger_is_about_one_conflict(tmp_path: Path) -> None:
    truce("init", "nagorno-karabakh-2020", cwd=tmp_path)
    (tmp_path / "conflict.toml").write_text("")
    truce("init", "--new", "norvia-2031", "--output", "new.toml", cwd=tmp_path)
    (tmp_path / "other.toml").write_text(filled((tmp_path / "new.toml").read_text()))
    ran = truce("init", "other.toml", cwd=tmp_path)
    assert ran.code == 2
    assert (
        ran.err
        == "truce: truce.db is about nagorno-karabakh-2020, not norvia-2031; name another ledger with --db\n"
    )
    shipped = (ROOT / "data/nagorno-karabakh-2020/conflict.toml").read_text()
    (tmp_path / "mine.toml").write_text(shipped + "\n# ours\n")
    ran = truce("init", "mine.toml", cwd=tmp_path)
    assert (
        ran.code == 2
        and "has another state of nagorno-karabakh-2020; bring it in with truce ingest" in ran.err
    )


def test_a_new_file_says_what_it_lacks_until_it_is_filled(tmp_path: Path) -> None:
    ran = truce("init", "--new", "norvia-2031", cwd=tmp_path)
    assert ran.code == 0 and "wrote conflict.toml; fill it in" in ran.err
    checked = truce("conflict", "check", "conflict.toml", "--format", "jsonl", cwd=tmp_path)
    assert checked.code == 1
    assert [(row["code"], row["about"]) for row in checked.rows] == [
        ("wrong", about) for about in ("name", "timezone", "began", "slug", "slug")
    ]
    path = tmp_path / "conflict.toml"
    path.write_text(filled(path.read_text()))
    checked = truce("conflict", "check", "conflict.toml", "--format", "jsonl", cwd=tmp_path)
    assert checked.code == 0
    assert {row["code"] for row in checked.rows} == {"missing"}
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a.txt").write_text(
        "HALDEN, 3 June 2031 - The Norvian defence ministry said 14 soldiers had been killed.\n"
    )
    assert truce("ingest", "docs", "--conflict", "conflict.toml", cwd=tmp_path).code == 0
    rows = truce("tolls", "--format", "jsonl", cwd=tmp_path).rows
    assert [(row["key"], row["text"]) for row in rows] == [("norvian/military/killed", "14")]


def test_examples_of_the_draft_are_sound_once_their_signs_are_taken_off(tmp_path: Path) -> None:
    truce("init", "--new", "norvia-2031", cwd=tmp_path)
    path = tmp_path / "conflict.toml"
    lines = filled(path.read_text()).replace("norvian", "armenian").replace("sudlander", "azerbaijani")
    open_ = "\n".join(
        line.removeprefix("# ")
        if line.startswith("# ") and (" = " in line or line.startswith("# [["))
        else line
        for line in lines.splitlines()
        if "aliases =" not in line or "Karabakh war" not in line
    )
    path.write_text(open_.replace("began = 2031-05-20", "began = 2020-09-27"))
    ran = truce("conflict", "check", "conflict.toml", "--format", "jsonl", cwd=tmp_path)
    assert [row for row in ran.rows if row["code"] == "wrong"] == []


def test_names_that_a_file_does_not_know(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "BAKU, October 19, 2020 - Volunteers in Velmar said 12 people had been killed there. "
        "Ilkin Rezayev of the Velmar Relief Committee said 40 people had been wounded near Tarn Bridge.\n"
    )
    ran = truce("conflict", "check", "nagorno-karabakh-2020", "a.txt", "--format", "jsonl", cwd=tmp_path)
    assert ran.code == 0, "names are advice"
    codes = {row["code"] for row in ran.rows}
    assert {"unknown_speaker", "unknown_victims"} <= codes
    assert any("Velmar" in row["about"] + row["text"] for row in ran.rows)
    assert "documents read 1" in ran.err


def test_mistakes_at_the_beginning(tmp_path: Path) -> None:
    said = "truce: give one of --list, --new SLUG, or a conflict's name or file\n"
    assert truce("init", cwd=tmp_path).err == said
    assert truce("init", "--list", "--new", "x", cwd=tmp_path).err == said
    ran = truce("init", "--new", "Not A Slug", cwd=tmp_path)
    assert ran.code == 2 and "'Not A Slug' is no slug; write small letters" in ran.err
    (tmp_path / "conflict.toml").write_text("mine")
    ran = truce("init", "--new", "x", cwd=tmp_path)
    assert (
        ran.code == 2
        and ran.err == "truce: conflict.toml is there already; name another file with --output\n"
    )
    assert (tmp_path / "conflict.toml").read_text() == "mine"
    ran = truce("init", "nagorno-karabak-2020", cwd=tmp_path)
    assert ran.code == 2 and "no conflict 'nagorno-karabak-2020'" in ran.err
    ran = truce("conflict", "check", "none.toml", cwd=tmp_path)
    assert ran.code == 2 and "no conflict 'none.toml'" in ran.err
    (tmp_path / "pic.bin").write_bytes(b"\x00\x01\x02" * 50)
    ran = truce("conflict", "check", "nagorno-karabakh-2020", "pic.bin", "gone.txt", cwd=tmp_path)
    assert ran.code == 3 and "gone.txt: no such file" in ran.err
