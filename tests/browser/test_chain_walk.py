"""The sample from the first set-up to a signed-off draft, as a new user would walk it in a real browser."""

import re
import subprocess
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.walking import (
    STAGES,
    arrived,
    downloaded,
    everything_of,
    open_sample,
    press,
    settle,
    sign_in,
    sign_out,
    speak,
    stages,
    step_to,
    visiting,
)
from tests.conftest import PROGRAMS
from tests.portal_server import ADMIN, PASSWORD, serving
from words import Language, say

pytestmark = [
    pytest.mark.needs("chromium"),
    pytest.mark.needs("poppler"),
    pytest.mark.xdist_group("browser"),
]

# From data/samples/shenzhen-eu/requirements.toml and domain.md E.3.
MERCHANT = "深圳虚构家居有限公司"
EAST_PAID_MONTH = "€19,013"
EAST_PRODUCTIVE_MONTH = "€13,309"
LANGUAGES_IN_TURN: tuple[Language, ...] = ("zh", "en")
SECTIONS = (
    "Company and products",
    "Markets, platforms and shops",
    "Channels and languages",
    "Volumes and seasons",
    "Hours and coverage",
    "Service scope",
    "Standards and rules",
    "Returns and authority",
    "Data and law",
    "People and systems",
    "Budget and preferences",
    "Cost assumptions",
)


def test_a_new_user_walks_from_the_set_up_code_to_the_contract_in_word_and_pdf(
    browser: Browser, tmp_path: Path
) -> None:
    with serving(tmp_path / "home") as served, visiting(browser, served) as page:
        page.goto("/")
        given = {"code": served.code, "organisation": "Muster", "name": "Lin", "login": ADMIN}
        for field, value in {**given, "password": PASSWORD, "again": PASSWORD}.items():
            page.fill(f"#{field}", value)
        page.click("main button")
        settle(page)
        expect(page.get_by_text(say("en", "projects.empty_title"))).to_be_visible()
        open_sample(page)
        expect(page.get_by_role("heading", name=say("en", "questionnaire.nothing_missing"))).to_be_visible()

        step_to(page, "cost")
        expect(page.get_by_text(EAST_PAID_MONTH, exact=True)).to_be_visible()
        page.get_by_text(say("en", "cost.basis.productive_hour"), exact=True).click()
        expect(page.get_by_text(EAST_PRODUCTIVE_MONTH, exact=True)).to_be_visible()

        press(page, say("en", "cost.next"))
        arrived(page, "request")
        step_to(page, "pilot")
        expect(
            page.get_by_role("heading", name=re.compile("Demo Nord passes.*Demo Sur fails"))
        ).to_be_visible()

        press(page, say("en", "pilot_page.next_contract"))
        arrived(page, "contract")
        expect(page.get_by_text(say("en", "contract_page.draft"))).to_be_visible()
        word = downloaded(page, say("en", "contract_page.docx"), tmp_path)
        with zipfile.ZipFile(word) as package:
            assert MERCHANT in package.read("word/document.xml").decode()
        printed = downloaded(page, say("en", "contract_page.pdf"), tmp_path)
        assert printed.read_bytes().startswith(b"%PDF")
        assert MERCHANT in text_of(printed)


def text_of(pdf: Path) -> str:
    """The words of a PDF without the breaks of its lines."""
    tool = PROGRAMS["poppler"]
    assert tool is not None
    done = subprocess.run([tool, str(pdf), "-"], capture_output=True, check=True)
    return "".join(done.stdout.decode().split())


def test_the_pages_own_buttons_lead_through_the_requirements_to_the_cost(page: Page) -> None:
    open_sample(page)
    # The titles of data/questions/manifest.toml in its order; the last section leads to the cost.
    for title in SECTIONS[1:]:
        page.locator(".st-key-section_on button").click()
        expect(page.locator(".st-key-section_head h2")).to_have_text(title)
        settle(page)
    press(page, say("en", "questionnaire.to_cost"))
    arrived(page, "cost")


def test_language_reload_and_back_never_lead_away_from_a_page(page: Page) -> None:
    project = open_sample(page)
    for stage in STAGES:
        page.goto(f"/{stage}?project={project}")
        arrived(page, stage)
        for language in LANGUAGES_IN_TURN:
            speak(page, language)
            assert arrived(page, stage) == project
            expect(stages(page).nth(1)).to_contain_text(say(language, "stage.cost"))
        page.reload()
        assert arrived(page, stage) == project
    step_to(page, "cost")
    page.go_back()
    assert arrived(page, "contract") == project


def test_a_deep_link_to_every_page_waits_behind_the_sign_in_form(page: Page) -> None:
    project = open_sample(page)
    for stage in STAGES:
        sign_out(page)
        page.goto(f"/{stage}?project={project}")
        assert "/sign-in" in page.url
        sign_in(page)
        assert arrived(page, stage) == project


def test_everything_of_a_project_comes_in_one_zip(page: Page, tmp_path: Path) -> None:
    place = everything_of(page, open_sample(page), tmp_path)
    with zipfile.ZipFile(place) as archive:
        names = set(archive.namelist())
        assert archive.testzip() is None
    contracts = {f"contract.{form}.{kind}" for form in ("zh", "en", "bilingual") for kind in ("docx", "pdf")}
    rest = {"requirements.json", "cost.json", "plan.json", "scorecard.json", "summary.json"}
    assert names >= contracts | rest | {"tickets/1-tickets.csv"}
