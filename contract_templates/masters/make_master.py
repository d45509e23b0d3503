# ruff: noqa: INP001 (a script beside what it makes, not a package)
"""Makes the Word master contract.docx: the look only, no words.

Run from the project folder: ``.venv/bin/python -m contract_templates.masters.make_master``.
A master edited in Word by hand works as well, as long as its styles keep their names and the running head
its {{ title }} and {{ mark }}.
"""

from pathlib import Path
from typing import cast

import docx
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.section import Section
from docx.shared import Pt, RGBColor
from docx.styles.style import CharacterStyle, ParagraphStyle
from docx.text.paragraph import Paragraph

from documents import look
from documents.look import FIRST, SECOND, Look, Place

MASTER = Path(__file__).parent / "contract.docx"
# Fonts that every Word has; headings and bold text use the dark Chinese face, as printers do.
SERIF = ("Times New Roman", "宋体")
SANS = ("Arial", "黑体")
DARK = ("Times New Roman", "黑体")
_Named = tuple[tuple[str, Place], ...]
_HEADINGS: _Named = (("Heading 1", "heading_1"), ("Heading 2", "heading_2"), ("Heading 3", "heading_3"))
_CLAUSES: _Named = (("Body", "body"), ("Highlight", "highlight"))
_LINES: _Named = (("Note", "note"), ("Party", "party"), ("Centred", "centred"))
_CELLS: _Named = (("Table text", "cell"), ("Table head", "head"))
# The names by which Word knows the lines of a table of contents.
_CONTENTS: _Named = (("toc 1", "contents_1"), ("toc 2", "contents_2"))
_WORD_2013_AND_LATER = "15"
_LINE = {"first": 1.2, "second": 1.0}


def make() -> None:
    """Write the master beside this script."""
    master = docx.Document()
    _settings(master)
    _page(master.sections[0])
    _text_styles(master)
    _table_style(master)
    section = master.sections[0]
    for header in (section.first_page_header, section.header):
        _mark(header.paragraphs[0])
    section.header.add_paragraph("{{ title }}", style="Header")
    for footer in (section.first_page_footer, section.footer):
        footer.paragraphs[0].style = "Footer"
    master.save(str(MASTER))


def _settings(master: WordDocument) -> None:
    """A file of today's Word for Chinese and English, without the preview and the names of python-docx."""
    settings = master.settings.element
    for mode in settings.iter(qn("w:compatSetting")):
        if mode.get(qn("w:name")) == "compatibilityMode":
            mode.set(qn("w:val"), _WORD_2013_AND_LATER)
    settings.find(qn("w:zoom")).set(qn("w:percent"), "100")
    settings.find(qn("w:characterSpacingControl")).set(qn("w:val"), "compressPunctuation")
    for tag in (settings.find(qn("w:themeFontLang")), next(master.styles.element.iter(qn("w:lang")))):
        tag.set(qn("w:val"), "en-GB")
        tag.set(qn("w:eastAsia"), "zh-CN")
    package = master.part.package
    for key in [key for key, rel in package.rels.items() if rel.reltype.endswith("/thumbnail")]:
        del package.rels[key]
    for old in list(master.core_properties._element):  # noqa: SLF001 (no call to drop properties)
        master.core_properties._element.remove(old)  # noqa: SLF001 (see above)


def _page(section: Section) -> None:
    """A4 with the margins of the PDF; the first page has no running title."""
    section.page_width, section.page_height = Pt(look.PAGE_WIDTH), Pt(look.PAGE_HEIGHT)
    section.left_margin = section.right_margin = Pt(look.MARGIN_SIDE)
    section.top_margin = Pt(look.MARGIN_TOP)
    section.bottom_margin = Pt(look.MARGIN_BOTTOM - look.WORD_SPARE)
    section.header_distance = Pt(look.MARK_BASELINE - 8)
    section.footer_distance = Pt(look.FOOT_BASELINE - 4)
    section.different_first_page_header_footer = True


