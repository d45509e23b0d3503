"""Word: the master rendered by docxtpl, the blocks appended in its styles with python-docx.

This is the only module that calls docxtpl, because docxtpl by itself prints a missing value as nothing and
drops text at a raw "&": here values are strict, escaped and refused when they hold control characters.
"""

from io import BytesIO
from pathlib import Path

from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph as WordParagraph
from docx.text.run import Run as WordRun
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined
from jinja2.sandbox import SandboxedEnvironment

from documents import look
from documents.characters import checked, refusal, visible
from documents.package import without_clock
from documents.page_line import running_title
from documents.pages import heading_pages
from documents.word_fields import close_field, mark_heading, write_entry, write_foot
from domain.shared.outcomes import DomainError
from domain.shared.paper import OUTLINED_LEVELS as OUTLINED
from domain.shared.paper import Cell, Contents, Document, Heading, PageBreak, Paragraph, Table
from domain.shared.sources import Language

_MASTER = Path(__file__).resolve().parents[1] / "contract_templates" / "masters" / "contract.docx"
_STYLES = {"body": "Body", "highlight": "Highlight", "note": "Note", "party": "Party", "centred": "Centred"}
_NUMBERED = frozenset({"body", "highlight"})
_JUSTIFIED = frozenset({"body", "highlight", "note"})
_LANGUAGE_TAG = {"zh": "zh-CN", "en": "en-GB"}
_SHORT_TABLE_ROWS = 8


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
    properties.language = _LANGUAGE_TAG[document.title[0][0]]


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
        self.has_contents = any(isinstance(block, Contents) for block in document.blocks)
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

    def _add(self, style: str) -> WordParagraph:
        """A new paragraph; it begins a page when a page break was asked for."""
        paragraph = self.word.add_paragraph()
        self._dress(paragraph, style)
        if self.breaks_page:
            paragraph.paragraph_format.page_break_before = True
            self.breaks_page = False
        return paragraph

    def _dress(self, paragraph: WordParagraph, style: str) -> None:
        """Give a paragraph a style of the master."""
        paragraph._p.style = self.style_ids[style]  # noqa: SLF001 (see above)

    def _title(self) -> None:
        for language, text in self.document.title:
            paragraph = self._add("Title" if language == self.leading else "Second title")
            _write(paragraph, text, language)
        self._add("Title rule")

    def _heading(self, heading: Heading) -> None:
        """One paragraph for all languages, so that the navigation shows every article once."""
        paragraph = self._add(f"Heading {heading.level}")
        for position, (language, text) in enumerate(heading.texts):
            if position:
                paragraph.add_run().add_break(WD_BREAK.LINE)
            run = _write(paragraph, text, language)
            if language != self.leading:
                run._r.style = self.style_ids[f"Heading {heading.level} second"]  # noqa: SLF001 (see above)
        if self.has_contents and heading.level <= OUTLINED:
            self.outlined += 1
            mark_heading(paragraph, self.outlined)
        self.numbered = ""
        self.last = None

    def _contents(self, block: Contents) -> None:
        """Word's own field, filled with the headings and the pages of our layout."""
        for language, text in block.texts:
            second = "" if language == self.leading else " second"
            _write(self._add(f"Contents heading{second}"), text, language)
        lines = []
        pages = heading_pages(self.document)
        for number, (level, words) in enumerate(self.document.outline, start=1):
            line = self._add(f"toc {level}")
            write_entry(line, _write(line, words, self.leading), number, pages[number - 1])
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
            written.paragraph_format.space_after = Pt(look.TABLE_SPACE)
        if paragraph.number:
            _write(written, paragraph.number, paragraph.language)
            written.add_run("\t")
        _write(written, paragraph.text, paragraph.language)
        if paragraph.language == "zh" and paragraph.style in _JUSTIFIED:
            written.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        self.last = written

    def _table(self, table: Table) -> None:
        """Rows are never split; a short table stays on one page."""
        if self.breaks_page:
            self._add("Table gap")
        rows = (table.header, *table.rows)
        written = self.word.add_table(rows=0, cols=0, style="Contract table")
        written.autofit = False
        unit = look.CONTENT_WIDTH / sum(table.widths)
        for width in table.widths:
            written.add_column(Pt(width * unit))
        is_short = table.whole or len(rows) <= _SHORT_TABLE_ROWS
        for position, row in enumerate(rows):
            holds = position == 0 or (is_short and position < len(rows) - 1)
            added = written.add_row()
            properties = added._tr.get_or_add_trPr()  # noqa: SLF001 (no public call)
            properties.append(OxmlElement("w:cantSplit"))
            if position == 0:
                properties.append(OxmlElement("w:tblHeader"))
            for cell, target in zip(row, added.cells, strict=True):
                self._cell(cell, target, "Table text" if position else "Table head", holds_next=holds)
        self._add("Table gap")
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
            _write(paragraph, text, language)
        for _ in range(cell.room):
            self._dress(target.add_paragraph(), style)
        if cell.shade or style == "Table head":
            _shade(target, look.shade_grey(cell.shade) if cell.shade else look.HEAD_FILL)


def _write(paragraph: WordParagraph, text: str, language: Language) -> WordRun:
    """Text with its language, which decides spelling, line breaking and the face of quotation marks."""
    run = paragraph.add_run(visible(text))
    properties = run._r.get_or_add_rPr()  # noqa: SLF001 (python-docx has no call for languages)
    tag = OxmlElement("w:lang")
    # Latin letters are English in both; a Chinese run also says so of its Chinese letters and quotation marks.
    tag.set(qn("w:val"), _LANGUAGE_TAG["en"])
    if language == "zh":
        fonts = OxmlElement("w:rFonts")
        fonts.set(qn("w:hint"), "eastAsia")
        properties.append(fonts)
        tag.set(qn("w:eastAsia"), _LANGUAGE_TAG["zh"])
    properties.append(tag)
    return run


def _shade(cell: _Cell, grey: float) -> None:
    """The background of a cell."""
    level = f"{round(grey * 255):02X}"
    shading = OxmlElement("w:shd")
    for key, value in (("val", "clear"), ("color", "auto"), ("fill", level * 3)):
        shading.set(qn(f"w:{key}"), value)
    cell._tc.get_or_add_tcPr().append(shading)  # noqa: SLF001 (python-docx has no shading)
