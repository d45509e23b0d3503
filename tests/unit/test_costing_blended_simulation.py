"""A small team that takes calls and chats, simulated event by event: the calculation does not promise more than happens.

In the simulation a chat stays with its agent, everybody waits, and whoever waited longest goes first.
"""

import heapq
import random
from dataclasses import dataclass, field

import pytest

from domain.costing.blended import waits

AHT_S = {"call": 390.0, "chat": 720.0}
WITHIN_S = {"call": 20.0, "chat": 30.0}
CONTACTS = 30_000
# Three standard deviations of a share of some ten thousand contacts, waits lasting into the next ones.
NOISE = 0.015


@dataclass
class Team:
    """Agents with a call or up to two chats, and who waits for them."""

    agents: int
    random: random.Random
    calls: dict[int, int] = field(default_factory=dict)
    chats: dict[int, int] = field(default_factory=dict)
    events: list[tuple[float, str, int]] = field(default_factory=list)

    def take(self, kind: str, now: float) -> bool:
        """Somebody answers now, if anybody can; a chat goes to the busiest agent who still takes one."""
        # Who has a chat takes no call; who has a call takes nothing; nobody has more than two chats.
        most = 0 if kind == "call" else 1
        able = [
            agent
            for agent in range(self.agents)
            if not self.calls.get(agent) and self.chats.get(agent, 0) <= most
        ]
        if not able:
            return False
        agent = max(able, key=lambda each: self.chats.get(each, 0))
        busy = self.calls if kind == "call" else self.chats
        busy[agent] = busy.get(agent, 0) + 1
        heapq.heappush(self.events, (now + self.random.expovariate(1 / AHT_S[kind]), f"end {kind}", agent))
        return True


def simulated(erlangs: dict[str, float], agents: int) -> dict[str, float]:
    """The shares answered in time."""
    team = Team(agents=agents, random=random.Random(7))  # a simulation, not a secret
    rates = {kind: load / AHT_S[kind] for kind, load in erlangs.items()}
    waiting: dict[str, list[float]] = {"call": [], "chat": []}
    offered, in_time = dict.fromkeys(rates, 0), dict.fromkeys(rates, 0)
    for kind, rate in rates.items():
        heapq.heappush(team.events, (team.random.expovariate(rate), kind, 0))
    while sum(offered.values()) < CONTACTS:
        now, what, agent = heapq.heappop(team.events)
        if what in rates:
            heapq.heappush(team.events, (now + team.random.expovariate(rates[what]), what, 0))
            offered[what] += 1
            waiting[what].append(now)
        else:
            busy = team.calls if what == "end call" else team.chats
            busy[agent] -= 1
        for kind, queue in waiting.items():
            while queue and team.take(kind, now):
                in_time[kind] += now - queue.pop(0) <= WITHIN_S[kind]
    return {kind: in_time[kind] / offered[kind] for kind in rates}


@pytest.mark.parametrize(
    ("calls", "chats", "agents"), [(0.125, 0.577, 2), (0.3, 1.2, 3), (1.0, 3.0, 5), (2.0, 6.0, 8)]
)
def test_customers_are_answered_as_soon_as_calculated(calls: float, chats: float, agents: int) -> None:
    found = simulated({"call": calls, "chat": chats}, agents)
    promised = waits(calls, chats, agents, 2)
    assert found["call"] >= 1 - promised.calls - NOISE
    assert found["chat"] >= 1 - promised.chats - NOISE
    # And the calculation is no idle caution: it comes close.
    assert found["call"] == pytest.approx(1 - promised.calls, abs=0.04)
    assert found["chat"] == pytest.approx(1 - promised.chats, abs=0.05)
