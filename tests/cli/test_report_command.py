"""truce report through the real program: one whole page, the same for the same ledger, or nothing."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

import pytest
from truce_runner import truce

from truce_cli.render.report.markup import anchor


@pytest.fixture(scope="module")
def html(ledger: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("report") / "toll.html"
    ran = truce("--db", ledger, "report", path)
    assert (ran.code, ran.out) == (0, "") and ran.err == f"truce: wrote {path}\n"
    return path.read_text(encoding="utf-8")


def rows_of_tolls(ledger: Path, *asked: str) -> list[dict[str, object]]:
    """What `truce tolls` prints, without the claims behind it."""
    beyond = {"earlier", "beside", "others", "claims", "claims_total", "documents", "claimant_side"}
    rows = truce("--db", ledger, "tolls", *asked, "--format", "jsonl").rows
    return [{key: value for key, value in row.items() if key not in beyond} for row in rows]


def test_it_tells_what_tolls_tells(ledger: Path, html: str) -> None:
    held = re.search(r'<script type="application/json" id="figures">(.*?)</script>', html, re.DOTALL)
    assert held
    assert json.loads(held[1])["tolls"] == rows_of_tolls(ledger)
    for row in truce("--db", ledger, "tolls", "--format", "jsonl").rows:
        assert f'<details id="tally/{row["key"]}">' in html


def test_each_tree_is_the_one_that_why_prints(ledger: Path, html: str) -> None:
    """Every line of the terminal's tree stands in the page's, in order."""
    for row in truce("--db", ledger, "tolls", "--format", "jsonl").rows:
        body = html.split(f'<details id="tally/{row["key"]}">')[1]
        told = (
            " ".join(re.sub(r"<[^>]+>", " ", body).split())
            .replace("&#x27;", "'")
            .replace(" :", ":")
            .replace(" ;", ";")
        )
        lines = truce("--db", ledger, "why", row["key"]).out.splitlines()[2:]
        for line in lines:
            words = " ".join(line.strip(" ├└─│").removesuffix(" (told above)").split()).replace("&", "&amp;")
            assert words.replace(">", "&gt;").replace('"', "&quot;") in told, line


def test_every_entry_of_every_truce_is_there(ledger: Path, html: str) -> None:
    for entry in truce("--db", ledger, "timeline", "--format", "jsonl").rows:
        assert html.count(f'<details id="{anchor("entry", entry["key"])}">') == 1


def test_its_footer_names_the_ledger_and_the_same_ledger_gives_the_same_page(ledger: Path, html: str) -> None:
    assert f"sha256 {hashlib.sha256(ledger.read_bytes()).hexdigest()}" in html
    assert truce("--db", ledger, "report", "-").out == html


def test_the_clocks_are_those_of_tolls(ledger: Path) -> None:
    asked = ("--as-of", "2020-10-14", "--known-on", "2020-10-20")
    html = truce("--db", ledger, "report", "-", *asked, "--title", "Three weeks").out
    held = re.search(r'<script type="application/json" id="figures">(.*?)</script>', html, re.DOTALL)
    assert held
    assert json.loads(held[1])["tolls"] == rows_of_tolls(ledger, *asked)
    assert (
        "<title>Three weeks</title>" in html and "as of 14 October 2020, as known on 20 October 2020" in html
    )
    bare = truce("--db", ledger, "report", "-", "--status", "candidate").out
    assert "Nothing is claimed." in bare


def test_sums_of_ours_stand_only_where_they_are_asked_for(ledger: Path, html: str) -> None:
    assert "derived: a sum or difference of ours" not in html
    assert "derived: a sum or difference of ours" in truce("--db", ledger, "report", "-", "--derived").out


def test_a_page_is_written_again_but_nothing_else_is_written_over(ledger: Path, tmp_path: Path) -> None:
    page = tmp_path / "toll.html"
    for _ in range(2):
        assert truce("--db", ledger, "report", page).code == 0
    article = tmp_path / "article.html"
    article.write_text("<html>evidence</html>")
    ran = truce("--db", ledger, "report", article)
    assert ran.code == 2 and "is no page of truce; name another file" in ran.err
    assert article.read_text() == "<html>evidence</html>"
    before = ledger.read_bytes()
    assert truce("--db", ledger, "report", ledger).code == 2
    assert ledger.read_bytes() == before


def test_a_page_that_cannot_be_written_leaves_nothing(ledger: Path, tmp_path: Path) -> None:
    ran = truce("--db", ledger, "report", tmp_path / "no" / "toll.html")
    assert ran.code == 74 and ran.err.count("\n") == 1
    assert not list(tmp_path.iterdir())


def test_without_a_ledger_it_says_so(tmp_path: Path) -> None:
    ran = truce("report", "toll.html", cwd=tmp_path)
    assert ran.code == 10 and "no ledger at truce.db" in ran.err
    assert not list(tmp_path.iterdir())
