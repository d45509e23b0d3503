"""The menu of a project on the home page, in both languages: archive, restore, download."""

from collections.abc import Callable

import pytest

from domain.shared.outcomes import DomainError
from services import accounts, projects
from services.projects import create_project, move_project
from tests.home_case import a_second_admin_stays, choose, elements, links
from tests.projects_case import line_of
from tests.requirements_case import Desk, words
from ui import kit


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


def test_the_download_is_offered_under_the_projects_name_literally(desk: Desk) -> None:
    project = create_project(desk.actor, "../*x*/CON")
    desk.run()
    choose(desk, project, "download")
    (button,) = elements(desk.screen, "download_button")
    assert words(desk, "projects.download_ready", name="../\\*x\\*/CON") in button.label


def test_who_was_shut_out_meanwhile_downloads_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    project = create_project(desk.actor, "Nordics")
    offered: list[Callable[[], bytes]] = []
    monkeypatch.setattr(kit, "download", lambda _label, made, **_: offered.append(made))
    desk.run()
    choose(desk, project, "download")
    accounts.disable_person(None, a_second_admin_stays(desk))
    with pytest.raises(DomainError, match=r"accounts\.signed_out"):
        offered[0]()
