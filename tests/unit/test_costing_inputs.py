import math
from dataclasses import replace
from typing import Any

import pytest

from domain.costing.coverage import complete_pools
from domain.costing.inputs import EstimateInputs, Peak, check_inputs
from domain.shared.outcomes import DomainError

GOOD = EstimateInputs(
    contacts_month={"email": 100, "chat": 50},
    language_share={"de": 0.6, "fr": 0.4},
    aht_s={"email": 400, "chat": 700},
    concurrency={"chat": 2},
    coverage_hours_week=50,
    seats_min=1,
    occupancy=0.8,
    shrinkage=0.3,
    weekly_contract_hours=40,
)


def refusal(**change: Any) -> DomainError:
    with pytest.raises(DomainError) as caught:
        check_inputs(replace(GOOD, **change))
    return caught.value


def test_good_inputs_pass() -> None:
    check_inputs(GOOD)
    check_inputs(replace(GOOD, occupancy=1.0, shrinkage=0.0, coverage_hours_week=168, seats_min=0))


def test_a_channel_without_handling_time_is_refused_by_name() -> None:
    error = refusal(aht_s={"email": 400})
    assert (error.code, error.values["channel"]) == ("costing.aht_missing", "chat")


def test_shares_that_fall_short_are_refused_with_what_is_missing() -> None:
    error = refusal(language_share={"de": 0.6, "fr": 0.3})
    assert error.code == "costing.language_shares_short"
    assert error.values["total_percent"] == "90"
    assert error.values["missed_percent"] == "10"


def test_shares_that_overshoot_are_refused_with_what_is_too_much() -> None:
    error = refusal(language_share={"de": 0.6, "fr": 0.425})
    assert error.code == "costing.language_shares_over"
    assert error.values["missed_percent"] == "2.5"


def test_three_thirds_are_a_whole() -> None:
    check_inputs(replace(GOOD, language_share={"de": 1 / 3, "fr": 1 / 3, "es": 1 / 3}))
    check_inputs(replace(GOOD, language_share={"de": 0.3333333, "fr": 0.3333333, "es": 0.3333333}))


def test_shares_off_by_more_than_the_tolerance_are_refused() -> None:
    error = refusal(language_share={"de": 0.5, "fr": 0.499998})
    assert error.code == "costing.language_shares_short"
    assert (error.values["total_percent"], error.values["missed_percent"]) == ("99.9998", "0.0002")


@pytest.mark.parametrize("occupancy", [0, -0.1, 1.01, 80, math.nan])
def test_occupancy_outside_its_limits_is_refused_with_the_limits(occupancy: float) -> None:
    error = refusal(occupancy=occupancy)
    assert error.code == "costing.occupancy_outside"
    assert (error.values["low_percent"], error.values["high_percent"]) == (0, 100)


@pytest.mark.parametrize("shrinkage", [-0.01, 1, 30, math.nan])
def test_shrinkage_outside_its_limits_is_refused_with_the_limits(shrinkage: float) -> None:
    error = refusal(shrinkage=shrinkage)
    assert error.code == "costing.shrinkage_outside"
    assert (error.values["low_percent"], error.values["high_percent"]) == (0, 100)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"contacts_month": {}}, "no_channel"),
        ({"contacts_month": {"email": -1}}, "contacts_outside"),
        ({"contacts_month": {"email": math.inf}}, "contacts_outside"),
        ({"contacts_month": {"email": math.nan}}, "contacts_outside"),
        ({"aht_s": {"email": 0, "chat": 700}}, "aht_outside"),
        ({"aht_s": {"email": -5, "chat": 700}}, "aht_outside"),
        ({"concurrency": {"chat": 0.5}}, "concurrency_outside"),
        ({"concurrency": {"email": 2}}, "concurrency_only_in_chat"),
        ({"language_share": {}}, "no_language"),
        ({"language_share": {"de": 1.5, "fr": -0.5}}, "language_share_outside"),
        ({"coverage_hours_week": 0}, "coverage_hours_outside"),
        ({"coverage_hours_week": 169}, "coverage_hours_outside"),
        ({"weekly_contract_hours": 0}, "weekly_contract_hours_outside"),
        ({"seats_min": -1}, "seats_min_outside"),
        ({"peak": Peak(months=0, multiplier=2)}, "peak_months_outside"),
        ({"peak": Peak(months=13, multiplier=2)}, "peak_months_outside"),
        ({"peak": Peak(months=2, multiplier=0.5)}, "peak_multiplier_outside"),
        ({"peak": Peak(months=2, multiplier=2, surcharge=-0.1)}, "peak_surcharge_outside"),
        ({"budget_month": 0}, "budget_outside"),
        ({"budget_month": -5}, "budget_outside"),
    ],
)
def test_what_nothing_can_be_calculated_from_is_refused(change: dict[str, Any], code: str) -> None:
    assert refusal(**change).code == f"costing.{code}"


def test_the_limit_of_weekly_hours_is_in_the_refusal() -> None:
    assert refusal(coverage_hours_week=200).values == {"given": 200, "high": 168}


def test_a_language_in_no_pool_stays_alone() -> None:
    assert complete_pools(("de", "fr", "es"), (("fr", "es"),)) == (("fr", "es"), ("de",))
    assert complete_pools(("de", "fr"), ()) == (("de",), ("fr",))


@pytest.mark.parametrize(
    ("pools", "code"),
    [
        ((("de", "pl"),), "costing.pool_language_unknown"),
        ((("de",), ("de", "fr")), "costing.pool_language_twice"),
        ((("de", "de"),), "costing.pool_language_twice"),
        (((),), "costing.pool_empty"),
    ],
)
def test_a_pool_that_does_not_fit_the_languages_is_refused(
    pools: tuple[tuple[str, ...], ...], code: str
) -> None:
    with pytest.raises(DomainError) as caught:
        complete_pools(("de", "fr"), pools)
    assert caught.value.code == code
