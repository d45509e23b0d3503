"""What customers and agents experience in many live queues at once: Erlang B, C and A.

Relative errors stay below 1e-9 from 0.01 to 10,000 erlangs and 1 to 12,000 agents; why the formulas are
written as they are stands in docs/decisions/erlang.md.
"""

from typing import Final

import numpy as np

from domain.costing.erlang_load import Counts, Floats, Loads
from domain.costing.live_queue import QueueResult

_NODES, _WEIGHTS = (np.polynomial.legendre.leggauss(48) + np.array([[1.0], [0.0]])) / 2  # from 0 to 1
_LOOK_EVERY: Final = 256
_DEPTH: Final = 50.0  # a bell is followed down to e^-50 of its height
_NEAR: Final = 0.5
# e^-w - 1 + w = w² · (1/2! - w/3! + w²/4! …); up to 0.5 these terms reach the last bit.
_BEND_TERMS: Final = tuple((-1.0) ** k / float(np.prod(np.arange(1.0, k + 1))) for k in range(17, 1, -1))


def erlang_b(erlangs: Floats, agents: Counts) -> Floats:
    """Share of contacts blocked when nobody may wait; the recursion adds only positive numbers.

    Args:
        erlangs: one load per queue.
        agents: one number per queue, at least 0.
    """
    order = np.argsort(-agents, kind="stable")
    sorted_erlangs, sorted_agents = erlangs[order], agents[order]
    blocked = np.ones(len(order))
    still, n = int((agents > 0).sum()), 0
    # Far beyond the load the share falls below the smallest number there is; then nothing changes any more.
    while still and (n % _LOOK_EVERY or blocked[:still].any()):
        n += 1
        now = blocked[:still]
        now *= sorted_erlangs[:still]
        now /= now + n
        while still and sorted_agents[still - 1] <= n:
            still -= 1
    result = np.empty_like(blocked)
    result[order] = blocked
    return result


def patient(loads: Loads, agents: Counts, within_s: Floats) -> QueueResult[Floats]:
    """Queues in which everybody waits until served (Erlang C).

    Args:
        loads: arrivals, none of them 0.
        agents: at least 1 in each queue.
        within_s: threshold of the service level, in seconds.
    """
    spare = loads.spare(agents)
    keeps_up = spare > 0
    spare = np.where(keeps_up, spare, 1.0)
    blocked = erlang_b(loads.erlangs, agents)
    weight = spare + loads.erlangs * blocked
    p_wait = agents * blocked / weight
    # Never as 1 - p_wait: close to saturation that would leave only rounding.
    at_once = spare * (1 - blocked) / weight
    soon = -np.expm1(-spare * within_s / loads.aht_s)
    return QueueResult(
        service_level=np.where(keeps_up, at_once + p_wait * soon, 0.0),
        asa_s=np.where(keeps_up, p_wait * loads.aht_s / spare, np.inf),
        p_wait=np.where(keeps_up, p_wait, 1.0),
        p_abandon=np.zeros(len(loads)),
        occupancy=np.where(keeps_up, loads.erlangs / agents, 1.0),
    )


def impatient(loads: Loads, agents: Counts, within_s: Floats, patience_s: Floats) -> QueueResult[Floats]:
    """Queues in which customers hang up after an exponential patience (Erlang A).

    The wait v that a contact would face, counted in patiences, has a density proportional to
    exp(arriving·(1 - e^-v) - finishing·v), and the share e^-v of those contacts stays until served. Every
    result is the area under that bell, weighed against the states in which somebody is free; nothing is
    ever the difference of two large numbers. Areas are counted in units of the bell's height.

    Args:
        loads: arrivals, none of them 0.
        agents: at least 1 in each queue.
        within_s: threshold of the service level, in seconds.
        patience_s: mean patience in seconds, above 0.
    """
    ratio = patience_s / loads.aht_s
    arriving, finishing = loads.erlangs * ratio, agents * ratio
    bell = _Bell(arriving=arriving, leaving=finishing + 1, surplus=loads.spare(agents) * ratio + 1)
    served, hung_up = bell.whole()
    # The states with a free agent, in the same units, times `busy`, which therefore weighs the bell.
    free = bell.foot()
    busy = loads.erlangs / agents * erlang_b(loads.erlangs, agents - 1)
    total = free + busy * (free + arriving * served)
    answered = (free + busy * finishing * served) / total
    p_abandon = busy * (served + arriving * hung_up) / total
    in_time = (free + busy * finishing * bell.until(within_s / patience_s)) / total
    return QueueResult(
        service_level=np.minimum(in_time, 1.0),  # the last bit may lie above 1
        asa_s=p_abandon * patience_s,
        p_wait=busy * (free + arriving * served) / total,
        p_abandon=p_abandon,
        occupancy=np.minimum(loads.erlangs * answered / agents, 1.0),
    )


