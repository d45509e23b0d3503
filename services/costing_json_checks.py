"""What `cost.json` holds prices against: break-even prices per ticket, crossovers of the ways, wage floors."""

from typing import Any

from domain.costing.estimate import Estimate
from domain.costing.floors import FloorPrice
from services.explained import known, made


def break_even_json(cost: Estimate) -> dict[str, Any]:
    """From which price per ticket a region is dearer, what published prices mean, where the cheapest way changes."""
    return {
        "ticket": {
            place: {
                reading.basis.replace("_hour", "_basis"): made(reading.break_even_ticket, "break_even_ticket")
                for reading in (price.productive_basis, price.paid_basis)
            }
            for place, price in cost.regions.items()
        },
        "ticket_offers": _ticket_offers(cost),
        "crossovers": [
            {"contacts": made(each.contacts, "crossover"), "below": each.below, "above": each.above}
            for each in cost.crossovers
        ],
    }


def _ticket_offers(cost: Estimate) -> list[dict[str, Any]]:
    """The published price per ticket read against every region, at the low, base and high rate."""
    return [
        {
            "region": reading.place,
            "end": end,
            "price": known(reading.price, "claims.rate_ticket"),
            "rate_productive": made(reading.rate_productive, "rate_productive"),
            "pays_for_s": made(reading.pays_for_s, "pays_for_s"),
            "needed": made(reading.needed, "break_even_ticket"),
            "with_coverage": made(reading.with_coverage, "with_coverage"),
            "bot_share": made(reading.bot_share, "bot_share"),
            "tickets_a_contact": made(reading.tickets_a_contact, "tickets_a_contact"),
            "reasons": list(reading.reasons),
        }
        for end, reading in cost.ticket_readings
    ]


def floor_json(floor: FloorPrice) -> dict[str, Any]:
    """The lowest honest price of an hour on every basis."""
    return {
        "cost_paid_hour": made(floor.cost_paid_hour, "cost_paid_hour"),
        "paid_hour": made(floor.paid_hour, "floor_price"),
        "logged_in_hour": made(floor.logged_in_hour, "floor_price"),
        "productive_hour": made(floor.productive_hour, "floor_price"),
    }
