"""One hypothesis profile for every test: the same examples on every machine, no clock in the verdict.

In `make torture` only what is counted runs: tests that take `cases`, and properties.
"""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
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

_EXAMPLES: dict[str, Any] = {}
_CASES: dict[str, list[Cases]] = {}


@pytest.fixture
def cases(request: pytest.FixtureRequest) -> Iterator[Callable[[str], Cases]]:
    """cases(name): the cases of a counted test, as many as this run asks for."""
    made = _CASES.setdefault(request.node.nodeid, [])

    def named(name: str) -> Cases:
        made.append(Cases(name))
        return made[-1]

    yield named


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
    from properties import WORTH_IT, Examples

    number = item.obj._hypothesis_internal_use_settings.max_examples
    _EXAMPLES[item.nodeid] = examples = Examples(item.obj)
    if number >= WORTH_IT:
        item.obj = examples.all(number)


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """A row of the table for every property, and for every test that ended before it wrote its own."""
    if not torture():
        return
    words = report.nodeid.split("::")[-1].removeprefix("test_").replace("_", " ")
    made = _CASES.get(report.nodeid, [])
    examples = _EXAMPLES.get(report.nodeid)
    if report.skipped:
        note(words, 0, 0, report.duration, skipped=True)
    elif examples is not None and report.when == "call":
        room = report.nodeid.split("/")[1]
        note(f"property of {room}: {words}", examples.done, int(report.failed), report.duration)
    elif report.failed and not any(one.noted for one in made):
        name, done = (made[-1].name, made[-1].done) if made else (words, 0)
        note(name, done, 1, report.duration)
