"""The chart of prices: a bar from low to high for each place, the first year beside it, the budget across."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import lru_cache
from typing import Any

import altair as alt
import pandas as pd

from ui.charts import ChartText, show, styled
from ui.colours import Palette, palette

_ROOMY, _BELOW = 5, 22


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """One bar of the cost chart: values in money, texts as printed beside it; the first year where it is drawn too."""

    label: str
    low: float
    base: float
    high: float
    low_text: str
    base_text: str
    high_text: str
    year: float | None = None


def cost_band(
    bands: Sequence[Band], text: ChartText, *, budget: tuple[float, str] | None, ticks: str, key: str
) -> None:
    """Low to high per region with the base as a tick, the first year as a diamond, the budget as a dashed line.

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
    beside = [band.year for band in bands if band.year is not None] + ([budget[0]] if budget else [])
    span = max([band.high for band in bands] + beside)
    lowest = min([band.low for band in bands] + beside)
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
    if any(band.year is not None for band in bands):
        layers.append(_first_year(plot, down, below=_BELOW if roomy else 0, colours=colours))
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


def _first_year(plot: Any, down: Any, *, below: int, colours: Palette) -> Any:
    """A diamond for each first year, below its bar where there is room, so that no figure hides it."""
    return plot.mark_point(
        shape="diamond", filled=True, opacity=1, size=130, yOffset=below, color=colours.second
    ).encode(x="year:Q", y=down)


def _budget_line(budget: tuple[float, str], colours: Palette) -> list[Any]:
    plot = alt.Chart(pd.DataFrame([{"value": budget[0], "label": budget[1]}]))
    return [
        plot.mark_rule(color=colours.bad, strokeDash=[5, 4], strokeWidth=2).encode(x="value:Q"),
        plot.mark_text(align="left", dx=-2, y=-8, color=colours.bad, fontSize=13, fontWeight=600).encode(
            x="value:Q", text="label:N"
        ),
    ]
