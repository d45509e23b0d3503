"""One live queue in one interval: what arrives, what it has to hold, what comes of it."""

import math
from dataclasses import dataclass
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from domain.shared.measures import SECONDS_PER_HOUR
from domain.shared.outcomes import DomainError

Number = TypeVar("Number")


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueLoad:
    """What arrives at one queue in an interval.

    Attributes:
        contacts_per_hour: arrivals, at least 0.
        aht_s: mean handling time in seconds, above 0; for chat the whole session.

    Raises:
        DomainError: ``costing.queue_load_outside``.
    """

    contacts_per_hour: float
    aht_s: float

    def __post_init__(self) -> None:
        sensible = 0 <= self.contacts_per_hour < math.inf and 0 < self.aht_s < math.inf
        if not sensible:
            raise DomainError(
                "costing.queue_load_outside", contacts_per_hour=self.contacts_per_hour, aht_s=self.aht_s
            )

    @property
    def erlangs(self) -> float:
        """Mean number of agents at work if nobody ever waited."""
        return self.contacts_per_hour * self.aht_s / SECONDS_PER_HOUR


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