class _Bell:
    """The bell exp(arriving·(1 - e^-v) - leaving·v) over v ≥ 0, in units of its height.

    From any point b it runs as exp(-(slope·w + curve·(e^-w - 1 + w))) with w = v - b, curve = arriving·e^-b
    and slope = leaving - curve.

    Args:
        arriving: contacts arriving within one patience.
        leaving: contacts all agents finish within one patience, and one more.
        surplus: leaving - arriving, known more exactly than their difference.
    """

    def __init__(self, *, arriving: Floats, leaving: Floats, surplus: Floats) -> None:
        self._leaving = leaving
        self._peak = np.log1p(np.maximum(-surplus, 0.0) / leaving)
        self._slope, self._curve = np.maximum(surplus, 0.0), np.minimum(arriving, leaving)

    def foot(self) -> Floats:
        """The height at v = 0."""
        return self._height(self._peak)

    def whole(self) -> tuple[Floats, Floats]:
        """The area, and the area weighed with 1 - e^-v."""
        at, mass = _slices(self._slope, self._curve, self._peak, np.inf)
        return mass.sum(axis=1), -(mass * np.expm1(-(self._peak[:, None] + at))).sum(axis=1)

    def until(self, limit: Floats) -> Floats:
        """The area from 0 to a limit, measured from its own highest point so that a thin edge keeps its digits."""
        highest = np.minimum(self._peak, limit)
        back = self._peak - highest
        rise = self._leaving * np.expm1(back)
        _, mass = _slices(self._slope - rise, self._curve + rise, highest, limit - highest)
        area: Floats = self._height(back) * mass.sum(axis=1)
        return area

    def _height(self, back: Floats) -> Floats:
        """The height so far to the left of the peak."""
        height: Floats = np.exp(-self._leaving * _bend(-back))
        return height


def _slices(slope: Floats, curve: Floats, left: Floats, right: Floats | float) -> tuple[Floats, Floats]:
    """Gauss-Legendre slices of exp(-(slope·w + curve·(e^-w - 1 + w))): positions and areas, a row per queue.

    Both sides of 0 have slices of their own: the bell falls much faster to the left.

    Args:
        slope: descent at w = 0; below 0 only where nothing lies to the right.
        curve: how sharply the bell bends.
        left: how far it reaches below 0 at most.
        right: how far it reaches above 0 at most.
    """
    # To the left e^-w - 1 + w ≥ w²/2, to the right ≥ w²/(2 + w): the cuts lie where e^-50 is left of the height.
    steep, gentle = np.maximum(-slope, 0.0), np.maximum(slope, 0.0)
    reach = 2 * _DEPTH / (steep + np.sqrt(steep**2 + 2 * _DEPTH * curve))
    left = np.minimum(left, np.minimum(reach, np.log1p(_DEPTH / curve + reach)))
    linear = 2 * gentle - _DEPTH
    right = np.minimum(right, 4 * _DEPTH / (linear + np.sqrt(linear**2 + 8 * _DEPTH * (curve + gentle))))
    at = np.hstack((-left[:, None] * _NODES, right[:, None] * _NODES))
    width = np.hstack((left[:, None] * _WEIGHTS, right[:, None] * _WEIGHTS))
    heights: Floats = np.exp(-(slope[:, None] * at + curve[:, None] * _bend(at)))
    return at, width * heights


def _bend(w: Floats) -> Floats:
    """e^-w - 1 + w to the last bits, also where w is tiny."""
    near = w * w * np.polyval(_BEND_TERMS, np.clip(w, -_NEAR, _NEAR))
    bend: Floats = np.where(np.abs(w) < _NEAR, near, np.expm1(-w) + w)
    return bend
