"""The lines of which the ways of getting the service are made."""

from collections.abc import Iterator

from domain.costing.band import ENDS, Band
from domain.costing.lines import CostLine, LineInput, computed, data
from domain.costing.make_or_buy import MakeOrBuy
from domain.costing.shifts import whole_people


def service_line(case: MakeOrBuy, hours: Band) -> CostLine:
    """Dedicated agents, by the hour."""
    return CostLine(
        id="service",
        amount=case.rate_productive.times(hours),
        formula="hours_at_rate",
        inputs=(
            computed("rate_hours", hours, "pooled_hours"),
            _converted("rate_productive", case.rate_productive),
        ),
    )


def _converted(input_id: str, rate: Band) -> LineInput:
    return computed(input_id, rate, "rate_productive")


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
    seats = Band(**{end: float(whole_people(hours.at(end) / case.productive_hours_seat)) for end in ENDS})
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
