"""Our Streamlit vocabulary in a real browser: widths, palettes, languages, keyboard."""

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = [pytest.mark.needs("chromium"), pytest.mark.xdist_group("browser")]


def _open(browser: Browser, url: str, *, width: int = 1440, scheme: str = "light") -> Page:
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]  # literal
    page.goto(url)
    page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]')
    expect(page.get_by_role("navigation")).to_be_visible()
    return page


@pytest.mark.parametrize("width", [1440, 390, 320])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_width_scrolls_sideways(browser: Browser, gallery: str, width: int, language: str) -> None:
    page = _open(browser, f"{gallery}/?lang={language}", width=width)
    page.wait_for_timeout(500)
    assert page.evaluate("document.documentElement.scrollWidth") == width
    page.close()


def test_stages_are_links_that_say_where_you_are(browser: Browser, gallery: str) -> None:
    page = _open(browser, f"{gallery}/?lang=en")
    stages = page.get_by_role("navigation", name="Project stages")
    expect(stages.get_by_role("link")).to_have_count(4)
    expect(stages.locator("[aria-current=step]")).to_contain_text("Cost")
    assert stages.get_by_role("link").nth(2).get_attribute("href") == "/pilot?project=1"
    page.close()


def test_a_stage_opens_with_the_keyboard(browser: Browser, gallery: str) -> None:
    page = _open(browser, f"{gallery}/?lang=en")
    page.get_by_role("navigation", name="Project stages").get_by_role("link").nth(2).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("went:pilot")).to_be_visible()
    page.close()


def test_a_source_opens_under_its_figure_and_escape_closes_it(browser: Browser, gallery: str) -> None:
    page = _open(browser, f"{gallery}/?lang=en")
    mark = page.get_by_role("button", name="Source: Rate, Trade article, unverified")
    expect(mark).to_have_attribute("aria-expanded", "false")
    mark.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Trade article on outsourcing to Europe")).to_be_visible()
    page.keyboard.press("Escape")
    expect(mark).to_have_attribute("aria-expanded", "false")
    page.close()


def test_a_field_of_the_contract_answers_to_the_keyboard(browser: Browser, gallery: str) -> None:
    page = _open(browser, f"{gallery}/?lang=en")
    page.get_by_role("button", name="24 hours").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("clicked:x")).to_be_visible()
    page.close()


@pytest.mark.parametrize(("scheme", "colour"), [("light", "rgb(255, 255, 255)"), ("dark", "rgb(17, 21, 27)")])
def test_the_browser_picks_the_palette(browser: Browser, gallery: str, scheme: str, colour: str) -> None:
    page = _open(browser, gallery, scheme=scheme)
    assert page.evaluate("getComputedStyle(document.querySelector('.stApp')).backgroundColor") == colour
    page.close()


def test_an_hour_changed_in_the_week_saves_the_whole_week(browser: Browser, gallery: str) -> None:
    page = _open(browser, f"{gallery}/?lang=en")
    page.get_by_text("Tue", exact=True).click()
    expect(page.get_by_text("'tue': [['09:00', '18:00']]")).to_be_visible()
    expect(page.get_by_text("'mon': [['09:00', '19:00']]")).to_be_visible()
    page.close()
