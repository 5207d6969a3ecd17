"""What an answer covers and leaves out, in one line: the footer of a table, the account beside rows."""

from __future__ import annotations

from collections.abc import Iterable

from truce_cli.model.conflict import Conflict
from truce_cli.model.finding import Question, Timeline, TollTable


def tolls_scope(table: TollTable, conflict: Conflict) -> str:
    """Conflict, window, clocks, how many rows, and what was left out."""
    since, until = table.window
    return _joined(
        conflict.name,
        f"truce {table.truce}" if table.truce else "",
        f"window {since or 'open'} to {until or 'now'}",
        _clocks(table.as_of, table.known_on),
        counted(len(table.rows), "row"),
        left_out_words(table.left_out),
    )


def timeline_scope(timeline: Timeline, conflict: Conflict) -> str:
    """Conflict, clocks, how many entries, what was folded and what was left out."""
    folded = sum(len(entry.folded) for entry in timeline.entries)
    undated = timeline.undated_before
    return _joined(
        conflict.name,
        f"local time, {conflict.timezone}",
        _clocks(timeline.as_of, timeline.known_on),
        counted(len(timeline.entries), "entry", "entries"),
        f"{counted(folded, 'general accusation')} folded" if folded else "",
        f"{undated} undated, from before the truce" if undated else "",
        left_out_words(timeline.left_out),
    )


def asked_scope(conflict: Conflict, question: Question, rows: str) -> str:
    """Conflict, truce, clocks, what may count, and how many rows ("4 truces"): of lists without a window."""
    only = [status for status in question.statuses if status != "retracted"]
    return _joined(
        conflict.name,
        f"truce {question.truce}" if question.truce else "",
        _clocks(question.as_of, question.known_on),
        f"{only[0]} claims only" if len(only) == 1 else "",
        rows,
    )


def counted(number: int, noun: str, plural: str = "") -> str:
    """ "1 document", "2 documents"; plural where it takes more than an s."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def left_out_words(left_out: Iterable[tuple[str, int]]) -> str:
    """ "left out: 2 other war, 1 undated document"; "" where nothing was."""
    reasons = ", ".join(f"{number:,} {reason}" for reason, number in left_out if number)
    return f"left out: {reasons}" if reasons else ""


def _clocks(as_of: str | None, known_on: str | None) -> str:
    return _joined(f"as of {as_of}" if as_of else "", f"known on {known_on}" if known_on else "")


def _joined(*words: str) -> str:
    return "; ".join(word for word in words if word)
