"""Which languages share their agents: the cheapest grouping among all that can be hired."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from typing import ClassVar, Final, Literal

from domain.shared.outcomes import DomainError, NotAssessed
from domain.shared.sources import STRICT, Bilingual, Origin

# given: as a vendor offers them. planned: as the merchant names them, offered by nobody yet. cheapest: the best
# that can be hired. separate: no pools.
PoolingMode = Literal["given", "planned", "cheapest", "separate"]
Pool = tuple[str, ...]
# All groupings of twelve languages are searched in well under a second; each further one takes three times as long.
MOST_LANGUAGES: Final = 12
# Hours a month that differ in later digits cost the same.
_DIGITS: Final = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class PoolLimits:
    """Which agents can be hired.

    Attributes:
        languages_per_agent: at most so many; None for no limit.
        pairs: two languages that people speak who can be hired; None when any two can be found. In a larger
            pool every two languages must be such a pair.
        premium: what an hour of an agent with several languages costs more, as a share.

    Raises:
        DomainError: ``costing.pool_limits_outside``.
    """

    languages_per_agent: int | None = 2
    pairs: frozenset[frozenset[str]] | None = None
    premium: float = 0.0

    def __post_init__(self) -> None:
        most = self.languages_per_agent
        if (most is not None and most < 1) or not 0 <= self.premium < 1:
            raise DomainError(
                "costing.pool_limits_outside",
                given=most,
                premium_percent=self.premium * 100,
            )

    def can_be_hired(self, pool: Sequence[str]) -> bool:
        """Whether there are agents with all these languages."""
        if self.languages_per_agent is not None and len(pool) > self.languages_per_agent:
            return False
        return self.pairs is None or all(frozenset(pair) in self.pairs for pair in combinations(pool, 2))


@dataclass(frozen=True, slots=True, kw_only=True)
class PoolRules:
    """The limits as `data/costing/pools.toml` states them.

    Attributes:
        languages_per_agent: at most so many.
        pairs: two languages each that people speak who can be hired.
        origin: where limit and pairs come from.
        note: what is known against them.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    languages_per_agent: int
    pairs: tuple[tuple[str, ...], ...]
    origin: Origin
    note: Bilingual


def hireable_pools(languages: Sequence[str], limits: PoolLimits) -> tuple[Pool, ...]:
    """Every pool of two or more of the languages that can be hired."""
    most = min(limits.languages_per_agent or len(languages), len(languages))
    return tuple(
        pool
        for size in range(2, most + 1)
        for pool in combinations(languages, size)
        if limits.can_be_hired(pool)
    )


def cheapest_pools(
    languages: Sequence[str],
    cost_of: Callable[[Pool], float],
    pools: Sequence[Pool],
) -> tuple[Pool, ...] | NotAssessed:
    """The grouping of all languages that costs least; exact, every permitted grouping is weighed.

    Of equally cheap groupings the one with the fewest pooled languages is taken, then the one that joins
    the busiest language with the least busy ones: put the busiest first.

    Args:
        languages: every language, the busiest first.
        cost_of: hours a month that a pool, or a language alone, is paid for.
        pools: the pools that may be formed (`hireable_pools`); a language may always stay alone.

    Returns:
        Each language once; NotAssessed beyond `MOST_LANGUAGES`.
    """
    if len(languages) > MOST_LANGUAGES:
        return NotAssessed("costing.too_many_languages_to_pool", {"most": MOST_LANGUAGES})
    place = {language: 1 << index for index, language in enumerate(languages)}
    # A pool is tried with its first language; alone first, then with the least busy partner.
    tried: dict[int, list[tuple[int, float, Pool]]] = {
        bit: [(bit, cost_of((language,)), (language,))] for language, bit in place.items()
    }
    by_mask = {sum(place[language] for language in pool): pool for pool in pools}
    for mask in sorted(by_mask, reverse=True):
        tried[mask & -mask].append((mask, cost_of(by_mask[mask]), by_mask[mask]))

    @cache
    def best(left: int) -> tuple[float, int, tuple[Pool, ...]]:
        """Cost, number of pooled languages and pools of the languages that are left."""
        if not left:
            return 0.0, 0, ()
        options = []
        for mask, cost, pool in tried[left & -left]:
            if mask & left == mask:
                rest, pooled, later = best(left ^ mask)
                joined = len(pool) if len(pool) > 1 else 0
                # Rounded, so that the last bits of a sum do not decide between equals.
                options.append((round(cost + rest, _DIGITS), joined + pooled, (pool, *later)))
        return min(options, key=lambda option: option[:2])

    return best((1 << len(languages)) - 1)[2]
