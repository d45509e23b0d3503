"""Word's own fields: page x of y, and the table of contents with the entries it would find, ready to read.

The page numbers of the contents come from our own layout, so that the file opens without asking whether to
update its fields.
"""

import re
from typing import Any

from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from documents.page_line import page_line
from domain.shared.paper import OUTLINED_LEVELS, Document

# Placeholders that stand in the page line until Word's own fields take their place.
_FIELDS = {"\ue000": "PAGE", "\ue001": "NUMPAGES"}
# Headings of the outlined levels, entries that lead to them, no page numbers in the web view.
_INSTRUCTION = rf' TOC \o "1-{OUTLINED_LEVELS}" \h \z \u '


def write_foot(word: WordDocument, document: Document) -> None:
    """Page x of y with Word's fields, which it fills without asking."""
    languages = tuple(language for language, _ in document.title)
    words = page_line(languages, *_FIELDS)
    section = word.sections[0]
    for footer in (section.first_page_footer, section.footer):
        for part in re.split("([\ue000\ue001])", words):
            _field_or_words(footer.paragraphs[0], part)


def mark_heading(heading: Paragraph, number: int) -> None:
    """Name a heading, so that its entry leads to it; headings are counted from 1."""
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    start.set(qn("w:name"), _name(number))
    for tag in (start, end):
        tag.set(qn("w:id"), str(number))
    first = heading._p.find(qn("w:r"))  # noqa: SLF001 (python-docx has no bookmarks)
    first.addprevious(start)
    heading._p.append(end)  # noqa: SLF001 (see above)


def write_entry(line: Paragraph, words: Run, number: int, page: str) -> None:
    """Turn a written line into an entry: its words, a tab and the page, all leading to the heading."""
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), _name(number))
    link.set(qn("w:history"), "1")
    line._p.append(link)  # noqa: SLF001 (python-docx has no links within a file)
    link.append(words._r)  # noqa: SLF001 (see above)
    tab = line.add_run()
    tab.add_tab()
    link.append(tab._r)  # noqa: SLF001 (see above)
    for part in _field(line, f" PAGEREF {_name(number)} \\h ", page):
        link.append(part)


def close_field(lines: list[Paragraph]) -> None:
    """Make the lines the result of one field: it begins before the first entry and ends after the last."""
    first, last = lines[0], lines[-1]
    opening = [_character(first, "begin"), _instruction(first, _INSTRUCTION), _character(first, "separate")]
    place = first._p.find(qn("w:hyperlink"))  # noqa: SLF001 (see above)
    for part in opening:
        place.addprevious(part)
    last._p.append(_character(last, "end"))  # noqa: SLF001 (see above)


def _field(line: Paragraph, instruction: str, shown: str) -> list[Any]:
    """The runs of a small field with what it shows."""
    return [
        _character(line, "begin"),
        _instruction(line, instruction),
        _character(line, "separate"),
        line.add_run(shown)._r,  # noqa: SLF001 (see above)
        _character(line, "end"),
    ]


def _character(line: Paragraph, kind: str) -> Any:
    """A run that opens, divides or closes a field."""
    run = line.add_run()._r  # noqa: SLF001 (python-docx has no fields)
    mark = OxmlElement("w:fldChar")
    mark.set(qn("w:fldCharType"), kind)
    run.append(mark)
    return run


def _instruction(line: Paragraph, text: str) -> Any:
    """A run that says what a field computes."""
    run = line.add_run()._r  # noqa: SLF001 (see above)
    words = OxmlElement("w:instrText")
    words.set(qn("xml:space"), "preserve")
    words.text = text
    run.append(words)
    return run


def _name(number: int) -> str:
    """The bookmark of a heading."""
    return f"_Toc{number:06d}"


def _field_or_words(paragraph: Paragraph, part: str) -> None:
    """A PAGE or NUMPAGES field for a placeholder, a run for anything else."""
    if part not in _FIELDS:
        paragraph.add_run(part)
        return
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), _FIELDS[part])
    field.append(paragraph.add_run("1")._r)  # noqa: SLF001 (python-docx has no fields)
    paragraph._p.append(field)  # noqa: SLF001 (see above)
