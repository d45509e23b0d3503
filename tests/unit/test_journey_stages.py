"""Where a project stands: each stage follows from what is known, and the first unfinished one is next."""

from dataclasses import replace

import pytest

from domain.projects.journey import Standing, journey_of
from words import has

FULL = Standing(
    name="Nordics",
    invented="none",
    contacts_month=6000,
    languages=("de",),
    coverage_hours_week=60.0,
    missing=(),
    can_estimate=True,
    pilot_planned=True,
    has_tickets=True,
    verdicts=("pass",),
    can_draft=True,
)


def stages(**changes: object) -> dict[str, tuple[str, str, int]]:
    journey = journey_of("p", replace(FULL, **changes))  # type: ignore[arg-type]  # fields of Standing
    return {stage.id: (stage.state, stage.word, stage.count) for stage in journey.stages}


def next_stage(**changes: object) -> str:
    return journey_of("p", replace(FULL, **changes)).next_stage.id  # type: ignore[arg-type]  # fields of Standing


def test_a_project_with_everything_waits_only_for_its_contract() -> None:
    assert {stage: state for stage, (state, _, _) in stages().items()} == {
        "requirements": "done",
        "cost": "done",
        "request": "done",
        "pilot": "done",
        "contract": "draft",
    }
    assert next_stage() == "contract"


def test_missing_answers_are_counted_and_come_first() -> None:
    assert stages(missing=("channels", "markets"))["requirements"] == ("missing", "missing", 2)
    assert next_stage(missing=("channels",), can_estimate=False, has_tickets=False) == "requirements"


def test_cost_request_and_contract_wait_for_the_requirements() -> None:
    assert stages(can_estimate=False)["cost"] == ("blocked", "needs_requirements", 0)
    assert stages(can_estimate=False)["request"] == ("blocked", "needs_requirements", 0)
    assert stages()["request"] == ("done", "ready", 0)
    assert stages(can_draft=False)["contract"] == ("blocked", "needs_requirements", 0)
    assert next_stage(can_estimate=False) == "cost"


@pytest.mark.parametrize(
    ("verdicts", "expected"),
    [
        (("pass",), ("done", "passed", 1)),
        (("fail", "pass", "pass"), ("done", "passed", 2)),
        (("extend", "fail"), ("decide", "extend", 0)),
        (("fail", "fail"), ("missing", "failed", 0)),
        ((), ("missing", "unreadable", 0)),
    ],
)
def test_one_vendor_that_passes_is_enough(verdicts: tuple[str, ...], expected: tuple[str, str, int]) -> None:
    assert stages(verdicts=verdicts)["pilot"] == expected


def test_without_tickets_a_planned_pilot_waits_and_an_unplanned_one_is_done() -> None:
    assert stages(has_tickets=False, verdicts=())["pilot"] == ("draft", "no_file", 0)
    assert stages(has_tickets=False, verdicts=(), pilot_planned=False)["pilot"] == (
        "done",
        "not_planned",
        0,
    )


def test_every_state_of_every_stage_has_words() -> None:
    cases = [
        stages(),
        stages(missing=("x",), can_estimate=False, can_draft=False, has_tickets=False),
        stages(verdicts=("extend",)),
        stages(verdicts=("fail",)),
        stages(verdicts=()),
        stages(has_tickets=False, pilot_planned=False),
    ]
    for case in cases:
        for stage, (_, word, _) in case.items():
            assert has(f"stage.{stage}")
            assert has(f"stage_state.{word}")
            assert has(f"projects.next_{stage}")
