"""Judgements on two claims: the same assertion, or two. Kept in the log alone; the live state is its fold."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from truce_cli.errors import UsageError
from truce_cli.store.ledger import Ledger
from truce_cli.store.log import DIFFERENT, PAIR, SAME, Pair, pairs
from truce_cli.store.records import Judgement
from truce_cli.store.writing import as_json
from truce_cli.workflow.bench import Decided, claims_named, writing
from truce_cli.workflow.who import Who


def judge(db: Path, names: Sequence[str], verdict: str, who: Who) -> Decided:
    """Two or more claims are the same assertion, or all different ones.

    Raises UsageError for a name that means no claim, and for claims of two kinds.
    """
    with writing(db) as ledger, ledger.transaction():
        rows = verdict_rows(ledger, names, verdict, who)
        ids = tuple(claims_named(ledger, names))
        if not rows:
            return Decided(same=ids)
        return Decided(act=ledger.judge(rows) - len(rows) + 1, changed=ids)


def verdict_rows(ledger: Ledger, names: Sequence[str], verdict: str, who: Who) -> list[Judgement]:
    """The rows of the log for a verdict that does not stand yet; inside a transaction."""
    claims = list(claims_named(ledger, names).values())
    if len(claims) < 2:
        raise UsageError(f"{verdict} takes two claims, and these names mean one")
    kinds = {kept.claim.kind for kept in claims}
    if verdict == SAME and len(kinds) > 1:
        raise UsageError(f"claims of different kinds ({', '.join(sorted(kinds))}) cannot be the same one")
    ids = sorted(kept.claim.id for kept in claims)
    chosen = [(ids[0], other) for other in ids[1:]]
    if verdict == DIFFERENT:
        chosen = [(one, other) for place, one in enumerate(ids) for other in ids[place + 1 :]]
    before = pairs(ledger.pair_rows())
    return [row(key, before.get(key), verdict, who) for key in chosen if before.get(key) != verdict]


def row(key: Pair, old: str | None, new: str | None, who: Who) -> Judgement:
    """The row of the log for a verdict on a pair."""
    return who.judgement(key[0], PAIR, field=key[1], old=as_json(old), new=as_json(new))
