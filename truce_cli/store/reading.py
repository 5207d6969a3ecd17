"""The reading half of the ledger: rows out as model values. Judges nothing and changes nothing."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from truce_cli.errors import LedgerError, UsageError
from truce_cli.model.claim import Claim
from truce_cli.model.conflict import Actor
from truce_cli.model.document import Card, Document
from truce_cli.store import rows
from truce_cli.store.collapsing import CollapsingHalf
from truce_cli.store.finding import FindingHalf
from truce_cli.store.inspecting import InspectionHalf
from truce_cli.store.log_reading import LogHalf
from truce_cli.store.records import ConflictFile, Counts, Kept, SeenFile
from truce_cli.store.searching import SearchHalf

_FROM_CLAIMS: Final = "FROM claims AS c LEFT JOIN documents AS d ON d.id = c.document_id"
_UNBOUND: Final = "c.id NOT IN (SELECT extracted_id FROM bindings)"
_IN_ORDER: Final = "ORDER BY c.document_id IS NULL, c.document_id, c.start IS NULL, c.start, c.id"


class ReadingHalf(CollapsingHalf, FindingHalf, LogHalf, InspectionHalf, SearchHalf):
    """Questions to the ledger. Each fetches its whole answer before it returns."""

    def conflict(self) -> ConflictFile:
        """The conflict file that this ledger is about."""
        row = self._one("SELECT slug, path, data, sha256, parsed FROM conflict")
        if row is None:
            raise LedgerError(f"{self.path} names no conflict: it is damaged; use a backup")
        return ConflictFile(slug=row[0], path=row[1], data=row[2], sha256=row[3], parsed=row[4])

    def actors(self) -> tuple[Actor, ...]:
        """Actors that claims files brought, beside those of the conflict file."""
        sql = "SELECT slug, name, kind, side, aliases, counts_apart, note FROM actors ORDER BY slug"
        return tuple(rows.actor(row) for row in self._all(sql))

    # documents

    def cards(self) -> tuple[Card, ...]:
        """Every document without its text, in the order of ingest."""
        return tuple(
            rows.card(row)
            for row in self._all(f"SELECT {rows.CARD_SELECT} FROM documents AS d ORDER BY d.id")
        )

    def cards_of(self, sha256s: Iterable[str]) -> Iterator[Card]:
        """The cards of these documents; those that are not here are left out."""
        asked = tuple(sha256s)
        for at in range(0, len(asked), 500):
            some = asked[at : at + 500]
            sql = f"SELECT {rows.CARD_SELECT} FROM documents AS d WHERE d.sha256 IN ({_marks(some)})"
            yield from map(rows.card, self._all(sql, some))

    def count_documents(self) -> int:
        """How many documents are known here, held or not."""
        return self._count("SELECT count(*) FROM documents")

    def document(self, name: str) -> Document:
        """The document of a sha256, a prefix of one, a path, a url or a piece of its title, with its text.

        Raises UsageError where none or several answer, or where only a reference is held.
        """
        card = self.card(name)
        text = self.text(card.id)
        if text is None:
            raise UsageError(
                f"the text of {card.title or card.url or card.id} is not held here; ingest its article"
            )
        return Document(card=card, text=text)

    def text(self, sha256: str) -> str | None:
        """The cleaned text of a document; None where it is not held."""
        sql = "SELECT text FROM texts JOIN documents AS d ON d.id = document_id WHERE d.sha256 = ?"
        row = self._one(sql, (sha256,))
        return None if row is None else str(row[0])

    def original(self, sha256: str) -> bytes | None:
        """A document's bytes as they were read; None where they are not held."""
        sql = "SELECT zlib FROM originals JOIN documents AS d ON d.id = document_id WHERE d.sha256 = ?"
        row = self._one(sql, (sha256,))
        if row is None:
            return None
        try:
            return zlib.decompress(row[0])
        except zlib.error as error:
            raise LedgerError(
                f"the original of document {sha256[:12]} is damaged ({error}); use a backup"
            ) from None

    def known(self, sha256s: Iterable[str]) -> frozenset[str]:
        """Which of these documents are held, text and all."""
        asked = tuple(sha256s)
        held: set[str] = set()
        for at in range(0, len(asked), 500):
            some = asked[at : at + 500]
            sql = f"SELECT sha256 FROM documents WHERE held AND sha256 IN ({_marks(some)})"
            held.update(row[0] for row in self._all(sql, some))
        return frozenset(held)

    def held(self) -> tuple[str, ...]:
        """sha256 of every document whose text is held, in the order of ingest."""
        return tuple(row[0] for row in self._all("SELECT sha256 FROM documents WHERE held ORDER BY id"))

    # claims

    def claims(
        self,
        *,
        statuses: Sequence[str] | None = None,
        kinds: Sequence[str] | None = None,
        document: str | None = None,
        bound: bool = False,
    ) -> tuple[Claim, ...]:
        """Claims by document and place in it; those without a document come last.

        statuses, kinds: None for all. document: sha256. bound: also proposals that a curated claim leads.
        """
        where, values = _where(statuses, kinds, document, bound)
        return tuple(
            rows.claim(row)
            for row in self._all(f"SELECT {rows.CLAIM_SELECT} {_FROM_CLAIMS} {where} {_IN_ORDER}", values)
        )

    def kept(self, ids: Iterable[str]) -> dict[str, Kept]:
        """Claims of these ids, with how each came in; ids that are not here are left out."""
        asked = tuple(ids)
        found: dict[str, Kept] = {}
        for at in range(0, len(asked), 500):
            some = asked[at : at + 500]
            sql = f"SELECT {rows.KEPT_SELECT} {_FROM_CLAIMS} WHERE c.claim_id IN ({_marks(some)})"
            for row in self._all(sql, some):
                found[row[0]] = rows.kept(row)
        return found

    def kept_in(self, document: str) -> tuple[Kept, ...]:
        """Every claim of a document (sha256), bound ones too, with how each came in."""
        sql = f"SELECT {rows.KEPT_SELECT} {_FROM_CLAIMS} WHERE d.sha256 = ? {_IN_ORDER}"
        return tuple(rows.kept(row) for row in self._all(sql, (document,)))

    def unanchored(self) -> tuple[Kept, ...]:
        """Claims entered by a person whose document, named or not, is not held here."""
        named = f"SELECT {rows.KEPT_SELECT} {_FROM_CLAIMS} WHERE c.document_id IS NULL ORDER BY c.id"
        elsewhere = f"SELECT {rows.KEPT_SELECT} {_FROM_CLAIMS} WHERE d.held = 0 ORDER BY c.id"
        return tuple(rows.kept(row) for sql in (named, elsewhere) for row in self._all(sql))

    def ids_of_refs(self, refs: Iterable[str]) -> dict[str, str]:
        """Id of the claim that carries each of these labels; labels that no claim carries are left out."""
        found: dict[str, str] = {}
        for ref in set(refs):
            row = self._one("SELECT claim_id FROM claims WHERE ref = ? ORDER BY id", (ref,))
            if row is not None:
                found[ref] = row[0]
        return found

    def every_kept(self) -> tuple[Kept, ...]:
        """Every claim, bound ones too, in the order in which they came in."""
        sql = f"SELECT {rows.KEPT_SELECT} {_FROM_CLAIMS} ORDER BY c.id"
        return tuple(rows.kept(row) for row in self._all(sql))

    def ids_from(self, source_file: str) -> tuple[str, ...]:
        """Ids of the claims that a claims file has brought."""
        sql = "SELECT claim_id FROM claims WHERE source_file = ? ORDER BY id"
        return tuple(row[0] for row in self._all(sql, (source_file,)))

    def count_from(self, source_file: str) -> int:
        """How many claims a claims file has brought."""
        return int(self._one("SELECT count(*) FROM claims WHERE source_file = ?", (source_file,))[0])

    def bindings(self) -> tuple[tuple[str, str], ...]:
        """Pairs (id of a proposal, id of the curated claim that leads it)."""
        sql = (
            "SELECT e.claim_id, c.claim_id FROM bindings AS b JOIN claims AS e ON e.id = b.extracted_id "
            "JOIN claims AS c ON c.id = b.curated_id ORDER BY b.extracted_id"
        )
        return tuple((row[0], row[1]) for row in self._all(sql))

    # files, counts

    def file(self, path: str) -> SeenFile | None:
        """What is known of a file, by its path from the ledger's folder."""
        sql = (
            "SELECT f.path, f.size, f.mtime_ns, f.sha256, f.kind, d.sha256 FROM files AS f "
            "LEFT JOIN documents AS d ON d.id = f.document_id WHERE f.path = ?"
        )
        row = self._one(sql, (path,))
        if row is None:
            return None
        return SeenFile(
            path=row[0], size=row[1], mtime_ns=row[2], sha256=row[3], kind=row[4], document=row[5]
        )

    def noted_in(self, folder: str) -> dict[str, tuple[int, int]]:
        """(size, mtime_ns) of the articles of a folder, by name; folder: "" or a path that ends in a slash."""
        sql = (
            "SELECT substr(path, ?), size, mtime_ns FROM files WHERE path >= ? AND path < ? "
            "AND kind = 'article' AND instr(substr(path, ?), '/') = 0"
        )
        begins = len(folder) + 1
        ends = f"{folder[:-1]}0" if folder else "\U0010ffff"  # "0" is the character after the slash
        return {row[0]: (row[1], row[2]) for row in self._all(sql, (begins, folder, ends, begins))}

    def counts(self) -> Counts:
        """What the ledger holds, for `truce status`."""
        by_kind = (
            f"SELECT c.kind, c.status, count(*) FROM claims AS c WHERE {_UNBOUND} GROUP BY 1, 2 ORDER BY 1, 2"
        )
        waiting = f"SELECT count(*) FROM claims AS c WHERE c.status = 'candidate' AND {_UNBOUND}"
        return Counts(
            documents=self._count("SELECT count(*) FROM documents WHERE held"),
            elsewhere=self._count("SELECT count(*) FROM documents WHERE NOT held"),
            claims=tuple((kind, status, number) for kind, status, number in self._all(by_kind)),
            bound=self.count_bound(),
            awaiting=self._count(waiting),
            unanchored=self.count_unanchored(),
            decisions=self._count("SELECT count(*) FROM decisions"),
        )

    def count_bound(self) -> int:
        """How many proposals a curated claim leads."""
        return self._count("SELECT count(*) FROM bindings")

    def count_unanchored(self) -> int:
        """How many claims have no document here."""
        unnamed = self._count("SELECT count(*) FROM claims WHERE document_id IS NULL")
        return unnamed + self._count(
            "SELECT count(*) FROM documents AS d JOIN claims AS c ON c.document_id = d.id WHERE d.held = 0"
        )

    def _count(self, sql: str) -> int:
        return int(self._one(sql)[0])


def _where(
    statuses: Sequence[str] | None, kinds: Sequence[str] | None, document: str | None, bound: bool
) -> tuple[str, tuple[Any, ...]]:
    parts: list[str] = []
    values: list[Any] = []
    for column, allowed in (("c.status", statuses), ("c.kind", kinds)):
        if allowed is not None:
            parts.append(f"{column} IN ({_marks(allowed)})")
            values.extend(allowed)
    if document is not None:
        parts.append("d.sha256 = ?")
        values.append(document)
    if not bound:
        parts.append(_UNBOUND)
    return (f"WHERE {' AND '.join(parts)}" if parts else "", tuple(values))


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))
