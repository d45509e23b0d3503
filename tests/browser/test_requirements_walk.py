"""The questionnaire by keyboard alone, section after section; on a phone; a reload in the middle."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from services.catalog import catalog
from tests.browser.walking import arrived, noticed, open_sample, question, settle
from words import say

pytestmark = [pytest.mark.needs("chromium"), pytest.mark.xdist_group("browser")]

SECTIONS = catalog().book.sections
# What has the focus, also inside a component of ours, and the question it belongs to.
FOCUS = """() => {
  let place = document.activeElement, asked = place.closest('[class*="st-key-asked_"]');
  while (place.shadowRoot?.activeElement) place = place.shadowRoot.activeElement;
  const key = asked?.className.match(/st-key-asked_(\\w+)/)?.[1] ?? '';
  const name = place.getAttribute('aria-label') || (place.tagName === 'BUTTON' && place.innerText) || place.tagName;
  return [key, name.trim(), place.tagName];
}"""
MOST_STEPS = 400


def focus(page: Page) -> tuple[str, str, str]:
    """The question, the name and the tag of what has the focus."""
    asked, name, tag = page.evaluate(FOCUS)
    return asked, name, tag


def steps_to(page: Page, name: str) -> Iterator[tuple[str, str, str]]:
    """Go on with Tab until something of this name has the focus; gives everything on the way."""
    for _ in range(MOST_STEPS):
        page.keyboard.press("Tab")
        here = focus(page)
        yield here
        if re.search(name, here[1]):
            return
    raise AssertionError(f"{name} is not reached with Tab")


def test_every_question_of_every_section_is_reached_with_tab_and_none_holds_the_focus(page: Page) -> None:
    open_sample(page)
    for section, onward in zip(SECTIONS, (*SECTIONS[1:], None), strict=True):
        expect(page.get_by_role("heading", name=section.title.en, exact=True)).to_be_visible()
        label = (
            say("en", "questionnaire.next", section=onward.short.en)
            if onward
            else say("en", "questionnaire.to_cost")
        )
        reached = [asked for asked, _, _ in steps_to(page, re.escape(label)) if asked]
        drawn = page.locator("[class*='st-key-asked_']").evaluate_all(
            "found => found.map(each => each.className.match(/st-key-asked_(\\w+)/)[1])"
        )
        # In the order in which they are read.
        assert list(dict.fromkeys(reached)) == drawn, section.id
        page.keyboard.press("Enter")
        if onward:
            page.wait_for_url(re.compile(f"section={onward.id}"))
            noticed(page)
            # The focus goes along to the top of the section.
            page.locator(".st-key-section_head:focus").wait_for()
    arrived(page, "cost")


def test_answers_are_given_by_keyboard_and_a_reload_in_the_middle_keeps_them(page: Page) -> None:
    project = open_sample(page)
    page.goto(f"/requirements?project={project}&section=volumes")
    arrived(page, "requirements")
    # A number, a choice, the hours of a week and a menu.
    list(steps_to(page, "^E-mail$"))
    page.keyboard.press("Control+A")
    page.keyboard.type("3400")
    page.keyboard.press("Tab")
    noticed(page)
    hours = question(page, "hour_profiles")
    hours.get_by_role("combobox").last.focus()
    page.keyboard.type("Drawn")
    page.keyboard.press("Enter")
    noticed(page)
    list(steps_to(page, "Phone.*Mon, 0$"))
    page.keyboard.type("4")
    page.keyboard.press("ArrowDown")
    page.keyboard.type("5")
    page.keyboard.press("Tab")
    noticed(page)
    assert focus(page)[1] == say("en", "ui.grid_copy", row="Tue")
    noticed(page)
    page.reload()
    arrived(page, "requirements")
    expect(question(page, "contacts_month").get_by_label("E-mail")).to_have_value("3400")
    expect(hours.get_by_label(re.compile("Mon, 0$"))).to_have_value("4")
    expect(hours.get_by_label(re.compile("Tue, 0$"))).to_have_value("5")
    question(page, "launches").get_by_role("button", name=say("en", "questionnaire.more")).focus()
    page.keyboard.press("Enter")
    later = page.get_by_role("menuitem", name=say("en", "ui.ask_later"))
    later.wait_for()
    # The first item takes the focus a moment after the menu has opened.
    while not later.evaluate("item => item === document.activeElement"):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(
        question(page, "launches").get_by_role("button", name=say("en", "ui.answer_again"))
    ).to_be_visible()


def test_rows_of_languages_say_what_they_miss_before_anything_is_saved(page: Page) -> None:
    project = open_sample(page)
    page.goto(f"/requirements?project={project}&section=channels")
    arrived(page, "requirements")
    asked = question(page, "channel_languages")
    for language, share in (("German", "70"), ("French", "20")):
        cell = asked.get_by_label(re.compile(f"Phone, {language}$"))
        cell.fill(share)
        cell.press("ArrowRight")
    expect(asked.get_by_text(say("en", "ui.grid_short", sum="90%", by="10%"))).to_be_visible()
    noticed(page)
    cell = asked.get_by_label(re.compile("Phone, English$"))
    cell.fill("10")
    cell.press("Tab")
    expect(asked.get_by_text("100%", exact=True)).to_be_visible()
    noticed(page)
    expect(asked.get_by_text("adds up to")).to_have_count(0)
    page.reload()
    arrived(page, "requirements")
    expect(asked.get_by_label(re.compile("Phone, German$"))).to_have_value("70")


def test_on_a_phone_no_section_scrolls_sideways(page: Page) -> None:
    project = open_sample(page)
    page.set_viewport_size({"width": 390, "height": 844})
    for section in SECTIONS:
        page.goto(f"/requirements?project={project}&section={section.id}")
        settle(page)
        expect(page.get_by_role("heading", name=section.title.en, exact=True)).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
