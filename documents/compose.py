"""From the blocks of a document to strips: sets every text in its face, size and lines."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from documents import look
from documents.characters import checked
from documents.drawings import draw_chart
from documents.layout import Patch, Piece, Strip, held
from documents.look import Look, Place
from documents.strips import BASELINE, cover_bar, placed, room_pitch, rule, text_strips, title_rule
from documents.typesetting import UNLIMITED, set_lines
from domain.shared.outcomes import DomainError
from domain.shared.paper import (
    OUTLINED_LEVELS,
    Cell,
    Contents,
    Curves,
    Document,
    Heading,
    PageBreak,
    Paragraph,
    Room,
    Spans,
    Table,
)
from domain.shared.sources import Language

_HEADINGS: tuple[Place, Place, Place] = ("heading_1", "heading_2", "heading_3")
_CONTENTS: tuple[Place, Place] = ("contents_1", "contents_2")


def compose(document: Document, heading_pages: Sequence[int] = ()) -> list[Strip]:
    """All strips of a document in reading order.

    Args:
        document: what is printed.
        heading_pages: page of each heading of the outline, for the table of contents; empty while unknown.

    Raises:
        DomainError: a character that cannot be printed, or a table row higher than a page.
    """
    return _Composer(document.title[0][0], heading_pages).document(document)


class _Composer:
    """Walks through the blocks; remembers what the second language of a pair stands under."""

    def __init__(self, leading: Language, heading_pages: Sequence[int]) -> None:
        self.leading = leading
        self.heading_pages = heading_pages
        self.indent = 0.0
        self.strips: list[Strip] = []
        self.breaks_page = False
        self.space = 0.0

    def document(self, document: Document) -> list[Strip]:
        """Title and blocks."""
        if document.cover:
            self._add([cover_bar()])
            self._add(self._stacked(document.title, "cover_title"))
        else:
            self._add(self._stacked(document.title, "title"))
            self._add([title_rule()])
        for block in document.blocks:
            match block:
                case Heading():
                    self._heading(block)
                case Paragraph():
                    self._paragraph(block)
                case Table():
                    self._table(block)
                case PageBreak():
                    self.breaks_page = True
                case Contents():
                    self._contents(block, document.outline)
                case Spans() | Curves():
                    self._add(draw_chart(block))
                case Room():
                    self.space += block.points
        return self.strips

    def _add(self, strips: list[Strip]) -> None:
        """Append strips; the first carries the page break and the space that were asked for before it.

        Space belongs to what follows: it vanishes at the top of a page and never opens a page by itself.
        """
        strips[0] = replace(strips[0], before=strips[0].before + self.space)
        self.space = 0.0
        if self.breaks_page:
            strips[0] = replace(strips[0], starts_page=True)
            self.breaks_page = False
        self.strips += strips

    def _look(self, language: Language, place: Place) -> Look:
        return (look.FIRST if language == self.leading else look.SECOND)[place]

    def _stacked(self, texts: Iterable[tuple[Language, str]], place: Place) -> list[Strip]:
        """One text per language below each other, held together with what follows."""
        strips: list[Strip] = []
        for language, text in texts:
            style = self._look(language, place)
            strips += text_strips(text, language, style, place, indent=0.0)
        return [replace(strip, holds_next=True) for strip in strips]

    def _heading(self, heading: Heading) -> None:
        strips = self._stacked(heading.texts, _HEADINGS[heading.level - 1])
        if heading.level <= OUTLINED_LEVELS:
            words = " · ".join(text for _, text in heading.texts)
            strips[0] = replace(strips[0], bookmark=(heading.level, words), upper=heading.upper)
        self.indent = 0.0
        self._add(strips)

    def _contents(self, block: Contents, outline: Iterable[tuple[int, str]]) -> None:
        """The headings with their pages at the right edge; a click on one opens it."""
        self._add(self._stacked(block.texts, "heading_1"))
        self.indent = 0.0
        for number, (level, words) in enumerate(outline, start=1):
            page = str(self.heading_pages[number - 1]) if self.heading_pages else ""
            self._add(self._entry(number, level, words, page))

    def _entry(self, number: int, level: int, words: str, page: str) -> list[Strip]:
        """One heading in the table of contents, on as many lines as it takes; the page ends the last one."""
        place = _CONTENTS[level - 1]
        style = self._look(self.leading, place)
        indent = (level - 1) * look.CONTENTS_INDENT
        measure = look.CONTENT_WIDTH - indent - look.PAGE_COLUMN
        height = style.size * look.PITCH[self.leading]
        strips = [
            Strip(
                height=height,
                before=0.0 if at else style.before,
                pieces=tuple(placed(line, style, indent, height * BASELINE)),
                leads_to=number,
            )
            for at, line in enumerate(set_lines(checked(words), self.leading, style, measure))
        ]
        figure = set_lines(page, self.leading, style, UNLIMITED)[0]
        right = placed(figure, style, look.CONTENT_WIDTH - figure.width, height * BASELINE)
        strips[-1] = replace(strips[-1], pieces=(*strips[-1].pieces, *right))
        return held(strips, whole=True)

    def _paragraph(self, paragraph: Paragraph) -> None:
        """A paragraph; the second language stands under the text of its partner and stays with it."""
        style = self._look(paragraph.language, paragraph.style)
        number = set_lines(checked(paragraph.number), paragraph.language, style, UNLIMITED)[0]
        if paragraph.language == self.leading:
            # A number too long for its column pushes the text to the right, as a tab does in Word.
            room = max(look.NUMBER_COLUMN, number.width + look.NUMBER_GAP)
            self.indent = room if paragraph.number else 0.0
        elif self.strips:
            self.strips[-1] = replace(self.strips[-1], holds_next=True)
        strips = text_strips(paragraph.text, paragraph.language, style, paragraph.style, indent=self.indent)
        first = strips[0]
        digits = placed(number, style, 0.0, first.height * BASELINE)
        strips[0] = replace(first, pieces=(*digits, *first.pieces))
        kept = held(strips)
        if paragraph.leads:
            kept[-1] = replace(kept[-1], holds_next=True)
        self._add(kept)

    def _table(self, table: Table) -> None:
        """Hairlines between rows, a rule above and below; rows are whole, short tables too."""
        unit = look.CONTENT_WIDTH / sum(table.widths)
        columns = [width * unit for width in table.widths]
        rows = [self._row(row, columns, "cell") for row in table.rows]
        last, top = rows[-1], rule(0, look.RULE)
        rows[-1] = replace(last, rules=(*last.rules[:-1], rule(last.height, look.RULE)))
        if table.header:
            rows.insert(0, replace(self._row(table.header, columns, "head"), fill=look.HEAD_FILL))
        rows[0] = replace(rows[0], before=look.TABLE_SPACE, rules=(top, *rows[0].rules))
        if table.header:
            rows[1:] = [replace(row, head=rows[0]) for row in rows[1:]]
        is_short = table.whole or len(rows) <= look.SHORT_TABLE_ROWS
        self._add(held(rows, whole=is_short))
        self.space = look.TABLE_SPACE

    def _row(self, cells: tuple[Cell, ...], columns: list[float], place: Place) -> Strip:
        """One row: the cells side by side, in each its languages below each other."""
        pieces: list[Piece] = []
        patches: list[Patch] = []
        height = 0.0
        x = 0.0
        for cell, width in zip(cells, columns, strict=True):
            found, deep = self._cell(cell, x, width, place)
            pieces += found
            if cell.shade:
                patches.append(Patch(x, width, look.shade_grey(cell.shade)))
            height = max(height, deep)
            x += width
        height += 2 * look.CELL_PADDING
        if height > look.CONTENT_HEIGHT:
            raise DomainError("documents.row_too_tall", near=cells[0].texts[0][1] if cells[0].texts else "")
        return Strip(
            height=height,
            pieces=tuple(pieces),
            rules=(rule(height, look.HAIRLINE),),
            patches=tuple(patches),
        )

    def _cell(self, cell: Cell, x: float, width: float, place: Place) -> tuple[list[Piece], float]:
        """The pieces of a cell and how deep it is."""
        pieces: list[Piece] = []
        depth = 0.0
        inner = width - 2 * look.CELL_SIDE
        for language, text in cell.lines:
            style = self._look(language, place)
            for at, line in enumerate(set_lines(checked(text), language, style, inner)):
                pitch = style.size * look.CELL_PITCH[language]
                depth += style.before if at == 0 else 0.0
                shift = x + look.CELL_SIDE + (inner - line.width if cell.align == "right" else 0.0)
                drop = look.CELL_PADDING + depth + pitch * BASELINE
                pieces += placed(line, style, shift, drop)
                depth += pitch
        return pieces, depth + cell.room * room_pitch(place)
