"""What it should cost: the record read as demand, staffed and priced."""

from typing import Any

from domain.costing.estimate import Estimate, estimate
from domain.requirements.record import Record
from services.catalog import catalog
from services.costing_inputs import estimate_inputs


def estimate_record(record: Record) -> Estimate:
    """The estimate of a record.

    Raises:
        DomainError: an answer is missing or nothing can be calculated with it.
    """
    known = catalog()
    return estimate(estimate_inputs(record), known.rates, known.parameters, known.claims["rate_ticket"])


def cost_json(made: Estimate) -> dict[str, Any]:
    """The estimate with the stable keys of docs/cli.md: plain unrounded numbers in the estimate's currency."""
    staffing = made.staffing
    return {
        "currency": made.currency,
        "demand": {
            "contacts_month": made.demand.contacts_month,
            "workload_hours": made.demand.workload_hours,
            "channels": {line.channel: line.hours for line in made.demand.channels},
            "languages": dict(made.demand.languages),
        },
        "staffing": {
            "coverage_hours_month": staffing.coverage_hours_month,
            "productive_hours": staffing.productive_hours,
            "separate_hours": staffing.separate_hours,
            "pooled_hours": staffing.pooled_hours,
            "paid_hours": staffing.paid_hours,
            "fte": staffing.fte,
        },
        "regions": {
            region: {
                basis.basis.replace("_hour", "_basis"): {
                    "low": basis.low,
                    "base": basis.base,
                    "high": basis.high,
                }
                for basis in (price.productive_basis, price.paid_basis)
            }
            for region, price in made.regions.items()
        },
        "findings": [
            {"code": finding.code, "severity": finding.severity, "place": finding.place}
            for finding in made.findings
        ],
    }
