"""The ledger as a web application for this machine alone: the report at its front door, Datasette behind it.

Joins the store, the report and Datasette. Opens no port, prints nothing.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from threading import Lock
from typing import Any, Final

from truce_cli.errors import TruceError, UsageError
from truce_cli.model.finding import Question
from truce_cli.model.record import dataclass, field

Application = Callable[[dict[str, Any], Any, Any], Awaitable[None]]

LEDGER: Final = "ledger"
"""The ledger's name on the server, whatever its file is called."""
_SETTINGS: Final = {
    "allow_download": False,
    "suggest_facets": False,
    "default_page_size": 50,
    "max_returned_rows": 5_000,
    "sql_time_limit_ms": 3_000,
    "facet_time_limit_ms": 2_000,
}


def application(ledger: Path, question: Question, title: str | None, hosts: frozenset[str]) -> Application:
    """The application. hosts: the names, with their port, that a request may ask by.

    Raises UsageError where the extra is missing or the path cannot be served, LedgerError for what is no ledger
    of ours or brings views of its own.
    """
    from truce_cli.store.browsing import refuse_strange_views
    from truce_cli.store.ledger import Ledger

    with Ledger.reading(ledger):
        pass  # brings an older ledger up to date, and rolls back what a killed run left
    refuse_strange_views(ledger)
    if set("?#%") & set(str(ledger.absolute())):
        raise UsageError(f"{ledger} cannot be served: its path holds ?, # or %; rename it")
    try:
        from datasette import hookimpl
        from datasette.app import Datasette
        from datasette.database import Database
        from datasette.plugins import pm
        from datasette.utils.asgi import Response
    except ImportError:
        raise UsageError(MISSING) from None
    front = _Front(ledger, question, title)

    class Plugin:
        """What truce adds to Datasette."""

        __name__ = "truce"

        def register_routes(self) -> list[tuple[str, Any]]:
            return [(r"^/$", _front_door)]

        def prepare_connection(self, conn: Any, database: str) -> None:
            from truce_cli.store.browsing import prepare

            if database == LEDGER:
                prepare(conn)

        def menu_links(self) -> list[dict[str, str]]:
            return [{"href": "/", "label": "Report"}]

        def asgi_wrapper(self) -> Any:
            return lambda app: _only_from(app, hosts)

    for hook in (
        Plugin.register_routes,
        Plugin.prepare_connection,
        Plugin.menu_links,
        Plugin.asgi_wrapper,
    ):
        hookimpl(hook)

    async def _front_door(request: Any) -> Any:
        from asyncio import to_thread

        try:
            return Response.html(await to_thread(front.page))
        except TruceError as error:
            return Response.text(f"{error}\n", status=503)

    for known in [plugin for plugin in pm.get_plugins() if getattr(plugin, "__name__", "") == "truce"]:
        pm.unregister(known)
    pm.register(Plugin(), name="truce")
    served = Datasette(metadata=_metadata(front.title), settings=_SETTINGS)
    served.add_database(Database(served, path=str(ledger.absolute()), is_mutable=True), name=LEDGER)
    app: Application = served.app()
    return app


MISSING: Final = "truce serve needs Datasette; pip install 'truce-cli[serve]'"


def _metadata(title: str) -> dict[str, Any]:
    from truce_cli.store.browsing import QUERIES, TABLES

    return {
        "title": title,
        "databases": {
            LEDGER: {
                "title": title,
                "description": "Every claim with its speaker, its words and its document. Rows here are claims; "
                "the report has them reconciled.",
                "queries": {name: {**query, "hide_sql": True} for name, query in QUERIES.items()},
                "tables": TABLES,
            }
        },
    }


@dataclass(slots=True)
class _Front:
    """The report of the ledger as it stands, made again when the ledger has changed."""

    ledger: Path
    question: Question
    asked: str | None
    _made: tuple[tuple[int, int], str] | None = None
    _lock: Lock = field(default_factory=Lock)

    @property
    def title(self) -> str:
        from truce_cli.workflow.desk import opened

        if self.asked:
            return self.asked
        with opened(self.ledger) as desk:
            return desk.conflict.name

    def page(self) -> str:
        from truce_cli.render.report.page import page
        from truce_cli.workflow.report_page import report

        with self._lock:
            stat = self.ledger.stat()
            state = (stat.st_mtime_ns, stat.st_size)
            if self._made is None or self._made[0] != state:
                found = report(self.ledger, self.question, self.asked)
                self._made = (state, "".join(page(found, ledger_address=f"/{LEDGER}")))
            return self._made[1]


def _only_from(app: Application, hosts: frozenset[str]) -> Application:
    """The application for those who ask by this machine's own names: a page elsewhere may have its name point here,
    and would then read the ledger through a visitor's browser."""

    async def guarded(scope: dict[str, Any], receive: Any, send: Any) -> None:
        if scope["type"] == "http":
            named = [value.decode("latin-1") for key, value in scope["headers"] if key == b"host"]
            if len(named) != 1 or named[0].lower() not in hosts:
                head = {
                    "type": "http.response.start",
                    "status": 400,
                    "headers": [(b"content-type", b"text/plain")],
                }
                await send(head)
                await send({"type": "http.response.body", "body": b"ask by 127.0.0.1 or localhost\n"})
                return
        await app(scope, receive, send)

    return guarded
