"""Finds claims and documents by what a person types: prefixes, paths, addresses, words of a title."""

from __future__ import annotations

import re
from typing import Final

from truce_cli.errors import UsageError
from truce_cli.model.claim import Claim
from truce_cli.model.document import Card
from truce_cli.store import rows
from truce_cli.store.session import Session

_HEX: Final = re.compile(r"[0-9a-f]{4,64}\Z")
_SHORTEST: Final = 6
"""Shown prefixes of claim ids have at least this many characters: "t-9f2c"."""
_LISTED: Final = 5


class FindingHalf(Session):
    """Look-ups by name."""

    def claim_by_prefix(self, prefix: str) -> Claim:
        """The claim whose id begins so, or whose label is this.

        Raises UsageError where none or several do, naming the candidates or the nearest.
        """
        ids = self.ids_beginning(prefix, _LISTED + 1)
        if prefix in ids:
            ids = [prefix]
        if not ids:
            labelled = self._all("SELECT claim_id FROM claims WHERE ref = ? LIMIT 2", (prefix,))
            ids = [row[0] for row in labelled]
        if not ids:
            raise UsageError(f"no claim {prefix!r} here{self._nearest_claims(prefix)}")
        if len(ids) > 1:
            more = ", ..." if len(ids) > _LISTED else ""
            raise UsageError(f"{prefix!r} is the beginning of {', '.join(ids[:_LISTED])}{more}; add a digit")
        sql = (
            f"SELECT {rows.CLAIM_SELECT} FROM claims AS c LEFT JOIN documents AS d ON d.id = c.document_id "
            "WHERE c.claim_id = ?"
        )
        return rows.claim(self._one(sql, (ids[0],)))

    def short_id(self, claim_id: str) -> str:
        """The shortest prefix, of at least six characters, that means this claim alone."""
        before = self._one("SELECT max(claim_id) FROM claims WHERE claim_id < ?", (claim_id,))[0]
        after = self._one("SELECT min(claim_id) FROM claims WHERE claim_id > ?", (claim_id,))[0]
        shared = max(_shared(claim_id, before or ""), _shared(claim_id, after or ""))
        return claim_id[: max(shared + 1, _SHORTEST)]

    def card(self, name: str) -> Card:
        """The document of a sha256, a path, a url or a title, or of any piece of one that means it alone.

        Raises UsageError where none or several answer.
        """
        found = self.cards_named(name) or self._cards_with(name)
        if len(found) == 1:
            return found[0]
        if not found:
            raise UsageError(f"no document {name!r} here{self._nearest_documents(name)}")
        listed = ", ".join(
            f"{card.id[:12]} ({card.path or card.url or card.title})" for card in found[:_LISTED]
        )
        raise UsageError(f"{name!r} could be {listed}; name it by its sha256")

    def cards_named(self, name: str, *, path: str | None = None) -> tuple[Card, ...]:
        """Documents that a name may mean, newest first, by the first way that finds any.

        The ways, in order: sha256 or its prefix; path (as first named; or `path`, from the ledger's folder,
        among the files seen); url or archive url; the end of a path; words of a title, case folded.
        """
        ways: list[tuple[str, tuple[str, ...]]] = []
        digits = name.lower()
        if _HEX.match(digits):
            ways.append(("d.sha256 BETWEEN ? AND ?", (digits, digits + "g")))
        if path is not None:
            ways.append(("d.id = (SELECT document_id FROM files WHERE files.path = ?)", (path,)))
        ways += [
            ("d.path = ?", (name,)),
            ("d.url = ? OR d.archive_url = ?", (name, name)),
            ("substr(d.path, -length(?)) = ?", (f"/{name}", f"/{name}")),
            ("d.title LIKE ? ESCAPE '\\'", (f"%{_literal(name)}%",)),
        ]
        order = "ORDER BY d.held DESC, d.id DESC"
        for where, values in ways if name.strip() else ():
            found = self._all(f"SELECT {rows.CARD_SELECT} FROM documents AS d WHERE {where} {order}", values)
            if found:
                return tuple(rows.card(row) for row in found)
        return ()

    def _cards_with(self, piece: str) -> tuple[Card, ...]:
        """Documents whose file name begins with a piece; else those in whose path, url or sha256 it stands.

        A person means these; a claims file does not: there a piece could stand in another document.
        """
        if not piece.strip():
            return ()
        cards = [
            rows.card(row)
            for row in self._all(f"SELECT {rows.CARD_SELECT} FROM documents AS d ORDER BY d.id")
        ]
        sought = piece.casefold()
        first = [card for card in cards if (card.path or "").rsplit("/", 1)[-1].casefold().startswith(sought)]
        return tuple(first or [card for card in cards if _holds(card, sought)])

    def ids_beginning(self, prefix: str, limit: int) -> list[str]:
        """Ids of claims that begin so, in their order; none for ""."""
        # Ids are plain ASCII: every id that begins with the prefix sorts below prefix + DEL.
        sql = "SELECT claim_id FROM claims WHERE claim_id >= ? AND claim_id < ? ORDER BY claim_id LIMIT ?"
        return [row[0] for row in self._all(sql, (prefix, prefix + "\x7f", limit))] if prefix else []

    def _nearest_claims(self, prefix: str) -> str:
        for length in range(len(prefix) - 1, 2, -1):
            near = self.ids_beginning(prefix[:length], 3)
            if near:
                return f"; the nearest: {', '.join(near)}"
        return "; truce claims lists them"

    def _nearest_documents(self, name: str) -> str:
        from difflib import get_close_matches

        paths = [row[0] for row in self._all("SELECT path FROM documents WHERE path IS NOT NULL LIMIT 5000")]
        by_end = {path.rsplit("/", 1)[-1]: path for path in paths}
        near = get_close_matches(name.rsplit("/", 1)[-1], list(by_end), n=3)
        return (
            f"; the nearest: {', '.join(by_end[end] for end in near)}"
            if near
            else "; truce documents lists them"
        )


def _shared(one: str, other: str) -> int:
    """How many first characters two ids share."""
    for place, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return place
    return min(len(one), len(other))


def _holds(card: Card, sought: str) -> bool:
    named = (card.path, card.url, card.archive_url)
    return card.id.startswith(sought) or any(sought in (name or "").casefold() for name in named)


def _literal(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
