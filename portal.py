"""The front door: sign-in forms, identity, security headers and routes; hands every page to ui/frame.py."""

import gc
import logging
import secrets
import socket
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Any

import streamlit as st
import uvicorn
from anyio import CapacityLimiter, create_task_group, to_thread
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route
from streamlit import config

from domain.shared.outcomes import DomainError
from services import accounts, startup
from services.settings import settings
from services.signing import read_signed, sign
from ui.front.desk import FORM_AGE_S, FORM_COOKIE, Desk, address_of, language_of
from ui.front.forms import ICON, STYLE
from ui.front.headers import SecurityHeaders
from ui.front.identity import LOGIN_COOKIE, MISSING, Identity, own_path, with_next
from words import LANGUAGES, say

FRAME = Path(__file__).resolve().parent / "ui" / "frame.py"
_LOGIN_AGE_S = 30 * 24 * 3600
_MOST_MESSAGE_BYTES = 200 * 1024 * 1024
_GRACE_S = 2
# A password costs 64 MB and a tenth of a second; a crowd at the door waits here, not in the pool that pages use.
_HASHING = CapacityLimiter(4)
_LOG = logging.getLogger("kefu.portal")

# What the portal relies on in .streamlit/config.toml; docs/architecture.md says why.
RELIED_ON: Mapping[str, Any] = {
    "runner.postScriptGC": False,
    "browser.gatherUsageStats": False,
    "client.toolbarMode": "viewer",
    "client.showErrorDetails": "none",
    "server.trustedUserHeaders": {"X-Portal-User": "login"},
    "server.fileWatcherType": "none",
    "server.maxUploadSize": 50,
    "server.enableCORS": True,
    "server.enableXsrfProtection": True,
    "server.enableAgentApi": False,
}
DESK = Desk(
    sign=partial(sign, "form"),
    read_signed=partial(read_signed, "form", max_age_s=FORM_AGE_S),
    secure_cookies=lambda: settings().secure_cookies,
    least_password=accounts.LEAST_LENGTH,
)


def settings_not_in_force() -> list[str]:
    """The settings the portal relies on that somebody changed; it must not start with any."""
    return [name for name, wanted in RELIED_ON.items() if config.get_option(name) != wanted]


async def healthz(_: Request) -> Response:
    """For the operator's watchdog: 200 when people can work, 503 when the database does not answer."""
    database = await to_thread.run_sync(startup.database_answers)
    body = {"status": "ok" if database else "unavailable", "version": version("kefu"), "database": database}
    return JSONResponse(body, status_code=200 if database else 503)


async def _enter(request: Request, login: str, password: str, target: str) -> Response:
    """Sign in and go on."""
    token, _ = await to_thread.run_sync(
        accounts.sign_in, login, password, address_of(request), limiter=_HASHING
    )
    response = RedirectResponse(own_path(target), status_code=303)
    DESK.set_cookie(request, response, LOGIN_COOKIE, token, age_s=_LOGIN_AGE_S)
    response.delete_cookie(FORM_COOKIE, path="/")
    return response


async def sign_in(request: Request) -> Response:
    """The sign-in form; before anybody exists, the set-up form."""
    target = own_path(request.query_params.get("next", "/"))
    if request.method != "POST":
        if await to_thread.run_sync(accounts.needs_set_up):
            return RedirectResponse("/set-up", status_code=303)
        return DESK.show(request, "sign_in", {"next": target, "login": ""})
    typed: dict[str, str] = {}
    try:
        typed = await DESK.typed(request)
        return await _enter(
            request, typed.get("login", ""), typed.get("password", ""), typed.get("next", "/")
        )
    except DomainError as refusal:
        kept = {"next": own_path(typed.get("next", target)), "login": typed.get("login", "")}
        return DESK.show(request, "sign_in", kept, refusal=refusal)


async def set_up(request: Request) -> Response:
    """The first organisation and its admin, guarded by the code that `kefu serve` printed."""
    if not await to_thread.run_sync(accounts.needs_set_up):
        return RedirectResponse("/sign-in", status_code=303)
    names = ("code", "organisation", "name", "login")
    if request.method != "POST":
        return DESK.show(request, "set_up", dict.fromkeys(names, ""))
    typed: dict[str, str] = {}
    try:
        typed = await DESK.typed(request)
        given = {name: typed.get(name, "") for name in (*names, "password", "again")}
        create = partial(accounts.set_up, **given, language=language_of(request), address=address_of(request))
        await to_thread.run_sync(create, limiter=_HASHING)
        return await _enter(request, given["login"], given["password"], "/")
    except DomainError as refusal:
        return DESK.show(request, "set_up", {name: typed.get(name, "") for name in names}, refusal=refusal)


