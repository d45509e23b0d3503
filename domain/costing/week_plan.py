"""A week hour by hour: the people that live channels, written contacts and open hours need, and who sits idle why.

The second reading of the staffing: `staffing.staff` spreads the work over the month, this plan keeps every
promise of service in every open hour. Its ratio to the first reading says what those promises cost.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from domain.costing.calendar import Calendar
from domain.costing.channels import LIVE_CHANNELS, Method, methods_of
from domain.costing.inputs import EstimateInputs
from domain.costing.staffing import Plan
from domain.costing.week import Hours
from domain.costing.week_group import GroupWeek, IdleBreakdown, plan_group
from domain.costing.workload import NO_CONTACTS
from domain.shared.outcomes import NotAssessed

NO_WEEK = NotAssessed("costing.no_week")


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekPlan:
    """An average week of the normal month.

    Attributes:
        groups: by the languages joined with "+": ``de+en``.
        methods: which mathematics each channel is calculated with.
        takes_both: whether calls and chats are answered by the same people where fewer suffice.
        idle_breakdown: where the required hours of a month go.
        required_hours_month: productive hours a month that keep the promises.
        covered_hours_month: hours of duty a month in whole shifts, overlaps included.
        ratio: required hours over those of the monthly formula.
        late_share: share of the written work that nobody can answer in time because service is closed.
        abandoned_share: share of the live contacts that hang up.
    """

    groups: Mapping[str, GroupWeek]
    methods: Mapping[str, Method]
    takes_both: bool
    idle_breakdown: IdleBreakdown
    required_hours_month: float
    covered_hours_month: float
    ratio: float | NotAssessed
    late_share: float
    abandoned_share: float

    @property
    def required(self) -> Mapping[str, Hours]:
        """Agents needed in each hour of the week, per group."""
        return {name: group.required for name, group in self.groups.items()}

    @property
    def covered(self) -> Mapping[str, tuple[int, ...]]:
        """People on duty in each hour of the week, per group."""
        return {name: group.covered for name, group in self.groups.items()}


def plan_week(inputs: EstimateInputs, plan: Plan, calendar: Calendar) -> WeekPlan | NotAssessed:
    """The week of a plan, hour by hour.

    Live channels have their agents in each hour (`channels.live_seats`, `blended`); written contacts fill their
    idle time, and people are added where that is not enough (`backlog.answer`).

    Args:
        inputs: checked inputs (`check_inputs`).
        plan: the groups of agents.
        calendar: how weeks become months.

    Returns:
        NotAssessed when only the number of open hours is known, not when they are.
    """
    if inputs.week is None:
        return NO_WEEK
    week = inputs.week
    groups = {"+".join(pool): plan_group(inputs, week, pool, calendar) for pool in plan.pools}
    idle = _month([group.idle for group in groups.values()], calendar)
    written = sum(group.written_work_hours for group in groups.values())
    live = sum(contacts for channel, contacts in inputs.contacts_month.items() if channel in LIVE_CHANNELS)
    return WeekPlan(
        groups=groups,
        methods=methods_of(inputs.contacts_month, week.patience_s),
        takes_both=any(group.takes_both for group in groups.values()),
        idle_breakdown=idle,
        required_hours_month=idle.hours,
        covered_hours_month=calendar.hours_month(sum(group.seat_hours for group in groups.values())),
        ratio=idle.hours / plan.hours if plan.hours else NO_CONTACTS,
        late_share=sum(group.late_work_hours for group in groups.values()) / written if written else 0.0,
        abandoned_share=calendar.hours_month(sum(group.abandoned for group in groups.values())) / live
        if live
        else 0.0,
    )


def _month(weeks: list[IdleBreakdown], calendar: Calendar) -> IdleBreakdown:
    return IdleBreakdown(
        work_hours=calendar.hours_month(sum(week.work_hours for week in weeks)),
        occupancy_hours=calendar.hours_month(sum(week.occupancy_hours for week in weeks)),
        service_hours=calendar.hours_month(sum(week.service_hours for week in weeks)),
        floor_hours=calendar.hours_month(sum(week.floor_hours for week in weeks)),
    )
