"""truce add: one flag a field, prompts for what is missing, echoes days, saves."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from truce_cli.cli import curating as c
from truce_cli.cli import options as o
from truce_cli.cli.asking import agreed, ask, on_a_terminal
from truce_cli.cli.settings import Settings, complain, today
from truce_cli.errors import UsageError
from truce_cli.model.fields import BY_NAME, FIELDS, Field
from truce_cli.model.words import KINDS
from truce_cli.workflow.nearest import one_of

if TYPE_CHECKING:
    from truce_cli.workflow.add import Draft

_NOT_ASKED: Final = ("id", "kind", "status", "entry", "rule", "retracted_from")
_FLAGS: Final = tuple(field for field in FIELDS if field.authored and field.name not in _NOT_ASKED)
_ASKED: Final = {
    "toll": "document quote side victims harm value measure claimant as_of place",
    "undisclosed": "document quote side victims harm claimant as_of",
    "violation": "document quote claimant accused_side act occurred place truce",
    "denial": "document quote claimant denies truce",
    "truce_event": "document quote truce event at brokers",
}


def add(ctx: typer.Context, kind: str, base: str | None, why: str | None, **flags: str | None) -> None:
    """Enter one claim by hand: toll, violation, denial, undisclosed or truce_event. Prints its id.

    Days may be said in words: they count from --base, else from the document's day, else from the war's last
    day or today. On a terminal what is missing is asked for.

    \b
    truce add toll --side armenian --harm killed --value 710 --measure cumulative --claimant Armenia
    truce add violation --accused-side armenian --act shelling --occurred "Oct 18 00:02" --document a.html
    """
    settings = Settings.of(ctx)
    from truce_cli.workflow import add as workflow

    kind = one_of(kind.replace("-", "_"), KINDS, "kind of claim")
    given = {name: value for name, value in flags.items() if value is not None}
    day = o.first_day(base, "--base")
    asked = on_a_terminal() and bool(workflow.missing(kind, given))
    if asked:
        draft = _ask(settings, kind, given, day)
    else:
        draft = workflow.prepare(settings.ledger, kind, given, today=today(), base=day)
    for reading in draft.readings:
        complain(f"{reading.field}: {reading.said!r} is {reading.day} (counted from {reading.base})")
    for note in draft.notes:
        settings.note(note)
    if asked and not _confirmed(draft):
        complain("not saved")
        raise typer.Exit(1)
    added = workflow.save(settings.ledger, draft, c.who("add", why))
    settings.note(f"added {added.short}; log {added.act}" if added.new else f"{added.short} was here already")
    sys.stdout.write(added.id + "\n")


def _ask(settings: Settings, kind: str, given: dict[str, str], day: str | None) -> Draft:
    """Ask for the fields that were not given; again where an answer does not fit."""
    from truce_cli.workflow import add as workflow

    answers = dict(given)
    for name in _ASKED[kind].split():
        if name not in answers:
            answers[name] = ask(name.replace("_", " "), _hint(name, kind))
    while True:
        try:
            return workflow.prepare(settings.ledger, kind, answers, today=today(), base=day)
        except UsageError as why:
            complain(str(why))
            field = str(why).split(":")[0]
            if field not in BY_NAME:
                lacking = workflow.missing(kind, answers)
                field = lacking[0] if lacking else ask("which field")
            answers[field] = ask(field.replace("_", " "), _hint(field, kind))


def _hint(name: str, kind: str) -> str:
    from truce_cli.workflow.add import NEEDED

    field = BY_NAME.get(name)
    words = ", ".join(field.choices) if field and field.choices else ""
    if field and field.type == "day":
        words = "a day, such as 2020-10-18 or Oct 18"
    if name not in NEEDED[kind]:
        words = f"{words}; Enter for none" if words else "Enter for none"
    return words


def _confirmed(draft: Draft) -> bool:
    from truce_cli.render.safe import safe

    for field in FIELDS:
        value = getattr(draft.claim, field.name)
        if value not in (None, ()):
            print(f"  {field.name:14} {safe(str(value))}", file=sys.stderr)
    return agreed("save")


def _parameters() -> Iterator[inspect.Parameter]:
    """The command's parameters: one flag for every field of the field table."""

    def keyword(name: str, kind: Any, default: object = None) -> inspect.Parameter:
        return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=kind)

    yield keyword("ctx", typer.Context, inspect.Parameter.empty)
    shown = typer.Argument(metavar="KIND", help=f"{', '.join(KINDS)}.")
    yield keyword("kind", Annotated[str, shown], inspect.Parameter.empty)
    for field in _FLAGS:
        yield keyword(field.name, Annotated[str | None, _flag(field)])
    option = typer.Option("--base", metavar="DAY", help="The day from which days in words count.")
    yield keyword("base", Annotated[str | None, option])
    yield keyword("why", c.Why)


def _flag(field: Field) -> Any:
    metavar = {"int": "N", "day": "DAY", "list": "A;B", "id": "ID"}.get(field.type, "TEXT")
    uses = f"for {', '.join(field.kinds)}" if field.kinds else ""
    choices = ", ".join(field.choices)
    text = "; ".join(word for word in (choices, uses) if word)
    return typer.Option(
        f"--{field.name.replace('_', '-')}", metavar=metavar, help=f"{text}." if text else None
    )


def _declare() -> None:
    parameters = list(_parameters())
    add.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    add.__annotations__ = {one.name: one.annotation for one in parameters}


_declare()
