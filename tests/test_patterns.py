"""No regular expression of the package takes more than linear time: hostile texts, measured in CPU time."""

from __future__ import annotations

import os
import re
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

import pytest
from patterns import all_patterns, at_a_place, hostile_texts, only_at_a_place

PATTERNS = all_patterns()
AT_A_PLACE = only_at_a_place()
SIZE = int(os.environ.get("TRUCE_HOSTILE", "50000"))
"""Characters of a text. A linear pattern takes milliseconds for them, a quadratic one many seconds."""
SECONDS = 0.5
"""CPU time that each text may take: so much that no machine is too slow, too little for anything quadratic."""


class TooSlow(Exception):
    pass


@contextmanager
def cpu_limit(seconds: float) -> Iterator[None]:
    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise TooSlow

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def slow_on(pattern: re.Pattern[str], size: int, *, once: bool = False) -> str:
    """Beginning of the first hostile text that a pattern takes too long for; "" where it is quick with all.

    once: it is held against the text's beginning only.
    """
    for text in hostile_texts(pattern, size):
        try:
            with cpu_limit(SECONDS):
                if once:
                    pattern.match(text)
                    pattern.fullmatch(text)
                else:
                    pattern.sub("", text)
        except TooSlow:
            return text[:60]
    return ""


def test_the_patterns_are_found() -> None:
    assert len(PATTERNS) > 150


def test_a_quadratic_pattern_is_noticed() -> None:
    assert slow_on(re.compile(r"\d+x"), SIZE)


@pytest.mark.parametrize("name", PATTERNS)
def test_no_pattern_is_superlinear(name: str) -> None:
    assert not slow_on(PATTERNS[name], SIZE, once=at_a_place(name, AT_A_PLACE))
