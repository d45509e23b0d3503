"""The charts of a pilot: criteria, KPIs against their targets, week by week."""

from functools import lru_cache
from textwrap import wrap
from typing import Any

import altair as alt
import pandas as pd

from ui.charts import ChartText, show, styled
from ui.colours import Palette, palette
from ui.pilot import Board
from ui.pilot_words import score
from words.names import listed
from words.numbers import percent

_SHAPES = ("circle", "diamond", "square")
_LINE_LETTERS = {"zh": 12, "en": 17}
_BREAK = "|"
Rows = tuple[tuple[Any, ...], ...]


def chart_height(board: Board) -> int:
    """Of both charts, so that they end on one line: room for two lines of every name."""
    return 150 + 40 * max(6, len(list(board.measures())))


def score_chart(board: Board) -> None:
    """Criteria per vendor with the two rules: the least of a criterion and of the total."""
    rules = next(iter(board.cards.values())).rules
    rows = tuple(
        (_wrapped(board, f"{rule.name[board.language]} · {rule.weight}%"), card.vendor, one.points)
        for card in board.cards.values()
        for rule, one in zip(rules.criteria, card.criteria, strict=True)
        if one.points is not None
    )
    lines = tuple(
        (float(setting.value), board.say(word, points=int(setting.value)))
        for setting, word in ((rules.criterion_score, "line_criterion"), (rules.pass_score, "line_pass"))
    )
    text = ChartText(
        title=board.say("score_title"),
        subtitle=board.say("score_subtitle"),
        axis=board.say("score_axis"),
        alt=listed(board.language, [f"{row[0]} {row[1]} {score(board.language, row[2])}" for row in rows]),
    )
    show(
        _scores(rows, lines, tuple(board.cards), text, palette(), chart_height(board)),
        text.alt.replace(_BREAK, ""),
        "pilot_scores",
    )


def kpi_chart(board: Board) -> None:
    """Every share with its one-sided bounds against its target; the few that should be low are in the table."""
    rows: Rows = tuple(
        (
            _wrapped(board, board.name(kpi, target)),
            vendor,
            result.value,
            result.lower,
            result.upper,
            float(result.target),
        )
        for kpi, target in board.measures()
        for vendor, card in board.cards.items()
        if kpi.direction == "up" and kpi.unit == "share"
        if (result := card.kpis[target.instance]).value is not None
    )
    said = [f"{row[0]} {row[1]} {percent(board.language, row[2])}" for row in rows]
    text = ChartText(
        title=board.say("kpi_title"),
        subtitle=board.say("kpi_subtitle"),
        axis=board.say("kpi_axis"),
        alt=listed(board.language, said),
    )
    if rows:
        show(
            _kpis(rows, tuple(board.cards), text, palette(), chart_height(board)),
            text.alt.replace(_BREAK, ""),
            "pilot_kpis",
        )


def _wrapped(board: Board, name: str) -> str:
    """A name in lines short enough for the axis of a phone; Chinese breaks anywhere, English between words."""
    lines = wrap(name, _LINE_LETTERS[board.language])
    return _BREAK.join(lines)


def _names(order: list[str]) -> Any:
    axis = alt.Axis(grid=False, labelExpr=f"split(datum.label, '{_BREAK}')", labelLineHeight=16)
    return alt.Y("name:N", sort=order, title=None, axis=axis)


def _vendors(vendors: tuple[str, ...], colours: Palette) -> tuple[Any, Any]:
    """Colour and shape of each vendor; never colour alone."""
    series = [colours.first, colours.second, colours.muted][: max(1, len(vendors))]
    colour = alt.Color("vendor:N", scale=alt.Scale(domain=list(vendors), range=series))
    shape = alt.Shape("vendor:N", scale=alt.Scale(domain=list(vendors), range=list(_SHAPES)))
    return colour, shape


@lru_cache(maxsize=200)
def _scores(
    rows: Rows,
    lines: tuple[tuple[float, str], ...],
    vendors: tuple[str, ...],
    text: ChartText,
    colours: Palette,
    height: int,
) -> dict[str, Any]:
    data = pd.DataFrame(rows, columns=["name", "vendor", "points"])
    down = _names(list(dict.fromkeys(data["name"])))
    colour, shape = _vendors(vendors, colours)
    lowest = min([row[2] for row in rows] + [line[0] for line in lines])
    scale = alt.Scale(domain=[max(0, lowest // 10 * 10 - 5), 102], zero=False, nice=False)
    across = alt.X("points:Q", title=text.axis, scale=scale, axis=alt.Axis(tickCount=5))
    rules = alt.Chart(pd.DataFrame(lines, columns=["points", "label"]))
    plot = alt.Chart(data)
    layers = alt.layer(
        rules.mark_rule(strokeDash=[5, 4], color=colours.text, strokeWidth=1.25).encode(x=across),
        # The two labels end and begin at their lines, so that they never meet.
        *(
            rules.transform_filter(alt.datum.points == at)
            .mark_text(y=-8, fontSize=12, color=colours.muted, align="right" if at == lines[0][0] else "left")
            .encode(x="points:Q", text="label:N")
            for at, _ in lines
        ),
        plot.mark_line(color=colours.muted, strokeWidth=2, opacity=0.5).encode(
            x=across, y=down, detail="name:N"
        ),
        plot.mark_point(filled=True, size=130, opacity=1).encode(x=across, y=down, color=colour, shape=shape),
    )
    return styled(layers, text, colours, height=height)


@lru_cache(maxsize=200)
def _kpis(
    rows: Rows, vendors: tuple[str, ...], text: ChartText, colours: Palette, height: int
) -> dict[str, Any]:
    data = pd.DataFrame(rows, columns=["name", "vendor", "value", "lower", "upper", "target"])
    down = _names(list(dict.fromkeys(data["name"])))
    beside = alt.YOffset("vendor:N", scale=alt.Scale(domain=list(vendors), paddingOuter=0.7))
    colour, shape = _vendors(vendors, colours)
    lowest = min([*data["lower"], *data["target"]])
    scale = alt.Scale(domain=[max(0.0, lowest - 0.03), 1.0], zero=False, nice=False)
    percents = alt.Axis(format=".0%", tickCount=6)
    plot = alt.Chart(data)
    layers = alt.layer(
        plot.mark_tick(color=colours.text, thickness=2.5, size=30, opacity=1).encode(
            x=alt.X("target:Q", scale=scale, title=text.axis, axis=percents), y=down
        ),
        plot.mark_rule(strokeWidth=3).encode(
            x=alt.X("lower:Q", scale=scale), x2="upper:Q", y=down, yOffset=beside, color=colour
        ),
        plot.mark_point(filled=True, size=90, opacity=1).encode(
            x=alt.X("value:Q", scale=scale), y=down, yOffset=beside, color=colour, shape=shape
        ),
    )
    return styled(layers, text, colours, height=height)
