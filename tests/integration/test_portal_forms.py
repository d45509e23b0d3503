"""A real server, a stranger with a browser's habits, and the forms of the front door."""

import httpx
import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from tests.portal_server import (
    ADMIN,
    PASSWORD,
    Portal,
    kefu,
    post,
    serving,
    set_up,
    sign_in,
    token_of,
)
from ui.places import PLACES

NEW = "a new long password"


@pytest.fixture(scope="module")
def used(portal: Portal) -> Portal:
    """The portal after its set-up."""
    with portal.client() as client:
        assert set_up(portal, client).headers["location"] == "/"
    return portal


def add(portal: Portal, login: str, *more: str) -> str:
    """A person added by the command line; gives the password that was handed out."""
    done = kefu(portal.home, "people", "add", login, "--name", "Wang", "--organisation", "Muster", *more)
    assert done.returncode == 0, done.stderr
    return done.stdout.split(": ", 1)[1].split(" ", 1)[0]


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


def test_the_watchdog_hears_that_all_is_well(portal: Portal) -> None:
    answer = httpx.get(f"{portal.url}/healthz", trust_env=False)
    assert answer.status_code == 200
    assert answer.json() == {"status": "ok", "version": "0.1.0", "database": True}


def test_a_fresh_server_shows_the_set_up_form_and_refuses_a_wrong_code(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    with serving(tmp_path_factory.mktemp("fresh")) as fresh, fresh.client() as client:
        assert client.get("/sign-in").headers["location"] == "/set-up"
        fields = {"code": "AAAA-BBBB-CCCC", "organisation": "Muster & Co", "name": "Lin", "login": ADMIN}
        refused = post(client, "/set-up", {**fields, "password": PASSWORD, "again": PASSWORD})
        assert refused.status_code == 400
        assert "The set-up code is wrong" in refused.text
        assert 'value="Muster &amp; Co"' in refused.text
        assert PASSWORD not in refused.text
        assert set_up(fresh, client).status_code == 303
        assert client.get("/set-up").headers["location"] == "/sign-in"


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


@pytest.mark.parametrize("target", ["//evil.example", "https://evil.example", "/\\evil.example"])
def test_a_way_on_to_somewhere_else_leads_home(used: Portal, target: str) -> None:
    with used.client() as client:
        fields = {"login": ADMIN, "password": PASSWORD, "next": target}
        assert post(client, "/sign-in", fields).headers["location"] == "/"


def test_a_form_from_another_site_is_refused(used: Portal) -> None:
    fields = {"login": ADMIN, "password": PASSWORD}
    with used.client() as client:
        assert client.post("/sign-in", data=fields).status_code == 403
        assert post(client, "/sign-in", fields, origin="https://evil.example").status_code == 403
        assert post(client, "/sign-in", fields, origin="null").status_code == 403
        token = token_of(client.get("/sign-in").text)
        client.cookies.clear()
        assert client.post("/sign-in", data={"token": token, **fields}).status_code == 403
        assert not client.cookies.get("kefu_login")
        assert post(client, "/sign-in", fields, origin=used.url).status_code == 303


def test_a_cookie_that_is_not_ours_gets_a_new_form_and_never_our_signature(used: Portal) -> None:
    fields = {"login": ADMIN, "password": PASSWORD}
    with used.client() as client:
        token = token_of(client.get("/sign-in").text)
        client.cookies.clear()
        for foreign in ("kefu_form=h\xe9llo".encode("latin-1"), b"kefu_form=chosen-by-somebody-else"):
            headers = {b"cookie": foreign}
            refused = client.post("/sign-in", data={"token": token, **fields}, headers=headers)
            client.cookies.clear()
            assert refused.status_code == 403
            form = client.get("/sign-in", headers=headers)
            client.cookies.clear()
            assert "chosen-by-somebody-else" not in form.headers["set-cookie"]
            again = {"token": token_of(form.text), **fields}
            assert client.post("/sign-in", data=again, headers=headers).status_code == 403
            client.cookies.clear()


def test_a_form_too_long_to_be_one_is_refused(used: Portal) -> None:
    with used.client() as client:
        assert client.post("/sign-in", content=b"login=" + b"x" * 20_000).status_code == 403


def test_a_wrong_password_gives_one_sentence_and_keeps_what_was_typed(used: Portal) -> None:
    with used.client() as client:
        refused = sign_in(client, ADMIN, "not the password")
        assert refused.status_code == 400
        assert "The e-mail address or the password is wrong" in refused.text
        assert f'value="{ADMIN}"' in refused.text
        sign_in(client, ADMIN, PASSWORD)


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(used: Portal) -> None:
    with used.client() as client:
        cookie = next(
            c
            for c in sign_in(client, ADMIN, PASSWORD).headers.get_list("set-cookie")
            if c.startswith("kefu_login")
        )
        assert "HttpOnly" in cookie
        assert "SameSite=lax" in cookie
        assert "Secure" not in cookie
        token = token_of(client.get("/sign-in").text)
        fields = {"token": token, "login": ADMIN, "password": PASSWORD}
        # A proxy on this machine that ends https says so.
        answer = client.post("/sign-in", data=fields, headers={"x-forwarded-proto": "https"})
        assert "Secure" in next(
            c for c in answer.headers.get_list("set-cookie") if c.startswith("kefu_login")
        )


def test_signing_out_takes_a_form_and_ends_the_login_everywhere(used: Portal) -> None:
    with used.client() as client:
        sign_in(client, ADMIN, PASSWORD)
        stolen = dict(client.cookies)
        assert client.get("/sign-out").headers["location"] == "/"
        assert client.post("/sign-out").status_code == 403
        assert client.get("/").status_code == 200
        assert post_sign_out(client).headers["location"] == "/sign-in"
        assert client.get("/").status_code == 303
    with httpx.Client(base_url=used.url, cookies=stolen, trust_env=False) as thief:
        assert thief.get("/").status_code == 303


def post_sign_out(client: httpx.Client) -> httpx.Response:
    return client.post("/sign-out", data={"token": token_of(client.get("/sign-in").text)})


def test_a_handed_out_password_must_be_replaced_before_anything_else(used: Portal) -> None:
    handed = add(used, "wang@example.com")
    with used.client() as client:
        sign_in(client, "wang@example.com", handed)
        assert (
            client.get("/cost?project=1").headers["location"] == "/change-password?next=%2Fcost%3Fproject%3D1"
        )
        assert websocket_status(used, Cookie=cookie_header(client)) == 403
        form = "/change-password?next=%2Fcost%3Fproject%3D1"
        fields = {"current": handed, "new": NEW, "next": "/cost?project=1"}
        refused = post(client, form, {**fields, "again": "something else"})
        assert refused.status_code == 400
        assert "The two passwords differ" in refused.text
        assert post(client, form, {**fields, "again": NEW}).headers["location"] == "/cost?project=1"
        assert client.get("/cost?project=1").status_code == 200


def test_the_command_line_shuts_a_person_out_and_hands_out_passwords(used: Portal) -> None:
    handed = add(used, "zhao@example.com", "--role", "legal")
    assert kefu(used.home, "people", "disable", "zhao@example.com").returncode == 0
    with used.client() as client:
        assert sign_in(client, "zhao@example.com", handed).status_code == 400
    again = kefu(used.home, "people", "reset-password", "nobody@example.com")
    assert again.returncode == 2
    assert again.stderr.startswith("This record was not found.")
    assert (
        kefu(
            used.home, "people", "add", ADMIN, "--name", "X", "--organisation", "Y", "--role", "admin"
        ).returncode
        == 2
    )
    assert kefu(used.home, "people", "add", "x@y.z").returncode == 2


def test_the_form_speaks_the_language_of_the_browser_until_another_is_chosen(used: Portal) -> None:
    with used.client() as client:
        chinese = client.get("/sign-in?next=%2Fcost", headers={"accept-language": "zh-CN,zh"})
        assert '<html lang="zh-CN">' in chinese.text
        assert "登录" in chinese.text
        assert 'href="?next=%2Fcost&amp;lang=en"' in chinese.text
        assert '<html lang="en">' in client.get("/sign-in?lang=en", headers={"accept-language": "zh"}).text
        assert '<html lang="en">' in client.get("/sign-in", headers={"accept-language": "zh"}).text


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


def test_guessing_stays_stopped_after_a_restart(tmp_path_factory: pytest.TempPathFactory) -> None:
    home = tmp_path_factory.mktemp("guessed")
    with serving(home) as first, first.client() as client:
        set_up(first, client)
        client.cookies.clear()
        statuses = [sign_in(client, ADMIN, f"wrong {number}").status_code for number in range(9)]
        assert statuses == [400] * 8 + [429]
    with serving(home) as second, second.client() as client:
        assert not second.code
        assert sign_in(client, ADMIN, PASSWORD).status_code == 429


def test_an_address_that_is_no_page_is_answered_in_the_persons_language(used: Portal) -> None:
    with used.client() as client:
        sign_in(client, ADMIN, PASSWORD)
        browser = {"accept": "text/html", "accept-language": "zh-CN"}
        answer = client.get("/no-such-page", headers=browser)
        assert answer.status_code == 404
        assert "没有这个页面" in answer.text
        assert client.get("/cost", headers=browser).status_code == 200
