"""Ingest of claims files: stable ids, quotes checked, documents that come later, decisions that stay."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from truce_cli.model.identity import curated_id
from truce_cli.model.record import replace
from truce_cli.store.ledger import Ledger
from truce_cli.store.log import first_break
from truce_cli.store.records import Judgement
from truce_cli.workflow.report import IngestReport

TOLL = """
[[claim]]
ref = "askerby"
kind = "toll"
document = "monday.txt"
quote = "12 people were killed"
claimant_slug = "norvian-ministry"
harm = "killed"
value = 12
side = "norvian"
measure = "incident"
"""
ASKERBY = curated_id("toll", "norvia-2031", "askerby")


def claims(text: str, path: str = "docs/claims.toml") -> None:
    Path(path).write_text(text)


def counts(report: IngestReport) -> dict[str, int]:
    names = (
        "stored",
        "unchanged",
        "refused",
        "added",
        "changed",
        "same",
        "claims_refused",
        "anchored",
        "unanchored",
    )
    return {name: getattr(report, name) for name in names if getattr(report, name)}


def decide(claim: str, field: str, old: str, new: str, column: str) -> None:
    """What a reviewing command would do."""
    with Ledger.writing(Path("truce.db")) as ledger:
        kept = ledger.kept([claim])[claim]
        with ledger.transaction():
            ledger.judge(
                [
                    Judgement(
                        at="2031-06-05T00:00:00Z",
                        curator="ben",
                        command="edit",
                        subject=claim,
                        action="edit",
                        field=field,
                        old=old,
                        new=new,
                    )
                ]
            )
            ledger.put_claims([replace(kept, claim=replace(kept.claim, **{field: column}))])


def test_a_curated_claim_finds_its_words_and_leads_the_proposal(run, opened) -> None:
    claims(TOLL)
    report = run()
    assert counts(report) == {"stored": 4, "added": 1}
    assert report.bound == 1
    with opened() as ledger:
        claim = ledger.claim_by_prefix("askerby")
        document = ledger.document("docs/monday.txt")
        assert claim.id == ASKERBY
        assert (claim.status, claim.entry, claim.document) == ("accepted", "curated", document.card.id)
        assert document.text[claim.start : claim.end] == claim.quote == "12 people were killed"
        assert [claim.value for claim in ledger.claims()] == [12, 3, 7]
        assert [claim.value for claim in ledger.claims(bound=True)] == [12, 12, 3, 7]
        kept = ledger.kept([ASKERBY])[ASKERBY]
        assert (kept.source_file, kept.source_line) == ("docs/claims.toml", 2)


def test_an_unchanged_file_is_not_read_again(run) -> None:
    claims(TOLL)
    run()
    assert counts(run()) == {"unchanged": 4, "same": 1}
    os.utime("docs/claims.toml", ns=(1, 1))
    assert counts(run()) == {"unchanged": 4, "same": 1}


def test_an_edited_claim_is_changed_never_doubled(run, opened) -> None:
    claims(TOLL)
    run()
    claims("\n\n" + TOLL.replace("value = 12", 'value = 12\nplace = "Askerby"\nvictims = "civilian"'))
    assert counts(run()) == {"stored": 1, "unchanged": 3, "changed": 1}
    with opened() as ledger:
        assert [claim.place for claim in ledger.claims() if claim.entry == "curated"] == ["Askerby"]
        assert ledger.kept([ASKERBY])[ASKERBY].source_line == 4
        log = [
            (row.judgement.action, row.judgement.field, row.judgement.old, row.judgement.new)
            for row in ledger.log()
        ]
        assert log == [
            ("add", None, None, None),
            ("change", "victims", '"any"', '"civilian"'),
            ("change", "place", "null", '"Askerby"'),
        ]
        assert first_break(ledger.log()) is None


def test_a_moved_claim_is_the_same(run, opened) -> None:
    claims(TOLL)
    run()
    claims("# a comment\n" + TOLL)
    assert counts(run()) == {"unchanged": 4, "same": 1}
    with opened() as ledger:
        assert ledger.kept([ASKERBY])[ASKERBY].source_line == 3
        assert len(ledger.log()) == 1


@pytest.mark.parametrize(
    ("quote", "problem"),
    [
        ("13 people were killed", "docs/claims.toml:2: its quote is not in "),
        ("people were killed", "docs/claims.toml:2: its quote stands 2 times in "),
    ],
)
def test_a_quote_must_stand_once(run, quote: str, problem: str) -> None:
    claims(TOLL.replace("12 people were killed", quote))
    report = run()
    assert counts(report) == {"stored": 3, "refused": 1, "claims_refused": 1}
    assert len(report.refusals) == 1 and str(report.refusals[0]).startswith(problem)
    assert "(docs/monday.txt)" in str(report.refusals[0])
    # Said again as long as it stands, and mended by an edit.
    assert counts(run()) == {"unchanged": 3, "refused": 1, "claims_refused": 1}
    claims(TOLL)
    assert counts(run()) == {"stored": 1, "unchanged": 3, "added": 1}


def test_one_bad_claim_leaves_the_others(run) -> None:
    claims(TOLL + TOLL.replace("askerby", "other").replace("12 people", "99 people"))
    report = run()
    assert counts(report) == {"stored": 4, "added": 1, "claims_refused": 1}
    assert counts(run()) == {"unchanged": 4, "same": 1, "claims_refused": 1}


def test_a_claim_waits_for_its_document(run, opened) -> None:
    monday = Path("docs/monday.txt")
    text = monday.read_text()
    monday.unlink()
    claims(TOLL)
    assert counts(run()) == {"stored": 3, "added": 1, "unanchored": 1}
    with opened() as ledger:
        kept = ledger.unanchored()[0]
        assert (kept.claim.document, kept.claim.start, kept.document_ref) == (None, None, "monday.txt")
        assert ledger.claims()[-1].id == ASKERBY
    assert counts(run()) == {"unchanged": 3, "same": 1, "unanchored": 1}
    monday.write_text(text)
    report = run()
    assert counts(report) == {"stored": 1, "unchanged": 3, "same": 1, "anchored": 1}
    assert report.bound == 1
    with opened() as ledger:
        claim = ledger.claim_by_prefix(ASKERBY)
        assert ledger.document("docs/monday.txt").text[claim.start : claim.end] == claim.quote
        assert ledger.log()[-1].judgement.action == "anchored"
    assert counts(run()) == {"unchanged": 4, "same": 1}


def test_a_document_that_comes_without_the_quote_is_told(run) -> None:
    monday = Path("docs/monday.txt")
    monday.unlink()
    claims(TOLL)
    run()
    monday.write_text("Norvia says nothing of its dead on this page.\n")
    report = run()
    assert counts(report) == {"stored": 1, "unchanged": 3, "same": 1, "unanchored": 1}
    assert report.notes[0].startswith(
        f"docs/claims.toml:2: {ASKERBY} waits for its document: its quote is not in "
    )


@pytest.mark.parametrize(
    "reference", ["docs/monday.txt", "monday.txt", "./monday.txt", "Norvia counts", "SHA"]
)
def test_a_document_may_be_named_in_many_ways(run, reference: str) -> None:
    run()
    if reference == "SHA":
        with Ledger.reading(Path("truce.db")) as ledger:
            reference = ledger.card("docs/monday.txt").id[:10]
    claims(TOLL.replace('"monday.txt"', f'"{reference}"'))
    assert counts(run()) == {"stored": 1, "unchanged": 3, "added": 1}


def test_a_title_that_several_documents_bear_is_refused_unless_the_quote_tells(run) -> None:
    Path("docs/wednesday.txt").write_text(
        "Norvia counts its dead again\n\nHALDEN, June 4, 2031 - Norvia said nothing of Sudland today.\n"
    )
    claims(TOLL.replace('"monday.txt"', '"Norvia counts"'))
    assert counts(run()) == {"stored": 5, "added": 1}
    claims(TOLL.replace('"monday.txt"', '"Norvia counts"').replace("12 people were killed", "Norvia"))
    report = run()
    assert counts(report) == {"unchanged": 4, "refused": 1, "claims_refused": 1}
    assert str(report.refusals[0]).startswith("docs/claims.toml:2: document 'Norvia counts' could be ")
    assert str(report.refusals[0]).endswith("; name it by its sha256")


def test_a_claim_keeps_its_document_when_the_page_changes(run, opened) -> None:
    claims(TOLL)
    run()
    with opened() as ledger:
        first = ledger.claim_by_prefix("askerby").document
    Path("docs/monday.txt").write_text(
        "Norvia, updated: 12 people were killed near Askerby; Sudland denied it.\n"
    )
    claims(TOLL.replace("value = 12", 'value = 12\nplace = "Askerby"'))
    assert counts(run()) == {"stored": 2, "unchanged": 2, "changed": 1}
    with opened() as ledger:
        assert ledger.claim_by_prefix("askerby").document == first


def test_claims_name_one_another_by_ref_across_files(run, opened) -> None:
    part = (
        TOLL.replace("askerby", "road")
        .replace("12", "3")
        .replace("value = 3", 'value = 3\nsubset_of = "askerby"')
    )
    denial = """
