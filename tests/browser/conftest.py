"""A real browser, and the portal it talks to."""

import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.walking import enter, visiting
from tests.conftest import PROGRAMS
from tests.portal_server import Portal, serving, set_up

ROOT = Path(__file__).resolve().parents[2]
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(url: str, process: subprocess.Popen[bytes], seconds: float = 40) -> None:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise AssertionError(f"the server stopped with {process.returncode}")
        try:
            with urllib.request.urlopen(url, timeout=2):
                return
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"no answer from {url}")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=PROGRAMS["chromium"], args=list(QUIET))
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def gallery() -> Iterator[str]:
    """The address of the gallery of our Streamlit vocabulary."""
    port = free_port()
    script = Path(__file__).parent / "gallery_app.py"
    command = [sys.executable, "-m", "streamlit", "run", str(script)]
    options = ["--server.port", str(port), "--server.address", "127.0.0.1"]
    process = subprocess.Popen(
        [*command, *options], cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        wait_for(f"http://127.0.0.1:{port}/_stcore/health", process)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(10)


@pytest.fixture(scope="session")
def chain(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Portal]:
    """A portal that is set up, for the walks along the chain."""
    with serving(tmp_path_factory.mktemp("chain")) as served:
        with served.client() as client:
            set_up(served, client)
        yield served


@pytest.fixture
def page(browser: Browser, chain: Portal) -> Iterator[Page]:
    """A browser in which Lin is signed in, on the home page, in English."""
    with visiting(browser, chain) as page:
        enter(page)
        yield page
