"""Service round the clock: what our surcharges come to, beside what vendors are reported to charge for it."""

import math

from domain.costing.inputs import EstimateInputs
from domain.costing.parameters import Parameter
from domain.costing.pricing import Pricing
from domain.costing.staffing import Staffing
from domain.costing.week import ALWAYS, union
from domain.shared.outcomes import Finding


def check_round_the_clock(
    inputs: EstimateInputs, staffing: Staffing, pricing: Pricing, reported: Parameter
) -> Finding | None:
    """Whether agents work round the clock: some vendors charge one surcharge for it, and nobody should pay both.

    Args:
        inputs: with the open times of each language.
        staffing: made from them.
        pricing: with the hours at times that cost more counted.
        reported: the one surcharge for service round the clock.

    Returns:
        ``costing.round_the_clock``; None for shorter hours, and for domestic service, whose prices include nights.
    """
    if inputs.week is None or pricing.domestic is not None:
        return None
    opened = inputs.week.open_windows
    groups = (union(opened[name] for name in group.languages) for group in staffing.pooled.groups)
    if ALWAYS not in groups:
        return None
    terms = pricing.terms
    ours = math.fsum(share * terms.surcharges[name] for name, share in terms.unusual.items())
    return Finding(
        code="costing.round_the_clock",
        severity="warning",
        place="coverage",
        values={
            "given_percent": ours * 100,
            "low_percent": float(reported.low) * 100,
            "high_percent": float(reported.high) * 100,
        },
        source=reported.origin.source,
    )
