"""Open hours become shifts: how many hours people sit so that the seats are never empty."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np

from domain.costing.erlang_load import Counts, Floats
from domain.costing.hours import N
from domain.costing.week import HOURS_A_WEEK
from domain.shared.outcomes import DomainError

# Seats that differ by less than this are the same; sums of shares end in such bits.
_SAME: Final = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftRules:
    """How people are put on duty.

    Attributes:
        lengths_h: permitted lengths of a shift in hours.
        overlap_h: hours in which the leaving and the coming shift both sit there, to hand over.

    Raises:
        DomainError: ``costing.shift_rules_outside``.
    """

    lengths_h: tuple[int, ...]
    overlap_h: int

    def __post_init__(self) -> None:
        sensible = self.lengths_h and min(self.lengths_h) > self.overlap_h >= 0
        if not sensible or max(self.lengths_h) > HOURS_A_WEEK:
            raise DomainError(
                "costing.shift_rules_outside",
                lengths=", ".join(map(str, self.lengths_h)),
                overlap_h=self.overlap_h,
            )


@dataclass(frozen=True, slots=True)
class Shift:
    """One shift: its first hour of the week, and how many hours it lasts."""

    start: int
    length_h: int


def shifts_for(needed: Sequence[bool], open_hours: Sequence[bool], rules: ShiftRules) -> tuple[Shift, ...]:
    """The shifts with the fewest hours that keep one seat taken in every needed hour.

    Who is relieved stays for the overlap; who is relieved by nobody goes home at the end of the shift. A
    shift that would run past closing time begins earlier.

    Args:
        needed: one entry for each hour of a day, a week or any other stretch of time; open hours only.
        open_hours: the hours in which people can be on duty.
        rules: lengths and overlap.
    """
    return _cheapest(tuple(needed), tuple(open_hours), rules)


@lru_cache(maxsize=512)
def _cheapest(needed: tuple[bool, ...], open_hours: tuple[bool, ...], rules: ShiftRules) -> tuple[Shift, ...]:
    """From the last hour back: the best shifts from each hour on (`best[hour]`: hours of duty, shifts)."""
    end, closing = len(needed), len(needed)
    openings = _openings(open_hours)
    best: list[tuple[int, tuple[Shift, ...]]] = [(0, ())] * (end + 1)
    for hour in reversed(range(end)):
        closing = closing if open_hours[hour] else hour
        if not needed[hour]:
            best[hour] = best[hour + 1]
            continue
        options = []
        for length in sorted(rules.lengths_h, reverse=True):
            start = max(openings[hour], min(hour, closing - length))
            relieved = min(start + length, closing)
            handover = relieved < closing and needed[relieved]
            hours, later = best[max(hour + 1, relieved - rules.overlap_h) if handover else relieved]
            options.append((hours + length, (Shift(start, length), *later)))
        best[hour] = min(options, key=lambda option: option[0])
    return best[0][1]


def _openings(open_hours: tuple[bool, ...]) -> list[int]:
    """For each hour, when the stretch of open hours that it lies in begins."""
    openings: list[int] = []
    for hour, is_open in enumerate(open_hours):
        openings.append(openings[-1] if is_open and hour and open_hours[hour - 1] else hour)
    return openings


def hours_on_duty(shifts: Sequence[Shift]) -> int:
    """Hours of duty of all shifts."""
    return sum(shift.length_h for shift in shifts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Roster:
    """Who is on duty in a week.

    Attributes:
        covered: people in each hour of the week.
        seat_hours: hours of duty of all shifts.
    """

    covered: Counts
    seat_hours: int


def roster(required: Floats, shares: Floats, rules: ShiftRules) -> Roster:
    """A week in which every seat is kept by whole shifts, seat by seat.

    Args:
        required: seats in each hour of the week; a part of a seat takes a person.
        shares: how much of each hour is open.
        rules: lengths and overlap.
    """
    seats = np.ceil(required - _SAME).astype(np.int64)
    open_hours = tuple((shares > 0).tolist())
    covered, hours = np.zeros(HOURS_A_WEEK, dtype=np.int64), 0
    for seat in range(1, int(seats.max(initial=0)) + 1):
        shifts = shifts_for((seats >= seat).tolist(), open_hours, rules)
        for shift in shifts:
            covered[shift.start : shift.start + shift.length_h] += 1
        hours += hours_on_duty(shifts)
    return Roster(covered=np.where(shares > 0, covered, 0), seat_hours=hours)


def fte_per_seat(hours_week: float, *, shrinkage: float, weekly_contract_hours: float) -> float:
    """Full-time employees that keep one seat taken for so many hours a week."""
    return hours_week / (1 - shrinkage) / weekly_contract_hours


def whole_people(fte: float) -> int:
    """The people to employ: 7.8 full-time employees are 8 people."""
    return math.ceil(fte - _SAME)


def whole_people_each(fte: N) -> N:
    """The same for one figure or for one of every draw."""
    people: N = np.ceil(fte - _SAME)
    return people
