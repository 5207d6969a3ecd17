"""Properties in `make torture`: their examples are counted, and most of them are drawn at random.

Hypothesis's own search remembers every example, to come up with new ones and to change old ones a little; that costs
more than most properties do. So a property with the full number of examples takes a twentieth from the search, and the
rest from its strategies alone, several at a draw; what was drawn before is counted, and not tried again.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.internal.conjecture.providers import AVAILABLE_PROVIDERS

SEARCHED = 20
"""One example in so many is searched for."""
WORTH_IT = 20_000
"""Fewer examples than this are all searched for."""
TOGETHER = 5

AVAILABLE_PROVIDERS["at random"] = AVAILABLE_PROVIDERS["hypothesis"]  # any other name goes without the search


class Examples:
    """Runs one property with its full number, and counts the examples that it was given."""

    def __init__(self, test: Callable[..., None]) -> None:
        self.test, self.done = test, 0
        handle = test.hypothesis  # type: ignore[attr-defined]
        self.inner, self.strategies = handle.inner_test, handle._given_kwargs

        @wraps(self.inner)
        def counted(*args: Any, **kwargs: Any) -> Any:
            self.done += 1
            return self.inner(*args, **kwargs)

        handle.inner_test = counted

    def all(self, number: int) -> Callable[..., None]:
        """The test to run in place of the property: a part of its number searched for, the rest at random."""
        own = self.test._hypothesis_internal_use_settings  # type: ignore[attr-defined]
        self.test._hypothesis_internal_use_settings = settings(  # type: ignore[attr-defined]
            own, max_examples=number // SEARCHED
        )

        def both(**fixtures: Any) -> None:
            self.test(**fixtures)
            self.at_random(number, fixtures)

        return both

    def at_random(self, number: int, fixtures: dict[str, Any]) -> None:
        seen: set[int] = set()

        @settings(
            max_examples=-(-(number - self.done) // TOGETHER),
            backend="at random",
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(st.lists(st.fixed_dictionaries(self.strategies), min_size=TOGETHER, max_size=TOGETHER))
        def some(examples: list[dict[str, Any]]) -> None:
            for example in examples[: number - self.done]:
                self.done += 1
                name = hash(repr(example))
                if name not in seen:
                    seen.add(name)
                    self.inner(**fixtures, **example)

        some()
