"""Charts as strips of a page: bars with their figures beside them, and lines over even ratios."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace

from documents import look
from documents.characters import checked
from documents.layout import Piece, Strip, Stroke, held
from documents.look import Look
from documents.typesetting import UNLIMITED, Line, set_lines
from domain.shared.paper import Curve, Curves, Span, Spans
from domain.shared.sources import Language

_TEXT, _STRONG, _QUIET = Look(8.5, 0), Look(8.5, 0, bold=True), Look(7.5, 0, grey=look.QUIET_GREY)
_LABEL_SHARE, _FIGURES_SHARE = 0.30, 0.26
_ROW, _BAR, _ABOVE = 17.0, 8.0, 8.0
_BAR_GREY, _STRONG_GREY, _AXIS_GREY = 0.74, 0.36, 0.62
_GAP = 6.0
_CURVES_HEIGHT, _CURVES_LEFT, _CURVES_BELOW = 128.0, 46.0, 16.0
# Lines differ in darkness, weight and dashes, because the page may be printed in grey.
_MANNERS: tuple[tuple[float, float, tuple[float, ...]], ...] = (
    (0.0, 1.4, ()),
    (0.45, 1.8, ()),
    (0.0, 1.1, (4.0, 2.0)),
    (0.45, 1.4, (1.5, 1.8)),
    (0.2, 1.1, (7.0, 2.0, 1.5, 2.0)),
)


def draw_chart(chart: Spans | Curves) -> list[Strip]:
    """The strips of a chart, held together on one page."""
    return _spans(chart) if isinstance(chart, Spans) else _curves(chart)


def _spans(chart: Spans) -> list[Strip]:
    """One strip per bar."""
    ends = [value for row in chart.rows for value in (row.start, row.end)]
    ends += [chart.mark[0]] if chart.mark else []
    low = min(0.0, *ends) if chart.from_zero else min(ends)
    scale = _Scale(low, max(ends))
    strips = [_marked(chart, scale)] if chart.mark else []
    strips += [_row(row, chart, scale) for row in chart.rows]
    strips[0] = replace(strips[0], before=_ABOVE)
    return held(strips, whole=True)


class _Scale:
    """From values to places between the labels and the figures."""

    def __init__(self, low: float, high: float) -> None:
        self.low = low
        self.left = look.CONTENT_WIDTH * _LABEL_SHARE + _GAP
        self.right = look.CONTENT_WIDTH * (1 - _FIGURES_SHARE) - _GAP
        self.unit = (self.right - self.left) / ((high - low) or 1.0)

    def at(self, value: float) -> float:
        """The place of a value."""
        return self.left + (value - self.low) * self.unit


def _marked(chart: Spans, scale: _Scale) -> Strip:
    """The words of the vertical line, above the bars."""
    place, words = chart.mark or (0.0, "")
    line = _fitted(words, chart.language, _QUIET, look.CONTENT_WIDTH)
    x = min(max(0.0, scale.at(place) - line.width / 2), look.CONTENT_WIDTH - line.width)
    return Strip(height=12.0, pieces=tuple(_pieces(line, _QUIET, x, 8.5)))


def _row(row: Span, chart: Spans, scale: _Scale) -> Strip:
    """Label, bar and figures; a label too long for its column ends in an ellipsis."""
    style = _STRONG if row.strong else _TEXT
    label = _fitted(row.label, chart.language, style, look.CONTENT_WIDTH * _LABEL_SHARE)
    figures = _fitted(row.text, chart.language, style, look.CONTENT_WIDTH * _FIGURES_SHARE)
    middle, base_line = _ROW / 2, _ROW / 2 + 3
    low, high = sorted((scale.at(row.start), scale.at(row.end)))
    strokes = [_level(low, max(high, low + 0.8), middle, _STRONG_GREY if row.strong else _BAR_GREY)]
    if row.base is not None:
        strokes.append(
            _upright(scale.at(row.base), middle - _BAR / 2 - 2, middle + _BAR / 2 + 2, 1.4, look.BLACK)
        )
    if chart.mark:
        strokes.append(
            replace(_upright(scale.at(chart.mark[0]), 0.0, _ROW, 0.8, look.BLACK), dashes=(2.5, 2.0))
        )
    return Strip(
        height=_ROW,
        pieces=(
            *_pieces(label, style, 0.0, base_line),
            *_pieces(figures, style, look.CONTENT_WIDTH - figures.width, base_line),
        ),
        strokes=tuple(strokes),
    )


def _level(left: float, right: float, drop: float, grey: float) -> Stroke:
    return Stroke(((left, drop), (right, drop)), _BAR, grey)


def _upright(x: float, top: float, bottom: float, weight: float, grey: float) -> Stroke:
    return Stroke(((x, top), (x, bottom)), weight, grey)


def _curves(chart: Curves) -> list[Strip]:
    """The lines in a frame, and below them which is which."""
    values = [value for curve in chart.curves for value in curve.values if value > 0]
    values += [value for value, _ in chart.up]
    frame = _Frame((chart.places[0], chart.places[-1]), (min(values), max(values)))
    strokes = [
        Stroke(tuple(_line(frame, chart, curve)), *_manner(at)) for at, curve in enumerate(chart.curves)
    ]
    pieces: list[Piece] = []
    for value, words in chart.up:
        strokes.insert(
            0, Stroke(((frame.left, frame.down(value)), (frame.right, frame.down(value))), 0.3, _AXIS_GREY)
        )
        line = _fitted(words, chart.language, _QUIET, _CURVES_LEFT)
        pieces += _pieces(line, _QUIET, frame.left - line.width - 4, frame.down(value) + 2.5)
    for place, words in chart.across:
        line = _fitted(words, chart.language, _QUIET, 90)
        x = min(frame.across(place) - line.width / 2, frame.right - line.width)
        pieces += _pieces(line, _QUIET, x, frame.bottom + 11)
    if chart.mark:
        place, words = chart.mark
        upright = _upright(frame.across(place), 0.0, frame.bottom, 0.8, look.BLACK)
        strokes.append(replace(upright, dashes=(2.5, 2.0)))
        line = _fitted(words, chart.language, _QUIET, 140)
        pieces += _pieces(line, _QUIET, min(frame.across(place) + 3, frame.right - line.width), 7.5)
    drawn = Strip(height=_CURVES_HEIGHT, before=_ABOVE, pieces=tuple(pieces), strokes=tuple(strokes))
    return held([drawn, *_legend(chart)], whole=True)


class _Frame:
    """From values to places, both axes in even ratios."""

    def __init__(self, across: tuple[float, float], up: tuple[float, float]) -> None:
        self.left, self.right = _CURVES_LEFT, look.CONTENT_WIDTH
        self.bottom = _CURVES_HEIGHT - _CURVES_BELOW
        self._across = tuple(math.log(end) for end in across)
        self._up = tuple(math.log(end) for end in up)

    def across(self, value: float) -> float:
        """The place of a value on the horizontal axis."""
        first, last = self._across
        return self.left + (math.log(value) - first) / ((last - first) or 1.0) * (self.right - self.left)

    def down(self, value: float) -> float:
        """How far below the top a value lies."""
        first, last = self._up
        return self.bottom - (math.log(value) - first) / ((last - first) or 1.0) * (self.bottom - 4)


def _line(frame: _Frame, chart: Curves, curve: Curve) -> Iterator[tuple[float, float]]:
    for place, value in zip(chart.places, curve.values, strict=True):
        if value > 0:
            yield frame.across(place), frame.down(value)


def _manner(at: int) -> tuple[float, float, tuple[float, ...]]:
    grey, weight, dashes = _MANNERS[at % len(_MANNERS)]
    return weight, grey, dashes


def _legend(chart: Curves) -> list[Strip]:
    """The names of the lines with a piece of each, as many on a row as fit."""
    rows: list[tuple[list[Piece], list[Stroke]]] = [([], [])]
    x, most = 0.0, look.CONTENT_WIDTH
    for at, curve in enumerate(chart.curves):
        line = _fitted(curve.label, chart.language, _TEXT, most - 24)
        if x and x + 24 + line.width > most:
            rows.append(([], []))
            x = 0.0
        pieces, strokes = rows[-1]
        strokes.append(Stroke(((x, 6.0), (x + 20, 6.0)), *_manner(at)))
        pieces += _pieces(line, _TEXT, x + 24, 9.0)
        x += 24 + line.width + 14
    return [Strip(height=13.0, pieces=tuple(pieces), strokes=tuple(strokes)) for pieces, strokes in rows]


def _fitted(words: str, language: Language, style: Look, measure: float) -> Line:
    """Words on one line, cut to a measure."""
    line = set_lines(checked(words), language, style, UNLIMITED)[0]
    while line.width > measure and len(words) > 1:
        words = f"{words.removesuffix('…')[:-1]}…"
        line = set_lines(checked(words), language, style, UNLIMITED)[0]
    return line


def _pieces(line: Line, style: Look, x: float, drop: float) -> Sequence[Piece]:
    return [
        Piece(x + part.x, drop, part.face, style.size, part.text, part.spread, style.grey)
        for part in line.segments
    ]
