"""`cost.json`: an estimate with the stable keys of docs/cli.md, and where every figure of it comes from."""

from collections.abc import Mapping
from typing import Any

from domain.costing.alternatives import Alternative
from domain.costing.budget import budget_left
from domain.costing.currency import ExchangeRate
from domain.costing.domestic import DomesticYears
from domain.costing.draws import InputId, Range
from domain.costing.estimate import ByBasis, Estimate
from domain.costing.guardrails import refusals
from domain.costing.hours import BASES
from domain.costing.pool_steps import pool_steps
from domain.costing.price import RegionPrice
from domain.costing.rate_origins import OWN_FIGURE
from domain.costing.split import CostSplit
from domain.shared.provenance import as_plain
from services.costing_json_checks import break_even_json, floor_json
from services.costing_json_prices import comparison_json, pool_steps_json, quotes_json, year_price_json
from services.costing_uncertainty import uncertainty_of
from services.costing_uncertainty_json import uncertainty_json
from services.explained import Told, asked, known, made, separate


def cost_json(cost: Estimate, ranges: Mapping[InputId, Range] | None = None) -> dict[str, Any]:
    """Plain unrounded numbers in the estimate's currency; ``from`` names question, data or formula of each.

    Args:
        cost: the estimate.
        ranges: of uncertain inputs, as a scenario types them.

    Raises:
        DomainError: a range that cannot be, or of an input the estimate has not.
    """
    plain, origins = separate(
        {
            "currency": cost.currency,
            "demand": _demand(cost),
            "staffing": _staffing(cost),
            "regions": {place: _place(price) for place, price in cost.regions.items()},
            "findings": [
                {"code": finding.code, "severity": finding.severity, "place": finding.place}
                for finding in cost.findings
            ],
            "countries": {place: _place(price) for place, price in cost.countries.items()},
            "year_one": _year(cost, cost.year_one),
            "steady_state": _year(cost, cost.steady_state, first=False),
            "domestic": _domestic(cost),
            "pool_steps": {
                place: pool_steps_json(pool_steps(cost, place)) for place in (*cost.regions, *_models(cost))
            },
            "split": {place: _split(cost.split(place)) for place in (*cost.regions, *_models(cost))},
            "comparison": comparison_json(cost),
            "quotes": quotes_json(cost),
            "alternatives": {
                "currency": cost.make_or_buy.currency,
                "ways": {each.id: _alternative(each) for each in cost.alternatives},
            },
            "basis_gap": {basis: made(cost.shares.gap(basis), "basis_gap") for basis in BASES},
            "budget_left": {
                place: made(budget_left(cost, place), "budget_left")
                for place in (*cost.regions, *_models(cost))
            },
            "advice": _advice(cost),
            "break_even": break_even_json(cost),
            "uncertainty": uncertainty_json(uncertainty_of(cost, ranges=ranges), cost.inputs.origins),
            "floors": {country: floor_json(floor) for country, floor in cost.floors.items()},
            "exchange": [
                {
                    "currency": rate.currency,
                    "per_eur": _per_eur(rate),
                    "on": rate.on.isoformat(),
                    "kind": rate.kind,
                }
                for rate in cost.exchange.rates.values()
            ],
        }
    )
    return {**plain, "from": as_plain(origins)}


def _advice(cost: Estimate) -> dict[str, str | None]:
    """Which way to look at first; none of a plan that is refused."""
    way, why = (None, None) if refusals(cost.findings) else cost.advice
    return {"alternative": way, "reason": why}


def _per_eur(rate: ExchangeRate) -> Told:
    """The rate with where it was typed: in the requirements, or for one estimate or scenario."""
    if rate.question:
        return asked(rate.per_eur, rate.question)
    return known(rate.per_eur, "ecb" if rate.kind == "ecb" else f"{OWN_FIGURE}.{rate.currency}")


def _demand(cost: Estimate) -> dict[str, Any]:
    demand = cost.demand
    return {
        "contacts_month": asked(demand.contacts_month, "contacts_month"),
        "workload_hours": made(demand.workload_hours, "workload_hours"),
        "effective_aht_s": made(demand.effective_aht_s, "effective_aht_s"),
        "channels": {line.channel: made(line.hours, "workload_hours") for line in demand.channels},
        "languages": {name: made(hours, "workload_hours") for name, hours in demand.languages.items()},
    }


def _staffing(cost: Estimate) -> dict[str, Any]:
    staffing = cost.staffing
    return {
        "coverage_hours_month": made(staffing.coverage_hours_month, "coverage_hours_month"),
        "productive_hours": made(staffing.productive_hours, "productive_hours"),
        "separate_hours": made(staffing.separate_hours, "separate_hours"),
        "pooled_hours": made(staffing.pooled_hours, "pooled_hours"),
        "idle_hours": made(staffing.pooled.idle_hours, "idle_hours"),
        "paid_hours": made(staffing.paid_hours, "paid_hours"),
        "fte": made(staffing.fte, "fte"),
    }


def _place(price: RegionPrice) -> dict[str, Any]:
    readings = (price.productive_basis, price.paid_basis, price.logged_in_basis)
    return {_basis(reading.basis): made(reading.month, _basis(reading.basis)) for reading in readings}


def _basis(name: str) -> str:
    return name.replace("_hour", "_basis")


def _year(cost: Estimate, years: Mapping[str, ByBasis], *, first: bool = True) -> dict[str, Any]:
    work = cost.work if first else cost.later_work
    left_out = {name for by_basis in years.values() for year in by_basis.values() for name in year.left_out}
    return {
        "seats": made(work.seats, "average_seats"),
        **({"trainees": made(round(work.trainees), "trainees")} if first else {}),
        "contacts_month": made(work.contacts_month, "average_contacts"),
        "left_out": sorted(left_out),
        "regions": {
            place: {_basis(basis): year_price_json(year) for basis, year in by_basis.items()}
            for place, by_basis in years.items()
        },
    }


def _domestic(cost: Estimate) -> dict[str, Any] | None:
    """Domestic models in yuan, the leading one named; null unless the service is for Chinese shoppers only."""
    price = cost.domestic
    if price is None:
        return None
    return {
        "currency": price.rate.currency,
        "leading": price.leading(price.read_as).rate.id,
        **_domestic_years(price.hourly),
        "models": {name: _domestic_years(model) for name, model in price.models.items()},
    }


def _domestic_years(model: DomesticYears) -> dict[str, Any]:
    return {
        "month": {
            _basis(basis): made(
                month, _basis(basis) if model.rate.unit == "hour" else f"price_{model.rate.unit}"
            )
            for basis, month in model.month.items()
        },
        "year_one": {_basis(basis): year_price_json(year) for basis, year in model.year_one.items()},
        "steady_state": {_basis(basis): year_price_json(year) for basis, year in model.steady_state.items()},
    }


def _models(cost: Estimate) -> tuple[str, ...]:
    return tuple(cost.domestic.models) if cost.domestic is not None else ()


def _split(split: CostSplit) -> dict[str, Any]:
    return {
        "languages": {name: made(month, "split") for name, month in split.languages.items()},
        "channels": {name: made(month, "split") for name, month in split.channels.items()},
    }


def _alternative(way: Alternative) -> dict[str, Any]:
    return {
        "month": made(way.month, way.total.formula),
        "per_contact": made(way.per_contact, "per_contact"),
        "lines": {line.id: made(line.amount, line.formula) for line in way.total.parts},
        "shared_languages": list(way.shared_languages),
        "holds_if": way.holds_if or None,
    }
