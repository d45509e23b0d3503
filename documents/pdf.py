"""PDF: draws the composed pages with reportlab."""

import threading
from io import BytesIO
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFInfo, PDFString
from reportlab.pdfgen.canvas import Canvas

from documents import look
from documents.characters import checked
from documents.fonts import face
from documents.layout import Page, Piece, Strip, Stroke
from documents.look import Look
from documents.page_line import page_line, running_title
from documents.pages import lay_out
from documents.typesetting import UNLIMITED, Line, set_lines
from domain.shared.paper import Document
from domain.shared.sources import Language

# reportlab's fonts keep a reading position of their own: one document at a time per process.
_ONE_AT_A_TIME = threading.Lock()
_SMALL = Look(8, 0, grey=look.QUIET_GREY)
_MARK = Look(66, 0, bold=True, grey=look.MARK_GREY)
_MARK_ANGLE = 52
_LONGEST_MARK = 620.0
_LANGUAGE_TAG = {"zh": "zh-CN", "en": "en-GB"}


def write_pdf(document: Document) -> bytes:
    """A4 pages with running title, page line, draft mark and bookmarks. The same document gives the same bytes.

    Raises:
        DomainError: ``documents.no_glyph``, ``documents.control_character`` or ``documents.row_too_tall``.
    """
    with _ONE_AT_A_TIME:
        pages = lay_out(document)
        target = BytesIO()
        leading = document.title[0][0]
        canvas = Canvas(
            target,
            pagesize=(look.PAGE_WIDTH, look.PAGE_HEIGHT),
            pageCompression=1,
            invariant=1,
            lang=_LANGUAGE_TAG[leading],
            # Otherwise every page names Helvetica, which is not in the file.
            initialFontName=face("NotoSans", bold=False).name,
        )
        _describe(canvas, document)
        drawing = _Drawing(canvas, document, len(pages))
        for number, page in enumerate(pages, start=1):
            drawing.page(page, number)
        canvas.save()
        return target.getvalue()


class _Properties(PDFInfo):  # type: ignore[misc]  # reportlab has no types
    """Title and subject only: no person, and no date, because a document has no clock."""

    def format(self, document: Any) -> bytes:
        """The dictionary as it stands in the file."""
        words = {"Title": self.title, "Subject": self.subject, "Producer": self.producer}
        return bytes(PDFDictionary({key: PDFString(text) for key, text in words.items()}).format(document))


def _describe(canvas: Canvas, document: Document) -> None:
    """Document properties, and a viewer that opens with the bookmarks."""
    properties = _Properties()
    properties.title = checked(" · ".join(text for _, text in document.title))
    properties.subject = checked(document.subject)
    # The canvas has setters for single properties but none for leaving the author and the dates out.
    canvas._doc.info = properties  # noqa: SLF001
    canvas.showOutline()
    canvas.setViewerPreference("DisplayDocTitle", "true")


