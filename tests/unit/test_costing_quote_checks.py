"""An organisation's own quotes are read like the published ones: what they pay for, and what they leave out."""

from datetime import date
from decimal import Decimal

import pytest

from catalog.parameters import load_parameters
from catalog.rates import load_rate_library, load_rates, load_wage_floors
from domain.costing.estimate import estimate
from domain.costing.pricing import Pricing, year_terms
from domain.costing.rates import PriceUnit, PrivateRate, RateLibrary
from domain.shared.outcomes import Finding
from services.sentences import finding_sentence
from tests.unit.test_costing_estimate import EXAMPLE
from words import LANGUAGES

PARAMETERS = load_parameters()


def findings(price: str, unit: PriceUnit, country: str | None = "PL", place: str = "") -> list[Finding]:
    quote = PrivateRate(
        id="q",
        label="Offer A",
        currency="EUR",
        unit=unit,
        low=Decimal(price),
        high=Decimal(price),
        quoted_on=date(2026, 11, 1),
        country=country,
    )
    pricing = Pricing(
        terms=year_terms(PARAMETERS),
        rate_library=RateLibrary(private=(quote,)),
        floors=load_wage_floors(),
        on=date(2026, 11, 22),
        place=place,
    )
    found = estimate(EXAMPLE, load_rates(), PARAMETERS, pricing=pricing).findings
    return [each for each in found if each.place == "private.q"]


# Poland lies in the east, from 10 EUR: 390 s / 3,600 / 0.8 x 10 = 1.35 for handling, 950.625 h x 10 / 6,000 = 1.58
# with the waiting.
@pytest.mark.parametrize(
    ("price", "codes"),
    [
        ("1.00", ["costing.quote_ticket_uneconomic"]),
        ("1.34", ["costing.quote_ticket_uneconomic"]),
        ("1.40", ["costing.quote_ticket_without_waiting"]),
        ("1.60", []),
    ],
)
def test_a_quote_per_ticket_says_what_it_leaves_out(price: str, codes: list[str]) -> None:
    assert [each.code for each in findings(price, "ticket")] == codes


def test_one_euro_pays_for_less_than_five_minutes() -> None:
    """1 x 3,600 x 0.8 / 10 = 288 seconds."""
    (found,) = findings("1.00", "ticket")
    assert found.values["pays_for_s"] == pytest.approx(288)
    for language in LANGUAGES:
        assert "288" in finding_sentence(language, found)
        assert "Offer A" in finding_sentence(language, found)


def test_without_a_country_the_chosen_place_counts_then_the_cheapest() -> None:
    """West from 25 EUR: 3.39 for handling. South from 15: 2.03. East 1.35."""
    for place, needed in (("west", 3.39), ("south", 2.03), ("", 1.35)):
        (found,) = findings("1.00", "ticket", None, place)
        assert found.values["needed"] == pytest.approx(needed, abs=0.005)


# Nine tenths of 10.88 a paid hour are 9.79; 40 h x 52 / 12 = 173.33 h: 1,697 a seat. Productive 14.05 / 60 = 0.234.
@pytest.mark.parametrize(
    ("price", "unit", "below"),
    [
        ("1690", "seat_month", True),
        ("1705", "seat_month", False),
        ("0.23", "minute", True),
        ("0.24", "minute", False),
    ],
)
def test_seats_and_minutes_below_the_minimum_wage_are_pointed_out(
    price: str,
    unit: PriceUnit,
    below: bool,  # noqa: FBT001  # a parameter
) -> None:
    codes = [each.code for each in findings(price, unit)]
    assert codes == (["costing.below_wage_floor"] if below else [])


def test_the_published_library_alone_says_nothing_about_quotes() -> None:
    pricing = Pricing(terms=year_terms(PARAMETERS), rate_library=load_rate_library())
    found = estimate(EXAMPLE, load_rates(), PARAMETERS, pricing=pricing).findings
    assert not [each for each in found if each.place.startswith("private.")]
