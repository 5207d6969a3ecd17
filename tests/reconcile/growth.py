"""How the work of reconciliation grows with its claims: counted in executed lines, the same on every machine."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from types import FrameType
from typing import Any

from truce_cli.model.claim import Claim

LEAST = 60
"""Claims of the smaller size."""
MOST = 4.6
"""How many times the work four times the claims may take."""


def growth(question: Callable[[list[Claim]], object], claims: Callable[[int], Iterable[Claim]]) -> float:
    """How many times as many lines a question executes about four times as many claims.

    claims: so many of one kind of trouble.
    """
    small, large = list(claims(LEAST)), list(claims(4 * LEAST))
    return _lines(lambda: question(large)) / _lines(lambda: question(small))


def _lines(run: Callable[[], object]) -> int:
    counted = 0

    def trace(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal counted
        if "truce_cli" not in frame.f_code.co_filename:
            return None
        if event == "line":
            counted += 1
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        run()
    finally:
        sys.settrace(before)
    return counted
