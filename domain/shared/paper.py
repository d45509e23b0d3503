"""A document before it becomes Word, PDF or a page: a flat list of blocks in reading order.

The draft of a contract, a request for proposal and a brief are all built as this structure, and every
output reads it, so that their texts cannot differ.
"""

import unicodedata
from dataclasses import dataclass
from typing import Literal, get_args

from domain.shared.sources import Language

Form = Literal["zh", "en", "bilingual"]
FORMS: tuple[Form, ...] = get_args(Form)
ParagraphStyle = Literal["body", "highlight", "note", "party", "centred", "cover"]
Align = Literal["left", "right"]

# Headings of these levels are bookmarks and stand in the table of contents.
OUTLINED_LEVELS = 2
_PAIR = 2
# What two texts of a cell may measure together to share a line; a Chinese character measures two.
_MOST_HALF_WIDTHS = 32


def _half_widths(text: str) -> int:
    """How wide a text is, in Latin letters."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A stretch of text. `field` names the contract field it prints, so that a click can open it."""

    text: str
    field: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading; one text per language (two in the two-language form).

    Attributes:
        level: 1 for the parts of the document, 2 for articles, 3 for what is under them.
        texts: (language, text) in the order of printing; the number is part of the text.
        anchor: id of the clause or annex that starts here.
        upper: share of a page, from the top, in which it may begin; further down it opens the next page.
    """

    level: Literal[1, 2, 3]
    texts: tuple[tuple[Language, str], ...]
    anchor: str = ""
    upper: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One paragraph in one language.

    Attributes:
        language: decides fonts, quotation marks and line breaking.
        runs: the text.
        number: computed clause number ("4.2"), empty when there is none (second language of a pair).
        style: ``highlight`` is printed in bold: standard terms that must be pointed out.
        leads: it opens what follows and stays on its page.
        anchor: id of the clause it belongs to.
    """

    language: Language
    runs: tuple[Run, ...]
    number: str = ""
    style: ParagraphStyle = "body"
    anchor: str = ""
    leads: bool = False

    @property
    def text(self) -> str:
        """The words of the paragraph without its number."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A table cell: one text per language, short ones on one line, longer ones below each other.

    Attributes:
        texts: (language, text) in the order of printing.
        align: where the text stands.
        shade: background from 0 (none) to 1 (the darkest that text stays readable on): a heat map.
        room: empty lines below the text, for whoever writes on paper.
    """

    texts: tuple[tuple[Language, str], ...]
    align: Align = "left"
    shade: float = 0.0
    room: int = 0

    @property
    def lines(self) -> tuple[tuple[Language, str], ...]:
        """The texts as they are printed: "24 小时 / 24 hours" is one line in the language that leads."""
        width = sum(_half_widths(text) for _, text in self.texts)
        if len(self.texts) < _PAIR or width > _MOST_HALF_WIDTHS:
            return self.texts
        return ((self.texts[0][0], " / ".join(text for _, text in self.texts)),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table; it may run over several pages, its rows stay whole.

    Attributes:
        header: head cells; empty for a table without a head.
        rows: cells, each row as long as the header.
        widths: relative column widths; their sum does not matter.
        anchor: id of the annex or group it belongs to.
        whole: it stays on one page where a page can hold it: a heat map cannot be read in pieces.
    """

    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[int, ...]
    anchor: str = ""
    whole: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PageBreak:
    """What follows starts on a new page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """A table of contents: the headings of levels 1 and 2 with their pages.

    Attributes:
        texts: its own heading, (language, text) in the order of printing; it is not listed itself.
    """

    texts: tuple[tuple[Language, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """One row of a chart: a bar from `start` to `end`.

    Attributes:
        label: in front of the bar.
        start: where the bar begins.
        end: where it ends.
        text: its figures, behind the bar.
        base: a tick within the bar; None for none.
        strong: drawn darker: the row the sentence above speaks of.
    """

    label: str
    start: float
    end: float
    text: str
    base: float | None = None
    strong: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Spans:
    """A chart of bars with their figures in words: bands, a waterfall, a tornado. Drawn in the PDF only.

    Attributes:
        language: of its words.
        rows: from top to bottom.
        mark: a vertical line through all rows, and its words; None for none.
        from_zero: the axis begins at 0; otherwise at the smallest value.
    """

    language: Language
    rows: tuple[Span, ...]
    mark: tuple[float, str] | None = None
    from_zero: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Curve:
    """A line of a chart: its name and its values, in the order of the chart's places."""

    label: str
    values: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Curves:
    """A chart of lines, both axes in even ratios. Drawn in the PDF only.

    Attributes:
        language: of its words.
        places: where the values stand, rising, above 0.
        curves: what is drawn.
        across: ticks of the horizontal axis: place and words.
        up: ticks of the vertical axis: value and words.
        mark: a vertical line and its words; None for none.
    """

    language: Language
    places: tuple[float, ...]
    curves: tuple[Curve, ...]
    across: tuple[tuple[float, str], ...]
    up: tuple[tuple[float, str], ...]
    mark: tuple[float, str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """Empty paper: how far what follows is moved down, in points."""

    points: float


Block = Heading | Paragraph | Table | PageBreak | Contents | Spans | Curves | Room


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A whole document, ready to print.

    Attributes:
        form: one language or both.
        title: (language, title) in the order of printing.
        blocks: everything after the title.
        mark: words of the watermark ("DRAFT 草稿"), empty for none.
        subject: document property; says what the document is about.
        cover: the first page is a cover: the title stands large and lower on it, flush left under a bar.
    """

    form: Form
    title: tuple[tuple[Language, str], ...]
    blocks: tuple[Block, ...]
    mark: str = ""
    subject: str = ""
    cover: bool = False

    @property
    def outline(self) -> tuple[tuple[int, str], ...]:
        """Level and words of the headings a reader navigates by, in order: bookmarks and table of contents."""
        return tuple(
            (block.level, " · ".join(text for _, text in block.texts))
            for block in self.blocks
            if isinstance(block, Heading) and block.level <= OUTLINED_LEVELS
        )
