"""Written contacts wait: who has time answers them, and whoever is missing is added before they are due."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from domain.costing.erlang_load import Counts, Floats
from domain.costing.week import HOURS_A_WEEK

# The queue fills up in the first weeks; from then on every week is like the one before.
_WEEKS = 4
# Hours of work below this are the rounding of sums.
_NOTHING = 1e-12


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrivals:
    """What one written channel brings in a week.

    Attributes:
        work: hours of work arriving in each hour of the week, closed hours included.
        within_h: hours of the clock until the answer is due, above 0.
    """

    work: Floats
    within_h: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """How a week's written contacts get their answers.

    Attributes:
        done: hours of work answered by people who are there anyway, in each hour.
        added: hours of work for which somebody has to be added, in each hour.
        late_share: share of the work that comes in too long before the next opening to be in time.
    """

    done: Floats
    added: Floats
    late_share: float


@dataclass(slots=True)
class _Queue:
    """Work by the hour in which it is due, with the hour in which its first piece came in."""

    waiting: dict[int, float] = field(default_factory=dict)
    since: dict[int, int] = field(default_factory=dict)

    def take_in(self, work: float, now: int, due: int) -> None:
        self.waiting[due] = self.waiting.get(due, 0.0) + work
        self.since.setdefault(due, now)

    def work_off(self, free: float) -> float:
        """Answer what is due first; gives the hours used."""
        left = free
        for due in sorted(self.waiting):
            if left <= _NOTHING:
                break
            taken = min(left, self.waiting[due])
            self.waiting[due] -= taken
            left -= taken
        return free - left

    def fall_due(self, now: int) -> tuple[float, int]:
        """The work that nobody had time for until its last hour, and when its first piece came in."""
        return self.waiting.pop(now, 0.0), self.since.pop(now, now)


def answer(arrivals: Sequence[Arrivals], free: Floats, shares: Floats) -> Answered:
    """Answer what is due first with the time that is free, and add people for what would fall due.

    Whoever is free never waits while something is unanswered, so the time added is the least there can be.
    It is spread evenly over the open hours between arrival and due time.

    Args:
        arrivals: the written channels.
        free: hours that people on duty have left in each hour; none while closed.
        shares: how much of each hour is open.
    """
    spans = [_spans(shares, channel.within_h) for channel in arrivals]
    done, added, queue = np.zeros(HOURS_A_WEEK), np.zeros(HOURS_A_WEEK), _Queue()
    for now in range(_WEEKS * HOURS_A_WEEK):
        hour = now % HOURS_A_WEEK
        for channel, span in zip(arrivals, spans, strict=True):
            queue.take_in(float(channel.work[hour]), now, now + int(span.due_after[hour]))
        used = queue.work_off(float(free[hour]))
        missing, start = queue.fall_due(now)
        if now >= (_WEEKS - 1) * HOURS_A_WEEK:
            done[hour] = used
            _spread(added, missing, range(start, now + 1), shares)
    return Answered(done=done, added=added, late_share=_late_share(arrivals, spans))


@dataclass(frozen=True, slots=True)
class _Spans:
    """Hours from each hour of arrival to the last one in which the answer is in time.

    Attributes:
        due_after: 0 when it has to be answered in the hour in which it arrives.
        late: whether nobody is there in time, however many are employed.
    """

    due_after: Counts
    late: NDArray[np.bool_]


def _spans(shares: Floats, within_h: float) -> _Spans:
    """Due times carried over closing times: what nobody can answer in time is counted from the opening."""
    whole = max(1, int(within_h))
    is_open = np.tile(shares > 0, 3 + whole // HOURS_A_WEEK)
    due_after, late = np.zeros(HOURS_A_WEEK, dtype=np.int64), np.zeros(HOURS_A_WEEK, dtype=np.bool_)
    for hour in range(HOURS_A_WEEK):
        until_opening = int(is_open[hour:].argmax())
        late[hour] = until_opening >= whole
        start = until_opening if late[hour] else 0
        due_after[hour] = start + np.flatnonzero(is_open[hour + start : hour + start + whole])[-1]
    return _Spans(due_after, late)


def _spread(added: Floats, work: float, hours: range, shares: Floats) -> None:
    """Add the work to the open hours from its arrival to its due time."""
    if work > _NOTHING:
        places = np.asarray(hours) % HOURS_A_WEEK
        weights = shares[places]
        np.add.at(added, places, work * weights / weights.sum())


def _late_share(arrivals: Sequence[Arrivals], spans: Sequence[_Spans]) -> float:
    total = sum(float(channel.work.sum()) for channel in arrivals)
    late = sum(float(channel.work[span.late].sum()) for channel, span in zip(arrivals, spans, strict=True))
    return late / total if total else 0.0
