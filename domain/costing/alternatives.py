"""Make or buy: the same hours of service by people of one's own, dedicated agents, a shared desk, or a bot in front."""

import math
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from domain.costing.alternative_lines import bot_line, lines_beside, manager_line, service_line, shared_line
from domain.costing.band import ENDS, Band
from domain.costing.language_mix import shared_groups
from domain.costing.lines import CostLine, sum_of
from domain.costing.make_or_buy import GroupWork, MakeOrBuy
from domain.costing.own_team import own_team_lines
from domain.costing.workload import NO_CONTACTS
from domain.shared.outcomes import NotAssessed

AlternativeId = Literal["own_team", "dedicated", "shared_desk", "hybrid_by_language", "bot_first"]
ORDER: tuple[AlternativeId, ...] = (
    "own_team",
    "dedicated",
    "shared_desk",
    "hybrid_by_language",
    "bot_first",
)
# People of the merchant's own or of a vendor, for all languages or for some.
_WITH_AGENTS = frozenset({"own_team", "dedicated", "hybrid_by_language"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternative:
    """One way of getting the service.

    Attributes:
        id: which way; its words are ``costing.alternative.<id>``.
        total: the month with its lines.
        per_contact: the month over its contacts.
        shared_languages: languages a shared desk answers.
        holds_if: what has to be agreed for the service level to be the same; words
            ``costing.holds_if.<holds_if>``; empty when it is the same by itself.
    """

    id: AlternativeId
    total: CostLine
    per_contact: Band | NotAssessed
    shared_languages: tuple[str, ...] = ()
    holds_if: str = ""

    @property
    def month(self) -> Band:
        """The month."""
        return self.total.amount

    @property
    def service(self) -> Band:
        """The service alone, without tools and manager."""
        beside = {"tools", "manager"}
        return Band.total(line.amount for line in self.total.parts if line.id not in beside)


def alternatives(
    case: MakeOrBuy, factor: float = 1.0, *, every: bool = False, among: Collection[AlternativeId] = ORDER
) -> tuple[Alternative, ...]:
    """Every way that can be calculated, in `ORDER`.

    Args:
        case: what they are calculated with.
        factor: contacts relative to a normal month; the mix of languages and channels stays.
        every: also a mix by language that shares all languages or none, for curves over volume.
        among: only these are calculated.
    """
    makers: Mapping[AlternativeId, Callable[[MakeOrBuy, float], Alternative]] = {
        "own_team": _own_team,
        "dedicated": _dedicated,
        "shared_desk": _shared_desk,
        "hybrid_by_language": _hybrid,
        "bot_first": _bot_first,
    }
    names = tuple(name for name in ORDER if name in among and (name != "own_team" or case.own_team))
    return tuple(
        made
        for made in (makers[name](case, factor) for name in names)
        if every or _is_a_way_of_its_own(case, made)
    )


def _is_a_way_of_its_own(case: MakeOrBuy, made: Alternative) -> bool:
    """A mix of which all or no languages are shared is another alternative under a second name."""
    return made.id != "hybrid_by_language" or 0 < len(made.shared_languages) < len(case.languages)


def advised(case: MakeOrBuy, made: Sequence[Alternative]) -> tuple[AlternativeId, str]:
    """Which way to look at first, and why (words ``costing.advice.<reason>``).

    A shared desk where dedicated agents would mostly wait and no agents are cheaper, for all languages or for the
    small ones; otherwise the way that costs least at base among those that give the same service without further
    conditions.
    """
    productive = math.fsum(language.productive_hours for language in case.languages)
    waiting = productive < case.shared_desk_share * math.fsum(group.floor_hours for group in case.groups)
    with_agents = (each.month.base for each in made if each.id in _WITH_AGENTS)
    desk = next(each.month.base for each in made if each.id == "shared_desk")
    if waiting and desk <= min(with_agents):
        return "shared_desk", "mostly_waiting"
    if any(each.id == "hybrid_by_language" for each in made):
        return "hybrid_by_language", "small_languages"
    same_service = [each for each in made if not each.holds_if]
    return min(same_service, key=lambda each: each.month.base).id, "cheapest"


def _dedicated(case: MakeOrBuy, factor: float) -> Alternative:
    hours, paid = (Band.exact(each) for each in _hours(case.groups, factor))
    return _alternative(
        case, "dedicated", factor, [service_line(case, hours, paid), *lines_beside(case, hours)]
    )


def _own_team(case: MakeOrBuy, factor: float) -> Alternative:
    hours, paid = _hours(case.groups, factor)
    lines = own_team_lines(case.own_team, hours, paid) if case.own_team else ()
    return _alternative(case, "own_team", factor, lines)


def _shared_desk(case: MakeOrBuy, factor: float) -> Alternative:
    lines = [shared_line(case, Band.exact(case.contacts * factor)), manager_line(case)]
    everybody = [each.language for each in case.languages]
    return _alternative(
        case, "shared_desk", factor, lines, shared=everybody, holds_if="reply_times_warranted"
    )


def _hybrid(case: MakeOrBuy, factor: float) -> Alternative:
    """Groups that would mostly wait go to a shared desk where that is cheaper; the others stay dedicated.

    What is cheaper is decided at the prices of each end for itself: decided at base prices alone, one contact
    more would move a group and make the month cheaper at the other ends. A line may therefore be there at one
    end only; low, base and high are those of the month.
    """
    shared = {end: shared_groups(case, factor, end) for end in ENDS}
    dedicated = {end: [group for group in case.groups if group not in shared[end]] for end in ENDS}
    worked = {end: _hours(dedicated[end], factor) for end in ENDS}
    hours, paid = (Band(**{end: worked[end][which] for end in ENDS}) for which in (0, 1))
    contacts = Band(**{end: math.fsum(group.contacts for group in shared[end]) * factor for end in ENDS})
    lines = [service_line(case, hours, paid)] if any(hours.ends) else []
    if any(contacts.ends):
        lines.append(shared_line(case, contacts))
    lines += lines_beside(case, hours)
    return _alternative(
        case,
        "hybrid_by_language",
        factor,
        lines,
        shared=[each.language for group in shared["base"] for each in group.languages],
        holds_if="reply_times_warranted",
    )


def _bot_first(case: MakeOrBuy, factor: float) -> Alternative:
    """A bot settles its share of the written contacts; agents answer the rest and keep the coverage."""
    left = [
        max(group.floor_hours, (group.productive_hours - case.bot_containment * group.text_hours) * factor)
        for group in case.groups
    ]
    settled = math.fsum(group.text_contacts for group in case.groups) * factor * case.bot_containment
    hours = Band.exact(math.fsum(left))
    paid = Band.exact(math.fsum(group.paid(each) for group, each in zip(case.groups, left, strict=True)))
    lines = [service_line(case, hours, paid), bot_line(case, settled), *lines_beside(case, hours)]
    return _alternative(case, "bot_first", factor, lines, holds_if="people_on_request")


def _hours(groups: Sequence[GroupWork], factor: float) -> tuple[float, float]:
    """Productive hours of dedicated agents, and the hours paid for them."""
    hours = [group.hours(factor) for group in groups]
    paid = [group.paid(each) for group, each in zip(groups, hours, strict=True)]
    return math.fsum(hours), math.fsum(paid)


def _alternative(
    case: MakeOrBuy,
    name: AlternativeId,
    factor: float,
    lines: Sequence[CostLine],
    *,
    shared: Sequence[str] = (),
    holds_if: str = "",
) -> Alternative:
    total = sum_of("month", *lines)
    contacts = case.contacts * factor
    return Alternative(
        id=name,
        total=total,
        per_contact=total.amount.scaled(1 / contacts) if contacts else NO_CONTACTS,
        shared_languages=tuple(shared),
        holds_if=holds_if,
    )
