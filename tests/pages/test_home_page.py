"""The home page in both languages: empty, the sample, shelves, search, the menu of a project, its dialogs."""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from domain.shared.outcomes import DomainError
from domain.shared.people import Role
from services import accounts, projects
from services.projects import create_project, list_projects, move_project
from services.samples import SAMPLES, open_sample
from services.unit import clock_set_to
from tests.projects_case import line_of
from tests.requirements_case import ROOT, Desk, a_desk
from ui import guard, kit
from ui.guard import Page
from ui.places import PLACES
from words import LANGUAGES, say
from words.numbers import day

# Reasons: the invented organisation and person of these tests, and what has no Chinese name.
LATIN = {"Muster", "Excel"}


@pytest.fixture(params=LANGUAGES)
def desk(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    with a_desk(tmp_path, monkeypatch, request.param) as made:
        made.screen = AppTest.from_file(str(ROOT / "ui" / "frame.py"), default_timeout=30)
        yield made


def words(desk: Desk, key: str, **values: str | int) -> str:
    return say(desk.actor.language, key, **values)


def elements(screen: AppTest, kind: str) -> list[Any]:
    """Elements that AppTest knows by their kind alone."""
    return list(screen.get(kind))


def links(screen: AppTest) -> list[str]:
    return [link.label.replace("\\", "") for link in elements(screen, "page_link") if "**" in link.label]


def choose(desk: Desk, project: str, item: str) -> AppTest:
    """Choose something in the menu of a project."""
    (menu,) = [menu for menu in elements(desk.screen, "menu_button") if menu.key == f"menu_{project}"]
    menu.set_value(item)
    return desk.run()


def spoken(screen: AppTest) -> list[str]:
    """Every text on the screen without the signs that only mean a look."""
    texts = [
        element.value for kind in ("title", "markdown", "info", "error") for element in elements(screen, kind)
    ]
    texts += [element.label for kind in ("button", "text_input") for element in elements(screen, kind)]
    signs = r":material/\w+:|:[a-z]+(-badge)?\[|data:image[^)]*|https?://\S+"
    return [re.sub(signs, "", text) for text in texts if text]


def test_an_empty_home_says_what_a_project_is_and_offers_the_sample(desk: Desk) -> None:
    screen = desk.run()
    assert screen.title[0].value == words(desk, "projects.title")
    assert words(desk, "projects.empty_title") in desk.text
    screen.button(key="sample").click()
    desk.run()
    for sample in SAMPLES:
        assert desk.screen.button(key=f"sample_{sample}").label == words(desk, f"sample.{sample}")
        assert words(desk, f"sample_about.{sample}") in desk.text.replace("\\", "")


@pytest.mark.parametrize("sample", SAMPLES)
def test_a_sample_opens_at_its_requirements(desk: Desk, sample: str) -> None:
    screen = dialog(desk, "sample")
    screen.button(key=f"sample_{sample}").click()
    desk.run()
    (line,) = list_projects(desk.actor)
    assert line.sample == sample
    assert line.name == words(desk, f"sample.{sample}")
    desk.screen = AppTest.from_file(str(ROOT / "ui" / "frame.py"), default_timeout=30)
    desk.screen.session_state["created"] = line.id
    desk.run()
    assert desk.screen.query_params["project"] == line.id


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


def test_archiving_is_undone_with_one_click(desk: Desk) -> None:
    project = create_project(desk.actor, "Nordics")
    desk.run()
    choose(desk, project, "archive")
    assert line_of(desk.actor, project).shelf == "archived"
    assert words(desk, "projects.moved_archived", name="Nordics") in desk.text
    assert links(desk.screen) == []
    desk.screen.button(key="undo").click()
    desk.run()
    assert line_of(desk.actor, project).shelf == "active"
    assert links(desk.screen) == ["**Nordics**"]
    assert "undo" not in [button.key for button in desk.screen.button]


def test_a_deleted_project_is_restored_from_its_shelf(desk: Desk) -> None:
    project = create_project(desk.actor, "Nordics")
    move_project(desk.actor, project, "deleted")
    screen = desk.run()
    assert words(desk, "projects.empty_shelf") in [info.value for info in screen.info]
    screen.segmented_control(key="shelf").set_value("deleted")
    desk.run()
    assert "**Nordics**" in desk.text, "a deleted project is named and leads nowhere"
    assert links(desk.screen) == []
    choose(desk, project, "restore")
    assert line_of(desk.actor, project).shelf == "active"


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


def test_the_download_is_offered_under_the_projects_name_literally(desk: Desk) -> None:
    project = create_project(desk.actor, "../*x*/CON")
    desk.run()
    choose(desk, project, "download")
    (button,) = elements(desk.screen, "download_button")
    assert words(desk, "projects.download_ready", name="../\\*x\\*/CON") in button.label


def test_the_button_for_a_new_project_opens_its_dialog(desk: Desk) -> None:
    desk.run().button(key="new").click()
    desk.run()
    (field,) = fields(desk.screen)
    assert field.label == words(desk, "projects.name")


def fields(screen: AppTest) -> list[Any]:
    """The name field of a dialog, when one is open."""
    return [field for field in screen.text_input if str(field.key).startswith("dialog_name")]


def test_a_dialog_that_was_dismissed_does_not_fill_in_the_next(desk: Desk) -> None:
    project = create_project(desk.actor, "Nordics")
    desk.run().button(key="new").click()
    desk.run()
    (field,) = fields(desk.screen)
    field.set_value("half a name")
    desk.screen.button(key="new").click()
    desk.run()
    assert [field.value for field in fields(desk.screen)] == [""]
    choose(desk, project, "rename")
    assert [field.value for field in fields(desk.screen)] == ["Nordics"]


def a_second_admin_stays(desk: Desk) -> str:
    """The person at the desk, who can be disabled because somebody else is an administrator too."""
    accounts.add_person(desk.actor, name="Wang", login="w@example.com", role=Role.ADMIN, language="en")
    return desk.actor.user_id


@pytest.mark.parametrize("what", ["create", "rename", "delete"])
def test_who_was_shut_out_meanwhile_changes_nothing_from_an_open_dialog(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    create_project(desk.actor, "Nordics")
    screen = dialog(desk, what)
    # The guard of the run that opened the dialog is over: only the question at the click is left.
    actor = desk.actor
    monkeypatch.setattr(guard, "open_page", lambda _: Page(place=PLACES["home"], actor=actor, login_id="x"))
    accounts.disable_person(None, a_second_admin_stays(desk))
    if what != "delete":
        screen.text_input(key="dialog_name_x").set_value("Baltics")
    screen.button(key="dialog_delete" if what == "delete" else "dialog_ok").click()
    desk.run()
    assert words(desk, "accounts.signed_out") in desk.text
    assert [line.name for line in list_projects(desk.actor)] == ["Nordics"]


def test_who_was_shut_out_meanwhile_downloads_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    project = create_project(desk.actor, "Nordics")
    offered: list[Callable[[], bytes]] = []
    monkeypatch.setattr(kit, "download", lambda _label, made, **_: offered.append(made))
    desk.run()
    choose(desk, project, "download")
    accounts.disable_person(None, a_second_admin_stays(desk))
    with pytest.raises(DomainError, match=r"accounts\.signed_out"):
        offered[0]()


def test_a_refused_move_says_its_sentence_and_the_page_stays(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = create_project(desk.actor, "Nordics")
    desk.run()

    def overtaken(*_: object) -> None:
        raise DomainError("accounts.overtaken")

    monkeypatch.setattr(projects, "move_project", overtaken)
    choose(desk, project, "archive")
    assert [error.value for error in desk.screen.error] == [words(desk, "accounts.overtaken")]
    assert links(desk.screen) == ["**Nordics**"]


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


DIALOG = """
import streamlit as st
from services.projects import create_project, list_projects, move_project, rename_project
from services.samples import SAMPLES, open_sample
from ui.guard import open_page
from ui.projects import delete_dialog, name_dialog
from ui.samples import sample_dialog

page = open_page("home")
lines = list_projects(page.actor)
if {what!r} == "create":
    name_dialog(page, "t", "ok", "", create_project, key="x")
elif {what!r} == "rename":
    name_dialog(page, "t", "ok", lines[0].name, rename_project, lines[0].id, key="x")
elif {what!r} == "sample":
    sample_dialog(page, SAMPLES, open_sample)
elif lines:
    delete_dialog(page, lines[0].name, move_project, lines[0].id, "deleted")
"""


def dialog(desk: Desk, what: str) -> AppTest:
    """A dialog that stands open; AppTest does not keep one open over a click, so a script of its own does."""
    desk.screen = AppTest.from_string(DIALOG.format(what=what), default_timeout=30)
    return desk.run()


@pytest.mark.parametrize("what", ["create", "rename"])
def test_a_refused_name_keeps_what_was_typed_beside_its_sentence(desk: Desk, what: str) -> None:
    project = create_project(desk.actor, "Nordics")
    screen = dialog(desk, what)
    for typed, sentence in (
        ("x" * 121, words(desk, "projects.name_long", most=120, given=121)),
        ("   ", words(desk, "projects.name_empty")),
    ):
        screen.text_input(key="dialog_name_x").set_value(typed)
        screen.button(key="dialog_ok").click()
        desk.run()
        assert sentence in desk.text
        assert screen.text_input(key="dialog_name_x").value == typed
    assert [line.name for line in list_projects(desk.actor)] == ["Nordics"]
    screen.text_input(key="dialog_name_x").set_value("Baltics")
    screen.button(key="dialog_ok").click()
    desk.run()
    names = {line.name for line in list_projects(desk.actor)}
    assert names == ({"Nordics", "Baltics"} if what == "create" else {"Baltics"})
    assert line_of(desk.actor, project).name in names


def test_deleting_asks_first_and_names_what_goes(desk: Desk) -> None:
    project = create_project(desk.actor, "Nordics")
    screen = dialog(desk, "delete")
    assert words(desk, "projects.delete_text", name="Nordics") in desk.text
    screen.button(key="dialog_cancel").click()
    desk.run()
    assert line_of(desk.actor, project).shelf == "active"
    screen.button(key="dialog_delete").click()
    desk.run()
    assert line_of(desk.actor, project).shelf == "deleted"


@pytest.mark.parametrize("desk", ["zh"], indirect=True)
def test_the_chinese_home_speaks_chinese(desk: Desk) -> None:
    project = create_project(desk.actor, "北欧")
    desk.run()
    choose(desk, project, "archive")
    latin = {word for text in spoken(desk.screen) for word in re.findall(r"[A-Za-z]{4,}", text)}
    assert latin <= LATIN


def test_home_is_where_signing_in_ends() -> None:
    assert PLACES["home"].href() == "/"