[[claim]]
ref = "denial"
kind = "denial"
document = "monday.txt"
quote = "Sudland denied that its troops had fired"
claimant = "Sudland"
claimant_side = "sudlander"
denies = "{}"
"""
    claims(part + denial.format("askerby"), "docs/a.toml")
    claims(TOLL, "docs/b.toml")
    assert counts(run()) == {"stored": 5, "added": 3}
    with opened() as ledger:
        assert ledger.claim_by_prefix("road").subset_of == ASKERBY
        assert ledger.claim_by_prefix("denial").denies == ASKERBY
    claims(denial.format("nothing"), "docs/c.toml")
    report = run()
    assert counts(report)["claims_refused"] == 1
    assert "denies: " in str(report.refusals[0]) and "neither the id nor the ref" in str(report.refusals[0])


def test_a_claim_may_name_one_that_came_before(run, opened) -> None:
    claims(TOLL)
    run()
    part = (
        TOLL.replace("askerby", "road").replace("12", "3").replace("value = 3", 'value = 3\nsubset_of = "{}"')
    )
    for reference in ("askerby", ASKERBY):
        claims(part.format(reference), "docs/part.toml")
        assert "claims_refused" not in counts(run())
        with opened() as ledger:
            assert ledger.claim_by_prefix("road").subset_of == ASKERBY


def test_the_same_claim_in_two_files_is_one(run) -> None:
    claims(TOLL)
    claims(TOLL, "docs/copy.toml")
    assert counts(run()) == {"stored": 4, "unchanged": 1, "added": 1, "same": 1}
    claims(TOLL.replace("value = 12", 'value = 12\nplace = "Halden"'), "docs/copy.toml")
    claims(TOLL.replace("value = 12", 'value = 12\nplace = "Askerby"'))
    report = run()
    assert counts(report) == {"stored": 1, "unchanged": 3, "refused": 1, "changed": 1, "claims_refused": 1}
    assert str(report.refusals[0]) == (
        "docs/copy.toml:2: another claim under the same id stands at docs/claims.toml:2; "
        "give this one its own ref"
    )


def test_a_decision_outlives_its_file(run, opened) -> None:
    claims(TOLL)
    run()
    decide(ASKERBY, "status", '"accepted"', '"rejected"', "rejected")
    claims(TOLL.replace("value = 12", 'value = 12\nplace = "Askerby"'))
    report = run()
    assert counts(report) == {"stored": 1, "unchanged": 3, "changed": 1}
    assert report.notes == (f"docs/claims.toml:2: status of {ASKERBY} was decided here and stays",)
    with opened() as ledger:
        claim = ledger.claim_by_prefix(ASKERBY)
        assert (claim.status, claim.place) == ("rejected", "Askerby")


def test_sources_and_documents_elsewhere(run, opened) -> None:
    claims(
        """
