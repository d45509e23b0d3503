"""The target of a KPI: as agreed for the pilot, else as the requirements ask, else as the definition proposes."""

from collections.abc import Mapping
from decimal import Decimal

from domain.pilot.plan import PilotPlan, instances, target_of
from domain.requirements.record import Record
from domain.shared.kpis import KpiTarget
from domain.shared.rounding import to_decimal
from services.catalog import catalog

# Instance of a KPI -> the question that asks for its target.
ASKED: Mapping[str, str] = {"csat_top2": "csat_target", "service_level_phone": "phone_answer_share"}


def target_limits() -> dict[str, tuple[Decimal, Decimal]]:
    """The lowest and highest target a KPI can take, by the question that asks for one."""
    known = instances(catalog().kpis)
    return {
        question: (known[instance][1].lowest, known[instance][1].highest)
        for instance, question in ASKED.items()
    }


def asked_targets(record: Record) -> dict[str, Decimal]:
    """The targets somebody answered, by instance; one that no pilot could take is left to the definition."""
    known, found = instances(catalog().kpis), {}
    for instance, question in ASKED.items():
        value, (_, target) = record.value(question), known[instance]
        # A silent default is the definition's own proposal.
        if (
            record.origin(question) not in {"default", "none"}
            and target.lowest <= to_decimal(value) <= target.highest
        ):
            found[instance] = to_decimal(value)
    return found


def target_for(record: Record, plan: PilotPlan | None, target: KpiTarget) -> Decimal:
    """The target everything prints and judges by."""
    if plan is not None and target.instance in plan.targets:
        return target_of(plan, target)
    return asked_targets(record).get(target.instance, target.target)
