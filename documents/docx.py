"""Word: the master rendered by docxtpl, the blocks appended in its styles with python-docx.

This is the only module that calls docxtpl, because docxtpl by itself prints a missing value as nothing and
drops text at a raw "&": here values are strict, escaped and refused when they hold control characters.
"""

from io import BytesIO
from pathlib import Path

from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.shared import Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph as WordParagraph
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined
from jinja2.sandbox import SandboxedEnvironment

from documents import look
from documents.characters import checked, refusal, visible
from documents.package import without_clock
from documents.page_line import running_title
from documents.pages import Placed, placed_headings
from documents.word_fields import close_field, mark_heading, write_entry, write_foot
from documents.word_text import LANGUAGE_TAG, set_pitches, shade, write_text
from domain.shared.outcomes import DomainError
from domain.shared.paper import OUTLINED_LEVELS as OUTLINED
from domain.shared.paper import Cell, Contents, Document, Heading, PageBreak, Paragraph, Room, Table

_MASTER = Path(__file__).resolve().parents[1] / "contract_templates" / "masters" / "contract.docx"
_STYLES = {
    "body": "Body",
    "highlight": "Highlight",
    "note": "Note",
    "party": "Party",
    "centred": "Centred",
    "cover": "Cover",
}
_NUMBERED = frozenset({"body", "highlight"})
_JUSTIFIED = frozenset({"body", "highlight", "note"})


def write_docx(document: Document) -> bytes:
    """A Word file in the look of the master. The same document gives the same bytes.

    Raises:
        DomainError: ``documents.control_character`` names what a document must not hold.
    """
    template = DocxTemplate(_MASTER)
    # Before rendering: docxtpl puts new parts in the place of headers and footers, which python-docx loses.
    write_foot(template.get_docx(), document)
    context = {"title": running_title(document.title), "mark": document.mark}
    template.render(context, jinja_env=_environment(), autoescape=True)
    # Not get_docx() again: it would read the master anew and forget what was rendered.
    word: WordDocument = template.docx
    _describe(word, document)
    set_pitches(word, document.form, document.title[0][0])
    _Writer(word, document).write()
    target = BytesIO()
    word.save(target)
    return without_clock(target.getvalue())


def _environment() -> SandboxedEnvironment:
    """Strict, escaping, sandboxed: nothing is printed that was not meant."""
    return SandboxedEnvironment(undefined=StrictUndefined, autoescape=True, finalize=_printable)


def _printable(value: str | None) -> str:
    """What a placeholder prints; None is refused, because Word would show the word None."""
    if value is None:
        raise DomainError("documents.missing_value")
    if "\n" in value:
        raise refusal("documents.control_character", value, value.index("\n"))
    return visible(value)


def _describe(word: WordDocument, document: Document) -> None:
    """Title and subject; no person and no date, because a document has no clock."""
    properties = word.core_properties
    for old in list(properties._element):  # noqa: SLF001 (python-docx can set properties but not drop them)
        properties._element.remove(old)  # noqa: SLF001 (see above)
    properties.title = running_title(document.title)
    properties.subject = checked(document.subject)
    properties.language = LANGUAGE_TAG[document.title[0][0]]


