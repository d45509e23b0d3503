"""A pilot week by week: one small chart per KPI, and its figures as a table."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from domain.pilot.decide import KpiResult
from domain.pilot.weekly import WeekValue, weekly
from ui.charts import ChartText, WeekPoint
from ui.charts import weekly as weekly_chart
from ui.kit import mute, safe
from ui.pilot import Board
from words.names import listed
from words.numbers import MISSING, percent, span

_SIGNS = ("●", "◆", "■")


def weekly_charts(board: Board) -> None:
    """One small chart per share with data; those where more is better share one axis."""
    weeks = {
        target.instance: points
        for kpi, target in board.measures()
        if kpi.unit == "share" and (points := _points(board, target.instance))
    }
    signs = [f"{_SIGNS[min(at, 2)]} {safe(vendor)}" for at, vendor in enumerate(sorted(board.cards))]
    mute(f"{listed(board.language, signs)} · {board.say('weekly_subtitle')}")
    floor = _floor(board, weeks)
    with st.grid(4, min_column_width=240, gap="small"):
        for kpi, target in board.measures():
            if target.instance in weeks:
                name, points = board.name(kpi, target), weeks[target.instance]
                agreed = float(next(iter(board.cards.values())).kpis[target.instance].target)
                text = ChartText(
                    title="", subtitle="", axis=board.say("week"), alt=_spoken(board, name, points)
                )
                ends = (floor, 1.0) if kpi.direction == "up" else (0.0, _highest(points, agreed))
                with st.container(border=True, gap=None):
                    st.markdown(f"**{name}**")
                    weekly_chart(
                        points, text, target=agreed, key=f"week_{target.instance}", span=ends, legend=False
                    )


def week_rows(board: Board) -> dict[str, list[Any]]:
    """The figures of the weekly charts: heading → cells."""
    columns: dict[str, list[Any]] = {
        board.say(f"column.{name}"): [] for name in ("kpi", "vendor", "week", "value", "bounds")
    }
    for kpi, target in board.measures():
        for point in _points(board, target.instance):
            ends = [end for end in (point.lower, point.upper) if end is not None]
            cells = (
                board.name(kpi, target),
                safe(point.vendor),
                str(point.week),
                MISSING if point.value is None else percent(board.language, point.value),
                span(*(percent(board.language, end) for end in ends)) or MISSING,
            )
            for column, cell in zip(columns.values(), cells, strict=True):
                column.append(cell)
    return columns


def _points(board: Board, instance: str) -> list[WeekPoint]:
    """Every vendor's weeks; empty when no vendor has a case in any week."""
    points = [
        WeekPoint(vendor=vendor, week=week.week, value=week.value, lower=week.lower, upper=week.upper)
        for vendor, card in board.cards.items()
        for week in _weeks(card.kpis[instance])
    ]
    return points if any(point.value is not None for point in points) else []


def _weeks(result: KpiResult) -> tuple[WeekValue, ...]:
    return weekly(result.measurement) if result.measurement else ()


def _floor(board: Board, weeks: Mapping[str, list[WeekPoint]]) -> float:
    """Where the shared axis begins: a little under the lowest bound or target."""
    card = next(iter(board.cards.values()))
    lows = [
        low
        for kpi, target in board.measures()
        if kpi.direction == "up" and target.instance in weeks
        for low in (
            float(card.kpis[target.instance].target),
            *(point.lower for point in weeks[target.instance] if point.lower is not None),
        )
    ]
    return max(0.0, min(lows, default=0.0) - 0.03)


def _highest(points: list[WeekPoint], agreed: float) -> float:
    return min(1.0, 1.1 * max([point.upper for point in points if point.upper is not None] + [agreed]))


def _spoken(board: Board, name: str, points: list[WeekPoint]) -> str:
    said = [
        f"{point.vendor} {board.say('week')} {point.week}: {percent(board.language, point.value)}"
        for point in points
        if point.value is not None
    ]
    return f"{name}: {listed(board.language, said)}"
