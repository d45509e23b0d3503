"""Sets one paragraph: faces, lines, the narrow space between Chinese and Latin, and justification."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf

from documents.fonts import Glyph, glyphs
from documents.linebreak import lines
from documents.look import Look
from domain.shared.sources import Language

# The narrow space that Chinese typesetting puts beside Latin words and numbers, in em.
_LATIN_SPACE = 0.18
# A justified line is stretched by at most this much per gap, in em; a line that lacks more stays ragged.
_MOST_STRETCH = 0.25
# A measure for what stands on one line whatever its length.
UNLIMITED = inf


@dataclass(frozen=True, slots=True)
class Segment:
    """Letters of one face.

    Attributes:
        x: from the start of the line, in points.
        face: name of the font.
        text: the letters.
        spread: space after each letter, in points.
    """

    x: float
    face: str
    text: str
    spread: float


@dataclass(frozen=True, slots=True)
class Line:
    """One set line; `width` in points."""

    segments: tuple[Segment, ...]
    width: float


def set_lines(
    text: str, language: Language, style: Look, measure: float, *, justified: bool = False
) -> list[Line]:
    """Break a text and set its lines.

    Args:
        text: one paragraph that has passed `documents.characters.checked`.
        language: decides faces, quotation marks and line breaking.
        style: size and weight.
        measure: width of the line, in points.
        justified: whether all lines but the last fill the measure.
    """
    found = glyphs(text, language, bold=style.bold)
    spaces = _latin_spaces(found)
    widths = [(glyph.width + space) * style.size for glyph, space in zip(found, spaces, strict=True)]
    ranges = lines(text, widths, measure, language)
    return [
        _line(
            [
                (glyph, space * style.size)
                for glyph, space in zip(found[start:end], spaces[start:end], strict=True)
            ],
            style.size,
            measure if justified and at < len(ranges) - 1 else 0.0,
        )
        for at, (start, end) in enumerate(ranges)
    ]


def _latin_spaces(found: Sequence[Glyph]) -> list[float]:
    """The space after each character, in em: narrow where Chinese and Latin meet, nothing elsewhere."""
    return [_LATIN_SPACE if _meet(one, two) else 0.0 for one, two in pairwise(found)] + [0.0] * bool(found)


def _meet(one: Glyph, two: Glyph) -> bool:
    """Whether an ideograph and a Latin letter or digit stand side by side."""
    return one.face.chinese != two.face.chinese and one.char.isalnum() and two.char.isalnum()


def _line(found: list[tuple[Glyph, float]], size: float, measure: float) -> Line:
    """Join characters of one face into segments, stretched to the measure where that is decent."""
    groups = _groups(found)
    natural = sum(glyph.width * size for glyph, _ in found) + sum(space for _, space in found[:-1])
    # Chinese stretches between its characters, a Latin word stays tight and only its ends give way.
    gaps = sum(len(group) if group[0][0].face.chinese else 1 for group in groups) - 1
    stretch = (measure - natural) / gaps if measure and gaps > 0 else 0.0
    stretch = stretch if 0 < stretch <= _MOST_STRETCH * size else 0.0
    segments = []
    x = 0.0
    for group in groups:
        face = group[0][0].face
        spread = stretch if face.chinese else 0.0
        segments.append(Segment(x, face.name, "".join(glyph.char for glyph, _ in group), spread))
        x += sum(glyph.width * size + spread for glyph, _ in group) + group[-1][1] + (stretch - spread)
    return Line(tuple(segments), natural + stretch * max(gaps, 0))


def _groups(found: list[tuple[Glyph, float]]) -> list[list[tuple[Glyph, float]]]:
    """Neighbours of one face without a space between them."""
    groups: list[list[tuple[Glyph, float]]] = []
    for item in found:
        glyph, _ = item
        if not glyph.char:
            continue
        last = groups[-1][-1] if groups else None
        if last and last[0].face is glyph.face and not last[1]:
            groups[-1].append(item)
        else:
            groups.append([item])
    return groups
