"""A year at full cost where seats are paid by the month, or every contact by itself, as in domestic service in China."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from domain.costing.lines import CostLine, LineInput, answer, computed, data
from domain.costing.rate_origins import rate_entry
from domain.costing.rates import ModelRate
from domain.costing.year_billed import billed_seats, temp_days
from domain.costing.year_one import YearPrice, full_cost, peak_inputs, training_inputs
from domain.costing.year_terms import YearTerms
from domain.costing.year_work import YearWork

# How each kind of seats is counted.
_COUNTED: Final = {"seats": "average_seats", "reserve": "reserve_seats", "training": "training_seats"}


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatTerms:
    """What seats by the month are priced with beside their own price.

    Attributes:
        full_time_hours_month: paid hours of one seat.
        temp: the published price of a day of a temporary agent; peaks and launches are covered by them. It is a
            price for peaks, so no surcharge comes on top.
        temp_day_h: hours such an agent works on a day.
    """

    full_time_hours_month: float
    temp: ModelRate
    temp_day_h: float


def price_seat_year(
    rate: ModelRate, work: YearWork[float], terms: YearTerms, seats: SeatTerms, *, first_year: bool = True
) -> YearPrice:
    """An average month of seats paid by the month: seats, reserve, training as seats; peaks by temporary agents.

    Args:
        rate: the price of a seat a month.
        work: what the year takes.
        terms: what comes beside.
        seats: hours of a seat, and what temporary agents cost.
        first_year: with training and set-up; without for the years after.
    """
    lines = tuple(_seat_lines(rate, work, terms, seats, first_year=first_year))
    return full_cost(rate, lines, work, terms, first_year=first_year)


def _seat_lines(
    rate: ModelRate, work: YearWork[float], terms: YearTerms, seats: SeatTerms, *, first_year: bool
) -> Iterator[CostLine]:
    price = data("price", rate.band, rate_entry(rate))
    base = computed("seats", work.seats, "average_seats")
    made_from: dict[str, tuple[LineInput, ...]] = {
        "seats": (base,),
        "reserve": (
            base,
            answer("reserve_share", terms.reserve_share, "reserve_share"),
            data("standby_fee_share", terms.standby_fee_share, "parameters.standby_fee_share"),
        ),
        "training": training_inputs(work, terms),
    }
    counted = billed_seats(work, terms, seats.full_time_hours_month, first_year=first_year)
    for name, units in counted.items():
        yield CostLine(
            id=name,
            amount=rate.band.scaled(units),
            formula="price_seat_month",
            inputs=(computed("units_billed", units, _COUNTED[name]), price, *made_from[name]),
        )
    if work.extra_hours:
        days = temp_days(work, seats.temp_day_h)
        yield CostLine(
            id="peak",
            amount=seats.temp.band.scaled(days),
            formula="price_person_day",
            inputs=(
                computed("units_billed", days, "units_person_day"),
                data("price", seats.temp.band, rate_entry(seats.temp)),
                peak_inputs(work)[0],
            ),
        )


def price_contact_year(
    rate: ModelRate, work: YearWork[float], terms: YearTerms, *, first_year: bool = True
) -> YearPrice:
    """An average month at a price per contact; the vendor has its own seats, tools, reserve and training.

    Args:
        rate: the price of a contact.
        work: what the year takes.
        terms: what comes beside.
        first_year: with set-up; without for the years after.
    """
    contacts = computed("units_billed", work.contacts_month, "average_contacts")
    line = CostLine(
        id="shared_tickets",
        amount=rate.band.scaled(work.contacts_month),
        formula="price_ticket",
        inputs=(contacts, data("price", rate.band, rate_entry(rate))),
    )
    return full_cost(rate, (line,), work, terms, first_year=first_year, seated=False)
