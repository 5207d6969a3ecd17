"""Front matter: the YAML block between two `---` lines at a file's head. Knows YAML, no field's meaning.

Only YAML's events are read, never its values: 010, NO and 12:30:45 stay the strings that were written, and
neither aliases nor deep nesting can grow anything.
"""

from __future__ import annotations

import re
from typing import Any, Final

from truce_cli.errors import InputRefused
from truce_cli.model.record import dataclass, field

_FENCE: Final = re.compile(r"---[ \t]*\Z")
_KEY: Final = re.compile(r"(?<![\w-])[\w-]+[ \t]*:(\s|\Z)")
_MAX_LINES: Final = 400
_MAX_DEPTH: Final = 8
_TOO_DEEP: Final = "front matter is nested too deeply"


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """fields: top-level keys, lower-cased, to the string written there; lists are joined by ", ".

    Keys that hold a mapping are left out. body: what stands below the second fence.
    """

    fields: dict[str, str] = field(default_factory=dict)
    body: str = ""


def split_front_matter(text: str, path: str) -> FrontMatter:
    """Text parted from its front matter; no fields where it has none.

    Raises InputRefused for an unclosed fence, broken YAML, a key written twice, anchors and aliases.
    """
    head = text.lstrip("\ufeff")
    if not head.startswith("---"):
        return FrontMatter(body=text)
    lines = head.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if not _FENCE.match(lines[0]):
        return FrontMatter(body=text)
    close = next((n for n, line in enumerate(lines[1:_MAX_LINES], 1) if _FENCE.match(line)), None)
    has_keys = any(_KEY.match(line) for line in lines[1 : close or 3])
    if not has_keys:  # a rule of dashes above plain text
        return FrontMatter(body=text)
    if close is None:
        raise InputRefused(path, "the front matter is never closed; end it with a line of ---", line=1)
    fields = _parse("\n".join(lines[1:close]) + "\n", path)
    return FrontMatter(fields, "\n".join(lines[close + 1 :]))


def _parse(source: str, path: str) -> dict[str, str]:
    import yaml

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return _collect(yaml.parse(source, Loader=loader), path)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or getattr(error, "reason", None) or "not YAML"
        line = mark.line + 2 if mark else None  # the fence is line 1, YAML counts from 0
        if "nesting depth" in problem:  # libyaml from 0.2.6 on stops before we do
            raise InputRefused(path, _TOO_DEEP, line=line) from None
        raise InputRefused(path, f"broken front matter: {problem}", line=line) from None


def _collect(events: Any, path: str) -> dict[str, str]:
    """The top level of a stream of YAML events."""
    import yaml

    fields: dict[str, str] = {}
    stack: list[str] = []
    key: str | None = None
    items: list[str] = []
    for event in events:
        line = event.start_mark.line + 2
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise InputRefused(path, "front matter with anchors or aliases is not read", line=line)
        if isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            stack.append("map" if isinstance(event, yaml.MappingStartEvent) else "list")
            if len(stack) > _MAX_DEPTH:
                raise InputRefused(path, _TOO_DEEP, line=line)
            if len(stack) == 1 and stack != ["map"]:
                raise InputRefused(path, "front matter must be lines of `key: value`", line=line)
            if len(stack) == 2 and key is None:
                raise InputRefused(path, "a key of the front matter is not a word", line=line)
            items = [] if len(stack) == 2 else items
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            closed = stack.pop()
            if len(stack) == 1 and key is not None:
                if closed == "list":
                    fields[key] = ", ".join(items)
                key = None
        elif isinstance(event, yaml.ScalarEvent):
            if stack == ["map"]:
                if key is None:
                    key = event.value.strip().lower()
                    if key in fields:
                        raise InputRefused(path, f"{key!r} stands twice in the front matter", line=line)
                    fields[key] = ""
                else:
                    fields[key], key = event.value.strip(), None
            elif stack == ["map", "list"]:
                items.append(event.value.strip())
    return {name: value for name, value in fields.items() if value}