class _Writer:
    """Appends title and blocks; remembers whether the second language of a pair stands under a number."""

    def __init__(self, word: WordDocument, document: Document) -> None:
        self.word = word
        self.document = document
        self.leading = document.title[0][0]
        # python-docx looks a style up in all styles each time; a contract has thousands of paragraphs.
        self.style_ids = {style.name: style.style_id for style in word.styles}
        self.numbered = ""
        self.breaks_page = False
        self.last: WordParagraph | None = None
        self.above: WordParagraph | None = None
        self.has_contents = any(isinstance(block, Contents) for block in document.blocks)
        self.places: tuple[Placed, ...] = placed_headings(document) if self.has_contents else ()
        self.outlined = 0

    def write(self) -> None:
        """Everything in reading order."""
        self._title()
        for block in self.document.blocks:
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
                    self._contents(block)
                case Room():
                    self._room(block)

    def _add(self, style: str) -> WordParagraph:
        """A new paragraph; it begins a page when a page break was asked for."""
        paragraph = self.word.add_paragraph()
        self._dress(paragraph, style)
        if self.breaks_page:
            paragraph.paragraph_format.page_break_before = True
            paragraph.paragraph_format.space_before = Pt(0)
            self.breaks_page = False
        return paragraph

    def _dress(self, paragraph: WordParagraph, style: str) -> None:
        """Give a paragraph a style of the master."""
        paragraph._p.style = self.style_ids[style]  # noqa: SLF001 (see above)

    def _title(self) -> None:
        names = ("Cover title", "Cover title second") if self.document.cover else ("Title", "Second title")
        if self.document.cover:
            self._add("Cover bar")
        for language, text in self.document.title:
            write_text(self._add(names[language != self.leading]), text, language)
        if not self.document.cover:
            self._add("Title rule")

    def _room(self, room: Room) -> None:
        """An empty line as high as the room."""
        layout = self._add("Table gap").paragraph_format
        layout.line_spacing_rule, layout.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(room.points)

    def _heading(self, heading: Heading) -> None:
        """One paragraph for all languages, so that the navigation shows every article once."""
        is_entry = self.has_contents and heading.level <= OUTLINED
        # What opens a page in our layout opens one in Word too: the contents say so.
        self.breaks_page |= is_entry and self.places[self.outlined].on_top
        paragraph = self._add(f"Heading {heading.level}")
        for position, (language, text) in enumerate(heading.texts):
            if position:
                paragraph.add_run().add_break(WD_BREAK.LINE)
            run = write_text(paragraph, text, language)
            if language != self.leading:
                run._r.style = self.style_ids[f"Heading {heading.level} second"]  # noqa: SLF001 (see above)
        if is_entry:
            self.outlined += 1
            mark_heading(paragraph, self.outlined)
        self.numbered = ""
        self.last = None
        self.above = paragraph

    def _contents(self, block: Contents) -> None:
        """Word's own field, filled with the headings and the pages of our layout."""
        for language, text in block.texts:
            second = "" if language == self.leading else " second"
            write_text(self._add(f"Contents heading{second}"), text, language)
        lines = []
        for number, (level, words) in enumerate(self.document.outline, start=1):
            line = self._add(f"toc {level}")
            write_entry(line, write_text(line, words, self.leading), number, self.places[number - 1].page)
            lines.append(line)
        if lines:
            close_field(lines)

    def _paragraph(self, paragraph: Paragraph) -> None:
        """A paragraph; the second language stands under the text of its partner and stays with it."""
        second = ""
        if paragraph.language == self.leading:
            self.numbered = " numbered" if paragraph.number else ""
        else:
            second = " second"
            if self.last is not None:
                self.last.paragraph_format.keep_with_next = True
        base = _STYLES[paragraph.style]
        numbered = self.numbered if paragraph.style in _NUMBERED else ""
        written = self._add(f"{base}{numbered}{second}")
        if paragraph.leads:
            written.paragraph_format.keep_with_next = True
        if paragraph.number:
            write_text(written, paragraph.number, paragraph.language)
            written.add_run("\t")
        write_text(written, paragraph.text, paragraph.language)
        if paragraph.language == "zh" and paragraph.style in _JUSTIFIED:
            written.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        self.last = self.above = written

    def _table(self, table: Table) -> None:
        """Rows are never split; a short table stays on one page."""
        if self.breaks_page:
            self._add("Table gap")
        elif self.above is not None:
            self.above.paragraph_format.space_after = Pt(look.TABLE_SPACE)
        rows = (table.header, *table.rows) if table.header else table.rows
        written = self.word.add_table(rows=0, cols=0, style="Contract table")
        written.autofit = False
        unit = look.CONTENT_WIDTH / sum(table.widths)
        for width in table.widths:
            written.add_column(Pt(width * unit))
        is_short = table.whole or len(rows) <= look.SHORT_TABLE_ROWS
        for position, row in enumerate(rows):
            is_head = position == 0 and bool(table.header)
            # As in our layout: no last row alone on a page, and short tables whole.
            holds = is_head or (is_short and position < len(rows) - 1) or position == len(rows) - 2
            added = written.add_row()
            properties = added._tr.get_or_add_trPr()  # noqa: SLF001 (no public call)
            properties.append(OxmlElement("w:cantSplit"))
            if is_head:
                properties.append(OxmlElement("w:tblHeader"))
            for cell, target in zip(row, added.cells, strict=True):
                self._cell(cell, target, "Table head" if is_head else "Table text", holds_next=holds)
        self.above = self._add("Table gap")
        self.last = None

    def _cell(self, cell: Cell, target: _Cell, style: str, *, holds_next: bool) -> None:
        """The languages of a cell below each other."""
        paragraph = target.paragraphs[0]
        for position, (language, text) in enumerate(cell.lines):
            if position:
                paragraph = target.add_paragraph()
            self._dress(paragraph, style if language == self.leading else f"{style} second")
            paragraph.paragraph_format.keep_with_next = holds_next or None
            if cell.align == "right":
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            write_text(paragraph, text, language)
        for _ in range(cell.room):
            self._dress(target.add_paragraph(), style)
        if cell.shade or style == "Table head":
            shade(target, look.shade_grey(cell.shade) if cell.shade else look.HEAD_FILL)
