"""The signs that tables use, and their ASCII stand-ins. Knows no claim and no layout."""

from __future__ import annotations

from typing import Final

NOT_REPORTED: Final = "—"
DISPUTED: Final = "†"
PROPOSED: Final = "?"
ARROW: Final = "→"
UNANCHORED: Final = "u"
FITS: Final = "✓"
MISFIT: Final = "✗"
SEPARATOR: Final = " · "
"""Between the parts of a legend."""

_STAND_INS: Final = str.maketrans(
    {
        "—": "-",
        "–": "-",
        "†": "*",
        "→": "->",
        "≥": ">=",
        "≤": "<=",
        "“": '"',
        "”": '"',
        "‘": "'",
        "’": "'",
        "…": "...",
        "·": ";",
        "✓": "ok",
        "✗": "misfit",
        "├": "+",
        "└": "`",
        "─": "-",
        "│": "|",
        **dict(zip("▁▂▃▄▅▆▇█", "_.:-=+*#", strict=True)),
        "\u00a0": " ",
    }
)


def ascii_only(text: str) -> str:
    """The text in ASCII: our signs and typographic punctuation by stand-ins, other letters as \\u escapes."""
    if text.isascii():
        return text
    return (
        text.replace(SEPARATOR, "; ")
        .translate(_STAND_INS)
        .encode("ascii", "backslashreplace")
        .decode("ascii")
    )