async def change_password(request: Request) -> Response:
    """Replace a password that was handed out; the identity middleware lets only signed-in people here."""
    known = await to_thread.run_sync(accounts.by_token, request.cookies.get(LOGIN_COOKIE, ""))
    target = own_path(request.query_params.get("next", "/"))
    if known is None:
        return RedirectResponse(with_next("/sign-in", target), status_code=303)
    if request.method != "POST":
        return DESK.show(request, "change_password", {"next": target, "login": known.actor.login})
    typed: dict[str, str] = {}
    try:
        typed = await DESK.typed(request)
        given = {name: typed.get(name, "") for name in ("current", "new", "again")}
        change = partial(accounts.change_own_password, known.actor, known.login_id, **given)
        await to_thread.run_sync(change, limiter=_HASHING)
        return RedirectResponse(own_path(typed.get("next", "/")), status_code=303)
    except DomainError as refusal:
        kept = {"next": own_path(typed.get("next", target)), "login": known.actor.login}
        return DESK.show(request, "change_password", kept, refusal=refusal)


async def sign_out(request: Request) -> Response:
    """Take the login back, by a posted form only."""
    if request.method != "POST":
        return RedirectResponse("/", status_code=303)
    try:
        await DESK.typed(request)
    except DomainError as refusal:
        return DESK.show(request, "sign_in", {"next": "/", "login": ""}, refusal=refusal)
    known = await to_thread.run_sync(accounts.by_token, request.cookies.get(LOGIN_COOKIE, ""))
    if known:
        await to_thread.run_sync(accounts.sign_out, known.login_id)
    response = RedirectResponse("/sign-in", status_code=303)
    response.delete_cookie(LOGIN_COOKIE, path="/")
    return response


async def broken(request: Request, error: Exception) -> Response:
    """A neutral page with a number to find the error in the log."""
    return DESK.show(request, "broken", {"reference": _logged(error)}, status=500)


async def missing(request: Request) -> Response:
    """What somebody sees at an address that is no page of theirs."""
    return DESK.show(request, "missing", {}, status=404)


def _logged(error: Exception) -> str:
    reference = secrets.token_hex(4)
    _LOG.error("reference %s", reference, exc_info=error)
    return reference


def report(error: Exception) -> bool:
    """An error in a page: one neutral sentence with the log's number; never a traceback."""
    language = st.session_state.get("kefu_language", LANGUAGES[1])
    st.error(say(language, "front.broken.lead", reference=_logged(error)))
    return True


async def _style(_: Request) -> Response:
    return FileResponse(STYLE, headers={"cache-control": "no-cache"})


async def _icon(_: Request) -> Response:
    return FileResponse(ICON)


async def _who(token: str) -> accounts.SignedIn | None:
    return await to_thread.run_sync(accounts.by_token, token)


@asynccontextmanager
async def lifespan(_: st.App) -> AsyncIterator[None]:
    """Prepare what must be right, then serve; the libraries settle while the first person finds the address."""
    await to_thread.run_sync(startup.start)
    async with create_task_group() as tasks:
        tasks.start_soon(to_thread.run_sync, _settle)
        yield


def _settle() -> None:
    """Load what pages need and keep it out of the garbage collector's way."""
    startup.preload()
    gc.collect()
    gc.freeze()


app = st.App(
    FRAME,
    lifespan=lifespan,
    on_script_error=report,
    exception_handlers={Exception: broken},
    middleware=[Middleware(SecurityHeaders), Middleware(Identity, who=_who)],
    routes=[
        Route("/healthz", healthz, methods=["GET", "POST"]),
        Route("/sign-in", sign_in, methods=["GET", "POST"]),
        Route("/set-up", set_up, methods=["GET", "POST"]),
        Route("/change-password", change_password, methods=["GET", "POST"]),
        Route("/sign-out", sign_out, methods=["GET", "POST"]),
        Route(MISSING, missing),
        Route("/front/style.css", _style),
        Route("/front/fav.svg", _icon),
    ],
)


def serve(listening: socket.socket) -> None:
    """Serve on a socket that already listens, until told to stop."""
    server = uvicorn.Server(
        uvicorn.Config(
            app,
            ws="websockets-sansio",
            # Packing each of a page's hundred small messages costs a rerun more than it saves the line.
            ws_per_message_deflate=False,
            ws_max_size=_MOST_MESSAGE_BYTES,
            log_level="warning",
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=_GRACE_S,
        )
    )
    # Ctrl-C is how people stop it, not an error.
    with suppress(KeyboardInterrupt):
        server.run(sockets=[listening])
