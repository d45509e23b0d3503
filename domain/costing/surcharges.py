"""What hours at night, at weekends and on public holidays cost more, and what an hour pays to which several apply."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal

# ``add``: every surcharge that applies; ``highest``: the dearest of them alone.
SurchargeRule = Literal["add", "highest"]
# What an hour pays of the surcharges below the highest, under each rule.
STACKING: Final[Mapping[SurchargeRule, float]] = {"highest": 0.0, "add": 1.0}
SURCHARGES: Final = ("night", "saturday", "sunday", "holiday")


@dataclass(frozen=True, slots=True, kw_only=True)
class UnusualHours:
    """The shares of the hours that fall on times that cost more.

    Attributes:
        night: between the night hours of the parameters.
        saturday: on Saturdays.
        sunday: on Sundays.
        holiday: on public holidays, spread over all hours alike.
        saturday_night: on Saturdays at night; counted in both.
        sunday_night: on Sundays at night; counted in both.
    """

    night: float = 0.0
    saturday: float = 0.0
    sunday: float = 0.0
    holiday: float = 0.0
    saturday_night: float = 0.0
    sunday_night: float = 0.0

    def items(self) -> tuple[tuple[str, float], ...]:
        """(name, share) of every kind."""
        return tuple((name, getattr(self, name)) for name in SURCHARGES)

    def paying(self, surcharges: Mapping[str, float], stacking: float) -> "UnusualHours":
        """The shares of the hours as they pay each surcharge: the highest in full, lower ones in part.

        Args:
            surcharges: what an hour costs more, as shares, by name; a name left out costs nothing more.
            stacking: the part of every lower surcharge that is due as well, 0 for none and 1 for all of it.
        """
        paid = dict.fromkeys(SURCHARGES, 0.0)
        for kinds, share in self._apart():
            dearest = max(kinds, key=lambda kind: surcharges.get(kind, 0.0))
            for kind in kinds:
                paid[kind] += share if kind == dearest else share * stacking
        return UnusualHours(**paid)

    def _apart(self) -> Iterator[tuple[tuple[str, ...], float]]:
        """Shares that do not overlap, each with every kind it is of; ordinary hours only where they are holidays."""
        on_days = (
            (("saturday", "night"), self.saturday_night),
            (("saturday",), self.saturday - self.saturday_night),
            (("sunday", "night"), self.sunday_night),
            (("sunday",), self.sunday - self.sunday_night),
            (("night",), self.night - self.saturday_night - self.sunday_night),
        )
        for kinds, share in on_days:
            yield kinds, share * (1 - self.holiday)
            yield (*kinds, "holiday"), share * self.holiday
        ordinary = 1 - sum(share for _, share in on_days)
        yield ("holiday",), ordinary * self.holiday
