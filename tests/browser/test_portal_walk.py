"""The front door in a real browser: signing in and out, deep links, strangers, languages, errors."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.walking import settle
from tests.portal_server import ADMIN, PASSWORD, Portal, kefu, serving, set_up
from ui.places import PLACES
from words import say

pytestmark = [pytest.mark.needs("chromium"), pytest.mark.xdist_group("portal-browser")]

NEW = "a new long password"


@pytest.fixture(scope="module")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Portal]:
    """A portal that is set up."""
    with serving(tmp_path_factory.mktemp("walk")) as served:
        with served.client() as client:
            set_up(served, client)
        yield served


@pytest.fixture
def context(browser: Browser, portal: Portal) -> Iterator[BrowserContext]:
    """A browser of its own."""
    context = browser.new_context(base_url=portal.url, locale="en-GB")
    yield context
    context.close()


def enter(page: Page, path: str = "/", login: str = ADMIN, password: str = PASSWORD) -> None:
    page.goto(path)
    page.fill("#login", login)
    page.fill("#password", password)
    page.click("button")


def added(portal: Portal, login: str, organisation: str) -> str:
    """An administrator added by the command line; gives the password that was handed out."""
    about = ("--name", login.split("@", maxsplit=1)[0], "--organisation", organisation, "--role", "admin")
    done = kefu(portal.home, "people", "add", login, *about)
    assert done.returncode == 0, done.stderr
    return done.stdout.split(": ", 1)[1].split(" ", 1)[0]


def title(page: Page, language: str, key: str) -> None:
    assert language in {"zh", "en"}
    expect(page.get_by_role("heading", level=1)).to_have_text(say("zh" if language == "zh" else "en", key))


def test_a_deep_link_is_there_after_signing_in_and_after_a_reload(context: BrowserContext) -> None:
    page = context.new_page()
    enter(page, "/password?from=link")
    settle(page)
    assert page.url.endswith("/password?from=link")
    title(page, "en", "place.password")
    page.reload()
    settle(page)
    title(page, "en", "place.password")
    assert "kefu" not in page.evaluate("document.cookie")


def test_a_stranger_meets_the_form_and_no_script_on_every_page(
    context: BrowserContext, portal: Portal
) -> None:
    page = context.new_page()
    sockets: list[str] = []
    page.on("websocket", lambda socket: sockets.append(socket.url))
    for path in [place.href() for place in PLACES.values()] + ["/unknown", "/a/b"]:
        page.goto(path)
        assert "/sign-in" in page.url
        assert page.locator("script").count() == 0
        assert page.locator("form").count() == 1
    assert sockets == []


def test_the_language_is_kept_over_pages_reloads_and_sign_ins(context: BrowserContext) -> None:
    page = context.new_page()
    enter(page, "/password")
    settle(page)
    page.get_by_text("Lin").last.click()
    page.get_by_text("中文", exact=True).click()
    title(page, "zh", "place.password")
    page.goto("/people")
    settle(page)
    title(page, "zh", "place.people")
    page.get_by_text("Lin").first.wait_for()
    page.locator(".st-key-account_menu button").first.click()
    page.get_by_text("English", exact=True).click()
    title(page, "en", "place.people")


def test_signing_out_leads_to_the_form_and_back_does_not_lead_in(context: BrowserContext) -> None:
    page = context.new_page()
    enter(page, "/people")
    settle(page)
    other = context.new_page()
    other.goto("/people")
    settle(other)
    page.locator(".st-key-account_menu button").first.click()
    page.get_by_role("button", name=say("en", "front.sign_out")).click()
    page.wait_for_url(re.compile("/sign-in"))
    # The other tab learns it at its next action and offers the way back in, to the same page.
    other.get_by_role("textbox").first.fill("x")
    other.get_by_role("button", name=say("en", "accounts.people.add_do"), exact=True).click()
    expect(other.get_by_text(say("en", "accounts.signed_out"))).to_be_visible()
    link = other.get_by_role("link", name=say("en", "front.sign_in.button"))
    expect(link).to_have_attribute("href", "/sign-in?next=%2Fpeople")
    link.click()
    other.wait_for_url(re.compile("/sign-in"))
    page.goto("/people")
    assert "/sign-in" in page.url


def test_a_person_shut_out_from_the_terminal_is_out_at_the_next_click(
    context: BrowserContext, portal: Portal
) -> None:
    handed = added(portal, "wang@example.com", "Muster")
    page = context.new_page()
    enter(page, "/people", "wang@example.com", handed)
    assert "/change-password" in page.url
    for field, typed in (("current", handed), ("new", NEW), ("again", NEW)):
        page.fill(f"#{field}", typed)
    page.click("main button >> nth=0")
    settle(page)
    title(page, "en", "place.people")
    assert kefu(portal.home, "people", "disable", "wang@example.com").returncode == 0
    page.get_by_role("textbox").first.fill("Zhao")
    page.get_by_role("button", name=say("en", "accounts.people.add_do"), exact=True).click()
    expect(page.get_by_text(say("en", "accounts.signed_out"))).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_have_count(0)


def test_the_next_person_at_the_same_browser_finds_nothing_of_the_last(
    context: BrowserContext, portal: Portal
) -> None:
    page = context.new_page()
    enter(page, "/people")
    settle(page)
    page.get_by_role("textbox").first.fill("typed by Lin")
    page.locator(".st-key-account_menu button").first.click()
    page.get_by_role("button", name=say("en", "front.sign_out")).click()
    page.wait_for_url(re.compile("/sign-in"))
    handed = added(portal, "zhao@example.com", "Other")
    enter(page, "/people", "zhao@example.com", handed)
    for field, typed in (("current", handed), ("new", NEW), ("again", NEW)):
        page.fill(f"#{field}", typed)
    page.click("main button >> nth=0")
    settle(page)
    expect(page.get_by_role("textbox").first).to_have_value("")
    expect(page.get_by_text("zhao@example.com")).to_be_visible()
    expect(page.get_by_text(ADMIN)).to_have_count(0)


def test_an_error_in_a_page_shows_a_reference_and_never_a_traceback(browser: Browser, tmp_path: Path) -> None:
    with serving(tmp_path) as served:
        with served.client() as client:
            set_up(served, client)
        page = browser.new_page(base_url=served.url, locale="en-GB")
        enter(page, "/password")
        settle(page)
        with closing(sqlite3.connect(tmp_path / "kefu.sqlite")) as connection:
            connection.execute("ALTER TABLE logins RENAME TO gone")
        page.get_by_role("textbox").first.fill("x")
        page.keyboard.press("Enter")
        alert = page.get_by_role("alert")
        expect(alert).to_contain_text("give the administrator the reference")
        reference = re.search(r"reference ([0-9a-f]{8})", alert.inner_text())
        assert reference is not None
        assert f"reference {reference[1]}" in (tmp_path / "log").read_text()
        assert "Traceback" not in page.content()
        page.close()


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_forms_and_own_pages_never_scroll_sideways(
    browser: Browser, portal: Portal, width: int, scheme: str
) -> None:
    context = browser.new_context(
        base_url=portal.url,
        viewport={"width": width, "height": 800},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    page = context.new_page()
    page.goto("/people")
    overflow = "document.documentElement.scrollWidth > window.innerWidth"
    assert not page.evaluate(overflow)
    enter(page, "/people")
    for place in ("people", "password"):
        page.goto(PLACES[place].href())
        settle(page)
        assert not page.evaluate(overflow)
    context.close()
