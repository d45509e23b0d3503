"""The cost page on paper: everything of it on A4, nothing that is only for the screen, nothing cut off."""

import re
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.walking import enter, open_sample, settle, step_to, visiting
from tests.conftest import PROGRAMS
from tests.portal_server import Portal
from words import say

pytestmark = [
    pytest.mark.needs("chromium"),
    pytest.mark.needs("poppler"),
    pytest.mark.xdist_group("browser"),
]

A4_POINTS = (595, 842)
MARGIN_POINTS = 12 / 25.4 * 72
_WORD = "{http://www.w3.org/1999/xhtml}word"
_PAGE = "{http://www.w3.org/1999/xhtml}page"


@pytest.fixture(scope="module")
def printed(browser: Browser, chain: Portal, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample's answer as the browser prints it."""
    place = tmp_path_factory.mktemp("print") / "cost.pdf"
    with visiting(browser, chain) as page:
        enter(page)
        open_sample(page)
        step_to(page, "cost")
        expect(page.locator(".stVegaLiteChart canvas, .stVegaLiteChart svg").first).to_be_visible()
        settle(page)
        page.pdf(path=place, prefer_css_page_size=True, print_background=True)
    return place


def read(pdf: Path, *options: str) -> str:
    """What poppler reads in a PDF."""
    tool = PROGRAMS["poppler"]
    assert tool is not None
    done = subprocess.run([tool, *options, str(pdf), "-"], capture_output=True, check=True)
    return done.stdout.decode()


def test_paper_shows_every_region_table_and_note_of_the_cost_page(printed: Path) -> None:
    text = re.sub(r"[\s\u2060]+", " ", read(printed))
    headings = ("cost.chart_title.region", "cost.assumptions", "cost.detail.region", "cost.findings")
    for key in headings:
        assert say("en", key) in text
    # domain.md E.3, low – base – high of each region on both readings of its rate.
    for month in ("13,580 – 19,013 – 24,445", "14,259 – 17,587 – 20,914", "33,951 – 40,741 – 47,531"):
        assert month in text
    # The last column of the table.
    assert text.count("Trade article, unverified") >= 3


def test_what_is_pressed_on_the_screen_is_not_on_paper(printed: Path) -> None:
    text = read(printed)
    for key in ("cost.next", "cost.change", "cost.export", "cost.print", "cost.basis_label", "place.people"):
        assert say("en", key) not in text


def test_every_word_stands_between_the_margins_of_a4(printed: Path) -> None:
    pages = list(ET.fromstring(read(printed, "-bbox")).iter(_PAGE))  # poppler wrote it just now
    assert pages
    for page in pages:
        assert (float(page.attrib["width"]), float(page.attrib["height"])) == pytest.approx(A4_POINTS, abs=1)
        right = A4_POINTS[0] - MARGIN_POINTS
        beyond = [word.text for word in page.iter(_WORD) if float(word.attrib["xMax"]) > right + 1]
        assert beyond == []
