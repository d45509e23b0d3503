"""The plan of a pilot: filled in by several people, each value judged by itself, scored without while it is wrong."""

from typing import Any

import pytest

from domain.requirements.record import Record
from domain.shared.outcomes import DomainError
from domain.shared.people import Actor
from services.pilot import read_pilot
from services.pilot_files import (
    add_upload,
)
from services.pilot_plan import plan_problems, save_plan_value
from services.projects import create_project
from services.requirements import read_requirements
from tests.pilot_page_case import tickets


@pytest.fixture
def project(admin: Actor) -> str:
    return create_project(admin, "Five-language desk")


def record(actor: Actor, project: str) -> Record:
    return read_requirements(actor, project).record


def test_another_organisation_can_neither_read_nor_write_the_plan(
    admin: Actor, stranger: Actor, project: str
) -> None:
    with pytest.raises(DomainError, match=r"accounts\.not_found"):
        save_plan_value(stranger, project, "weeks", 3)
    with pytest.raises(DomainError, match=r"accounts\.not_found"):
        read_pilot(stranger, project, record(admin, project))


def plan_of_project(actor: Actor, project: str) -> dict[str, Any]:
    return dict(read_pilot(actor, project, record(actor, project)).values)


def test_two_people_who_fill_in_two_vendors_keep_each_others_marks(admin: Actor, project: str) -> None:
    kept = {"gates": {"data_incident": False}}
    save_plan_value(admin, project, "vendors.Demo Nord", kept, version=0)
    save_plan_value(admin, project, "vendors.Demo Sur", kept, version=0)
    assert plan_of_project(admin, project)["vendors"] == {"Demo Nord": kept, "Demo Sur": kept}
    save_plan_value(admin, project, "targets.csat_top2", 0.85, version=0)
    save_plan_value(admin, project, "targets.accuracy_rate", 0.9, version=0)
    save_plan_value(admin, project, "targets.csat_top2", None, version=1)
    assert plan_of_project(admin, project)["targets"] == {"accuracy_rate": 0.9}


def test_marks_that_somebody_else_changed_meanwhile_are_not_overwritten(admin: Actor, project: str) -> None:
    first, second = ({"gates": {"data_incident": missed}} for missed in (True, False))
    save_plan_value(admin, project, "vendors.Demo Nord", first, version=0)
    for version in (0, 7):
        with pytest.raises(DomainError, match=r"accounts\.overtaken"):
            save_plan_value(admin, project, "vendors.Demo Nord", second, version=version)
    pilot = read_pilot(admin, project, record(admin, project))
    assert pilot.values["vendors"] == {"Demo Nord": first}
    save_plan_value(admin, project, "vendors.Demo Nord", second, version=pilot.versions["vendors.Demo Nord"])
    assert plan_of_project(admin, project)["vendors"] == {"Demo Nord": second}


def test_tables_kept_as_a_whole_are_read_and_changed_row_by_row(admin: Actor, project: str) -> None:
    kept = {"gates": {"data_incident": False}}
    save_plan_value(admin, project, "vendors", {"Demo Nord": kept, "Demo Sur": kept})
    save_plan_value(admin, project, "targets", {"csat_top2": 0.85, "accuracy_rate": 0.9})
    save_plan_value(admin, project, "vendors.Demo Sur", None)
    save_plan_value(admin, project, "targets.csat_top2", None)
    save_plan_value(admin, project, "targets.accuracy_rate", 0.95)
    values = plan_of_project(admin, project)
    assert values["vendors"] == {"Demo Nord": kept}
    assert values["targets"] == {"accuracy_rate": 0.95}


def test_a_vendor_may_have_a_long_name_with_any_sign(admin: Actor, project: str) -> None:
    name = "服务商." + "x" * 500
    kept = {"gates": {"data_incident": True}}
    save_plan_value(admin, project, f"vendors.{name}", kept)
    assert plan_of_project(admin, project)["vendors"] == {name: kept}


def test_every_value_of_a_plan_is_judged_by_itself() -> None:
    problems = plan_problems(
        {"weeks": 5, "zone": "Mars/Base", "targets": {"csat_top2": 0.1, "accuracy_rate": 0.9}}
    )
    assert {key: error.code for key, error in problems.items()} == {
        "weeks": "pilot.weeks_outside",
        "zone": "pilot.zone_unknown",
        "targets.csat_top2": "pilot.target_outside",
    }


@pytest.mark.parametrize(
    ("values", "wrong"),
    [
        ({"start": "2026-10-05", "zone": "Europe/Berlin", "exported_at": "2026-10-04T12:00:00"}, True),
        ({"start": "2025-03-03", "exported_at": "2025-03-10T12:00:00"}, False),
        ({"exported_at": "2020-01-01T12:00:00"}, False),
    ],
)
def test_when_the_file_was_taken_is_judged_beside_the_start_that_was_typed(
    values: dict[str, object], *, wrong: bool
) -> None:
    assert ("exported_at" in plan_problems(values)) is wrong


def test_a_wrong_plan_says_why_and_the_file_is_scored_without_it(admin: Actor, project: str) -> None:
    add_upload(admin, project, name="t.csv", content=tickets(), zone=None, replace=False)
    for key, value in (("start", "2026-10-05"), ("zone", "UTC"), ("weeks", 9)):
        save_plan_value(admin, project, key, value)
    pilot = read_pilot(admin, project, record(admin, project))
    assert pilot.plan is None
    assert pilot.plan_problem is not None
    assert pilot.plan_problem.code == "pilot.weeks_outside"
    assert pilot.scored is not None
    assert pilot.scored.cards["Demo Nord"].weeks is None
