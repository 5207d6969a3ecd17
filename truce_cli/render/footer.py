"""What stands under a table: the signs that it uses, then what it covers. Knows no finding."""

from __future__ import annotations

from collections.abc import Iterable

from truce_cli.render.layout import Line, View
from truce_cli.render.signs import SEPARATOR


def footer(legend: Iterable[str], scope: str = "") -> View:
    """Two paragraphs below an empty line; what is empty is none."""
    words = (SEPARATOR.join(legend), scope)
    lines = tuple(Line(line, "minor") for line in words if line)
    return (Line(), *lines) if lines else ()
