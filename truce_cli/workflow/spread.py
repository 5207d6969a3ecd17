"""Spreads work over processes and gives the results back in order. Knows nothing of what the work is."""

from __future__ import annotations

import gc
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from itertools import chain, islice
from typing import Any, Final, TypeVar

from truce_cli.errors import TruceError

Stays = TypeVar("Stays")
Goes = TypeVar("Goes")
Comes = TypeVar("Comes")

_FEW = 2
"""So many tasks are done faster here than processes are started."""
_AHEAD = 2
"""Tasks that each process has waiting, so that none is idle while results are stored."""


def cores() -> int:
    """Processor cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def spread(
    work: Callable[[Goes], Comes], tasks: Iterable[tuple[Stays, Goes]], jobs: int
) -> Generator[tuple[Stays, Comes], None, None]:
    """(what stays, work(what goes)) for each task (what stays, what goes), in their order.

    jobs: processes. The work is done in this one where jobs is 1, tasks are few, or the system cannot fork; an
    empty task never leaves it. A few tasks a process are in memory at once. What goes and comes is pickled, work
    is not. Raises TruceError where a process is lost.
    """
    tasks = iter(tasks)
    if jobs > 1 and hasattr(os, "fork"):
        first = list(islice(tasks, _FEW + 1))
        many, tasks = len(first) > _FEW, chain(first, tasks)
        del first
        if many:
            yield from _over_processes(work, tasks, jobs)
            return
    with _seldom_collecting():
        for stays, goes in tasks:
            yield stays, work(goes)


@contextmanager
def _seldom_collecting() -> Iterator[None]:
    """What the work makes goes when it is let go of; to look for rings among it again and again costs a twentieth."""
    before = gc.get_threshold()
    gc.set_threshold(*_SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _over_processes(
    work: Callable[[Goes], Comes], tasks: Iterable[tuple[Stays, Goes]], jobs: int
) -> Generator[tuple[Stays, Comes], None, None]:
    from concurrent.futures import Future, ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    waiting: deque[tuple[Stays, Goes | None, Future[Comes] | None]] = deque()

    def next_done() -> tuple[Stays, Comes]:
        stays, goes, future = waiting.popleft()
        return stays, future.result() if future is not None else work(goes)  # type: ignore[arg-type]

    life, alive = os.pipe()
    pool = ProcessPoolExecutor(jobs, get_context("fork"), _begin, (work, life, alive))
    try:
        for stays, goes in tasks:
            waiting.append((stays, None, pool.submit(_do, goes)) if goes else (stays, goes, None))
            if len(waiting) > _AHEAD * jobs:
                yield next_done()
        while waiting:
            yield next_done()
    except BrokenProcessPool:
        raise TruceError(
            "a process that this one had started was ended from outside, or ran out of memory; what was stored "
            "before stays: run it again, with --jobs 1 if it happens again"
        ) from None
    finally:
        pool.shutdown(cancel_futures=True)
        os.close(life)
        os.close(alive)


_SELDOM: Final = (20_000, 10, 10)
"""Objects made between two looks for rings; then every so many looks at older ones."""

_work: Callable[[Any], Any]
"""In a started process: its work, which came with the fork."""


def _begin(work: Callable[[Any], Any], life: int, alive: int) -> None:
    """First thing in a started process."""
    global _work
    _work = work
    gc.freeze()  # what came with the fork stays for good
    gc.set_threshold(*_SELDOM)
    # Ctrl-C reaches every process of a terminal; the one that started this one decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    os.close(alive)
    threading.Thread(target=_end_with, args=(life,), daemon=True).start()


def _end_with(life: int) -> None:
    """End when the process at the other end of the pipe has, however it did: nobody else holds that end open."""
    os.read(life, 1)
    os._exit(1)


def _do(task: Any) -> Any:
    return _work(task)
