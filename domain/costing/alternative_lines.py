"""The lines of which the ways of getting the service are made."""

from collections.abc import Iterator

from domain.costing.band import Band
from domain.costing.lines import CostLine, computed, data
from domain.costing.make_or_buy import MakeOrBuy


def service_line(case: MakeOrBuy, hours: Band, paid: Band) -> CostLine:
    """Dedicated agents, by the hour or in whole seats by the month."""
    units, price = case.agent_units(hours, paid), case.agent_price
    by_hour = (
        computed("rate_hours", units, "rate_hours"),
        computed("rate_productive", price, "rate_productive"),
    )
    by_seat = (computed("units_billed", units, "units_seat_month"), data("price", price, case.agent_source))
    seated = case.agent_unit == "seat_month"
    return CostLine(
        id="service",
        amount=price.times(units),
        formula="price_seat_month" if seated else "hours_at_rate",
        inputs=by_seat if seated else by_hour,
    )


def shared_line(case: MakeOrBuy, contacts: Band) -> CostLine:
    """Contacts answered at a shared desk."""
    return CostLine(
        id="shared_tickets",
        amount=case.shared_ticket.times(contacts),
        formula="price_ticket",
        inputs=(
            computed("units_billed", contacts, "units_ticket"),
            data("price", case.shared_ticket, case.entry("shared")),
        ),
    )


def bot_line(case: MakeOrBuy, resolutions: float) -> CostLine:
    """Contacts a bot settles."""
    return CostLine(
        id="bot",
        amount=case.bot_resolution.scaled(resolutions),
        formula="price_resolution",
        inputs=(
            computed("resolutions", resolutions, "units_resolution"),
            data("containment_share", case.bot_containment, "parameters.bot_containment"),
            data("price", case.bot_resolution, case.entry("bot")),
        ),
    )


def lines_beside(case: MakeOrBuy, hours: Band) -> Iterator[CostLine]:
    """Tools for the whole seats these hours take, and the manager."""
    seats = case.seats(hours)
    if any(seats.ends):
        yield CostLine(
            id="tools",
            amount=seats.scaled(case.tools_per_seat_month),
            formula="tools",
            inputs=(
                data("tools_per_seat", case.tools_per_seat_month, case.entry("tools")),
                computed("seats", seats, "seats"),
            ),
        )
    yield manager_line(case)


def manager_line(case: MakeOrBuy) -> CostLine:
    """The merchant's own person who steers a vendor."""
    return CostLine(
        id="manager",
        amount=Band.exact(case.manager_month),
        formula="manager",
        inputs=(data("manager_month", case.manager_month, case.entry("manager")),),
    )
