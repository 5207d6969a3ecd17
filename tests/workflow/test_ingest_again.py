"""Reading everything again: claims move by id, decisions stay with them."""

from __future__ import annotations

from pathlib import Path

import pytest

from truce_cli.extract import engine, version
from truce_cli.model.claim import Claim
from truce_cli.model.record import replace
from truce_cli.store.ledger import Ledger
from truce_cli.store.records import Judgement


def judged(claim: Claim, field: str, new: str, json: str) -> None:
    with Ledger.writing(Path("truce.db")) as ledger:
        kept = ledger.kept([claim.id])[claim.id]
        with ledger.transaction():
            ledger.judge(
                [
                    Judgement(
                        at="2031-06-05T00:00:00Z",
                        curator="ben",
                        command="accept",
                        subject=claim.id,
                        action="edit",
                        field=field,
                        new=json,
                    )
                ]
            )
            ledger.put_claims([replace(kept, claim=replace(kept.claim, **{field: new}))])


def test_better_rules_keep_ids_and_decisions(run, opened, monkeypatch: pytest.MonkeyPatch) -> None:
    run()
    with opened() as ledger:
        twelve, three, _ = ledger.claims()
    judged(twelve, "status", "accepted", '"accepted"')
    judged(twelve, "place", "Askerby", '"Askerby"')
    old = engine.extract

    def better(document, conflict):
        return tuple(
            replace(claim, victims="civilian", start=claim.start - 1, quote=None)
            for claim in old(document, conflict)
            if claim.value != 3
        )

    monkeypatch.setattr(engine, "extract", better)
    monkeypatch.setattr(version, "RULES_VERSION", 99)
    report = run(again=True)
    assert (report.reread, report.proposed, report.withdrawn, report.lost) == (2, 0, 1, ())
    assert report.unchanged == 3
    with opened() as ledger:
        now = ledger.kept([twelve.id])[twelve.id]
        assert now.rules_version == 99
        assert (now.claim.status, now.claim.place, now.claim.victims) == ("accepted", "Askerby", "civilian")
        assert ledger.kept([three.id]) == {}
        assert [claim.value for claim in ledger.claims()] == [12, 7]
        assert len(ledger.log()) == 2


def test_a_judged_claim_that_is_no_longer_proposed_is_kept_and_told(
    run, opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    run()
    with opened() as ledger:
        twelve, *_ = ledger.claims()
    judged(twelve, "status", "accepted", '"accepted"')
    monkeypatch.setattr(engine, "extract", lambda document, conflict: ())
    report = run(again=True)
    assert (report.withdrawn, report.lost) == (2, (twelve.id,))
    with opened() as ledger:
        assert [claim.id for claim in ledger.claims()] == [twelve.id]
        assert ledger.claims()[0].start == twelve.start


def test_again_needs_no_files(run, opened) -> None:
    run()
    with opened() as ledger:
        before = (ledger.cards(), ledger.claims(), ledger.held())
    for name in ("monday.txt", "tuesday.txt", "conflict.toml"):
        Path("docs", name).unlink()
    report = run("docs", again=True)
    assert (report.found, report.reread, report.proposed, report.withdrawn) == (0, 2, 0, 0)
    with opened() as ledger:
        assert (ledger.cards(), ledger.claims(), ledger.held()) == before


def test_a_given_date_outlives_reading_again(run, opened) -> None:
    run("docs/conflict.toml")
    run("-", stdin=b"In Norvia 4 people were killed.", published="2031-06-05", outlet="The Norvian")
    run("docs/conflict.toml", again=True)
    with opened() as ledger:
        card = ledger.cards()[0]
        assert (card.published, card.published_basis, card.outlet) == ("2031-06-05", "given", "The Norvian")


def test_a_damaged_original_is_told_and_the_rest_read(run) -> None:
    run()
    with Ledger.writing(Path("truce.db")) as ledger, ledger.transaction():
        ledger._run("UPDATE originals SET zlib = x'00' WHERE document_id = 1")
    report = run(again=True)
    assert report.reread == 1
    assert "is damaged" in str(report.refusals[0])
