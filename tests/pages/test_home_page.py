"""The home page in both languages: empty, a sample, the card of a project, search."""

import re
from datetime import UTC, datetime
from types import SimpleNamespace

import pytest
from streamlit.testing.v1 import AppTest

from services.projects import create_project, list_projects
from services.samples import SAMPLES, open_sample
from services.unit import clock_set_to
from tests.home_case import choose, elements, links
from tests.requirements_case import Desk, words
from ui.places import PLACES
from words.numbers import day


def test_an_empty_home_says_what_a_project_is_and_offers_the_sample(desk: Desk) -> None:
    screen = desk.run()
    assert screen.title[0].value == words(desk, "projects.title")
    assert words(desk, "projects.empty_title") in desk.text
    for sample in SAMPLES:
        assert screen.button(key=f"sample_{sample}").label == words(desk, f"sample.{sample}")
        assert words(desk, f"sample_about.{sample}") in desk.text.replace("\\", "")


@pytest.mark.parametrize("sample", SAMPLES)
def test_a_sample_opens_at_its_requirements_at_one_click(desk: Desk, sample: str) -> None:
    desk.run().button(key=f"sample_{sample}").click()
    desk.run()
    (line,) = list_projects(desk.actor)
    assert line.sample == sample
    assert line.name == words(desk, f"sample.{sample}")
    assert desk.screen.query_params["project"] == line.id


def test_samples_stay_within_reach_beside_ones_own_projects(desk: Desk) -> None:
    create_project(desk.actor, "Nordics")
    desk.run().button(key=f"sample_{SAMPLES[0]}").click()
    desk.run()
    assert {line.sample for line in list_projects(desk.actor)} == {"", SAMPLES[0]}


def test_a_card_says_where_a_project_stands_and_what_is_next(desk: Desk) -> None:
    open_sample(desk.actor)
    desk.run()
    assert words(desk, "projects.contacts", count="6,000") in desk.text
    assert words(desk, "projects.next_contract") in desk.text
    for stage in ("requirements", "cost", "pilot"):
        name = words(desk, f"stage.{stage}").replace("\u00ad", "")
        assert f":green[:material/check_circle:] {name}" in desk.text


def test_signs_in_a_name_mean_nothing(desk: Desk) -> None:
    create_project(desk.actor, "A *b* [c](d) :red[e]")
    assert links(desk.run()) == ["**A *b* [c](d) :red[e]**"]
    assert "\\*b\\*" in elements(desk.screen, "page_link")[0].label


def test_search_narrows_and_says_when_nothing_is_found(desk: Desk) -> None:
    for name in ("Nordics", "欧洲五语种"):
        create_project(desk.actor, name)
    screen = desk.run()
    screen.text_input(key="search").set_value("五语")
    desk.run()
    assert links(desk.screen) == ["**欧洲五语种**"]
    desk.screen.text_input(key="search").set_value("absent")
    desk.run()
    assert [info.value for info in desk.screen.info] == [words(desk, "ui.nothing_found")]


def test_the_card_says_the_day_it_is_where_the_browser_is(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    evening = datetime(2026, 11, 21, 20, tzinfo=UTC)  # four in the morning of the 22nd in Shanghai
    with clock_set_to(lambda: evening):
        create_project(desk.actor, "Nordics")
    for zone, date in ((None, "2026-11-21"), ("Asia/Shanghai", "2026-11-22")):
        monkeypatch.setattr("ui.projects.st.context", SimpleNamespace(timezone=zone, url="/"))
        desk.run()
        shown = day(desk.actor.language, datetime.fromisoformat(date).date())
        assert words(desk, "projects.changed", day=shown) in desk.text


LATIN = {"Muster", "Excel"}


def spoken(screen: AppTest) -> list[str]:
    """Every text on the screen without the signs that only mean a look."""
    texts = [
        element.value for kind in ("title", "markdown", "info", "error") for element in elements(screen, kind)
    ]
    texts += [element.label for kind in ("button", "text_input") for element in elements(screen, kind)]
    signs = r":material/\w+:|:[a-z]+(-badge)?\[|data:image[^)]*|https?://\S+"
    return [re.sub(signs, "", text) for text in texts if text]


@pytest.mark.parametrize("desk", ["zh"], indirect=True)
def test_the_chinese_home_speaks_chinese(desk: Desk) -> None:
    project = create_project(desk.actor, "北欧")
    desk.run()
    choose(desk, project, "archive")
    latin = {word for text in spoken(desk.screen) for word in re.findall(r"[A-Za-z]{4,}", text)}
    assert latin <= LATIN


def test_home_is_where_signing_in_ends() -> None:
    assert PLACES["home"].href() == "/"
