"""The request on the screen: its first page can be read on a desk and on a phone."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.walking import arrived, open_sample, settle, step_to

pytestmark = [pytest.mark.needs("chromium"), pytest.mark.xdist_group("browser")]


@pytest.mark.parametrize("width", [1280, 390])
def test_the_cover_of_the_request_fits_the_screen(page: Page, width: int) -> None:
    open_sample(page)
    page.set_viewport_size({"width": width, "height": 844})
    step_to(page, "request")
    arrived(page, "request")
    settle(page)
    sheet = page.locator(".sheet")
    expect(sheet.get_by_text("RFP-")).to_be_visible()
    overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert overflow <= 0
    # Nothing of the facts on the cover is cut off at the right.
    facts = sheet.locator("table").first
    cut = facts.evaluate(
        "table => table.getBoundingClientRect().right - table.closest('.sheet').getBoundingClientRect().right"
    )
    assert cut <= 0
