"""The record read hour by hour, month by month and as a team."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from domain.costing.week import hours_open
from domain.costing.week_plan import WeekPlan
from domain.requirements.answers import Answer
from domain.requirements.record import Record
from services.costing import estimate_record
from services.costing_inputs import estimate_inputs, first_month
from services.costing_staffing import staffing_plan
from services.costing_week import week_inputs
from tests.costing_case import RECORD, shown


def record(**answers: Any) -> Record:
    """The sample with some answers typed over; None takes one away."""
    given = dict(RECORD.answers)
    for name, value in answers.items():
        given.pop(name, None)
        if value is not None:
            given[name] = Answer(state="answered", value=value, origin="typed")
    return replace(RECORD, answers=given)


def test_the_sample_is_staffed_in_every_reading() -> None:
    plan = staffing_plan(RECORD)
    assert shown(plan.month.pooled_hours) == "950.6"
    assert isinstance(plan.week, WeekPlan)
    assert set(plan.week.groups) == {"de+en", "fr+it", "es"}
    assert plan.week.methods["phone"] == "erlang_a"
    # The contract of the sample starts in February.
    assert [month.month for month in plan.year.months][:2] == [2, 3]
    assert shown(plan.year.billed_extra_hours / 12) == "132.4"
    assert (plan.team.seats, plan.team.trainees) == (8, 10)
    # Nobody is there from Saturday evening to Monday morning, and 24 hours are promised.
    assert [finding.code for finding in plan.findings] == ["costing.answers_late"]


def test_promises_come_from_the_answers() -> None:
    week = week_inputs(
        record(phone_answer_s=45, phone_answer_share=0.7, chat_reply_s=60, standard_reply_h=12)
    )
    assert (week.targets["phone"].share, week.targets["phone"].within_s) == (0.7, 45)
    assert (week.targets["chat"].share, week.targets["chat"].within_s) == (0.9, 60)
    assert week.answer_within_h == {"email": 12, "marketplace": 12}


def test_a_promise_that_was_set_aside_falls_back_on_its_default() -> None:
    aside = dict(RECORD.answers) | {
        "chat_reply_s": Answer(state="not_applicable", value=None, origin="typed")
    }
    assert week_inputs(replace(RECORD, answers=aside)).targets["chat"].within_s == 30


def test_a_channel_that_is_not_used_has_no_target() -> None:
    quiet = record(channels=["email"], contacts_month={"email": 3300})
    week = week_inputs(quiet)
    assert week.targets == {}
    assert set(week.answer_within_h) == {"email"}


def test_contacts_come_when_the_profile_says() -> None:
    weights = {day: [0.0] * 24 for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")}
    weights["tue"][10] = 1.0
    drawn = week_inputs(record(hour_profiles={"phone": {"weights": weights}})).arrivals["phone"]
    assert [hour for hour, weight in enumerate(drawn) if weight] == [24 + 10]
    assert sum(drawn) == pytest.approx(1)


def test_a_market_with_hours_of_its_own_changes_the_hours_of_its_language() -> None:
    evening = {day: [["12:00", "22:00"]] for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")}
    week = week_inputs(record(coverage_by_market={"IT": evening}))
    assert hours_open(week.open_windows["it"]) == 70
    assert hours_open(week.open_windows["de"]) == 60


def test_without_growth_peaks_or_launches_the_year_is_twelve_normal_months() -> None:
    plan = staffing_plan(record(peaks=[], launches=[], growth_year=0.0))
    assert plan.year.hours == pytest.approx(12 * plan.month.pooled_hours)


def test_a_launch_is_a_season_of_the_days_it_lasts() -> None:
    launch = {"name": "Sofa", "on": "2027-03-01", "weeks": 2, "multiplier": 1.5}
    (season,) = estimate_inputs(record(peaks=[], launches=[launch])).seasons
    assert (season.name, season.kind, season.multiplier) == ("Sofa", "launch", 1.5)
    assert season.months == pytest.approx({3: 14 / 31})


def test_a_launch_after_the_first_year_is_left_out() -> None:
    launch = {"name": "Sofa", "on": "2028-03-01", "weeks": 2, "multiplier": 1.5}
    assert estimate_inputs(record(peaks=[], launches=[launch])).seasons == ()


def test_growth_comes_from_the_answer() -> None:
    assert staffing_plan(record(growth_year=0.5, peaks=[])).year.contacts == pytest.approx(12 * 6_000 * 1.25)


def test_the_year_begins_with_the_contract_else_with_the_first_launch_else_in_january() -> None:
    launch = {"name": "Sofa", "on": "2027-05-20", "weeks": 2, "multiplier": 1.5}
    assert first_month(RECORD) == date(2027, 2, 1)
    assert first_month(record(contract_start=None, launches=[launch])) == date(2027, 5, 1)
    assert first_month(record(contract_start=None, launches=[])).month == 1


def test_pools_that_were_offered_count_as_people_who_can_be_hired() -> None:
    limits = estimate_inputs(record(language_pools=[["de", "it"]])).pool_limits
    assert limits.can_be_hired(("de", "it"))
    assert limits.can_be_hired(("de", "en"))
    assert not limits.can_be_hired(("de", "es"))


def test_a_language_spoken_on_one_channel_only_has_its_work_and_its_hours() -> None:
    spoken = record(channel_languages={"phone": {"de": 0.5, "pl": 0.5}}, language_pools=[])
    plan = staffing_plan(spoken)
    assert ("pl",) in plan.month.separate.pools


def test_the_contacts_of_each_month_are_those_the_requirements_show() -> None:
    busy = record(
        growth_year=0.24,
        peaks=[
            {"name": "Cyber", "start": "11-20", "end": "12-02", "multiplier": 3.0, "lead_weeks": 4},
            {"name": "Winter", "months": [11, 12], "multiplier": 2.0, "lead_weeks": 4},
        ],
        launches=[{"name": "Sofa", "on": "2027-03-15", "weeks": 4, "multiplier": 1.5}],
    )
    contacts = [month.contacts for month in staffing_plan(busy).year.months]
    factors = busy.month_factors(first_month(busy))
    assert contacts == pytest.approx([6_000 * factor for factor in factors])


def test_an_estimate_says_that_a_plan_above_the_occupancy_limit_is_refused_and_says_it_once() -> None:
    findings = [
        finding
        for finding in estimate_record(record(occupancy=0.95)).findings
        if finding.place == "occupancy"
    ]
    assert [(finding.code, finding.severity) for finding in findings] == [
        ("costing.occupancy_above_limit", "blocker")
    ]


def test_a_reserve_set_aside_is_none_for_people_and_price_alike_and_an_open_one_is_the_usual_one() -> None:
    aside = replace(RECORD, answers={**RECORD.answers, "reserve_share": Answer(state="not_applicable")})
    open_one = record(reserve_share=None)
    for given, share in ((aside, 0.0), (open_one, 0.2)):
        team, cost = staffing_plan(given).team, estimate_record(given)
        assert team.reserve == pytest.approx(team.seats * share)
        assert cost.pricing.terms.reserve_share == pytest.approx(share)
        assert cost.work.trainees == team.trainees
