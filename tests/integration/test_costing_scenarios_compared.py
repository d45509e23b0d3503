"""Scenarios side by side, their history and their audit; on both databases."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from sqlmodel import col, select

from domain.costing.draws import Range
from domain.costing.scenario import Overrides
from domain.shared.outcomes import DomainError
from domain.shared.people import Actor
from models import AuditEntry
from services.costing_compared import compare_scenarios, scenario_history
from services.costing_scenarios import (
    add_scenario,
    change_scenario,
    list_scenarios,
    make_baseline,
    read_scenario,
    rename_scenario,
    share_scenario,
)
from services.projects import create_project
from services.requirements import save_answer
from services.sentences import explain
from services.unit import clock_set_to, look
from tests.scenario_case import BUSIER, refusal


def test_the_exchange_rate_of_the_record_is_frozen_when_a_scenario_is_made(
    admin: Actor, project: str
) -> None:
    save_answer(admin, project, "fx_cny_per_eur", 7.8)
    save_answer(admin, project, "fx_date", "2026-11-20")
    made = add_scenario(admin, project, "Now")
    save_answer(admin, project, "fx_cny_per_eur", 8.4)
    frozen, as_it_is = compare_scenarios(admin, project, [made, None])
    assert frozen.estimate is not None
    assert as_it_is.estimate is not None
    assert frozen.estimate.exchange.rates["CNY"].per_eur == 7.8
    assert as_it_is.estimate.exchange.rates["CNY"].per_eur == 8.4


def test_three_stand_side_by_side_with_what_they_change_and_assume(admin: Actor, project: str) -> None:
    busier = add_scenario(admin, project, "Busier", BUSIER)
    calm = add_scenario(admin, project, "Calm", Overrides(answers={"shrinkage": 0.25}))
    first, second, third = compare_scenarios(admin, project, [None, busier, calm])
    assert first.scenario is None
    assert first.changed == ()
    assert first.estimate is not None
    assert second.estimate is not None
    assert second.estimate.demand.workload_hours == pytest.approx(1300)  # twice the 650 hours of E.3
    assert second.estimate.regions["east"].rate.base == Decimal("16.00")
    changed = {(each.part, each.key): each for each in second.changed}
    assert changed["answers", "occupancy"].after == 0.75
    assert changed["answers", "contacts_month"].before["email"] == 3300
    assert changed["rates", "east"].before["low"] == "10"
    assert ("ranges", "aht_s.email") in changed
    assert "occupancy" not in second.assumptions
    assert third.estimate is not None
    assert third.estimate.inputs.shrinkage == 0.25
    with refusal("scenarios.too_many"):
        compare_scenarios(admin, project, [None, busier, calm, busier])


def test_a_scenario_that_cannot_be_calculated_says_why(admin: Actor) -> None:
    empty = create_project(admin, "Empty")
    made = add_scenario(admin, empty, "First thoughts", Overrides(answers={"occupancy": 0.7}))
    (column,) = compare_scenarios(admin, empty, [made])
    assert column.estimate is None
    assert column.problem is not None
    assert column.problem.code == "costing.answers_missing"


def test_a_scenario_of_another_project_is_not_compared_here(admin: Actor, project: str) -> None:
    elsewhere = add_scenario(admin, create_project(admin, "Other"), "There")
    with refusal("accounts.not_found"):
        compare_scenarios(admin, project, [elsewhere])


def test_the_history_says_who_changed_what_and_when(admin: Actor, mei: Actor, project: str) -> None:
    start = datetime(2026, 11, 22, 8, tzinfo=UTC)
    with clock_set_to(lambda: start):
        made = add_scenario(admin, project, "Mine", Overrides(answers={"occupancy": 0.8}))
    with clock_set_to(lambda: start + timedelta(hours=1)):
        later = replace(
            read_scenario(admin, made).overrides,
            answers={"occupancy": 0.75},
            ranges={"aht_s.email": Range(low=300, high=500)},
        )
        version = change_scenario(admin, made, later, version=1)
        version = rename_scenario(admin, made, "Ours", version=version)
        version = share_scenario(admin, made, shared=True, version=version)
    with clock_set_to(lambda: start + timedelta(hours=2)):
        make_baseline(mei, made, version=version)
    lines = scenario_history(admin, made)
    assert [line.action for line in lines] == ["to_baseline", "share", "rename", "change", "add"]
    assert [(line.by, line.is_own) for line in lines[:2]] == [("mei", False), ("Lin", True)]
    assert lines[-1].at == start
    changed = {(each.part, each.key): (each.before, each.after) for each in lines[3].changed}
    assert changed == {
        ("answers", "occupancy"): (0.8, 0.75),
        ("ranges", "aht_s.email"): (None, {"low": 300, "high": 500}),
    }
    assert (lines[2].before, lines[2].after) == ({"name": "Mine"}, {"name": "Ours"})
    assert scenario_history(mei, made)[0].is_own


def test_every_change_is_in_the_audit_and_a_refused_one_is_not(
    admin: Actor, mei: Actor, project: str
) -> None:
    made = add_scenario(admin, project, "Mine")
    with refusal("accounts.not_found"):
        change_scenario(mei, made, BUSIER, version=1)
    with look(admin) as session:
        chosen = select(AuditEntry.action).where(col(AuditEntry.record_id) == made)
        assert session.exec(chosen).all() == ["scenarios.add"]


def test_what_the_cost_does_not_depend_on_is_refused_in_words(admin: Actor, project: str) -> None:
    with pytest.raises(DomainError) as refused:
        add_scenario(admin, project, "Mine", Overrides(answers={"merchant_name": "Other"}))
    assert explain("zh", refused.value).startswith("成本不由")
    assert list_scenarios(admin, project) == ()
