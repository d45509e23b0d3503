"""The dialogs of the home page in both languages: a new project, another name, deleting."""

import pytest

from services import accounts
from services.projects import create_project, list_projects
from tests.home_case import a_second_admin_stays, choose, dialog, fields
from tests.projects_case import line_of
from tests.requirements_case import Desk, words
from ui import guard
from ui.guard import Page
from ui.places import PLACES


def test_the_button_for_a_new_project_opens_its_dialog(desk: Desk) -> None:
    desk.run().button(key="new").click()
    desk.run()
    (field,) = fields(desk.screen)
    assert field.label == words(desk, "projects.name")


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
