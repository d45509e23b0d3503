"""Reads what a pilot plan states about each vendor: marks for the reports and hard gates."""

from collections.abc import Mapping
from typing import Any

from domain.pilot.plan import ReportMarks, VendorStatement
from domain.pilot.plan_values import refuse_unknown, table
from domain.pilot.rules import PilotRules
from domain.shared.outcomes import DomainError


def read_vendors(vendors: Mapping[str, Any], rules: PilotRules) -> dict[str, VendorStatement]:
    """Statements by vendor name.

    Raises:
        DomainError: an item of the rubric is missing or outside its points, or a gate is not yes or no.
    """
    statements = {}
    for name in vendors:
        place = f"vendors.{name}."
        vendor = table(vendors, name, "vendors.")
        refuse_unknown(vendor, ("rubric", "gates"), place)
        statements[name.strip()] = VendorStatement(
            marks=_marks(table(vendor, "rubric", place), rules, f"{place}rubric."),
            gates_missed=_gates(table(vendor, "gates", place), rules, f"{place}gates."),
        )
    return statements


def _marks(values: Mapping[str, Any], rules: PilotRules, place: str) -> ReportMarks | None:
    """Five marks and the number of reports read; all or none."""
    if not values:
        return None
    items = tuple(item.id for item in rules.rubric.items)
    refuse_unknown(values, ("reports", *items), place)
    for key in ("reports", *items):
        if key not in values:
            raise DomainError("pilot.plan_key_missing", key=f"{place}{key}")
    return ReportMarks(
        reports=_whole(values["reports"], f"{place}reports", most=None),
        marks={item: _whole(values[item], f"{place}{item}", most=rules.rubric.points_most) for item in items},
    )


def _whole(value: Any, key: str, *, most: int | None) -> int:
    """A whole number from 0 up to the most allowed."""
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise DomainError("pilot.plan_not_whole", key=key, value=str(value))
    if most is not None and value > most:
        raise DomainError("pilot.marks_outside", key=key, highest=most, given=value)
    return value


def _gates(values: Mapping[str, Any], rules: PilotRules, place: str) -> dict[str, bool]:
    """Stated gates: true means the gate was missed."""
    stated = tuple(gate.id for gate in rules.gates if not gate.measured_by)
    refuse_unknown(values, stated, place)
    for gate, missed in values.items():
        if not isinstance(missed, bool):
            raise DomainError("pilot.plan_not_yes_or_no", key=f"{place}{gate}", value=str(missed))
    return dict(values)
