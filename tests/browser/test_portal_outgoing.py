"""What server and browser say to the world while a project is looked at, page by page: nothing."""

import ipaddress
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from domain.shared.people import Role
from tests.browser.walking import enter, everything_of, open_sample, settle, speak, visiting
from tests.portal_server import Portal, serving, set_up
from ui.places import open_to

pytestmark = [pytest.mark.needs("chromium"), pytest.mark.xdist_group("portal-browser")]

# Every connection and every look-up of a name the server's process makes, with Streamlit's and ours alike.
LISTENER = """
import json, os, sys
def listen(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"):
        with open(os.environ["KEFU_TEST_HEARD"], "a") as heard:
            place = arguments[1] if event in ("socket.connect", "socket.sendto") else arguments[0]
            heard.write(json.dumps([event, str(place[0] if isinstance(place, tuple) else place)]) + "\\n")
sys.addaudithook(listen)
"""


@pytest.fixture
def heard(tmp_path: Path) -> Path:
    """Where the server's connections are written down."""
    (tmp_path / "sitecustomize.py").write_text(LISTENER)
    return tmp_path / "heard.jsonl"


def walk(page: Page, folder: Path) -> None:
    """Every page with the sample open, in both languages, and every file there is."""
    project = open_sample(page)
    for language in ("zh", "en"):
        speak(page, language)
        for place in open_to(Role.ADMIN):
            page.goto(place.href(project=project))
            settle(page)
    everything_of(page, project, folder)


def test_nothing_is_asked_of_any_other_host(browser: Browser, tmp_path: Path, heard: Path) -> None:
    asked: list[str] = []
    with serving(tmp_path / "home", PYTHONPATH=str(heard.parent), KEFU_TEST_HEARD=str(heard)) as served:
        with served.client() as client:
            set_up(served, client)
        with visiting(browser, served) as page:
            page.context.on("request", lambda request: asked.append(request.url))
            enter(page)
            walk(page, tmp_path)
        assert [url for url in asked if not _own(url, served)] == []
    connections = [json.loads(line) for line in heard.read_text().splitlines()] if heard.exists() else []
    assert [entry for entry in connections if not _loopback(entry[1])] == []


def _own(url: str, portal: Portal) -> bool:
    return url.startswith((portal.url, portal.url.replace("http", "ws"), "data:", "blob:"))


def _loopback(place: str) -> bool:
    try:
        return ipaddress.ip_address(place).is_loopback
    except ValueError:
        return place in {"localhost", "None"}


def test_the_listener_would_have_heard_a_connection(tmp_path: Path, heard: Path) -> None:
    # Otherwise the test above could never fail.
    place = tmp_path / "heard.jsonl"
    program = "import socket; s = socket.socket(); s.settimeout(0.01); s.connect_ex(('203.0.113.7', 9))"
    given = {**os.environ, "PYTHONPATH": str(heard.parent), "KEFU_TEST_HEARD": str(place)}
    subprocess.run([sys.executable, "-c", program], env=given, check=True)
    assert json.loads(place.read_text().splitlines()[0]) == ["socket.connect", "203.0.113.7"]
