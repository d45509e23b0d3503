"""The people behind a price: hours per group, other ways of pooling languages, the team, what coverage takes."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from domain.costing.estimate import Estimate
from domain.costing.people import Team
from domain.costing.shifts import fte_per_seat
from domain.costing.staffing import Plan, Staffing
from domain.requirements.record import Record
from domain.shared.outcomes import NotAssessed
from domain.shared.sources import Source
from ui.assumptions import step_facts
from ui.cost_tables import group_name
from ui.facts import Fact, facts
from ui.guard import Page
from ui.kit import head, mute, nb
from ui.tables import small_table
from words.names import listed
from words.numbers import number, percent, plain

# Weekly coverage that people ask for: office hours, six days, sixteen hours a day, round the clock.
_COVERAGES_H = (40, 60, 112, 168)


def hours(page: Page, made: Estimate, sources: Mapping[str, Source]) -> None:
    """Where the hours come from: the steps with their formulas, and every group of agents."""
    head(page.t("cost.hours"), 3)
    mute(page.t("cost.hours_text"))
    left, right = st.columns([1, 2], gap="small")
    with left, st.container(border=True, height="stretch", gap="xsmall"):
        st.markdown(f"**{page.t('cost.steps')}**")
        facts(step_facts(made, sources, page.language), page.language, "steps")
    with right:
        groups = made.staffing.pooled.groups
        names = ("workload", "needed", "floor", "required", "idle")
        columns: dict[str, Sequence[Any]] = {
            nb(page.t("cost.col_group")): [group_name(group.languages, page.language) for group in groups]
        }
        figures = zip(
            *(
                (g.workload_hours, g.productive_hours, g.floor_hours, g.required_hours, g.idle_hours)
                for g in groups
            ),
            strict=True,
        )
        columns |= {
            nb(page.t(f"cost.col_{name}")): list(each) for name, each in zip(names, figures, strict=True)
        }
        formats = {
            nb(page.t(f"cost.col_{name}")): lambda value: number(page.language, value, 1) for name in names
        }
        small_table(columns, formats=formats, label=page.t("cost.hours"))
        if sentence := _peak_sentence(page, made):
            mute(sentence)


def _peak_sentence(page: Page, made: Estimate) -> str:
    """What a peak month takes; empty without a peak."""
    if made.peak is None or isinstance(made.peak.hours_ratio, NotAssessed):
        return ""
    return page.t(
        "cost.peak",
        months=plain(page.language, made.peak.peak.months, 1),
        multiplier=plain(page.language, made.peak.peak.multiplier),
        hours=number(page.language, made.peak.hours),
        ratio=number(page.language, made.peak.hours_ratio, 2),
        extra=number(page.language, made.peak.extra_hours),
    )


def pooling(page: Page, staffing: Staffing, premium_share: float, gap: str) -> None:
    """Every language on its own, the pools given, the cheapest pools that can be hired.

    Args:
        page: the open page.
        staffing: the three plans.
        premium_share: what agents with several languages cost more, 0-1.
        gap: why there is no cheapest plan; empty when there is one.
    """
    head(page.t("cost_view.pooling"), 3)
    mute(page.t("cost_view.pooling_text", premium=percent(page.language, premium_share, 0)))
    plans = {"separate": staffing.separate}
    if staffing.given != staffing.separate:
        plans["given"] = staffing.given
    if not isinstance(staffing.cheapest, NotAssessed):
        plans["cheapest"] = staffing.cheapest
    small_table(_pool_table(page, plans, staffing.pooled), label=page.t("cost_view.pooling"))
    if gap:
        mute(gap)


def _pool_table(page: Page, plans: Mapping[str, Plan], priced: Plan) -> dict[str, Sequence[Any]]:
    def column(key: str, figures: Sequence[float]) -> dict[str, Sequence[Any]]:
        return {nb(page.t(f"cost_view.{key}")): [number(page.language, figure, 1) for figure in figures]}

    priced_mark = f" :blue-badge[{page.t('cost_view.priced')}]"
    marked = next((name for name, plan in plans.items() if plan == priced), "")
    every = list(plans.values())
    return {
        page.t("cost_view.col_plan"): [
            f"**{nb(page.t(f'cost_view.plan.{name}'))}**{priced_mark if name == marked else ''}"
            for name in plans
        ],
        page.t("cost_view.col_pools"): [
            nb(listed(page.language, [group_name(pool, page.language) for pool in plan.pools]))
            for plan in every
        ],
        **column("col_hours", [plan.hours for plan in every]),
        **column("col_waiting", [plan.idle_hours for plan in every]),
        **column("col_premium", [plan.premium_hours for plan in every]),
        **column("col_paid_hours", [plan.paid_hours for plan in every]),
        **column("col_fte", [plan.fte for plan in every]),
    }


def team(page: Page, people: Team, made: Estimate, sources: Mapping[str, Source]) -> None:
    """Seats, reserve, leaders, leavers and training; what each rests on opens beside it."""
    left, right = st.columns(2, gap="small")
    with left, st.container(border=True, height="stretch", gap="xsmall"):
        st.markdown(f"**{page.t('cost_view.team')}**")
        facts(_team_facts(page, people, made, sources), page.language, "team")
    with right, st.container(border=True, height="stretch", gap="xsmall"):
        st.markdown(f"**{page.t('cost_view.coverage')}**")
        mute(
            page.t(
                "cost_view.coverage_text",
                shrinkage=percent(page.language, made.inputs.shrinkage, 0),
                hours=plain(page.language, made.inputs.weekly_contract_hours),
            )
        )
        small_table(_coverage_table(page, made), label=page.t("cost_view.coverage"))


def _team_facts(page: Page, people: Team, made: Estimate, sources: Mapping[str, Source]) -> list[Fact]:
    rows: tuple[tuple[str, str, str], ...] = (
        ("seats", str(people.seats), ""),
        ("reserve", plain(page.language, people.reserve, 1), "reserve_share"),
        ("trainees", str(people.trainees), ""),
        ("team_leads", plain(page.language, people.team_leads_fte), "team_lead_ratio"),
        ("qa", plain(page.language, people.qa_fte), "qa_ratio"),
        ("trainers", plain(page.language, people.trainers_fte), "trainer_ratio"),
        ("leavers", plain(page.language, people.leavers_year, 1), "attrition_year"),
        ("start", plain(page.language, people.start_weeks, 1), "recruit_weeks"),
        ("training", number(page.language, people.start_training_hours), "initial_training_h"),
        ("retraining", number(page.language, people.replacement_training_hours_year), "initial_training_h"),
        ("ramp", number(page.language, people.start_ramp_hours), "ramp_weeks"),
    )
    found = []
    for name, value, parameter in rows:
        origin = made.parameters[parameter].origin if parameter else None
        found.append(
            Fact(
                label=page.t(f"cost_view.team_of.{name}"),
                value=value,
                source=sources[origin.source] if origin else None,
                origin=origin,
            )
        )
    return found


def _coverage_table(page: Page, made: Estimate) -> dict[str, Sequence[Any]]:
    """Full-time employees that keep one seat filled, per weekly coverage; ours first when it is none of the usual."""
    ours = made.inputs.coverage_hours_week
    weekly = sorted({*_COVERAGES_H, ours})
    each = [
        fte_per_seat(
            h, shrinkage=made.inputs.shrinkage, weekly_contract_hours=made.inputs.weekly_contract_hours
        )
        for h in weekly
    ]
    mark = f" :blue-badge[{page.t('cost_view.ours')}]"
    return {
        nb(page.t("cost_view.col_week")): [
            f"{plain(page.language, h)}{mark if h == ours else ''}" for h in weekly
        ],
        nb(page.t("cost_view.col_fte_seat")): [number(page.language, fte, 2) for fte in each],
    }


def guardrail(page: Page, made: Estimate, record: Record) -> None:
    """The occupancy planned with and the limit above which a plan is refused."""
    words = page.t(
        "cost_view.guardrail",
        planned=percent(page.language, made.inputs.occupancy, 0),
        limit=percent(page.language, made.inputs.max_occupancy, 0),
    )
    assumed = page.t("cost.default_note") if record.origin("occupancy") == "default" else ""
    if made.inputs.occupancy > made.inputs.max_occupancy:
        st.error(words, icon=":material/block:")
    else:
        mute(" · ".join(part for part in (words, assumed) if part))
