"""An agent in chat is as many slots as conversations."""

from fractions import Fraction

import numpy as np
import pytest

from domain.costing.slots import agents_for, exact, slots_of


@pytest.mark.parametrize(
    ("slots", "concurrency", "agents"),
    [
        # 18 / 1.8 is 10, though the division of floats may come out a hair above.
        (18, 1.8, 10),
        (19, 1.8, 11),
        # Nine agents hold 18 conversations at two each; the example of E.1-3.
        (17, 2.0, 9),
        (18, 2.0, 9),
        (0, 3.0, 0),
        (7, 1.0, 7),
    ],
)
def test_slots_need_agents_rounded_up(slots: int, concurrency: float, agents: int) -> None:
    assert agents_for(slots, exact(concurrency)) == agents
    assert agents_for(np.array([slots]), exact(concurrency)).tolist() == [agents]


def test_agents_have_slots_rounded_down() -> None:
    """Three agents at 1.7 have 5.1 slots: five whole ones."""
    assert slots_of(3, exact(1.7)) == 5
    assert slots_of(10, exact(1.8)) == 18


def test_a_concurrency_is_taken_as_typed() -> None:
    assert exact(1.8) == Fraction(9, 5)
    assert exact(2.25) == Fraction(9, 4)
