"""From counts to a status: pass, fail, inconclusive, or not assessed with the reason."""

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from domain.pilot.bounds import Bounds, wilson
from domain.pilot.measurement import Measurement
from domain.pilot.plan import ReportMarks
from domain.pilot.rules import PilotRules
from domain.shared.kpis import Direction, Kpi, ScoreScale
from domain.shared.outcomes import NotAssessed
from domain.shared.rounding import to_decimal

Status = Literal["pass", "inconclusive", "fail", "not_assessed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class KpiResult:
    """What can be said about one KPI instance of one vendor.

    Attributes:
        instance: "frt_within.email".
        kpi: id of the definition.
        version: version of the definition.
        criterion: criterion it speaks for.
        must: whether its failure fails the pilot.
        target: what was agreed.
        status: pass, inconclusive, fail or not_assessed.
        value: measured share or points; None when not assessed.
        n: cases; None when there were none to count.
        k: hits among them; None for typed points.
        lower: one-sided 95 % bound; None when not assessed or typed.
        upper: the other one.
        points: 0-100; None when not assessed.
        reason: why it is not assessed.
        measurement: all counts; None for typed points.
    """

    instance: str
    kpi: str
    version: int
    criterion: str
    must: bool
    target: Decimal
    status: Status
    value: float | None = None
    n: int | None = None
    k: int | None = None
    lower: float | None = None
    upper: float | None = None
    points: float | None = None
    reason: NotAssessed | None = None
    measurement: Measurement | None = None


def decide(bounds: Bounds, target: Decimal, direction: Direction) -> Status:
    """Pass when even the unfavourable bound keeps the target, fail when even the favourable one misses it.

    Args:
        bounds: one-sided 95 % bounds of the measured share.
        target: what was agreed; keeping it exactly is a pass.
        direction: ``up`` when more is better.
    """
    if direction == "up":
        kept, missed = bounds.lower >= float(target), bounds.upper < float(target)
    else:
        kept, missed = bounds.upper <= float(target), bounds.lower > float(target)
    if kept:
        return "pass"
    return "fail" if missed else "inconclusive"


def points(value: float, target: Decimal, scale: ScoreScale, *, target_points: Decimal) -> float:
    """A value as 0 to 100 points: 0 at the floor, `target_points` at the target, 100 at the stretch.

    Linear in between and clipped outside. Floor and stretch follow the agreed target.
    """
    at_target = float(target)
    floor = at_target + float(scale.floor_share) * (float(scale.worst) - at_target)
    stretch = at_target + float(scale.stretch_share) * (float(scale.best) - at_target)
    # Counted from the target towards the best value, so that both directions read alike.
    towards_best = 1 if scale.best > scale.worst else -1
    distance = (value - at_target) * towards_best
    if distance >= 0:
        gained = (100 - float(target_points)) * distance / abs(stretch - at_target)
        return min(100.0, float(target_points) + gained)
    return max(0.0, float(target_points) * (1 + distance / abs(at_target - floor)))


def gap_of(measured: Measurement, kpi: Kpi, rules: PilotRules) -> NotAssessed | None:
    """Why the counts do not allow a judgement, or None when they do."""
    if measured.gap is not None:
        return measured.gap
    most = float(rules.missing_share_most.value)
    # Twelve digits: exactly 5 % missing is still allowed, whatever binary fractions make of it.
    if to_decimal(measured.missing_share) > rules.missing_share_most.value:
        return NotAssessed("missing_values", {"share": measured.missing_share, "limit": most})
    least = rules.response_share_least.value
    if measured.response_share is not None and to_decimal(measured.response_share) < least:
        return NotAssessed("low_response", {"share": measured.response_share, "limit": float(least)})
    if measured.n < kpi.n_min:
        return NotAssessed("too_few", {"n": measured.n, "n_min": kpi.n_min})
    return None


def judge(measured: Measurement, kpi: Kpi, target: Decimal, rules: PilotRules) -> KpiResult:
    """The result of one measured KPI instance.

    Args:
        measured: the counts.
        kpi: its definition.
        target: what the plan agreed.
        rules: thresholds of the scorecard.
    """
    reason = gap_of(measured, kpi, rules)
    counted = measured.gap is None
    result = replace(
        unjudged(kpi, measured.instance, target, rules),
        n=measured.n if counted else None,
        k=measured.k if counted else None,
        reason=reason,
        measurement=measured,
    )
    if reason is not None:
        return result
    bounds = wilson(measured.k, measured.n)
    value = measured.k / measured.n
    return replace(
        result,
        status=decide(bounds, target, kpi.direction),
        value=value,
        lower=bounds.lower,
        upper=bounds.upper,
        points=points(value, target, kpi.scale, target_points=rules.target_points.value),
    )


def judge_reports(
    marks: ReportMarks | None, kpi: Kpi, instance: str, target: Decimal, rules: PilotRules
) -> KpiResult:
    """Typed marks are compared with the target directly: there is no sample behind them.

    Args:
        marks: the merchant's judgement; None when nobody gave one.
        kpi: the definition.
        instance: its instance.
        target: agreed points.
        rules: thresholds of the scorecard.
    """
    result = unjudged(kpi, instance, target, rules)
    if marks is None:
        return replace(result, reason=NotAssessed("no_marks"))
    if marks.reports < kpi.n_min:
        reason = NotAssessed("too_few_reports", {"n": marks.reports, "n_min": kpi.n_min})
        return replace(result, n=marks.reports, reason=reason)
    return replace(
        result,
        status="pass" if marks.total >= target else "fail",
        value=float(marks.total),
        n=marks.reports,
        points=points(float(marks.total), target, kpi.scale, target_points=rules.target_points.value),
    )


def unjudged(kpi: Kpi, instance: str, target: Decimal, rules: PilotRules) -> KpiResult:
    """A result that says what would be judged, not yet how it came out."""
    return KpiResult(
        instance=instance,
        kpi=kpi.id,
        version=kpi.version,
        criterion=kpi.criterion,
        must=kpi.id in rules.must,
        target=target,
        status="not_assessed",
    )
