"""The home page without a browser: what is on it, the menu of a project, a dialog that stands open."""

from typing import Any

from streamlit.testing.v1 import AppTest

from domain.shared.people import Role
from services import accounts
from tests.requirements_case import Desk

DIALOG = """
import streamlit as st
from services.projects import create_project, list_projects, move_project, rename_project
from ui.guard import open_page
from ui.projects import delete_dialog, name_dialog

page = open_page("home")
lines = list_projects(page.actor)
if {what!r} == "create":
    name_dialog(page, "t", "ok", "", create_project, key="x")
elif {what!r} == "rename":
    name_dialog(page, "t", "ok", lines[0].name, rename_project, lines[0].id, key="x")
elif lines:
    delete_dialog(page, lines[0].name, move_project, lines[0].id, "deleted")
"""


def elements(screen: AppTest, kind: str) -> list[Any]:
    """Elements that AppTest knows by their kind alone."""
    return list(screen.get(kind))


def links(screen: AppTest) -> list[str]:
    return [link.label.replace("\\", "") for link in elements(screen, "page_link") if "**" in link.label]


def menu(desk: Desk, project: str) -> Any:
    """The menu on the card of a project."""
    (found,) = [each for each in elements(desk.screen, "menu_button") if each.key == f"menu_{project}"]
    return found


def choose(desk: Desk, project: str, item: str) -> AppTest:
    """Choose something in the menu of a project."""
    menu(desk, project).set_value(item)
    return desk.run()


def fields(screen: AppTest) -> list[Any]:
    """The name field of a dialog, when one is open."""
    return [field for field in screen.text_input if str(field.key).startswith("dialog_name")]


def dialog(desk: Desk, what: str) -> AppTest:
    """A dialog that stands open; AppTest does not keep one open over a click, so a script of its own does."""
    desk.screen = AppTest.from_string(DIALOG.format(what=what), default_timeout=30)
    return desk.run()


def a_second_admin_stays(desk: Desk) -> str:
    """The person at the desk, who can be disabled because somebody else is an administrator too."""
    accounts.add_person(desk.actor, name="Wang", login="w@example.com", role=Role.ADMIN, language="en")
    return desk.actor.user_id
