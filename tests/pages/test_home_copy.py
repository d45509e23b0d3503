"""Copying a project as a template from the home page, and the day its requirements became ready, in both languages."""

from datetime import UTC, datetime

import pytest
from streamlit.testing.v1 import AppTest

from services.catalog import catalog
from services.projects import create_project, list_projects, move_project
from services.requirements import read_requirements, save_answer
from services.samples import open_sample
from services.unit import clock_set_to
from services.versions import declare_ready
from tests.home_case import choose, fields, menu
from tests.requirements_case import Desk, words

COPY = """
from services.catalog import catalog
from services.projects import list_projects
from services.templates import copy_as_template, left_out_of_copy
from ui.guard import open_page
from ui.project_copy import copy_dialog

page = open_page("home")
line = next(line for line in list_projects(page.actor) if line.name == "Nordics")
left_out = left_out_of_copy(page.actor, line.id)
copy_dialog(page, line.name, catalog().book, left_out, copy_as_template, line.id, key="x")
"""


@pytest.fixture
def project(desk: Desk) -> str:
    made = create_project(desk.actor, "Nordics")
    save_answer(desk.actor, made, "merchant_name", "Muster")
    save_answer(desk.actor, made, "vendor_name", "Ausgedacht GmbH")
    save_answer(desk.actor, made, "contract_start", "2027-01-01")
    save_answer(desk.actor, made, "channels", ["email"])
    return made


def test_the_menu_of_a_project_offers_the_copy_with_a_name_to_start_from(desk: Desk, project: str) -> None:
    desk.run()
    (field,) = fields(choose(desk, project, "copy"))
    assert field.value == words(desk, "projects.copy_name", name="Nordics")


def test_the_dialog_names_every_answer_that_stays_behind_and_why(desk: Desk, project: str) -> None:
    desk.screen = AppTest.from_string(COPY, default_timeout=30)
    desk.run()
    assert words(desk, "projects.copy_text") in desk.text
    asked = catalog().book.questions
    for group, question in (
        ("names", "merchant_name"),
        ("vendor", "vendor_name"),
        ("dates", "contract_start"),
    ):
        wording = asked[question].wording[desk.actor.language]
        assert f"{words(desk, f'projects.copy_leaves_{group}')}\n\n- {wording}" in desk.text
    assert asked["channels"].wording[desk.actor.language] not in desk.text


def test_the_copy_is_made_under_the_name_given(desk: Desk, project: str) -> None:
    screen = desk.screen = AppTest.from_string(COPY, default_timeout=30)
    desk.run()
    screen.text_input(key="dialog_name_x").set_value("  ")
    screen.button(key="dialog_ok").click()
    desk.run()
    assert words(desk, "projects.name_empty") in desk.text
    screen.text_input(key="dialog_name_x").set_value("Baltics")
    screen.button(key="dialog_ok").click()
    desk.run()
    (copy,) = [line for line in list_projects(desk.actor) if line.name == "Baltics"]
    assert set(read_requirements(desk.actor, copy.id).entries) == {"channels"}


def test_a_deleted_project_offers_no_copy(desk: Desk, project: str) -> None:
    move_project(desk.actor, project, "deleted")
    desk.run().segmented_control(key="shelf").set_value("deleted")
    desk.run()
    assert words(desk, "projects.copy") not in menu(desk, project).options


def test_the_card_and_the_head_say_since_which_day_the_requirements_are_ready(desk: Desk) -> None:
    sample = open_sample(desk.actor)
    desk.run()
    said = {"zh": "需求于2026年11月20日就绪", "en": "requirements ready 20 Nov 2026"}[desk.actor.language]
    assert said not in desk.text
    with clock_set_to(lambda: datetime(2026, 11, 20, 9, tzinfo=UTC)):
        declare_ready(desk.actor, sample)
    desk.run()
    assert said in desk.text
    desk.open(sample)
    assert said in desk.text
