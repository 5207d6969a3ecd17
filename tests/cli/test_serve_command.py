"""truce serve: a real server on this machine, asked as a browser asks, stopped at the end."""

from __future__ import annotations

import json
import re
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import pytest
from truce_runner import DATA, TRUCE, environment, truce

pytest.importorskip("datasette", reason="the extra serve is not installed")
WITHOUT = """
import sys
sys.modules["datasette"] = None
from truce_cli.cli.app import main
sys.argv = ["truce", *sys.argv[1:]]
main()
"""


@contextmanager
def served(ledger: Path, *more: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """The address of a server of this ledger."""
    with subprocess.Popen(
        [*TRUCE, "--db", str(ledger), "serve", "--port", "0", *more],
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        text=True,
        env=environment(),
    ) as process:
        try:
            assert process.stderr
            line = process.stderr.readline()
            found = re.search(r"http://127\.0\.0\.1:\d+", line)
            assert found, line
            yield found[0], process
        finally:
            process.kill()


@pytest.fixture(scope="module")
def address(ledger: Path) -> Iterator[str]:
    with served(ledger) as (found, _):
        yield found


def asked(url: str, **headers: str) -> tuple[int, str]:
    request = urllib.request.Request(url, headers=headers)
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            return int(answer.status), answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def rows(address: str, query: str, **values: str) -> list[dict[str, object]]:
    words = "&".join(f"{name}={quote(value)}" for name, value in values.items())
    status, text = asked(f"{address}/ledger/{query}.json?_shape=array&{words}")
    assert status == 200, text
    found: list[dict[str, object]] = json.loads(text)
    return found


def test_the_report_is_at_the_front_door(address: str, ledger: Path) -> None:
    status, text = asked(f"{address}/")
    assert status == 200 and '<a href="/ledger">Browse the ledger</a>' in text
    assert (
        text.replace('<li><a href="/ledger">Browse the ledger</a></li>', "")
        == truce("--db", ledger, "report", "-").out
    )


def test_tables_have_titles_facets_search_and_labels(address: str) -> None:
    status, text = asked(f"{address}/ledger")
    assert status == 200 and "Rows here are claims" in text and "/ledger/violation_claims" in text
    found = json.loads(asked(f"{address}/ledger/claims.json?_labels=on&_size=3&kind=toll")[1])
    assert set(found["facet_results"]) >= {"kind", "status", "side", "harm", "claimant_side"}
    label = found["rows"][0]["document_id"]["label"]
    assert label == "Karabakh truce: both armies report attacks in the first hours"
    assert (
        json.loads(asked(f"{address}/ledger/documents.json?_search=Geranboy")[1])["filtered_table_rows_count"]
        == 1
    )
    assert (
        json.loads(asked(f"{address}/ledger/claims.json?_search=pipelines")[1])["filtered_table_rows_count"]
        >= 1
    )


def test_ready_questions_answer(address: str) -> None:
    from truce_cli.store.browsing import QUERIES

    for name in QUERIES:
        assert asked(f"{address}/ledger/{name}")[0] == 200
    series = rows(address, "series", side="armenian", victims="military", harm="killed")
    assert [row["value"] for row in series] == [376, 376, 710, 710, 974]
    assert len(rows(address, "silences")) == 2
    assert {row["truce"] for row in rows(address, "timeline", truce="oct-18")} == {"oct-18"}
    assert len(rows(address, "claims_about", kind="denial", side="")) == 5
    assert "[Geranboy]" in str(rows(address, "search", words="Geranboy")[0]["words"])
    assert rows(address, "search", words='" *') == []
    assert len(rows(address, "decisions_on", subject="")) > 100


@pytest.mark.parametrize(
    "sql",
    ["DELETE FROM claims", "PRAGMA query_only=OFF", "ATTACH 'x.db' AS x", "UPDATE claims SET value = 0"],
)
def test_nothing_can_be_written(address: str, ledger: Path, sql: str) -> None:
    before = ledger.read_bytes()
    assert asked(f"{address}/ledger?sql={quote(sql)}")[0] in (400, 403)
    assert ledger.read_bytes() == before


def test_the_file_itself_is_not_given_away(address: str) -> None:
    assert asked(f"{address}/ledger.db")[0] in (403, 404)


def test_only_this_machines_names_are_answered(address: str) -> None:
    port = address.rpartition(":")[2]
    assert asked(f"{address}/", Host=f"localhost:{port}")[0] == 200
    for host in ("evil.example", f"evil.example:{port}", "127.0.0.1", ""):
        assert asked(f"{address}/ledger", Host=host)[0] == 400


def test_it_listens_on_loopback_alone(address: str) -> None:
    port = int(address.rpartition(":")[2])
    own = socket.gethostbyname(socket.gethostname())
    if own.startswith("127."):
        pytest.skip("this machine has no other address")
    with pytest.raises(OSError), socket.create_connection((own, port), timeout=2):
        pass


def test_the_report_follows_the_ledger(tmp_path: Path) -> None:
    db = tmp_path / "truce.db"
    first, second = sorted((DATA / "docs").glob("*.txt"))[:2]
    assert truce("--db", db, "ingest", "--conflict", "nagorno-karabakh-2020", first).code == 0
    with served(db, "--title", "Two days") as (address, _):
        assert "1 document · " in (text := asked(f"{address}/")[1]) and ">Two days</h1>" in text
        assert truce("--db", db, "ingest", second).code == 0, "a reader keeps no writer out"
        assert "2 documents · " in asked(f"{address}/")[1]


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_it_ends_when_it_is_told_to(ledger: Path, number: int, code: int) -> None:
    with served(ledger) as (address, process):
        assert asked(f"{address}/-/versions.json")[0] == 200
        process.send_signal(number)
        ended = time.monotonic() + 30
        while process.poll() is None and time.monotonic() < ended:
            time.sleep(0.05)
        assert process.returncode in (code, -number)
        assert process.stderr and "Traceback" not in process.stderr.read()


@pytest.mark.parametrize(
    ("sql", "what"),
    [
        ("CREATE VIEW zz AS SELECT load_extension('x')", "view that is not truce's, 'zz'"),
        ("CREATE TRIGGER tt AFTER INSERT ON files BEGIN SELECT 1; END", "trigger that is not truce's, 'tt'"),
        ("CREATE VIRTUAL TABLE vv USING fts5(x)", "table that is not truce's, 'vv'"),
    ],
)
def test_a_ledger_with_views_of_its_own_is_refused(ledger: Path, tmp_path: Path, sql: str, what: str) -> None:
    copy = tmp_path / "truce.db"
    copy.write_bytes(ledger.read_bytes())
    conn = sqlite3.connect(copy)
    conn.executescript(sql)
    conn.close()
    before = copy.read_bytes()
    ran = truce("--db", copy, "serve", "--port", "0")
    assert ran.code == 10 and what in ran.err and ran.err.count("\n") == 1
    assert "which could run as it is read; drop it, or serve a backup made before it" in ran.err
    assert copy.read_bytes() == before


def test_a_ledger_whose_views_say_something_else_is_refused(ledger: Path, tmp_path: Path) -> None:
    copy = tmp_path / "truce.db"
    copy.write_bytes(ledger.read_bytes())
    conn = sqlite3.connect(copy)
    conn.executescript("DROP VIEW sources; CREATE VIEW sources AS SELECT 1")
    conn.close()
    ran = truce("--db", copy, "serve", "--port", "0")
    assert ran.code == 10 and "has been altered: its tables are not those of truce" in ran.err


def test_without_the_extra_it_says_what_to_install(ledger: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", WITHOUT, "--db", str(ledger), "serve", "--port", "0"],
        capture_output=True,
        text=True,
        env=environment(),
        check=False,
    )
    assert ran.returncode == 2
    assert ran.stderr == "truce: truce serve needs Datasette; pip install 'truce-cli[serve]'\n"


def test_a_port_that_is_taken(ledger: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        ran = truce("--db", ledger, "serve", "--port", port)
    assert (
        ran.code == 2
        and f"port {port} cannot be opened: " in ran.err
        and "name another with --port" in ran.err
    )


def test_a_path_that_sqlite_would_misread(ledger: Path, tmp_path: Path) -> None:
    odd = tmp_path / "a?b.db"
    odd.write_bytes(ledger.read_bytes())
    ran = truce("--db", odd, "serve", "--port", "0")
    assert ran.code == 2 and "cannot be served: its path holds ?, # or %; rename it" in ran.err
