"""Everything out and in again: the same tolls and timeline, byte for byte; a bundle that others can verify."""

from __future__ import annotations

import io
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest
from counting import count
from curating import DB, claim, claims, log, who
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from truce_cli.model import words
from truce_cli.model.claim import Claim
from truce_cli.model.document import Card
from truce_cli.model.fields import FIELDS
from truce_cli.model.finding import Question
from truce_cli.render.exports import FORMS, export_lines
from truce_cli.render.formats import write_rows
from truce_cli.render.rows import TIMELINE_ROW, TOLL_ROW, timeline_row, toll_row
from truce_cli.store.ledger import Ledger
from truce_cli.store.log import decided, standing
from truce_cli.store.records import ConflictFile, Kept
from truce_cli.workflow import query
from truce_cli.workflow.backup import backup
from truce_cli.workflow.binding import rebind
from truce_cli.workflow.bundle import bundle
from truce_cli.workflow.check import check
from truce_cli.workflow.decide import accept, reject, retract
from truce_cli.workflow.edit import edit
from truce_cli.workflow.export import everything
from truce_cli.workflow.ingest import ingest
from truce_cli.workflow.judgements import judge
from truce_cli.workflow.undo import undo

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = ROOT / "data" / "nagorno-karabakh-2020"
NOW = "2031-06-06T08:00:00Z"


def printed(db: Path) -> str:
    """What tolls and timeline print, as JSON lines."""
    out = io.StringIO()
    for truce in (None, *(one.slug for one in query.truces(db, Question()).conflict.truces)):
        table = query.tolls(db, Question(truce=truce, derived=True)).table
        write_rows(map(toll_row, table.rows), TOLL_ROW, "jsonl", out)
        out.write(f"{table.left_out} {[problem.text for problem in table.problems]}\n")
        entries = query.timeline(db, Question(truce=truce, kinds=())).timeline.entries
        write_rows(map(timeline_row, entries), TIMELINE_ROW, "jsonl", out)
    return out.getvalue()


def exported(db: Path, form: str) -> Path:
    path = Path(f"export.{form}")
    path.write_text("".join(export_lines(everything(db), form)), encoding="utf-8", newline="")
    return path


def taken_in(path: Path, db: Path) -> None:
    db.unlink(missing_ok=True)
    report = ingest([str(path)], db, curator="cy", now=NOW)
    assert report.refusals == () and report.adds_up, report.refusals


@pytest.mark.parametrize("form", FORMS)
def test_the_shipped_data_come_back_as_they_were(form: str) -> None:
    ingest([str(SHIPPED)], DB, curator="ana", now=NOW)
    _decide_all_sorts()
    taken_in(exported(DB, form), Path("copy.db"))
    assert printed(Path("copy.db")) == printed(DB)
    assert claims(Path("copy.db"), bound=True) == claims(DB, bound=True)
    assert [row.judgement for row in log(Path("copy.db"))] == [row.judgement for row in log(DB)]
    assert [(one.act, one.undoes) for one in log(Path("copy.db"))] == [
        (one.act, one.undoes) for one in log(DB)
    ]


def _decide_all_sorts() -> None:
    first, second, third, fourth, *_ = [one.id for one in claims() if one.kind == "toll"]
    reject(DB, [first], who("reject", why="rumour, said twice; «odd»"))
    retract(DB, [second], who("retract"), day="2020-10-20")
    edit(DB, [third], {"note": "=SUM(A1) \\ 'quoted'\n\ttwo\u202elines\x1b[31m"}, who("edit"))
    judge(DB, [third, fourth], "different", who("different"))
    accept(DB, [fourth], who())
    undo(DB, "120", who("undo"))


