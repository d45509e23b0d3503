"""Times with more contacts than usual: peaks of every year and launches, as shares of calendar months."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from domain.shared.outcomes import DomainError

MONTHS: Final = range(1, 13)


@dataclass(frozen=True, slots=True, kw_only=True)
class Season:
    """A time with more contacts.

    Attributes:
        name: what people call it.
        kind: a peak that comes back every year, or a launch.
        multiplier: contacts of an hour in it over those of the same hour at other times, at least 1.
        months: share of each calendar month (1 to 12) that it takes; months without it are left out.
        surcharge: what an extra hour costs more than a normal one, as a share.

    Raises:
        DomainError: ``costing.season_outside``.
    """

    name: str
    kind: Literal["peak", "launch"] = "peak"
    multiplier: float
    months: Mapping[int, float]
    surcharge: float = 0.0

    def __post_init__(self) -> None:
        months_fit = all(month in MONTHS and 0 <= share <= 1 for month, share in self.months.items())
        if not (months_fit and 1 <= self.multiplier < math.inf and 0 <= self.surcharge < math.inf):
            raise DomainError("costing.season_outside", season=self.name, multiplier=self.multiplier)


def parts_of_month(month: int, seasons: Sequence[Season]) -> Iterator[tuple[Season, float]]:
    """The seasons of a month with the share of it that each one takes.

    Seasons do not multiply each other: they are laid side by side, the strongest first, until the month is full.
    """
    left = 1.0
    for season in sorted(seasons, key=lambda each: -each.multiplier):
        share = min(left, season.months.get(month, 0.0))
        if share > 0:
            yield season, share
            left -= share
