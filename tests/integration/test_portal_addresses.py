"""What each address of a real server gives a stranger and somebody signed in."""

import httpx
import pytest
from websockets.sync.client import connect

from tests.portal_server import (
    ADMIN,
    PASSWORD,
    Portal,
    cookie_header,
    post,
    sign_in,
    websocket_status,
)
from ui.places import PLACES

NEW = "a new long password"


def test_the_watchdog_hears_that_all_is_well(portal: Portal) -> None:
    answer = httpx.get(f"{portal.url}/healthz", trust_env=False)
    assert answer.status_code == 200
    assert answer.json() == {"status": "ok", "version": "0.1.0", "database": True}


@pytest.mark.parametrize(
    "path",
    sorted(
        {place.href(project="1") for place in PLACES.values()}
        | {"/", "/unknown", "/a/b/c.py", "/admin", "/front/x", "/sign-in/x"}
    ),
)
def test_a_stranger_gets_the_sign_in_form_on_every_deep_link(used: Portal, path: str) -> None:
    with used.client() as client:
        turned_away = client.get(path)
        assert (turned_away.status_code, turned_away.text) == (303, "")
        form = client.get(turned_away.headers["location"])
    assert form.status_code == 200
    assert 'action="/sign-in"' in form.text
    assert "<script" not in form.text


def test_a_stranger_gets_no_session_no_files_and_no_counters(used: Portal) -> None:
    with used.client() as client:
        for path in (
            "/_stcore/health",
            "/_stcore/metrics",
            "/static/css/index.css",
            "/media/x.pdf",
            "/_stcore/host-config",
        ):
            assert client.get(path).status_code == 401
        assert client.put("/_stcore/upload_file/a/b", content=b"x").status_code == 401
        for path in ("/healthz", "/sign-in", "/sign-out", "/front/style.css", "/"):
            assert client.request("DELETE", path).status_code == 401
    assert websocket_status(used) == 403
    assert websocket_status(used, **{"X-Portal-User": "anybody"}) == 403


def test_signing_in_opens_pages_and_the_websocket_but_not_the_counters(used: Portal) -> None:
    with used.client() as client:
        assert sign_in(client, ADMIN, PASSWORD).headers["location"] == "/"
        assert client.get("/").status_code == 200
        assert client.get("/_stcore/metrics").status_code == 404
        assert websocket_status(used, Cookie=cookie_header(client)) == 101
        assert websocket_status(used, Cookie=cookie_header(client), Origin="https://evil.example") == 403


def test_a_pages_messages_are_not_packed_even_for_a_browser_that_asks(used: Portal) -> None:
    """The connection offers permessage-deflate by itself, as every browser does."""
    with used.client() as client:
        sign_in(client, ADMIN, PASSWORD)
        headers = {"Cookie": cookie_header(client)}
        address = used.url.replace("http", "ws") + "/_stcore/stream"
        with connect(address, additional_headers=headers, subprotocols=["streamlit"], proxy=None) as opened:  # type: ignore[list-item]  # a NewType of str
            asked, answered = opened.request, opened.response
    assert asked is not None
    assert answered is not None
    assert "Sec-WebSocket-Extensions" in asked.headers
    assert "Sec-WebSocket-Extensions" not in answered.headers


def test_a_deep_link_is_reached_after_signing_in(used: Portal) -> None:
    with used.client() as client:
        form = client.get("/cost?project=7").headers["location"]
        fields = {"login": ADMIN, "password": PASSWORD, "next": "/cost?project=7"}
        assert 'value="/cost?project=7"' in client.get(form).text
        assert post(client, form, fields).headers["location"] == "/cost?project=7"


def test_every_answer_carries_the_security_headers(used: Portal) -> None:
    with used.client() as client:
        sign_in(client, ADMIN, PASSWORD)
        for path in ("/", "/sign-in", "/healthz", "/_stcore/health", "/front/style.css", "/_stcore/metrics"):
            headers = client.get(path).headers
            assert headers["x-content-type-options"] == "nosniff"
            assert "frame-ancestors 'none'" in headers["content-security-policy"]
            assert headers["referrer-policy"] == "same-origin"
            assert "camera=()" in headers["permissions-policy"]
        assert "script-src" not in client.get("/sign-in").headers["content-security-policy"]


def test_an_address_that_is_no_page_is_answered_in_the_persons_language(used: Portal) -> None:
    with used.client() as client:
        sign_in(client, ADMIN, PASSWORD)
        browser = {"accept": "text/html", "accept-language": "zh-CN"}
        answer = client.get("/no-such-page", headers=browser)
        assert answer.status_code == 404
        assert "没有这个页面" in answer.text
        assert client.get("/cost", headers=browser).status_code == 200
