"""Text in Word: with its language, on lines of our pitch whatever font prints it, before a background."""

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from documents import look
from documents.characters import visible
from domain.shared.paper import Form
from domain.shared.sources import Language

LANGUAGE_TAG = {"zh": "zh-CN", "en": "en-GB"}
_CELLS = "Table"
# Their page has other lines.
_UNPITCHED = frozenset({"Header", "Footer", "Mark", "Normal", "Table gap"})


def write_text(paragraph: Paragraph, text: str, language: Language) -> Run:
    """Text with its language, which decides spelling, line breaking and the face of quotation marks."""
    run = paragraph.add_run(visible(text))
    properties = run._r.get_or_add_rPr()  # noqa: SLF001 (python-docx has no call for languages)
    tag = OxmlElement("w:lang")
    # Latin letters are English in both; a Chinese run also says so of its Chinese letters and quotation marks.
    tag.set(qn("w:val"), LANGUAGE_TAG["en"])
    if language == "zh":
        fonts = OxmlElement("w:rFonts")
        fonts.set(qn("w:hint"), "eastAsia")
        properties.append(fonts)
        tag.set(qn("w:eastAsia"), LANGUAGE_TAG["zh"])
    properties.append(tag)
    return run


def shade(cell: _Cell, grey: float) -> None:
    """The background of a cell."""
    level = f"{round(grey * 255):02X}"
    shading = OxmlElement("w:shd")
    for key, value in (("val", "clear"), ("color", "auto"), ("fill", level * 3)):
        shading.set(qn(f"w:{key}"), value)
    cell._tc.get_or_add_tcPr().append(shading)  # noqa: SLF001 (python-docx has no shading)


def set_pitches(word: WordDocument, form: Form, leading: Language) -> None:
    """Lines at least as far apart as in our layout, so that a page holds the same whatever font the reader has.

    The pitch follows the size of each style, also of one that somebody changed in the master.
    """
    for style in word.styles:
        if style.type != WD_STYLE_TYPE.PARAGRAPH or style.name in _UNPITCHED or style.font.size is None:
            continue
        is_second = style.name.endswith(" second") or style.name.startswith("Second ")
        # Both languages of a heading stand in one paragraph; the lower pitch suits the second line.
        is_mixed = form == "bilingual" and style.name.startswith("Heading ")
        language: Language = "en" if is_second or is_mixed else leading
        pitch = (look.CELL_PITCH if style.name.startswith(_CELLS) else look.PITCH)[language]
        style.paragraph_format.line_spacing = Pt(style.font.size.pt * pitch)
        style.paragraph_format.line_spacing_rule = WD_LINE_SPACING.AT_LEAST
