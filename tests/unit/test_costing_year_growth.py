"""What grows in a first year grows month by month: hours, seats, training and the premium for several languages."""

from dataclasses import replace

import pytest

from catalog.parameters import load_parameters
from catalog.rates import load_rates
from domain.costing.estimate import Estimate, estimate
from domain.costing.inputs import EstimateInputs, Peak
from domain.costing.pools import PoolLimits

# 3,200 mails of 360 s are 320 h of work, 400 h at 80 %: 200 h a language, where each one alone keeps 260 h open.
# One pool with a premium of 10 % costs 400 + 40 h, less than 520 h.
POOLED = EstimateInputs(
    contacts_month={"email": 3200},
    language_share={"de": 0.5, "en": 0.5},
    aht_s={"email": 360},
    coverage_hours_week=60,
    seats_min=1,
    occupancy=0.80,
    shrinkage=0.30,
    weekly_contract_hours=40,
    pooling="cheapest",
    pool_limits=PoolLimits(premium=0.1),
)


def made(**change: object) -> Estimate:
    return estimate(replace(POOLED, **change), load_rates(), load_parameters())  # type: ignore[arg-type]  # real fields


def test_the_cheapest_pool_is_the_one_with_a_premium() -> None:
    pooled = made().staffing.pooled
    assert pooled.pools == (("de", "en"),)
    assert (pooled.hours, pooled.premium_hours) == pytest.approx((400, 40))


def test_the_premium_grows_with_the_hours() -> None:
    # Twice the contacts by the end of the year: 1.5 times on average, far above the floor of 260 h; later twice.
    cost = made(growth_year=1.0)
    assert (cost.work.base_hours, cost.work.premium_hours) == pytest.approx((600, 60))
    assert (cost.later_work.base_hours, cost.later_work.premium_hours) == pytest.approx((800, 80))


def test_seats_are_counted_month_by_month_and_all_who_come_are_trained() -> None:
    # 400 h / 0.7 / 173.33 = 3.297 people times 1 + (m - 0.5) / 12: 4 in the months 1 to 3, 5 in 4 to 6,
    # 6 in 7 to 10, 7 in the last two: 65 seat-months. 7 x 1.2 = 8.4, so 9 people learn the work.
    cost = made(growth_year=1.0)
    assert cost.work.seats == pytest.approx(65 / 12)
    assert cost.work.trainees == 9
    # Later 6.59 people every month.
    assert cost.later_work.seats == 7
    tools = cost.year_one["east"]["productive_hour"].total.part("tools").amount
    assert tools.base == pytest.approx(65 / 12 * 60)


def test_a_shrinking_year_trains_the_people_it_begins_with() -> None:
    # 3.297 x (1 - 0.5 x 0.5 / 12) = 3.23 people in the first month, 2.58 x ... in the last: 4 seats, then 3, then 2.
    cost = made(growth_year=-0.5)
    assert cost.work.trainees == 5
    assert cost.work.seats < 4


def test_a_peak_costs_the_premium_as_any_other_hour() -> None:
    # 400 h more in two months of twelve, 10 % premium, 15 % surcharge: 400 x 1.1 x 1.15 x 2 / 12.
    cost = made(peak=Peak(months=2, multiplier=2.0, surcharge=0.15))
    assert cost.work.extra_hours == pytest.approx(400 * 2 / 12)
    assert cost.work.billed_extra_hours == pytest.approx(400 * 1.1 * 1.15 * 2 / 12)


def test_the_reserve_costs_the_premium_too() -> None:
    hours = made().year_one["east"]["productive_hour"].hours
    assert hours is not None
    # (400 + 40) x 20 % x 30 %; 4 seats, so 5 people x 60 h x 50 % / 12.
    assert {line.id: line.amount.base for line in hours.lines} == pytest.approx(
        {"base": 400, "pool_premium": 40, "reserve": 26.4, "training": 12.5}
    )


def test_without_growth_the_premium_of_the_year_is_that_of_a_month() -> None:
    assert made().work.premium_hours == pytest.approx(40)
    assert made(pool_limits=PoolLimits(premium=0.0)).work.premium_hours == 0
