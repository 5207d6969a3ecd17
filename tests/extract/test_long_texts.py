"""Texts that no reporter writes: their length costs no more than itself, and none is too deep."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType

import pytest
from passages import claims, document, lake_war

from truce_cli.extract.engine import extract

CHAINS = [
    "He said so. ",
    "The ministry said so. ",
    "Doctors said so. ",
    "It added so, he said. ",
    "They said that the ministry said so. ",
]


@pytest.mark.parametrize("chain", CHAINS)
def test_whoever_asks_who_spoke_before_is_answered(chain: str) -> None:
    found = claims("Mira Calder spoke. " + chain * 2_000 + "He said that three people had been killed.")
    assert [claim.value for claim in found if claim.kind == "toll"] == [3]


def steps(work: Callable[[], object]) -> int:
    """Calls of the package's own functions: work that can be counted and does not depend on the machine."""
    count = 0

    def called(frame: FrameType, event: str, _: object) -> None:
        nonlocal count
        count += event == "call" and "truce_cli" in frame.f_code.co_filename

    sys.setprofile(called)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


GROWING = {
    "tolls": "The ministry said that 3 soldiers were killed. ",
    "denials": "Veyland denied that it had shelled Dorrin. ",
    "accusations": "Moru accused Veyland of shelling Dorrin. ",
    "mutual": "Both sides accused each other of breaking the truce.\n\n",
    "headlines": "Both sides trade blame over the truce\n\n",
    "truces": "The truce was agreed. It took effect at noon. ",
    "bulletins": "A summary of the mission: 3 killed. ",
    "posts": "Veyland shelled us — Morune Defence Ministry (@moru) 10 May 2041\n\n",
    "quotes": '"Veyland shelled the town. ',
    "silence": "Veyland does not disclose its military losses. ",
    "one sentence": "Veyland said that 3 men were killed and Moru shelled the town and ",
    "short names": "The Morune Defence Ministry (MDM) said so. MDM said 3 died. ",
    "full stops": "Mr. Dr. Prof. ",
}


@pytest.mark.parametrize("text", GROWING.values(), ids=GROWING)
def test_twice_the_text_is_twice_the_work(text: str) -> None:
    def of(times: int) -> int:
        doc = document(text * times)
        return steps(lambda: extract(doc, lake_war()))

    of(3)  # what is made once for all texts
    assert of(240) <= 2.4 * of(120)
