"""The form goes out, somebody fills it in, and it comes back: with a mouse on a desk and on a phone."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.walking import downloaded, open_sample, press, settle
from tests.form_case import typed
from words import say

SHRINKAGE = "How much of paid time is spent away from duty?"
pytestmark = [pytest.mark.needs("chromium"), pytest.mark.xdist_group("browser")]


@pytest.mark.parametrize("width", [1280, 390])
def test_a_form_is_downloaded_filled_in_looked_at_and_saved(page: Page, tmp_path: Path, width: int) -> None:
    open_sample(page)
    page.set_viewport_size({"width": width, "height": 800})
    press(page, say("en", "place.exchange"))
    expect(page.get_by_role("heading", name=say("en", "exchange.title"))).to_be_visible()
    settle(page)
    form = downloaded(page, say("en", "exchange.xlsx"), tmp_path)
    form.write_bytes(typed(form.read_bytes(), {("occupancy", "answer"): 0.7, ("shrinkage", "answer"): 7}))
    page.set_input_files("input[type=file]", form)
    expect(page.get_by_text(say("en", "exchange.found", count=2))).to_be_visible()
    settle(page)
    overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert overflow <= 0
    # What its question refuses is said, and left out unless somebody ticks it.
    expect(page.get_by_text("700% is outside")).to_be_visible()
    expect(page.get_by_role("checkbox", name=SHRINKAGE)).not_to_be_checked()
    press(page, say("en", "exchange.save", count=1))
    expect(page.get_by_text(say("en", "exchange.saved", count=1, version=1))).to_be_visible()
