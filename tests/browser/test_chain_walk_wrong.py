"""Wrong input on the way: one sentence in the person's language, what was typed stays, nobody sees a traceback."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.walking import (
    arrived,
    open_sample,
    press,
    question,
    section,
    settle,
    speak,
    step_to,
    typed,
)
from words import say

pytestmark = [pytest.mark.needs("chromium"), pytest.mark.xdist_group("browser")]

_FOREIGN_WORD = re.compile(r"\b(the|please|must|failed|invalid|of|and)\b", re.IGNORECASE)


def only_chinese(sentence: Locator, expected: str) -> None:
    """The sentence is there, once, and not half in English."""
    expect(sentence.get_by_text(expected)).to_have_count(1)
    assert not _FOREIGN_WORD.search(sentence.inner_text())


@pytest.fixture
def sample(page: Page) -> str:
    """The sample open at its requirements, in Chinese; its id."""
    project = open_sample(page)
    speak(page, "zh")
    return project


def test_a_project_without_a_name_is_not_created_and_the_dialog_stays(page: Page) -> None:
    press(page, say("en", "projects.new"))
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Name of the project").fill("   ")
    press(page, say("en", "projects.create"))
    expect(dialog.get_by_text("Please give the project a name.")).to_be_visible()
    assert page.url.rstrip("/").count("/") == 2  # still the home page


def test_shares_that_miss_the_whole_stay_as_typed_and_say_by_how_much(page: Page, sample: str) -> None:
    section(page, "渠道")
    asked = question(page, "languages_share")
    # The sample's 40 + 25 + 15 + 10 + 10 with 30 instead of 40.
    typed(asked.get_by_label("德语"), "30")
    only_chinese(asked, "合计 90%，还差 10%。是否漏了一种语言？")
    page.reload()
    assert arrived(page, "requirements") == sample
    expect(asked.get_by_label("德语")).to_have_value("30")
    only_chinese(asked, "合计 90%，还差 10%。是否漏了一种语言？")


def test_a_pilot_of_five_weeks_is_refused_and_five_stays(page: Page, sample: str) -> None:
    step_to(page, "pilot")
    page.locator(f".st-key-pilot_{sample}_plan summary").click()
    weeks = page.locator(f".st-key-pilot_{sample}_weeks input")
    typed(weeks, "5")
    expect(page.get_by_text("试运行须为 2 至 4 个整周，现为“5”。请修改周数。").first).to_be_visible()
    expect(weeks).to_have_value("5")


def test_a_broken_ticket_file_is_refused_in_a_sentence_and_the_old_one_still_counts(
    page: Page, sample: str, tmp_path: Path
) -> None:
    step_to(page, "pilot")
    broken = tmp_path / "broken.csv"
    broken.write_text("ticket_id;vendor;channel\nT-1;Lux;email\n")
    page.locator("input[type=file]").set_input_files(broken)
    page.get_by_text(say("zh", "pilot_page.replace"), exact=True).click()
    settle(page)
    press(page, say("zh", "pilot_page.read"))
    refusal = page.get_by_role("alert").filter(has_text="缺少必需的列")
    # What is missing is named, and what was found instead.
    expect(refusal).to_contain_text("created_at")
    expect(refusal).to_contain_text("ticket_id")
    expect(page.get_by_text("broken.csv").first).to_be_visible()
    expect(page.get_by_role("heading", name=re.compile("Demo Nord 通过"))).to_be_visible()


def test_a_term_outside_its_limits_is_refused_and_stays_in_its_field(page: Page, sample: str) -> None:
    page.goto(f"/contract?project={sample}&field=termination_notice_days")
    arrived(page, "contract")
    # contract_templates/clauses/termination/clause.toml: from 15 to 180 days.
    days = page.locator(".st-key-contract_term").get_by_role("spinbutton")
    typed(days, "5")
    editor = page.locator(".st-key-contract_term")
    expect(editor.get_by_text(re.compile(r"5 .*15 .*180")).first).to_be_visible()
    expect(days).to_have_value("5")
    assert not _FOREIGN_WORD.search(editor.inner_text())


def test_a_person_with_half_an_address_is_refused_and_the_form_keeps_it(page: Page) -> None:
    page.goto("/people")
    settle(page)
    page.get_by_label(say("en", "front.login")).fill("wang@")
    page.get_by_label(say("en", "accounts.people.name"), exact=True).fill("Wang")
    press(page, say("en", "accounts.people.add_do"))
    expect(page.get_by_text(say("en", "accounts.login_form"))).to_be_visible()
    expect(page.get_by_label(say("en", "front.login"))).to_have_value("wang@")


def test_two_different_new_passwords_are_refused(page: Page) -> None:
    page.goto("/password")
    settle(page)
    for key, value in (("current", "x"), ("new", "a long new password"), ("again", "another long one")):
        page.locator(f".st-key-password_{key} input").fill(value)
    press(page, say("en", "front.change_password.button"))
    expect(page.get_by_role("alert")).to_contain_text(re.compile("differ|present password is wrong"))
