"""Prices in `cost.json`: every model billed from its terms, years at full cost, and quotes of the organisation."""

from collections.abc import Sequence
from typing import Any

from domain.costing.bill import Bill
from domain.costing.estimate import Estimate
from domain.costing.lines import CostLine
from domain.costing.pool_steps import PoolStep
from domain.costing.priced_places import years_of_quotes
from domain.costing.rate_origins import rate_entry
from domain.costing.rates import PrivateRate
from domain.costing.year_one import YearPrice
from domain.shared.outcomes import NotAssessed
from services.explained import Told, known, made


def comparison_json(cost: Estimate) -> dict[str, Any]:
    """Kind of place → place → model, and why a model has no price; kinds are never mixed."""
    found: dict[str, dict[str, Any]] = {}
    for place in cost.comparison:
        models = {
            model: None if isinstance(bill, NotAssessed) else _bill(bill)
            for model, bill in place.bills.items()
        }
        gaps = {model: bill.reason for model, bill in place.bills.items() if isinstance(bill, NotAssessed)}
        entry = {"currency": place.currency, "models": models, "not_assessed": gaps}
        found.setdefault(place.kind, {})[place.id] = entry
    return found


def _bill(bill: Bill) -> dict[str, Any]:
    return {
        "month": made(bill.month, bill.total.formula),
        "per_contact": made(bill.per_contact, "per_contact"),
        "per_order": made(bill.per_order, "per_order"),
        "lines": {line.id: _line(line) for line in bill.total.parts},
        "left_out": list(bill.offer.left_out),
        "steps_down": [
            {
                "unit": step.unit,
                "above": made(step.above, f"units_{step.unit}"),
                "before": made(step.before, f"price_{step.unit}"),
                "after": made(step.after, f"price_{step.unit}"),
            }
            for step in bill.steps
        ],
    }


def quotes_json(cost: Estimate) -> dict[str, Any]:
    """Every quote with one price per hour: the first year and a later one by its own terms."""
    return {
        quote: {
            "currency": first.rate.currency,
            "basis": first.rate.billing_basis if isinstance(first.rate, PrivateRate) else None,
            "left_out": list(first.left_out),
            "year_one": year_price_json(first),
            "steady_state": year_price_json(later),
        }
        for quote, (first, later) in years_of_quotes(cost).items()
    }


def pool_steps_json(steps: Sequence[PoolStep]) -> list[dict[str, Any]]:
    """Volumes beyond which other languages share agents and a year costs less than just before."""
    return [
        {
            "year": "year_one" if step.first_year else "steady_state",
            "above_contacts": made(step.contacts, "pool_step"),
            "pools_before": [list(pool) for pool in step.pools_before],
            "pools_after": [list(pool) for pool in step.pools_after],
            "before": made(step.before, "sum_of_lines"),
            "after": made(step.after, "sum_of_lines"),
        }
        for step in steps
    ]


def _line(line: CostLine) -> Told:
    """A line with where it comes from: fixed and one-off fees are answers or terms of a quote, others calculated."""
    if line.formula in {"fixed_month", "one_off"}:
        return Told(line.amount, line.inputs[0].origin)
    return made(line.amount, line.formula)


def year_price_json(year: YearPrice) -> dict[str, Any]:
    """An average month at full cost: rate, billed hours, lines, totals."""
    return {
        "rate": {
            "low": known(float(year.rate.low), rate_entry(year.rate)),
            "base": made(year.rate.band.base, "rate_base"),
            "high": known(float(year.rate.high), rate_entry(year.rate)),
        },
        "rate_hours": _rate_hours(year),
        "lines": {line.id: _line(line) for line in year.total.parts},
        "month": made(year.month, year.total.formula),
        "year": made(year.year, "year_cost"),
        "per_contact": made(year.per_contact, "per_contact_year"),
    }


def _rate_hours(year: YearPrice) -> dict[str, Any] | None:
    """The billed hours; null where seats or contacts are paid."""
    if year.hours is None:
        return None
    return {
        **{line.id: made(line.amount.base, line.formula) for line in year.hours.lines},
        "total": made(year.hours.total, "rate_hours"),
    }
