"""The command group: loads a command when it is called, and turns every error into one line and a code."""

from __future__ import annotations

import errno
import gc
import os
import signal
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any, Final

import typer
from typer.core import TyperCommand, TyperGroup, TyperOption
from typer.main import get_command

from truce_cli.cli import completing, whole_lines
from truce_cli.cli.later import load_now
from truce_cli.cli.settings import ASCII, DB, DEBUG, QUIET, complain
from truce_cli.errors import DiskError, TruceError

COMMANDS: Final = {
    "init": "truce_cli.cli.init",
    "conflict": "truce_cli.cli.conflict",
    "ingest": "truce_cli.cli.ingest",
    "tolls": "truce_cli.cli.tolls",
    "why": "truce_cli.cli.why",
    "timeline": "truce_cli.cli.timeline",
    "truces": "truce_cli.cli.truces",
    "violations": "truce_cli.cli.violations",
    "diff": "truce_cli.cli.diff",
    "claims": "truce_cli.cli.claims",
    "documents": "truce_cli.cli.documents",
    "show": "truce_cli.cli.show",
    "sources": "truce_cli.cli.sources",
    "status": "truce_cli.cli.status",
    "extract": "truce_cli.cli.extract",
    "add": "truce_cli.cli.add",
    "review": "truce_cli.cli.review",
    "accept": "truce_cli.cli.accept",
    "reject": "truce_cli.cli.reject",
    "edit": "truce_cli.cli.edit",
    "retract": "truce_cli.cli.retract",
    "same": "truce_cli.cli.same",
    "different": "truce_cli.cli.different",
    "log": "truce_cli.cli.log",
    "undo": "truce_cli.cli.undo",
    "check": "truce_cli.cli.check",
    "search": "truce_cli.cli.search",
    "report": "truce_cli.cli.report",
    "serve": "truce_cli.cli.serve",
    "export": "truce_cli.cli.export",
    "backup": "truce_cli.cli.backup",
}
"""The module of each command; the function in it, or the group of commands, has the command's name."""

_WRITERS: Final = frozenset(
    "init ingest add review accept reject edit retract same different undo backup export report serve".split()
)
_LONG: Final = _WRITERS | {"extract", "check"}
"""Commands that may run for minutes and make much that only the garbage collector frees."""
_DISK: Final = frozenset(getattr(errno, name, None) for name in ("ENOSPC", "EDQUOT", "EIO", "EFBIG", "EROFS"))
_PIPE, _INTERRUPT = 141, 130


def shared_options() -> list[TyperOption]:
    """--db, --quiet, --ascii, --debug: the same before and after the command."""

    def keep(key: str) -> Any:
        def note(ctx: typer.Context, param: object, value: object) -> None:
            if value:
                ctx.meta[key] = value

        return note

    def flag(name: str, key: str, text: str) -> TyperOption:
        return TyperOption(
            param_decls=[name], is_flag=True, expose_value=False, callback=keep(key), help=text
        )

    ledger = TyperOption(
        param_decls=["--db"],
        metavar="FILE",
        expose_value=False,
        callback=keep(DB),
        help="The ledger; truce.db in this folder unless TRUCE_DB names another.",
    )
    return [
        ledger,
        flag("--quiet", QUIET, "No accounting, legend or footer."),
        flag("--ascii", ASCII, "Print nothing but ASCII."),
        flag("--debug", DEBUG, "Show the traceback of an error."),
    ]


class Command(TyperCommand):
    """A command with the shared options behind its own."""

    def __init__(self, *args: Any, params: list[Any] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, params=[*(params or []), *shared_options()], **kwargs)


class Group(TyperGroup):
    """A group of commands with the shared options."""

    def __init__(self, *args: Any, params: list[Any] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, params=[*(params or []), *shared_options()], **kwargs)


