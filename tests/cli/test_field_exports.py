"""Exports for the field, each read back by its own format's reader, with the sums that the tables have."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections import Counter
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from truce_runner import ROOT, truce

STRIKE = ROOT / "tests" / "data" / "strike-2020"


@pytest.fixture(scope="module")
def strike(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Strikes with places, tolls of single events and rival figures."""
    path = tmp_path_factory.mktemp("strike") / "truce.db"
    ran = truce("--db", path, "ingest", STRIKE / "claims.toml", "--conflict", "nagorno-karabakh-2020")
    assert ran.code == 0, ran.err
    return path


@pytest.fixture(params=["ledger", "strike"])
def db(request: pytest.FixtureRequest) -> Path:
    path: Path = request.getfixturevalue(request.param)
    return path


def exported(db: Path, form: str, *args: str) -> str:
    ran = truce("--db", db, "export", "--format", form, *args)
    assert ran.code == 0, ran.err
    return ran.out


def figures(db: Path) -> list[dict[str, Any]]:
    """Every figure of tolls --format jsonl, each tally's leading one first."""

    def below(figure: dict[str, Any]) -> list[dict[str, Any]]:
        return [figure, *(one for part in figure["parts"] for one in below(part))]

    found = []
    for row in truce("--db", db, "tolls", "--format", "jsonl").rows:
        found.append({**row, "role": "lead"})
        for name in ("earlier", "beside", "others"):
            found += [one for figure in row[name] for one in below(figure)]
    return found


def sums(rows: list[dict[str, Any]]) -> dict[str, int]:
    counted: Counter[str] = Counter()
    for row in rows:
        counted[row["harm"]] += row["value"] or 0
    return dict(counted)


def test_tidy_is_read_by_pandas_with_the_same_sums(db: Path) -> None:
    pandas = pytest.importorskip("pandas")
    frame = pandas.read_csv(io.StringIO(exported(db, "tidy")), dtype={"value": "Int64", "low": "Int64"})
    known = figures(db)
    assert len(frame) == len(known)
    assert frame.groupby("harm")["value"].sum().to_dict() == sums(known)
    leads = frame[frame["role"] == "lead"]
    assert leads.groupby("harm")["value"].sum().to_dict() == sums([row for row in known if "role" in row])
    assert set(frame["role"]) <= {"lead", "earlier", "beside", "other", "part"}
    parts = frame[frame["role"] == "part"]
    assert set(parts["part_of"]) <= set(frame["id"]), "a part names the row that holds it"
    claims = {row["id"] for row in truce("--db", db, "claims", "--status", "all", "--format", "jsonl").rows}
    assert {one for cell in frame["claims"].dropna() for one in cell.split("; ")} <= claims


LIBHXL = """
import hxl, json, sys
source = hxl.data(sys.argv[1], hxl.InputOptions(allow_local=True)).cache()
rows = [dict(zip(source.display_tags, row.values, strict=True)) for row in source]
print(json.dumps({"tags": source.display_tags, "rows": rows, "valid": source.validate()}))
"""
"""The reader in a process of its own: it warns as it is imported, and leaves files open."""


def test_hxl_is_read_by_libhxl_with_the_same_sums(db: Path, tmp_path: Path) -> None:
    if not find_spec("hxl"):
        pytest.skip("libhxl is not installed")
    file = tmp_path / "toll.csv"
    assert truce("--db", db, "export", "--format", "hxl", "--output", file).code == 0
    ran = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", LIBHXL, file], capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    read = json.loads(ran.stdout)
    assert read["valid"], "its default schema: tags, dates, coordinates"
    wanted = "#affected+killed #affected+injured #date+start #date+reported #adm1+name #geo+lat #geo+lon"
    assert {*wanted.split(), "#meta+source"} <= set(read["tags"])
    known = sums(figures(db))
    for harm in ("killed", "injured"):
        assert sum(int(row[f"#affected+{harm}"] or 0) for row in read["rows"]) == known[harm]
    assert all(row["#meta+source"] for row in read["rows"])


def test_hxl_gives_places_their_coordinates(strike: Path) -> None:
    assert any(",Ganja,Ganja,40.68,46.36," in line for line in exported(strike, "hxl").splitlines())


def test_geojson_is_read_by_its_library(db: Path) -> None:
    geojson = pytest.importorskip("geojson")
    ran = truce("--db", db, "export", "--format", "geojson")
    read = geojson.loads(ran.out)
    assert read.is_valid and read["features"], read.errors()
    timeline = truce("--db", db, "timeline", "--format", "jsonl").rows
    entries = {row["key"]: row for row in timeline if row["kind"] == "violation"}
    killed = 0
    for feature in read["features"]:
        points = feature["geometry"]["coordinates"]
        for lon, lat in [points] if feature["geometry"]["type"] == "Point" else points:
            assert 44 < lon < 51 and 38 < lat < 42, "longitude first"
        known = feature["properties"]
        if known["kind"] == "violation":
            entry = entries.pop(feature["id"])
            assert known["claims"] == entry["claims"] and known["at"] == entry["at"]
            lead = next((toll["value"] for toll in entry["tolls"] if toll["harm"] == "killed"), None)
            assert known["killed"] == lead
            killed += lead or 0
    assert sum(f["properties"]["killed"] or 0 for f in read["features"]) >= killed
    left = [line for line in ran.err.splitlines() if "left out, whose place" in line]
    assert (int(left[0].split()[1]) if left else 0) >= len(entries), "every other accusation is counted"
    assert all((row["place"] or "no place") in left[0] for row in entries.values())


