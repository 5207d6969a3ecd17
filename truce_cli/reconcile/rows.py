"""One row of the tolls: its series settled, its leader chosen, what stands beside it. Prints nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from truce_cli.model.finding import Step
from truce_cli.model.names import together
from truce_cli.model.record import dataclass, replace
from truce_cli.reconcile.assertion import Assertion
from truce_cli.reconcile.book import Book
from truce_cli.reconcile.rowkeys import RowKey
from truce_cli.reconcile.rules import silence as silences
from truce_cli.reconcile.rules.bounds import fits
from truce_cli.reconcile.rules.incident import stand
from truce_cli.reconcile.rules.latest import Latest, latest, newest_first
from truce_cli.reconcile.rules.stance import by_voice, leading, rank


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row before it is printed; every assertion of it is in exactly one place."""

    key: RowKey
    lead: Assertion | None
    """The figure that leads; None where nobody gives one that may, or the side withholds it."""
    series: tuple[Assertion, ...] = ()
    """Every figure of the leading voice, any order."""
    settled: tuple[Latest, ...] = ()
    earlier: tuple[Assertion, ...] = ()
    others: tuple[tuple[Assertion, str], ...] = ()
    """What does not lead, with why."""
    withheld: Assertion | None = None
    """The silence that holds; then nothing leads and the row prints "not disclosed"."""
    clash: bool = False
    beside: tuple[tuple[Assertion, str], ...] = ()
    inside: tuple[tuple[Assertion, str], ...] = ()
    rivals: frozenset[str] = frozenset()
    """Leading claims' ids of figures beside that tell of an event which another figure leads."""
    steps: tuple[Step, ...] = ()


def settle(
    book: Book,
    key: RowKey,
    items: Sequence[Assertion],
    silence: Assertion | None,
    corrected: frozenset[str],
    policy: str,
) -> Row:
    """Apply latest, stance and silence to the running totals (and silence) of one row."""
    voices = by_voice(items)
    settled = tuple(latest(voices[voice], corrected) for voice in sorted(voices))
    chosen, stance_step = leading(settled, book.conflict, policy)
    steps = [series.step for series in settled if series.lead]
    steps += _leading_nothing(settled)
    if len(voices) > 1:
        steps.append(stance_step)
    lead = chosen.lead if chosen else _only_vague(book, settled, policy)
    others = _others(book, settled, chosen, policy)
    if silence is not None and silences.holds(silence, [series.lead for series in settled]):
        steps.append(Step(rule="silence", used=silence.ids, note="withheld by the side itself"))
        others = (*_beside_silence(chosen), *others)
        return Row(
            key=key, lead=None, settled=settled, others=_once(others), withheld=silence, steps=tuple(steps)
        )
    if silence is not None:
        others += ((silence, "until the side gave a figure"),)
        steps.append(Step(rule="silence", left_out=silence.ids, note="the side has given a figure"))
    return Row(
        key=key,
        lead=lead,
        series=tuple(voices[lead.voice]) if lead else (),
        settled=settled,
        earlier=chosen.earlier if chosen else (),
        others=tuple(other for other in _once(others) if other[0] is not lead),
        clash=bool(chosen and chosen.clash),
        steps=tuple(steps),
    )


def _beside_silence(chosen: Latest | None) -> tuple[tuple[Assertion, str], ...]:
    """Another voice's figures where the side itself gives none."""
    if chosen is None or chosen.lead is None:
        return ()
    return ((chosen.lead, "another voice"), *((item, "another voice, earlier") for item in chosen.earlier))


def _leading_nothing(settled: Sequence[Latest]) -> list[Step]:
    """What a voice says without a figure that may lead."""
    out = []
    for series in settled:
        if series.lead is None:
            for rule, items, note in (
                ("latest", series.vague, "a vague word leads nothing"),
                ("stance", series.estimates, "an estimate leads nothing"),
                ("status", series.earlier, "corrected by its source"),
            ):
                left = together(item.ids for item in items)
                out += [Step(rule=rule, left_out=left, note=note)] if left else []
    return out


def _only_vague(book: Book, settled: Sequence[Latest], policy: str) -> Assertion | None:
    """Where nobody gives a figure, the latest vague word is better than nothing; an estimate never leads."""
    words = newest_first(item for series in settled for item in series.vague)
    return min(words, key=lambda item: rank(item, book.conflict, policy), default=None)


def _others(
    book: Book, settled: Sequence[Latest], chosen: Latest | None, policy: str
) -> tuple[tuple[Assertion, str], ...]:
    """What does not lead: other voices by rank with their earlier steps, then vague words, then estimates."""
    out: list[tuple[Assertion, str]] = []
    if chosen and chosen.lead:
        bounds = chosen.lead.bounds
        out += [
            (item, f"same day, {'fits the leading' if fits(item.bounds, bounds) else 'another'} figure")
            for item in chosen.same_day
        ]
    beside = [series for series in settled if series is not chosen and series.lead]
    beside.sort(key=lambda series: rank(series.lead, book.conflict, policy) if series.lead else 9)
    for series in beside:
        if series.lead:
            out.append((series.lead, "another voice"))
        out += [(item, "another voice, same day") for item in series.same_day]
        out += [(item, "another voice, earlier") for item in series.earlier]
    silent = [series for series in settled if series is not chosen and not series.lead]
    out += [(item, "corrected by its source") for series in silent for item in series.earlier]
    out += [(i, "a vague word leads nothing") for i in newest_first(i for s in settled for i in s.vague)]
    out += [(i, "an estimate leads nothing") for i in newest_first(i for s in settled for i in s.estimates)]
    return tuple(out)


def _once(others: tuple[tuple[Assertion, str], ...]) -> tuple[tuple[Assertion, str], ...]:
    seen: dict[str, tuple[Assertion, str]] = {}
    for item, note in others:
        seen.setdefault(item.lead.id, (item, note))
    return tuple(seen.values())


def single(lead: Assertion, others: Sequence[tuple[Assertion, str]] = ()) -> Row:
    """A row for what has no running total to stand beside: one event, one addition."""
    if lead.is_estimate:
        return Row(key=lead.key, lead=None, others=((lead, "an estimate leads nothing"), *others))
    return Row(key=lead.key, lead=lead, series=(lead,), others=tuple(others))


def with_others(row: Row, items: Iterable[tuple[Assertion, str]]) -> Row:
    return replace(row, others=(*row.others, *items))


def with_events(
    row: Row, count: Assertion, items: Iterable[Assertion], rivals: Mapping[str, Sequence[Assertion]]
) -> Row:
    """Events and additions beside the running total or inside it, each with the other figures told of it.

    rivals: leading claim's id -> other figures for the same event: shown beside, never added.
    """
    beside, inside, others = [*row.beside], [*row.inside], set(row.rivals)
    for item in items:
        found = stand(item, count)
        (inside if found.inside else beside).append((item, found.note))
        for rival in rivals.get(item.lead.id, ()):
            beside.append((rival, f"same event as {item.text}, another figure"))
            others.add(rival.lead.id)
    return replace(row, beside=tuple(beside), inside=tuple(inside), rivals=frozenset(others))
