"""A real Chromium, driven through chromedriver; without either these tests are skipped, and say so."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from chromium import Browser

TESTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS / "render"), str(TESTS / "cli")]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    door = shutil.which("chromedriver")
    if not program or not door:
        pytest.skip("chromium and chromedriver are not here (Debian: apt install chromium chromium-driver)")
    webdriver = pytest.importorskip("selenium.webdriver", reason="selenium is not installed")
    options = webdriver.ChromeOptions()
    options.binary_location = program
    for word in ("headless=new", "no-sandbox", "disable-gpu", "disable-dev-shm-usage", "hide-scrollbars"):
        options.add_argument(f"--{word}")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    service = webdriver.ChromeService(executable_path=door)
    driver = webdriver.Chrome(options=options, service=service)
    try:
        yield Browser(driver)
    finally:
        driver.quit()


@pytest.fixture(scope="session")
def shipped(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of the shipped conflict, made by the program itself."""
    from truce_runner import DATA, truce

    folder = tmp_path_factory.mktemp("browser")
    assert truce("--db", "truce.db", "ingest", DATA, cwd=folder).code == 0
    assert truce("--db", "truce.db", "report", "toll.html", cwd=folder).code == 0
    return folder / "toll.html"
