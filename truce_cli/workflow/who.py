"""Who does something, when and by which command: makes rows for the log. Writes none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from truce_cli.model.claim import Claim
from truce_cli.model.record import dataclass
from truce_cli.store.records import Judgement
from truce_cli.store.writing import as_json


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """Who runs this, when (UTC, ISO), by which command and why: for the log."""

    curator: str
    now: str
    command: str = "ingest"
    why: str | None = None

    def judgement(self, subject: str, action: str, **rest: str | None) -> Judgement:
        rest.setdefault("why", self.why)
        return Judgement(
            at=self.now, curator=self.curator, command=self.command, subject=subject, action=action, **rest
        )


def stamp(moment: datetime) -> str:
    """A moment as the log keeps it: ISO, to the second, ending in Z. moment: in UTC."""
    return moment.isoformat(timespec="seconds").replace("+00:00", "Z")


def changes(before: Claim, after: Claim, names: Sequence[str], action: str, who: Who) -> Iterator[Judgement]:
    """One log row for each of these fields."""
    for name in names:
        old, new = as_json(getattr(before, name)), as_json(getattr(after, name))
        yield who.judgement(after.id, action, field=name, old=old, new=new)
