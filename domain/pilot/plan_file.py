"""Reads a pilot plan from plain values (TOML or JSON); every refusal names the key and how to mend it."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

from domain.pilot.plan import PilotPlan, instances
from domain.pilot.plan_hours import read_coverage
from domain.pilot.plan_values import read_day, read_decimal, refuse_far_year, refuse_unknown, table
from domain.pilot.plan_vendors import read_vendors
from domain.pilot.rules import PilotRules
from domain.shared.kpis import Kpi
from domain.shared.outcomes import DomainError

KIND = "kefu.pilot_plan"
VERSION = 1
_KEYS = (
    "kind",
    "version",
    "data_origin",
    "start",
    "weeks",
    "zone",
    "exported_at",
    "targets",
    "coverage",
    "closed_days",
    "vendors",
)


def parse_plan(mapping: Mapping[str, Any], *, kpis: Mapping[str, Kpi], rules: PilotRules) -> PilotPlan:
    """A plan, checked against the KPI definitions and the rules of the scorecard.

    Args:
        mapping: the keys of docs/pilot-plan.md; dates may be dates or "2026-10-05", shares are 0-1.
        kpis: all definitions, for the targets.
        rules: limits of the length, the rubric and the gates.

    Raises:
        DomainError: the first thing that is wrong, with its key.
    """
    if mapping.get("kind", KIND) != KIND or mapping.get("version", VERSION) != VERSION:
        raise DomainError("pilot.plan_kind", key="kind", kind=KIND, version=VERSION)
    refuse_unknown(mapping, _KEYS, "")
    zone = read_zone(_needed(mapping, "zone"))
    plan = PilotPlan(
        start=read_day(_needed(mapping, "start"), "start"),
        weeks=_weeks(_needed(mapping, "weeks"), rules),
        zone=zone,
        targets=_targets(table(mapping, "targets"), kpis),
        coverage=read_coverage(mapping),
        vendors=read_vendors(table(mapping, "vendors"), rules),
        exported_at=_moment(mapping.get("exported_at"), zone),
        synthetic=mapping.get("data_origin") == "synthetic",
    )
    if plan.exported_at is not None and plan.exported_at <= plan.starts_at:
        raise DomainError(
            "pilot.exported_before_start",
            key="exported_at",
            start=plan.start.isoformat(),
            given=str(mapping["exported_at"]),
        )
    return plan


def read_zone(value: Any) -> str:
    """An IANA time zone name that exists."""
    if not isinstance(value, str) or value not in _zones():
        raise DomainError("pilot.zone_unknown", key="zone", zone=str(value))
    return value


@lru_cache(maxsize=1)
def _zones() -> frozenset[str]:
    """The names this machine knows; finding them walks through a folder of hundreds of files."""
    return frozenset(available_timezones())


def _needed(mapping: Mapping[str, Any], key: str) -> Any:
    if key not in mapping:
        raise DomainError("pilot.plan_key_missing", key=key)
    return mapping[key]


def _weeks(value: Any, rules: PilotRules) -> int:
    """The length of the pilot within the limits."""
    least, most = int(rules.weeks_least.value), int(rules.weeks_most.value)
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
        raise DomainError("pilot.weeks_outside", key="weeks", lowest=least, highest=most, given=str(value))
    return value


def _targets(values: Mapping[str, Any], kpis: Mapping[str, Kpi]) -> dict[str, Decimal]:
    """Agreed targets, each within the range its definition allows."""
    known = instances(kpis)
    refuse_unknown(values, tuple(known), "targets.")
    targets = {}
    for instance, value in values.items():
        kpi, row = known[instance]
        target = read_decimal(value, f"targets.{instance}")
        share = target / 100
        if kpi.unit == "share" and row.lowest <= share <= row.highest:
            raise DomainError(
                "pilot.target_in_percent", key=f"targets.{instance}", share=f"{share:f}", given=f"{target:f}"
            )
        if not row.lowest <= target <= row.highest:
            raise DomainError(
                "pilot.target_outside",
                key=f"targets.{instance}",
                kpi=instance,
                lowest=str(row.lowest),
                highest=str(row.highest),
                given=str(target),
            )
        targets[instance] = target
    return targets


def _moment(value: Any, zone: str) -> datetime | None:
    """A date-time; without offset it is meant in the plan's zone."""
    if value is None:
        return None
    try:
        moment = datetime.fromisoformat(value) if isinstance(value, str) else value
    except ValueError:
        moment = None
    if not isinstance(moment, datetime):
        raise DomainError("pilot.plan_not_a_moment", key="exported_at", value=str(value))
    refuse_far_year(moment, "exported_at")
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=ZoneInfo(zone))
