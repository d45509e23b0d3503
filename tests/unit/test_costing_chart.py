"""The chart of the cost page: amounts and ticks in the words of the language and the currency of the estimate."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from domain.costing.quote_terms import QuoteTerms
from domain.costing.rates import PrivateRate
from services.costing import estimate_record
from services.requirements import from_file
from services.samples import read_sample
from tests.costing_case import RECORD
from ui.cost_chart import axis_amount, axis_ticks, chart_text, cost_bands
from ui.cost_places import first_years, offered


@pytest.mark.parametrize(
    ("language", "currency", "printed"),
    [("en", "EUR", "€19.0k"), ("en", "GBP", "£19.0k"), ("zh", "EUR", "€1.9 万")],
)
def test_an_amount_of_the_chart_is_short_and_in_its_currency(
    language: str, currency: str, printed: str
) -> None:
    assert axis_amount(language, 19_012.5, currency) == printed  # type: ignore[arg-type]  # a language of the list


def test_the_axis_prints_its_ticks_with_the_same_words() -> None:
    assert axis_ticks("en", "GBP") == '"£" + format(datum.value/1000, \',.0f\') + "k"'
    assert axis_ticks("zh", "EUR") == '"€" + format(datum.value/10000, \',.1f\') + " 万"'


def test_a_budget_is_drawn_beside_the_first_year_of_every_place_and_never_beside_a_normal_month_alone() -> (
    None
):
    """The worked example: the east takes 19,012.50 a normal month and 26,083 an average month of its first year."""
    made = estimate_record(RECORD)
    rows = offered(made, "region", "paid_hour")
    east = first_years(made, rows, "paid_hour")["east"]
    assert round(east.base) == 26_083
    drawn, plain = cost_bands(rows, {"east": east.base}, "en"), cost_bands(rows, {}, "en")
    assert [band.year for band in drawn] == [east.base, None, None]
    assert [band.year for band in plain] == [None] * 3
    said = [chart_text(rows, years, "region", "paid_hour", "en").subtitle for years in ({"east": 1.0}, {})]
    assert "first year" in said[0]
    assert "first year" not in said[1]


def test_every_domestic_model_that_pays_for_the_service_has_a_first_year() -> None:
    made = estimate_record(from_file(read_sample("tmall-cosmetics")[0], sample=True)[1])
    rows = offered(made, "domestic", "paid_hour")
    assert rows
    assert set(first_years(made, rows, "paid_hour")) == {row.rate.id for row in rows}


def test_a_quote_with_one_price_per_hour_has_the_first_year_of_its_own_hour() -> None:
    """14 euros a paid hour with 3,600 once: 26,083 like the east and 300 x 1.03 more, whatever hour others mean."""
    fourteen = Decimal(14)
    by_the_hour = PrivateRate(
        id="hour",
        label="Belgrade",
        currency="EUR",
        unit="hour",
        billing_basis="paid_hour",
        low=fourteen,
        high=fourteen,
        quoted_on=date(2026, 10, 1),
        terms=QuoteTerms(setup_fee=Decimal(3600)),
    )
    by_the_seat = replace(by_the_hour, id="seat", unit="seat_month", billing_basis=None, terms=QuoteTerms())
    made = estimate_record(RECORD, private=[by_the_hour, by_the_seat])
    rows = offered(made, "private", "productive_hour")
    assert [row.rate.id for row in rows] == ["hour", "seat"]
    years = first_years(made, rows, "productive_hour")
    assert {place: round(year.base) for place, year in years.items()} == {"hour": 26_392}
