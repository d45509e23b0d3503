"""Lines of text and rules as strips, ready to be stacked on pages."""

from documents import look
from documents.characters import checked
from documents.layout import Piece, Rule, Strip
from documents.look import Look, Place
from documents.typesetting import Line, set_lines
from domain.shared.sources import Language

# Where the base line lies within the pitch of a line.
BASELINE = 0.74
_CENTRED = frozenset({"title", "centred"})
_LEFT = frozenset({"party", "cell", "head", "heading_1", "heading_2", "heading_3", "cover_title", "cover"})


def text_strips(text: str, language: Language, style: Look, place: Place, *, indent: float) -> list[Strip]:
    """One strip per line; Chinese running text is justified, English keeps its ragged edge."""
    measure = look.CONTENT_WIDTH - indent
    centred = place in _CENTRED
    justified = language == "zh" and not centred and place not in _LEFT
    height = style.size * look.PITCH[language]
    strips = []
    for at, line in enumerate(set_lines(checked(text), language, style, measure, justified=justified)):
        shift = indent + ((measure - line.width) / 2 if centred else 0.0)
        pieces = placed(line, style, shift, height * BASELINE)
        strips.append(Strip(height=height, before=0.0 if at else style.before, pieces=tuple(pieces)))
    return strips


def placed(line: Line, style: Look, shift: float, drop: float) -> list[Piece]:
    """The segments of a line as pieces of a strip."""
    return [
        Piece(shift + part.x, drop, part.face, style.size, part.text, part.spread, style.grey)
        for part in line.segments
    ]


def room_pitch(place: Place) -> float:
    """The height of an empty line to write on."""
    return look.FIRST[place].size * look.CELL_PITCH["zh"]


def rule(drop: float, weight: float) -> Rule:
    """A line over the whole text area."""
    grey = look.LINE_GREY if weight < look.RULE else look.BLACK
    return Rule(0.0, drop, look.CONTENT_WIDTH, weight, grey)


def title_rule() -> Strip:
    """The line under the title."""
    return Strip(height=22.0, rules=(rule(12.0, look.RULE),))


def cover_bar() -> Strip:
    """The short bar over the title of a cover, after the empty paper above it."""
    bar = Rule(0.0, look.COVER_ROOM, look.COVER_BAR_WIDTH, look.COVER_BAR_WEIGHT, look.BLACK)
    return Strip(height=look.COVER_ROOM + look.COVER_BAR_WEIGHT / 2, rules=(bar,), holds_next=True)
