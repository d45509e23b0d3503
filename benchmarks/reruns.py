"""How long a rerun of each page takes in a running server, driven by a browser: `python -m benchmarks.reruns`.

Names after it take only the pages that begin so: `python -m benchmarks.reruns pilot "requirements hours"`.
Measured by the frame itself, first to last line of ui/frame.py, and read from the server's log. It needs
Chromium and a machine with nothing else to do, so `make bench` leaves it out.
"""

import re
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from services.catalog import catalog
from tests.browser.walking import open_sample, settle, sign_in
from tests.portal_server import Portal, serving, set_up
from words import say

RUNS = 50
LIMIT_MS = 100.0
_PAUSE_MS, _PATIENCE_S = 200, 20
_LINE = re.compile(r"kefu\.rerun page=(\S+) ms=([\d.]+)")
Turn = Callable[[Page, int], None]


@contextmanager
def sample_open() -> Iterator[tuple[Portal, Page, str]]:
    """A portal of its own with the sample open in a browser; gives the project's id, too."""
    with (
        tempfile.TemporaryDirectory() as folder,
        serving(Path(folder)) as portal,
        sync_playwright() as playwright,
    ):
        with portal.client() as client:
            set_up(portal, client)
        chromium = shutil.which("chromium") or shutil.which("chromium-browser")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        seen = {"width": 1440, "height": 1000}
        page = browser.new_context(base_url=portal.url, locale="en-GB", viewport=seen).new_page()  # type: ignore[arg-type]  # a TypedDict
        page.goto("/")
        sign_in(page)
        yield portal, page, open_sample(page)
        browser.close()


def _segment(key: str) -> Turn:
    """Choose the other one of two."""
    return lambda page, run: page.locator(f".st-key-{key} button[role=radio]").nth((run + 1) % 2).click()


def _aside(page: Page, _run: int) -> None:
    """Set the first question aside for later, or take it back."""
    again = page.locator("[class*=st-key-again_] button")
    if again.count():
        again.first.click()
        return
    page.locator("[class*=st-key-ways_] button").first.click()
    page.get_by_role("menuitem", name=say("en", "ui.ask_later")).click()


def _search(page: Page, run: int) -> None:
    """Both words are in the sample's name, so its card is always drawn."""
    page.locator(".st-key-search input").fill(("Sample", "Europe")[run % 2])


def _plan(page: Page, _run: int) -> None:
    """Unfold the pilot's plan, or fold it."""
    page.locator("[class*=st-key-pilot_][class*=_plan] summary").first.click()


def _refused(page: Page, _run: int) -> None:
    """Send the empty form."""
    page.locator(".st-key-people_save button").click()


def _add_scenario(page: Page, _run: int) -> None:
    """Ask for a scenario without a name, which is refused in one sentence."""
    page.locator(".st-key-scenario_add button").click()


# What is toggled on each view of the cost that has something to toggle.
_COST_VIEWS = {"lines": "basis", "people": "group", "models": "per", "certainty": "basis"}


def _places(project: str) -> dict[str, tuple[str, Turn]]:
    """Every page with its address and what is toggled on it."""
    sections = {
        f"requirements {section.id}": (f"/requirements?project={project}&section={section.id}", _aside)
        for section in catalog().book.sections
    }
    return {
        "home": ("/", _search),
        "cost": (f"/cost?project={project}", _segment("basis")),
        "cost, other view": (f"/cost?project={project}", _segment("view")),
        **{
            f"cost {view}": (f"/cost?project={project}&view={view}", _segment(key))
            for view, key in _COST_VIEWS.items()
        },
        "scenarios": (f"/scenarios?project={project}", _add_scenario),
        "request": (f"/request?project={project}", _segment("request_edition")),
        "pilot": (f"/pilot?project={project}", _plan),
        "contract": (f"/contract?project={project}", _segment("contract_side")),
        "sources": ("/sources", _segment("sources_section")),
        "people": ("/people", _refused),
        **sections,  # last, because an answer set aside is gone from the estimate
    }


def _measured(portal: Portal) -> list[float]:
    """Milliseconds of every run so far."""
    return [float(found[2]) for found in _LINE.finditer((portal.home / "log").read_text())]


def _runs(portal: Portal, page: Page, address: str, turn: Turn) -> list[float]:
    """Milliseconds of the reruns of one page; the first drawing of the page is not one of them."""
    page.goto(address)
    settle(page)
    page.wait_for_timeout(_PAUSE_MS)
    before = len(_measured(portal))
    for run in range(RUNS):
        known = len(_measured(portal))
        turn(page, run)
        deadline = time.monotonic() + _PATIENCE_S
        while len(_measured(portal)) == known:
            if time.monotonic() > deadline:
                raise RuntimeError(f"{address} did not rerun")
            page.wait_for_timeout(_PAUSE_MS / 10)
        settle(page)
        page.wait_for_timeout(_PAUSE_MS / 4)  # what is clicked next must not move any more
    return _measured(portal)[before:]


def run(names: Sequence[str] = ()) -> Iterator[str]:
    """Median and 95th percentile of every page, or of those that begin with a name; above the limit it says so."""
    with sample_open() as (portal, page, project):
        for name, (address, turn) in _places(project).items():
            if names and not name.startswith(tuple(names)):
                continue
            taken = _runs(portal, page, address, turn)
            median, high = statistics.median(taken), statistics.quantiles(taken, n=20)[-1]
            above = f", above {LIMIT_MS:.0f} ms" if high > LIMIT_MS else ""
            yield f"rerun_ms {name}: p50 {median:.0f}, p95 {high:.0f}, {len(taken)} reruns{above}"


if __name__ == "__main__":
    for line in run(sys.argv[1:]):
        print(line, flush=True)