[[source]]
slug = "hill-watch"
name = "Hill Watch"
kind = "monitor"

[[document]]
title = "Hill Watch, weekly bulletin 7"
url = "https://hillwatch.example/7"
published = 2031-06-01

[[claim]]
ref = "bulletin"
kind = "toll"
document = "https://hillwatch.example/7"
quote = "at least 20 dead"
claimant_slug = "hill-watch"
harm = "killed"
value = 20
side = "norvian"
measure = "cumulative"
"""
    )
    assert counts(run()) == {"stored": 4, "added": 1, "unanchored": 1}
    claims(TOLL.replace("norvian-ministry", "hill-watch"), "docs/more.toml")
    assert counts(run()) == {"stored": 1, "unchanged": 4, "added": 1, "same": 1, "unanchored": 1}
    with opened() as ledger:
        assert [actor.slug for actor in ledger.actors()] == ["hill-watch"]
        claim = ledger.claim_by_prefix("bulletin")
        card = ledger.card("https://hillwatch.example/7")
        assert (claim.document, claim.start, card.published) == (card.id, None, "2031-06-01")
        assert ledger.counts().elsewhere == 1


def test_a_claims_file_alone_tells_the_conflict_only_with_help(run) -> None:
    claims(TOLL)
    report = run("docs/claims.toml", conflict="docs/conflict.toml")
    assert counts(report) == {"stored": 1, "added": 1, "unanchored": 1}


def test_a_file_whose_claims_are_all_refused_makes_no_ledger(run) -> None:
    claims('[[claim]]\nkind = "tol"\n')
    report = run("docs/claims.toml", conflict="docs/conflict.toml")
    assert counts(report) == {"refused": 1, "claims_refused": 1}
    assert str(report.refusals[0]).startswith("docs/claims.toml:2")
    assert not Path("truce.db").exists()
