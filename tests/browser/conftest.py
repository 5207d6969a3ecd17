"""A real Chromium, driven through chromedriver; without either these tests are skipped, and say so."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

TESTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS / "render"), str(TESTS / "cli")]

WIDTHS = (360, 768, 1280)


class Browser:
    """One window. Every page is loaded from a file; what it asked for and what its console said are kept."""

    def __init__(self, driver: Any) -> None:
        self.driver = driver

    def open(self, path: Path, *, width: int = 1280, scheme: str = "light", media: str = "screen") -> None:
        self.cdp(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=900,
            deviceScaleFactor=1,
            mobile=width < 500,
        )
        feature = {"name": "prefers-color-scheme", "value": scheme}
        self.cdp("Emulation.setEmulatedMedia", media=media, features=[feature])
        self.console()
        self.driver.get_log("performance")
        self.driver.get(path.as_uri())

    def cdp(self, command: str, **parameters: object) -> Any:
        return self.driver.execute_cdp_cmd(command, parameters)

    def js(self, code: str, *given: object) -> Any:
        return self.driver.execute_script(code, *given)

    def console(self) -> list[str]:
        """What the console has said since it was last asked."""
        return [entry["message"] for entry in self.driver.get_log("browser")]

    def requests(self) -> list[str]:
        """Addresses that the page has asked for since it was opened."""
        messages = (json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance"))
        return [m["params"]["request"]["url"] for m in messages if m["method"] == "Network.requestWillBeSent"]


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
