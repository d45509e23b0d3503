"""What a plan must not do: work people harder than the limit, or rest on agents nobody can hire."""

from collections.abc import Iterable, Iterator

from domain.costing.inputs import EstimateInputs
from domain.costing.parameters import Parameter
from domain.costing.staffing import Staffing
from domain.costing.week_plan import WeekPlan
from domain.shared.outcomes import Finding
from domain.shared.rounding import round_half_up


def check_staffing(
    inputs: EstimateInputs, staffing: Staffing, occupancy_limit: Parameter
) -> tuple[Finding, ...]:
    """What stands against a plan.

    Args:
        inputs: with the occupancy limit in force.
        staffing: made from them.
        occupancy_limit: where that limit comes from.

    Returns:
        ``costing.occupancy_above_limit`` (blocker: the plan is refused) and ``costing.pool_hard_to_hire``.
    """
    return (*_occupancy(inputs, staffing, occupancy_limit), *_pools(inputs))


def refusals(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings that refuse a plan: its prices say what an impossible service would cost, so nothing is advised."""
    return tuple(each for each in findings if each.severity == "blocker")


def check_week(plan: WeekPlan) -> tuple[Finding, ...]:
    """What a plan by the hour cannot keep.

    Returns:
        ``costing.answers_late`` when contacts wait through closing time for longer than promised.
    """
    if not plan.late_share:
        return ()
    values = {"late_percent": float(round_half_up(plan.late_share * 100, 1))}
    return (Finding(code="costing.answers_late", severity="warning", place="coverage", values=values),)


def _occupancy(inputs: EstimateInputs, staffing: Staffing, limit: Parameter) -> Iterator[Finding]:
    """People busier than the limit tire and leave, and a backlog is never worked off."""
    if inputs.occupancy <= inputs.max_occupancy:
        return
    needed = staffing.productive_hours * inputs.occupancy / inputs.max_occupancy
    yield Finding(
        code="costing.occupancy_above_limit",
        severity="blocker",
        place="occupancy",
        values={
            "given_percent": inputs.occupancy * 100,
            "limit_percent": inputs.max_occupancy * 100,
            "planned_hours": float(round_half_up(staffing.productive_hours, 1)),
            "needed_hours": float(round_half_up(needed, 1)),
        },
        source=limit.origin.source,
    )


def _pools(inputs: EstimateInputs) -> Iterator[Finding]:
    """A pool with more languages than people usually speak."""
    most = inputs.pool_limits.languages_per_agent
    for pool in inputs.pools:
        if most is not None and len(pool) > most:
            yield Finding(
                code="costing.pool_hard_to_hire",
                severity="warning",
                place="language_pools",
                values={"languages": "+".join(pool), "most": most},
            )
