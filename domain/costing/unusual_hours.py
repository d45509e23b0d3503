"""Which part of the hours falls on nights, Saturdays, Sundays and public holidays, which cost more."""

import math
from dataclasses import dataclass, replace

from domain.costing.billing import UnusualHours
from domain.costing.inputs import EstimateInputs
from domain.costing.staffing import Staffing
from domain.costing.week import MINUTES_PER_HOUR, Windows, hours_open, union
from domain.costing.year_terms import YearTerms
from domain.shared.measures import WEEKDAYS

_HOURS_A_DAY = 24
_SATURDAY, _SUNDAY = WEEKDAYS.index("sat"), WEEKDAYS.index("sun")


@dataclass(frozen=True, slots=True, kw_only=True)
class CostlyTimes:
    """The times at which an hour costs more.

    Attributes:
        night_from_h, night_until_h: hours of the clock at which the night begins and ends; midnight lies in it.
        holiday: share of the days that are public holidays with service; 0 where service rests on them.
    """

    night_from_h: float
    night_until_h: float
    holiday: float = 0.0


def with_unusual_hours(
    terms: YearTerms, times: CostlyTimes | None, inputs: EstimateInputs, staffing: Staffing
) -> YearTerms:
    """The terms with the shares of the hours that cost more; as they were where nobody said when service is open.

    Every group of agents counts with the times at which its own languages are served, weighted by its hours.

    Args:
        terms: of a year.
        times: at which an hour costs more.
        inputs: with the open times of each language.
        staffing: made from them.
    """
    hours = math.fsum(group.required_hours for group in staffing.pooled.groups)
    if times is None or inputs.week is None or not hours:
        return terms
    opened = inputs.week.open_windows
    shares = [
        (group.required_hours / hours, _of_windows(union(opened[name] for name in group.languages), times))
        for group in staffing.pooled.groups
    ]
    return replace(
        terms,
        unusual=UnusualHours(
            night=math.fsum(weight * each.night for weight, each in shares),
            saturday=math.fsum(weight * each.saturday for weight, each in shares),
            sunday=math.fsum(weight * each.sunday for weight, each in shares),
            holiday=times.holiday,
        ),
    )


def _of_windows(windows: Windows, times: CostlyTimes) -> UnusualHours:
    """The shares of some open times."""
    total = hours_open(windows)
    days = range(len(WEEKDAYS))
    night = math.fsum(
        _within(windows, day, 0, times.night_until_h)
        + _within(windows, day, times.night_from_h, _HOURS_A_DAY)
        for day in days
    )
    return UnusualHours(
        night=night / total,
        saturday=_within(windows, _SATURDAY, 0, _HOURS_A_DAY) / total,
        sunday=_within(windows, _SUNDAY, 0, _HOURS_A_DAY) / total,
    )


def _within(windows: Windows, day: int, start_h: float, end_h: float) -> float:
    """Open hours between two hours of a day of the week."""
    first, last = ((day * _HOURS_A_DAY + hour) * MINUTES_PER_HOUR for hour in (start_h, end_h))
    return (
        math.fsum(max(0.0, min(end, last) - max(start, first)) for start, end in windows) / MINUTES_PER_HOUR
    )
