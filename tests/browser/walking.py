"""What a person does in the portal, as steps of a test: sign in, answer, go on, download."""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, expect

from tests.portal_server import ADMIN, PASSWORD, Portal
from ui.kit import nb
from words import Language, say

READY = "[data-testid=stApp][data-test-script-state=notRunning]"
STAGES = ("requirements", "cost", "request", "pilot", "contract")
PATIENCE_MS = 20_000
_NOTICED_MS = 200
expect.set_options(timeout=PATIENCE_MS)


def settle(page: Page) -> None:
    """Wait until the page is drawn."""
    page.wait_for_selector("h1")
    page.wait_for_selector(READY)


@contextmanager
def visiting(browser: Browser, portal: Portal) -> Iterator[Page]:
    """A browser that nobody has signed in with; whatever is done in it, nobody may see a traceback."""
    context = browser.new_context(base_url=portal.url, locale="en-GB", timezone_id="Europe/Berlin")
    context.set_default_timeout(PATIENCE_MS)
    page, log = context.new_page(), portal.home / "log"
    before = len(log.read_text())
    yield page
    assert "Traceback" not in page.content()
    context.close()
    _, error, trace = log.read_text()[before:].partition("Traceback")
    assert not error, trace


def sign_in(page: Page) -> None:
    """The form of the front door, filled in and sent."""
    page.fill("#login", ADMIN)
    page.fill("#password", PASSWORD)
    page.click("main button")
    settle(page)


def enter(page: Page) -> None:
    """Sign in from nowhere and stand on the home page, in English whatever was spoken before."""
    page.goto("/")
    sign_in(page)
    if page.get_by_role("heading", level=1).inner_text() == say("zh", "projects.title"):
        speak(page, "en")


def sign_out(page: Page) -> None:
    """By the account menu, in English."""
    _account_menu(page).click()
    page.get_by_role("button", name=say("en", "front.sign_out")).click()
    page.wait_for_url(re.compile("/sign-in"))


def speak(page: Page, language: Language) -> None:
    """Choose the language in the account menu and close the menu."""
    _account_menu(page).click()
    menu = page.get_by_test_id("stPopoverBody")
    menu.get_by_text(say(language, "language.own_name"), exact=True).click()
    expect(page.get_by_role("link", name=say(language, "place.sources"))).to_be_visible()
    page.keyboard.press("Escape")
    settle(page)


def _account_menu(page: Page) -> Locator:
    return page.locator(".st-key-account_menu button").first


def press(page: Page, label: str) -> None:
    """A button by what it says, with or without an icon beside the words."""
    page.get_by_role("button", name=re.compile(rf"(^|icon ){re.escape(label)}($| .* icon$)")).click()


def open_sample(page: Page, language: Language = "en") -> str:
    """Open the sample from the home page; returns the project's id."""
    press(page, say(language, "sample.shenzhen-eu"))
    return arrived(page, "requirements")


def arrived(page: Page, stage: str) -> str:
    """Wait for a stage of a project; returns the project's id."""
    page.wait_for_url(re.compile(rf"/{stage}\?.*project="))
    expect(stages(page).nth(STAGES.index(stage))).to_have_attribute("aria-current", "step")
    settle(page)
    found = re.search(r"project=([\w-]+)", page.url)
    assert found is not None
    return found[1]


def stages(page: Page) -> Locator:
    """The links of the stepper."""
    return page.get_by_role("navigation", name=re.compile("Project stages|项目")).get_by_role("link")


def step_to(page: Page, stage: str) -> None:
    """By the stepper."""
    stages(page).nth(STAGES.index(stage)).click()
    arrived(page, stage)


def question(page: Page, name: str) -> Locator:
    """A question of the requirements with everything under it."""
    return page.locator(f".st-key-asked_{name}")


def section(page: Page, short: str) -> None:
    """Open a section of the requirements by its pill."""
    page.locator(".st-key-questionnaire_section button").filter(has_text=nb(short)).click()
    page.wait_for_url(re.compile("section="))
    noticed(page)


def noticed(page: Page) -> None:
    """Wait until what was just done has reached the server and the page is drawn again."""
    page.wait_for_timeout(_NOTICED_MS)
    settle(page)


def typed(field: Locator, text: str) -> None:
    """Type into a field and leave it."""
    field.click()
    field.fill(text)
    field.press("Tab")
    noticed(field.page)


def picked(asked: Locator, choices: Sequence[str]) -> None:
    """Choose from a list that opens, one after the other."""
    for choice in choices:
        box = asked.get_by_role("combobox").first
        box.click()
        box.fill(choice)
        asked.page.get_by_role("option", name=choice, exact=True).first.click()
        noticed(asked.page)
    asked.page.keyboard.press("Escape")


def clicked(asked: Locator, choices: Sequence[str]) -> None:
    """Choose among pills or segments."""
    for choice in choices:
        asked.get_by_text(choice, exact=True).click()
        noticed(asked.page)


def downloaded(page: Page, label: str, folder: Path) -> Path:
    """Press a download and keep the file; its name is the one the person would see."""
    return _kept(page, lambda: press(page, label), folder)


def everything_of(page: Page, project: str, folder: Path) -> Path:
    """The ZIP of a project, by its menu on the home page, in English."""
    page.goto("/")
    settle(page)
    page.locator(f".st-key-menu_{project} button").first.click()
    page.get_by_text(say("en", "projects.download"), exact=True).click()
    return _kept(page, page.locator(f".st-key-zip_{project} button").click, folder)


def _kept(page: Page, click: Callable[[], None], folder: Path) -> Path:
    with page.expect_download() as waiting:
        click()
    place = folder / waiting.value.suggested_filename
    waiting.value.save_as(place)
    return place
