"""The weeks of a pilot one by one, for the chart: is the vendor learning or slipping?"""

from dataclasses import dataclass

from domain.pilot.bounds import wilson
from domain.pilot.measurement import Measurement


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekValue:
    """One KPI in one week.

    Attributes:
        week: 1 is the first week of the pilot.
        n: cases that could be decided.
        value: share of hits; None without a case.
        lower: the same one-sided 95 % bound the verdict uses; None without a case.
        upper: the other one.
    """

    week: int
    n: int
    value: float | None
    lower: float | None
    upper: float | None


def weekly(measured: Measurement) -> tuple[WeekValue, ...]:
    """Each week's value with its bounds; a week without a case has none, which is not zero."""
    values = []
    for count in measured.weeks:
        if count.n == 0:
            values.append(WeekValue(week=count.week, n=0, value=None, lower=None, upper=None))
            continue
        bounds = wilson(count.k, count.n)
        values.append(
            WeekValue(
                week=count.week,
                n=count.n,
                value=count.k / count.n,
                lower=bounds.lower,
                upper=bounds.upper,
            ),
        )
    return tuple(values)
