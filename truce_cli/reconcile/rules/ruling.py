"""The shape of a rule's answer: what is kept, and what was left out and why."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from truce_cli.model.claim import Claim
from truce_cli.reconcile.book import LeftOut

Ruling: TypeAlias = tuple[tuple[Claim, ...], LeftOut]


def part(
    rule: str, reason: str, claims: tuple[Claim, ...], leaves_out: Callable[[Claim], bool] | None
) -> Ruling:
    """Keep the claims for which `leaves_out` is false; the others are left out, in their order.

    None: the question leaves out nothing by this rule.
    """
    if leaves_out is None:
        return claims, LeftOut(rule, reason, ())
    kept: list[Claim] = []
    left: list[Claim] = []
    for claim in claims:
        (left if leaves_out(claim) else kept).append(claim)
    return tuple(kept), LeftOut(rule, reason, tuple(left))