def _text_styles(master: WordDocument) -> None:
    """Every style the writer of Word files uses."""
    _style(master, "Normal", FIRST["body"], SERIF)
    _style(master, "Title", FIRST["title"], SANS, centred=True)
    _style(master, "Second title", SECOND["title"], SANS, centred=True)
    _rule_below(_style(master, "Title rule", FIRST["cell"], SERIF))
    _cover_styles(master)
    for name, place in _HEADINGS:
        style = _style(master, name, FIRST[place], SANS)
        style.paragraph_format.keep_with_next = True
        _second_in_heading(master, f"{name} second", SECOND[place])
    for name, place in _CLAUSES:
        for suffix, looks in (("", FIRST), (" second", SECOND)):
            shape = looks[place]
            fonts = DARK if shape.bold else SERIF
            _style(master, f"{name}{suffix}", shape, fonts, second=bool(suffix))
            numbered = _style(master, f"{name} numbered{suffix}", shape, fonts, second=bool(suffix))
            _indent(numbered, hanging=not suffix)
    for name, place in _LINES:
        _style(master, name, FIRST[place], SERIF, centred=name == "Centred")
        _style(master, f"{name} second", SECOND[place], SERIF, centred=name == "Centred", second=True)
    for name, place in _CELLS:
        _style(master, name, FIRST[place], SERIF if place == "cell" else SANS, second=True)
        _style(master, f"{name} second", SECOND[place], SERIF, second=True)
    _style(master, "Contents heading", FIRST["heading_1"], SANS)
    _style(master, "Contents heading second", SECOND["heading_1"], SANS, second=True)
    for name, place in _CONTENTS:
        _contents_line(_style(master, name, FIRST[place], SERIF), place)
    gap = _style(master, "Table gap", Look(4, 0), SERIF, second=True)
    gap.paragraph_format.line_spacing = Pt(look.TABLE_SPACE)
    for name in ("Header", "Footer"):
        _style(master, name, Look(8, 0, grey=look.QUIET_GREY), SERIF, centred=name == "Footer", second=True)
    _rule_below(cast("ParagraphStyle", master.styles["Header"]), weight=4, colour="9E9E9E")
    corner = _style(master, "Mark", Look(8, 0, grey=look.QUIET_GREY), SERIF, second=True)
    corner.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _cover_styles(master: WordDocument) -> None:
    """A bar over a large title, and the lines under it."""
    bar = _style(master, "Cover bar", FIRST["cell"], SERIF)
    bar.paragraph_format.space_before = Pt(look.COVER_ROOM - FIRST["cell"].size)
    bar.paragraph_format.right_indent = Pt(look.CONTENT_WIDTH - look.COVER_BAR_WIDTH)
    _rule_below(bar, weight=round(look.COVER_BAR_WEIGHT * 8))
    for suffix, looks in (("", FIRST), (" second", SECOND)):
        _style(master, f"Cover title{suffix}", looks["cover_title"], SANS, second=bool(suffix))
        _style(master, f"Cover{suffix}", looks["cover"], SANS, second=bool(suffix))


def _style(
    master: WordDocument,
    name: str,
    shape: Look,
    fonts: tuple[str, str],
    *,
    centred: bool = False,
    second: bool = False,
) -> ParagraphStyle:
    """A paragraph style with fonts for both scripts; made when the master does not have it."""
    known = {style.name for style in master.styles}
    style = master.styles[name] if name in known else master.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style = cast("ParagraphStyle", style)
    if name != "Normal":
        style.base_style = master.styles["Normal"]
    style.quick_style = True
    _fonts(style, fonts)
    level = round(shape.grey * 255)
    style.font.size, style.font.bold, style.font.italic = Pt(shape.size), shape.bold, False
    style.font.color.rgb = RGBColor(level, level, level)
    layout = style.paragraph_format
    layout.space_before, layout.space_after = Pt(shape.before), Pt(0)
    layout.line_spacing = _LINE["second" if second else "first"]
    layout.widow_control = True
    layout.alignment = WD_ALIGN_PARAGRAPH.CENTER if centred else WD_ALIGN_PARAGRAPH.LEFT
    _drop_borders(style)
    return style


def _fonts(style: ParagraphStyle, fonts: tuple[str, str]) -> None:
    """Latin and East Asian font, without the theme's fonts, which would win over them."""
    run = style.element.get_or_add_rPr()
    for old in run.findall(qn("w:rFonts")):
        run.remove(old)
    latin, chinese = fonts
    new = OxmlElement("w:rFonts")
    for script, font in (("ascii", latin), ("hAnsi", latin), ("cs", latin), ("eastAsia", chinese)):
        new.set(qn(f"w:{script}"), font)
    run.insert(0, new)


def _drop_borders(style: ParagraphStyle) -> None:
    """The coloured line and the tab stops that Word's own Title and Header styles carry."""
    layout = style.element.get_or_add_pPr()
    for name in ("w:pBdr", "w:contextualSpacing", "w:tabs"):
        for old in layout.findall(qn(name)):
            layout.remove(old)


