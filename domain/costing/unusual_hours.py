"""Which part of the hours falls on nights, Saturdays, Sundays and public holidays, which cost more."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from domain.costing.inputs import EstimateInputs
from domain.costing.staffing import Plan
from domain.costing.surcharges import UnusualHours
from domain.costing.week import MINUTES_PER_HOUR, Windows, hours_open, union
from domain.shared.measures import WEEKDAYS

_HOURS_A_DAY = 24
WORKDAYS, WEEKEND = WEEKDAYS[:-2], WEEKDAYS[-2:]
_SATURDAY, _SUNDAY = (WEEKDAYS.index(day) for day in WEEKEND)


@dataclass(frozen=True, slots=True, kw_only=True)
class CostlyTimes:
    """The times at which an hour costs more.

    Attributes:
        night_from_h, night_until_h: hours of the clock at which the night begins and ends; midnight lies in it.
        weekday_holiday: share of the days from Monday to Friday that are public holidays with service; 0 where
            service rests on them.
        weekend_holiday: the same of Saturdays and Sundays.
    """

    night_from_h: float
    night_until_h: float
    weekday_holiday: float = 0.0
    weekend_holiday: float = 0.0


def unusual_hours(
    times: CostlyTimes, inputs: EstimateInputs, plan: Plan, hours: Sequence[float]
) -> UnusualHours | None:
    """The shares of the hours at times that cost more; None where nobody said when service is open.

    Every group of agents counts with the times at which its own languages are served, weighted by its hours.

    Args:
        times: at which an hour costs more.
        inputs: with the open times of each language.
        plan: with the groups of agents.
        hours: of each group, in the order of the plan.
    """
    every = math.fsum(hours)
    if inputs.week is None or not every:
        return None
    opened = inputs.week.open_windows
    groups = [
        (own / every, _of_windows(union(opened[name] for name in group.languages), times))
        for group, own in zip(plan.groups, hours, strict=True)
    ]
    return UnusualHours(
        **{
            name: math.fsum(weight * getattr(each, name) for weight, each in groups)
            for name in UnusualHours.__dataclass_fields__
        }
    )


def _of_windows(windows: Windows, times: CostlyTimes) -> UnusualHours:
    """The shares of some open times."""
    total = hours_open(windows)
    days = range(len(WEEKDAYS))
    opened = [_within(windows, day, 0, _HOURS_A_DAY) / total for day in days]
    nights = [
        (
            _within(windows, day, 0, times.night_until_h)
            + _within(windows, day, times.night_from_h, _HOURS_A_DAY)
        )
        / total
        for day in days
    ]
    weekend = opened[_SATURDAY] + opened[_SUNDAY]
    return UnusualHours(
        night=math.fsum(nights),
        saturday=opened[_SATURDAY],
        sunday=opened[_SUNDAY],
        holiday=(1 - weekend) * times.weekday_holiday + weekend * times.weekend_holiday,
        saturday_night=nights[_SATURDAY],
        sunday_night=nights[_SUNDAY],
    )


def _within(windows: Windows, day: int, start_h: float, end_h: float) -> float:
    """Open hours between two hours of a day of the week."""
    first, last = ((day * _HOURS_A_DAY + hour) * MINUTES_PER_HOUR for hour in (start_h, end_h))
    return (
        math.fsum(max(0.0, min(end, last) - max(start, first)) for start, end in windows) / MINUTES_PER_HOUR
    )