def test_geojson_loses_no_event_without_a_place(ledger: Path) -> None:
    ran = truce("--db", ledger, "export", "--format", "geojson")
    assert "7 events; 2020 Nagorno-Karabakh war" in ran.err
    assert "22 events left out, whose place has no coordinates in the conflict file:" in ran.err
    assert "front line (2)" in ran.err and "no place (5)" in ran.err
    quiet = truce("--db", ledger, "export", "--format", "geojson", "--quiet")
    assert quiet.err == "" and quiet.out == ran.out


def test_rival_figures_of_a_strike_are_told(strike: Path) -> None:
    features = json.loads(exported(strike, "geojson"))["features"]
    ganja = next(f["properties"] for f in features if f["properties"]["places"] == ["Ganja"])
    assert (ganja["killed"], ganja["injured"]) == (13, 52)
    assert {"12 killed", "40 injured"} <= set(ganja["other_figures"])


def test_a_toll_that_no_accusation_carries_is_an_event(tmp_path: Path) -> None:
    claims = tmp_path / "claims.toml"
    claims.write_text(
        '[[claim]]\nkind = "toll"\nref = "a"\nharm = "killed"\nvalue = 5\nvictims = "civilian"\n'
        'side = "azerbaijani"\nmeasure = "incident"\nas_of = 2020-10-17\nplace = "Ganja"\n'
        'claimant = "=HYPERLINK(1)"\nclaimant_side = "third"\n'
    )
    db = tmp_path / "truce.db"
    ran = truce("--db", db, "ingest", claims, "--conflict", "nagorno-karabakh-2020")
    assert ran.code == 0, ran.err
    features = json.loads(exported(db, "geojson"))["features"]
    assert [(f["properties"]["kind"], f["properties"]["killed"]) for f in features] == [("toll", 5)]
    assert features[0]["geometry"] == {"type": "Point", "coordinates": [46.36, 40.68]}
    assert "'=HYPERLINK(1)" in exported(db, "tidy") and "'=HYPERLINK(1)" in exported(db, "hxl")


def tables(text: str) -> list[list[list[str]]]:
    """The tables of a Markdown text, by rows and cells, as a reader of the format sees them."""
    from markdown_it import MarkdownIt

    found: list[list[list[str]]] = []
    inside = False
    for token in MarkdownIt().enable("table").parse(text):
        inside = token.type == "table_open" or (inside and token.type != "table_close")
        if token.type == "table_open":
            found.append([])
        elif token.type == "tr_open":
            found[-1].append([])
        elif token.type == "inline" and inside:
            words = "".join(c.content for c in token.children or () if c.type in ("text", "text_special"))
            found[-1][-1].append(words.replace("\xa0", " ").strip())
    return found


def test_the_briefing_is_markdown_with_the_figures(db: Path) -> None:
    text = exported(db, "md")
    losses = tables(text)[0]
    assert losses[0][:2] == ["Losses", "Figure"] and {len(row) for row in losses} == {len(losses[0])}
    shown = Counter(row[1] for row in losses[1:] if row[1] not in ("", "—"))
    assert shown == Counter(row["text"] for row in figures(db))
    used = {document for row in figures(db) for document in row["documents"]}
    sources = text.split("## Sources")[1]
    assert used and all(f"`{document[:12]}`" in sources for document in used)
    assert "window 2020-09-27 to 2020-11-10" in text


def test_clocks_are_for_the_field_alone(ledger: Path) -> None:
    early = exported(ledger, "tidy", "--known-on", "2020-10-12", "--status", "accepted")
    assert "974" not in early and "armenian/military/killed" in early
    one = exported(ledger, "md", "--truce", "oct-18")
    assert "oct-18" in one and "oct-26" not in one
    for args, said in (
        (
            ("--format", "csv", "--as-of", "2020-10-12"),
            "a csv export holds everything; ask tidy, hxl, geojson, md for a part",
        ),
        (("--format", "geojsn"), "did you mean geojson?"),
        (("--format", "md", "--truce", "oct-11"), "did you mean oct-10"),
        (("--bundle", "x", "--as-of", "2020-10-12"), "--bundle writes its own files"),
    ):
        ran = truce("--db", ledger, "export", *args)
        assert ran.code == 2 and said in ran.err and ran.out == ""


def test_the_format_is_told_by_the_file(ledger: Path, tmp_path: Path) -> None:
    for name in ("a.geojson", "b.md"):
        assert truce("--db", ledger, "export", "--output", tmp_path / name).code == 0
        assert (tmp_path / name).read_text() == exported(ledger, name.split(".")[1])


def test_western_longitudes_stay_numbers() -> None:
    from truce_cli.render.cells import spreadsheet_cell

    assert spreadsheet_cell(-70.5) == "-70.5"
