"""Packs a ledger into a folder that others can verify with coreutils alone: originals, texts, claims, log."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath
from typing import Final

from truce_cli.model.claim import Claim
from truce_cli.model.document import Card
from truce_cli.model.identity import canonical
from truce_cli.store.ledger import Ledger
from truce_cli.store.log import entry_text
from truce_cli.store.records import Decision
from truce_cli.workflow.export import Everything, gathered
from truce_cli.workflow.held_conflict import parsed

Progress = Callable[[int, int, str], None]
SUMS: Final = "SHA256SUMS"
_SUFFIXES: Final = frozenset((".txt", ".html", ".htm", ".md", ".json", ".xml", ".eml", ".pdf"))

README: Final = """{name} ({slug}): evidence bundle made by truce

{documents} documents, {claims} claims, {decisions} decisions.

originals/   each article's bytes as they were read; a file's name is the SHA-256 of its content
texts/       the text drawn from each original, UTF-8; quotes stand in it
claims.jsonl everything: documents, sources, claims, log; `truce ingest claims.jsonl` takes it in again
quotes.tsv   each quote: claim, text file, first byte (from 1), length in bytes
log.jsonl    every decision, one a line; each line names, as prev_hash, the SHA-256 of the line before it
conflict.toml  what the ledger is about

To verify, with coreutils and a shell:

    sha256sum -c SHA256SUMS

    # every original is the file that its name says
    (cd originals && for f in *; do [ -f "$f" ] && printf '%s  %s\\n' "${{f%%.*}}" "$f"; done | sha256sum -c)

    # the log is unbroken, down to its last row: {head}
    last={first}
    while IFS= read -r line; do
      case $line in *"\\"prev_hash\\":\\"$last\\""*) ;; *) echo "broken: $line"; break;; esac
      last=$(printf %s "$line" | sha256sum | cut -c1-64)
    done < log.jsonl
    [ "$last" = {head} ] && echo "log unbroken"

    # the words of a claim, by its line in quotes.tsv: claim, file, first byte, length
    while IFS="$(printf '\\t')" read -r claim file first length; do
      printf '%s\\t' "$claim"; tail -c "+$first" "$file" | head -c "$length"; echo
    done < quotes.tsv

To work on:

    truce --db copy.db ingest claims.jsonl
    truce --db copy.db ingest originals/
"""


def bundle(db: Path, folder: Path, progress: Progress | None = None) -> int:
    """Write the bundle as a new folder, whole or not at all; how many files it holds.

    progress: called with documents done, all documents, and a name.

    Raises UsageError where something stands there, DiskError where it cannot be written.
    """
    from truce_cli.render.exports import export_lines
    from truce_cli.render.files import whole_folder, write_bytes

    # A private copy: many originals take long to write, and nobody shall wait for them.
    with Ledger.scratch(db) as ledger, whole_folder(folder) as made:
        sums: list[tuple[str, str]] = []

        def keep(name: str, data: bytes) -> None:
            write_bytes(made / name, data)
            sums.append((name, hashlib.sha256(data).hexdigest()))

        held = gathered(ledger)
        texts = _documents(ledger, held, keep, progress)
        keep("conflict.toml", held.conflict.data)
        keep("claims.jsonl", "".join(export_lines(held, "jsonl")).encode("utf-8", "surrogatepass"))
        keep("log.jsonl", "".join(f"{line}\n" for line in log_lines(held.log)).encode("utf-8"))
        keep("quotes.tsv", "".join(_quotes(held.claims, texts)).encode("utf-8"))
        keep("README.txt", _readme(held).encode("utf-8"))
        write_bytes(made / SUMS, "".join(f"{own}  {name}\n" for name, own in sorted(sums)).encode("utf-8"))
        return len(sums) + 1


def log_lines(log: tuple[Decision, ...]) -> Iterator[str]:
    """The very texts that the log's hashes cover."""
    for one in log:
        yield canonical(
            entry_text(
                one.seq, one.judgement, one.prev_hash, act=one.act, undoes=one.undoes, origin=one.origin
            )
        )


def _documents(
    ledger: Ledger, held: Everything, keep: Callable[[str, bytes], None], progress: Progress | None
) -> dict[str, str]:
    texts: dict[str, str] = {}
    for number, card in enumerate(held.cards, 1):
        if progress:
            progress(number, len(held.cards), card.path or card.id)
        original, text = ledger.original(card.id), ledger.text(card.id)
        if original is not None and text is not None:
            keep(f"originals/{card.id}{_suffix(card)}", original)
            keep(f"texts/{card.id}.txt", text.encode("utf-8"))
            texts[card.id] = text
    return texts


def _suffix(card: Card) -> str:
    """The ending of the file as it was named, so that its reader is chosen again; never anything else of it."""
    suffix = PurePosixPath(card.path or "").suffix.lower()
    return suffix if suffix in _SUFFIXES else ""


def _quotes(claims: tuple[Claim, ...], texts: dict[str, str]) -> Iterator[str]:
    for claim in claims:
        text = texts.get(claim.document or "")
        if text is None or claim.start is None or claim.end is None:
            continue
        first = len(text[: claim.start].encode("utf-8")) + 1
        length = len(text[claim.start : claim.end].encode("utf-8"))
        yield f"{claim.id}\ttexts/{claim.document}.txt\t{first}\t{length}\n"


def _readme(held: Everything) -> str:
    from truce_cli.store.log import FIRST

    conflict = parsed(held.conflict)
    return README.format(
        name=conflict.name,
        slug=conflict.slug,
        documents=len(held.cards),
        claims=len(held.claims),
        decisions=len(held.log),
        first=FIRST,
        head=held.log[-1].hash if held.log else FIRST,
    )
