"""Scenarios on their pages, in both languages: made, changed, compared, refused."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from domain.costing.currency import ExchangeRate
from domain.costing.scenario import Overrides
from services.costing_scenarios import add_scenario, list_scenarios, make_baseline, read_scenario
from services.projects import create_project
from services.samples import open_sample
from tests.requirements_case import Desk, words
from tests.scenario_case import BUSIER


def errors(desk: Desk) -> list[str]:
    return [error.value for error in desk.screen.error]


def cell(value: Any) -> str:
    return str(value).replace("\u2060", "").replace("\u00a0", " ")


def test_a_scenario_is_made_by_its_name_and_belongs_to_whoever_made_it(desk: Desk) -> None:
    project = open_sample(desk.actor)
    screen = desk.visit("scenarios", project)
    screen.text_input(key="scenario_name").set_value("Serbia")
    screen.button(key="scenario_add").click()
    desk.run()
    (made,) = list_scenarios(desk.actor, project)
    assert (made.name, made.shared, made.is_baseline) == ("Serbia", False, False)
    assert "**Serbia**" in desk.text
    assert desk.screen.text_input(key="scenario_name").value == ""


def test_a_scenario_without_a_name_is_refused_in_one_sentence(desk: Desk) -> None:
    project = open_sample(desk.actor)
    screen = desk.visit("scenarios", project)
    screen.button(key="scenario_add").click()
    desk.run()
    assert errors(desk) == [words(desk, "scenarios.name_empty")]
    assert list_scenarios(desk.actor, project) == ()


def test_a_baseline_is_shared_and_named_where_figures_stand_on_it(desk: Desk) -> None:
    """At 88 % occupancy 650 h of work take 738.6 productive hours in all: fewer than the 812.5 at 80 %."""
    project = open_sample(desk.actor)
    scenario = add_scenario(desk.actor, project, "Busy", Overrides(answers={"occupancy": 0.88}))
    screen = desk.visit("scenarios", project)
    screen.button(key=f"base_{scenario}").click()
    desk.run()
    assert read_scenario(desk.actor, scenario).is_baseline
    screen = desk.visit("cost", project)
    assert words(desk, "projects.on_baseline", name="Busy") in desk.text
    assert "19,013" not in screen.metric[0].value


@pytest.mark.parametrize(
    ("place", "on_it"),
    [("cost", True), ("request", True), ("contract", True), ("requirements", False), ("pilot", False)],
)
def test_pages_that_stand_on_the_baseline_name_it_and_count_its_contacts(
    desk: Desk,
    place: str,
    on_it: bool,  # noqa: FBT001 (pytest gives it by name)
) -> None:
    """3,300 e-mails of 6,000 contacts in the sample become 6,600 of 12,000."""
    project = open_sample(desk.actor)
    scenario = add_scenario(desk.actor, project, "Twice", BUSIER)
    make_baseline(desk.actor, scenario, version=read_scenario(desk.actor, scenario).version)
    desk.visit(place, project)
    assert (words(desk, "projects.on_baseline", name="Twice") in desk.text) is on_it
    assert words(desk, "projects.contacts", count="12,000" if on_it else "6,000") in desk.text


def test_a_scenario_is_opened_in_the_cost_and_left_again(desk: Desk) -> None:
    project = open_sample(desk.actor)
    scenario = add_scenario(desk.actor, project, "Busy", Overrides(answers={"occupancy": 0.88}))
    screen = desk.visit("cost", project, scenario=scenario)
    assert words(desk, "cost.on_scenario", name="Busy") in desk.text
    assert "19,013" not in screen.metric[0].value
    screen.button(key="leave_scenario").click()
    desk.run()
    assert "19,013" in desk.screen.metric[0].value


def test_a_scenario_that_is_refused_has_the_reason_and_no_price_beside_those_that_can_be_run(
    desk: Desk,
) -> None:
    """At 95 % occupancy the plan is above the limit of 88 %."""
    project = open_sample(desk.actor)
    add_scenario(desk.actor, project, "Too busy", Overrides(answers={"occupancy": 0.95}))
    screen = desk.visit("scenarios", project)
    (refused,) = errors(desk)
    assert "88" in refused
    table = screen.table[0].value
    assert "19,013" in cell(list(table.iloc[:, 1]))
    assert set(table.iloc[:, 2]) == {"–"}


def test_a_scenario_of_another_project_is_not_shown(desk: Desk) -> None:
    project, other = open_sample(desk.actor), create_project(desk.actor, "Nordics")
    elsewhere = add_scenario(desk.actor, other, "Elsewhere")
    for place in ("cost", "scenario"):
        desk.visit(place, project, scenario=elsewhere)
        assert errors(desk) == [words(desk, "accounts.not_found")]


def test_an_answer_is_changed_for_the_scenario_alone_and_written_down(desk: Desk) -> None:
    project = open_sample(desk.actor)
    scenario = add_scenario(desk.actor, project, "Busy")
    screen = desk.visit("scenario", project, scenario=scenario)
    chooser = next(box for box in screen.selectbox if str(box.key).startswith("scenario_question"))
    chooser.set_value("occupancy")
    desk.run()
    field = next(each for each in desk.screen.number_input if "occupancy" in str(each.key))
    field.set_value(85.0)
    desk.run()
    assert read_scenario(desk.actor, scenario).overrides.answers == {"occupancy": 0.85}
    assert words(desk, "cost_view.did.change") in desk.text
    desk.screen.button(key="over_back_occupancy").click()
    desk.run()
    assert read_scenario(desk.actor, scenario).overrides.answers == {}


def test_an_answer_the_question_refuses_is_said_and_not_kept(desk: Desk) -> None:
    project = open_sample(desk.actor)
    scenario = add_scenario(desk.actor, project, "Busy", Overrides(answers={"occupancy": 0.85}))
    screen = desk.visit("scenario", project, scenario=scenario)
    next(each for each in screen.number_input if "occupancy" in str(each.key)).set_value(140.0)
    desk.run()
    assert len(errors(desk)) == 1
    assert read_scenario(desk.actor, scenario).overrides.answers == {"occupancy": 0.85}


def test_a_typed_price_exchange_rate_and_range_are_kept_with_their_day(desk: Desk) -> None:
    project = open_sample(desk.actor)
    scenario = add_scenario(desk.actor, project, "Serbia")
    screen = desk.visit("scenario", project, scenario=scenario)
    screen.selectbox(key="scenario_place").set_value("RS")
    screen.number_input(key="over_rate_low").set_value(12.0)
    screen.button(key="over_rate_keep").click()
    desk.run()
    desk.screen.selectbox(key="over_fx_currency").set_value("RSD")
    desk.screen.number_input(key="over_fx_value").set_value(117.2)
    desk.screen.button(key="over_fx_keep").click()
    desk.run()
    desk.screen.selectbox(key="scenario_input").set_value("occupancy")
    desk.screen.number_input(key="over_range_low").set_value(70.0)
    desk.screen.number_input(key="over_range_high").set_value(85.0)
    desk.screen.button(key="over_range_keep").click()
    desk.run()
    kept = read_scenario(desk.actor, scenario).overrides
    assert (kept.rates["RS"].low, kept.rates["RS"].high) == (Decimal(12), Decimal(12))
    assert [(rate.per_eur, rate.kind) for rate in kept.exchange if rate.currency == "RSD"] == [
        (117.2, "typed")
    ]
    assert (kept.ranges["occupancy"].low, kept.ranges["occupancy"].high) == pytest.approx((0.70, 0.85))
    assert not errors(desk)


def test_an_exchange_rate_with_a_wrong_decimal_point_is_refused(desk: Desk) -> None:
    project = open_sample(desk.actor)
    scenario = add_scenario(desk.actor, project, "Serbia")
    screen = desk.visit("scenario", project, scenario=scenario)
    screen.number_input(key="over_fx_value").set_value(-8.0)
    screen.button(key="over_fx_keep").click()
    desk.run()
    assert len(errors(desk)) == 1


def test_a_range_that_leaves_out_the_likely_value_is_one_sentence_under_uncertainty(desk: Desk) -> None:
    project = open_sample(desk.actor)
    scenario = add_scenario(desk.actor, project, "Odd")
    screen = desk.visit("scenario", project, scenario=scenario)
    screen.selectbox(key="scenario_input").set_value("occupancy")
    screen.number_input(key="over_range_low").set_value(85.0)
    screen.number_input(key="over_range_high").set_value(88.0)
    screen.button(key="over_range_keep").click()
    desk.run()
    desk.visit("cost", project, view="certainty", scenario=scenario)
    assert len(errors(desk)) == 1


def test_three_scenarios_stand_side_by_side_with_what_they_change(desk: Desk) -> None:
    project = open_sample(desk.actor)
    add_scenario(desk.actor, project, "Busy", Overrides(answers={"occupancy": 0.85}))
    yuan = ExchangeRate(currency="CNY", per_eur=7.9, on=date(2026, 11, 2), kind="ecb")
    add_scenario(desk.actor, project, "Cheap yuan", Overrides(exchange=(yuan,)))
    screen = desk.visit("scenarios", project)
    table = screen.table[0].value
    assert [cell(heading) for heading in table.columns[1:]] == [
        words(desk, "cost_view.as_is"),
        "Busy",
        "Cheap yuan",
    ]
    assert cell(table.to_numpy()[2][1]).startswith("13,580 – 19,013 – 24,445")
    assert "7.9" in desk.text
    assert "85%" in desk.text


def test_a_deleted_scenario_can_be_brought_back(desk: Desk) -> None:
    project = open_sample(desk.actor)
    scenario = add_scenario(desk.actor, project, "Gone")
    screen = desk.visit("scenarios", project)
    screen.button(key=f"delete_{scenario}").click()
    desk.run()
    assert list_scenarios(desk.actor, project) == ()
    desk.screen.button(key=f"undelete_{scenario}").click()
    desk.run()
    assert [each.name for each in list_scenarios(desk.actor, project)] == ["Gone"]


def test_the_baseline_cannot_be_deleted_from_the_page(desk: Desk) -> None:
    project = open_sample(desk.actor)
    scenario = add_scenario(desk.actor, project, "Base")
    make_baseline(desk.actor, scenario, version=read_scenario(desk.actor, scenario).version)
    screen = desk.visit("scenarios", project)
    keys = [str(button.key) for button in screen.button]
    assert f"unbase_{scenario}" in keys
    assert f"delete_{scenario}" not in keys
