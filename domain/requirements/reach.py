"""How many customers somebody can answer in time at all, however quick and many the agents are.

A customer who writes while nobody is there waits for the next hour of service. On a clock that never stops, the share
of those for whom that comes in time is a limit no vendor can pass.
"""

import math
from collections.abc import Mapping

from domain.requirements.hours import minutes_of_week
from domain.requirements.profiles import HourWeights
from domain.requirements.record import Record
from domain.shared.measures import MINUTES_PER_HOUR, WEEKDAYS

_SECONDS_PER_MINUTE = 60
_MINUTES_A_DAY = 24 * MINUTES_PER_HOUR
_MINUTES_A_WEEK = len(WEEKDAYS) * _MINUTES_A_DAY


def share_reachable(weights: HourWeights, schedule: Mapping[str, list[list[str]]], allowed_s: float) -> float:
    """Share (0-1) of contacts that find an hour of service within the time allowed, by a clock that never stops.

    Args:
        weights: contacts of each hour of the week, summing to 1, spread evenly within the hour.
        schedule: windows of service per weekday, by the same clock.
        allowed_s: seconds from the contact to its answer; counted in whole minutes.
    """
    in_time = bytearray(_MINUTES_A_WEEK)
    ahead = min(int(allowed_s // _SECONDS_PER_MINUTE), _MINUTES_A_WEEK)
    for start, end in minutes_of_week(schedule):
        for minute in range(start - ahead, end):
            in_time[minute % _MINUTES_A_WEEK] = True
    return math.fsum(
        weight * sum(in_time[first : first + MINUTES_PER_HOUR]) / MINUTES_PER_HOUR
        for day, hours in enumerate(weights)
        for hour, weight in enumerate(hours)
        for first in [day * _MINUTES_A_DAY + hour * MINUTES_PER_HOUR]
    )


def reachable_of(record: Record, channel: str, allowed_s: float) -> float | None:
    """The same for what comes in on a channel in an ordinary week (all channels for ""); None while it is unknown.

    Each language counts with the hours in which it is served.
    """
    demand = record.demand() or {}
    parts = [
        (count, record.hour_weights(name), schedule)
        for name, row in demand.items()
        if channel in {"", name}
        for language, count in row.items()
        if count and (schedule := record.schedule_of_language(language))
    ]
    total = math.fsum(count for count, _, _ in parts)
    if not total:
        return None
    return (
        math.fsum(count * share_reachable(weights, schedule, allowed_s) for count, weights, schedule in parts)
        / total
    )
