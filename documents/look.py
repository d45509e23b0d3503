"""How a document looks, in points and shares: read by the PDF and by the script that makes the Word master."""

from dataclasses import dataclass
from typing import Literal

POINTS_PER_MM = 72 / 25.4
PAGE_WIDTH = 210 * POINTS_PER_MM
PAGE_HEIGHT = 297 * POINTS_PER_MM
MARGIN_SIDE = 22 * POINTS_PER_MM
MARGIN_TOP = 24 * POINTS_PER_MM
MARGIN_BOTTOM = 21 * POINTS_PER_MM
# Word's pages hold a line more than ours, so that a line broken otherwise does not open a page of its own.
WORD_SPARE = 12.0
CONTENT_WIDTH = PAGE_WIDTH - 2 * MARGIN_SIDE
CONTENT_HEIGHT = PAGE_HEIGHT - MARGIN_TOP - MARGIN_BOTTOM

# From the edge of the paper to the base line of the mark, of the running title and of the page line.
MARK_BASELINE = 11 * POINTS_PER_MM
HEAD_BASELINE = 16 * POINTS_PER_MM
FOOT_BASELINE = 13 * POINTS_PER_MM

NUMBER_COLUMN = 34.0
NUMBER_GAP = 6.0
CELL_PADDING = 2.2
CELL_SIDE = 4.0
HAIRLINE = 0.4
RULE = 0.9

# 0 is black, 1 is white. The second language stays above 7:1 contrast on white.
BLACK = 0.0
SECOND_GREY = 0.30
QUIET_GREY = 0.40
LINE_GREY = 0.62
HEAD_FILL = 0.94
MARK_GREY = 0.90
# The darkest background of a heat map; black text on it keeps a contrast of 7:1.
DARKEST_SHADE = 0.62
# Above and below a table.
TABLE_SPACE = 7.0
# With its head; so many stay on one page.
SHORT_TABLE_ROWS = 6
# Above the title of a cover, and the bar over it.
COVER_ROOM = 96.0
COVER_BAR_WIDTH, COVER_BAR_WEIGHT = 72.0, 4.0
# Of a table of contents: room for page numbers at the right, indent of the second level.
PAGE_COLUMN = 34.0
CONTENTS_INDENT = 16.0

Place = Literal[
    "title",
    "cover_title",
    "cover",
    "heading_1",
    "heading_2",
    "heading_3",
    "body",
    "highlight",
    "note",
    "party",
    "centred",
    "cell",
    "head",
    "contents_1",
    "contents_2",
]


@dataclass(frozen=True, slots=True)
class Look:
    """The look of one kind of text.

    Attributes:
        size: of the letters, in points.
        before: space above the block, in points; nothing at the top of a page.
        bold: whether the bold faces are used.
        grey: 0 is black, 1 is white.
    """

    size: float
    before: float
    bold: bool = False
    grey: float = BLACK


# Line pitch as a multiple of the size: Chinese lines have no ascenders to hold them apart.
PITCH = {"zh": 1.5, "en": 1.34}
CELL_PITCH = {"zh": 1.45, "en": 1.3}

FIRST: dict[Place, Look] = {
    "title": Look(22, 54, bold=True),
    "cover_title": Look(29, 16, bold=True),
    "cover": Look(11.5, 7, grey=SECOND_GREY),
    "heading_1": Look(14, 20, bold=True),
    "heading_2": Look(11.5, 12, bold=True),
    "heading_3": Look(10, 9, bold=True),
    "body": Look(10, 4.5),
    "highlight": Look(10, 4.5, bold=True),
    "note": Look(9, 4, grey=QUIET_GREY),
    "party": Look(10, 4.5),
    "centred": Look(10, 4.5),
    "cell": Look(8.5, 0),
    "head": Look(8.5, 0, bold=True),
    "contents_1": Look(10, 6, bold=True),
    "contents_2": Look(9.5, 2),
}

# The second language of the two-language form: smaller, grey, close below its partner.
SECOND: dict[Place, Look] = {
    "title": Look(14, 5, grey=SECOND_GREY),
    "cover_title": Look(17, 6, grey=SECOND_GREY),
    "cover": Look(9.5, 2, grey=QUIET_GREY),
    "heading_1": Look(11.5, 2, grey=SECOND_GREY),
    "heading_2": Look(10.5, 1, grey=SECOND_GREY),
    "heading_3": Look(9.5, 1, grey=SECOND_GREY),
    "body": Look(8.5, 2, grey=SECOND_GREY),
    "highlight": Look(8.5, 2, bold=True, grey=SECOND_GREY),
    "note": Look(8.5, 1.5, grey=QUIET_GREY),
    "party": Look(8.5, 2, grey=SECOND_GREY),
    "centred": Look(8.5, 2, grey=SECOND_GREY),
    "cell": Look(7.5, 0.5, grey=SECOND_GREY),
    "head": Look(7.5, 0.5, grey=SECOND_GREY),
    "contents_1": Look(10, 6, bold=True),
    "contents_2": Look(9.5, 2),
}


def shade_grey(shade: float) -> float:
    """The grey of a background: 0 (none) is white, 1 the darkest."""
    return 1 - shade * (1 - DARKEST_SHADE)
