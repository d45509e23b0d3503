"""A real `kefu serve` in a folder of its own, for tests that knock on the door."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

ROOT = Path(__file__).resolve().parents[1]
KEFU = (sys.executable, str(ROOT / "cli.py"))
PASSWORD = "correct horse battery"
ADMIN = "lin@example.com"


@dataclass(frozen=True)
class Portal:
    url: str
    code: str
    home: Path
    process: subprocess.Popen[str]
    started_in_s: float

    def client(self) -> httpx.Client:
        return httpx.Client(base_url=self.url, headers={"accept-language": "en"}, trust_env=False)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def environment(home: Path, **more: str) -> dict[str, str]:
    """An operator's environment: nothing of ours but the folder, and bytecode is written."""
    ours = ("KEFU_", "DATABASE_URL", "PYTHONDONTWRITEBYTECODE", "COV_", "LC_ALL")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    return {**kept, "LANG": "C.UTF-8", "KEFU_HOME": str(home), **more}


@contextmanager
def serving(home: Path, **more: str) -> Iterator[Portal]:
    """A portal that answers; stopped at the end."""
    home.mkdir(parents=True, exist_ok=True)
    port = more.pop("KEFU_PORT", str(free_port()))
    began = time.monotonic()
    with (
        (home / "log").open("a") as log,
        (home / "out").open("w") as out,
        subprocess.Popen(
            [*KEFU, "serve"],
            cwd=home,  # any folder will do
            env=environment(home, KEFU_PORT=port, **more),
            stdout=out,
            stderr=log,
            text=True,
        ) as process,
    ):
        url = f"http://127.0.0.1:{port}"
        try:
            _wait(url, process, home)
            took = time.monotonic() - began
            lines = (home / "out").read_text().splitlines()
            code = next((line.rsplit(" ", 1)[1] for line in lines if line.startswith("Set-up code")), "")
            yield Portal(url, code, home, process, took)
        finally:
            process.terminate()
            process.wait(20)


def _wait(url: str, process: subprocess.Popen[str], home: Path) -> None:
    deadline = time.monotonic() + 40
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise AssertionError(f"stopped with {process.returncode}: {(home / 'log').read_text()}")
        try:
            if httpx.get(f"{url}/healthz", trust_env=False).status_code == 200:
                return
        except httpx.TransportError:
            time.sleep(0.03)
    raise AssertionError("no answer")


def kefu(home: Path, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    """A command of the command line, run to its end."""
    return subprocess.run(
        [*KEFU, *arguments],
        cwd=home,
        env=environment(home, **more),
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def token_of(page: str) -> str:
    """The hidden token of a form."""
    return page.split('name="token" value="')[1].split('"', maxsplit=1)[0]


def post(client: httpx.Client, path: str, fields: Mapping[str, str], **headers: str) -> httpx.Response:
    """Fill in a form as a browser would: fetch it, then send it back with its token."""
    token = token_of(client.get(path).text)
    return client.post(path, data={"token": token, **fields}, headers=headers)


def set_up(portal: Portal, client: httpx.Client) -> httpx.Response:
    """Create the first organisation; the client is signed in as its administrator."""
    fields = {"code": portal.code, "organisation": "Muster", "name": "Lin", "login": ADMIN}
    return post(client, "/set-up", {**fields, "password": PASSWORD, "again": PASSWORD})


def sign_in(client: httpx.Client, login: str, password: str, path: str = "/sign-in") -> httpx.Response:
    """Sign in by the form."""
    return post(client, path, {"login": login, "password": password})


def websocket_status(portal: Portal, **headers: str) -> int:
    """101 when the session opens, otherwise the refusal."""
    address = portal.url.replace("http", "ws") + "/_stcore/stream"
    try:
        with connect(address, additional_headers=headers, subprotocols=["streamlit"], proxy=None):  # type: ignore[list-item]  # a NewType of str
            return 101
    except InvalidStatus as refused:
        return refused.response.status_code


def cookie_header(client: httpx.Client) -> str:
    return "; ".join(f"{name}={value}" for name, value in client.cookies.items())
