"""Reads the log: rows, acts, what has been undone. Changes nothing and judges nothing."""

from __future__ import annotations

from collections.abc import Sequence

from truce_cli.store import rows
from truce_cli.store.log import FROM_FILES
from truce_cli.store.records import Decision
from truce_cli.store.session import Session


class LogHalf(Session):
    """Questions about the decisions."""

    def log(self, subject: str | None = None) -> tuple[Decision, ...]:
        """The decisions, oldest first; of one subject (id of a claim, sha256, slug) where one is given."""
        return self._decisions("", ()) if subject is None else self._decisions("subject = ?", (subject,))

    def acts(self, *, of: int) -> tuple[Decision, ...]:
        """The rows of one act, oldest first."""
        return self._decisions("act = ? OR (act IS NULL AND seq = ?)", (of, of))

    def pair_rows(self, claim_id: str | None = None) -> tuple[Decision, ...]:
        """Judgements on two claims, oldest first: all, or those that name this claim."""
        if claim_id is None:
            return self._decisions("action = 'pair'", ())
        return self._decisions("action = 'pair' AND (subject = ? OR field = ?)", (claim_id, claim_id))

    def _decisions(self, where: str, values: Sequence[object]) -> tuple[Decision, ...]:
        condition = f"WHERE {where}" if where else ""
        sql = f"SELECT {', '.join(rows.DECISION_COLUMNS)} FROM decisions {condition} ORDER BY seq"
        return tuple(rows.decision(row) for row in self._all(sql, values))

    def last_seq(self) -> int:
        """Number of the log's last row; 0 for an empty log."""
        return int(self._one("SELECT coalesce(max(seq), 0) FROM decisions")[0])

    def log_length(self) -> int:
        """How many rows the log has ever had, by SQLite's own counter: a shorter log has lost its end."""
        row = self._one("SELECT seq FROM sqlite_sequence WHERE name = 'decisions'")
        return 0 if row is None else int(row[0])

    def act_of(self, seq: int) -> int | None:
        """The act that a row belongs to; None where there is no such row."""
        row = self._one("SELECT coalesce(act, seq) FROM decisions WHERE seq = ?", (seq,))
        return None if row is None else int(row[0])

    def knows_row(self, origin: str) -> bool:
        """True where a row with this hash, or from one with it, is in the log."""
        sql = "SELECT 1 FROM decisions WHERE origin = ? UNION ALL SELECT 1 FROM decisions WHERE hash = ?"
        return self._one(sql, (origin, origin)) is not None

    def undone_acts(self) -> frozenset[int]:
        """Acts that stand undone. An undoing that was itself undone does not count."""
        sql = "SELECT DISTINCT coalesce(act, seq), undoes FROM decisions WHERE undoes IS NOT NULL ORDER BY 1 DESC"
        undone: set[int] = set()
        for act, target in self._all(sql):
            if act not in undone:
                undone.add(target)
        return frozenset(undone)

    def last_act(self, *, curator: str | None, subject: str | None) -> int | None:
        """The last act that is a person's decision, no undoing, and not undone; None where there is none.

        curator, subject: only theirs, where given; a pair counts as about both of its claims.
        """
        undone = self.undone_acts()
        files = tuple(FROM_FILES - {"add"})
        where = [
            f"action NOT IN ({', '.join('?' * len(files))})",
            "(action != 'add' OR new IS NOT NULL)",
            "undoes IS NULL",
        ]
        values: list[object] = [*files]
        if curator is not None:
            where.append("curator = ?")
            values.append(curator)
        if subject is not None:
            where.append("(subject = ? OR (action = 'pair' AND field = ?))")
            values += (subject, subject)
        sql = f"SELECT DISTINCT coalesce(act, seq) FROM decisions WHERE {' AND '.join(where)} ORDER BY 1 DESC"
        return next((int(row[0]) for row in self._all(sql, values) if row[0] not in undone), None)

    def kept_back(self) -> tuple[Decision, ...]:
        """Rows that keep our decision against another ledger's, as long as nobody has decided since."""
        sql = "SELECT max(seq) FROM decisions WHERE subject = ? AND field = ?"
        waiting = []
        for row in self._decisions("action = 'keep'", ()):
            one = row.judgement
            if self._one(sql, (one.subject, one.field))[0] == row.seq:
                waiting.append(row)
        return tuple(waiting)