class _Drawing:
    """Draws pages onto a canvas in reading order: mark, running title, text, page line."""

    def __init__(self, canvas: Canvas, document: Document, pages: int) -> None:
        self.canvas = canvas
        self.document = document
        self.pages = pages
        self.languages: tuple[Language, ...] = tuple(language for language, _ in document.title)
        self.depth = 0
        self.bookmarks = 0

    def page(self, page: Page, number: int) -> None:
        """One page."""
        if self.document.mark:
            self._mark()
        if number > 1:
            self._head()
        for top, strip in page:
            self._strip(strip, look.PAGE_HEIGHT - look.MARGIN_TOP - top)
        self._foot(number)
        self.canvas.showPage()

    def _strip(self, strip: Strip, top: float) -> None:
        """Background, lines and letters of a strip whose top lies at `top` on the page."""
        canvas = self.canvas
        if strip.fill < 1:
            canvas.setFillGray(strip.fill)
            canvas.rect(
                look.MARGIN_SIDE, top - strip.height, look.CONTENT_WIDTH, strip.height, stroke=0, fill=1
            )
        for patch in strip.patches:
            canvas.setFillGray(patch.grey)
            left = look.MARGIN_SIDE + patch.x
            canvas.rect(left, top - strip.height, patch.width, strip.height, stroke=0, fill=1)
        for rule in strip.rules:
            canvas.setLineWidth(rule.weight)
            canvas.setStrokeGray(rule.grey)
            left = look.MARGIN_SIDE + rule.x
            canvas.line(left, top - rule.drop, left + rule.width, top - rule.drop)
        self._strokes(strip.strokes, top)
        if strip.leads_to:
            right = look.MARGIN_SIDE + look.CONTENT_WIDTH
            place = (look.MARGIN_SIDE, top - strip.height, right, top)
            canvas.linkRect("", _bookmark_key(strip.leads_to), place, Border="[0 0 0]")
        level, words = strip.bookmark
        if level:
            self._bookmark(level, words, top)
        if strip.silent:
            self._unread(strip.pieces, look.MARGIN_SIDE, top)
        else:
            self._letters(strip.pieces, look.MARGIN_SIDE, top)

    def _strokes(self, strokes: tuple[Stroke, ...], top: float) -> None:
        """The lines of a chart."""
        for stroke in strokes:
            line = self.canvas.beginPath()
            places = [(look.MARGIN_SIDE + x, top - drop) for x, drop in stroke.points]
            line.moveTo(*places[0])
            for place in places[1:]:
                line.lineTo(*place)
            self.canvas.setLineWidth(stroke.weight)
            self.canvas.setStrokeGray(stroke.grey)
            self.canvas.setDash(*([list(stroke.dashes)] if stroke.dashes else []))
            self.canvas.drawPath(line)
        self.canvas.setDash()

    def _unread(self, pieces: tuple[Piece, ...], left: float, top: float) -> None:
        """Letters that are a picture to whoever reads the text of the file."""
        self.canvas._code.append("/Span <</ActualText ()>> BDC")  # noqa: SLF001 (no public call)
        self._letters(pieces, left, top)
        self.canvas._code.append("EMC")  # noqa: SLF001 (no public call)

    def _letters(self, pieces: tuple[Piece, ...], left: float, top: float) -> None:
        """Text in the order of the pieces: what is read from the file is what stands on paper."""
        text = self.canvas.beginText()
        for piece in pieces:
            text.setTextOrigin(left + piece.x, top - piece.drop)
            text.setFont(piece.face, piece.size)
            text.setFillGray(piece.grey)
            text.setCharSpace(piece.spread)
            text.textOut(piece.text)
        self.canvas.drawText(text)

    def _bookmark(self, level: int, words: str, top: float) -> None:
        """An entry of the outline; a level is never skipped, viewers would not open the file."""
        self.bookmarks += 1
        self.depth = min(level, self.depth + 1)
        key = _bookmark_key(self.bookmarks)
        self.canvas.bookmarkHorizontalAbsolute(key, top)
        self.canvas.addOutlineEntry(words, key, self.depth - 1, closed=False)

    def _head(self) -> None:
        """The running title with a hairline below, at the top of every page but the first."""
        baseline = look.PAGE_HEIGHT - look.HEAD_BASELINE
        self._small(running_title(self.document.title), 0.0, baseline)
        self.canvas.setLineWidth(look.HAIRLINE)
        self.canvas.setStrokeGray(look.LINE_GREY)
        right = look.MARGIN_SIDE + look.CONTENT_WIDTH
        self.canvas.line(look.MARGIN_SIDE, baseline - 5, right, baseline - 5)

    def _foot(self, number: int) -> None:
        """Page x of y, centred."""
        words = page_line(self.languages, str(number), str(self.pages))
        self._small(words, 0.5, look.FOOT_BASELINE)

    def _small(self, words: str, share: float, baseline: float) -> None:
        """A small grey line; `share` of the free width lies to its left. Too long words end in an ellipsis."""
        line = self._line(words, _SMALL)
        while line.width > look.CONTENT_WIDTH:
            words = f"{words[:-2]}…"
            line = self._line(words, _SMALL)
        shift = look.MARGIN_SIDE + (look.CONTENT_WIDTH - line.width) * share
        self._letters(_pieces(line, _SMALL), shift, baseline)

    def _mark(self) -> None:
        """The mark: small in the top corner, and large behind the text, rising to the right."""
        self._small(self.document.mark, 1.0, look.PAGE_HEIGHT - look.MARK_BASELINE)
        line = self._line(self.document.mark, _MARK)
        self.canvas.saveState()
        self.canvas.translate(look.PAGE_WIDTH / 2, look.PAGE_HEIGHT / 2)
        self.canvas.rotate(_MARK_ANGLE)
        shrunk = min(1.0, _LONGEST_MARK / line.width)
        self.canvas.scale(shrunk, shrunk)
        # The large mark is a picture, not text: read out between the lines it would tear sentences apart.
        self._unread(_pieces(line, _MARK), -line.width / 2, -_MARK.size / 3)
        self.canvas.restoreState()

    def _line(self, words: str, style: Look) -> Line:
        """Words on one line, in the leading language."""
        return set_lines(checked(words), self.languages[0], style, UNLIMITED)[0]


def _bookmark_key(number: int) -> str:
    """How the file names a bookmark."""
    return f"heading-{number}"


def _pieces(line: Line, style: Look) -> tuple[Piece, ...]:
    """A line on the base line."""
    return tuple(
        Piece(part.x, 0.0, part.face, style.size, part.text, 0.0, style.grey) for part in line.segments
    )
