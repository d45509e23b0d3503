"""The record read as what prices depend on: unusual hours, currencies, start, places."""

import tomllib
from datetime import date
from typing import Any

import pytest

from domain.costing.currency import ExchangeRate
from domain.costing.surcharges import UnusualHours
from domain.requirements.record import Record
from services.costing import estimate_record
from services.costing_pricing import pricing_of
from services.requirements import from_file
from tests.portal_server import ROOT

SAMPLE = tomllib.loads((ROOT / "data/samples/shenzhen-eu/requirements.toml").read_text(encoding="utf-8"))
WORKDAYS = ("mon", "tue", "wed", "thu", "fri")


def record(without: tuple[str, ...] = (), **changes: Any) -> Record:
    answers = {key: value for key, value in {**SAMPLE["answers"], **changes}.items() if key not in without}
    return from_file({**SAMPLE, "later": [], "answers": answers})[1]


def unusual_hours(given: Record) -> UnusualHours:
    return estimate_record(given).pricing.terms.unusual


def test_saturday_is_a_sixth_of_the_hours_of_the_sample_and_nothing_else_is_unusual() -> None:
    hours = unusual_hours(record())
    assert hours.saturday == pytest.approx(1 / 6)
    assert (hours.night, hours.sunday, hours.holiday) == (0, 0, 0)


def test_the_night_begins_at_22_and_ends_at_6() -> None:
    # 20:00-24:00 and 00:00-08:00: 12 hours, of which 2 and 6 are night.
    coverage = {day: [["00:00", "08:00"], ["20:00", "24:00"]] for day in WORKDAYS}
    assert unusual_hours(record(coverage=coverage)).night == pytest.approx(8 / 12)


def test_a_window_within_the_night_is_night_from_end_to_end() -> None:
    # 01:30-04:00 lies in it altogether, 23:15-24:00 as well.
    coverage = {day: [["01:30", "04:00"], ["23:15", "24:00"]] for day in WORKDAYS}
    assert unusual_hours(record(coverage=coverage)).night == pytest.approx(1)


def test_around_the_clock_has_a_seventh_on_each_day_and_a_third_at_night() -> None:
    hours = estimate_record(record(("coverage", "weekend"), need_24_7=True)).pricing.unusual
    assert hours is not None
    assert hours.saturday == hours.sunday == pytest.approx(1 / 7)
    assert hours.night == pytest.approx(8 / 24)
    assert hours.sunday_night == hours.saturday_night == pytest.approx(1 / 21)


def test_only_the_highest_surcharge_is_paid_as_the_clause_on_fees_has_it() -> None:
    """Around the clock: Saturdays and Sundays a seventh each, nights 8/24 on the five other days."""
    hours = unusual_hours(record(("coverage", "weekend"), need_24_7=True))
    assert hours.saturday == hours.sunday == pytest.approx(1 / 7)
    assert hours.night == pytest.approx(5 / 7 * 8 / 24)


ALL_DAY = {day: [["00:00", "24:00"]] for day in (*WORKDAYS, "sat", "sun")}


def test_hours_by_market_cost_the_same_as_the_same_hours_for_all() -> None:
    markets = record().value("markets")
    typed = estimate_record(record(coverage_by_market=dict.fromkeys(markets, ALL_DAY)))
    general = estimate_record(record(("coverage", "weekend"), need_24_7=True))
    assert typed.staffing.pooled_hours == pytest.approx(general.staffing.pooled_hours)
    for name, share in typed.pricing.terms.unusual.items():
        assert share == pytest.approx(dict(general.pricing.terms.unusual.items())[name])
    assert typed.year_one["east"]["productive_hour"].month.base == pytest.approx(
        general.year_one["east"]["productive_hour"].month.base
    )


def test_a_language_served_around_the_clock_counts_with_its_own_hours_only() -> None:
    # German alone around the clock: 728 hours of the month, 1/7 of them on Sunday; nobody else works on Sundays.
    typed = estimate_record(record(("language_pools",), coverage_by_market={"DE": ALL_DAY}))
    groups = {group.languages: group.required_hours for group in typed.staffing.pooled.groups}
    sunday = groups["de",] / 7 / sum(groups.values())
    assert typed.pricing.terms.unusual.sunday == pytest.approx(sunday)
    counted = typed.pricing.unusual
    assert counted is not None
    assert counted.night == pytest.approx(groups["de",] / 3 / sum(groups.values()))


