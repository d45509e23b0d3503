"""What a plan by the hour needs to know beyond the monthly figures."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

from domain.costing.live_queue import ServiceTarget
from domain.costing.shifts import ShiftRules
from domain.costing.week import HOURS_A_WEEK, Hours, Windows
from domain.shared.outcomes import DomainError


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekInputs:
    """When contacts come, when somebody is there, and how soon customers are answered.

    Attributes:
        open_windows: when each language is served; all languages in one time zone.
        arrivals: weight of each hour of the week per channel, in that zone and in any scale; a channel without
            an entry comes in evenly over the time in which its languages are served.
        targets: what each live channel has to hold.
        answer_within_h: hours of the clock within which each written channel is answered.
        shifts: how people are put on duty.
        patience_s: how long callers wait on average before they hang up; None when they never do (Erlang C).

    Raises:
        DomainError: ``costing.no_open_hours``, ``costing.arrivals_outside``, ``costing.answer_within_outside``,
            ``costing.patience_outside``.
    """

    open_windows: Mapping[str, Windows]
    targets: Mapping[str, ServiceTarget]
    answer_within_h: Mapping[str, float]
    shifts: ShiftRules
    arrivals: Mapping[str, Hours] = field(default_factory=dict)
    patience_s: float | None = None

    def __post_init__(self) -> None:
        for language, windows in self.open_windows.items():
            if not windows:
                raise DomainError("costing.no_open_hours", language=language)
        for channel, weights in self.arrivals.items():
            if len(weights) != HOURS_A_WEEK or not all(0 <= weight < math.inf for weight in weights):
                raise DomainError("costing.arrivals_outside", channel=channel, count=HOURS_A_WEEK)
        for channel, hours in self.answer_within_h.items():
            if not 0 < hours < math.inf:
                raise DomainError("costing.answer_within_outside", channel=channel, given=hours)
        if self.patience_s is not None and not 0 < self.patience_s < math.inf:
            raise DomainError("costing.patience_outside", given=self.patience_s)
