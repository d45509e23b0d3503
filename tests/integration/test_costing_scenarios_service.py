"""Scenarios of several people: private, shared, compared, one of them what everything stands on; on both databases."""

import json
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from sqlmodel import col, select

from domain.costing.currency import ExchangeRate
from domain.costing.draws import Range
from domain.costing.scenario import NO_OVERRIDES, Overrides, TypedRate
from domain.shared.outcomes import DomainError
from domain.shared.people import Actor, Role
from models import AuditEntry, Scenario
from services.contract import read_contract
from services.costing_compared import compare_scenarios, scenario_history
from services.costing_scenarios import (
    add_scenario,
    change_scenario,
    clear_baseline,
    delete_scenario,
    duplicate_scenario,
    list_scenarios,
    make_baseline,
    read_scenario,
    rename_scenario,
    restore_scenario,
    share_scenario,
)
from services.exchange import project_files
from services.projects import create_project, move_project
from services.requirements import read_requirements, save_answer
from services.samples import open_sample
from services.sentences import explain
from services.sourcing_project import read_project_request
from services.stored import read_stored
from services.unit import clock_set_to, find, look, work
from tests.colleagues_case import colleague_of

BUSIER = Overrides(
    answers={
        "contacts_month": {"email": 6600, "marketplace": 1200, "chat": 3000, "phone": 1200},
        "occupancy": 0.75,
    },
    rates={
        "east": TypedRate(
            low=Decimal("15.50"), high=Decimal("16.50"), read_as="productive_hour", on=date(2026, 11, 22)
        )
    },
    exchange=(ExchangeRate(currency="CNY", per_eur=7.9, on=date(2026, 11, 20), kind="ecb"),),
    ranges={"aht_s.email": Range(low=300.0, high=500.0)},
)


@pytest.fixture
def project(admin: Actor) -> str:
    return open_sample(admin)


@pytest.fixture
def mei(admin: Actor) -> Actor:
    return colleague_of(admin, "mei")


def refusal(code: str) -> pytest.RaisesExc[DomainError]:
    return pytest.raises(DomainError, check=lambda error: error.code == code)


def test_a_scenario_comes_back_as_it_was_stored(admin: Actor, project: str) -> None:
    made = add_scenario(admin, project, "  Busier \n year ", BUSIER)
    view = read_scenario(admin, made)
    assert (view.name, view.owner, view.overrides) == ("Busier year", "Lin", BUSIER)
    assert (view.is_own, view.shared, view.is_baseline, view.deleted) == (True, False, False, False)
    assert list_scenarios(admin, project) == (view,)


def test_it_is_private_until_it_is_shared(admin: Actor, mei: Actor, project: str) -> None:
    made = add_scenario(admin, project, "Mine", BUSIER)
    assert list_scenarios(mei, project) == ()
    for look_at in (read_scenario, scenario_history):
        with refusal("accounts.not_found"):
            look_at(mei, made)
    with refusal("accounts.not_found"):
        compare_scenarios(mei, project, [made])
    with refusal("accounts.not_found"):
        make_baseline(mei, made, version=1)
    version = share_scenario(admin, made, shared=True, version=read_scenario(admin, made).version)
    assert [(view.id, view.is_own, view.owner) for view in list_scenarios(mei, project)] == [
        (made, False, "Lin")
    ]
    share_scenario(admin, made, shared=False, version=version)
    assert list_scenarios(mei, project) == ()


def test_only_its_owner_changes_it_and_anybody_may_copy_it(admin: Actor, mei: Actor, project: str) -> None:
    made = add_scenario(admin, project, "Ours", BUSIER)
    version = share_scenario(admin, made, shared=True, version=read_scenario(admin, made).version)
    for change in (
        lambda: change_scenario(mei, made, NO_OVERRIDES, version=version),
        lambda: rename_scenario(mei, made, "Hers", version=version),
        lambda: share_scenario(mei, made, shared=False, version=version),
        lambda: delete_scenario(mei, made, version=version),
    ):
        with refusal("scenarios.not_owner"):
            change()
    copy = read_scenario(mei, duplicate_scenario(mei, made, "Hers"))
    assert (copy.owner, copy.shared, copy.overrides) == ("mei", False, BUSIER)
    assert [view.name for view in list_scenarios(admin, project)] == ["Ours"]


