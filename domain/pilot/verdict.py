"""From results to pass, extend or fail: the first rule that applies decides."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from domain.pilot.decide import KpiResult
from domain.pilot.rules import PilotRules
from domain.shared.rounding import to_decimal

Verdict = Literal["pass", "extend", "fail"]
# A channel without a single ticket, or a target nobody agreed, says nothing about the vendor: it holds nobody up.
SILENT_REASONS = frozenset({"channel_absent", "target_not_agreed"})


@dataclass(frozen=True, slots=True)
class Ground:
    """One reason of a verdict.

    Attributes:
        code: key of the sentence in words/ (``pilot.ground.<code>``).
        about: the KPI instance, criterion or gate it speaks of; empty for the whole.
        values: what the sentence interpolates beside `about`.
    """

    code: str
    about: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)


def reach_verdict(
    *,
    results: tuple[KpiResult, ...],
    criteria: Mapping[str, float | None],
    gates: Mapping[str, str],
    total: float | None,
    weeks: int | None,
    rules: PilotRules,
) -> tuple[Verdict, tuple[Ground, ...]]:
    """The verdict with its grounds.

    Fail: a gate missed or a must-KPI failed. Pass: everything a pass needs (`_hindrances` is empty).
    Extend: something is still open and the longest pilot is not reached; without a plan no length was
    agreed, so it is not reached either. Else fail.

    Args:
        results: all KPI results.
        criteria: points per criterion; None when not assessed.
        gates: status per gate.
        total: weighted total; None while a criterion is not assessed.
        weeks: length of the pilot; None without a plan.
        rules: thresholds.
    """
    fatal = [Ground("gate_missed", gate) for gate, status in gates.items() if status == "missed"]
    fatal += [Ground("must_failed", one.instance) for one in results if one.must and one.status == "fail"]
    if fatal:
        return "fail", tuple(fatal)
    hindrances = _hindrances(results, criteria, gates, total, rules)
    if not hindrances:
        return "pass", (Ground("all_met"),)
    undecided = _open_questions(results, criteria, gates)
    longest = int(rules.weeks_most.value)
    if undecided and (weeks is None or weeks < longest):
        return "extend", (*hindrances, *(one for one in undecided if one not in hindrances))
    if undecided:
        hindrances.append(Ground("no_time_left", "", {"weeks": longest}))
    return "fail", tuple(hindrances)


def _hindrances(
    results: tuple[KpiResult, ...],
    criteria: Mapping[str, float | None],
    gates: Mapping[str, str],
    total: float | None,
    rules: PilotRules,
) -> list[Ground]:
    """What stands between this vendor and a pass."""
    found = [Ground("gate_open", gate) for gate, status in gates.items() if status == "open"]
    found += [
        Ground("criterion_not_assessed", criterion)
        for criterion, reached in criteria.items()
        if reached is None
    ]
    found += [
        Ground("must_inconclusive", one.instance)
        for one in results
        if one.must and one.status == "inconclusive"
    ]
    found += [Ground("must_not_assessed", kpi) for kpi in rules.must if not _assessed(kpi, results)]
    found += [
        Ground("criterion_low", criterion)
        for criterion, reached in criteria.items()
        if reached is not None and to_decimal(reached) < rules.criterion_score.value
    ]
    if total is not None and to_decimal(total) < rules.pass_score.value:
        found.append(Ground("score_low"))
    return found


def _assessed(kpi: str, results: tuple[KpiResult, ...]) -> bool:
    """A must-KPI has to be known on at least one channel; a pass without it would be a guess."""
    return any(one.kpi == kpi and one.status != "not_assessed" for one in results)


def _open_questions(
    results: tuple[KpiResult, ...],
    criteria: Mapping[str, float | None],
    gates: Mapping[str, str],
) -> list[Ground]:
    """What more weeks could still answer."""
    found = [Ground("gate_open", gate) for gate, status in gates.items() if status == "open"]
    found += [
        Ground("criterion_not_assessed", criterion)
        for criterion, reached in criteria.items()
        if reached is None
    ]
    for one in results:
        if one.status == "inconclusive":
            found.append(Ground("must_inconclusive" if one.must else "kpi_inconclusive", one.instance))
        elif one.reason is not None and one.reason.reason not in SILENT_REASONS:
            found.append(Ground("kpi_not_assessed", one.instance))
    return found