@pytest.mark.parametrize("form", FORMS)
def test_what_comes_back_stands_on_its_documents_again(run, form: str) -> None:
    run()
    accept(DB, [claim(3).id], who())
    edit(DB, ["docs/monday.txt"], {"published": "2031-06-01"}, who("edit"))
    copy = Path("copy.db")
    taken_in(exported(DB, form), copy)
    ingest(["docs"], copy, curator="cy", now=NOW)
    assert claims(copy) == claims(DB) and check(copy).flaws == ()
    with Ledger.reading(copy) as ledger:
        assert ledger.card("monday.txt").published == "2031-06-01"
    taken_in(exported(DB, form), copy)
    assert decided(log(copy)) == decided(log(DB))
    assert len(standing(log(copy))) == len(standing(log(DB)))


@pytest.mark.parametrize("form", FORMS)
def test_an_export_taken_into_its_own_ledger_changes_nothing(run, form: str) -> None:
    run()
    accept(DB, [claim(3).id], who())
    before = (claims(bound=True), log())
    report = run(str(exported(DB, form)))
    assert (report.added, report.changed, report.refusals) == (0, 0, ())
    assert (claims(bound=True), log()) == before


TEXTS = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=12
) | st.sampled_from(
    ["=1+1", "'", " lead", "tail ", "a\\nb", "\\u0041", "x;y", "[]", "null", "a\r\nb", "\u2028"]
)
NUMBERS = st.integers(0, 10**12)
DAYS = st.dates(date(2031, 5, 1), date(2031, 7, 1)).map(str)


def values(field) -> st.SearchStrategy:
    if field.choices:
        return st.sampled_from(field.choices)
    if field.type == "int":
        return NUMBERS
    if field.type == "list":
        return st.lists(TEXTS, max_size=3).map(tuple)
    return DAYS if field.type == "day" else TEXTS


_OWN = (
    "id",
    "kind",
    "status",
    "entry",
    "claimant_side",
    "basis",
    "document",
    "side",
    "accused_side",
    "truce",
)
_FREE = st.fixed_dictionaries(
    {field.name: st.none() | values(field) for field in FIELDS if field.name not in _OWN}
)
SHA256 = "ab" * 32
# made once: a strategy that is made for each claim is checked anew each time
SIDES = st.sampled_from(["norvian", "sudlander", "both", "unknown"])
KINDS, STATUSES, BASES = map(st.sampled_from, (words.KINDS, words.STATUSES, words.BASES))
CLAIMANT_SIDES = st.sampled_from(["norvian", "sudlander", "third", "media", "unknown"])
ENTRIES, IDS = st.sampled_from(["extracted", "curated"]), st.integers(0, 16**16 - 1)
DOCUMENTS, TRUCES = st.sampled_from([None, SHA256]), st.sampled_from([None, "june-1"])


@st.composite
def generated(draw: st.DrawFn) -> Claim:
    kind = draw(KINDS)
    fields = draw(_FREE)
    for name in ("relayed_by", "brokers"):
        fields[name] = fields[name] or ()
    if kind == "toll":
        fields["harm"] = fields["harm"] or "killed"
        fields["victims"] = fields["victims"] or "any"
        fields["measure"] = fields["measure"] or "cumulative"
    return Claim(
        id=f"{words.KIND_LETTER[kind]}-{draw(IDS):016x}",
        kind=kind,
        status=draw(STATUSES),
        entry=draw(ENTRIES),
        claimant_side=draw(CLAIMANT_SIDES),
        basis=draw(BASES),
        document=draw(DOCUMENTS),
        side=draw(SIDES) if kind in ("toll", "undisclosed") else None,
        accused_side=draw(SIDES) if kind == "violation" else None,
        truce=draw(TRUCES),
        **fields,
    )


TWENTY = st.lists(generated(), min_size=20, max_size=20, unique_by=lambda one: one.id)


@pytest.fixture
def blank() -> ConflictFile:
    import hashlib

    data = Path("docs/conflict.toml").read_bytes()
    return ConflictFile(
        slug="norvia-2031", path="docs/conflict.toml", data=data, sha256=hashlib.sha256(data).hexdigest()
    )


