"""Step 0003, speed: the conflict as the program reads it, kept beside its file. SQL text only.

A released step is never edited: a change is a new step at the end of schema.STEPS.
"""

from __future__ import annotations

from typing import Final

STATEMENTS: Final = ("ALTER TABLE conflict ADD COLUMN parsed TEXT",)
