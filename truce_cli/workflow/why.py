"""Why a number stands: finds what a name means and asks reconciliation for its reasons. Prints nothing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from truce_cli.errors import UsageError
from truce_cli.model.answer import Why
from truce_cli.model.conflict import Conflict
from truce_cli.model.document import Card
from truce_cli.model.finding import Question
from truce_cli.model.record import dataclass
from truce_cli.workflow.desk import opened
from truce_cli.workflow.nearest import nearest
from truce_cli.workflow.query import check_words

_CLAIM_ID = re.compile(r"[tuvde]-[0-9a-f]+\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyAnswer:
    """short: the shortest prefix of each claim's id that means it alone."""

    why: Why
    conflict: Conflict
    cards: Mapping[str, Card]
    short: Mapping[str, str]


def why(ledger: Path, name: str, question: Question) -> WhyAnswer:
    """The reasons behind a tally's or entry's key, a claim's id or ref, a finding's id, a truce or a rule.

    Raises UsageError where the name means nothing, or several claims.
    """
    from truce_cli.reconcile.why import known_names, why_claim
    from truce_cli.reconcile.why import why as reasons

    with opened(ledger) as desk:
        check_words(question, desk.conflict, ())
        book = desk.book()
        found = None if _CLAIM_ID.match(name) else reasons(book, question, name)
        if found is None:
            try:
                claim = desk.ledger.claim_by_prefix(name)
            except UsageError:
                if _CLAIM_ID.match(name):
                    raise
                near = nearest(name, known_names(book, question))
                hint = f"did you mean {' or '.join(near)}?" if near else "see the keys of truce tolls"
                raise UsageError(f"nothing printed is called {name!r}; {hint}") from None
            found = why_claim(book, question, claim)
        short = {claim.id: desk.ledger.short_id(claim.id) for claim in found.claims}
    return WhyAnswer(why=found, conflict=book.conflict, cards=book.cards, short=short)
