"""Who causes the cost: a month divided among languages and channels."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from domain.costing.band import Band
from domain.costing.coverage import AgentGroup
from domain.costing.staffing import Plan
from domain.costing.workload import Demand


@dataclass(frozen=True, slots=True, kw_only=True)
class CostSplit:
    """A month per language and per channel; both add up to the month.

    Attributes:
        languages: the month per language; the waiting of a group is shared as its work is.
        channels: the month per channel; all waiting is shared as the work is.
    """

    languages: Mapping[str, Band]
    channels: Mapping[str, Band]


def language_shares(demand: Demand, plan: Plan) -> Mapping[str, float]:
    """The share of the plan's hours that each language causes."""
    hours: dict[str, float] = {}
    for group in plan.groups:
        hours |= _of_group(demand, group)
    return as_shares(hours)


def split_month(month: Band, demand: Demand, plan: Plan) -> CostSplit:
    """A month divided among languages and channels."""
    channels = as_shares({line.channel: line.hours for line in demand.channels})
    return CostSplit(
        languages={name: month.scaled(share) for name, share in language_shares(demand, plan).items()},
        channels={name: month.scaled(share) for name, share in channels.items()},
    )


def _of_group(demand: Demand, group: AgentGroup) -> Mapping[str, float]:
    work = as_shares({language: demand.languages[language] for language in group.languages})
    return {language: group.required_hours * share for language, share in work.items()}


def as_shares(parts: Mapping[str, float]) -> Mapping[str, float]:
    """Parts of 1; where nothing comes in, everybody waits alike."""
    total = math.fsum(parts.values())
    return {name: part / total if total else 1 / len(parts) for name, part in parts.items()}
