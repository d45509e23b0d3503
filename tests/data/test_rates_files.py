"""The rates are the trade article's, marked as what they are; a mistake in the file stops the start."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from catalog.rates import CLAIMS, REGIONS, load_price_claims, load_rates
from catalog.reader import CatalogError
from catalog.sources import load_article_figures, load_sources


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
