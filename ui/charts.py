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

_ROOMY = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """One bar of the cost chart: values in money, texts as printed beside it."""

    label: str
    low: float
    base: float
    high: float
    low_text: str
    base_text: str
    high_text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartText:
    """The words of a chart; `alt` says the figures in one sentence for whoever cannot see it."""

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


def cost_band(
    bands: Sequence[Band], text: ChartText, *, budget: tuple[float, str] | None, ticks: str, key: str
) -> None:
    """Low to high per region with the base as a tick and the budget as a dashed line.

    Args:
        bands: one per region, in the order of the page.
        text: title as a question, how to read it, axis.
        budget: (amount, label) or None.
        ticks: Vega expression that prints an amount on the axis in the page's language.
        key: of the chart.
    """
    show(_cost_band(tuple(bands), text, budget, ticks, palette()), text.alt, key)


@lru_cache(maxsize=200)
def _cost_band(
    bands: tuple[Band, ...],
    text: ChartText,
    budget: tuple[float, str] | None,
    ticks: str,
    colours: Palette,
) -> dict[str, Any]:
    # Many bars stand closer, each with its base figure alone.
    roomy = len(bands) <= _ROOMY
    span = max([band.high for band in bands] + ([budget[0]] if budget else []))
    lowest = min([band.low for band in bands] + ([budget[0]] if budget else []))
    # Room at the left for the label of the lowest value, at the right for that of the highest.
    domain = [max(0.0, lowest - 0.3 * (span - lowest) - 0.02 * span), span * (1.1 if roomy else 1.2)]
    across = alt.X(
        "low:Q",
        title=text.axis,
        axis=alt.Axis(labelExpr=ticks, tickCount=5),
        scale=alt.Scale(domain=domain, zero=False, nice=False),
    )
    down = alt.Y("label:N", sort=None, title=None, axis=alt.Axis(labelFontWeight=600, grid=False))
    plot = alt.Chart(pd.DataFrame([asdict(band) for band in bands]))
    layers: list[Any] = [
        plot.mark_bar(
            height=26 if roomy else 14,
            color=colours.band,
            stroke=colours.first,
            strokeWidth=1,
            cornerRadius=3,
        ).encode(x=across, x2="high:Q", y=down),
        plot.mark_tick(opacity=1, thickness=3, size=40 if roomy else 22, color=colours.first).encode(
            x="base:Q", y=down
        ),
    ]
    if budget:
        layers.extend(_budget_line(budget, colours))
    # Last, so that no line runs through a figure.
    if not roomy:
        layers += _direct_label(plot, down, "base", at="high", align="left", dx=6, colours=colours)
    else:
        layers += _direct_label(plot, down, "low", align="right", dx=-6, colours=colours)
        layers += _direct_label(plot, down, "high", align="left", dx=6, colours=colours)
        layers += _direct_label(plot, down, "base", align="center", dy=-30, weight=600, colours=colours)
    return styled(alt.layer(*layers), text, colours, height=110 + (84 if roomy else 34) * len(bands))


def _direct_label(
    plot: Any, down: Any, column: str, *, colours: Palette, at: str = "", weight: int = 400, **mark: Any
) -> list[Any]:
    """A figure over an edge of the page's colour, which keeps it readable where a line passes."""
    edge = {"stroke": colours.page, "strokeWidth": 5, "strokeJoin": "round"}
    return [
        plot.mark_text(color=colours.text, fontSize=13, fontWeight=weight, **mark, **more).encode(
            x=f"{at or column}:Q", y=down, text=f"{column}_text:N"
        )
        for more in (edge, {})
    ]


def _budget_line(budget: tuple[float, str], colours: Palette) -> list[Any]:
    plot = alt.Chart(pd.DataFrame([{"value": budget[0], "label": budget[1]}]))
    return [
        plot.mark_rule(color=colours.bad, strokeDash=[5, 4], strokeWidth=2).encode(x="value:Q"),
        plot.mark_text(align="left", dx=-2, y=-8, color=colours.bad, fontSize=13, fontWeight=600).encode(
            x="value:Q", text="label:N"
        ),
    ]


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
    title = alt.Title(text.title, subtitle=text.subtitle or [])
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
