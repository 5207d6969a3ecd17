"""The README's screens are what the commands print today, on a terminal of 80 columns."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

pytest.importorskip("pty")
ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests" / "screens"))
import make as screens  # noqa: E402  (beside its pictures)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("screens")
    screens.example(path)
    return path


@pytest.mark.parametrize("screen", screens.SCREENS)
def test_a_screen_shows_what_is_printed(screen: str, folder: Path) -> None:
    picture = (screens.HERE / f"{screen}.svg").read_text(encoding="utf-8")
    printed = screens.plain(screens.shot(screens.SCREENS[screen], folder))
    assert screens.text_of(picture) == printed, "make screens draws them anew"
    assert max(map(len, printed)) <= screens.COLUMNS


@pytest.mark.parametrize("screen", screens.SCREENS)
def test_a_screen_fetches_nothing_and_is_shown(screen: str) -> None:
    picture = (screens.HERE / f"{screen}.svg").read_text(encoding="utf-8")
    assert not re.search(r"@font-face|@import|<script|href=|url\((?!#)", picture)
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert f"](tests/screens/{screen}.svg)" in readme
    assert f"`truce {screens.SCREENS[screen]}`" in readme, "its command stands beside it"
