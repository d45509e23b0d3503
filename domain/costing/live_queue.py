"""One live queue in one interval: what it has to hold, what comes of it."""

import math
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from domain.shared.outcomes import DomainError

Number = TypeVar("Number")


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueResult(Generic[Number]):
    """What customers and agents experience: in one queue (float) or in many (an array, one element each).

    Attributes:
        service_level: share of all offered contacts answered within the threshold.
        asa_s: mean time in the queue over all offered contacts, in seconds; infinite when it only grows.
        p_wait: share that finds all agents busy.
        p_abandon: share that hangs up; 0 under Erlang C.
        occupancy: share of the agents' time spent with customers.
    """

    service_level: Number
    asa_s: Number
    p_wait: Number
    p_abandon: Number
    occupancy: Number


NOBODY_CALLS: Final = QueueResult(service_level=1.0, asa_s=0.0, p_wait=0.0, p_abandon=0.0, occupancy=0.0)


def one_of(results: QueueResult[NDArray[np.float64]], place: int) -> QueueResult[float]:
    """One queue of many."""
    return QueueResult(
        service_level=float(results.service_level[place]),
        asa_s=float(results.asa_s[place]),
        p_wait=float(results.p_wait[place]),
        p_abandon=float(results.p_abandon[place]),
        occupancy=float(results.occupancy[place]),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceTarget:
    """What a queue has to hold.

    Attributes:
        share: of all offered contacts, 0 to below 1.
        within_s: answered within so many seconds, at least 0.
        max_occupancy: agents are never busier than this; 1 for no limit.

    Raises:
        DomainError: ``costing.service_target_outside``.
    """

    share: float
    within_s: float
    max_occupancy: float = 1.0

    def __post_init__(self) -> None:
        sensible = 0 <= self.share < 1 and 0 <= self.within_s < math.inf and 0 < self.max_occupancy <= 1
        if not sensible:
            raise DomainError(
                "costing.service_target_outside",
                share_percent=self.share * 100,
                within_s=self.within_s,
                max_occupancy_percent=self.max_occupancy * 100,
            )
