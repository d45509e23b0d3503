"""Peaks and launches: what is accepted, and what they make of the months of a year."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from catalog.questions import load_questions
from domain.requirements.answers import check_answer
from domain.requirements.peaks import month_factors, month_shares, shares_of_year, strongest
from domain.shared.outcomes import DomainError
from services.sentences import explain
from words import LANGUAGES, say

BOOK = load_questions()
CYBER = {"name": "Cyber week", "start": "11-21", "end": "12-10", "multiplier": 2.0, "lead_weeks": 4}
WINTER = {"name": "Winter", "months": [11, 12], "multiplier": 2.0, "lead_weeks": 4}
LAUNCH = {"name": "Desk", "on": "2027-04-01", "weeks": 2, "multiplier": 1.5}
PLAIN_YEAR: dict[str, Any] = {"peaks": (), "launches": (), "growth_year": 0.0}


def _refusal(question: str, value: Any) -> DomainError:
    with pytest.raises(DomainError) as caught:
        check_answer(BOOK.questions[question], value, BOOK.codes)
    for language in LANGUAGES:
        assert say(language, caught.value.code, **dict(caught.value.values))
    return caught.value


def test_a_peak_has_months_or_dates() -> None:
    assert check_answer(BOOK.questions["peaks"], [CYBER, WINTER], BOOK.codes) == [CYBER, WINTER]
    assert _refusal("peaks", [{**CYBER, "months": [11]}]).code == "answer.peak_months_or_dates"
    assert _refusal("peaks", [{**WINTER, "start": "11-01"}]).code == "answer.peak_months_or_dates"
    without = {key: value for key, value in WINTER.items() if key != "months"}
    assert _refusal("peaks", [without]).values["row_part"] == "peak_months"


@pytest.mark.parametrize("day", ["11-31", "13-01", "1-1", "2026-11-20", "", 1120])
def test_a_day_that_is_in_no_year_is_refused(day: Any) -> None:
    assert _refusal("peaks", [{**CYBER, "start": day}]).code == "answer.not_a_day_of_year"


def test_the_last_day_of_february_may_be_the_29th() -> None:
    peak = {**CYBER, "start": "02-15", "end": "02-29"}
    assert check_answer(BOOK.questions["peaks"], [peak], BOOK.codes) == [peak]


def test_a_peak_touches_the_months_its_days_lie_in() -> None:
    # 21-30 November: 10 of 30 days; 1-10 December: 10 of 31.
    assert month_shares(CYBER) == {11: pytest.approx(10 / 30), 12: pytest.approx(10 / 31)}
    assert month_shares(WINTER) == {11: 1.0, 12: 1.0}


def test_the_strongest_peak_lasts_as_long_as_its_days() -> None:
    # By hand: 10 of 30 days and 10 of 31, not two whole months; the milder winter adds nothing to it.
    mild = {**WINTER, "multiplier": 1.5}
    strong = {**CYBER, "multiplier": 3}
    assert strongest([mild, strong]) == pytest.approx((3, 10 / 30 + 10 / 31))
    # Two peaks of the same strength count each day once.
    again = {**strong, "name": "Other sale"}
    assert strongest([strong, again]) == pytest.approx((3, 10 / 30 + 10 / 31))
    assert strongest([]) is None


def test_a_peak_of_29_february_alone_counts_nothing_in_a_common_year_and_hides_no_other() -> None:
    leap_day = {**CYBER, "start": "02-29", "end": "02-29", "multiplier": 5.0}
    assert strongest([leap_day]) is None
    assert strongest([leap_day, WINTER]) == pytest.approx((2, 2))
    # Of the twelve months from March 2027 the last is February 2028, with 29 days, one of them five times as busy.
    factors = month_factors(date(2027, 3, 1), peaks=[leap_day], launches=(), growth_year=0)
    assert factors == pytest.approx((*[1.0] * 11, (28 + 5) / 29))
    common = month_factors(date(2026, 3, 1), peaks=[leap_day], launches=(), growth_year=0)
    assert common == pytest.approx((1.0,) * 12)


def test_a_peak_may_go_on_in_the_next_year() -> None:
    # 22-31 December: 10 of 31 days; 1-6 January: 6 of 31.
    holidays = {**CYBER, "start": "12-22", "end": "01-06"}
    assert month_shares(holidays) == {1: pytest.approx(6 / 31), 12: pytest.approx(10 / 31)}


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"on": "soon"}, "not_a_date"),
        ({"on": "9999-12-31"}, "year_outside"),
        ({"weeks": 0}, "weeks_outside"),
        ({"weeks": 53}, "weeks_outside"),
        ({"weeks": 1.5}, "weeks_outside"),
        ({"multiplier": 0.5}, "multiplier_outside"),
        ({"multiplier": Decimal("NaN")}, "not_number"),
        ({"name": ""}, "peak_lacks"),
        ({"lead_weeks": 2}, "unknown_peak_key"),
    ],
)
def test_a_launch_that_makes_no_sense_is_refused(change: dict[str, Any], reason: str) -> None:
    assert _refusal("launches", [{**LAUNCH, **change}]).code == f"answer.{reason}"


def test_a_launch_is_kept_as_it_is_and_none_is_an_answer() -> None:
    assert check_answer(BOOK.questions["launches"], [LAUNCH], BOOK.codes) == [LAUNCH]
    assert check_answer(BOOK.questions["launches"], [], BOOK.codes) == []


def test_without_peaks_launches_and_growth_every_month_is_ordinary() -> None:
    assert month_factors(date(2027, 2, 1), **PLAIN_YEAR) == (1.0,) * 12


def test_two_months_of_double_volume_make_a_year_of_seven_sixths() -> None:
    # The worked example of the trade: 6,000 contacts, twice that in two months, 7,000 on average.
    factors = month_factors(date(2027, 2, 1), **{**PLAIN_YEAR, "peaks": [WINTER]})
    assert factors[9:11] == (2.0, 2.0)
    assert 6000 * sum(factors) / 12 == pytest.approx(7000)


def test_growth_is_linear_and_its_mean_is_half_of_it() -> None:
    # m of 12 has 1 + g(m - 0.5)/12; with g = 0.24 the first month 1.01, the last 1.23, the mean 1.12.
    factors = month_factors(date(2027, 1, 1), **{**PLAIN_YEAR, "growth_year": 0.24})
    assert factors[0] == pytest.approx(1.01)
    assert factors[-1] == pytest.approx(1.23)
    assert sum(factors) / 12 == pytest.approx(1.12)


def test_a_launch_counts_on_its_days() -> None:
    # April 2027 has 30 days, 14 of them at 1.5: (16 + 14 × 1.5) / 30 = 37 / 30.
    factors = month_factors(date(2027, 2, 1), **{**PLAIN_YEAR, "launches": [LAUNCH]})
    assert factors[2] == pytest.approx(37 / 30)
    assert sum(factors) == pytest.approx(11 + 37 / 30)


def test_where_peaks_overlap_the_highest_counts() -> None:
    # 20 days of December at 2 would be 51 / 31; ten of them at 3 make (11 + 10 × 2 + 10 × 3) / 31.
    long = {**CYBER, "start": "12-01", "end": "12-20"}
    short = {**CYBER, "start": "12-11", "end": "12-20", "multiplier": 3.0}
    factors = month_factors(date(2027, 12, 1), **{**PLAIN_YEAR, "peaks": [long, short]})
    assert factors[0] == pytest.approx(61 / 31)


def test_every_well_known_peak_is_a_valid_answer_in_both_languages() -> None:
    assert {event.id for event in BOOK.events} == {
        "black_friday",
        "christmas",
        "mid_year_618",
        "double_11",
        "prime_day",
    }
    for language in LANGUAGES:
        peaks = [event.as_peak(language) for event in BOOK.events]
        assert check_answer(BOOK.questions["peaks"], peaks, BOOK.codes) == peaks


def test_a_day_belongs_to_one_rush_the_strongest() -> None:
    long = {**CYBER, "start": "12-01", "end": "12-20"}
    short = {**CYBER, "start": "12-11", "end": "12-20", "multiplier": 3.0}
    shares = shares_of_year(date(2027, 12, 1), peaks=[long, short], launches=[LAUNCH])
    assert shares == [(short, {12: 10 / 31}), (long, {12: 10 / 31}), (LAUNCH, {})]


def test_a_peak_of_whole_months_takes_them_wholly() -> None:
    assert shares_of_year(date(2027, 2, 1), peaks=[WINTER], launches=[]) == [(WINTER, {11: 1.0, 12: 1.0})]


@pytest.mark.parametrize("part", ["name", "on", "weeks", "multiplier"])
def test_a_launch_without_one_of_its_entries_is_refused_by_the_name_of_its_field(part: str) -> None:
    refusal = _refusal("launches", [{key: value for key, value in LAUNCH.items() if key != part}])
    for language in LANGUAGES:
        assert say(language, f"ui.launch_{part}") in explain(language, refusal)
