"""At which volume another way of getting the service becomes the cheaper one."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from domain.costing.alternatives import ORDER, AlternativeId, alternatives
from domain.costing.band import Band
from domain.costing.make_or_buy import MakeOrBuy

LEAST_CONTACTS, MOST_CONTACTS = 200.0, 200_000.0
_POINTS_A_DECADE = 12
_DECADES = 3  # from 200 to 200,000
_HALVINGS = 40  # to well below a thousandth of a contact


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """The cost of every way over a range of volumes.

    Attributes:
        contacts: contacts a month, from 200 to 200,000 in even ratios.
        months: the month per way, in the order of `contacts`.
    """

    contacts: tuple[float, ...]
    months: Mapping[AlternativeId, tuple[Band, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Crossover:
    """A volume at which the cheaper of two ways changes, at base prices.

    Attributes:
        contacts: contacts a month.
        below: the way that costs less with fewer.
        above: the way that costs less with more.
    """

    contacts: float
    below: AlternativeId
    above: AlternativeId


def volumes() -> tuple[float, ...]:
    """Contacts a month from 200 to 200,000, twelve to a tenfold."""
    steps = _POINTS_A_DECADE * _DECADES
    return tuple(
        LEAST_CONTACTS * (MOST_CONTACTS / LEAST_CONTACTS) ** (step / steps) for step in range(steps + 1)
    )


def cost_grid(case: MakeOrBuy, contacts: Sequence[float] = ()) -> Grid:
    """The cost of every way at so many contacts; the mix of languages and channels stays.

    Args:
        case: what the ways are calculated with; a case without contacts has no grid.
        contacts: contacts a month; the usual volumes when none are given.
    """
    points = tuple(contacts) or volumes()
    made = [alternatives(case, each / case.contacts, every=True) for each in points] if case.contacts else []
    names = [alternative.id for alternative in made[0]] if made else []
    return Grid(
        contacts=points if made else (),
        months={name: tuple(each[place].month for each in made) for place, name in enumerate(names)},
    )


def crossovers(case: MakeOrBuy) -> tuple[Crossover, ...]:
    """Where two ways change places, for every pair of them, from few contacts to many.

    A pair that stands nowhere has the same cheaper way at every volume of the grid from 200 to 200,000 contacts.
    Between two neighbours of the grid (a fifth more contacts) only one change is looked for: where whole seats
    of tools make two ways change places and back within such a step, neither change is listed. An own team is
    counted in parts of people, the tools of dedicated agents in whole seats.
    """
    if not case.contacts:
        return ()
    base = _Bases(case)
    names = base.known[LEAST_CONTACTS].keys()
    found = [
        Crossover(contacts=at, below=below, above=above)
        for first, second in combinations(names, 2)
        for at, below, above in _changes(base, first, second)
    ]
    return tuple(sorted(found, key=lambda each: each.contacts))


class _Bases:
    """The base month of every way at a volume; those of the grid are calculated once."""

    def __init__(self, case: MakeOrBuy) -> None:
        self.case = case
        self.known = {contacts: self._months(contacts, ORDER) for contacts in volumes()}

    def _months(self, contacts: float, among: Collection[AlternativeId]) -> Mapping[AlternativeId, float]:
        made = alternatives(self.case, contacts / self.case.contacts, every=True, among=among)
        return {each.id: each.month.base for each in made}

    def cheaper(self, contacts: float, first: AlternativeId, second: AlternativeId) -> AlternativeId:
        months = self.known.get(contacts) or self._months(contacts, (first, second))
        return first if months[first] <= months[second] else second


def _changes(
    base: _Bases, first: AlternativeId, second: AlternativeId
) -> Iterator[tuple[float, AlternativeId, AlternativeId]]:
    for low, high in pairwise(volumes()):
        below, above = base.cheaper(low, first, second), base.cheaper(high, first, second)
        if below != above:
            yield _halve(base, low, high, first, second), below, above


def _halve(base: _Bases, low: float, high: float, first: AlternativeId, second: AlternativeId) -> float:
    """The volume between two points at which the cheaper way changes."""
    start = base.cheaper(low, first, second)
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if base.cheaper(middle, first, second) == start:
            low = middle
        else:
            high = middle
    return high
