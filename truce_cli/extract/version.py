"""The version of the rules. It is stored with every proposed claim; raise it when any rule changes its output."""

from __future__ import annotations

from typing import Final

RULES_VERSION: Final = 4
