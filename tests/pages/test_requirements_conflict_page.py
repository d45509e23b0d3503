"""Two answers to one question, in both languages: both are shown, and somebody chooses."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from domain.shared.people import Actor
from services.projects import create_project
from services.requirements import read_requirements, save_answer, set_aside
from services.unit import clock_set_to
from tests.colleagues_case import colleague_of
from tests.requirements_case import Desk, answers, buttons, key, words

AT = datetime(2026, 11, 22, 14, 32, tzinfo=UTC)


@pytest.fixture
def desk(desk: Desk) -> Iterator[Desk]:
    with clock_set_to(lambda: AT):
        yield desk


@pytest.fixture
def colleague(desk: Desk) -> Actor:
    return colleague_of(desk.actor, "Wang")


@pytest.fixture
def project(desk: Desk) -> str:
    return create_project(desk.actor, "Five-language desk")


def stored(desk: Desk, project: str, question: str) -> Any:
    entry = read_requirements(desk.actor, project).entries.get(question)
    return entry and entry.value


def type_over(desk: Desk, project: str, other: Actor, mine: str = "Mine") -> AppTest:
    """Somebody else answers while the person at the desk has the page open and then types."""
    screen = desk.open(project, "company")
    with clock_set_to(lambda: AT - timedelta(minutes=2)):
        save_answer(other, project, "merchant_name", "Theirs")
    screen.text_input(key=key("merchant_name")).set_value(mine)
    return desk.run()


def test_both_answers_are_shown_with_who_and_when(desk: Desk, project: str, colleague: Actor) -> None:
    type_over(desk, project, colleague)
    assert stored(desk, project, "merchant_name") == "Theirs"
    assert len(desk.problems) == 1
    said = {
        "zh": ("您的答案，14:32，尚未保存", "Wang 的答案，已保存 14:30"),
        "en": ("Your answer, 14:32, not saved", "Answer of Wang, saved 14:30"),
    }
    for head, answer in zip(said[desk.actor.language], ("Mine", "Theirs"), strict=True):
        assert f"[{head}]" in desk.text
        assert answer in [element.value for element in desk.screen.markdown]


def test_the_other_window_of_the_same_person_is_called_so(desk: Desk, project: str) -> None:
    type_over(desk, project, desk.actor)
    assert words(desk, "conflict.own", time="14:30") in desk.text


def test_mine_is_saved_on_demand(desk: Desk, project: str, colleague: Actor) -> None:
    screen = type_over(desk, project, colleague)
    screen.button(key="mine_merchant_name").click()
    desk.run()
    assert stored(desk, project, "merchant_name") == "Mine"
    assert not desk.problems
    assert screen.text_input(key=key("merchant_name", filled=1)).value == "Mine"


def test_theirs_is_kept_on_demand(desk: Desk, project: str, colleague: Actor) -> None:
    screen = type_over(desk, project, colleague)
    screen.button(key="theirs_merchant_name").click()
    desk.run()
    assert stored(desk, project, "merchant_name") == "Theirs"
    assert not desk.problems
    assert screen.text_input(key=key("merchant_name", filled=1)).value == "Theirs"


def test_an_answer_given_while_the_choice_was_open_is_not_overwritten_unseen(
    desk: Desk, project: str, colleague: Actor
) -> None:
    screen = type_over(desk, project, colleague)
    save_answer(colleague, project, "merchant_name", "Third")
    screen.button(key="mine_merchant_name").click()
    desk.run()
    assert stored(desk, project, "merchant_name") == "Third"
    assert "Third" in [element.value for element in desk.screen.markdown]
    screen.button(key="mine_merchant_name").click()
    desk.run()
    assert stored(desk, project, "merchant_name") == "Mine"


def test_an_answer_taken_away_meanwhile_is_shown_as_such(desk: Desk, project: str, colleague: Actor) -> None:
    save_answer(desk.actor, project, "merchant_name", "First")
    screen = desk.open(project, "company")
    save_answer(colleague, project, "merchant_name", None)
    screen.text_input(key=key("merchant_name")).set_value("Mine")
    desk.run()
    assert words(desk, "said.nothing") in [element.value for element in screen.markdown]
    assert words(desk, "conflict.theirs", name="Wang", time="14:32") in desk.text
    screen.button(key="mine_merchant_name").click()
    desk.run()
    assert stored(desk, project, "merchant_name") == "Mine"


def test_what_was_typed_stays_in_view_when_a_colleague_set_the_question_aside(
    desk: Desk, project: str, colleague: Actor
) -> None:
    screen = desk.open(project, "company")
    set_aside(colleague, project, "merchant_name", "later")
    screen.text_input(key=key("merchant_name")).set_value("Mine")
    desk.run()
    shown = [element.value for element in screen.markdown]
    assert "Mine" in shown
    assert words(desk, "said.later") in shown


def test_setting_aside_what_a_colleague_just_answered_asks_as_well(
    desk: Desk, project: str, colleague: Actor
) -> None:
    screen = desk.open(project, "company")
    save_answer(colleague, project, "merchant_size", "large")
    screen.menu_button(key="ways_merchant_size").set_value("later")
    desk.run()
    assert words(desk, "said.later") in [element.value for element in screen.markdown]
    assert stored(desk, project, "merchant_size") == "large"
    screen.button(key="mine_merchant_size").click()
    desk.run()
    assert read_requirements(desk.actor, project).set_aside("merchant_size") == "later"


def test_two_people_on_two_questions_of_a_section_do_not_meet(
    desk: Desk, project: str, colleague: Actor
) -> None:
    screen = desk.open(project, "company")
    save_answer(colleague, project, "share_high_value", 0.07)
    screen.text_input(key=key("merchant_name")).set_value("Mine")
    desk.run()
    assert not desk.problems
    assert stored(desk, project, "merchant_name") == "Mine"
    assert stored(desk, project, "share_high_value") == 0.07


def test_what_waits_for_a_choice_outlasts_a_walk_through_the_sections(
    desk: Desk, project: str, colleague: Actor
) -> None:
    screen = type_over(desk, project, colleague)
    screen.button(key="section_on").click()
    desk.run()
    assert "to_merchant_name" in buttons(screen)
    screen.button(key="section_back").click()
    desk.run()
    screen.button(key="mine_merchant_name").click()
    desk.run()
    assert stored(desk, project, "merchant_name") == "Mine"


def test_signs_in_an_answer_mean_nothing_beside_the_other(desk: Desk, project: str, colleague: Actor) -> None:
    type_over(desk, project, colleague, mine="*a* [b](c)")
    assert "\\*a\\* \\[b\\]\\(c\\)" in [element.value for element in desk.screen.markdown]


def test_somebody_elses_answer_is_not_overwritten_unseen(desk: Desk, project: str) -> None:
    save_answer(desk.actor, project, "merchant_name", "Muster")
    screen = desk.open(project, "company")
    save_answer(desk.actor, project, "merchant_name", "Muster of somebody else")
    screen.text_input(key=key("merchant_name")).set_value("Muster of mine").run()
    assert answers(desk, project)["merchant_name"] == "Muster of somebody else"
    assert len(desk.problems) == 1
    assert screen.text_input(key=key("merchant_name")).value == "Muster of mine"
    screen.button(key="mine_merchant_name").click().run()
    assert answers(desk, project)["merchant_name"] == "Muster of mine"
    assert not desk.problems


def test_the_other_answer_can_be_taken_instead(desk: Desk, project: str) -> None:
    screen = desk.open(project, "company")
    save_answer(desk.actor, project, "merchant_name", "Muster of somebody else")
    screen.text_input(key=key("merchant_name")).set_value("Muster of mine").run()
    screen.button(key="theirs_merchant_name").click().run()
    assert screen.text_input(key=key("merchant_name", filled=1)).value == "Muster of somebody else"
    assert not desk.problems


def test_an_answer_changed_elsewhere_shows_in_the_field_at_the_next_run(desk: Desk, project: str) -> None:
    screen = desk.open(project, "company")
    save_answer(desk.actor, project, "merchant_name", "Muster")
    screen.run()
    assert screen.text_input(key=key("merchant_name", filled=1)).value == "Muster"


def test_what_waits_for_a_choice_outlasts_a_look_at_another_project(
    desk: Desk, project: str, colleague: Actor
) -> None:
    other = create_project(desk.actor, "Other")
    screen = type_over(desk, project, colleague)
    screen.query_params["project"] = other
    desk.run()
    assert not desk.problems
    screen.query_params["project"] = project
    desk.run()
    assert "Mine" in [element.value for element in screen.markdown]
    screen.button(key="mine_merchant_name").click()
    desk.run()
    assert stored(desk, project, "merchant_name") == "Mine"
