"""What a plan must not do, and what would mend it."""

import pytest

from domain.costing.guardrails import check_staffing, check_week
from domain.costing.week_plan import WeekPlan, plan_week
from domain.shared.outcomes import Finding
from services.catalog import catalog
from services.sentences import finding_sentence
from tests.costing_case import CALENDAR, example, one_language, staffed, week_inputs


def found(**change: object) -> list[Finding]:
    inputs = example(**change)
    return list(check_staffing(inputs, staffed(inputs), catalog().parameters["occupancy_max"]))


def test_the_plan_of_the_sample_stands() -> None:
    assert found() == []


def test_a_plan_above_the_occupancy_limit_is_refused_with_what_would_mend_it() -> None:
    (refused,) = found(occupancy=0.95)
    assert (refused.code, refused.severity) == ("costing.occupancy_above_limit", "blocker")
    assert refused.source == "w28"
    # 650 h of work: 684.2 h at 95 %, 738.6 h at the limit of 88 %.
    assert refused.values["planned_hours"] == pytest.approx(684.2)
    assert refused.values["needed_hours"] == pytest.approx(738.6)
    said = finding_sentence("en", refused)
    assert "95%" in said
    assert "88%" in said
    assert finding_sentence("zh", refused).startswith("工时利用率 95%")


def test_a_plan_at_the_limit_is_not() -> None:
    assert found(occupancy=0.88) == []


def test_a_pool_of_three_languages_is_pointed_out() -> None:
    (warned,) = found(pools=(("de", "fr", "en"),))
    assert (warned.code, warned.severity) == ("costing.pool_hard_to_hire", "warning")
    assert "German" in finding_sentence("en", warned)


def test_contacts_that_wait_through_closing_time_for_too_long_are_pointed_out() -> None:
    always = {"email": (1.0,) * 168}
    inputs = one_language({"email": 1_000}, week_inputs(arrivals=always))
    plan = plan_week(inputs, staffed(inputs).pooled, CALENDAR)
    assert isinstance(plan, WeekPlan)
    (late,) = check_week(plan)
    # From Friday 17:00 to Sunday 10:00 are 41 hours of 168.
    assert late.values["late_percent"] == pytest.approx(24.4)
    assert "24.4%" in finding_sentence("en", late)


def test_nothing_is_late_when_somebody_is_there_every_day() -> None:
    inputs = one_language({"email": 1_000}, week_inputs(answer_within_h={"email": 72.0}))
    plan = plan_week(inputs, staffed(inputs).pooled, CALENDAR)
    assert isinstance(plan, WeekPlan)
    assert check_week(plan) == ()
