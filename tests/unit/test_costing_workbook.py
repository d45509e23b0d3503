"""The cost workbook as it is written: every figure of cost.json is a formula with its value beside it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from domain.costing.estimate import estimate
from domain.costing.rates import PriceUnit, PrivateRate
from domain.requirements.record import Record
from services.catalog import catalog
from services.costing import cost_json
from services.costing_kept import Costing, costing_of
from services.costing_workbook import cost_workbook
from services.requirements import from_file
from services.samples import SAMPLES, read_sample
from tests.workbook_case import figures_by_name, values_by_name
from words import LANGUAGES, Language

EXACT = 1e-9


def record_of(sample: str) -> Record:
    return from_file(read_sample(sample)[0], sample=True)[1]


@pytest.fixture(scope="module", params=SAMPLES)
def costing(request: pytest.FixtureRequest) -> Costing:
    return costing_of(record_of(request.param))


def test_every_figure_of_the_estimate_stands_in_the_workbook(costing: Costing) -> None:
    values = values_by_name(cost_workbook(costing, "en", name="x"))
    expected = figures_by_name(cost_json(costing.estimate))
    assert {name: values.get(name) for name in expected} == pytest.approx(expected, rel=EXACT)


def test_results_are_formulas_and_texts_are_not(costing: Costing) -> None:
    book = load_workbook(BytesIO(cost_workbook(costing, "en", name="x")))
    inputs = book.worksheets[0]
    for name in figures_by_name(cost_json(costing.estimate)):
        ((sheet, address),) = book.defined_names[name].destinations
        cell = book[sheet][address.replace("$", "")]
        assert cell.data_type == "f", name
        # A number typed into a formula would stay behind when its input changes; only units are left.
        assert "cell" not in str(cell.value)
    assert not [cell for row in inputs.iter_rows() for cell in row if cell.data_type == "f" and cell.row < 5]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_input_says_its_unit_and_where_it_comes_from(language: Language) -> None:
    costing = costing_of(record_of(SAMPLES[0]))
    sheet = load_workbook(BytesIO(cost_workbook(costing, language, name="x"))).worksheets[0]
    rows = [
        [cell.value for cell in row] for row in sheet.iter_rows() if row[1].data_type == "n" and row[1].value
    ]
    seasons = [row for row in rows if isinstance(row[2], float | int)]
    inputs = [row for row in rows if row not in seasons]
    assert len(inputs) > 30
    for row in inputs:
        assert row[0], row
        assert row[2], row
        assert row[3], row


def test_a_text_that_looks_like_a_formula_stays_a_text() -> None:
    content = read_sample(SAMPLES[0])[0]
    content["answers"]["peaks"][0]["name"] = '=HYPERLINK("http://example.com")'
    costing = costing_of(from_file(content, sample=True)[1])
    book = load_workbook(BytesIO(cost_workbook(costing, "en", name="=1+1")))
    found = [
        cell for sheet in book for row in sheet.iter_rows() for cell in row if "HYPERLINK" in str(cell.value)
    ]
    assert found
    assert {cell.data_type for cell in found} == {"s"}


def test_the_same_estimate_makes_the_same_file() -> None:
    costing = costing_of(record_of(SAMPLES[2]))
    assert cost_workbook(costing, "zh", name="x") == cost_workbook(costing, "zh", name="x")


def test_domestic_service_leads_where_every_market_is_china() -> None:
    costing = costing_of(record_of("tmall-cosmetics"))
    book = load_workbook(BytesIO(cost_workbook(costing, "en", name="x")))
    for tab in ("Rates", "Price", "Year 1", "Price models"):
        titles = [row[0].value for row in book[tab].iter_rows() if row[0].font.size == 13]
        first = next(title for title in titles if "Hours billed" not in title and "count" not in title)
        assert "China" in first or "CNY" in first or "domestic" in first, tab


def quote(name: str, unit: PriceUnit, low: str, **terms: Any) -> PrivateRate:
    return PrivateRate(
        id=name,
        label="=danger",
        currency=terms.pop("currency", "EUR"),
        unit=unit,
        low=Decimal(low),
        high=Decimal(low) + 2,
        quoted_on=date(2026, 11, 1),
        **terms,
    )


def test_own_quotes_are_calculated_too_in_the_currency_of_the_regions() -> None:
    quotes = (
        quote("1", "hour", "12", billing_basis="logged_in_hour", expected=Decimal("12.30")),
        quote("2", "seat_month", "2100"),
        quote("3", "ticket", "18.5", currency="CNY"),
        quote("4", "order", "0.5"),
        quote("5", "minute", "0.4", currency="SEK"),
        quote("6", "resolution", "0.9"),
    )
    costing = costing_of(record_of(SAMPLES[0]), private=quotes)
    values = values_by_name(cost_workbook(costing, "en", name="x"))
    expected = {
        name: value
        for name, value in figures_by_name(cost_json(costing.estimate)).items()
        if name.startswith("model_private_")
    }
    # Nobody typed what a euro is in Swedish kronor, so that quote has no month.
    assert {name.split("_")[2] for name in expected} == {"1", "2", "3", "4", "6"}
    assert {name: values[name] for name in expected} == pytest.approx(expected, rel=EXACT)


def test_pools_that_cost_a_premium_and_prices_in_other_currencies_are_in_the_formulas() -> None:
    plain = costing_of(record_of(SAMPLES[0]))
    inputs = replace(plain.estimate.inputs, pooling="cheapest", pools=(), growth_year=0.3)
    known = catalog()
    made = estimate(
        inputs, known.rates, known.parameters, known.claims["rate_ticket"], pricing=plain.estimate.pricing
    )
    assert made.staffing.pooled.premium_hours > 0
    values = values_by_name(cost_workbook(replace(plain, key="cheapest", estimate=made), "en", name="x"))
    expected = figures_by_name(cost_json(made))
    assert {name: values.get(name) for name in expected} == pytest.approx(expected, rel=EXACT)


def test_a_month_without_contacts_leaves_out_what_is_per_contact() -> None:
    contacts = {"email": 0, "marketplace": 0, "chat": 0, "phone": 0}
    content = read_sample(SAMPLES[0])[0]
    content["answers"]["contacts_month"] = contacts
    costing = costing_of(from_file(content, sample=True)[1])
    values = values_by_name(cost_workbook(costing, "zh", name="x"))
    expected = figures_by_name(cost_json(costing.estimate))
    assert {name: values.get(name) for name in expected} == pytest.approx(expected, rel=EXACT)
