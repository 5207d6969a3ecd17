"""Every printed number can be asked why: the answer holds it, the rules that led to it, and their claims."""

from __future__ import annotations

import pytest
from building import ask, book, card, claim, toll, violation
from claims_files import book_of
from walking import everything

from truce_cli.model.answer import Why
from truce_cli.model.record import replace
from truce_cli.reconcile.book import Book
from truce_cli.reconcile.rules.catalog import RULES
from truce_cli.reconcile.tolls import tolls
from truce_cli.reconcile.why import known_names, why, why_claim

KEY = "armenian/military/killed"
WORKED = [
    ("ceasefire-2025", "claims.toml"),
    ("daily-war", "daily.toml"),
    ("daily-war", "gap.toml"),
    ("daily-war", "falls.toml"),
    ("daily-war", "one-day.toml"),
    ("daily-war", "final.toml"),
    ("daily-war", "violations.toml"),
    ("strike-2020", "claims.toml"),
]


def reached(found: Book) -> int:
    """Ask why of everything printed; return how many were asked."""
    claims = {c.id: c for c in found.claims}
    asked = dict.fromkeys((name, replace(q, derived=False), text) for name, q, text in everything(found))
    for name, question, text in asked:
        answer = why_claim(found, question, claims[name]) if name in claims else why(found, question, name)
        assert answer is not None, (name, question)
        _sound(found, answer, text)
    return len(asked)


def _sound(found: Book, answer: Why, text: str) -> None:
    assert not text or text == answer.text or text in repr(answer), (answer.key, text)
    named = {c for step in answer.steps for c in (*step.used, *step.left_out)}
    assert all(step.rule in RULES for step in answer.steps), [step.rule for step in answer.steps]
    if answer.kind in ("truce", "rule", "accusations") and not named:
        return  # a truce that nobody speaks of, a rule that had nothing to do
    assert answer.steps and answer.claims, answer.key
    assert named <= {c.id for c in answer.claims}
    held = {c.id for c in found.claims}
    assert {c.id for c in answer.claims} <= held


def test_every_number_of_the_five_articles_is_reached(five: Book) -> None:
    assert reached(five) > 150


@pytest.mark.parametrize(("folder", "file"), WORKED)
def test_every_number_of_the_worked_cases_is_reached(folder: str, file: str) -> None:
    assert reached(book_of(folder, file)) > 5


def test_a_tally_tells_what_led_it_and_what_was_left_out_by_which_rule() -> None:
    early, late = toll("376", as_of="2020-10-09", document="a"), toll("710", as_of="2020-10-18", document="b")
    rejected = toll("999", as_of="2020-10-20", document="b", status="rejected")
    rival = toll("9000", as_of="2020-10-18", document="b", claimant="Azerbaijan", claimant_side="azerbaijani")
    answer = why(book([early, late, rejected, rival]), ask(), KEY)
    assert answer is not None and (answer.text, answer.kind) == ("710", "tally")
    left = {step.rule: step.left_out for step in answer.steps if step.left_out}
    assert left == {"status": (rejected.id,), "latest": (early.id,), "stance": (rival.id,)}
    assert [(role, f.text) for role, f in answer.figures] == [("earlier", "376"), ("also", "9,000")]


def test_a_claim_tells_where_it_counts_and_which_rule_left_it_out() -> None:
    early, late = toll("376", as_of="2020-10-09", document="a"), toll("710", as_of="2020-10-18", document="b")
    other = toll("30000", other_conflict="First war", document="b")
    both = book([early, late, other])
    assert why_claim(both, ask(), late).steps[0].note == f"leads {KEY}: 710"
    assert f"earlier in {KEY} (710)" in [s.note for s in why_claim(both, ask(), early).steps]
    (step, *_) = why_claim(both, ask(), other).steps
    assert (step.rule, step.left_out, step.note) == ("scope", (other.id,), "other war")


