"""truce review: shows claims one at a time, reads keys, decides."""

from __future__ import annotations

import os
import sys
from collections import Counter
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from truce_cli.cli import curating as c
from truce_cli.cli import options as o
from truce_cli.cli.asking import ask
from truce_cli.cli.keyboard import read_key
from truce_cli.cli.settings import Settings, complain, today
from truce_cli.errors import LedgerError, UsageError

if TYPE_CHECKING:
    from truce_cli.workflow.review import ReviewItem, ReviewWanted

_WIDTH: Final = 80


def review(
    ctx: typer.Context,
    document: Annotated[
        str | None, typer.Option(metavar="DOCUMENT", help="Only this document: its id, path or title.")
    ] = None,
    side: o.Sides = None,
    kind: o.Kinds = None,
    min_count: Annotated[
        int | None, typer.Option("--min-count", metavar="N", help="Only figures of at least N.")
    ] = None,
    disagreements: Annotated[
        bool, typer.Option("--disagreements", help="What two merged ledgers have decided otherwise.")
    ] = False,
) -> None:
    """What the machine proposed, one claim at a time in its context, decided by single keys.

    Each decision is kept at once: quit at any time, and go on where you left.

    \b
    truce review --kind toll --min-count 100
    truce review --document docs/dispatch-3.txt
    """
    settings = Settings.of(ctx)
    from truce_cli.workflow.question import several
    from truce_cli.workflow.review import ReviewWanted, queue

    wanted = ReviewWanted(
        document=document,
        sides=several(side),
        kinds=several(kind),
        min_count=min_count,
        disagreements=disagreements,
    )
    _Review(settings, wanted, list(queue(settings.ledger, wanted))).run()


class _Review:
    """One sitting. acts: numbers of the log's rows that it wrote, with the claim each was about."""

    def __init__(self, settings: Settings, wanted: ReviewWanted, ids: list[str]) -> None:
        self.settings = settings
        self.wanted = wanted
        self.ids = ids
        self.place = 0
        self.acts: list[tuple[int, int, str]] = []
        self.done: Counter[str] = Counter()

    def run(self) -> None:
        from truce_cli.workflow.review import item

        while self.place < len(self.ids):
            shown = item(self.settings.ledger, self.ids[self.place], self.wanted)
            if shown is None:
                self.place += 1
                continue
            self._show(shown)
            if not self._answer(shown):
                break
        self._account()

    def _show(self, shown: ReviewItem) -> None:
        from truce_cli.render.review import review_view

        self._draw(review_view(shown, self.place + 1, len(self.ids)))

    def _draw(self, view: Any) -> None:
        from truce_cli.model.record import replace
        from truce_cli.render.screen import show

        screen = self.settings.screen()
        show(view, replace(screen, width=screen.width or _WIDTH), sys.stdout)
        sys.stdout.flush()

    def _answer(self, shown: ReviewItem) -> bool:
        """Act on keys until the claim is left; False to end the review."""
        from truce_cli.render.review import KEYS, help_view, source_words

        while True:
            print(f"{KEYS} ", end="", file=sys.stderr, flush=True)
            key = read_key()
            if key in (None, "q"):
                print(file=sys.stderr)
                return False
            if key == "k":
                self.done["skipped"] += 1
                self.place += 1
                return True
            if key == "o":
                self._open(source_words(shown))
                continue
            decide = _KEYS.get(key or "")
            if decide is None:
                self._draw(help_view())
                continue
            try:
                decide(self, shown)
            except (UsageError, LedgerError) as why:
                complain(str(why))
                continue
            return True

    def _open(self, where: str) -> None:
        print(_safe(where))
        sys.stdout.flush()
        seen = any(os.environ.get(name) for name in ("BROWSER", "DISPLAY", "WAYLAND_DISPLAY"))
        if where.startswith("http") and (seen or sys.platform in ("darwin", "win32")):
            import webbrowser

            webbrowser.open(where)

    def _note(self, what: str, decided: Any, forward: int = 1) -> None:
        if decided.act is not None:
            self.acts.append((decided.act, self.place, what))
        for note in decided.notes:
            self.settings.note(note)
        self.done[what] += 1
        self.place += forward

    def accept(self, shown: ReviewItem) -> None:
        from truce_cli.workflow.decide import accept

        self._note("accepted", accept(self.settings.ledger, [shown.claim.id], c.who("review")))

    def reject(self, shown: ReviewItem) -> None:
        from truce_cli.workflow.decide import reject

        why = _needed("why is it no claim")
        self._note("rejected", reject(self.settings.ledger, [shown.claim.id], c.who("review", why)))

    def retract(self, shown: ReviewItem) -> None:
        from truce_cli.workflow.decide import retract

        said = ask("withdrawn on which day, or by which document", "Enter for today")
        day, document = today(), None
        if said:
            try:
                day = o.first_day(said, "day") or day
            except UsageError:
                document = said
        why = _needed("why")
        done = retract(
            self.settings.ledger, [shown.claim.id], c.who("review", why), day=day, document=document
        )
        self._note("retracted", done)

    def edit(self, shown: ReviewItem) -> None:
        from truce_cli.workflow.edit import edit

        field = _needed("which field")
        now = getattr(shown.claim, field, None)
        value = ask(f"{field}, now {'empty' if now in (None, ()) else now}", "- empties it")
        why = ask("why", "Enter for none")
        written = {field: "" if value == "-" else value}
        self._note(
            "edited", edit(self.settings.ledger, [shown.claim.id], written, c.who("review", why)), forward=0
        )

    def same(self, shown: ReviewItem) -> None:
        from truce_cli.workflow.decide import same_as

        other = _needed("same as which claim")
        done = same_as(self.settings.ledger, shown.claim.id, other, c.who("review"))
        self._note("judged the same", done)

    def undo(self, shown: ReviewItem) -> None:
        from truce_cli.workflow.undo import undo

        if not self.acts:
            raise UsageError("nothing decided in this review; truce undo takes back earlier decisions")
        act, place, what = self.acts[-1]
        undo(self.settings.ledger, str(act), c.who("undo"))
        self.acts.pop()
        self.done[what] -= 1
        self.place = place

    def _account(self) -> None:
        from truce_cli.workflow.review import queue

        waiting = len(queue(self.settings.ledger, self.wanted))
        words = [f"{what} {number:,}" for what, number in self.done.items() if number]
        self.settings.note(f"{', '.join(words) or 'nothing decided'}; {waiting:,} wait")


def _needed(question: str) -> str:
    answer = ask(question)
    if not answer:
        raise UsageError(f"{question}? nothing was said, so nothing is decided")
    return answer


def _safe(text: str) -> str:
    from truce_cli.render.safe import safe

    return safe(text)


_KEYS: Final = {
    "a": _Review.accept,
    "e": _Review.edit,
    "r": _Review.reject,
    "t": _Review.retract,
    "s": _Review.same,
    "u": _Review.undo,
}
