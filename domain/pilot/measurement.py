"""What was counted in a ticket file for one KPI of one vendor, before anybody judges it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from domain.shared.outcomes import NotAssessed

WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The time a measurement looks at; all times in UTC.

    Attributes:
        cut_off: what has not happened by then has not happened.
        week_starts: first moment of each week, in order.
        start: tickets created earlier do not belong to the pilot; None without a plan.
        end: tickets created at or after it do not belong to the pilot; None without a plan.
        coverage: (open, close) of the hours of coverage; None when they are not known.
    """

    cut_off: datetime
    week_starts: tuple[datetime, ...]
    start: datetime | None = None
    end: datetime | None = None
    coverage: tuple[tuple[datetime, datetime], ...] | None = None


def weeks_between(first: datetime, last: datetime) -> int:
    """How many weeks begin between two moments, the first included."""
    return (last - first) // WEEK + 1


def frame_without_plan(first: datetime, last: datetime, *, weeks_most: int) -> Frame:
    """Everything in the file, weeks counted from the first ticket, cut off at the latest time in it.

    Args:
        first: when the earliest ticket was created.
        last: the latest time of any column.
        weeks_most: a longer time is not divided into weeks at all: one mistyped year would make thousands.
    """
    weeks = weeks_between(first, last)
    starts = (first + week * WEEK for week in range(weeks))
    return Frame(cut_off=last, week_starts=tuple(starts) if weeks <= weeks_most else ())


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekCount:
    """Hits and cases of one week, the first is week 1."""

    week: int
    k: int
    n: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Measurement:
    """Counts of one KPI instance for one vendor: nothing is dropped without being counted.

    ``n_total = n + n_missing + n_censored + sum(excluded)``.

    Attributes:
        instance: "frt_within.email".
        n_total: tickets the KPI speaks about.
        n: cases it could decide.
        k: hits among them.
        excluded: tickets left out, by reason (spam, merged, bot_only, outside_window, short_abandon).
        n_missing: cases without a value the KPI needs.
        n_censored: cases that were too young at the cut-off.
        n_unusable_rows: of n_missing, rows of the file that were rejected as a whole.
        weeks: hits and cases per week.
        response_share: for surveys, answers ÷ surveys sent; None where it is not known or does not apply.
        clock: the clock that was used; empty where the KPI knows none.
        clock_wanted: the clock the definition names; differs from `clock` when the hours of coverage are unknown.
        gap: why nothing could be counted at all.
    """

    instance: str
    n_total: int = 0
    n: int = 0
    k: int = 0
    excluded: Mapping[str, int] = field(default_factory=dict)
    n_missing: int = 0
    n_censored: int = 0
    n_unusable_rows: int = 0
    weeks: tuple[WeekCount, ...] = ()
    response_share: float | None = None
    clock: str = ""
    clock_wanted: str = ""
    gap: NotAssessed | None = None

    @property
    def missing_share(self) -> float:
        """Share of the cases that lack a value the KPI needs."""
        cases = self.n + self.n_censored + self.n_missing
        return self.n_missing / cases if cases else 0.0
