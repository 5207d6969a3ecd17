"""Looks over a conflict file, alone or against documents. Joins reading and extraction; prints nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from truce_cli.errors import InputRefused
from truce_cli.model.conflict import Conflict
from truce_cli.model.record import dataclass
from truce_cli.read.conflict_doubts import Doubt, doubts
from truce_cli.workflow.shipped import conflict_path

GRAVE = frozenset(("wrong", "ambiguous"))
"""Codes of what must be mended; the others are advice."""
_SPEAKS, _SUFFERS, _PLACE = "unknown_speaker", "unknown_victims", "unknown_place"
_TODO = {
    _SPEAKS: "add an [[actor]], or an alias of one",
    _SUFFERS: "add its [[place]] with a side, or an alias of a side",
    _PLACE: "add a [[place]]",
}
_CODES = {"speaks": _SPEAKS, "suffers": _SUFFERS, "place": _PLACE}


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictAnswer:
    """doubts: by line, then the names of the documents, most frequent first; documents: how many were read."""

    doubts: tuple[Doubt, ...]
    documents: int
    refused: tuple[InputRefused, ...] = ()


def check_conflict(name: str, paths: Sequence[str]) -> ConflictAnswer:
    """What is wrong, ambiguous or missing in a conflict file; with documents, also whom they name and it not.

    name: a conflict file, its folder or a shipped conflict. Raises UsageError where there is none.
    """
    from truce_cli.read.conflict import parse_conflict

    path = conflict_path(name)
    data = path.read_bytes()
    found = doubts(data, str(path))
    if not paths or any(doubt.code == "wrong" for doubt in found):
        return ConflictAnswer(doubts=found, documents=0)
    conflict = parse_conflict(data, str(path))
    refused: list[InputRefused] = []
    counts: dict[tuple[str, str], list[str]] = {}
    number = 0
    for document_name, names in _documents(paths, conflict, refused):
        number += 1
        for code, called, quote in names:
            counts.setdefault((code, called), []).append(f"{document_name}: “{quote}”")
    named = sorted(counts.items(), key=lambda item: (-len(item[1]), item[0]))
    strangers = tuple(_stranger(code, called, told) for (code, called), told in named)
    return ConflictAnswer(doubts=(*found, *strangers), documents=number, refused=tuple(refused))


def _documents(
    paths: Sequence[str], conflict: Conflict, refused: list[InputRefused]
) -> Iterator[tuple[str, Iterable[tuple[str, str, str]]]]:
    """Each readable article with its strangers: (code, name, quote)."""
    from truce_cli.extract.strangers import strangers
    from truce_cli.read.article import read_article
    from truce_cli.read.walk import Found, walk

    for item in walk(paths):
        if isinstance(item, InputRefused):
            refused.append(item)
        elif isinstance(item, Found) and item.kind == "article":
            try:
                document = read_article(str(item.path), item.path.read_bytes())
            except (InputRefused, OSError) as error:
                refused.append(
                    error if isinstance(error, InputRefused) else InputRefused(str(item.path), str(error))
                )
                continue
            yield str(item.path), [(_CODES[s.role], s.name, s.quote) for s in strangers(document, conflict)]


def _stranger(code: str, called: str, told: Sequence[str]) -> Doubt:
    times = "once" if len(told) == 1 else f"{len(told):,} times"
    return Doubt(code, None, called, f"{times}, as in {told[0]}", _TODO[code])
