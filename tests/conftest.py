"""One hypothesis profile for every test: the same examples on every machine, no clock in the verdict."""

from __future__ import annotations

import signal

from hypothesis import HealthCheck, settings

settings.register_profile(
    "truce",
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=(HealthCheck.too_slow,),
)
settings.load_profile("truce")

# A run in the background (`make test &`) inherits an ignored Ctrl-C, and every program that it starts would too.
signal.signal(signal.SIGINT, signal.default_int_handler)
