"""A series step by step: totals, the additions told with them, gaps and misfits between them. Derives no row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from truce_cli.model.answer import SeriesStep
from truce_cli.model.finding import Problem, Question
from truce_cli.reconcile.assertion import Assertion
from truce_cli.reconcile.book import Book
from truce_cli.reconcile.rows import Row
from truce_cli.reconcile.rules import increment
from truce_cli.reconcile.rules.increment import Check
from truce_cli.reconcile.rules.stance import by_voice
from truce_cli.reconcile.rules.subset import Parts
from truce_cli.reconcile.tolls import Laid, laid_out

_Finding: TypeAlias = tuple[Problem, str]
"""A finding and its id, which is worked out once."""


def series(book: Book, question: Question) -> tuple[SeriesStep, ...]:
    """Every step of every running total, row by row, voice by voice, the oldest first."""
    laid = laid_out(book, question)
    found: dict[str | None, dict[str, _Finding]] = {}
    for problem in laid.problems:
        found.setdefault(problem.key, {}).update(dict.fromkeys(problem.marks, (problem, problem.id)))
    return tuple(
        step
        for index, row in enumerate(laid.rows)
        for step in _row(book, laid, row, laid.keys[index], found.get(laid.keys[index], {}))
    )


def _row(book: Book, laid: Laid, row: Row, key: str, told: Mapping[str, _Finding]) -> Iterator[SeriesStep]:
    if key not in laid.shown:
        return
    found = [i for s in row.settled for i in (s.lead, *s.earlier, *s.same_day, *s.vague, *s.estimates) if i]
    voices = by_voice(found)
    first = row.lead.voice if row.lead else ""
    for voice in sorted(voices, key=lambda name: (name != first, name)):
        yield from _voice(book, key, voice, voices[voice], laid.parts, told)


def _voice(
    book: Book,
    key: str,
    voice: str,
    items: Sequence[Assertion],
    parts: Parts,
    told: Mapping[str, _Finding],
) -> Iterator[SeriesStep]:
    checks: dict[str, list[Check]] = {}
    figures = [item for item in items if not (item.is_vague or item.is_estimate)]
    for check in increment.checks(figures, parts):
        checks.setdefault(check.total.lead.id, []).append(check)
    for item in sorted(items, key=lambda i: (i.order_day or "", i.lead.id)):
        finding = next((told[claim] for claim in item.ids if claim in told), None)
        mine = checks.get(item.lead.id, [])
        for check in mine:
            if check.verdict == "gap" and check.previous:
                yield _gap(key, voice, item, check, finding)
        yield _step(key, voice, item, mine, finding)


def _gap(key: str, voice: str, item: Assertion, check: Check, finding: _Finding | None) -> SeriesStep:
    previous = check.previous
    assert previous is not None
    return SeriesStep(
        key=key,
        voice=voice,
        stance=item.stance,
        kind="gap",
        text=f"gap {check.difference:,}",
        low=check.difference,
        value=check.difference,
        high=check.difference,
        as_of=f"{previous.order_day}/{check.implied_day}",
        claimant=None,
        check="gap",
        note=f"between {previous.text} and {check.implied:,}, which nobody claimed",
        candidate=item.candidate,
        documents=(),
        claims=(*previous.ids, *item.ids),
        finding=finding[1] if finding else None,
    )


def _step(
    key: str, voice: str, item: Assertion, checks: Sequence[Check], finding: _Finding | None
) -> SeriesStep:
    claim = item.lead
    text, check, notes = item.text, None, []
    if checks:
        text, check = "; ".join(_sum(c) for c in checks), _worst(checks)
        notes += [_words(c) for c in checks if _words(c)]
    if finding is not None and finding[0].code in ("fall", "stale_repeat", "clash"):
        notes.append(finding[0].text)
    if len(item.documents) > 1:
        notes.append(f"in {len(item.documents)} documents")
    if item.day_is_ceiling:
        notes.append("by its publication day")
    added = [i for c in checks for i in c.additions]
    kind = "vague" if item.is_vague else "estimate" if item.is_estimate else "total"
    return SeriesStep(
        key=key,
        voice=voice,
        stance=item.stance,
        kind=kind,
        text=text,
        low=claim.low,
        value=claim.value,
        high=claim.high,
        as_of=item.as_of,
        claimant=claim.claimant,
        check=check,
        note="; ".join(notes),
        candidate=item.candidate,
        documents=item.documents,
        claims=(*item.ids, *(claim_id for i in added for claim_id in i.ids)),
        finding=finding[1] if finding else None,
    )


def _sum(check: Check) -> str:
    if check.verdict == "misfit" and check.previous:
        claimed = check.previous.lead.low or 0
        reached = claimed + (check.total.lead.low or 0) - check.implied
        return f"{check.previous.text} + {check.added} = {reached:,}, not {check.total.text}"
    return f"{check.implied:,} + {check.added} = {check.total.text}"


def _worst(checks: Sequence[Check]) -> str:
    verdicts = {check.verdict for check in checks}
    # after its gap the sum itself fits
    return "misfit" if "misfit" in verdicts else "unchecked" if "unchecked" in verdicts else "fits"


def _words(check: Check) -> str:
    if check.verdict == "misfit":
        return f"misfit of {abs(check.difference):,}"
    return f"{check.implied:,} implied" if check.verdict in ("gap", "unchecked") else ""
