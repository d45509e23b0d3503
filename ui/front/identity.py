"""Who is asking. A stranger reaches the sign-in form and nothing else; no Streamlit script runs for one."""

from collections.abc import Awaitable, Callable
from http.cookies import CookieError, SimpleCookie
from typing import Protocol
from urllib.parse import quote, urlsplit

from domain.shared.people import Role
from ui.front.asgi import App, Receive, Scope, Send, answer
from ui.places import open_to

LOGIN_COOKIE = "kefu_login"
# The header Streamlit trusts (.streamlit/config.toml); it holds the id of the login, never its secret.
USER_HEADER = b"x-portal-user"
# Each is answered by portal.py itself for these methods; nothing under them reaches Streamlit.
OPEN_PATHS = frozenset({"/healthz", "/sign-in", "/set-up", "/sign-out", "/front/style.css", "/front/fav.svg"})
_OPEN_METHODS = frozenset({"GET", "HEAD", "POST"})
CHANGE_PASSWORD = "/change-password"  # noqa: S105  # a path
# Streamlit's inner doors that nobody needs: counters of the server and the interface for agents.
CLOSED = ("/_stcore/metrics", "/_stcore/script-health-check", "/_stcore/agent")
# Our page for an address that is none; Streamlit's own would be English.
MISSING = "/front/missing"
# Where a browser sends the file it uploads; only for people with a page that takes one.
UPLOAD = "/_stcore/upload_file"
# What a page loads, as opposed to the page: an answer of 401 serves these better than a form.
_ASSETS = ("/_stcore/", "/static/", "/media/", "/component/", "/app/static/")
_LEAST_PRINTABLE = 32


class KnownLogin(Protocol):
    """What the front door must know of somebody who is signed in."""

    @property
    def login_id(self) -> str:
        """The login's row."""

    @property
    def must_change_password(self) -> bool:
        """Whether they may do nothing else before."""

    @property
    def may_upload(self) -> bool:
        """Whether one of their pages takes a file."""

    @property
    def role(self) -> Role:
        """Which pages they have."""


def own_path(given: str) -> str:
    """Where to go after signing in: a path of this portal, `/` for anything else."""
    if not given.startswith("/") or given.startswith(("//", "/\\")) or "\\" in given:
        return "/"
    if any(ord(character) < _LEAST_PRINTABLE for character in given):
        return "/"
    parts = urlsplit(given)
    return "/" if parts.scheme or parts.netloc else given


def with_next(form: str, path: str) -> str:
    """The address of a form that leads on to a path."""
    return form if path == "/" else f"{form}?next={quote(path, safe='')}"


def cookie_of(scope: Scope, name: str) -> str:
    """A cookie of the request, empty when there is none."""
    jar: SimpleCookie = SimpleCookie()
    for header, value in scope["headers"]:
        if header == b"cookie":
            try:
                jar.load(value.decode("latin-1"))
            except CookieError:
                return ""
    return jar[name].value if name in jar else ""


class Identity:
    """ASGI middleware between the world and Streamlit.

    Args:
        app: what comes behind.
        who: tells who holds the secret of a cookie.
    """

    def __init__(self, app: App, who: Callable[[str], Awaitable[KnownLogin | None]]) -> None:
        self.app = app
        self.who = who

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let pass, send to a form, or refuse."""
        if scope["type"] not in {"http", "websocket"}:
            await self.app(scope, receive, send)
            return
        headers = [(name, value) for name, value in scope["headers"] if name != USER_HEADER]
        path = scope["path"]
        if path in OPEN_PATHS and scope.get("method") in _OPEN_METHODS:
            await self.app({**scope, "headers": headers}, receive, send)
            return
        token = cookie_of(scope, LOGIN_COOKIE)
        known = await self.who(token) if token else None
        if known is None:
            await _turn_away(scope, receive, send, "/sign-in", 401)
        elif known.must_change_password and path != CHANGE_PASSWORD:
            await _turn_away(scope, receive, send, CHANGE_PASSWORD, 403)
        elif path.startswith(CLOSED):
            await _refuse(scope, receive, send, 404)
        elif path.startswith(UPLOAD) and not known.may_upload:
            await _refuse(scope, receive, send, 403)
        else:
            headers.append((USER_HEADER, known.login_id.encode()))
            inside = MISSING if _no_page_of(known, scope) else path
            await self.app({**scope, "path": inside, "headers": headers}, receive, send)


async def _turn_away(scope: Scope, receive: Receive, send: Send, form: str, status: int) -> None:
    """Pages go to the form and come back afterwards; everything else gets the plain status."""
    path = scope["path"]
    is_page = scope["type"] == "http" and scope["method"] in {"GET", "HEAD"} and not path.startswith(_ASSETS)
    if not is_page:
        await _refuse(scope, receive, send, status)
        return
    query = scope.get("query_string", b"").decode("latin-1")
    # The path arrives decoded; it is written into the address encoded again.
    wanted = own_path(quote(path) + (f"?{query}" if query else ""))
    await answer(send, 303, [(b"location", with_next(form, wanted).encode())])


def _no_page_of(known: KnownLogin, scope: Scope) -> bool:
    """Whether somebody opens an address that is no page of theirs."""
    path = scope["path"]
    accepts = next((value for name, value in scope["headers"] if name == b"accept"), b"")
    if scope["type"] != "http" or b"text/html" not in accepts or path.startswith(_ASSETS):
        return False
    return path not in {"/", CHANGE_PASSWORD, *(f"/{place.id}" for place in open_to(known.role))}


async def _refuse(scope: Scope, receive: Receive, send: Send, status: int) -> None:
    """Say no in the protocol that was asked in."""
    if scope["type"] == "websocket":
        await receive()
        await send({"type": "websocket.close", "code": 1008})
    else:
        await answer(send, status)