def test_another_organisation_finds_nothing(admin: Actor, stranger: Actor, project: str) -> None:
    made = add_scenario(admin, project, "Ours", BUSIER)
    make_baseline(admin, made, version=read_scenario(admin, made).version)
    with refusal("accounts.not_found"):
        read_scenario(stranger, made)
    with refusal("accounts.not_found"):
        list_scenarios(stranger, project)
    with refusal("accounts.not_found"):
        clear_baseline(stranger, project)
    with refusal("accounts.not_found"):
        duplicate_scenario(stranger, made, "Copy")


def test_a_vendor_sees_no_scenario_at_all(admin: Actor, project: str) -> None:
    vendor = colleague_of(admin, "vera", Role.VENDOR)
    made = add_scenario(admin, project, "Ours")
    for forbidden in (
        lambda: list_scenarios(vendor, project),
        lambda: read_scenario(vendor, made),
        lambda: add_scenario(vendor, project, "Theirs"),
        lambda: change_scenario(vendor, made, NO_OVERRIDES, version=1),
        lambda: make_baseline(vendor, made, version=1),
        lambda: scenario_history(vendor, made),
    ):
        with refusal("accounts.not_allowed"):
            forbidden()


def test_who_changes_what_somebody_changed_meanwhile_is_told(admin: Actor, project: str) -> None:
    made = add_scenario(admin, project, "Mine")
    seen = read_scenario(admin, made).version
    now = change_scenario(admin, made, BUSIER, version=seen)
    for late in (
        lambda: change_scenario(admin, made, NO_OVERRIDES, version=seen),
        lambda: rename_scenario(admin, made, "Other", version=seen),
        lambda: delete_scenario(admin, made, version=seen),
        lambda: make_baseline(admin, made, version=seen),
    ):
        with refusal("accounts.overtaken"):
            late()
    assert read_scenario(admin, made).overrides == BUSIER
    # The same again is no change.
    assert change_scenario(admin, made, BUSIER, version=now) == now


def test_of_two_who_save_at_once_one_is_refused(admin: Actor, project: str) -> None:
    made = add_scenario(admin, project, "Mine")
    together = threading.Barrier(2)

    def save(occupancy: float) -> str:
        together.wait()
        try:
            change_scenario(admin, made, Overrides(answers={"occupancy": occupancy}), version=1)
        except DomainError as refused:
            return refused.code
        return "saved"

    with ThreadPoolExecutor(2) as pool:
        ends = sorted(pool.map(save, (0.7, 0.75)))
    assert ends == ["accounts.overtaken", "saved"]
    assert read_scenario(admin, made).version == 2


def test_what_was_deleted_can_be_restored(admin: Actor, mei: Actor, project: str) -> None:
    made = add_scenario(admin, project, "Mine", BUSIER)
    share_scenario(admin, made, shared=True, version=read_scenario(admin, made).version)
    delete_scenario(admin, made, version=read_scenario(admin, made).version)
    assert list_scenarios(admin, project) == ()
    assert [view.deleted for view in list_scenarios(admin, project, deleted=True)] == [True]
    assert list_scenarios(mei, project, deleted=True) == ()
    with refusal("scenarios.deleted"):
        rename_scenario(admin, made, "Other", version=read_scenario(admin, made).version)
    with refusal("accounts.not_found"):
        restore_scenario(mei, made)
    restore_scenario(admin, made)
    back = read_scenario(admin, made)
    assert (back.deleted, back.shared, back.overrides) == (False, True, BUSIER)


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


def test_nothing_changes_in_a_deleted_project(admin: Actor, project: str) -> None:
    made = add_scenario(admin, project, "Mine")
    move_project(admin, project, "deleted")
    for change in (
        lambda: add_scenario(admin, project, "Another"),
        lambda: change_scenario(admin, made, BUSIER, version=1),
        lambda: make_baseline(admin, made, version=1),
        lambda: duplicate_scenario(admin, made, "Copy"),
    ):
        with refusal("projects.deleted"):
            change()


@pytest.mark.parametrize(
    ("name", "code"), [(" \n ", "scenarios.name_empty"), ("x" * 121, "scenarios.name_long")]
)
def test_a_scenario_needs_a_name_of_its_length(admin: Actor, project: str, name: str, code: str) -> None:
    with refusal(code):
        add_scenario(admin, project, name)


def test_what_the_cost_does_not_depend_on_is_refused_in_words(admin: Actor, project: str) -> None:
    with pytest.raises(DomainError) as refused:
        add_scenario(admin, project, "Mine", Overrides(answers={"merchant_name": "Other"}))
    assert explain("zh", refused.value).startswith("成本不由")
    assert list_scenarios(admin, project) == ()
