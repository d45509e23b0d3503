"""The record read as what prices depend on beside demand: times that cost more, currencies, start, places."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from domain.costing.billing import Offer, UnusualHours
from domain.costing.currency import Exchange, ExchangeRate, home_currency
from domain.costing.pricing import Pricing, domestic_terms, year_terms
from domain.costing.rates import PrivateRate
from domain.requirements.record import Record
from services.catalog import catalog
from services.costing_inputs import exchange

_DAYS_A_YEAR = 365
_HOME_COUNTRIES = ["CN"]
Schedule = Mapping[str, Sequence[Sequence[str]]]


def pricing_of(
    record: Record,
    *,
    rates: Sequence[ExchangeRate] = (),
    private: Sequence[PrivateRate] = (),
    offers: Sequence[Offer] = (),
) -> Pricing:
    """What the prices of a record depend on.

    Args:
        record: the requirements.
        rates: exchange rates typed or imported, beside the one the record may hold; they win over it.
        private: quotes of the organisation with one price.
        offers: its quotes with full terms.
    """
    known = catalog()
    country = record.value("merchant_country")
    terms = year_terms(
        known.parameters,
        unusual=unusual_hours(record),
        pays_in_rate_currency=home_currency(country, known.currencies) == known.rates[0].currency,
        reserve_share=record.value("reserve_share"),
    )
    start, orders = record.value("contract_start"), record.value("orders_month")
    return Pricing(
        terms=terms,
        offers=tuple(offers),
        library=replace(known.library, private=tuple(private)),
        floors=known.wage_floors,
        exchange=Exchange.of(*typed_rates(record), *rates),
        on=date.fromisoformat(start) if start else None,
        orders_month=float(orders) if orders else None,
        place=record.value("region_chosen") or "",
        own_country=_own_country(record),
        domestic=domestic_terms(known.parameters, reserve_share=record.value("reserve_share"))
        if record.value("markets") == _HOME_COUNTRIES
        else None,
    )


def typed_rates(record: Record) -> tuple[ExchangeRate, ...]:
    """The exchange rates the record holds; none until rate and day are both typed."""
    typed = exchange(record)
    if typed is None:
        return ()
    return (ExchangeRate(currency="CNY", per_eur=typed.cny_per_eur, on=typed.on, kind="typed"),)


def _own_country(record: Record) -> str | None:
    """Where an own team would work: the vendor's country, else the first of the chosen region with known wages."""
    known = catalog()
    region = next((rate for rate in known.rates if rate.id == record.value("region_chosen")), known.rates[0])
    wanted = (record.value("vendor_country"), *region.countries)
    return next((country for country in wanted if country in known.wage_floors), None)


def unusual_hours(record: Record) -> UnusualHours:
    """The shares of the hours of service that fall on nights, weekends and public holidays."""
    schedule: Schedule = record.schedule or {}
    days = {day: [_window(window) for window in windows] for day, windows in schedule.items()}
    hours = {day: sum(end - start for start, end in windows) for day, windows in days.items()}
    total = sum(hours.values())
    if not total:
        return UnusualHours()
    night = sum(_night_hours(start, end) for windows in days.values() for start, end in windows)
    holidays = float(catalog().parameters["public_holidays_year"].default)
    return UnusualHours(
        night=night / total,
        saturday=hours.get("sat", 0) / total,
        sunday=hours.get("sun", 0) / total,
        holiday=holidays / _DAYS_A_YEAR if record.value("holiday_calendar") == "none" else 0.0,
    )


def _window(window: Sequence[str]) -> tuple[float, float]:
    start, end = (int(clock[:2]) + int(clock[3:]) / 60 for clock in window)  # minutes an hour
    return start, end


def _night_hours(start: float, end: float) -> float:
    """The hours of a window before the end or after the start of the night."""
    parameters = catalog().parameters
    morning, evening = (
        float(parameters["night_until_h"].default),
        float(parameters["night_from_h"].default),
    )
    return max(0.0, min(end, morning) - start) + max(0.0, end - max(start, evening))
