"""The scenario that contract, request and files stand on; on both databases."""

import json
from decimal import Decimal

import pytest

from domain.shared.people import Actor
from models import Scenario
from services.contract import read_contract
from services.costing_scenarios import (
    add_scenario,
    clear_baseline,
    delete_scenario,
    list_scenarios,
    make_baseline,
    read_scenario,
    share_scenario,
)
from services.exchange import project_files
from services.requirements import read_requirements
from services.sourcing_project import read_project_request
from services.stored import read_stored
from services.unit import find, work
from tests.scenario_case import BUSIER, refusal


def test_the_baseline_is_what_contract_request_and_files_stand_on(
    admin: Actor, mei: Actor, project: str
) -> None:
    made = add_scenario(admin, project, "Busier", BUSIER)
    make_baseline(admin, made, version=read_scenario(admin, made).version)
    baseline = read_stored(mei, project).baseline
    assert baseline is not None
    assert (baseline.scenario, baseline.name, baseline.overrides) == (made, "Busier", BUSIER)
    assert list_scenarios(mei, project)[0].is_baseline  # shared from now on
    contract, request = read_contract(mei, project), read_project_request(mei, project)
    assert contract.case.estimate is not None
    assert contract.case.estimate.demand.workload_hours == pytest.approx(1300)
    assert contract.case.estimate.regions["east"].rate.base == Decimal("16.00")
    assert request.record.value("contacts_month")["email"] == 6600
    cost = json.loads(project_files(mei, project)["cost.json"])
    assert cost["demand"]["contacts_month"] == 12_000
    drawn = {each["id"]: (each["low"], each["high"], each["typed"]) for each in cost["uncertainty"]["inputs"]}
    assert drawn["aht_s.email"] == (300, 500, True)
    # The requirements themselves stay what they are.
    assert read_requirements(mei, project).record.value("contacts_month")["email"] == 3300


def test_without_a_baseline_everything_stands_on_the_record(admin: Actor, project: str) -> None:
    before = read_contract(admin, project)
    made = add_scenario(admin, project, "Busier", BUSIER)
    assert read_contract(admin, project).content == before.content
    make_baseline(admin, made, version=read_scenario(admin, made).version)
    assert read_contract(admin, project).content != before.content
    clear_baseline(admin, project)
    assert read_stored(admin, project).baseline is None
    assert read_contract(admin, project).content == before.content


def test_a_project_has_one_baseline_and_the_next_one_takes_its_place(
    admin: Actor, mei: Actor, project: str
) -> None:
    first, second = (add_scenario(admin, project, name) for name in ("First", "Second"))
    make_baseline(admin, first, version=1)
    make_baseline(admin, second, version=1)
    views = {view.name: view for view in list_scenarios(mei, project)}
    assert (views["First"].is_baseline, views["Second"].is_baseline) == (False, True)
    assert views["First"].shared
    with refusal("accounts.overtaken"):
        make_baseline(mei, first, version=1)  # it has changed since
    make_baseline(mei, first, version=views["First"].version)
    assert [view.name for view in list_scenarios(admin, project) if view.is_baseline] == ["First"]


def test_the_database_itself_keeps_a_second_baseline_out(admin: Actor, project: str) -> None:
    first, second = (add_scenario(admin, project, name) for name in ("First", "Second"))
    make_baseline(admin, first, version=1)
    with pytest.raises(Exception, match=r"(?i)unique"), work(admin) as session:
        find(session, Scenario, second).baseline_of = project


def test_what_everybody_stands_on_is_neither_hidden_nor_deleted(admin: Actor, project: str) -> None:
    made = add_scenario(admin, project, "Ours")
    version = make_baseline(admin, made, version=1)
    for change in (
        lambda: delete_scenario(admin, made, version=version),
        lambda: share_scenario(admin, made, shared=False, version=version),
    ):
        with refusal("scenarios.is_baseline"):
            change()
