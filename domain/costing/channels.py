"""Which mathematics each channel is calculated with, and the agents that live channels need hour by hour."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np

from domain.costing.erlang import impatient
from domain.costing.erlang_load import Counts, Floats, Loads, Targets
from domain.costing.erlang_smallest import smallest_impatient, smallest_patient
from domain.costing.live_queue import ServiceTarget
from domain.costing.slots import agents_for, exact
from domain.shared.measures import SECONDS_PER_HOUR

# erlang_a: callers hang up after a while. erlang_c: everybody waits. slots: Erlang C over conversations, an
# agent holding several. backlog: answered later, within hours. Each has its sentence: costing.method.<id>.
Method = Literal["erlang_a", "erlang_c", "slots", "backlog"]
METHODS: Final[tuple[Method, ...]] = ("erlang_a", "erlang_c", "slots", "backlog")
# Somebody is on the line; everything else is written and can wait for hours.
_CALLS: Final = frozenset({"phone"})
# Only in chat does one agent talk to several customers at once.
CONCURRENT_CHANNELS: Final = frozenset({"chat"})
LIVE_CHANNELS: Final = _CALLS | CONCURRENT_CHANNELS


def method_of(channel: str, patience_s: float | None = None) -> Method:
    """How a channel is staffed.

    Args:
        channel: id of the channel.
        patience_s: how long callers wait on average before they hang up; None when they never do.
    """
    if channel in CONCURRENT_CHANNELS:
        return "slots"
    if channel in _CALLS:
        return "erlang_c" if patience_s is None else "erlang_a"
    return "backlog"


def methods_of(channels: Mapping[str, float], patience_s: float | None) -> Mapping[str, Method]:
    """How each channel is staffed."""
    return {channel: method_of(channel, patience_s) for channel in channels}


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveSeats:
    """What one live channel takes in each hour of the week.

    Attributes:
        agents: fewest agents that hold the target while the channel is open.
        erlangs: mean number of conversations at once.
        work: agents' time spent with customers while it is open, in hours an hour.
        abandoned: contacts a week that hang up.
    """

    agents: Counts
    erlangs: Floats
    work: Floats
    abandoned: float


def live_seats(
    contacts: Floats,
    shares: Floats,
    *,
    aht_s: float,
    target: ServiceTarget,
    patience_s: float | None = None,
    concurrency: float = 1.0,
) -> LiveSeats:
    """The agents a live channel needs in each hour of the week; all hours are calculated at once.

    Args:
        contacts: arriving in each hour; none where it is closed.
        shares: how much of each hour is open.
        aht_s: mean handling time in seconds; for chat the whole session.
        target: service level and occupancy limit.
        patience_s: None for Erlang C.
        concurrency: conversations an agent holds at once; each is a slot that is busy for the whole session.
    """
    rates = np.divide(contacts, shares, out=np.zeros_like(contacts), where=shares > 0)
    distinct, place = np.unique(rates, return_inverse=True)
    loads = Loads.of(
        contacts=distinct, interval_s=float(SECONDS_PER_HOUR), aht_s=np.full_like(distinct, aht_s)
    )
    targets = Targets(
        share=np.full_like(distinct, target.share),
        within_s=np.full_like(distinct, target.within_s),
        max_occupancy=np.full_like(distinct, target.max_occupancy),
    )
    lost = np.zeros_like(distinct)
    if patience_s is None:
        servers = smallest_patient(loads, targets)
    else:
        patience = np.full_like(distinct, patience_s)
        servers = smallest_impatient(loads, targets, patience)
        busy = np.flatnonzero(servers)
        lost[busy] = impatient(
            loads.rows(busy), servers[busy], targets.within_s[busy], patience[busy]
        ).p_abandon
    agents = agents_for(servers, exact(concurrency))
    return LiveSeats(
        agents=agents[place],
        erlangs=loads.erlangs[place],
        work=(loads.erlangs * (1 - lost) / concurrency)[place],
        abandoned=float((contacts * lost[place]).sum()),
    )
