"""Every regular expression of the package, and hostile texts made of each one's own alphabet."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import re._constants as sre
import re._parser as parser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import truce_cli

ROOT = Path(truce_cli.__file__).parent
_AT_A_PLACE = frozenset(("match", "fullmatch"))
_CALLS = frozenset(("compile", "search", "match", "fullmatch", "findall", "finditer", "split", "sub"))


def all_patterns() -> dict[str, re.Pattern[str]]:
    """Name → pattern: those that modules hold, in tables too, and those written where they are used."""
    found: dict[str, re.Pattern[str]] = {}
    for info in pkgutil.walk_packages([str(ROOT)], "truce_cli."):
        if info.name.endswith("__main__"):
            continue
        module = importlib.import_module(info.name)
        for name, value in vars(module).items():
            for n, pattern in enumerate(_held(value)):
                if isinstance(pattern.pattern, str):
                    found.setdefault(f"{info.name}.{name}{f'[{n}]' if n else ''}", pattern)
    known = {pattern.pattern for pattern in found.values()}
    for path in sorted(ROOT.rglob("*.py")):
        for line, way, text in _written(path):
            if text not in known:
                found[f"{path.relative_to(ROOT)}:{line}.{way}"] = re.compile(text)
    return found


def only_at_a_place() -> frozenset[str]:
    """Names of patterns that the package only holds against one place, with match or fullmatch."""
    used: dict[str, set[str]] = {}
    for path in ROOT.rglob("*.py"):
        module = ".".join(path.relative_to(ROOT.parent).with_suffix("").parts)
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                name = node.value.id  # one without an underscore may be used from other modules
                used.setdefault(f"{module}.{name}" if name.startswith("_") else name, set()).add(node.attr)
    return frozenset(name for name, ways in used.items() if ways <= _AT_A_PLACE)


def at_a_place(name: str, used: frozenset[str]) -> bool:
    """Whether a pattern of all_patterns is only held against one place. used: only_at_a_place()."""
    last = name.rpartition(".")[2]
    return name in used or last in used or last in _AT_A_PLACE


def _held(value: Any, depth: int = 0) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        yield value
    elif depth < 3 and isinstance(value, dict):
        for item in value.values():
            yield from _held(item, depth + 1)
    elif depth < 3 and isinstance(value, (tuple, list, set, frozenset)):
        for item in value:
            yield from _held(item, depth + 1)


def _written(path: Path) -> Iterator[tuple[int, str, str]]:
    """Line, method and pattern of those that stand as plain strings in calls of re."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args):
            continue
        called, first = node.func, node.args[0]
        of_re = isinstance(called.value, ast.Name) and called.value.id == "re" and called.attr in _CALLS
        if of_re and isinstance(first, ast.Constant) and isinstance(first.value, str):
            yield node.lineno, called.attr, first.value


def hostile_texts(pattern: re.Pattern[str], size: int) -> Iterator[str]:
    """Texts of about a size that a pattern may stumble over: parts of what it matches, over and over."""
    tree = parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG)
    pieces = {" ", "a", "1", "\n", ".", "a ", "1 "}
    for some in (0, 1, 3):
        sample = _sample(tree, some)
        pieces |= {sample, sample[:-1], f"{sample} ", sample[: len(sample) // 2], f"{sample[:-1]} "}
    pieces |= set(_literals(tree))
    for piece in sorted(pieces - {""}):
        yield piece * (size // len(piece))


def _literals(tree: Any) -> Iterator[str]:
    """Single characters, and runs of them, that stand anywhere in a pattern."""
    run = ""
    for code, value in tree:
        if code is sre.LITERAL:
            run += chr(value)
            continue
        if run:
            yield from (run, f"{run} ")
        run = ""
        for part in _parts(code, value):
            yield from _literals(part)
    if run:
        yield from (run, f"{run} ")


def _parts(code: Any, value: Any) -> list[Any]:
    if code in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
        return [value[2]]
    if code is sre.SUBPATTERN:
        return [value[3]]
    if code is sre.BRANCH:
        return list(value[1])
    if code in (sre.ASSERT, sre.ASSERT_NOT):
        return [value[1]]
    return [value] if code is sre.ATOMIC_GROUP else []


def _sample(tree: Any, some: int) -> str:
    """A text that the pattern matches, more or less: each repeat `some` times, within its bounds."""
    return "".join(_sampled(code, value, some) for code, value in tree)


def _sampled(code: Any, value: Any, some: int) -> str:
    if code is sre.LITERAL:
        return chr(value)
    if code in (sre.NOT_LITERAL, sre.ANY):
        return "x"
    if code is sre.IN:
        return _one_of(value)
    if code is sre.BRANCH:
        return _sample(value[1][some % len(value[1])], some)
    if code in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
        low, high, part = value
        return _sample(part, some) * min(max(low, some), int(high))
    if code in (sre.SUBPATTERN, sre.ATOMIC_GROUP):
        return _sample(value[3] if code is sre.SUBPATTERN else value, some)
    return ""


def _one_of(members: Any) -> str:
    """A character of a class; of a negated one a letter."""
    kinds = {sre.CATEGORY_DIGIT: "1", sre.CATEGORY_SPACE: " ", sre.CATEGORY_WORD: "a"}
    if members[0][0] is sre.NEGATE:
        return "a"
    for code, value in members:
        if code is sre.LITERAL:
            return chr(value)
        if code is sre.RANGE:
            return chr(value[0])
        if code is sre.CATEGORY and value in kinds:
            return kinds[value]
    return "a"
