"""Requirements leave the page as a form and come back: shown first, chosen, saved at one stroke."""

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Checkbox

from services.journey import read_open_project
from services.projects import create_project
from services.record import save_entry
from services.requirements import SUBJECT, read_requirements, save_answer
from services.requirements_exchange import export_requirements
from services.versions import list_versions
from tests.form_case import typed
from tests.requirements_case import Desk
from words import say

PAGE = "../pages/requirements/exchange.py"


@pytest.fixture
def project(desk: Desk) -> str:
    made = create_project(desk.actor, "Winter")
    save_answer(desk.actor, made, "occupancy", 0.8)
    return made


def uploaded(desk: Desk, project: str, content: bytes, name: str = "form.xlsx") -> AppTest:
    screen = desk.visit("exchange", project)
    screen.file_uploader[0].set_value((name, content, "application/octet-stream"))
    return desk.run()


def box(desk: Desk, question: str) -> Checkbox:
    """The tick of a question, of whichever file."""
    (found,) = (each for each in desk.screen.checkbox if (each.key or "").endswith(f"_{question}"))
    return found


def value(desk: Desk, project: str, question: str) -> object:
    return read_requirements(desk.actor, project).record.given(question)


def test_a_form_that_came_back_shows_what_would_change_and_saves_nothing_yet(
    desk: Desk, project: str
) -> None:
    form = typed(export_requirements(desk.actor, project, "xlsx"), {("occupancy", "answer"): 0.7})
    uploaded(desk, project, form)
    assert say(desk.actor.language, "exchange.found", count=1) in desk.text
    assert "80%" in desk.text
    assert "70%" in desk.text
    assert value(desk, project, "occupancy") == 0.8


def test_saving_takes_the_chosen_answers_over_and_keeps_a_version_of_what_was(
    desk: Desk, project: str
) -> None:
    changes = {("occupancy", "answer"): 0.7, ("shrinkage", "answer"): 0.25}
    uploaded(desk, project, typed(export_requirements(desk.actor, project, "xlsx"), changes))
    box(desk, "shrinkage").uncheck()
    desk.run()
    desk.screen.button(key="import_save").click()
    desk.run()
    entries = read_requirements(desk.actor, project).entries
    assert (entries["occupancy"].value, entries["occupancy"].origin) == (0.7, "import")
    assert "shrinkage" not in entries
    (kept,) = list_versions(desk.actor, project)
    assert (kept.occasion, kept.name) == ("import", "form.xlsx")
    assert [each.value for each in desk.screen.success] == [
        say(desk.actor.language, "exchange.saved", count=1, version=1)
    ]


def test_an_answer_its_question_refuses_is_shown_with_its_sentence_and_kept_as_a_draft_if_wanted(
    desk: Desk, project: str
) -> None:
    form = typed(export_requirements(desk.actor, project, "xlsx"), {("occupancy", "answer"): 7})
    uploaded(desk, project, form)
    assert len(desk.problems) == 1
    assert desk.screen.button(key="import_save").disabled
    box(desk, "occupancy").check()
    desk.run()
    desk.screen.button(key="import_save").click()
    desk.run()
    assert read_requirements(desk.actor, project).drafts["occupancy"][0] == 7


def test_a_tick_made_for_one_file_says_nothing_about_the_next(desk: Desk, project: str) -> None:
    form = export_requirements(desk.actor, project, "xlsx")
    uploaded(desk, project, typed(form, {("occupancy", "answer"): 0.7}), "a.xlsx")
    assert box(desk, "occupancy").value
    refused = typed(form, {("occupancy", "answer"): 7})
    desk.screen.file_uploader[0].set_value(("b.xlsx", refused, "application/octet-stream"))
    desk.run()
    assert not box(desk, "occupancy").value
    assert desk.screen.button(key="import_save").disabled


def test_somebodys_change_meanwhile_is_said_and_nothing_is_overwritten(desk: Desk, project: str) -> None:
    form = typed(export_requirements(desk.actor, project, "xlsx"), {("occupancy", "answer"): 0.7})
    uploaded(desk, project, form)
    save_answer(desk.actor, project, "occupancy", 0.75)
    desk.screen.button(key="import_save").click()
    desk.run()
    assert say(desk.actor.language, "accounts.overtaken") in "".join(desk.problems)
    assert value(desk, project, "occupancy") == 0.75
    assert not list_versions(desk.actor, project)
    desk.run()
    assert say(desk.actor.language, "exchange.overtaken") in desk.text


def test_a_file_that_cannot_be_read_is_one_sentence_and_the_record_stays(desk: Desk, project: str) -> None:
    uploaded(desk, project, b"hello")
    assert len(desk.screen.error) == 1
    assert value(desk, project, "occupancy") == 0.8


def test_the_form_of_the_record_itself_would_change_nothing(desk: Desk, project: str) -> None:
    save_entry(desk.actor, project, SUBJECT, "shops", value="x" * 9000, state="draft")
    uploaded(desk, project, export_requirements(desk.actor, project, "xlsx"))
    assert [each.value for each in desk.screen.info] == [say(desk.actor.language, "exchange.nothing")]


def test_the_page_stands_under_the_stage_of_the_requirements(desk: Desk, project: str) -> None:
    desk.visit("exchange", project)
    assert read_open_project(desk.actor, project).stored.name == "Winter"
    assert [title.value for title in desk.screen.title] == ["Winter"]
    assert not desk.screen.error


def test_a_file_chosen_for_one_project_is_not_brought_into_another(desk: Desk, project: str) -> None:
    other = create_project(desk.actor, "Summer")
    form = typed(export_requirements(desk.actor, project, "xlsx"), {("occupancy", "answer"): 0.7})
    uploaded(desk, project, form)
    desk.screen.query_params["project"] = other
    desk.run()
    assert [title.value for title in desk.screen.title] == ["Summer"]
    assert not [button for button in desk.screen.button if button.key == "import_save"]


def test_the_upload_says_in_the_language_of_the_page_what_it_takes(desk: Desk) -> None:
    screen = desk.visit("exchange", create_project(desk.actor, "Desk"))
    assert "4 MB" in screen.file_uploader[0].label
