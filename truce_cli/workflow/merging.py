"""Two logs that meet: which rows are new here, and where two curators have decided otherwise. Stores nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from truce_cli.store.ledger import Ledger
from truce_cli.store.log import PAIR, decided, pair, pairs
from truce_cli.store.records import Decision, Judgement
from truce_cli.store.writing import as_json
from truce_cli.workflow.who import Who

KEEP = "keep"
"""Action of the row that says: another ledger decided `old`, ours decided `new`, and ours stays until review."""


def unknown(ledger: Ledger, decisions: Iterable[Decision]) -> list[Decision]:
    """The rows that our log does not hold yet."""
    return [one for one in decisions if not ledger.knows_row(one.origin or one.hash)]


def fields_decided(decisions: Sequence[Decision]) -> dict[str, dict[str, Any]]:
    """What a log has decided, by subject and field; pairs left out."""
    subjects: defaultdict[str, list[Decision]] = defaultdict(list)
    for one in decisions:
        if one.judgement.action != PAIR:
            subjects[one.judgement.subject].append(one)
    return {subject: fields for subject, rows in subjects.items() if (fields := decided(rows))}


def keepers(ledger: Ledger, theirs: Sequence[Decision], new: Sequence[Decision], who: Who) -> list[Judgement]:
    """Rows that keep our own decisions where theirs differ; to be logged behind the merged rows.

    theirs: their whole log; new: its rows that are not known here.
    """
    kept: list[Judgement] = []
    touched = {(one.judgement.subject, one.judgement.field) for one in new}
    why = "decided otherwise in two ledgers; ours stays until it is reviewed"
    for subject, fields in fields_decided(theirs).items():
        ours = decided(ledger.log(subject)) if any((subject, name) in touched for name in fields) else {}
        for name, value in fields.items():
            if name in ours and ours[name] != value and (subject, name) in touched:
                kept.append(
                    who.judgement(
                        subject, KEEP, field=name, old=as_json(value), new=as_json(ours[name]), why=why
                    )
                )
    said = pairs(one for one in theirs if one.judgement.action == PAIR)
    own = pairs(ledger.pair_rows())
    for key, verdict in said.items():
        if key in own and own[key] != verdict and touched & {key, key[::-1]}:
            first, other = pair(*key)
            kept.append(
                who.judgement(first, PAIR, field=other, old=as_json(verdict), new=as_json(own[key]), why=why)
            )
    return kept