@settings(
    max_examples=count("examples of a whole export"),
    phases=[Phase.explicit, Phase.generate],  # twenty claims take too long to shrink
    suppress_health_check=[
        HealthCheck.function_scoped_fixture,
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
        HealthCheck.large_base_example,
    ],
)
@given(data=st.data())
def test_two_thousand_generated_claims_come_back_as_they_were(
    blank: ConflictFile, data: st.DataObject
) -> None:
    """100 ledgers of 20 claims each, in every form."""
    made = data.draw(TWENTY)
    DB.unlink(missing_ok=True)
    with Ledger.create(DB, blank) as ledger, ledger.transaction():
        ledger.add_cards([Card(id=SHA256, title=data.draw(TEXTS), published="2031-06-02")], added=NOW)
        ledger.add_claims([Kept(claim=claim) for claim in made])
        rebind(ledger, (SHA256,))
    shown = printed(DB)
    held = claims(bound=True)
    for form in FORMS:
        taken_in(exported(DB, form), Path("copy.db"))
        assert claims(Path("copy.db"), bound=True) == held
        assert printed(Path("copy.db")) == shown
        with Ledger.reading(DB) as one, Ledger.reading(Path("copy.db")) as other:
            assert one.cards() == other.cards()


def test_a_bundle_is_verified_with_coreutils_alone(run) -> None:
    run()
    accept(DB, [claim(3).id], who(why='said "so"'))
    edit(DB, [claim(12).id], {"note": "Gəncə – \\ ok"}, who("edit"))
    files = bundle(DB, Path("evidence"))
    assert files == len([path for path in Path("evidence").rglob("*") if path.is_file()])
    with Ledger.reading(DB) as ledger:
        for sha256 in ledger.held():
            assert Path(f"evidence/originals/{sha256}.txt").read_bytes() == ledger.original(sha256)
    if shutil.which("sha256sum") is None:
        pytest.skip("no coreutils here")
    subprocess.run(["sha256sum", "--quiet", "-c", "SHA256SUMS"], cwd="evidence", check=True)
    shown = [
        line[4:] for line in Path("evidence/README.txt").read_text().splitlines() if line.startswith("    ")
    ]
    script = "\n".join(line for line in shown if not line.startswith("truce"))
    ran = subprocess.run(["sh", "-ec", script], cwd="evidence", capture_output=True, text=True, check=True)
    assert "log unbroken" in ran.stdout and "broken:" not in ran.stdout
    for one in claims():
        assert f"{one.id}\t{one.quote}\n" in ran.stdout
    log_file = Path("evidence/log.jsonl")
    log_file.write_text(log_file.read_text().replace("ben", "eve", 1))
    ran = subprocess.run(["sh", "-c", script], cwd="evidence", capture_output=True, text=True, check=False)
    assert "log unbroken" not in ran.stdout
    assert "log.jsonl: FAILED" in ran.stdout


def test_a_bundle_is_taken_in_again(run) -> None:
    run()
    accept(DB, [claim(3).id], who())
    bundle(DB, Path("evidence"))
    copy = Path("copy.db")
    ingest(["evidence/claims.jsonl"], copy, curator="cy", now=NOW)
    ingest(["evidence/originals"], copy, curator="cy", now=NOW)
    assert claims(copy) == claims(DB) and check(copy).flaws == ()


def test_a_backup_is_the_ledger(run) -> None:
    run()
    before = claims()
    backup(DB, Path("copy.db"))
    assert claims(Path("copy.db")) == before and check(Path("copy.db")).flaws == ()


def test_a_backup_made_at_the_same_time_is_left_alone(run, monkeypatch: pytest.MonkeyPatch) -> None:
    run()
    from truce_cli.errors import UsageError
    from truce_cli.store import ledger as module

    Path("copy.db").write_text("mine")
    monkeypatch.setattr(module, "exists", lambda path: False)
    with pytest.raises(UsageError, match="was made meanwhile; name another file for the backup"):
        backup(DB, Path("copy.db"))
    assert Path("copy.db").read_text() == "mine"
