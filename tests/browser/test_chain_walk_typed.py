"""A second project, typed in by hand from an empty form to a drafted contract."""

import re
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.walking import (
    arrived,
    clicked,
    downloaded,
    picked,
    press,
    question,
    section,
    settle,
    step_to,
    typed,
)
from words import say

pytestmark = [pytest.mark.needs("chromium"), pytest.mark.xdist_group("browser")]

NAME = "Lamps for Germany"
MERCHANT = "Ningbo Example Lamps Co., Ltd."
HEADINGS = "ticket_id,vendor,channel,language,created_at,first_human_reply_at,status"
DAYS = ("2026-10-05", "2026-10-06", "2026-10-07", "2026-10-08", "2026-10-09")


def start(page: Page, name: str) -> str:
    """A new project; returns its id."""
    press(page, say("en", "projects.new"))
    page.get_by_role("dialog").get_by_label(say("en", "projects.name")).fill(name)
    page.keyboard.press("Enter")
    return arrived(page, "requirements")


def answer_everything_required(page: Page) -> None:
    """The fifteen required questions of a shop with one channel, two languages and office hours."""
    typed(question(page, "merchant_name").get_by_role("textbox"), MERCHANT)
    picked(question(page, "merchant_country"), ["China"])
    typed(question(page, "product_industry").get_by_role("textbox"), "Table lamps")
    section(page, "Markets")
    picked(question(page, "markets"), ["Germany"])
    clicked(question(page, "cross_border"), ["Yes"])
    clicked(question(page, "platforms"), ["Own shop"])
    section(page, "Channels")
    clicked(question(page, "channels"), ["E-mail"])
    picked(question(page, "languages_share"), ["German", "English"])
    typed(question(page, "languages_share").get_by_label("German"), "60")
    typed(question(page, "languages_share").get_by_label("English"), "40")
    section(page, "Volumes")
    typed(question(page, "contacts_month").get_by_label("E-mail"), "1200")
    section(page, "Hours")
    page.locator(".st-key-preset_coverage_0 button").click()  # weekdays from 9 to 18
    settle(page)
    picked(question(page, "time_zone"), ["Berlin (Europe/Berlin)"])
    section(page, "Returns")
    clicked(question(page, "returns_handled"), ["No"])
    section(page, "Law")
    clicked(question(page, "eu_establishment"), ["No"])
    picked(question(page, "data_location"), ["China"])
    picked(question(page, "ticket_readers"), ["Poland"])
    section(page, "Budget")
    picked(question(page, "vendor_country"), ["Poland"])


def tickets() -> str:
    """Two hundred mails of one vendor, forty a day, each answered an hour later."""
    rows = [
        f"T-{day}-{number},Lux,email,de,{day} 10:{number:02d},{day} 11:{number:02d},resolved"
        for day in DAYS
        for number in range(40)
    ]
    return "\n".join([HEADINGS, *rows])


def test_a_project_typed_by_hand_gets_a_price_a_verdict_and_a_contract(page: Page, tmp_path: Path) -> None:
    start(page, NAME)
    answer_everything_required(page)
    expect(page.get_by_role("heading", name=say("en", "questionnaire.nothing_missing"))).to_be_visible()

    step_to(page, "cost")
    # By hand: 1,200 mails × 420 s = 140 h; ÷ 0.80 = 175 h, of which 105 h German and 70 h English.
    # Somebody must be there 45 h a week × 52 ÷ 12 = 195 h for each language: 390 h.
    # ÷ (1 − 0.30) = 557.14 paid h; Eastern Europe at 10 – 14 – 18 €: 5,571 – 7,800 – 10,029.
    expect(page.get_by_text("€7,800", exact=True)).to_be_visible()
    expect(page.get_by_role("cell", name=re.compile(r"^5,571\W+7,800\W+10,029$"))).to_be_visible()

    press(page, say("en", "cost.next"))
    arrived(page, "request")
    step_to(page, "pilot")
    typed(page.get_by_label(re.compile("^Weeks")), "2")
    file = tmp_path / "october.csv"
    file.write_text(tickets())
    page.locator("input[type=file]").set_input_files(file)
    press(page, say("en", "pilot_page.read"))
    # The times have no offset, so the page asks, and proposes the zone of the requirements.
    asked = page.locator("[class*=st-key-pilot_file_zone]")
    expect(asked.get_by_role("combobox")).to_have_value("Europe/Berlin")
    press(page, say("en", "pilot_page.read"))
    expect(page.get_by_text("200 rows: 200 accepted, 0 rejected.")).to_be_visible()
    # Satisfaction, accuracy and reports were never recorded: the verdict cannot be a pass.
    expect(page.get_by_role("heading", name=re.compile("Lux is still open"))).to_be_visible()

    # A pilot that is still open does not lead to the contract, but keeps nobody from it.
    step_to(page, "contract")
    arrived(page, "contract")
    word = downloaded(page, say("en", "contract_page.docx"), tmp_path)
    with zipfile.ZipFile(word) as package:
        body = package.read("word/document.xml").decode()
    assert MERCHANT in body
    assert "Traceback" not in page.content()
