"""Prices per ticket: when they pay for the work, and when a shared desk is the better buy."""

from domain.costing.band import Band
from domain.costing.rates import HourlyRate, PriceClaim
from domain.shared.measures import SECONDS_PER_HOUR
from domain.shared.outcomes import Finding, NotAssessed


def break_even_ticket(
    rate_productive: Band, aht_s: float | NotAssessed, occupancy: float
) -> Band | NotAssessed:
    """The price per ticket that pays exactly for the handling time.

    Args:
        rate_productive: price of a productive hour.
        aht_s: agent seconds per contact; not assessed stays not assessed.
        occupancy: share of productive hours spent with customers.
    """
    if isinstance(aht_s, NotAssessed):
        return aht_s
    return rate_productive.scaled(aht_s / SECONDS_PER_HOUR / occupancy)


def break_even_aht_s(ticket_price: float, rate_productive: float, occupancy: float) -> float:
    """The longest handling time in seconds that a price per ticket pays for."""
    return ticket_price * SECONDS_PER_HOUR * occupancy / rate_productive


def check_ticket_price(
    claim: PriceClaim, rate: HourlyRate, *, aht_s: float | NotAssessed, occupancy: float
) -> Finding | None:
    """Whether the low end of a price per ticket can pay for the work at a region's low rate.

    The rate is taken as it stands, as if per productive hour: the reading kindest to the offer, so that
    the warning holds on either. Below it, agents are shared, answers come from a bot or short templates,
    coverage is not promised, or "ticket" means less than a contact.

    Returns:
        ``costing.ticket_price_uneconomic``, or None when the price is plausible or nothing can be said.
    """
    needed = break_even_ticket(rate.band, aht_s, occupancy)
    if isinstance(needed, NotAssessed) or float(claim.low) >= needed.low:
        return None
    return Finding(
        code="costing.ticket_price_uneconomic",
        severity="warning",
        place=f"regions.{rate.id}",
        values={
            "region": rate.name,
            "price_low": claim.low,
            "price_high": claim.high,
            "needed": needed.low,
            "currency": claim.currency,
            "pays_for_s": break_even_aht_s(float(claim.low), rate.band.low, occupancy),
        },
        source=claim.origin.source,
    )


def check_shared_desk(productive_hours: float, floor_hours: float, most_share: float) -> Finding | None:
    """Whether so little comes in that dedicated agents would mostly wait.

    Args:
        productive_hours: workload divided by occupancy, hours a month.
        floor_hours: coverage floors of all groups, hours a month.
        most_share: below this share of the floor a shared desk is advised.

    Returns:
        ``costing.shared_desk_advised``, or None.
    """
    if not floor_hours or productive_hours >= most_share * floor_hours:
        return None
    return Finding(
        code="costing.shared_desk_advised",
        severity="warning",
        place="staffing",
        values={
            "productive_hours": productive_hours,
            "floor_hours": floor_hours,
            "used_percent": productive_hours / floor_hours * 100,
            "most_percent": most_share * 100,
        },
    )
