"""A progress bar for a person who waits: on a terminal's stderr, gone when the work is done."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from typing import TextIO

Step = Callable[[int, int, str], None]
"""Called with how many are done, how many there are, and the name of the one in hand."""


@contextlib.contextmanager
def progress_bar(what: str, out: TextIO, *, ascii_only: bool = False) -> Iterator[Step]:
    """Draws the steps on a terminal, with rate and time left; without a bar where only ASCII may be shown."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    bar = Progress(
        TextColumn("{task.description}", markup=False),
        *(() if ascii_only else (BarColumn(),)),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}", markup=False),
        TimeRemainingColumn(),
        console=Console(file=out, markup=False, highlight=False, emoji=False),
        transient=True,
    )
    with bar:
        task = bar.add_task(what, total=None, rate="")

        def step(done: int, total: int, name: str) -> None:
            speed = bar.tasks[0].finished_speed or bar.tasks[0].speed
            bar.update(task, completed=done, total=total, rate=f"{speed:,.0f}/s" if speed else "")

        yield step
