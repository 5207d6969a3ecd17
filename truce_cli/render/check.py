"""What `truce check` found, as rows and as lines. Judges nothing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from truce_cli.render.layout import Line, View
from truce_cli.render.rows import keys

CHECK_ROW: Final = keys("code about text todo claims")


def check_row(flaw: Any) -> dict[str, object]:
    """One row of `truce check`."""
    return {key: getattr(flaw, key) for key in CHECK_ROW} | {"claims": list(flaw.claims)}


def check_view(flaws: Iterable[Any]) -> View:
    """One line a flaw: what it is about, its code, what is wrong, what to do."""
    return tuple(Line(f"{flaw.shown} {flaw.code}: {flaw.text}; {flaw.todo}") for flaw in flaws)
