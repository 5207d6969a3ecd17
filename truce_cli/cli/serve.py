"""truce serve: opens a port on this machine, says where, serves until it is stopped."""

from __future__ import annotations

import socket
from typing import Annotated, Final

import typer

from truce_cli.cli import options as o
from truce_cli.cli.settings import Settings, complain
from truce_cli.errors import UsageError

_HERE: Final = "127.0.0.1"


def serve(
    ctx: typer.Context,
    port: Annotated[
        int, typer.Option(metavar="PORT", min=0, max=65_535, help="The port; 0 for any that is free.")
    ] = 8001,
    title: Annotated[str | None, typer.Option(metavar="TEXT", help="The report's title.")] = None,
    as_of: o.AsOf = None,
    known_on: o.KnownOn = None,
    status: o.Counted = None,
    policy: o.Policy = None,
) -> None:
    """The ledger in a browser, on this machine alone and read-only: the report, and every claim in Datasette.

    \b
    truce serve
    truce serve --port 0 --status accepted
    """
    settings = Settings.of(ctx)
    from truce_cli.workflow.question import question
    from truce_cli.workflow.serve import MISSING, application

    with _listening(port) as door:
        number = door.getsockname()[1]
        hosts = frozenset(f"{name}:{number}" for name in (_HERE, "localhost"))
        asked = question(as_of=as_of, known_on=known_on, status=status, policy=policy)
        app = application(settings.ledger, asked, title, hosts)
        try:
            import uvicorn
        except ImportError:
            raise UsageError(MISSING) from None
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", lifespan="on", server_header=False))
        complain(f"serving {settings.ledger} at http://{_HERE}:{number}/ (Ctrl-C stops it)")
        server.run(sockets=[door])


def _listening(port: int) -> socket.socket:
    door = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        door.bind((_HERE, port))
        door.listen()
    except OSError as error:
        door.close()
        raise UsageError(
            f"port {port} cannot be opened: {error.strerror}; name another with --port"
        ) from None
    return door
