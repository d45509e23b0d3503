"""An offer of 1-2 EUR per ticket is explained: what it pays for, and what it has to leave out."""

import pytest

from catalog.parameters import load_parameters
from catalog.rates import load_price_claims, load_rates
from domain.costing.band import Band
from domain.costing.estimate import estimate
from domain.costing.per_ticket_explained import TicketReading, explain_ticket
from domain.costing.workload import NO_CONTACTS
from domain.shared.outcomes import NotAssessed
from domain.shared.rounding import round_half_up
from tests.unit.test_costing_estimate import EXAMPLE

EAST, SOUTH, WEST = load_rates()


def read(
    price: float, hour: float, *, aht_s: float = 390, hours_a_contact: float = 950.625 / 6000
) -> TicketReading:
    found = explain_ticket(
        price,
        EAST,
        Band.exact(hour),
        aht_s=aht_s,
        occupancy=0.80,
        hours_a_contact=hours_a_contact,
        bot_price=0.90,
        bot_share_most=0.45,
    )
    assert not isinstance(found, NotAssessed)
    return found["base"]


@pytest.mark.parametrize(
    ("hour", "at_one", "at_two"),
    [(14, "3.4", "6.9"), (10, "4.8", "9.6"), (18, "2.7", "5.3"), (30, "1.6", "3.2")],
)
def test_the_minutes_of_handling_that_one_and_two_euros_pay_for(
    hour: float, at_one: str, at_two: str
) -> None:
    minutes = [str(round_half_up(read(price, hour).pays_for_s / 60, 1)) for price in (1, 2)]
    assert minutes == [at_one, at_two]


def test_enough_for_handling_and_waiting_is_a_price_like_any_other() -> None:
    # 14 x 950.625 / 6,000 = 2.22
    assert read(2.22, 14).reasons == ("pays",)
    assert read(2.21, 14).reasons == ("no_coverage",)


def test_less_than_the_work_needs_a_bot_or_a_narrower_ticket() -> None:
    # At 14 EUR an hour a contact takes 1.90. For 1.60 a bot at 0.90 must settle (1.896 - 1.60) / (1.896 - 0.90) = 30 %.
    reading = read(1.60, 14)
    assert reading.reasons == ("no_coverage", "bot", "narrow_ticket")
    assert reading.bot_share == pytest.approx(0.297, abs=0.001)
    # 1.896 / 1.60
    assert reading.tickets_a_contact == pytest.approx(1.185, abs=0.001)


def test_a_bot_that_would_have_to_settle_more_than_bots_do_is_no_explanation() -> None:
    # (1.896 - 1) / (1.896 - 0.90) = 90 % of the contacts
    reading = read(1, 14)
    assert reading.bot_share == pytest.approx(0.90, abs=0.001)
    assert reading.reasons == ("no_coverage", "narrow_ticket")


def test_below_the_price_of_a_bot_none_helps() -> None:
    assert read(0.80, 14).bot_share is None


def test_without_contacts_nothing_is_explained() -> None:
    found = explain_ticket(
        1,
        EAST,
        EAST.band,
        aht_s=NO_CONTACTS,
        occupancy=0.8,
        hours_a_contact=NO_CONTACTS,
        bot_price=0.9,
        bot_share_most=0.45,
    )
    assert found == NO_CONTACTS


def test_the_published_offer_is_read_in_every_region_at_both_ends() -> None:
    made = estimate(EXAMPLE, load_rates(), load_parameters(), load_price_claims()["rate_ticket"])
    readings = [(reading.place, end, reading.price) for end, reading in made.ticket_readings]
    assert len(readings) == len(set(readings)) == 3 * 3 * 2
    # Break-even of the worked example, east: 1.35 / 1.90 / 2.44.
    east = [reading.needed for _, reading in made.ticket_readings if reading.place == "east"][:3]
    assert [str(round_half_up(value, 2)) for value in east] == ["1.35", "1.90", "2.44"]
    assert estimate(EXAMPLE, load_rates(), load_parameters()).ticket_readings == ()
