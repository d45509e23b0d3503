"""What an offer per ticket can honestly mean: which handling time it pays for, and what has to be left out."""

from collections.abc import Mapping
from dataclasses import dataclass

from domain.costing.band import Band
from domain.costing.per_ticket import break_even_aht_s
from domain.costing.rates import HourlyRate
from domain.shared.measures import SECONDS_PER_HOUR
from domain.shared.outcomes import NotAssessed

# Reasons, in the order in which they are said; words: costing.ticket_reason.<reason>.
REASONS = ("pays", "no_coverage", "bot", "narrow_ticket")


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketReading:
    """One price per ticket read against one rate.

    Attributes:
        place: id of the rate.
        price: the price per ticket.
        rate_productive: the rate per productive hour it was read against.
        pays_for_s: the handling time it pays for, without any waiting.
        needed: the price that pays for the handling time there is, without any waiting.
        with_coverage: the price that pays for the waiting too.
        bot_share: share of the contacts a bot would have to settle for the price to suffice; 0 when none, None
            when no bot could.
        tickets_a_contact: how many billed tickets one contact would have to become.
        reasons: what the offer must mean, of `REASONS`.
    """

    place: str
    price: float
    rate_productive: float
    pays_for_s: float
    needed: float
    with_coverage: float
    bot_share: float | None
    tickets_a_contact: float
    reasons: tuple[str, ...]


def explain_ticket(
    price: float,
    rate: HourlyRate,
    rate_productive: Band,
    *,
    aht_s: float | NotAssessed,
    occupancy: float,
    hours_a_contact: float | NotAssessed,
    bot_price: float,
    bot_share_most: float,
) -> Mapping[str, TicketReading] | NotAssessed:
    """What a price per ticket means at the low, base and high rate of a place.

    Args:
        price: the price per ticket.
        rate: the place.
        rate_productive: its rate per productive hour.
        aht_s: agent seconds per contact.
        occupancy: share of productive hours spent with customers.
        hours_a_contact: productive hours per contact, waiting included.
        bot_price: what a contact settled by a bot costs.
        bot_share_most: the largest share of contacts bots usually settle.

    Returns:
        ``low``, ``base`` and ``high``; not assessed without contacts.
    """
    if isinstance(aht_s, NotAssessed):
        return aht_s
    if isinstance(hours_a_contact, NotAssessed):
        return hours_a_contact
    seconds, hours = aht_s, hours_a_contact

    def read(hour: float) -> TicketReading:
        needed = hour * seconds / SECONDS_PER_HOUR / occupancy
        bot_share = _bot_share(price, needed, bot_price)
        with_coverage = hour * hours
        return TicketReading(
            place=rate.id,
            price=price,
            rate_productive=hour,
            pays_for_s=break_even_aht_s(price, hour, occupancy),
            needed=needed,
            with_coverage=with_coverage,
            bot_share=bot_share,
            tickets_a_contact=needed / price,
            reasons=_reasons(price, needed, with_coverage, bot_share, bot_share_most),
        )

    return {end: read(hour) for end, hour in zip(("low", "base", "high"), rate_productive.ends, strict=True)}


def _bot_share(price: float, needed: float, bot_price: float) -> float | None:
    """The share x of contacts with x · bot + (1 − x) · needed = price; None where even all would not do."""
    if price >= needed:
        return 0.0
    if price <= bot_price:
        return None
    return (needed - price) / (needed - bot_price)


def _reasons(
    price: float, needed: float, with_coverage: float, bot_share: float | None, bot_share_most: float
) -> tuple[str, ...]:
    """Enough for everything; enough for the work but not for waiting; or less than the work."""
    if price >= with_coverage:
        return ("pays",)
    found = ["no_coverage"]
    if price < needed:
        if bot_share is not None and bot_share <= bot_share_most:
            found.append("bot")
        found.append("narrow_ticket")
    return tuple(found)
