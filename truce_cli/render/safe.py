"""Text from outside on its way to a screen or a file: no character in it may act. Knows nothing of claims.

Control and bidirectional characters become visible: ^[ for ESC, ^? for DEL, \\u202e for an override. Line
breaks and tabs become spaces. ZWJ and ZWNJ stay, since Persian and Indic words need them.
"""

from __future__ import annotations

import re
from typing import Final

_INVISIBLE: Final = (
    (0x80, 0x9F),  # C1: 0x9B alone starts an escape sequence
    (0xAD, 0xAD),  # soft hyphen
    (0x61C, 0x61C),  # Arabic letter mark
    (0x180E, 0x180E),
    (0x200B, 0x200B),  # zero-width space
    (0x200E, 0x200F),  # left-to-right and right-to-left marks
    (0x2028, 0x202E),  # line and paragraph separator, bidi embeddings and overrides
    (0x2060, 0x206F),  # word joiner, bidi isolates, deprecated format characters
    (0xD800, 0xDFFF),  # lone surrogates cannot be encoded
    (0xFEFF, 0xFEFF),
    (0xFFF9, 0xFFFB),
    (0xFFFE, 0xFFFF),
    (0xE0000, 0xE007F),  # tags: invisible copies of ASCII
)
_CLASS: Final = "".join(f"{chr(low)}-{chr(high)}" for low, high in _INVISIBLE)
_ACTING: Final = f"[\x00-\x1f\x7f{_CLASS}]"
_ACTING_IN_BLOCK: Final = f"[\x00-\x09\x0b-\x1f\x7f{_CLASS}]"
_UNESCAPED_BY_JSON: Final = f"[\x7f{_CLASS}]"
# compiled, and kept by re, when the first text needs them: most need none


def safe(text: str) -> str:
    """One line of text that a terminal, a CSV cell or a page can show as it is."""
    if text.isprintable():
        return text
    return re.sub(_ACTING, _visible, text)


def safe_block(text: str) -> str:
    """The same for a passage: its line breaks stay."""
    if text.isprintable():
        return text
    return re.sub(_ACTING_IN_BLOCK, _visible, text)


def json_escaped(line: str) -> str:
    """A line of JSON with what json leaves bare (C1, DEL, bidi, lone surrogates) as \\u escapes."""
    if (line.isascii() and "\x7f" not in line) or line.isprintable():
        return line
    return re.sub(_UNESCAPED_BY_JSON, _json_escape, line)


def _visible(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code in (0x09, 0x0A):
        return " "
    if code < 0x20 or code == 0x7F:
        return "^" + chr(code ^ 0x40)
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def _json_escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code <= 0xFFFF:
        return f"\\u{code:04x}"
    code -= 0x10000
    return f"\\u{0xD800 + (code >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}"
