"""Which groups of agents a mix by language gives to a shared desk."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.costing.band import Band, End
from domain.costing.make_or_buy import GroupWork, MakeOrBuy

Groups = tuple[GroupWork, ...]


def shared_groups(case: MakeOrBuy, factor: float, end: End) -> Groups:
    """The groups that fill less than the given share of their coverage, where a shared desk costs less at an end.

    Paid by the hour, every group is decided for itself. Whole seats are shared by all groups that keep agents, so
    every choice of groups is weighed with its seats, their tools and its contacts: decided one by one, a group
    could move to agents whose seat is paid anyway, and one contact more would make the month cheaper.

    Args:
        case: what the ways are calculated with.
        factor: contacts relative to a normal month.
        end: of the prices.
    """
    waiting = [
        group
        for group in case.groups
        if group.productive_hours * factor < case.shared_desk_share * group.floor_hours
    ]
    desk, price = case.shared_ticket.at(end) * factor, case.agent_price.at(end)
    if case.agent_unit == "productive_hour":
        return tuple(
            group for group in waiting if group.contacts * desk < group.paid(group.hours(factor)) * price
        )
    always = sum(group.hours(factor) for group in case.groups if group not in waiting)
    seat = price + case.tools_per_seat_month

    def month(mix: _Mix) -> float:
        return case.seats(Band.exact(always + mix.hours)).base * seat + mix.contacts * desk

    return min(_mixes(waiting), key=month).shared


@dataclass(frozen=True, slots=True)
class _Mix:
    """A choice of groups: hours of those that keep agents, contacts of those that are shared."""

    hours: float
    contacts: float
    shared: Groups


def _mixes(waiting: Sequence[GroupWork]) -> list[_Mix]:
    """Every choice, without those that have both more hours and more contacts than another."""
    found = [_Mix(0.0, 0.0, ())]
    for group in waiting:
        kept = [_Mix(mix.hours + group.floor_hours, mix.contacts, mix.shared) for mix in found]
        given = [_Mix(mix.hours, mix.contacts + group.contacts, (*mix.shared, group)) for mix in found]
        found = _undominated(kept + given)
    return found


def _undominated(mixes: Sequence[_Mix]) -> list[_Mix]:
    found: list[_Mix] = []
    for mix in sorted(mixes, key=lambda each: (each.hours, each.contacts)):
        if not found or mix.contacts < found[-1].contacts:
            found.append(mix)
    return found
