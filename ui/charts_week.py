"""A week as a map: seven days across by the hours of the day down, darker where there is more."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import altair as alt
import pandas as pd

from ui.charts import ChartText, show, styled
from ui.colours import Palette, palette

_HOURS = 24
_HEAD, _ROW = 100, 22


def week_map(
    hours: Sequence[float | None], days: Sequence[str], text: ChartText, *, most: float, key: str
) -> None:
    """One cell an hour, with its figure in it; only the hours of the day that have any are drawn.

    Args:
        hours: 168 figures from Monday 00:00; None where nothing is shown.
        days: seven short names.
        text: title as a question, how to read it, axis.
        most: the figure of the darkest colour, so that maps side by side share it.
        key: of the chart.
    """
    show(_week_map(tuple(hours), tuple(days), text, most, palette()), text.alt, key)


def drawn_hours(hours: Sequence[float | None], days: Sequence[str]) -> list[dict[str, Any]]:
    """Day, hour and figure of every hour that has one."""
    return [
        {"day": days[place // _HOURS], "hour": f"{place % _HOURS:02d}", "figure": figure}
        for place, figure in enumerate(hours)
        if figure is not None
    ]


@lru_cache(maxsize=200)
def _week_map(
    hours: tuple[float | None, ...], days: tuple[str, ...], text: ChartText, most: float, colours: Palette
) -> dict[str, Any]:
    rows = pd.DataFrame(drawn_hours(hours, days), columns=["day", "hour", "figure"])
    across = alt.X(
        "day:O",
        sort=None,
        title=None,
        axis=alt.Axis(labelAngle=0, orient="top", grid=False),
        scale=alt.Scale(domain=list(days)),
    )
    down = alt.Y("hour:O", title=text.axis, axis=alt.Axis(grid=False))
    shade = alt.Color(
        "figure:Q", scale=alt.Scale(domain=[0, most or 1], range=list(colours.heat)), legend=None
    )
    # Ink that reads on both ends of the scale.
    ink = alt.condition(
        f"datum.figure > {0.55 * (most or 1)}", alt.value(colours.page), alt.value(colours.text)
    )
    plot = alt.Chart(rows)
    layers = alt.layer(
        plot.mark_rect(stroke=colours.page, strokeWidth=1).encode(x=across, y=down, color=shade),
        plot.mark_text(fontSize=11).encode(
            x=across, y=down, text=alt.Text("figure:Q", format=".2~f"), color=ink
        ),
    )
    return styled(layers, text, colours, height=_HEAD + _ROW * max(1, rows["hour"].nunique()))