class House(Group):
    """The group of all commands and the one error boundary."""

    def list_commands(self, ctx: Any) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name not in COMMANDS:
            return None
        body = getattr(import_module(COMMANDS[cmd_name]), cmd_name)
        if isinstance(body, typer.Typer):
            return get_command(body)
        app = typer.Typer(add_completion=False, rich_markup_mode=None)
        app.command(cmd_name, cls=Command)(body)
        return get_command(app)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        if not args[0].startswith("-") and args[0] not in COMMANDS:
            from truce_cli.workflow.nearest import one_of

            one_of(args[0], COMMANDS, "command")
        if args[0] in _LONG:
            gc.enable()
            load_now()
        if args[0] in _WRITERS:
            _write_safely()
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except OSError as error:
            # typer's own main would end a broken pipe with 1
            raise typer.Exit(_explained(error, debug=bool(ctx.meta.get(DEBUG)))) from error

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        windows_expand_args: bool = True,
        **extra: Any,
    ) -> Any:
        given = list(sys.argv[1:] if args is None else args)
        try:
            _read_like_a_filter()
            ended = super().main(given, "truce", complete_var, standalone_mode=False, **extra)
            code = ended if isinstance(ended, int) else 0
        except BaseException as error:
            if completing.asked() and not isinstance(error, SystemExit):
                sys.exit(0)
            code = _explained(error, debug="--debug" in given)
        sys.exit(_flushed(code))


def _read_like_a_filter() -> None:
    """A closed pipe ends a reading command at once, as it ends cat: Python's own way may exit with 120."""
    whole_lines.install()
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    if sys.stdout is None:
        raise DiskError("standard output is closed; give it a place to write to")
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="backslashreplace")


def _write_safely() -> None:
    """A writing command says that its reader has gone, and ends what it does."""
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_IGN)


def _explained(error: BaseException, *, debug: bool) -> int:
    """Say in one line what went wrong; the exit code."""
    if isinstance(error, SystemExit):
        return error.code if isinstance(error.code, int) else 1
    if isinstance(error, KeyboardInterrupt):
        return _INTERRUPT
    if isinstance(error, BrokenPipeError):
        return _PIPE
    if debug:
        _show_traceback(error)
    if isinstance(error, TruceError):
        complain(str(error))
        return error.exit_code
    if isinstance(error, OSError):
        return _explained_by_system(error)
    if hasattr(error, "format_message"):
        return _explained_by_typer(error)
    if isinstance(error, typer.Abort):
        complain("stopped")
        return 1
    if isinstance(error, MemoryError):
        complain("out of memory; give it smaller files")
        return 1
    complain(f"internal error: {type(error).__name__}: {error}; run with --debug")
    return 1


def _explained_by_system(error: OSError) -> int:
    where = f"{os.fsdecode(error.filename)}: " if isinstance(error.filename, (str, bytes)) else ""
    complain(f"{where}{error.strerror or error}")
    return DiskError.exit_code if error.errno in _DISK else 1


def _explained_by_typer(error: Any) -> int:
    """A usage error of the option parser: our words where a near option is known, its own otherwise."""
    ctx = getattr(error, "ctx", None)
    if type(error).__name__ == "NoArgsIsHelpError":
        print(error.format_message(), file=sys.stderr)
        return int(error.exit_code)
    option = getattr(error, "option_name", None)
    near = (getattr(error, "possibilities", None) or [None])[0]
    if near:
        complain(f"no option {option!r}; did you mean {near}?")
        return int(error.exit_code)
    message = str(error.format_message()).rstrip(".")
    complain(f"{message[:1].lower()}{message[1:]}" + (f"; see {ctx.command_path} --help" if ctx else ""))
    return int(error.exit_code)


def _show_traceback(error: BaseException) -> None:
    """The traceback without the values of local variables."""
    from traceback import format_exception

    from truce_cli.render.safe import safe_block

    print(safe_block("".join(format_exception(error))), file=sys.stderr, end="")


def _flushed(code: int) -> int:
    """The exit code once everything is written: what the buffer holds may not fit on the disk."""
    if sys.stderr is not None:
        try:
            sys.stderr.flush()
        except OSError:  # nobody can be told, and the answer is as good as before
            _give_up(2)
    if sys.stdout is None:
        return code
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        code = _PIPE
    except OSError as error:
        # said already where it was a line in the middle that did not fit
        code = code if code == DiskError.exit_code else _explained(error, debug=False)
    else:
        return code
    _give_up(1)
    return code


def _give_up(stream: int) -> None:
    """The interpreter flushes again as it ends; let it."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream)
