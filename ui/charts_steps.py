"""Charts of bars that start where another ends: a total made of parts, and what each input moves a figure by."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import lru_cache
from typing import Any

import altair as alt
import pandas as pd

from ui.charts import ChartText, show, styled
from ui.colours import Palette, palette

_HEAD, _ROW = 110, 34
_LEGEND = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One bar of a total: from where the parts before it end; the total itself starts at 0."""

    label: str
    start: float
    end: float
    text: str
    is_total: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Swing:
    """What one input moves a figure between, from its low to its high value."""

    label: str
    at_low: float
    at_high: float
    low_text: str
    high_text: str


def stacked_up(
    labels: Sequence[str], amounts: Sequence[float], texts: Sequence[str], total: str
) -> list[Part]:
    """The bars of a total; the last text is that of the total.

    Args:
        labels: of the parts.
        amounts: of the parts, in their order.
        texts: amounts as printed, that of the total last.
        total: label of the total.
    """
    parts, reached = [], 0.0
    for label, amount, text in zip(labels, amounts, texts, strict=False):
        parts.append(Part(label=label, start=reached, end=reached + amount, text=text))
        reached += amount
    return [*parts, Part(label=total, start=0.0, end=reached, text=texts[-1], is_total=True)]


def waterfall(parts: Sequence[Part], text: ChartText, *, ticks: str, most: float, key: str) -> None:
    """A total and its parts, one bar a line, each starting where the one before ends.

    Args:
        parts: from top to bottom.
        text: title as a question, how to read it, axis.
        ticks: Vega expression that prints an amount on the axis.
        most: end of the axis, so that charts side by side share one.
        key: of the chart.
    """
    show(_waterfall(tuple(parts), text, ticks, most, palette()), text.alt, key)


@lru_cache(maxsize=200)
def _waterfall(
    parts: tuple[Part, ...], text: ChartText, ticks: str, most: float, colours: Palette
) -> dict[str, Any]:
    rows = pd.DataFrame([asdict(part) for part in parts])
    across = alt.X(
        "start:Q",
        title=text.axis,
        axis=alt.Axis(labelExpr=ticks, tickCount=4),
        scale=alt.Scale(domain=[0, most * 1.25], nice=False),
    )
    down = alt.Y("label:N", sort=None, title=None, axis=alt.Axis(grid=False, labelLimit=190))
    plot = alt.Chart(rows)
    colour = alt.condition("datum.is_total", alt.value(colours.first), alt.value(colours.band))
    layers = [
        plot.mark_bar(height=18, stroke=colours.first, strokeWidth=1, cornerRadius=2).encode(
            x=across, x2="end:Q", y=down, color=colour
        ),
        plot.mark_text(align="left", dx=6, color=colours.text, fontSize=13).encode(
            x="end:Q", y=down, text="text:N"
        ),
    ]
    return styled(alt.layer(*layers), text, colours, height=_HEAD + _ROW * len(parts))


def tornado(
    swings: Sequence[Swing],
    text: ChartText,
    *,
    middle: float,
    ends: tuple[str, str],
    ticks: str,
    key: str,
) -> None:
    """The strongest inputs from top to bottom: the figure at the low and at the high value of each.

    Args:
        swings: the strongest first.
        text: title as a question, how to read it, axis.
        middle: the figure with every input at its likely value.
        ends: words for the low and the high value of an input.
        ticks: Vega expression that prints an amount on the axis.
        key: of the chart.
    """
    show(_tornado(tuple(swings), text, middle, ends, ticks, palette()), text.alt, key)


@lru_cache(maxsize=200)
def _tornado(
    swings: tuple[Swing, ...],
    text: ChartText,
    middle: float,
    ends: tuple[str, str],
    ticks: str,
    colours: Palette,
) -> dict[str, Any]:
    rows = pd.DataFrame(
        [
            {"label": swing.label, "end": end, "value": value, "text": printed, "middle": middle}
            for swing in swings
            for end, value, printed in (
                (ends[0], swing.at_low, swing.low_text),
                (ends[1], swing.at_high, swing.high_text),
            )
        ]
    )
    reach = max(abs(rows["value"] - middle).max(), 1.0) * 2.2
    across = alt.X(
        "middle:Q",
        title=text.axis,
        axis=alt.Axis(labelExpr=ticks, tickCount=4),
        scale=alt.Scale(domain=[middle - reach, middle + reach], zero=False, nice=False),
    )
    down = alt.Y("label:N", sort=None, title=None, axis=alt.Axis(grid=False, labelLimit=230))
    colour = alt.Color("end:N", scale=alt.Scale(domain=list(ends), range=[colours.band, colours.first]))
    plot = alt.Chart(rows)
    # What is printed beside a bar stands on its own side of the middle.
    below, above = (plot.transform_filter(f"datum.value {sign} datum.middle") for sign in ("<", ">="))
    layers = [
        plot.mark_bar(height=18, stroke=colours.first, strokeWidth=1).encode(
            x=across, x2="value:Q", y=down, color=colour
        ),
        below.mark_text(align="right", dx=-5, color=colours.text, fontSize=13).encode(
            x="value:Q", y=down, text="text:N"
        ),
        above.mark_text(align="left", dx=5, color=colours.text, fontSize=13).encode(
            x="value:Q", y=down, text="text:N"
        ),
        plot.mark_rule(color=colours.text, strokeWidth=1.5).encode(x="middle:Q"),
    ]
    return styled(alt.layer(*layers), text, colours, height=_HEAD + _LEGEND + _ROW * len(swings))
