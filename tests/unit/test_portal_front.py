"""Who passes the front door, and what a stranger, a vendor and a handed-out password may reach."""

import asyncio
import tomllib
from collections.abc import MutableMapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

import portal
from domain.shared.people import Role
from services.catalog import catalog
from ui.front.identity import CHANGE_PASSWORD, MISSING, Identity

USER = b"x-portal-user"


@dataclass(frozen=True)
class Known:
    login_id: str = "login-7"
    must_change_password: bool = False
    may_upload: bool = True
    role: Role = Role.MERCHANT


KNOWN = {
    "good": Known(),
    "vendor": Known("login-9", may_upload=False, role=Role.VENDOR),
    "handed-out": Known("login-8", must_change_password=True),
}


def ask(
    path: str,
    *,
    cookie: str = "",
    method: str = "GET",
    kind: str = "http",
    headers: dict[bytes, bytes] | None = None,
) -> tuple[Any, list[Any]]:
    """What came through to the inside (None: nothing), and what was answered."""
    inside: list[Any] = []
    answered: list[Any] = []

    async def app(scope: MutableMapping[str, Any], _receive: Any, _send: Any) -> None:
        inside.append(scope)

    async def who(token: str) -> Known | None:
        return KNOWN.get(token)

    async def receive() -> dict[str, Any]:
        return {"type": f"{kind}.connect"}

    async def send(message: MutableMapping[str, Any]) -> None:
        answered.append(message)

    given_headers = list((headers or {}).items())
    if cookie:
        given_headers.append((b"cookie", f"a=b; kefu_login={cookie}".encode()))
    path, _, query = path.partition("?")
    scope = {
        "type": kind,
        "method": method,
        "path": path,
        "query_string": query.encode(),
        "headers": given_headers,
    }
    # In a thread of its own: the browser of other tests keeps an event loop running in this one.
    with ThreadPoolExecutor(1) as apart:
        apart.submit(asyncio.run, Identity(app, who)(scope, receive, send)).result()
    return (inside[0] if inside else None), answered


def location(answered: list[Any]) -> str:
    return str(dict(answered[0]["headers"])[b"location"].decode())


@pytest.mark.parametrize(
    "path", ["/", "/cost", "/pages/accounts/people.py", "/unknown/deep/link", "/admin.php", "//evil.example"]
)
def test_a_stranger_is_sent_to_the_form_from_every_page(path: str) -> None:
    inside, answered = ask(path)
    assert inside is None
    assert answered[0]["status"] == 303
    assert location(answered).startswith("/sign-in")


def test_the_way_back_is_remembered_with_its_question() -> None:
    assert location(ask("/cost?project=7&a=%20b")[1]) == "/sign-in?next=%2Fcost%3Fproject%3D7%26a%3D%2520b"
    assert location(ask("/成本")[1]) == "/sign-in?next=%2F%25E6%2588%2590%25E6%259C%25AC"


@pytest.mark.parametrize(
    "path",
    [
        "/_stcore/metrics",
        "/_stcore/health",
        "/static/js/index.js",
        "/media/file.pdf",
        "/component/x",
        "/app/static/a",
    ],
)
def test_a_stranger_gets_nothing_a_page_loads(path: str) -> None:
    inside, answered = ask(path)
    assert inside is None
    assert answered[0]["status"] == 401


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_a_stranger_cannot_send_anything(method: str) -> None:
    inside, answered = ask("/_stcore/upload_file/x/y", method=method)
    assert inside is None
    assert answered[0]["status"] == 401


@pytest.mark.parametrize("cookie", ["", "made-up", "handed-out"])
def test_the_websocket_of_a_stranger_is_refused(cookie: str) -> None:
    inside, answered = ask("/_stcore/stream", kind="websocket", cookie=cookie)
    assert inside is None
    assert answered == [{"type": "websocket.close", "code": 1008}]


@pytest.mark.parametrize("path", ["/healthz", "/sign-in", "/set-up", "/front/style.css"])
def test_the_front_door_itself_is_open_but_believes_no_header(path: str) -> None:
    inside, _ = ask(path, headers={USER: b"login-7"})
    assert USER not in dict(inside["headers"])


@pytest.mark.parametrize("kind", ["http", "websocket"])
def test_who_is_inside_comes_from_the_cookie_and_never_from_the_browser(kind: str) -> None:
    inside, _ = ask("/_stcore/stream", kind=kind, cookie="good", headers={USER: b"somebody-else"})
    assert [value for name, value in inside["headers"] if name == USER] == [b"login-7"]


def test_a_spoofed_header_without_a_cookie_opens_nothing() -> None:
    assert ask("/", headers={USER: b"login-7"})[0] is None
    assert ask("/_stcore/stream", kind="websocket", headers={USER: b"login-7"})[0] is None


def test_a_password_that_was_handed_out_opens_only_the_form_that_replaces_it() -> None:
    assert location(ask("/cost", cookie="handed-out")[1]).startswith(f"{CHANGE_PASSWORD}?next=")
    assert ask("/static/js/index.js", cookie="handed-out")[1][0]["status"] == 403
    assert ask(CHANGE_PASSWORD, cookie="handed-out")[0] is not None


@pytest.mark.parametrize(
    "path",
    [
        "/_stcore/metrics",
        "/_stcore/agent/interact",
        "/_stcore/agent/openapi.json",
        "/_stcore/script-health-check",
    ],
)
def test_the_inner_doors_are_closed_to_everybody(path: str) -> None:
    inside, answered = ask(path, cookie="good")
    assert inside is None
    assert answered[0]["status"] == 404


@pytest.mark.parametrize(
    ("path", "cookie", "arrives"),
    [
        ("/cost?project=7", "good", "/cost"),
        ("/", "good", "/"),
        ("/costs", "good", MISSING),
        ("/people", "good", MISSING),
        ("/cost", "vendor", MISSING),
        ("/inbox", "vendor", "/inbox"),
        ("/a/b/c", "good", MISSING),
    ],
)
def test_an_address_that_is_no_page_of_theirs_shows_our_own_page(
    path: str, cookie: str, arrives: str
) -> None:
    browser = {b"accept": b"text/html,application/xhtml+xml,*/*;q=0.8"}
    assert ask(path, cookie=cookie, headers=browser)[0]["path"] == arrives


def test_what_a_page_loads_is_left_to_streamlit() -> None:
    assert ask("/static/js/index.js", cookie="good", headers={b"accept": b"text/html"})[0]["path"] == (
        "/static/js/index.js"
    )
    assert ask("/favicon.png", cookie="good", headers={b"accept": b"image/*"})[0]["path"] == "/favicon.png"


def test_only_people_with_a_page_that_takes_files_may_send_one() -> None:
    path = "/_stcore/upload_file/session/file"
    assert ask(path, method="PUT", cookie="good")[0] is not None
    inside, answered = ask(path, method="PUT", cookie="vendor")
    assert inside is None
    assert answered[0]["status"] == 403
    assert ask("/_stcore/health", cookie="vendor")[0] is not None


def test_an_upload_is_stopped_at_the_size_a_ticket_file_may_have() -> None:
    limit = catalog().ticket_columns.limit("bytes")
    assert portal.RELIED_ON["server.maxUploadSize"] * 1024 * 1024 == limit
    written = tomllib.loads((Path(portal.__file__).parent / ".streamlit" / "config.toml").read_text())
    assert written["server"]["maxUploadSize"] == portal.RELIED_ON["server.maxUploadSize"]
