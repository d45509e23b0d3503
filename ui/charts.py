"""Charts: a question as title, intervals drawn, readable in both palettes, cached as drawn."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import lru_cache
from typing import Any

import altair as alt
import pandas as pd
import streamlit as st
from streamlit.dataframe_util import convert_anything_to_arrow_bytes

from ui.colours import FONT, Palette, palette


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartText:
    """The words of a chart, the subtitle in one line or two; `alt` says the figures to whoever cannot see them."""

    title: str
    subtitle: str
    axis: str
    alt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekPoint:
    """One vendor's week: a share with its one-sided bounds, 0-1; None where nothing could be measured."""

    vendor: str
    week: int
    value: float | None
    lower: float | None
    upper: float | None


def weekly(
    points: Sequence[WeekPoint],
    text: ChartText,
    *,
    target: float,
    key: str,
    span: tuple[float, float] | None = None,
    legend: bool = True,
) -> None:
    """One KPI week by week: a line per vendor, the interval as a band, the target dashed.

    Args:
        points: of all vendors.
        text: title, how to read it, axis.
        target: what was agreed.
        key: of the chart.
        span: ends of the axis, so that several charts share one; None fits the values.
        legend: vendor names above the plot; several charts name them once.
    """
    ends = span or _span(points, target)
    show(_weekly(tuple(points), text, target, ends, palette(), legend=legend), text.alt, key)


def _span(points: Sequence[WeekPoint], target: float) -> tuple[float, float]:
    lowest = min([point.lower for point in points if point.lower is not None] + [target])
    return max(0.0, lowest - 0.05), 1.0


@lru_cache(maxsize=400)
def _weekly(
    points: tuple[WeekPoint, ...],
    text: ChartText,
    target: float,
    span: tuple[float, float],
    colours: Palette,
    *,
    legend: bool,
) -> dict[str, Any]:
    columns = ["vendor", "week", "value", "lower", "upper"]
    rows = pd.DataFrame([asdict(point) for point in points], columns=columns)
    vendors = sorted({point.vendor for point in points})
    series = [colours.first, colours.second, colours.muted][: max(1, len(vendors))]
    drawn: dict[str, Any] = {} if legend else {"legend": None}
    colour = alt.Color("vendor:N", scale=alt.Scale(domain=vendors, range=series), **drawn)
    ends = alt.Scale(domain=list(span))
    share = alt.Y("value:Q", title=None, axis=alt.Axis(format=".0%", tickCount=4), scale=ends)
    week = alt.X("week:O", title=text.axis, axis=alt.Axis(labelAngle=0, grid=False))
    plot = alt.Chart(rows)
    layers = alt.layer(
        plot.mark_area(opacity=0.18, clip=True).encode(
            x=week, y=alt.Y("lower:Q", title=None, scale=ends), y2="upper:Q", color=colour
        ),
        plot.mark_line(strokeWidth=2).encode(x=week, y=share, color=colour),
        plot.mark_point(filled=True, size=60, opacity=1).encode(
            x=week,
            y=share,
            color=colour,
            shape=alt.Shape(
                "vendor:N", scale=alt.Scale(domain=vendors, range=["circle", "diamond", "square"]), **drawn
            ),
        ),
        alt.Chart(pd.DataFrame([{"value": target}]))
        .mark_rule(color=colours.text, strokeDash=[4, 4])
        .encode(y="value:Q"),
    )
    return styled(layers, text, colours, height=250 if legend else 210)


def styled(chart: Any, text: ChartText, colours: Palette, *, height: int) -> dict[str, Any]:
    """The house style on any chart, as the specification the browser draws."""
    title = alt.Title(text.title, subtitle=text.subtitle.splitlines())
    styled = (
        chart.properties(
            height=height, title=title, autosize=alt.AutoSizeParams(type="fit", contains="padding")
        )
        .configure(
            font=FONT, background="transparent", padding={"left": 2, "right": 14, "top": 8, "bottom": 4}
        )
        .configure_view(strokeWidth=0)
        .configure_axis(
            labelColor=colours.text,
            titleColor=colours.muted,
            labelFontSize=13,
            titleFontSize=13,
            titleFontWeight="normal",
            gridColor=colours.grid,
            domain=False,
            ticks=False,
            labelPadding=8,
            titlePadding=10,
            labelLimit=220,
        )
        .configure_title(
            color=colours.text,
            fontSize=16,
            fontWeight=600,
            anchor="start",
            subtitleColor=colours.muted,
            subtitleFontSize=13,
            offset=14,
        )
        .configure_legend(labelColor=colours.text, labelFontSize=13, orient="top", title=None, symbolSize=90)
    )
    drawn: dict[str, Any] = styled.to_dict()
    # Streamlit would turn the same rows into the same bytes on every run.
    drawn["datasets"] = {
        name: convert_anything_to_arrow_bytes(pd.DataFrame(rows)) for name, rows in drawn["datasets"].items()
    }
    return drawn


def show(spec: dict[str, Any], alternative: str, key: str) -> None:
    """Put a specification on the page; `alternative` says its figures in words."""
    # A copy: Streamlit takes the data out of what it is given, and the specification is kept.
    st.vega_lite_chart(spec=dict(spec), theme=None, width="stretch", alt=alternative, key=key)
