"""Agents who take calls and chats alike: in a small team fewer people keep both promises than two teams would."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from domain.costing.erlang_load import Counts, Floats
from domain.costing.erlang_smallest import ROOM
from domain.costing.slots import agents_for, exact, slots_of

# Larger teams gain nothing to speak of: calls and chats are staffed on their own there.
LARGEST_SHARED: Final = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """Shares of calls and chats that find somebody free, and the occupancy that is not exceeded."""

    calls_at_once: float
    chats_at_once: float
    max_occupancy: float


@dataclass(frozen=True, slots=True)
class Waits:
    """The share of calls, and of chats, that find nobody free."""

    calls: float
    chats: float


def shared_agents(
    calls: Floats, chats: Floats, apart: Counts, *, concurrency: float, promise: Promise
) -> Counts:
    """The fewest agents in each hour when everybody takes both, but never more than two teams need.

    Args:
        calls: erlangs of calls.
        chats: erlangs of chats, whole sessions.
        apart: agents of two teams, one per channel.
        concurrency: chats an agent holds at once; during a call an agent takes none.
        promise: what has to hold. That somebody is found within seconds is not counted: a little too many
            agents rather than too few.
    """
    known: dict[tuple[float, float, int], int] = {}
    agents = apart.copy()
    for hour, key in enumerate(zip(calls.tolist(), chats.tolist(), apart.tolist(), strict=True)):
        if key not in known:
            known[key] = _fewest(*key, concurrency, promise)
        agents[hour] = known[key]
    return agents


def _fewest(calls: float, chats: float, apart: int, concurrency: float, promise: Promise) -> int:
    if not (calls and chats) or apart > LARGEST_SHARED:
        return apart
    work = calls + chats / concurrency
    for agents in range(1, apart):
        found = waits(calls, chats, agents, concurrency)
        in_time = (
            1 - found.calls >= promise.calls_at_once - ROOM
            and 1 - found.chats >= promise.chats_at_once - ROOM
        )
        if in_time and work <= agents * promise.max_occupancy * (1 + ROOM):
            return agents
    return apart


def waits(calls: float, chats: float, agents: int, concurrency: float) -> Waits:
    """How many find nobody free when all agents take calls and chats.

    Calls and chats that find nobody free are first counted as lost: then calls p and chats q go on at once with
    a probability in proportion to calls^p / p! x chats^q / q!, as long as p + ceil(q / concurrency) agents
    are there (chats sit together on as few agents as can be). Lost over one minus the occupancy gives those
    who wait; for a single channel that is Erlang C exactly.
    """
    typed = exact(concurrency)
    p, q = np.arange(agents + 1), np.arange(slots_of(agents, typed) + 1)
    busy = p[:, None] + agents_for(q, typed)
    weights = np.where(busy <= agents, np.outer(_terms(calls, len(p)), _terms(chats, len(q))), 0.0)
    weights /= weights.sum()
    one_chat_more = p[:, None] + agents_for(q + 1, typed)
    free = 1 - float((weights * busy).sum()) / agents
    return Waits(
        calls=float(weights[busy == agents].sum()) / free,
        chats=float(weights[one_chat_more > agents].sum()) / free,
    )


def _terms(erlangs: float, count: int) -> Floats:
    """erlangs^n / n! for n from 0."""
    return np.concatenate(([1.0], np.cumprod(erlangs / np.arange(1, count))))