def _second_in_heading(master: WordDocument, name: str, shape: Look) -> None:
    """The second language of a heading stands in the same paragraph, so it has a style for characters."""
    style = cast("CharacterStyle", master.styles.add_style(name, WD_STYLE_TYPE.CHARACTER))
    level = round(shape.grey * 255)
    style.font.size, style.font.bold, style.font.color.rgb = (
        Pt(shape.size),
        False,
        RGBColor(level, level, level),
    )


def _indent(style: ParagraphStyle, *, hanging: bool) -> None:
    """The text stands right of the column of numbers; the second language has no number and does not hang."""
    layout = style.paragraph_format
    layout.left_indent = Pt(look.NUMBER_COLUMN)
    if hanging:
        layout.first_line_indent = Pt(-look.NUMBER_COLUMN)
        layout.tab_stops.add_tab_stop(Pt(look.NUMBER_COLUMN), WD_TAB_ALIGNMENT.LEFT)


def _contents_line(style: ParagraphStyle, place: Place) -> None:
    """The page stands at the right edge, dots lead to it."""
    layout = style.paragraph_format
    layout.left_indent = Pt(0 if place == "contents_1" else look.CONTENTS_INDENT)
    layout.tab_stops.add_tab_stop(Pt(look.CONTENT_WIDTH), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)


def _rule_below(style: ParagraphStyle, weight: int = 8, colour: str = "000000") -> None:
    """A line below the paragraph; weight in eighths of a point."""
    border = parse_xml(
        f'<w:pBdr {nsdecls("w")}><w:bottom w:val="single" w:sz="{weight}" w:space="4" w:color="{colour}"/></w:pBdr>'
    )
    layout = style.element.get_or_add_pPr()
    # The schema wants borders before spacing.
    spacing = layout.find(qn("w:spacing"))
    (spacing.addprevious if spacing is not None else layout.append)(border)


def _table_style(master: WordDocument) -> None:
    """Rules above and below, hairlines between the rows, no verticals."""
    style = master.styles.add_style("Contract table", WD_STYLE_TYPE.TABLE)
    # Word adds the line between two rows to their height.
    side, height = round(look.CELL_SIDE * 20), round((look.CELL_PADDING - look.HAIRLINE / 2) * 20)
    style.element.append(
        parse_xml(
            f"<w:tblPr {nsdecls('w')}><w:tblBorders>"
            '<w:top w:val="single" w:sz="8" w:space="0" w:color="000000"/>'
            '<w:bottom w:val="single" w:sz="8" w:space="0" w:color="000000"/>'
            '<w:insideH w:val="single" w:sz="4" w:space="0" w:color="9E9E9E"/>'
            "</w:tblBorders><w:tblCellMar>"
            f'<w:top w:w="{height}" w:type="dxa"/><w:left w:w="{side}" w:type="dxa"/>'
            f'<w:bottom w:w="{height}" w:type="dxa"/><w:right w:w="{side}" w:type="dxa"/>'
            "</w:tblCellMar></w:tblPr>"
        )
    )


_WATERMARK = """
<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
 xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">
<w:rPr><w:noProof/></w:rPr><w:pict>
<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e">
<v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/>
<v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/>
<v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/>
<v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/></v:formulas>
<v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800"
 o:connectangles="270,180,90,0"/><v:textpath on="t" fitshape="t"/>
<v:handles><v:h position="#0,bottomRight" xrange="6629,14971"/></v:handles>
<o:lock v:ext="edit" text="t" shapetype="t"/></v:shapetype>
<v:shape id="DraftMark" type="#_x0000_t136" style="position:absolute;margin-left:0;margin-top:0;width:380pt;
height:76pt;rotation:308;z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:margin;
mso-position-vertical:center;mso-position-vertical-relative:margin" o:allowincell="f" fillcolor="#e6e6e6" stroked="f">
<v:textpath style="font-family:&quot;Arial&quot;;font-size:1pt;font-weight:bold" string="{{ mark }}"/>
</v:shape></w:pict></w:r>
"""


def _mark(paragraph: Paragraph) -> None:
    """The mark in the corner and, as Word makes watermarks, behind the text; both only if there is one."""
    paragraph.style = "Mark"
    paragraph.add_run("{% if mark %}{{ mark }}")
    paragraph._p.append(parse_xml(_WATERMARK.replace("\n", " ")))  # noqa: SLF001 (python-docx has no pictures in VML)
    paragraph.add_run("{% endif %}")


if __name__ == "__main__":
    make()
