"""A backup made while another process writes is one sound state of the ledger, not a mixture."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from curating import DB, claim, log

from truce_cli.workflow.backup import backup
from truce_cli.workflow.check import check

ROOT = Path(__file__).resolve().parents[2]
WRITER = """
import sys
from itertools import count
from pathlib import Path
from truce_cli.workflow.decide import accept, reject
from truce_cli.workflow.who import Who

db = Path("truce.db")
print("writing", flush=True)
for turn in count():
    who = Who(curator="ben", now="2031-06-05T08:00:00Z", command="accept")
    (accept if turn % 2 == 0 else reject)(db, [sys.argv[1]], who)
"""


def test_backups_made_while_another_process_writes_are_sound(run) -> None:
    run()
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, claim(12).id],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    try:
        assert writer.stdout is not None and writer.stdout.readline() == b"writing\n"
        lengths = []
        for turn in range(6):
            copy = Path(f"copy-{turn}.db")
            while len(log(DB)) <= (lengths[-1] if lengths else 0):
                assert writer.poll() is None
            backup(DB, copy)
            assert check(copy).flaws == ()
            lengths.append(len(log(copy)))
        assert writer.poll() is None
    finally:
        writer.kill()
        writer.communicate()
    assert lengths == sorted(set(lengths))
    assert [row.hash for row in log(DB)][: lengths[-1]] == [row.hash for row in log(copy)]
