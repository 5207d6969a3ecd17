"""truce show: a claim in its context, a document with its claims."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from truce_runner import truce


@pytest.fixture(scope="module")
def claims(ledger: Path) -> list[dict[str, object]]:
    return [
        row for row in truce("--db", ledger, "claims", "--format", "jsonl").rows if row["start"] is not None
    ]


def test_a_claim_is_shown_by_its_shortest_prefix(ledger: Path, claims: list[dict[str, object]]) -> None:
    table = truce("--db", ledger, "claims", "--limit", "5", "--quiet").out.splitlines()
    short = [line.split()[0] for line in table[1:]]
    assert all(len(prefix) < 18 for prefix in short)
    for prefix, row in zip(short, claims, strict=False):
        shown = truce("--db", ledger, "show", prefix)
        assert shown.code == 0 and str(row["id"]) in shown.out


def test_the_quote_is_set_off_in_its_context(ledger: Path, claims: list[dict[str, object]]) -> None:
    for row in claims[:5]:
        text = truce("--db", ledger, "show", str(row["id"])).out
        marked = text[text.index(">>>") + 3 : text.index("<<<")]
        assert marked.split() == str(row["quote"]).split()
        shown = json.loads(truce("--db", ledger, "show", str(row["id"]), "--format", "json").out)
        assert str(row["quote"]) in shown["context"]


def test_a_document_is_shown_by_hash_path_or_title(ledger: Path, claims: list[dict[str, object]]) -> None:
    documents = truce("--db", ledger, "documents", "--format", "jsonl").rows
    row = next(row for row in documents if row["path"] and row["claims"])
    for name in (row["id"], row["id"][:12], row["path"], Path(row["path"]).name, row["title"]):
        shown = json.loads(truce("--db", ledger, "show", name, "--format", "json").out)
        assert shown["id"] == row["id"]
    held = [claim for claim in shown["claims"] if claim["start"] is not None]
    assert held and all(shown["text"][c["start"] : c["end"]] == c["quote"] for c in held)
    assert ">>>" in truce("--db", ledger, "show", row["id"]).out


def test_an_unclear_prefix_names_what_it_could_be(ledger: Path) -> None:
    ran = truce("--db", ledger, "show", "t-")
    assert ran.code == 2 and "add a digit" in ran.err
