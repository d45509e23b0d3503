"""Two tabs of one project: only the same question conflicts, which then shows both answers; comments; versions."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.walking import arrived, open_sample, press, question, settle, typed
from words import say

pytestmark = [pytest.mark.needs("chromium"), pytest.mark.xdist_group("browser")]


@pytest.fixture
def tabs(page: Page) -> Iterator[tuple[Page, Page]]:
    """The sample's first section in two tabs of one browser."""
    open_sample(page)
    other = page.context.new_page()
    other.goto(page.url)
    arrived(other, "requirements")
    yield page, other
    other.close()


def test_the_same_question_shows_both_answers_and_another_one_none(tabs: tuple[Page, Page]) -> None:
    first, second = tabs
    typed(question(first, "merchant_name").get_by_role("textbox"), "First tab Ltd.")
    settle(first)
    # Another question is nobody's conflict.
    typed(question(second, "product_industry").get_by_role("textbox"), "Garden lamps")
    settle(second)
    expect(question(second, "product_industry").get_by_text(say("en", "conflict.title"))).to_have_count(0)
    typed(question(second, "merchant_name").get_by_role("textbox"), "Second tab Ltd.")
    asked = question(second, "merchant_name")
    # The other tab's answer had arrived with the run in between, so this one is saved.
    expect(asked.get_by_text(say("en", "conflict.title"))).to_have_count(0)
    typed(question(first, "merchant_name").get_by_role("textbox"), "First tab again")
    asked = question(first, "merchant_name")
    expect(asked.get_by_text(say("en", "conflict.title"))).to_be_visible()
    expect(asked.get_by_text("First tab again")).to_be_visible()
    expect(asked.get_by_text("Second tab Ltd.")).to_be_visible()
    asked.get_by_role("button", name=say("en", "conflict.keep_mine")).click()
    expect(asked.get_by_text(say("en", "conflict.title"))).to_have_count(0)
    second.reload()
    arrived(second, "requirements")
    expect(question(second, "merchant_name").get_by_role("textbox")).to_have_value("First tab again")


def test_a_comment_written_in_one_tab_is_read_and_settled_in_the_other(tabs: tuple[Page, Page]) -> None:
    first, second = tabs
    asked = question(first, "merchant_size")
    asked.get_by_role("button", name=re.compile(say("en", "questionnaire.more"))).click()
    first.get_by_role("menuitem", name=say("en", "comments.comment")).click()
    asked.get_by_role("textbox", name=say("en", "comments.text")).fill(
        "Are we large in the sense of the law?"
    )
    asked.get_by_role("button", name=say("en", "comments.send")).click()
    expect(asked.get_by_text("Are we large in the sense of the law?")).to_be_visible()
    # The thread stands in the address, so a link leads to it.
    second.goto(first.url)
    arrived(second, "requirements")
    again = question(second, "merchant_size")
    expect(again.get_by_text("Are we large in the sense of the law?")).to_be_visible()
    again.get_by_role("button", name=say("en", "comments.resolve")).click()
    expect(again.get_by_role("button", name=say("en", "comments.reopen"))).to_be_visible()


def test_a_version_is_kept_compared_and_restored(page: Page) -> None:
    open_sample(page)
    press(page, say("en", "place.versions"))
    page.wait_for_url(re.compile(r"/versions\?.*project="))
    settle(page)
    typed(page.get_by_role("textbox", name=say("en", "versions.name")), "As it came")
    press(page, say("en", "versions.keep"))
    expect(page.get_by_text("Version 1: As it came").first).to_be_visible()
    press(page, say("en", "versions.back"))
    arrived(page, "requirements")
    name = question(page, "merchant_name").get_by_role("textbox")
    before = name.input_value()
    typed(name, "Another Ltd.")
    settle(page)
    press(page, say("en", "place.versions"))
    page.wait_for_url(re.compile(r"/versions\?.*project="))
    expect(page.get_by_role("cell", name="Another Ltd.")).to_be_visible()
    press(page, say("en", "versions.restore", number=1, count=1))
    expect(page.get_by_text(say("en", "versions.restored", number=1, kept=2))).to_be_visible()
    press(page, say("en", "versions.back"))
    arrived(page, "requirements")
    expect(question(page, "merchant_name").get_by_role("textbox")).to_have_value(before)
