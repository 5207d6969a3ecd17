"""One hypothesis profile for every test: the same examples on every machine, no clock in the verdict."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

settings.register_profile(
    "truce",
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=(HealthCheck.too_slow,),
)
settings.load_profile("truce")
