"""One hypothesis profile for every test: the same examples on every machine, no clock in the verdict.

In `make torture` only what is counted runs: tests that take `cases`, and properties.
"""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any

import pytest
from counting import Cases, count, note, torture
from hypothesis import HealthCheck, is_hypothesis_test, settings

settings.register_profile(
    "truce",
    deadline=None,
    derandomize=True,
    database=None,
    max_examples=count("examples of a property"),
    suppress_health_check=(HealthCheck.too_slow,),
)
settings.load_profile("truce")

# A run in the background (`make test &`) inherits an ignored Ctrl-C, and every program that it starts would too.
signal.signal(signal.SIGINT, signal.default_int_handler)

_EXAMPLES: dict[str, int] = {}


@pytest.fixture
def cases() -> Iterator[Callable[[str], Cases]]:
    """cases(name): the cases of a counted test, as many as this run asks for."""
    yield Cases


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not torture():
        return
    counted = []
    for item in items:
        if is_hypothesis_test(getattr(item, "obj", None)):
            _count_examples(item)
            counted.append(item)
        elif "cases" in getattr(item, "fixturenames", ()):
            counted.append(item)
    config.hook.pytest_deselected(items=[item for item in items if item not in counted])
    items[:] = counted


def _count_examples(item: Any) -> None:
    inner = item.obj.hypothesis.inner_test

    @wraps(inner)
    def counted(*args: Any, **kwargs: Any) -> Any:
        _EXAMPLES[item.nodeid] = _EXAMPLES.get(item.nodeid, 0) + 1
        return inner(*args, **kwargs)

    item.obj.hypothesis.inner_test = counted


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    if report.when == "call" and report.nodeid in _EXAMPLES:
        words = report.nodeid.split("::")[-1].removeprefix("test_").replace("_", " ")
        room = report.nodeid.split("/")[1]
        note(f"property of {room}: {words}", _EXAMPLES[report.nodeid], int(report.failed))
