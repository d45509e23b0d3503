from dataclasses import replace
from decimal import Decimal

import pytest

from catalog.rates import load_price_claims, load_rates
from domain.costing.per_ticket import break_even_aht_s, check_shared_desk, check_ticket_price
from domain.costing.price import common_currency
from domain.costing.workload import NO_CONTACTS
from domain.shared.outcomes import DomainError
from domain.shared.rounding import round_half_up

EAST, SOUTH, WEST = load_rates()
TICKET = load_price_claims()["rate_ticket"]


@pytest.mark.parametrize(("rate", "seconds"), [(14, 309), (18.5, 234), (30, 144)])
def test_the_handling_time_that_one_fifty_a_ticket_pays_for(rate: float, seconds: int) -> None:
    assert round_half_up(break_even_aht_s(1.50, rate, 0.80)) == seconds


def test_one_euro_at_ten_an_hour_pays_for_288_seconds() -> None:
    # 1 / 10 h x 3,600 s x 0.8 = 288 s
    assert check_ticket_price(TICKET, EAST, aht_s=287.9, occupancy=0.80) is None
    assert check_ticket_price(TICKET, EAST, aht_s=288.1, occupancy=0.80) is not None


def test_nothing_is_said_about_a_price_per_ticket_without_contacts() -> None:
    assert check_ticket_price(TICKET, EAST, aht_s=NO_CONTACTS, occupancy=0.80) is None


def test_a_dearer_ticket_is_plausible() -> None:
    dear = replace(TICKET, low=Decimal("4.80"), high=Decimal(6))
    assert check_ticket_price(dear, WEST, aht_s=390.0, occupancy=0.80) is None


def test_a_shared_desk_is_advised_below_forty_percent_of_the_floor() -> None:
    assert check_shared_desk(399, 1000, 0.40) is not None
    assert check_shared_desk(400, 1000, 0.40) is None


def test_without_a_coverage_floor_nobody_waits() -> None:
    assert check_shared_desk(0, 0, 0.40) is None


def test_rates_in_two_currencies_are_not_compared() -> None:
    with pytest.raises(DomainError) as refusal:
        common_currency((EAST, replace(SOUTH, currency="CNY")))
    assert refusal.value.code == "costing.several_currencies"
    assert refusal.value.values["currencies"] == "CNY, EUR"


def test_an_estimate_without_rates_is_refused() -> None:
    with pytest.raises(DomainError, match=r"costing\.no_rates"):
        common_currency(())
