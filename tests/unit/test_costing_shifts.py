"""Shifts: what it takes to keep a seat taken."""

import numpy as np
import pytest

from domain.costing.shifts import (
    Shift,
    ShiftRules,
    fte_per_seat,
    hours_on_duty,
    roster,
    shifts_for,
    whole_people,
)
from domain.costing.week import open_shares
from domain.shared.outcomes import DomainError
from services.costing_week import week_inputs
from tests.costing_case import RECORD, shown, windows

NINE = ShiftRules(lengths_h=(9,), overlap_h=2)


def day(start: int, end: int) -> list[bool]:
    return [start <= hour < end for hour in range(24)]


def test_two_nine_hour_shifts_with_two_hours_of_overlap_are_18_seat_hours_for_16_hours_of_service() -> None:
    shifts = shifts_for(day(7, 23), day(7, 23), NINE)
    assert shifts == (Shift(7, 9), Shift(14, 9))
    assert hours_on_duty(shifts) == 18
    assert hours_on_duty(shifts) / 16 - 1 == pytest.approx(0.125)


def test_the_shift_lengths_of_the_data_cover_16_hours_no_dearer() -> None:
    assert hours_on_duty(shifts_for(day(7, 23), day(7, 23), week_inputs(RECORD).shifts)) == 18


def test_without_overlap_two_eight_hour_shifts_are_enough() -> None:
    assert hours_on_duty(shifts_for(day(7, 23), day(7, 23), ShiftRules(lengths_h=(8,), overlap_h=0))) == 16


def test_the_last_shift_begins_earlier_rather_than_running_past_closing_time() -> None:
    # Ten hours: nobody stays after 19, so the second shift begins at 11.
    assert shifts_for(day(9, 19), day(9, 19), ShiftRules(lengths_h=(8,), overlap_h=2)) == (
        Shift(9, 8),
        Shift(11, 8),
    )


def test_a_short_shift_covers_the_evening_more_cheaply() -> None:
    # 9 to 17, then 15 to 19 with two hours side by side: 12 seat-hours for 10 hours of service.
    shifts = shifts_for(day(9, 19), day(9, 19), ShiftRules(lengths_h=(4, 8, 9), overlap_h=2))
    assert hours_on_duty(shifts) == 12


def test_who_is_relieved_by_nobody_does_not_stay_for_a_handover() -> None:
    morning_and_evening = [8 <= hour < 12 or 18 <= hour < 22 for hour in range(24)]
    shifts = shifts_for(morning_and_evening, morning_and_evening, ShiftRules(lengths_h=(4,), overlap_h=2))
    assert shifts == (Shift(8, 4), Shift(18, 4))


def test_one_shift_bridges_a_gap_in_which_the_second_seat_is_not_needed() -> None:
    second_seat = [hour in {10, 15} for hour in range(24)]
    assert hours_on_duty(shifts_for(second_seat, day(9, 19), ShiftRules(lengths_h=(4, 8), overlap_h=0))) == 8


def test_a_week_is_covered_seat_by_seat_and_never_short() -> None:
    shares = open_shares(windows(9, 19))
    required = np.where(shares > 0, 1.0, 0.0)
    required[12] = 2.4
    week = roster(required, shares, ShiftRules(lengths_h=(4, 8, 9), overlap_h=2))
    assert (week.covered >= required).all()
    assert week.covered[12] == 3
    assert (week.covered[shares == 0] == 0).all()
    # Six days of 12 hours for the first seat, four hours each for the second and the third on Monday.
    assert week.seat_hours == 6 * 12 + 2 * 4


@pytest.mark.parametrize(("hours", "fte"), [(40, "1.43"), (60, "2.14"), (112, "4.00"), (168, "6.00")])
def test_full_time_people_for_one_seat(hours: float, fte: str) -> None:
    assert shown(fte_per_seat(hours, shrinkage=0.30, weekly_contract_hours=40), 2) == fte


def test_people_are_whole() -> None:
    assert [whole_people(fte) for fte in (7.83, 8.0, 8.0000000000001, 0)] == [8, 8, 8, 0]


@pytest.mark.parametrize("rules", [{"lengths_h": (), "overlap_h": 0}, {"lengths_h": (8, 2), "overlap_h": 2}])
def test_shifts_no_longer_than_their_overlap_are_refused(rules: dict[str, object]) -> None:
    with pytest.raises(DomainError) as refused:
        ShiftRules(**rules)  # type: ignore[arg-type]  # on purpose
    assert refused.value.code == "costing.shift_rules_outside"
