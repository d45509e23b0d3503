"""The uncertainty of a record, with the plan by the hour in it, and its refusals in words."""

from dataclasses import replace

import pytest

from domain.costing.draws import Range
from domain.shared.outcomes import DomainError, NotAssessed
from services.costing import estimate_record
from services.costing_staffing import staffing_plan
from services.costing_uncertainty import uncertainty_of
from services.sentences import explain, reason, uncertain_name
from tests.costing_case import RECORD
from tests.unit.test_costing_service import record

COST = estimate_record(RECORD)


def test_the_plan_by_the_hour_enters_as_its_ratio_to_the_formula() -> None:
    found = uncertainty_of(COST)
    week = staffing_plan(RECORD).week
    assert not isinstance(week, NotAssessed)
    assert found.interval_ratio == pytest.approx(week.required_hours_month / 950.625)
    east = found.places["east"]
    assert east.estimate_month == pytest.approx(COST.year_one["east"]["paid_hour"].month.base)
    assert east.likely_month > east.estimate_month


def test_how_far_off_the_ratio_is_in_the_strongest_season_is_calculated_from_a_plan_of_it() -> None:
    """Twice the contacts in the peak: a plan by the hour for 12,000 contacts instead of 6,000, the same pools."""
    twice = {"email": 6600, "marketplace": 1200, "chat": 3000, "phone": 1200}
    peak = staffing_plan(record(contacts_month=twice)).week
    assert not isinstance(peak, NotAssessed)
    found = uncertainty_of(COST)
    assert found.peak_ratio == pytest.approx(peak.ratio)
    assert not isinstance(found.interval_ratio, NotAssessed)
    assert not isinstance(peak.ratio, NotAssessed)
    # 1.55 in a normal month, 1.19 in the peak: the draws have 30 % too many hours in it.
    assert found.peak_error == pytest.approx(found.interval_ratio / peak.ratio - 1)
    assert round(found.peak_error or 0, 2) == 0.30


def test_without_a_season_there_is_nothing_to_be_off() -> None:
    assert uncertainty_of(estimate_record(record(peaks=[]))).peak_error is None
    assert uncertainty_of(COST, with_interval=False).peak_error is None


def test_it_can_be_left_out_and_the_result_says_so() -> None:
    found = uncertainty_of(COST, with_interval=False)
    assert isinstance(found.interval_ratio, NotAssessed)
    assert reason("en", found.interval_ratio) == "the plan by the hour was left out on request"
    east = found.places["east"]
    assert east.likely_month == pytest.approx(east.estimate_month)


def test_without_known_hours_of_service_there_is_no_plan_by_the_hour() -> None:
    number_only = replace(COST, inputs=replace(COST.inputs, week=None))
    ratio = uncertainty_of(number_only).interval_ratio
    assert isinstance(ratio, NotAssessed)
    assert ratio.reason == "costing.no_week"


def test_looking_twice_shows_the_same() -> None:
    assert uncertainty_of(COST) == uncertainty_of(COST)


def test_the_worked_example_has_its_ten_thousand_draws_of_every_place() -> None:
    found = uncertainty_of(COST)
    assert found.draws == 10_000
    assert {place.kind for place in found.places.values()} == {"region", "country"}
    assert found.cheapest["region"].place == "east"


def test_a_range_that_cannot_be_is_refused_in_words() -> None:
    with pytest.raises(DomainError) as refused:
        uncertainty_of(COST, ranges={"occupancy": Range(low=0.9, high=0.95)})
    assert explain("en", refused.value) == (
        "Occupancy: a range needs low ≤ most likely ≤ high and values that can be; "
        "90.0%, 80.0% and 95.0% were given. Please correct it."
    )
    assert explain("zh", refused.value).startswith("工时利用率：区间须满足")


def test_every_uncertain_input_has_a_name_in_both_languages() -> None:
    inputs = [each.id for each in uncertainty_of(COST).inputs]
    assert uncertain_name("en", "aht_s.email") == "Handling time, E-mail"
    assert uncertain_name("zh", "aht_s.chat") == "在线聊天处理时长"
    for language in ("zh", "en"):
        names = [uncertain_name(language, each) for each in inputs]
        assert len(set(names)) == len(inputs)
        assert not any("rate." in name or "aht_s" in name for name in names)
