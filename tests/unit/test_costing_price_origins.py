"""Where every figure of cost.json comes from: nothing is left without an origin, and every origin exists."""

import re
from typing import Any

import pytest

from domain.costing.bill import Bill
from domain.costing.lines import CostLine
from domain.costing.rates import HourlyRate
from domain.shared.provenance import OriginOf, unexplained
from services.catalog import catalog
from services.costing import cost_json, estimate_record
from services.requirements import from_file
from services.samples import read_sample
from tests.portal_server import ROOT
from words import has, table

_, RECORD = from_file(read_sample()[0], sample=True)
COST = cost_json(estimate_record(RECORD))
FIGURES = {key: part for key, part in COST.items() if key != "from"}
ORIGINS = {path: OriginOf(**origin) for path, origin in COST["from"].items()}
MADE = estimate_record(RECORD)


def test_no_figure_of_cost_json_is_without_an_origin() -> None:
    assert len(ORIGINS) > 1000
    assert unexplained(FIGURES, ORIGINS) == ()


def test_no_origin_is_without_a_figure() -> None:
    def at(path: str) -> Any:
        node: Any = FIGURES
        for part in path.split("."):
            node = node[int(part)] if isinstance(node, list) else node[part]
        return node

    assert all(isinstance(at(path), int | float) for path in ORIGINS)


def _known_data() -> set[str]:
    known = catalog()
    rates: tuple[HourlyRate, ...] = (*known.rates, *known.rate_library.countries)
    models = (*known.rate_library.models, *known.rate_library.domestic)
    return {
        *(f"rates.{each.id}" for each in rates),
        *(f"rates.{each.id}" for each in models),
        *(f"parameters.{name}" for name in known.parameters),
        *(f"floors.{country}" for country in known.wage_floors),
        *(f"claims.{name}" for name in known.claims),
        "ecb",
    }


def _every_origin() -> set[OriginOf]:
    """The origins of the file and of the lines behind it."""
    totals = [
        *MADE.lines.values(),
        *(year["paid_hour"].total for year in MADE.steady_state.values()),
        *(way.total for way in MADE.alternatives),
    ]
    return {
        *ORIGINS.values(),
        *(each.origin for total in totals for line in total.walk() for each in line.inputs),
        *(OriginOf("calculation", line.formula) for total in totals for line in total.walk()),
    }


@pytest.mark.parametrize("kind", ["question", "data", "calculation"])
def test_every_origin_names_something_that_exists(kind: str) -> None:
    found = {origin.id for origin in _every_origin() if origin.kind == kind}
    assert found
    if kind == "calculation":
        assert [name for name in found if not has(f"costing.formula.{name}")] == []
    else:
        known = set(catalog().book.questions) if kind == "question" else _known_data()
        assert found <= known


def test_every_formula_in_words_belongs_to_a_calculation() -> None:
    rooms = [ROOT / "domain" / "costing", ROOT / "services", ROOT / "ui"]
    code = "\n".join(path.read_text(encoding="utf-8") for room in rooms for path in room.glob("*.py"))
    # Written out, or made from the unit of a price or the name of an unusual hour.
    made = re.compile(r"(?:price|units)_\w+|(?:night|saturday|sunday|holiday)_share|\w+_basis")
    formulas = {
        key.removeprefix("costing.formula.") for key in table("en") if key.startswith("costing.formula.")
    }
    assert [name for name in sorted(formulas) if f'"{name}"' not in code and not made.fullmatch(name)] == []


def _every_line() -> list[CostLine]:
    bills = [bill for place in MADE.comparison for bill in place.bills.values() if isinstance(bill, Bill)]
    totals = [
        *MADE.lines.values(),
        *(way.total for way in MADE.alternatives),
        *(bill.total for bill in bills),
    ]
    return [line for total in totals for line in total.walk()]


def test_every_line_and_every_input_has_a_name_in_words() -> None:
    lines = _every_line()
    assert {line.id for line in lines if not has(f"costing.line.{line.id}")} == set()
    inputs = {each.id for line in lines for each in line.inputs}
    assert len(inputs) > 20
    assert {name for name in inputs if not has(f"costing.input.{name}")} == set()
    assert {line.formula for line in lines if not has(f"costing.formula.{line.formula}")} == set()


def test_no_name_of_a_line_or_an_input_is_left_over() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "domain" / "costing").glob("*.py"))
    named = [key.split(".")[-1] for key in table("en") if key.startswith(("costing.line.", "costing.input."))]
    # The shares of unusual hours are named after the kind of hour.
    kinds = {"night_share", "saturday_share", "sunday_share", "holiday_share"}
    assert [name for name in named if f'"{name}"' not in code and name not in kinds] == []


def test_every_alternative_advice_and_reason_has_words() -> None:
    for way in MADE.alternatives:
        assert has(f"costing.alternative.{way.id}")
        assert not way.holds_if or has(f"costing.holds_if.{way.holds_if}")
    assert has(f"costing.advice.{MADE.advice[1]}")
    reasons = {reason for _, reading in MADE.ticket_readings for reason in reading.reasons}
    assert reasons
    assert all(has(f"costing.ticket_reason.{reason}") for reason in reasons)
    models = {model for place in MADE.comparison for model in place.bills}
    assert all(has(f"costing.model.{model}") for model in models)
