"""How many cases it takes before a pilot can prove a target."""

import math

from domain.pilot.bounds import Z_ONE_SIDED

# Four in five: the chance that a vendor who is truly better is seen to be.
_Z_POWER = 0.841621


def cases_to_prove(target: float, true_share: float) -> int:
    """The cases at which a vendor with this true share keeps the target with a chance of 80 %.

    One-sided test at 5 %, normal approximation: ((z_a sqrt(p0 q0) + z_b sqrt(p1 q1)) / (p1 - p0)) squared, rounded up.

    Args:
        target: what was promised, a share above 0 and below 1.
        true_share: what the vendor really does, any other share.
    """
    at_target = Z_ONE_SIDED * math.sqrt(target * (1 - target))
    in_truth = _Z_POWER * math.sqrt(true_share * (1 - true_share))
    return math.ceil(((at_target + in_truth) / (true_share - target)) ** 2)


def hoped_share(target: float, margin: float) -> float:
    """A vendor somewhat better than the target: by the margin, at most half the way to all."""
    return target + min(margin, (1 - target) / 2)