def test_public_holidays_count_only_where_there_is_service_on_them() -> None:
    # Eleven a year, nine of them from Monday to Friday; the sample works six days, ten hours each.
    weekday, weekend = 9 / (52 * 5), 2 / (52 * 2)
    six_days = 5 / 6 * weekday + 1 / 6 * weekend
    hours = estimate_record(record(holiday_calendar="none")).pricing.unusual
    assert hours is not None
    assert (hours.saturday, hours.holiday) == pytest.approx((1 / 6, six_days))
    assert unusual_hours(record(holiday_calendar="market")).holiday == 0


@pytest.mark.parametrize(("country", "share"), [("CN", 0.03), ("DE", 0.0), ("PL", 0.03)])
def test_a_merchant_with_books_in_euro_needs_no_room_for_exchange_rates(country: str, share: float) -> None:
    assert pricing_of(record(merchant_country=country)).terms.fx_buffer == pytest.approx(share)


@pytest.mark.parametrize(("country", "currency"), [("CN", "CNY"), ("DE", "EUR"), ("PL", "PLN")])
def test_the_books_are_kept_in_the_currency_of_the_country_of_the_merchant(
    country: str, currency: str
) -> None:
    assert pricing_of(record(merchant_country=country)).books_currency == currency


def test_the_typed_rate_is_frozen_and_an_imported_one_wins_over_it() -> None:
    assert pricing_of(record()).exchange.rates["CNY"].per_eur == pytest.approx(8.2)
    imported = ExchangeRate(currency="CNY", per_eur=7.64, on=date(2026, 11, 20), kind="ecb")
    made = estimate_record(record(), rates=[imported])
    assert (made.exchange.rates["CNY"].per_eur, made.exchange.rates["CNY"].kind) == (7.64, "ecb")


def test_the_wage_floors_hold_for_the_start_of_the_contract() -> None:
    # The sample starts on 1 February 2027, under the German minimum wage of 2027.
    assert pricing_of(record()).on == date(2027, 2, 1)
    assert str(estimate_record(record()).floors["DE"].wage.amount) == "14.60"
    assert pricing_of(record(("contract_start",))).on is None


def test_an_own_team_works_in_the_country_of_the_vendor_or_of_the_region() -> None:
    assert pricing_of(record()).own_country == "PL"
    assert pricing_of(record(("vendor_country",), region_chosen="south")).own_country == "ES"
    # No wages of Brazil are known: the first country of the chosen region stands in.
    assert pricing_of(record(vendor_country="BR", region_chosen="west")).own_country == "DE"


def test_only_a_merchant_whose_every_market_is_china_is_priced_at_home() -> None:
    assert pricing_of(record()).domestic is None
    assert pricing_of(record(markets=["CN"])).domestic is not None
    assert pricing_of(record(markets=["CN", "DE"])).domestic is None


def test_the_reserve_that_was_asked_for_is_priced() -> None:
    half, default = pricing_of(record(reserve_share=0.5)), pricing_of(record())
    assert (half.terms.reserve_share, default.terms.reserve_share) == (0.5, 0.2)
    # Half as many again in reserve: 8 x 1.5 = 12 people to train.
    assert estimate_record(record(reserve_share=0.5)).work.trainees == 12


def test_orders_nobody_told_stay_unknown() -> None:
    assert pricing_of(record()).orders_month == 24_000
    assert pricing_of(record(("orders_month",))).orders_month is None


def test_the_worked_year_from_its_file_to_the_printed_digit() -> None:
    """East on productive hours: 18,792 EUR a month, 225,508 a year, 2.68 a contact (7,000 a month on average)."""
    made = estimate_record(record())
    year = made.year_one["east"]["productive_hour"]
    assert year.hours is not None
    assert year.hours.total == pytest.approx(1204.64, abs=0.01)
    assert round(year.month.base) == 18_792
    assert round(year.year.base) == 225_508
    assert round(year.per_contact.base, 2) == 2.68  # type: ignore[union-attr]  # there are contacts
