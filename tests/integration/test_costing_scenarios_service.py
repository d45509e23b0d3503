"""Scenarios of several people: private, shared, changed, deleted and restored; on both databases."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from domain.costing.scenario import NO_OVERRIDES, Overrides
from domain.shared.outcomes import DomainError
from domain.shared.people import Actor, Role
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
from services.projects import move_project
from tests.colleagues_case import colleague_of
from tests.scenario_case import BUSIER, refusal


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
