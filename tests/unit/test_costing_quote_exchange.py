"""What a quote bears for the movement of exchange rates, by its currency and that of the merchant's books."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from catalog.parameters import load_parameters
from domain.costing.currency import Exchange, ExchangeRate
from domain.costing.priced_places import years_of_quotes
from domain.costing.pricing import domestic_terms, year_terms
from domain.costing.quote_terms import QuoteTerms
from tests.unit.test_costing_quotes import by_the_hour, made

PARAMETERS = load_parameters()


@pytest.mark.parametrize(
    ("books", "currency", "month"),
    [("EUR", "EUR", 300), ("EUR", "PLN", 309), ("CNY", "EUR", 309), ("CNY", "CNY", 300), (None, "PLN", 309)],
)
def test_room_for_exchange_rates_goes_by_the_currency_of_the_quote(
    books: str | None, currency: str, month: float
) -> None:
    """3,600 euros once are 300 a month, and 309 with 3 % of room unless they are paid in the currency of the books."""
    day = date(2026, 11, 20)
    per_euro = {"EUR": 1, "PLN": 4, "CNY": 8}[currency]
    rates = [
        ExchangeRate(currency=code, per_eur=rate, on=day, kind="typed")
        for code, rate in (("PLN", 4.0), ("CNY", 8.0))
    ]
    terms = year_terms(PARAMETERS, pays_in_rate_currency=books == "EUR")

    def year(setup: int) -> float:
        price, fee = Decimal(16 * per_euro), Decimal(setup * per_euro)
        given = by_the_hour(currency=currency, terms=QuoteTerms(setup_fee=fee))
        given = replace(given, low=price, high=price)
        cost = made(given, terms=terms, books_currency=books, exchange=Exchange.of(*rates))
        return years_of_quotes(cost)["q"][0].month.base

    assert year(3600) - year(0) == pytest.approx(month)


def test_a_quote_in_yuan_bears_what_the_domestic_prices_beside_it_bear() -> None:
    """No room for exchange rates: 24,000 yuan once are 2,000 a month."""

    def year(setup: int) -> float:
        given = by_the_hour(currency="CNY", terms=QuoteTerms(setup_fee=Decimal(setup)))
        given = replace(given, low=Decimal(30), high=Decimal(30))
        cost = made(given, domestic=domestic_terms(PARAMETERS), books_currency="EUR")
        return years_of_quotes(cost)["q"][0].month.base

    assert year(24_000) - year(0) == pytest.approx(2_000)
