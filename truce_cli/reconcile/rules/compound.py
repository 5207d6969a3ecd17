"""Rule 9, compound: "killed or wounded" stays one figure and adds nothing to killed or to injured."""

from __future__ import annotations

from truce_cli.model.finding import Step
from truce_cli.reconcile.assertion import Assertion

COMPOUND = "killed_or_injured"


def apart(item: Assertion) -> Step | None:
    """The step that keeps a compound apart; None for a figure of one harm."""
    if item.key.harm != COMPOUND:
        return None
    return Step(rule="compound", used=item.ids, note=f"{item.text} adds nothing to killed or to injured")
