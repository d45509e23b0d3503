"""Hours at unusual times are those of each year: work in ordinary hours never changes what the nights of others cost."""

import pytest

from domain.costing.estimate import Estimate
from domain.costing.inputs import EstimateInputs
from domain.costing.live_queue import ServiceTarget
from domain.costing.shifts import ShiftRules
from domain.costing.unusual_hours import CostlyTimes
from domain.costing.week_inputs import WeekInputs
from tests.costing_case import windows
from tests.property.test_costing_price_holds import made

# One seat from 22 to 24 on five days is 10 h a week, 43.33 h a month, all of them at night for 25 % more.
NIGHT_HOURS = 10 * 52 / 12
WEEK = WeekInputs(
    open_windows={"de": windows(8, 16, days=5), "en": windows(22, 24, days=5)},
    targets={"phone": ServiceTarget(share=0.8, within_s=20)},
    answer_within_h={"email": 24.0},
    shifts=ShiftRules(lengths_h=(8,), overlap_h=0),
)


def year_of(contacts: float, growth: float) -> Estimate:
    """One language by day, which most contacts are in, and one late in the evening with hardly any."""
    inputs = EstimateInputs(
        contacts_month={"email": contacts},
        language_share={"de": 0.99, "en": 0.01},
        aht_s={"email": 360},
        coverage_hours_week=40,
        seats_min=1,
        occupancy=0.8,
        shrinkage=0.3,
        weekly_contract_hours=40,
        growth_year=growth,
        week=WEEK,
    )
    return made(inputs, times=CostlyTimes(night_from_h=22, night_until_h=6))


def night_hours(cost: Estimate, *, first_year: bool) -> float:
    year = cost.year_of("east", first_year=first_year)["productive_hour"]
    assert year.hours is not None
    return year.hours.of("night")


@pytest.mark.parametrize("contacts", [1000, 1800, 4000])
@pytest.mark.parametrize("growth", [-0.6, 0.0, 1.5])
@pytest.mark.parametrize("first_year", [True, False])
def test_nights_cost_the_same_whatever_the_day_takes(
    contacts: float,
    growth: float,
    first_year: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    assert night_hours(year_of(contacts, growth), first_year=first_year) == pytest.approx(NIGHT_HOURS * 0.25)


def test_where_volume_shrinks_more_of_it_does_not_cost_less() -> None:
    """By day 40 h a week, 173.33 h a month, are enough for 1,400 contacts, and for the year of 2,300 as well.

    1,400 x 99 % x 360 s / 0.8 = 173.25 h. With 60 % fewer by the end, a later year of 2,300 contacts takes 113.85 h
    by day, so both years cost the same.
    """
    fewer, more = (
        year_of(count, -0.6).year_of("east", first_year=False)["paid_hour"] for count in (1400, 2300)
    )
    assert more.month.ends == pytest.approx(fewer.month.ends)
