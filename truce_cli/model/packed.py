"""A conflict as one text and back: what its file says, without reading the file again. Checks nothing."""

from __future__ import annotations

import json
from typing import Any, Final
from zlib import crc32

from truce_cli.model.conflict import Actor, Conflict, OtherWar, Place, Side, Truce
from truce_cli.model.record import asdict

_NOUNS: Final = {"sides": Side, "actors": Actor, "truces": Truce, "places": Place, "other_wars": OtherWar}


def packed(conflict: Conflict, stamp: str) -> str:
    """A stamp, a checksum and the JSON of a conflict. stamp: what `unpacked` must be given to have it back."""
    text = json.dumps(asdict(conflict), ensure_ascii=False, separators=(",", ":"))
    return "\n".join((stamp, _sum(text), text))


def unpacked(text: str, stamp: str) -> Conflict | None:
    """The conflict of a packed text; None where it was packed under another stamp, or is damaged."""
    said, checksum, body = (*text.split("\n", 2), "", "")[:3]
    if said != stamp or checksum != _sum(body):
        return None
    values = json.loads(body)
    nouns = {name: tuple(noun(**_whole(row)) for row in values[name]) for name, noun in _NOUNS.items()}
    return Conflict(**{**_whole(values), **nouns})


def _sum(text: str) -> str:
    return f"{crc32(text.encode('utf-8', 'surrogatepass')):08x}"


def _whole(row: dict[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if value.__class__ is list else value for name, value in row.items()}
