"""Somebody has to sit ready: the hours a group of agents needs even when little comes in."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from domain.shared.outcomes import DomainError


@dataclass(frozen=True, slots=True, kw_only=True)
class AgentGroup:
    """The hours a month of one group of agents: a language of its own or a pool of languages.

    Attributes:
        languages: the languages this group serves.
        workload_hours: time spent with customers.
        productive_hours: workload divided by occupancy: what the contacts need.
        floor_hours: open hours times the people who have to be ready: what the coverage needs.
        required_hours: the larger of the two.
        idle_hours: required beyond what the contacts need; paid for being there.
    """

    languages: tuple[str, ...]
    workload_hours: float
    productive_hours: float
    floor_hours: float
    required_hours: float
    idle_hours: float


def complete_pools(languages: Collection[str], pools: Sequence[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    """The given pools, then every language that is in none of them on its own.

    Raises:
        DomainError: a pool without languages, with a language that is not served, or a language twice.
    """
    placed: set[str] = set()
    for pool in pools:
        if not pool:
            raise DomainError("costing.pool_empty")
        for language in pool:
            if language not in languages:
                raise DomainError("costing.pool_language_unknown", language=language)
            if language in placed:
                raise DomainError("costing.pool_language_twice", language=language)
            placed.add(language)
    alone = ((language,) for language in languages if language not in placed)
    return (*(tuple(pool) for pool in pools), *alone)


def cover(
    workload_hours: Mapping[str, float],
    pools: Sequence[tuple[str, ...]],
    *,
    floor_of: Callable[[tuple[str, ...]], float],
    occupancy: float,
) -> tuple[AgentGroup, ...]:
    """The hours each group needs, in the order of the groups.

    Args:
        workload_hours: hours a month per language.
        pools: groups that hold every language once (`complete_pools`).
        floor_of: hours a month during which a group has to be present, times its seats.
        occupancy: share of productive hours spent with customers.
    """
    return tuple(
        _group(pool, sum(workload_hours[language] for language in pool), floor_of(pool), occupancy)
        for pool in pools
    )


def _group(languages: tuple[str, ...], workload: float, floor_hours: float, occupancy: float) -> AgentGroup:
    productive = workload / occupancy
    required = max(floor_hours, productive)
    return AgentGroup(
        languages=languages,
        workload_hours=workload,
        productive_hours=productive,
        floor_hours=floor_hours,
        required_hours=required,
        idle_hours=required - productive,
    )
