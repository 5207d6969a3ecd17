"""`python asking.py QUESTION...` runs truce once for each, in a process forked when the program was loaded.

Every question's words are joined by a tab; what it says goes to 0.out, 0.err, 1.out, ... in the working directory,
the codes to standard output. For questions that are many, in environments where the start is not what is tried.
"""

from __future__ import annotations

import os
import sys

from truce_cli.cli import app, claims, extract, ingest, timeline, tolls  # noqa: F401


def answered(number: int, question: str) -> int:
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    code = 1
    try:
        for stream, name in ((1, "out"), (2, "err")):
            os.dup2(os.open(f"{number}.{name}", os.O_WRONLY | os.O_CREAT), stream)
        sys.argv = ["truce", *question.split("\t")]
        try:
            app.main()
        except SystemExit as ended:
            code = int(ended.code or 0)
        sys.stdout.flush()
        sys.stderr.flush()
    finally:
        os._exit(code)


print(*(answered(number, question) for number, question in enumerate(sys.argv[1:])))
