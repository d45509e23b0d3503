"""Twelve months: growth, peaks and launches, and what coverage absorbs of them."""

from dataclasses import replace

import pytest

from domain.costing.inputs import EstimateInputs
from domain.costing.seasons import Season, parts_of_month
from domain.costing.year import YearStaffing, staff_year
from domain.shared.outcomes import DomainError
from tests.costing_case import CALENDAR, example, one_language, shown, staffed

CHRISTMAS = Season(name="Christmas", multiplier=2.0, months={11: 1.0, 12: 1.0}, surcharge=0.15)


def year(inputs: EstimateInputs, first_month: int = 1) -> YearStaffing[float]:
    return staff_year(inputs, staffed(inputs).pooled, CALENDAR, first_month=first_month)


def test_the_peak_of_the_worked_example_adds_132_point_4_billed_hours_a_month() -> None:
    made = year(example(seasons=(CHRISTMAS,)))
    november = next(month for month in made.months if month.month == 11)
    assert shown(november.hours, 2) == "1,641.25"
    # Twice the contacts, 1.73 times the hours: coverage absorbs a part.
    assert shown(november.hours / november.base_hours, 2) == "1.73"
    assert shown(made.billed_extra_hours / 12) == "132.4"
    assert made.contacts / 12 == 7_000


def test_the_sample_states_that_peak_itself() -> None:
    assert shown(year(example(), first_month=2).billed_extra_hours / 12) == "132.4"


def test_the_year_begins_with_the_contract() -> None:
    made = year(example(seasons=()), first_month=11)
    assert [month.month for month in made.months] == [11, 12, *range(1, 11)]
    assert [month.place for month in made.months] == list(range(1, 13))


def test_growth_is_a_straight_line_and_half_of_it_is_the_mean_of_the_year() -> None:
    made = year(one_language({"email": 12_000}, growth_year=0.24))
    # Month m has 1 + 0.24 (m - 0.5) / 12: the first 1.01, the last 1.23.
    assert [made.months[0].growth_factor, made.months[-1].growth_factor] == pytest.approx([1.01, 1.23])
    assert made.contacts == pytest.approx(12 * 12_000 * 1.12)
    # 12,000 mails of 360 s are 1,200 h of work, 1,500 h at 80 %; far above the floor, so hours grow alike.
    assert made.hours == pytest.approx(12 * 1_500 * 1.12)


def test_without_growth_and_seasons_every_month_is_the_normal_one() -> None:
    inputs = example(seasons=())
    made = year(inputs)
    assert {month.hours for month in made.months} == {staffed(inputs).pooled_hours}
    assert (made.extra_hours, made.most_fte) == (0.0, staffed(inputs).fte)


def test_a_season_of_half_a_month_adds_half_of_its_hours() -> None:
    half = replace(CHRISTMAS, months={11: 0.5})
    whole = replace(CHRISTMAS, months={11: 1.0})
    made = [year(example(seasons=(season,))).extra_hours for season in (half, whole)]
    assert made[0] == pytest.approx(made[1] / 2)


def test_seasons_of_one_month_lie_side_by_side_the_strongest_first() -> None:
    week = Season(name="Week", multiplier=4.0, months={11: 0.25})
    rest = Season(name="Month", multiplier=2.0, months={11: 1.0})
    assert list(parts_of_month(11, (rest, week))) == [(week, 0.25), (rest, 0.75)]
    made = year(one_language({"email": 12_000}, seasons=(rest, week)))
    # 1,500 h: a quarter of the month at four times, the rest at twice.
    assert made.months[10].hours == pytest.approx(1_500 * (0.25 * 4 + 0.75 * 2))
    assert made.months[10].contacts == pytest.approx(12_000 * 2.5)


def test_a_rise_that_fits_into_idle_seats_costs_nothing() -> None:
    # 10 h of work against a floor of 173 h: five times as much still fits.
    made = year(one_language({"email": 100}, seasons=(replace(CHRISTMAS, multiplier=5.0),)))
    assert made.extra_hours == 0


def test_people_are_grouped_in_the_peak_as_in_a_normal_month() -> None:
    inputs = example(seasons=(CHRISTMAS,), pooling="cheapest")
    plan = staffed(inputs).pooled
    busy = staff_year(inputs, plan, CALENDAR).months[10]
    # German alone 650; French with Italian or English 568.75, Spanish with the other 406.25.
    assert busy.hours == pytest.approx(1_625)
    assert plan.hours == pytest.approx(869.375)


@pytest.mark.parametrize(
    "change", [{"multiplier": 0.9}, {"months": {13: 1.0}}, {"months": {1: 1.1}}, {"surcharge": -0.1}]
)
def test_a_season_that_makes_no_sense_is_refused(change: dict[str, object]) -> None:
    with pytest.raises(DomainError) as refused:
        replace(CHRISTMAS, **change)  # type: ignore[arg-type]  # on purpose
    assert refused.value.code == "costing.season_outside"


def test_a_year_begins_in_a_month_of_the_calendar() -> None:
    with pytest.raises(DomainError) as refused:
        year(example(), first_month=13)
    assert refused.value.code == "costing.first_month_outside"
