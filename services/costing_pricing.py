"""The record read as what prices depend on beside demand: times that cost more, currencies, start, places."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from domain.costing.band import Band
from domain.costing.currency import Exchange, ExchangeRate, home_currency
from domain.costing.pricing import Pricing, default_of, domestic_terms, year_terms
from domain.costing.rates import PrivateRate
from domain.costing.unusual_hours import WEEKEND, WORKDAYS, CostlyTimes
from domain.requirements.record import Record
from services.catalog import catalog
from services.costing_inputs import exchange, first_month

_HOME_COUNTRIES = ["CN"]
_HOME_CURRENCY = "CNY"


def pricing_of(
    record: Record,
    *,
    rates: Sequence[ExchangeRate] = (),
    private: Sequence[PrivateRate] = (),
) -> Pricing:
    """What the prices of a record depend on.

    Args:
        record: the requirements.
        rates: exchange rates typed or imported, beside the one the record may hold; they win over it.
        private: quotes of the organisation.
    """
    known = catalog()
    country, exchanged = record.value("merchant_country"), Exchange.of(*typed_rates(record), *rates)
    currency, books = known.rates[0].currency, home_currency(country, known.currencies)
    terms = year_terms(
        known.parameters,
        setup_fee=_in_currency(record.value("setup_fee"), exchanged, currency),
        pays_in_rate_currency=books == currency,
        reserve_share=reserve_share(record),
    )
    start, orders = record.value("contract_start"), record.value("orders_month")
    return Pricing(
        terms=terms,
        rate_library=replace(known.rate_library, private=tuple(private)),
        floors=known.wage_floors,
        exchange=exchanged,
        on=date.fromisoformat(start) if start else None,
        first_month=first_month(record).month,
        books_currency=books,
        orders_month=float(orders) if orders else None,
        place=record.value("region_chosen") or "",
        own_country=_own_country(record),
        domestic_budget_month=_in_currency(record.value("budget_month"), exchanged, _HOME_CURRENCY),
        domestic=domestic_terms(
            known.parameters,
            reserve_share=reserve_share(record),
            setup_fee=_in_currency(record.value("setup_fee"), exchanged, _HOME_CURRENCY),
        )
        if record.value("markets") == _HOME_COUNTRIES
        else None,
        times=costly_times(record),
        stacking=default_of(known.parameters, "surcharge_stacking"),
    )


def _in_currency(money: Mapping[str, str] | None, exchanged: Exchange, currency: str) -> float | None:
    """An answered amount in a currency; None when nobody named one or no exchange rate is known."""
    if not money or not (money["currency"] == currency or exchanged.knows(money["currency"], currency)):
        return None
    return exchanged.convert(Band.exact(float(money["amount"])), money["currency"], currency).base


def typed_rates(record: Record) -> tuple[ExchangeRate, ...]:
    """The exchange rates the record holds; none until rate and day are both typed."""
    typed = exchange(record)
    if typed is None:
        return ()
    rate = ExchangeRate(
        currency="CNY", per_eur=typed.cny_per_eur, on=typed.on, kind="typed", question="fx_cny_per_eur"
    )
    return (rate,)


def reserve_share(record: Record) -> float:
    """People kept ready beyond the seats, as a share of them; who sets the question aside wants none."""
    return float(record.value("reserve_share") or 0)


def _own_country(record: Record) -> str | None:
    """Where an own team would work: the vendor's country, else the first of the chosen region with known wages."""
    known = catalog()
    region = next((rate for rate in known.rates if rate.id == record.value("region_chosen")), known.rates[0])
    wanted = (record.value("vendor_country"), *region.countries)
    return next((country for country in wanted if country in known.wage_floors), None)


def costly_times(record: Record) -> CostlyTimes:
    """The times at which an hour costs more; public holidays only where there is service on them."""
    parameters = catalog().parameters
    served = record.value("holiday_calendar") == "none"
    weeks = default_of(parameters, "weeks_per_year")
    weekdays = default_of(parameters, "weekday_holidays_year")
    weekends = default_of(parameters, "public_holidays_year") - weekdays
    return CostlyTimes(
        night_from_h=default_of(parameters, "night_from_h"),
        night_until_h=default_of(parameters, "night_until_h"),
        weekday_holiday=weekdays / (weeks * len(WORKDAYS)) if served else 0.0,
        weekend_holiday=weekends / (weeks * len(WEEKEND)) if served else 0.0,
    )
