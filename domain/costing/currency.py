"""Currencies: rates against the euro on a day, frozen into the estimate that uses them."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from domain.costing.band import Band
from domain.shared.outcomes import DomainError
from domain.shared.sources import STRICT, Origin

CURRENCIES = ("EUR", "CNY", "USD", "GBP", "PLN", "RON", "RSD", "SEK", "DKK", "NOK")
BASE = "EUR"
# A wrong decimal point is likelier than a currency beyond these limits.
_LEAST_PER_EUR, _MOST_PER_EUR = 0.0001, 100_000.0


@dataclass(frozen=True, slots=True, kw_only=True)
class CurrencyEntry:
    """A currency an estimate can be shown in.

    Attributes:
        code: ISO 4217 code.
        countries: ISO 3166 codes of countries whose merchants keep their books in it.
        ecb: whether the European Central Bank publishes a rate; otherwise it is typed.
        origin: where this comes from.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    code: str
    countries: tuple[str, ...]
    ecb: bool
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class ExchangeRate:
    """What one euro costs in another currency.

    Attributes:
        currency: ISO 4217 code, never the euro.
        per_eur: units of the currency for one euro.
        on: the day of the rate.
        kind: typed by a person, or read from a file of the European Central Bank.
        question: that it is the answer to; empty for a rate typed for one estimate or scenario.
    """

    currency: str
    per_eur: float
    on: date
    kind: Literal["typed", "ecb"]
    question: str = ""

    def __post_init__(self) -> None:
        if self.currency not in CURRENCIES or self.currency == BASE:
            raise DomainError(
                "costing.currency_unknown", given=self.currency, choices=", ".join(CURRENCIES[1:])
            )
        if not (math.isfinite(self.per_eur) and _LEAST_PER_EUR <= self.per_eur <= _MOST_PER_EUR):
            raise DomainError("costing.exchange_outside", currency=self.currency, given=f"{self.per_eur:g}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """The rates an estimate was made with; frozen into it, so that it stays what it was.

    Attributes:
        rates: by currency.
    """

    rates: Mapping[str, ExchangeRate]

    @classmethod
    def of(cls, *rates: ExchangeRate) -> "Exchange":
        """The rates given; of one currency the last one counts."""
        return cls(rates={rate.currency: rate for rate in rates})

    def knows(self, *currencies: str) -> bool:
        """Whether amounts in all of these can be converted."""
        return all(currency == BASE or currency in self.rates for currency in currencies)

    def factor(self, given: str, wanted: str) -> float:
        """What an amount in one currency is multiplied by to become the other.

        Raises:
            DomainError: ``costing.exchange_missing`` with the currency whose rate nobody gave.
        """
        return self._per_eur(wanted) / self._per_eur(given)

    def convert(self, band: Band, given: str, wanted: str) -> Band:
        """A band in another currency.

        Raises:
            DomainError: as `factor`.
        """
        return band if given == wanted else band.scaled(self.factor(given, wanted))

    def _per_eur(self, currency: str) -> float:
        if currency == BASE:
            return 1.0
        if currency not in self.rates:
            raise DomainError("costing.exchange_missing", currency=currency)
        return self.rates[currency].per_eur


def home_currency(country: str | None, entries: Mapping[str, CurrencyEntry]) -> str | None:
    """The currency a merchant keeps its books in; None when its country has none of ours."""
    return next((code for code, entry in entries.items() if country in entry.countries), None)
