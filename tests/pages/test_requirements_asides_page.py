"""Beside plain answers: refused, set aside, left to the default."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from services.projects import create_project
from services.requirements import read_requirements
from tests.requirements_case import Desk, a_desk, key
from words import say


@pytest.fixture(params=["en"])
def desk(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    with a_desk(tmp_path, monkeypatch, request.param) as made:
        yield made


@pytest.fixture
def project(desk: Desk) -> str:
    return create_project(desk.actor, "Five-language desk")


def test_a_number_outside_its_limits_stays_typed_and_the_sentence_names_the_limit(
    desk: Desk, project: str
) -> None:
    screen = desk.open(project, "people")
    screen.number_input(key=key("pilot_weeks")).set_value(9).run()
    assert len(desk.problems) == 1
    assert "at most 4" in desk.problems[0]
    assert screen.number_input(key=key("pilot_weeks")).value == 9
    # Still there when the page is opened afresh, and listed as something to settle.
    screen = desk.open(project, "people")
    assert screen.number_input(key=key("pilot_weeks")).value == 9
    assert len(desk.problems) == 1
    assert "to_pilot_weeks" in [button.key for button in screen.button]


def test_a_question_is_set_aside_and_answered_after_all(desk: Desk, project: str) -> None:
    screen = desk.open(project, "company")
    screen.number_input(key=key("average_order_value", "amount")).set_value(120.0).run()
    screen.menu_button(key="ways_average_order_value").set_value("not_applicable").run()
    requirements = read_requirements(desk.actor, project)
    assert requirements.set_aside("average_order_value") == "not_applicable"
    assert say("en", "questionnaire.aside_not_applicable") in desk.text
    screen.button(key="again_average_order_value").click().run()
    assert read_requirements(desk.actor, project).set_aside("average_order_value") == ""
    fields = [each.key for each in screen.number_input if "average_order_value" in str(each.key)]
    assert len(fields) == 1


def test_a_required_question_can_wait_but_is_never_beside_the_point(desk: Desk, project: str) -> None:
    screen = desk.open(project, "company")
    assert "Not applicable" not in screen.menu_button(key="ways_merchant_name").options
    screen.menu_button(key="ways_merchant_name").set_value("later").run()
    assert read_requirements(desk.actor, project).set_aside("merchant_name") == "later"
    assert "merchant_name" in read_requirements(desk.actor, project).record.missing


def test_an_accepted_default_fills_the_field_and_stays_an_assumption(desk: Desk, project: str) -> None:
    screen = desk.open(project, "standards")
    screen.menu_button(key="ways_standard_reply_h").set_value("default").run()
    record = read_requirements(desk.actor, project).record
    assert (record.value("standard_reply_h"), record.origin("standard_reply_h")) == (24, "default")
    assert "standard_reply_h" in record.assumptions
    assert [each.value for each in screen.number_input if "standard_reply_h" in str(each.key)] == [24.0]