def test_a_proposal_leads_to_the_curated_claim_that_speaks_for_it() -> None:
    curated = toll("710", as_of="2020-10-18", document="a")
    proposal = toll("710", as_of="2020-10-18", document="a", status="candidate")
    bound = replace(book([curated]), bound={proposal.id: curated.id})
    steps = why_claim(bound, ask(), proposal).steps
    assert (steps[0].rule, steps[0].used) == ("echo", (curated.id,))
    assert f"leads {KEY}: 710" in [step.note for step in steps]


def test_keys_of_a_truces_table_are_found_without_naming_it() -> None:
    dead = toll("13", side="azerbaijani", people="any", measure="incident", as_of="2020-10-16", document="a")
    count = toll("65", side="azerbaijani", people="any", as_of="2020-10-26", document="b")
    both = book([dead, count])
    assert why(both, ask(), "azerbaijani/any/killed").text == "65"  # type: ignore[union-attr]
    inside = why(both, ask(truce="oct-10"), "azerbaijani/any/killed")
    assert inside is not None and (inside.text, inside.truce) == ("13", "oct-10")
    alone = why(book([dead]), ask(), "azerbaijani/any/killed")
    assert alone is not None and alone.text == "13"


def test_the_clocks_hold_for_the_reasons_too() -> None:
    claims = [toll("376", as_of="2020-10-09", document="a"), toll("710", as_of="2020-10-18", document="b")]
    answer = why(book(claims), ask(as_of="2020-10-10"), KEY)
    assert answer is not None and answer.text == "376"
    assert [(s.rule, s.left_out) for s in answer.steps if s.left_out] == [("clock", (claims[1].id,))]


def test_a_timeline_entry_tells_its_echoes_its_denial_and_its_dead() -> None:
    act = violation("azerbaijani", "missile", "2020-10-16", document="a", incident="x", place="Ganja")
    again = violation("azerbaijani", "missile", "2020-10-16", document="b", place="Ganja")
    denial = claim("denial", claimant="Armenia", claimant_side="armenian", denies=act.id, document="b")
    dead = toll("13", side="azerbaijani", measure="incident", document="a", incident="x", as_of="2020-10-16")
    found = book([act, again, denial, dead])
    (key,) = [name for name in known_names(found, ask()) if name.startswith("oct-10/2020-10-16")]
    answer = why(found, ask(), key)
    assert answer is not None
    assert {step.rule for step in answer.steps} == {"windows", "echo", "dispute"}
    assert {c.id for c in answer.claims} == {act.id, again.id, denial.id, dead.id}


def test_a_rule_lists_everything_that_it_left_out(five: Book) -> None:
    left = dict(tolls(five, ask()).left_out)
    answer = why(five, ask(), "scope")
    assert answer is not None
    assert (
        sum(len(step.left_out) for step in answer.steps if step.note == "other war") >= left["other war"] == 2
    )
    assert why(five, ask(), "truce-toll").key == "truce toll"  # type: ignore[union-attr]


def test_findings_keep_their_ids_and_unknown_names_are_none(five: Book) -> None:
    first = [p.id for p in tolls(five, ask()).problems]
    assert first == [p.id for p in tolls(five, ask()).problems] and len(set(first)) == len(first)
    for name in ("p-ffffffff", "p-", "nothing/like/it", "violations/x/y/z", ""):
        assert why(five, ask(), name) is None


def test_an_entry_keeps_its_key_whatever_else_is_left_out() -> None:
    acts = [violation("armenian", "shelling", "2020-10-12", place=place) for place in ("Martakert", "Shusha")]
    acts += [violation("azerbaijani", "shelling", "2020-10-12", document="b", place="Terter")]
    found = book(acts, [card("b", "2020-10-12")])
    from truce_cli.reconcile.timeline import timeline

    whole = {e.claims[0]: e.key for e in timeline(found, ask()).entries}
    for question in (ask(truce="oct-10"), ask(sides=("armenian",)), ask(since="2020-10-12")):
        for entry in timeline(found, question).entries:
            assert whole[entry.claims[0]] == entry.key
