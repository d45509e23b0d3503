"""Erlang B, C and A by the sums of the textbook, in decimals of any length: slow, and nothing to go wrong."""

from dataclasses import dataclass
from decimal import Decimal, localcontext


@dataclass(frozen=True, kw_only=True)
class Case:
    """One queue; patience None for Erlang C. The floats are taken as the exact numbers they are."""

    contacts: float
    interval_s: float
    aht_s: float
    agents: int
    within_s: float
    patience_s: float | None = None


def reference(case: Case, digits: int = 60) -> dict[str, Decimal]:
    """Every figure of a QueueResult; differences of close numbers need more digits."""
    with localcontext() as context:
        context.prec = digits
        aht, within = Decimal(case.aht_s), Decimal(case.within_s)
        erlangs = Decimal(case.contacts) * aht / Decimal(case.interval_s)
        if case.patience_s is None:
            return _waiting(erlangs, aht, case.agents, within)
        return _leaving(erlangs, aht, case.agents, within, Decimal(case.patience_s), digits)


def blocked(erlangs: Decimal, agents: int) -> Decimal:
    share = Decimal(1)
    for n in range(1, agents + 1):
        share = erlangs * share / (n + erlangs * share)
    return share


def _waiting(erlangs: Decimal, aht: Decimal, agents: int, within: Decimal) -> dict[str, Decimal]:
    b = blocked(erlangs, agents)
    p_wait = agents * b / (agents - erlangs * (1 - b))
    return {
        "service_level": 1 - p_wait * (-(agents - erlangs) * within / aht).exp(),
        "asa_s": p_wait * aht / (agents - erlangs),
        "p_wait": p_wait,
        "p_abandon": Decimal(0),
        "occupancy": erlangs / agents,
    }


def _leaving(
    erlangs: Decimal, aht: Decimal, agents: int, within: Decimal, patience: Decimal, digits: int
) -> dict[str, Decimal]:
    """Weights of the states against "all busy, nobody waits": 1/B up to it, arriving^j/Π(finishing + i) beyond."""
    arriving, finishing = erlangs * patience / aht, agents * patience / aht
    waiting, in_line = _queue(arriving, finishing, digits)
    up_to_busy = 1 / blocked(erlangs, agents)
    total = up_to_busy + waiting
    # Who is served after the threshold: the same queue, thinned by those who left before it.
    kept = (-within / patience).exp()
    late = (arriving * (1 - kept) - finishing * within / patience).exp()
    late *= _queue(arriving * kept, finishing, digits)[0]
    p_abandon = in_line / arriving / total
    return {
        "service_level": (up_to_busy - 1 + finishing / arriving * (waiting - late)) / total,
        "asa_s": p_abandon * patience,
        "p_wait": (1 + waiting) / total,
        "p_abandon": p_abandon,
        "occupancy": erlangs * (1 - p_abandon) / agents,
    }


def _queue(arriving: Decimal, finishing: Decimal, digits: int) -> tuple[Decimal, Decimal]:
    """Weight of the states with somebody waiting, and that weight times how many wait."""
    least = Decimal(10) ** (5 - digits)
    weight, states, people, j = Decimal(1), Decimal(0), Decimal(0), 0
    while True:
        j += 1
        ratio = arriving / (finishing + j)
        weight *= ratio
        states += weight
        people += j * weight
        if (
            ratio < 1
            and j * weight <= least * people * (1 - ratio) ** 2
            and weight <= least * states * (1 - ratio)
        ):
            return states, people
