"""Which conflict an ingest is about, and how it says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from truce_cli.errors import InputRefused, UsageError
from truce_cli.model.conflict import Actor, Conflict, Place, Side
from truce_cli.store.ledger import Ledger
from truce_cli.workflow import settle, shipped
from truce_cli.workflow.choose import choose

HILLS = Conflict(
    slug="hills",
    name="Hill war",
    timezone="UTC",
    began="2031-01-01",
    sides=(
        Side(slug="a", name="Upland side", aliases=("Upland", "Uplander")),
        Side(slug="b", name="Vale side", aliases=("Vale",)),
    ),
    actors=(
        Actor(slug="un", name="United Nations", kind="un", aliases=("UN",)),
        Actor(slug="m", name="Army of the Vale", kind="military", side="b"),
    ),
    places=(Place(name="Crag", aliases=("Kragg",)),),
)
SEA = Conflict(slug="sea", name="Sea war", timezone="UTC", began="2031-01-01", aliases=("Strait", "Crag"))


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (["Upland and Vale fight on."], ("hills", 1)),
        (["Upland and Vale fight on.", "Vale fell.", "The Army of the Vale took Kragg."], ("hills", 2)),
        (["The Strait near Crag is closed."], ("sea", 1)),
        (["Upland only, Upland again, and the UN."], None),
        (["An avalanche in the uplands."], None),
        ([], None),
    ],
)
def test_the_names_used_tell_the_conflict(texts: list[str], found: tuple[str, int] | None) -> None:
    chosen = choose([HILLS, SEA], texts)
    assert (chosen and (chosen[0].slug, chosen[1])) == found


def test_without_conflicts_there_is_no_choice() -> None:
    assert choose([], ["Upland and Vale"]) is None


@pytest.fixture
def shelf(here: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Our own war, shipped; the folder of dispatches no longer names it."""
    folder = here / "shipped" / "norvia-2031"
    folder.mkdir(parents=True)
    Path("docs/conflict.toml").rename(folder / "conflict.toml")
    for room in (settle, shipped):
        monkeypatch.setattr(room, "shipped_conflicts", lambda: {"norvia-2031": folder / "conflict.toml"})
    return folder


def test_a_shipped_conflict_is_chosen_by_its_names(run, shelf: Path) -> None:
    report = run()
    assert report.conflict == "norvia-2031"
    assert report.conflict_how == "chosen by the names in 2 of 2 documents; --conflict says otherwise"
    assert report.stored == 2
    with Ledger.reading(Path("truce.db")) as ledger:
        assert ledger.conflict().path == "norvia-2031/conflict.toml"
    assert run().conflict_how == "the ledger's"


@pytest.mark.parametrize("name", ["norvia-2031", "shipped/norvia-2031", "shipped/norvia-2031/conflict.toml"])
def test_a_conflict_may_be_named_outright(run, shelf: Path, name: str) -> None:
    report = run(conflict=name)
    assert (report.conflict, report.conflict_how) == ("norvia-2031", f"named by --conflict {name}")
    assert run(conflict=name).notes == ()


def test_an_unknown_conflict_names_those_shipped(run, shelf: Path) -> None:
    with pytest.raises(UsageError) as refused:
        run(conflict="atlantis")
    assert str(refused.value) == ("no conflict 'atlantis', neither shipped nor a file; shipped: norvia-2031")
    assert not Path("truce.db").exists()


def test_documents_that_fit_nothing_ask_for_a_conflict(run, shelf: Path) -> None:
    Path("docs/monday.txt").write_text("It rained in the mountains all day long.\n")
    Path("docs/tuesday.txt").unlink()
    with pytest.raises(UsageError, match="fit none of the shipped conflicts"):
        run()
    assert not Path("truce.db").exists()


def test_a_broken_conflict_file_is_refused_with_its_place(run, shelf: Path) -> None:
    Path("docs/conflict.toml").write_text('slug = "x\n')
    report = run()
    assert report.refused == 1 and report.stored == 2
    assert str(report.refusals[0]).startswith("docs/conflict.toml:1")
    with pytest.raises(InputRefused, match=r"docs/conflict\.toml:1"):
        run(conflict="docs/conflict.toml")


def test_a_broken_conflict_file_is_told_where_no_other_fits(run, shelf: Path) -> None:
    Path("docs/monday.txt").write_text("It rained in the mountains all day long.\n")
    Path("docs/tuesday.txt").unlink()
    broken = Path("shipped/norvia-2031/conflict.toml").read_text().replace("Asia/Yerevan", "../etc")
    Path("docs/conflict.toml").write_text(broken.replace("Europe/Paris", "../etc"))
    with pytest.raises(UsageError) as refused:
        run()
    said = str(refused.value)
    assert said.startswith("docs/conflict.toml:") and "'../etc' is no time zone" in said
    assert said.endswith("; mend it, or say the conflict with --conflict") and "fit none" not in said


def test_a_ledger_is_about_one_conflict(run) -> None:
    run()
    path = Path("docs/conflict.toml")
    path.write_text(path.read_text().replace("norvia-2031", "norvia-2040"))
    with pytest.raises(UsageError) as refused:
        run()
    assert str(refused.value) == (
        "docs/conflict.toml is about norvia-2040, but truce.db is about norvia-2031; "
        "name another ledger with --db"
    )


def test_two_conflicts_in_one_run_need_a_word(run) -> None:
    Path("docs/sub").mkdir()
    other = Path("docs/sub/conflict.toml")
    other.write_text(Path("docs/conflict.toml").read_text().replace("norvia-2031", "norvia-2040"))
    with pytest.raises(UsageError, match="are about two conflicts"):
        run()
    report = run(conflict="docs/sub/conflict.toml")
    assert (report.conflict, report.skipped, report.stored) == ("norvia-2040", 1, 3)
    assert report.notes == ("docs/conflict.toml: set aside, since --conflict names norvia-2040",)


def test_copies_of_one_conflict_file(run) -> None:
    Path("docs/sub").mkdir()
    text = Path("docs/conflict.toml").read_text()
    Path("docs/sub/conflict.toml").write_text(text)
    assert run().duplicate == 1
    Path("docs/sub/conflict.toml").write_text(text + "# changed\n")
    report = run()
    assert str(report.refusals[0]) == (
        "docs/sub/conflict.toml: differs from docs/conflict.toml, which leads; keep one of them"
    )


def test_a_changed_conflict_file_is_taken_and_logged(run) -> None:
    run()
    path = Path("docs/conflict.toml")
    path.write_text(path.read_text().replace('"Norvian"]', '"Norvian", "Norvians"]'))
    report = run()
    assert (report.stored, report.unchanged) == (1, 2)
    assert "until truce ingest --again" in report.notes[0]
    with Ledger.reading(Path("truce.db")) as ledger:
        assert ledger.conflict().data == path.read_bytes()
        assert [row.judgement.action for row in ledger.log("norvia-2031")] == ["conflict"]
    assert run().unchanged == 3


def test_the_shipped_conflicts_lie_beside_the_program() -> None:
    found = shipped.shipped_conflicts()
    assert "nagorno-karabakh-2020" in found
    assert found["nagorno-karabakh-2020"].is_file()
