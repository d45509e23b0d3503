"""The week hour by hour: people required and on duty, how each channel is calculated, why somebody sits idle."""

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from domain.costing.channels import METHODS
from domain.costing.estimate import Estimate
from domain.costing.week_group import GroupWeek
from domain.costing.week_plan import WeekPlan
from domain.shared.measures import WEEKDAYS
from domain.shared.outcomes import NotAssessed
from ui.address import choose_in_address
from ui.charts import ChartText
from ui.charts_steps import stacked_up, waterfall
from ui.charts_week import week_map
from ui.cost_tables import group_name
from ui.guard import Page
from ui.kit import head, mute
from ui.tables import small_table
from words.names import listed
from words.numbers import number, percent

_HOURS_A_DAY = 24


def methods(page: Page, week: WeekPlan, channel_name: Callable[[str], str]) -> None:
    """One sentence per kind of mathematics with the channels it is used for."""
    head(page.t("cost_view.methods"), 3)
    sentences = []
    for method in METHODS:
        channels = [channel_name(channel) for channel, used in week.methods.items() if used == method]
        if channels:
            words = page.t(f"costing.method.{method}")
            sentences.append(
                page.t("cost_view.method_of", channels=listed(page.language, channels), method=words)
            )
    if week.takes_both:
        sentences.append(page.t("costing.method.takes_both"))
    st.markdown("\n".join(f"- {sentence}" for sentence in sentences))


def two_readings(page: Page, made: Estimate, week: WeekPlan) -> None:
    """Which hours the price is made from, which the hourly plan comes to, and why they differ."""
    if isinstance(week.ratio, NotAssessed):
        return
    st.info(
        page.t(
            "cost_view.two_readings",
            formula=number(page.language, made.staffing.pooled_hours, 1),
            plan=number(page.language, week.required_hours_month),
            ratio=number(page.language, week.ratio, 2),
        ),
        icon=":material/difference:",
    )


def week_maps(page: Page, week: WeekPlan, zone: str) -> None:
    """Required beside covered, one group of agents at a time, and the same by day as a table."""
    head(page.t("cost_view.week"), 3)
    mute(page.t("cost_view.week_text", zone=zone))
    names = tuple(week.groups)
    chosen = choose_in_address(
        "group",
        names,
        names[0],
        label=page.t("cost.col_group"),
        words=lambda name: group_name(week.groups[name].languages, page.language),
    )
    group = week.groups[chosen]
    days = [page.t(f"weekday.{day}") for day in WEEKDAYS]
    most = max([*group.required, *group.covered, 1])
    for column, key, figures in zip(
        st.columns(2, gap="small"), ("required", "covered"), (group.required, group.covered), strict=True
    ):
        with column, st.container(border=True, height="stretch"):
            week_map(
                [
                    figure if share or figure else None
                    for figure, share in zip(figures, group.open_shares, strict=True)
                ],
                days,
                ChartText(
                    title=page.t(f"cost_view.map_{key}"),
                    subtitle=page.t(f"cost_view.map_{key}_read"),
                    axis=page.t("cost_view.hour_of_day"),
                    alt=_spoken(page, days, figures),
                ),
                most=most,
                key=f"week_{key}_{chosen}",
            )
    _by_day(page, days, group)


def _of_day(figures: Sequence[float], day: int) -> float:
    return sum(figures[day * _HOURS_A_DAY : (day + 1) * _HOURS_A_DAY])


def _spoken(page: Page, days: Sequence[str], figures: Sequence[float]) -> str:
    return listed(
        page.language,
        [f"{day} {number(page.language, _of_day(figures, place), 1)}" for place, day in enumerate(days)],
    )


def _by_day(page: Page, days: Sequence[str], group: GroupWeek) -> None:
    # An hour that is open in part needs its people for that part.
    required = [need * share for need, share in zip(group.required, group.open_shares, strict=True)]
    rows: Mapping[str, Sequence[float]] = {
        "required": [_of_day(required, day) for day in range(len(days))],
        "covered": [_of_day(group.covered, day) for day in range(len(days))],
    }
    small_table(
        {
            page.t("cost_view.col_day"): days,
            **{
                page.t(f"cost_view.col_{key}"): [number(page.language, value, 1) for value in values]
                for key, values in rows.items()
            },
            page.t("cost_view.col_over"): [
                number(page.language, covered - needed, 1)
                for needed, covered in zip(rows["required"], rows["covered"], strict=True)
            ],
        },
        label=page.t("cost_view.week"),
    )


def idle(page: Page, week: WeekPlan) -> None:
    """Where the required hours of a month go."""
    parts = week.idle_breakdown
    named = {
        "work": parts.work_hours,
        "occupancy": parts.occupancy_hours,
        "service": parts.service_hours,
        "floor": parts.floor_hours,
    }
    labels = [page.t(f"cost_view.idle.{name}") for name in named]
    total = page.t("cost_view.idle.total")
    texts = [number(page.language, hours) for hours in (*named.values(), parts.hours)]
    head(page.t("cost_view.idle_head"), 3)
    left, right = st.columns([3, 2], gap="small")
    with left, st.container(border=True, height="stretch"):
        waterfall(
            stacked_up(labels, list(named.values()), texts, total),
            ChartText(
                title=page.t("cost_view.idle_title"),
                subtitle=page.t("cost_view.idle_read"),
                axis=page.t("cost_view.hours_month"),
                alt=listed(page.language, [f"{a} {b}" for a, b in zip((*labels, total), texts, strict=True)]),
            ),
            ticks="format(datum.value, ',.0f')",
            most=parts.hours,
            key="idle",
        )
    with right:
        small_table(
            {
                page.t("cost_view.col_part"): [*labels, f"**{total}**"],
                page.t("cost_view.hours_month"): texts,
                page.t("cost_view.col_share"): [
                    percent(page.language, hours / parts.hours if parts.hours else 0, 0)
                    for hours in (*named.values(), parts.hours)
                ],
            },
            label=page.t("cost_view.idle_head"),
        )
        mute(
            page.t(
                "cost_view.duty_text",
                covered=number(page.language, week.covered_hours_month),
                abandoned=percent(page.language, week.abandoned_share),
            )
        )
