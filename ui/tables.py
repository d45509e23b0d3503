"""Tables as people read them: numbers right-aligned, one unit per column, gaps as a dash."""

import re
from base64 import b64encode
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pandas as pd
import pyarrow as pa
import streamlit as st
from pandas.io.formats.style_render import CSSDict

from ui.colours import Palette, palette
from ui.kit import mute
from words import Language, say
from words.numbers import MISSING, number

_WIDTH, _HEIGHT, _MARGIN = 168, 22, 6
# Amounts and spans as words.numbers prints them, a currency before or behind; a date has hyphens and is none.
_FIGURES = re.compile(r"[-−]?(CN¥|[€£$¥])?[\d\s\u2060.,–/%]*([€£$¥]|[A-Z]{3}|[\u4e00-\u9fff]{1,3})?")


def small_table(
    columns: Mapping[str, Sequence[Any]],
    *,
    formats: Mapping[str, Callable[[Any], str]] | None = None,
    label: str = "",
) -> None:
    """A table of up to about twenty rows, as real HTML; cells may hold Markdown.

    Args:
        columns: heading → cells; numbers align right, also where they are printed already.
        formats: heading → how a number of that column is printed.
        label: what the table shows, for screen readers.
    """
    gaps = any(cell is None for cells in columns.values() for cell in cells)
    if not formats and not gaps and not _printed_figures(columns):
        _draw(pa.table({heading: list(cells) for heading, cells in columns.items()}), label)
        return
    printed = {heading: [how(cell) for cell in columns[heading]] for heading, how in (formats or {}).items()}
    _draw_styled(repr((columns, printed, label)), columns, formats or {}, label)


def _draw(table: Any, label: str) -> None:
    st.table(table, border="horizontal", hide_index=True, alt=label or None)


# Styling takes ten times as long as the rest of a table; Streamlit draws the same content again from what it keeps.
@st.cache_data(max_entries=200, show_spinner=False)
def _draw_styled(
    content: str,  # noqa: ARG001  # names everything that is drawn; the others are not looked at
    _columns: Mapping[str, Sequence[Any]],
    _formats: Mapping[str, Any],
    _label: str,
) -> None:
    styler = pd.DataFrame(dict(_columns)).style.format(dict(_formats), na_rep=MISSING)
    # Streamlit aligns by type and says so on every cell, hence "!important".
    right: list[CSSDict] = [
        {"selector": f".col{place}", "props": [("text-align", "right !important")]}
        for place in _printed_figures(_columns)
    ]
    _draw(styler.set_table_styles(right), _label)


def _printed_figures(columns: Mapping[str, Sequence[Any]]) -> list[int]:
    """The columns of text that holds nothing but figures: amounts, spans, shares, dashes for gaps; never the first."""
    return [
        place
        for place, cells in enumerate(columns.values())
        if place
        and all(isinstance(cell, str) and _FIGURES.fullmatch(cell) for cell in cells)
        and any(any(sign.isdigit() for sign in cell) for cell in cells)
    ]


def searchable_table(
    rows: Sequence[Mapping[str, Any]],
    *,
    language: Language,
    key: str,
    label: str,
    widths: Mapping[str, Any] | None = None,
    height: int = 560,
) -> Sequence[Mapping[str, Any]]:
    """A longer table with our own search above it; clicking a head sorts.

    Returns:
        The rows that match, so that the caller exports what is seen.
    """
    wanted = st.text_input(
        say(language, "ui.search"),
        key=f"{key}_search",
        type="search",
        placeholder=say(language, "ui.search_hint"),
        icon=":material/search:",
        live=True,
    )
    needle = (wanted or "").strip().casefold()
    matching = [row for row in rows if not needle or any(needle in str(v).casefold() for v in row.values())]
    mute(
        say(
            language,
            "ui.count_of",
            shown=number(language, len(matching)),
            all=number(language, len(rows)),
        )
    )
    if matching:
        st.dataframe(
            pd.DataFrame(matching),
            hide_index=True,
            row_height=38,
            height=min(height, 40 + 38 * len(matching)),
            placeholder=MISSING,
            column_config=dict(widths or {}),
            alt=label,
            key=f"{key}_rows",
        )
    else:
        st.info(say(language, "ui.nothing_found"))
    return matching


def interval(
    value: float,
    lower: float,
    upper: float,
    target: float,
    *,
    second: bool = False,
    span: tuple[float, float] | None = None,
) -> str:
    """The interval of a share as a small picture for a table cell (Markdown image).

    Args:
        value: the share measured, 0-1, drawn as a dot.
        lower: one-sided lower bound.
        upper: one-sided upper bound.
        target: drawn as a vertical tick.
        second: colour and shape of the second vendor.
        span: ends of the picture, so that pictures side by side can be compared; None fits the values.
    """
    ends = span or (max(0.0, min(lower, target) - 0.04), 1.0)
    return _picture((value, lower, upper, target), ends, palette(), second=second)


def _picture(
    figures: tuple[float, float, float, float], span: tuple[float, float], colours: Palette, *, second: bool
) -> str:
    def x(share: float) -> float:
        return _MARGIN + (share - span[0]) / (span[1] - span[0] or 1) * (_WIDTH - 2 * _MARGIN)

    at, low, high, goal = (x(figure) for figure in figures)
    colour, middle, bottom = (colours.second if second else colours.first), _HEIGHT / 2, _HEIGHT - 3
    # A circle for the first vendor, a diamond for the second: as in the charts.
    dot = (
        f'<path d="M{at:.1f} {middle - 6}l6 6l-6 6l-6 -6z" fill="{colour}"/>'
        if second
        else f'<circle cx="{at:.1f}" cy="{middle}" r="4.5" fill="{colour}"/>'
    )
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}" height="{_HEIGHT}">'
        f'<line x1="{_MARGIN}" x2="{_WIDTH - _MARGIN}" y1="{middle}" y2="{middle}" stroke="{colours.grid}"/>'
        f'<line x1="{low:.1f}" x2="{high:.1f}" y1="{middle}" y2="{middle}" stroke="{colour}" stroke-width="3"/>'
        f"{dot}"
        f'<line x1="{goal:.1f}" x2="{goal:.1f}" y1="3" y2="{bottom}" stroke="{colours.text}" stroke-width="2"/>'
        "</svg>"
    )
    return f"![](data:image/svg+xml;base64,{b64encode(svg.encode()).decode()})"
