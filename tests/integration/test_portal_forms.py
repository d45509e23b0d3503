"""A real server, a stranger with a browser's habits, and the forms of the front door."""

import httpx
import pytest

from tests.portal_server import (
    ADMIN,
    PASSWORD,
    Portal,
    cookie_header,
    kefu,
    post,
    serving,
    set_up,
    sign_in,
    token_of,
    websocket_status,
)

NEW = "a new long password"


def add(portal: Portal, login: str, *more: str) -> str:
    """A person added by the command line; gives the password that was handed out."""
    done = kefu(portal.home, "people", "add", login, "--name", "Wang", "--organisation", "Muster", *more)
    assert done.returncode == 0, done.stderr
    return done.stdout.split(": ", 1)[1].split(" ", 1)[0]


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
