"""The house: who may import whom, and what may be said on which floor."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "truce_cli"

STAGES = ("read", "extract", "store", "reconcile", "render")
FLOOR = {"errors": 0, "model": 1, "text": 2, **dict.fromkeys(STAGES, 3), "workflow": 4, "api": 5, "cli": 5}

ONLY_IN = {
    "typer": {"cli"},
    "click": set(),
    "pydantic": set(),
    "dateparser": {"text"},
    "rich": {"render", "cli"},
    "sqlite3": {"store"},
    "sqlite_utils": {"store"},
    "yaml": {"read"},
    "selectolax": {"read"},
    "resiliparse": {"read"},
    "datasette": {"workflow"},
    "uvicorn": {"cli"},
    "subprocess": {"read"},
    "pypdfium2": {"read"},
    "pickle": set(),
}
"""The rooms that may import a package; no room at all where the set is empty."""

CLOCK_OR_ENVIRONMENT = {
    "os.environ",
    "os.getenv",
    "date.today",
    "datetime.now",
    "datetime.today",
    "time.time",
}
MOST_LINES = 400


@cache
def modules() -> tuple[Path, ...]:
    return tuple(sorted(path for path in PACKAGE.rglob("*.py") if "data" not in path.parts))


def room(path: Path) -> str:
    """The room that a module stands in: `cli` also for what starts the program."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return "cli" if parts[0] == "__main__" else parts[0]


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imports(path: Path) -> Iterator[str]:
    """Every module named by an import statement, wherever it stands in the file."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def dotted(node: ast.AST) -> str:
    return f"{dotted(node.value)}.{node.attr}" if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def named(path: Path) -> str:
    return str(path.relative_to(PACKAGE))


def everywhere() -> pytest.MarkDecorator:
    return pytest.mark.parametrize("path", modules(), ids=map(named, modules()))


def test_the_guard_sees_the_house() -> None:
    seen = {room(path) for path in modules()}
    assert set(FLOOR) <= seen, "a room is missing: the guard would watch nothing"
    assert len(modules()) > 60
    assert any("typer" in set(imports(path)) for path in modules())


@everywhere()
def test_imports_go_down_one_way(path: Path) -> None:
    here = room(path)
    if here == "__init__":
        return
    for name in imports(path):
        head, _, rest = name.partition(".")
        there = rest.split(".")[0]
        if head != "truce_cli" or there not in FLOOR or there == here:
            continue
        assert FLOOR[there] < FLOOR[here], f"{named(path)} imports {name}, which stands no lower"
        if here in ("api", "cli"):
            assert there not in STAGES or there == "render", f"{named(path)} imports {name} past workflow"


@everywhere()
def test_packages_stay_in_their_rooms(path: Path) -> None:
    for name in imports(path):
        allowed = ONLY_IN.get(name.split(".")[0])
        assert allowed is None or room(path) in allowed, f"{named(path)} imports {name}"


@everywhere()
def test_only_render_and_cli_print(path: Path) -> None:
    calls = [node.func for node in ast.walk(tree(path)) if isinstance(node, ast.Call)]
    prints = any(dotted(func) in ("print", "sys.stdout.write", "sys.stderr.write") for func in calls)
    assert not prints or room(path) in ("render", "cli")


@everywhere()
def test_sql_stays_in_the_store(path: Path) -> None:
    texts = (
        node.value
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )
    sql = re.compile(r"\b(SELECT|INSERT INTO|DELETE FROM|CREATE TABLE|PRAGMA)\b")
    assert room(path) == "store" or not any(sql.search(text) for text in texts)


@everywhere()
def test_clock_and_environment_are_read_at_the_top_alone(path: Path) -> None:
    used = {dotted(node) for node in ast.walk(tree(path)) if isinstance(node, ast.Attribute)}
    assert room(path) in ("api", "cli") or not used & CLOCK_OR_ENVIRONMENT


@everywhere()
def test_files_stay_small(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MOST_LINES


@everywhere()
def test_every_module_says_what_it_knows(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    if path.name == "__init__.py" and path.parent != PACKAGE:
        assert text == "", "a package's front room stays empty: import the room you need"
    else:
        assert ast.get_docstring(tree(path))
