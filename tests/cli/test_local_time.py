"""Minutes are told on the war's own clock, whatever offset its file writes them with."""

from __future__ import annotations

from pathlib import Path

from truce_runner import truce


def test_the_last_truce_starts_at_one_local_time_and_stays_open(ledger: Path) -> None:
    rows = {row["truce"]: row for row in truce("--db", ledger, "truces", "--format", "jsonl").rows}
    assert rows["nov-10"]["in_force"] == rows["oct-26"]["until"] == "2020-11-10T01:00+04:00"
    assert rows["nov-10"]["until"] is None
    table = truce("--db", ledger, "truces").out.splitlines()
    last = next(line for line in table if line.startswith("nov-10"))
    assert "2020-11-10 01:00" in last and "open" in last


def test_the_heading_of_a_timeline_is_local_time(ledger: Path) -> None:
    heading = truce("--db", ledger, "timeline", "--truce", "oct-26").out.splitlines()[0]
    assert heading.endswith("in force 2020-10-26 08:00, until 2020-11-10 01:00")
