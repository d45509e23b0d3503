"""The cost workbook as it is written: every figure of cost.json is a formula with its value beside it."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from domain.requirements.record import Record
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
