"""How weeks become months."""

from collections.abc import Mapping
from dataclasses import dataclass

from domain.costing.parameters import Parameter


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """How weeks become months.

    Attributes:
        weeks_per_year: 52.
        months_per_year: 12.
    """

    weeks_per_year: float
    months_per_year: float

    def hours_month(self, hours_week: float) -> float:
        """Weekly hours as hours of an average month: 60 a week are 260 a month."""
        return hours_week * self.weeks_per_year / self.months_per_year

    def per_week(self, month: float) -> float:
        """What comes in a month as what comes in an average week: 6,000 contacts a month are 1,385 a week."""
        return month * self.months_per_year / self.weeks_per_year


def calendar_of(parameters: Mapping[str, Parameter]) -> Calendar:
    """The calendar as the parameters state it."""
    return Calendar(
        weeks_per_year=float(parameters["weeks_per_year"].default),
        months_per_year=float(parameters["months_per_year"].default),
    )
