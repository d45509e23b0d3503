"""A scenario to store, share and compare: more contacts, a typed rate, a frozen exchange rate, a typed range."""

from datetime import date
from decimal import Decimal

import pytest

from domain.costing.currency import ExchangeRate
from domain.costing.draws import Range
from domain.costing.scenario import Overrides, TypedRate
from domain.shared.outcomes import DomainError

BUSIER = Overrides(
    answers={
        "contacts_month": {"email": 6600, "marketplace": 1200, "chat": 3000, "phone": 1200},
        "occupancy": 0.75,
    },
    rates={
        "east": TypedRate(
            low=Decimal("15.50"), high=Decimal("16.50"), read_as="productive_hour", on=date(2026, 11, 22)
        )
    },
    exchange=(ExchangeRate(currency="CNY", per_eur=7.9, on=date(2026, 11, 20), kind="ecb"),),
    ranges={"aht_s.email": Range(low=300.0, high=500.0)},
)


def refusal(code: str) -> pytest.RaisesExc[DomainError]:
    return pytest.raises(DomainError, check=lambda error: error.code == code)
