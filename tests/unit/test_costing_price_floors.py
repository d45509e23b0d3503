"""The wage floors against the written table, with its corrections for Germany, Spain and the Netherlands."""

from datetime import date
from decimal import Decimal

import pytest

from catalog.parameters import load_parameters
from catalog.rates import load_rate_library, load_rates, load_wage_floors
from domain.costing.band import Band
from domain.costing.estimate import estimate
from domain.costing.floors import check_floor
from domain.costing.pricing import Pricing, floor_prices, year_terms
from domain.costing.rates import PrivateRate, RateLibrary
from domain.shared.rounding import round_half_up
from tests.unit.test_costing_estimate import EXAMPLE

PARAMETERS = load_parameters()
IN_2026 = floor_prices(load_wage_floors(), PARAMETERS, date(2026, 11, 22))
IN_2027 = floor_prices(load_wage_floors(), PARAMETERS, date(2027, 2, 1))

# cost per paid hour, price per paid hour, price per productive hour. Spain at 39 hours a week:
# 1,381 x 12 x 1.3057 / 2,028 = 10.67; x 1.22 / 0.9 = 14.46; per productive hour as in the table.
TABLE = {
    "PL": ("8.03", "10.88", "15.61"),
    "RO": ("4.69", "6.36", "9.08"),
    "RS": ("5.12", "6.94", "9.92"),
    "ES": ("10.67", "14.46", "20.28"),
    "PT": ("7.66", "10.38", "14.83"),
    "DE": ("16.77", "22.73", "32.77"),
    "FR": ("13.46", "18.25", "25.20"),
    "NL": ("18.06", "24.48", "33.37"),
}


def cents(value: float) -> str:
    return str(round_half_up(value, 2))


@pytest.mark.parametrize("country", TABLE)
def test_the_floor_of_a_country(country: str) -> None:
    floor = IN_2026[country]
    assert tuple(map(cents, (floor.cost_paid_hour, floor.paid_hour, floor.productive_hour))) == TABLE[country]


def test_there_is_a_floor_for_each_of_the_eight_countries_and_no_other() -> None:
    assert set(IN_2026) == set(TABLE)


def test_the_german_floor_rises_with_the_minimum_wage_of_2027() -> None:
    # 14.60 instead of 13.90 EUR an hour: 32.77 x 14.60 / 13.90 = 34.42
    assert cents(IN_2027["DE"].productive_hour) == "34.42"
    assert IN_2027["DE"].wage.amount == Decimal("14.60")
    assert IN_2027["FR"].productive_hour == IN_2026["FR"].productive_hour


def test_before_the_first_known_wage_that_wage_is_taken() -> None:
    early = floor_prices(load_wage_floors(), PARAMETERS, date(2020, 1, 1))
    assert early["DE"].wage.amount == Decimal("13.90")


def test_a_logged_in_hour_lies_between_paid_and_productive() -> None:
    for floor in IN_2026.values():
        assert floor.paid_hour < floor.logged_in_hour < floor.productive_hour


@pytest.mark.parametrize(("rate", "flagged"), [(29.48, True), (29.50, False)])
def test_below_nine_tenths_of_the_floor_a_rate_is_pointed_out(rate: float, flagged: bool) -> None:  # noqa: FBT001  # a parameter
    # 0.9 x 32.77 = 29.49
    found = check_floor(
        IN_2026["DE"],
        Band.exact(rate),
        "productive_hour",
        least_share=0.9,
        place="regions.west",
        currency="EUR",
    )
    assert (found is not None) is flagged


def test_read_as_productive_hours_the_low_end_in_the_west_is_below_cost_read_as_paid_it_is_not() -> None:
    west = load_rates()[2].band
    found = {
        basis: check_floor(IN_2026["NL"], west, basis, least_share=0.9, place="", currency="EUR")
        for basis in ("productive_hour", "paid_hour")
    }
    assert found["productive_hour"] is not None
    assert found["productive_hour"].code == "costing.below_wage_floor"
    # 0.9 x 24.48 = 22.03, below 25
    assert found["paid_hour"] is None


def test_a_private_quote_below_the_floor_is_pointed_out_on_its_own_basis() -> None:
    def quote(name: str, price: str, basis: str) -> PrivateRate:
        return PrivateRate(
            id=name,
            label="Quote",
            currency="EUR",
            unit="hour",
            low=Decimal(price),
            high=Decimal(price),
            quoted_on=date(2026, 11, 1),
            billing_basis=basis,  # type: ignore[arg-type]  # one of the three
            country="PL",
        )

    # The floor is 10.88 per paid and 15.61 per productive hour; nine tenths are 9.79 and 14.05.
    quotes = (
        quote("a", "12", "productive_hour"),
        quote("b", "12", "paid_hour"),
        quote("c", "9.70", "paid_hour"),
    )
    pricing = Pricing(
        terms=year_terms(PARAMETERS),
        rate_library=RateLibrary(private=quotes),
        floors=load_wage_floors(),
        on=date(2026, 11, 22),
    )
    found = estimate(EXAMPLE, load_rates(), PARAMETERS, pricing=pricing).findings
    assert [each.place for each in found if each.code == "costing.below_wage_floor"] == [
        "private.a",
        "private.c",
    ]


def test_no_published_rate_read_as_it_is_breaks_a_floor_of_2026() -> None:
    pricing = Pricing(
        terms=year_terms(PARAMETERS),
        rate_library=load_rate_library(),
        floors=load_wage_floors(),
        on=date(2026, 11, 22),
    )
    found = estimate(EXAMPLE, load_rates(), PARAMETERS, pricing=pricing).findings
    assert "costing.below_wage_floor" not in {finding.code for finding in found}
