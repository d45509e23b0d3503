"""Charts of amounts over a wide range of volumes, both axes in even ratios."""

import math
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

import altair as alt
import pandas as pd

from ui.charts import ChartText, show, styled
from ui.colours import Palette, palette

# Lines differ in their dashes too, so colour never stands alone.
_DASHES = ([1, 0], [7, 3], [2, 3], [9, 3, 2, 3], [4, 4])
_HEIGHT = 420


def curves(
    xs: Sequence[float],
    lines: Mapping[str, Sequence[float]],
    text: ChartText,
    *,
    here: tuple[float, str],
    ticks: str,
    across: str,
    key: str,
) -> None:
    """One line per name over the same places, with where we are as a dashed rule.

    Args:
        xs: places on the horizontal axis, above 0.
        lines: amounts by name, in the order of `xs`, above 0.
        text: title as a question, how to read it, vertical axis.
        here: our place and what it is called.
        ticks: Vega expression that prints an amount on the vertical axis.
        across: title of the horizontal axis.
        key: of the chart.
    """
    drawn = tuple((name, tuple(amounts)) for name, amounts in lines.items())
    show(_curves(tuple(xs), drawn, text, here, ticks, across, palette()), text.alt, key)


def axis_marks(values: Iterable[float]) -> list[float]:
    """The 1, 2 and 5 of every power of ten within the values."""
    known = list(values)
    powers = range(math.floor(math.log10(min(known))), math.ceil(math.log10(max(known))) + 1)
    marks = (first * 10.0**power for power in powers for first in (1, 2, 5))
    return [mark for mark in marks if min(known) <= mark <= max(known)]


@lru_cache(maxsize=200)
def _curves(  # everything the picture depends on is its key
    xs: tuple[float, ...],
    lines: tuple[tuple[str, tuple[float, ...]], ...],
    text: ChartText,
    here: tuple[float, str],
    ticks: str,
    across: str,
    colours: Palette,
) -> dict[str, Any]:
    names = [name for name, _ in lines]
    rows = pd.DataFrame(
        [
            {"name": name, "x": x, "amount": amount}
            for name, amounts in lines
            for x, amount in zip(xs, amounts, strict=True)
        ]
    )
    series = [colours.first, colours.second, colours.good, colours.bad, colours.muted][: len(names)]
    dashes = list(_DASHES[: len(names)])
    legend = alt.Legend(columns=1, symbolStrokeWidth=3, symbolType="stroke", labelLimit=320)
    even = alt.Scale(type="log", nice=False)
    lines_drawn = (
        alt.Chart(rows)
        .mark_line(strokeWidth=2.5)
        .encode(
            x=alt.X("x:Q", title=across, scale=even, axis=alt.Axis(format=",.0f", values=axis_marks(xs))),
            y=alt.Y(
                "amount:Q",
                title=text.axis,
                scale=even,
                axis=alt.Axis(labelExpr=ticks, values=axis_marks(rows["amount"])),
            ),
            color=alt.Color("name:N", scale=alt.Scale(domain=names, range=series), legend=legend),
            strokeDash=alt.StrokeDash("name:N", scale=alt.Scale(domain=names, range=dashes), legend=legend),
        )
    )
    ours = alt.Chart(pd.DataFrame([{"x": here[0], "label": here[1]}]))
    layers = alt.layer(
        lines_drawn,
        ours.mark_rule(color=colours.text, strokeDash=[5, 4], strokeWidth=1.5).encode(x="x:Q"),
        ours.mark_text(align="left", dx=5, y=10, color=colours.text, fontSize=13, fontWeight=600).encode(
            x="x:Q", text="label:N"
        ),
    )
    return styled(layers, text, colours, height=_HEIGHT)
