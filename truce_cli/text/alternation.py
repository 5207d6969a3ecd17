"""Many phrases as one pattern that reads each letter once, and how a pattern's phrases begin. Knows no words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Final


def longest_of(phrases: Iterable[str]) -> str:
    """A group that matches the longest of the phrases; a space in them is any run of white space.

    Plain "a|b|c" tries every phrase at every place; here phrases that begin alike share their beginning. No
    phrase would match everything: refused with ValueError.
    """
    tree: dict[str, Any] = {}
    for phrase in phrases:
        branch = tree
        for letter in phrase:
            branch = branch.setdefault(letter, {})
        branch[""] = {}
    if not tree or "" in tree:
        raise ValueError("an empty alternation matches everything")
    return _pattern(tree)


def _pattern(branch: dict[str, Any]) -> str:
    """Pattern of what may follow; the end of a phrase, "", is tried last, so that the longest wins."""
    ways = []
    for letter in sorted(branch, reverse=True):
        if letter == "":
            ways.append("")
            continue
        rest = _pattern(branch[letter]) if branch[letter].keys() != {""} else ""
        ways.append((r"\s+" if letter == " " else re.escape(letter)) + rest)
    return ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})"


def beginnings(pattern: str) -> tuple[str, ...]:
    """How the first word of whatever a pattern finds begins: one of these, sorted; ("",) where any way will do.

    pattern: alternatives in lower case, each beginning with letters or with a group of such alternatives.
    """
    found: set[str] = set()
    for way in _ways(pattern):
        if way.startswith("(?:"):
            inner, after = _group(way)
            found |= {""} if after[:1] in ("?", "*", "{") else set(beginnings(inner))
        else:
            letters = _LETTERS.match(way)
            begun = letters.group() if letters else ""
            found.add(begun[:-1] if way[len(begun) :][:1] in ("?", "*", "{") and begun else begun)
    return ("",) if "" in found else tuple(sorted(found))


_LETTERS: Final = re.compile("[a-z]*")


def _ways(pattern: str) -> list[str]:
    """The alternatives of a pattern, which stand between bars outside of any group."""
    ways, depth = [""], 0
    for char in pattern:
        depth += (char == "(") - (char == ")")
        if char == "|" and not depth:
            ways.append("")
        else:
            ways[-1] += char
    return ways


def _group(way: str) -> tuple[str, str]:
    """What stands in the group that an alternative begins with, and what comes after it."""
    depth = 0
    for at, char in enumerate(way):
        depth += (char == "(") - (char == ")")
        if not depth:
            return way[3:at], way[at + 1 :]
    return way[3:], ""
