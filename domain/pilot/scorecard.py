"""The scorecard of one vendor: results per KPI, criteria, hard gates, total and verdict."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from domain.pilot.bounds import wilson
from domain.pilot.decide import KpiResult, judge, judge_reports
from domain.pilot.measurement import Measurement
from domain.pilot.plan import PilotPlan, VendorStatement, counts, instances, target_of
from domain.pilot.rules import GateRule, PilotRules
from domain.pilot.verdict import Ground, Verdict, reach_verdict
from domain.shared.kpis import Kpi
from domain.shared.outcomes import NotAssessed

GateStatus = Literal["kept", "missed", "open", "not_stated"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionResult:
    """One criterion: the mean of the points of its assessed KPIs.

    Attributes:
        id: speed, accuracy, complaints, satisfaction or reporting.
        weight: percent of the total.
        points: 0-100; None when none of its KPIs is assessed.
    """

    id: str
    weight: int
    points: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GateResult:
    """One hard gate.

    Attributes:
        id: critical_errors and so on.
        status: kept, missed, open (too little evidence) or not_stated (nobody spoke about it).
        n: cases behind a measured gate.
        k: errors among them.
        upper: one-sided 95 % upper bound of a measured gate.
    """

    id: str
    status: GateStatus
    n: int | None = None
    k: int | None = None
    upper: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scorecard:
    """The judgement of one vendor's pilot, with the rules it rests on.

    Attributes:
        vendor: the vendor's name in the ticket file.
        verdict: pass, extend or fail.
        grounds: what decided the verdict, most telling first.
        points: weighted total 0-100; None while a criterion is not assessed.
        kpis: results by instance.
        criteria: results in the order of the rules.
        gates: results in the order of the rules.
        weeks: length of the pilot; None without a plan.
        rules: the frozen rules, with their version.
    """

    vendor: str
    verdict: Verdict
    grounds: tuple[Ground, ...]
    points: float | None
    kpis: Mapping[str, KpiResult]
    criteria: tuple[CriterionResult, ...]
    gates: tuple[GateResult, ...]
    weeks: int | None
    rules: PilotRules


def score(
    vendor: str,
    measured: Mapping[str, Measurement],
    *,
    kpis: Mapping[str, Kpi],
    rules: PilotRules,
    plan: PilotPlan | None,
) -> Scorecard:
    """Judge one vendor.

    Args:
        vendor: the vendor's name in the ticket file.
        measured: counts per KPI instance.
        kpis: all definitions.
        rules: weights, thresholds, gates.
        plan: agreed targets, marks and statements; None when a file is scored on its own.
    """
    statement = plan.vendors.get(vendor, VendorStatement()) if plan else VendorStatement()
    results = {}
    for instance, (kpi, target) in instances(kpis).items():
        agreed = target_of(plan, target)
        if kpi.measure == "rubric_total":
            results[instance] = judge_reports(statement.marks, kpi, instance, agreed, rules)
        elif plan is None or counts(plan, target):
            results[instance] = judge(measured[instance], kpi, agreed, rules)
        else:
            gap = Measurement(instance=instance, gap=NotAssessed("target_not_agreed"))
            results[instance] = judge(gap, kpi, agreed, rules)
    criteria = tuple(
        CriterionResult(id=rule.id, weight=rule.weight, points=_mean_points(rule.id, results))
        for rule in rules.criteria
    )
    gates = tuple(_gate(rule, measured, statement) for rule in rules.gates)
    total = _total(criteria)
    weeks = plan.weeks if plan else None
    verdict, grounds = reach_verdict(
        results=tuple(results.values()),
        criteria={one.id: one.points for one in criteria},
        gates={one.id: one.status for one in gates},
        total=total,
        weeks=weeks,
        rules=rules,
    )
    return Scorecard(
        vendor=vendor,
        verdict=verdict,
        grounds=grounds,
        points=total,
        kpis=results,
        criteria=criteria,
        gates=gates,
        weeks=weeks,
        rules=rules,
    )


def _mean_points(criterion: str, results: Mapping[str, KpiResult]) -> float | None:
    """Every assessed KPI of a criterion counts alike; what is not assessed is never scored."""
    found = [one.points for one in results.values() if one.criterion == criterion and one.points is not None]
    return sum(found) / len(found) if found else None


def _total(criteria: tuple[CriterionResult, ...]) -> float | None:
    """Weighted total; a missing criterion leaves it unknown rather than low."""
    total = 0.0
    for one in criteria:
        if one.points is None:
            return None
        total += one.points * one.weight / 100
    return total


def _gate(rule: GateRule, measured: Mapping[str, Measurement], statement: VendorStatement) -> GateResult:
    """Missed when even the lower bound is above the limit, open while the upper bound is."""
    if rule.limit is None:
        missed = statement.gates_missed.get(rule.id)
        return GateResult(
            id=rule.id,
            status="not_stated" if missed is None else "missed" if missed else "kept",
        )
    counts = measured[rule.measured_by]
    if counts.n == 0:
        return GateResult(id=rule.id, status="open", n=0, k=0)
    bounds = wilson(counts.k, counts.n)
    status: GateStatus = "kept"
    if bounds.lower > float(rule.limit):
        status = "missed"
    elif bounds.upper > float(rule.limit):
        status = "open"
    return GateResult(id=rule.id, status=status, n=counts.n, k=counts.k, upper=bounds.upper)
