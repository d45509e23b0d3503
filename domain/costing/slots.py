"""Agents who hold several conversations at once: one rule for how many slots an agent is."""

from fractions import Fraction
from typing import Final, TypeVar

from domain.costing.erlang_load import Counts

# Whole numbers, one or an array of them.
Whole = TypeVar("Whole", int, Counts)
# A concurrency is measured to a few digits; 1.8 means nine fifths, whatever the last bits say.
_FINEST: Final = 1_000_000


def exact(concurrency: float) -> Fraction:
    """The concurrency as it was typed."""
    return Fraction(concurrency).limit_denominator(_FINEST)


def agents_for(slots: Whole, concurrency: Fraction) -> Whole:
    """The fewest agents with so many slots, rounded up.

    Args:
        slots: conversations at once.
        concurrency: conversations an agent holds at once, at least 1.
    """
    return -(-slots * concurrency.denominator // concurrency.numerator)


def slots_of(agents: Whole, concurrency: Fraction) -> Whole:
    """The slots of so many agents, rounded down."""
    return agents * concurrency.numerator // concurrency.denominator
