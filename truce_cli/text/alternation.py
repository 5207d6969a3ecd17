"""Many phrases as one pattern that reads each letter once. Knows no words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any


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
