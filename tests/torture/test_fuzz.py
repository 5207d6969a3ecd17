"""The parsers of our own under random bytes: with atheris in `make torture` where it is installed, else blindly."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest
from counting import Cases, torture
from fuzz import SEEDS, mutated, target
from truce_runner import ROOT, environment

FUZZ = Path(__file__).with_name("fuzz.py")
CORPUS = ROOT / "build" / "fuzz"
"""Kept from run to run: what reached new code once is tried first the next time."""


@pytest.mark.parametrize("name", SEEDS)
def test_any_bytes_are_read_or_refused(cases: Callable[[str], Cases], name: str) -> None:
    counted = cases(f"fuzzing: {name}")
    if not (torture() and find_spec("atheris")):
        ask = target(name)
        counted.each(lambda number: ask(mutated(name, number)))
        return
    ended = subprocess.run(
        [sys.executable, str(FUZZ), name, str(counted.number), str(CORPUS / name)],
        env=environment(PYTHONPATH=f"{ROOT}:{ROOT / 'tests'}:{FUZZ.parent}"),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    said = ended.stdout.decode("utf-8", "replace")
    done = re.search(r"stat::number_of_executed_units:\s*(\d+)", said)
    counted.done = int(done[1]) if done else 0
    if ended.returncode or counted.done < counted.number:
        counted.failures.append(said[-3_000:])
    counted.verdict()
