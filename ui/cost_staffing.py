"""The view of the people: from hours to a team, and the week hour by hour."""

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

import streamlit as st

from domain.costing.estimate import Estimate
from domain.costing.people import Team
from domain.costing.staffing import Staffing
from domain.costing.week_plan import WeekPlan
from domain.requirements.record import Record
from domain.shared.outcomes import Finding, NotAssessed
from domain.shared.sources import Source
from ui.cost_people import guardrail, hours, pooling, team
from ui.cost_week import idle, methods, two_readings, week_maps
from ui.guard import Page
from words.names import zone_name


class Staffed(Protocol):
    """The staffing of a record, as `services.costing_staffing` gives it."""

    @property
    def month(self) -> Staffing:
        """The normal month under every way of pooling."""

    @property
    def week(self) -> WeekPlan | NotAssessed:
        """The normal week hour by hour."""

    @property
    def team(self) -> Team:
        """The people behind it."""

    @property
    def findings(self) -> Sequence[Finding]:
        """What the week cannot keep."""


def people_view(  # what the page knows, each for another block
    page: Page,
    plan: Staffed,
    made: Estimate,
    record: Record,
    sources: Mapping[str, Source],
    channel_name: Callable[[str], str],
    why: Callable[[NotAssessed], str],
) -> None:
    """Hours and groups first, then the week, then the team."""
    hours(page, made, sources)
    guardrail(page, made, record)
    cheapest = plan.month.cheapest
    premium = made.inputs.pool_limits.premium
    pooling(page, plan.month, premium, why(cheapest) if isinstance(cheapest, NotAssessed) else "")
    if isinstance(plan.week, NotAssessed):
        st.info(page.t("cost_view.no_week", reason=why(plan.week)))
    else:
        two_readings(page, made, plan.week)
        methods(page, plan.week, channel_name)
        week_maps(page, plan.week, zone_name(page.language, record.value("time_zone") or "UTC"))
        idle(page, plan.week)
    team(page, plan.team, made, sources)
