"""The regional rates are the trade article's, marked as what they are; a mistake in the file stops the start."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from catalog.rates import (
    CLAIMS,
    FOLDER,
    REGIONS,
    load_price_claims,
    load_rate_library,
    load_rates,
    load_wage_floors,
)
from catalog.reader import CatalogError
from catalog.sources import load_article_figures, load_sources
from domain.costing.rates import HourlyRate, ModelRate, PrivateRate
from services.costing_rates import rate_warnings
from services.sentences import finding_sentence


def test_the_three_regions_are_as_printed() -> None:
    printed = {
        "east": (10, 18, ("PL", "RO", "RS"), "L108"),
        "south": (15, 22, ("ES", "PT"), "L109"),
        "west": (25, 35, ("DE", "FR", "NL"), "L110"),
    }
    found = {r.id: (int(r.low), int(r.high), r.countries, r.origin.locator) for r in load_rates()}
    assert found == printed


def test_the_midpoint_is_computed_and_says_so() -> None:
    assert [rate.base for rate in load_rates()] == [Decimal(14), Decimal("18.5"), Decimal(30)]
    assert {rate.base_origin.source for rate in load_rates()} == {"computed"}


def test_reading_a_rate_as_paid_hours_is_our_judgement_and_says_so() -> None:
    for rate in load_rates():
        assert (rate.currency, rate.unit) == ("EUR", "hour")
        assert (rate.billing_basis, rate.read_as) == ("unstated", "paid_hour")
        assert rate.read_as_origin.source == "house_judgement"


def test_a_rate_without_a_date_says_unknown_and_comes_from_an_unverified_article() -> None:
    sources = load_sources()
    origins = [rate.origin for rate in load_rates()]
    origins += [claim.origin for claim in load_price_claims().values()]
    for origin in origins:
        assert origin.valid_from == "unknown"
        assert origin.checked_on >= date(2026, 11, 22)
        assert sources[origin.source].kind == "article"


def test_the_prices_no_estimate_is_built_on_are_kept_apart_with_a_note() -> None:
    claims = load_price_claims()
    found = {c.id: (int(c.low), int(c.high), c.unit, c.origin.locator) for c in claims.values()}
    assert found == {"rate_ticket": (1, 2, "ticket", "L112"), "rate_hour_overall": (10, 35, "hour", "L6")}
    assert all(claim.note.zh and claim.note.en for claim in claims.values())


def test_rates_and_the_list_of_article_figures_say_the_same() -> None:
    figures = {f.id: (tuple(map(str, f.values)), f.locator) for f in load_article_figures(load_sources())}
    for rate in load_rates():
        assert figures[f"rate_hour_{rate.id}"] == ((str(rate.low), str(rate.high)), rate.origin.locator)
    for claim in load_price_claims().values():
        assert figures[claim.id] == ((str(claim.low), str(claim.high)), claim.origin.locator)


@pytest.mark.parametrize(
    ("before", "after", "key", "reason"),
    [
        ('id = "south"', 'id = "east"', "region.1.id", "duplicate"),
        ("low = 15", "low = 23", "region.1.low", "inverted_range"),
        ("low = 15", "low = 0", "region.1.low", "not_positive"),
        ("low = 15", 'low = "cheap"', "region.1.low", "bad_value"),
        ("low = 15", "lowest = 15", "region.1.lowest", "unknown_key"),
        ("high = 22\n", "", "region.1.high", "missing_key"),
        ('read_as = "paid_hour"', 'read_as = "clock_hour"', "region.0.read_as", "not_a_choice"),
        ('en = "Eastern Europe"', 'de = "Osteuropa"', "region.0.name.de", "unknown_key"),
        ("L109", 'L109", odd = "', "region.1.origin.odd", "unknown_key"),
        (
            '"article_europe_guide", locator = "L109"',
            '"nobody", locator = "L109"',
            "region.1.origin.source",
            "unknown_source",
        ),
    ],
)
def test_a_mistake_in_the_rates_names_the_key_and_the_reason(
    tmp_path: Path, before: str, after: str, key: str, reason: str
) -> None:
    text = REGIONS.read_text(encoding="utf-8")
    assert before in text
    broken = tmp_path / "regions.toml"
    broken.write_text(text.replace(before, after, 1), encoding="utf-8")
    with pytest.raises(CatalogError) as refusal:
        load_rates(broken)
    assert (refusal.value.key, refusal.value.reason) == (key, reason)
    assert refusal.value.file.endswith("regions.toml")


def test_a_claim_named_twice_is_refused(tmp_path: Path) -> None:
    broken = tmp_path / "claims.toml"
    broken.write_text(
        CLAIMS.read_text(encoding="utf-8").replace("rate_hour_overall", "rate_ticket"), encoding="utf-8"
    )
    with pytest.raises(CatalogError) as refusal:
        load_price_claims(broken)
    assert (refusal.value.key, refusal.value.reason) == ("claim.1.id", "duplicate")


def test_a_claim_in_another_currency_than_the_rates_is_refused(tmp_path: Path) -> None:
    broken = tmp_path / "claims.toml"
    text = CLAIMS.read_text(encoding="utf-8").replace('currency = "EUR"', 'currency = "CNY"', 1)
    broken.write_text(text, encoding="utf-8")
    with pytest.raises(CatalogError) as refusal:
        load_price_claims(broken)
    assert (refusal.value.key, refusal.value.reason) == ("claim.0.currency", "another_currency")


def _range(entry: HourlyRate | ModelRate) -> tuple[str, str, str]:
    return str(entry.low), str(entry.high), entry.confidence


# country: low, high, confidence; main source.
COUNTRIES = {
    "PL": ("10", "18", "low", "article_europe_guide"),
    "RO": ("10", "18", "low", "article_europe_guide"),
    "RS": ("10", "18", "low", "article_europe_guide"),
    "ES": ("15", "22", "low", "article_europe_guide"),
    "PT": ("15", "24", "medium", "w61"),
    "DE": ("22", "38", "medium", "w62"),
    "FR": ("28", "35", "medium", "w61"),
    "NL": ("25", "38", "low", "article_europe_guide"),
    "SE": ("35", "50", "low", "expert_memory"),
    "DK": ("38", "55", "low", "expert_memory"),
    "FI": ("33", "48", "low", "expert_memory"),
    "NO": ("40", "58", "low", "expert_memory"),
    "GB": ("22", "35", "low", "expert_memory"),
    "MA": ("12", "16", "low", "w61"),
    "TN": ("10", "13", "low", "w61"),
}


def test_the_rates_of_countries_are_as_listed_with_their_sources() -> None:
    found = {rate.id: (*_range(rate), rate.origin.source) for rate in load_rate_library().countries}
    assert found == COUNTRIES


def test_a_country_rate_names_one_country_and_the_hour_it_is_read_as() -> None:
    for rate in load_rate_library().countries:
        assert rate.countries == (rate.id,)
        assert (rate.currency, rate.billing_basis, rate.read_as) == ("EUR", "unstated", "paid_hour")


def test_the_domestic_models_of_china_are_in_yuan_and_as_published() -> None:
    found = {model.id: (model.unit, *_range(model)) for model in load_rate_library().domestic}
    assert found == {
        "cn_dedicated_seat": ("seat_month", "4500", "5500", "medium"),
        "cn_base_commission": ("shift_month", "1500", "2000", "medium"),
        "cn_hourly": ("hour", "20", "50", "low"),
        "cn_per_enquiry": ("ticket", "0.5", "3", "low"),
        "cn_promo_temp": ("person_day", "200", "400", "medium"),
    }
    assert {model.currency for model in load_rate_library().domestic} == {"CNY"}
    commission = next(model for model in load_rate_library().domestic if model.unit == "shift_month")
    assert (commission.commission_low, commission.commission_high) == (Decimal("0.01"), Decimal("0.03"))


def test_german_prices_per_minute_and_premiums_are_as_published() -> None:
    library = load_rate_library()
    assert [(model.id, *_range(model)) for model in library.models] == [
        ("minute_de", "0.50", "1.00", "medium")
    ]
    ends = {
        language: (premium.low, premium.high)
        for premium in library.premiums
        for language in premium.languages
    }
    assert ends["en"] == (Decimal("0.05"), Decimal("0.10"))
    assert ends["fr"] == ends["es"] == (Decimal("0.10"), Decimal("0.15"))
    assert ends["sv"] == (Decimal("0.20"), Decimal("0.40"))


def test_a_rate_nobody_dated_is_warned_of_and_so_is_one_older_than_twelve_months() -> None:
    east = load_rates()[0]
    dated = replace(east, origin=replace(east.origin, valid_from=date(2025, 11, 23)))
    (undated,) = rate_warnings([east], date(2026, 11, 22))
    assert (undated.code, undated.place) == ("costing.rate_undated", "rates.east")
    assert rate_warnings([dated], date(2026, 11, 22)) == ()
    (old,) = rate_warnings([dated], date(2026, 11, 24))
    assert old.code == "costing.rate_old"
    for finding in (undated, old):
        assert "Eastern Europe" in finding_sentence("en", finding)
        assert "东欧" in finding_sentence("zh", finding)


def test_a_quote_of_ones_own_grows_old_like_a_published_rate() -> None:
    quote = PrivateRate(
        id="q",
        label="Quote of a vendor",
        currency="EUR",
        unit="ticket",
        low=Decimal(2),
        high=Decimal(2),
        quoted_on=date(2025, 11, 1),
    )
    assert rate_warnings([quote], date(2026, 11, 1)) == ()
    (old,) = rate_warnings([quote], date(2026, 11, 22))
    assert (old.code, old.place) == ("costing.rate_old", "private.q")
    assert "2025-11-01" in finding_sentence("en", old)


FLOORS = REGIONS.parent / "floors.toml"


@pytest.mark.parametrize(
    ("before", "after", "key", "reason"),
    [
        ('country = "RO"', 'country = "PL"', "floor.1.country", "duplicate"),
        ('source = "w35"', 'source = "hearsay"', "floor.0.wages.0.origin.source", "unknown_source"),
        ('per = "month"', 'per = "week"', "floor.0.wages.0.per", "not_a_choice"),
        ("employer_rate = 0.2214", "employers = 0.2214", "floor.0.employers", "unknown_key"),
    ],
)
def test_a_mistake_in_the_wage_floors_names_the_key_and_the_reason(
    tmp_path: Path, before: str, after: str, key: str, reason: str
) -> None:
    text = FLOORS.read_text(encoding="utf-8")
    assert before in text
    broken = tmp_path / "floors.toml"
    broken.write_text(text.replace(before, after, 1), encoding="utf-8")
    with pytest.raises(CatalogError) as refusal:
        load_wage_floors(broken)
    assert (refusal.value.key, refusal.value.reason) == (key, reason)


def test_a_mistake_in_the_countries_stops_the_start(tmp_path: Path) -> None:
    for name in ("countries", "models", "china"):
        text = (FOLDER / f"{name}.toml").read_text(encoding="utf-8")
        (tmp_path / f"{name}.toml").write_text(text.replace("low = 22\n", "low = 39\n"), encoding="utf-8")
    with pytest.raises(CatalogError) as refusal:
        load_rate_library(tmp_path)
    assert (refusal.value.key, refusal.value.reason) == ("country.5.low", "inverted_range")
