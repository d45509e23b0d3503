"""A table of contents says where everything is; long tables, shaded cells and room to write survive printing."""

import re
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

from documents.docx import write_docx
from documents.layout import bookmark_pages
from documents.pages import lay_out
from documents.pdf import write_pdf
from domain.shared.paper import Block, Cell, Contents, Document, Heading, PageBreak, Paragraph, Run, Table
from tests.integration.test_documents_same_text import dense, run

PARTS = ("Scope", "Volumes", "Prices")


def text(words: str, language: str = "en") -> Paragraph:
    return Paragraph(language="zh" if language == "zh" else "en", runs=(Run(text=words),))


def cell(words: str, **look: float) -> Cell:
    return Cell(texts=(("en", words),), shade=look.get("shade", 0.0), room=int(look.get("room", 0)))


def made(rows: int = 90) -> Document:
    """Cover, contents, then three parts on pages of their own; the second runs over several pages."""
    table = Table(
        header=(cell("Question"), cell("Answer")),
        rows=tuple((cell(f"Row {n}"), cell(" ", shade=n / rows, room=1)) for n in range(rows)),
        widths=(1, 1),
    )
    blocks: list[Block] = [text("cover"), PageBreak(), Contents(texts=(("en", "Contents"),))]
    for part in PARTS:
        blocks += [PageBreak(), Heading(level=1, texts=(("en", part),)), text("words")]
        blocks += [Heading(level=2, texts=(("en", f"{part} in detail"),))]
        blocks += [table] if part == "Volumes" else [text("more words")]
        blocks += [Heading(level=3, texts=(("en", "small"),)), text("end")]
    return Document(form="en", title=(("en", "Request"),), blocks=tuple(blocks))


def xml(document: Document) -> str:
    with zipfile.ZipFile(BytesIO(write_docx(document))) as package:
        return package.read("word/document.xml").decode()


def test_every_entry_names_the_page_its_heading_stands_on() -> None:
    pages = lay_out(made())
    # By hand: cover 1, contents 2, the first part 3, the second from 4 on and over more than one page.
    found = bookmark_pages(pages)
    assert found[:4] == (3, 3, 4, 4)
    assert found[4] == found[5] == len(pages) > 6
    shown = ["".join(piece.text for piece in strip.pieces) for _, strip in pages[1] if strip.leads_to]
    assert shown == [f"{words}{page}" for (_, words), page in zip(made().outline, found, strict=True)]


def test_word_gets_a_field_with_the_same_entries_and_asks_nothing() -> None:
    words = xml(made())
    entries = re.findall(r'<w:hyperlink w:anchor="(_Toc\d+)"', words)
    assert entries == re.findall(r'<w:bookmarkStart[^>]*w:name="(_Toc\d+)"', words)
    assert len(entries) == 2 * len(PARTS)
    kinds = re.findall(r'fldCharType="(\w+)"', words)
    assert kinds.count("begin") == kinds.count("separate") == kinds.count("end") == len(entries) + 1
    assert 'TOC \\o "1-2"' in words
    assert "w:dirty" not in words
    shown = re.findall(r"PAGEREF.*?separate.*?<w:t>(\d+)</w:t>", words)
    assert [int(page) for page in shown] == list(bookmark_pages(lay_out(made())))


def test_a_heading_that_opens_a_page_of_ours_opens_one_in_word_too() -> None:
    # Filled to where the second part no longer fits on its page, without a page break asked for.
    blocks: list[Block] = [Contents(texts=(("en", "Contents"),)), PageBreak()]
    blocks += [Heading(level=1, texts=(("en", "First"),)), *[text("line")] * 20]
    blocks += [Heading(level=1, texts=(("en", "Second"),), upper=0.4), text("end")]
    document = Document(form="en", title=(("en", "Request"),), blocks=tuple(blocks))
    assert bookmark_pages(lay_out(document)) == (2, 3)
    opening = re.findall(r"<w:p>(?:(?!</w:p>).)*?pageBreakBefore.*?</w:p>", xml(document))
    assert ["".join(re.findall(r"<w:t[ >][^<]*", each)).split(">")[-1] for each in opening] == [
        "First",
        "Second",
    ]


def test_lines_in_word_are_as_far_apart_as_ours_whatever_the_font() -> None:
    with zipfile.ZipFile(BytesIO(write_docx(made()))) as package:
        styles = package.read("word/styles.xml").decode()
    spacing = {
        name: re.search(r'w:line="(\d+)" w:lineRule="(\w+)"', styles.split(f'w:styleId="{name}"')[1])
        for name in ("Body", "Tabletext")
    }
    # By hand, in twentieths of a point: 10 pt x 1.34 = 13.4 pt; 8.5 pt x 1.3 = 11.05 pt.
    assert [found.groups() for found in spacing.values() if found] == [("268", "atLeast"), ("221", "atLeast")]


def test_a_letter_our_fonts_lack_leaves_the_pages_to_word() -> None:
    document = replace(made(), blocks=(*made().blocks, text("𠮷", "zh")))
    words = xml(document)
    assert "𠮷" in words
    assert len(re.findall(r"PAGEREF", words)) == 2 * len(PARTS)


def test_without_contents_word_has_no_bookmarks() -> None:
    plain = replace(made(), blocks=tuple(b for b in made().blocks if not isinstance(b, Contents)))
    assert "bookmarkStart" not in xml(plain)


def test_the_head_of_a_long_table_stands_on_every_page_it_reaches() -> None:
    pages = lay_out(made())
    heads = [
        strip.silent
        for page in pages
        for _, strip in page
        if "".join(piece.text for piece in strip.pieces) == "QuestionAnswer"
    ]
    assert heads == [False, *[True] * (len(heads) - 1)]
    # The table fills the pages from the second part up to the third.
    assert len(heads) == bookmark_pages(pages)[4] - bookmark_pages(pages)[2]


def test_a_shaded_cell_is_grey_in_word_and_an_empty_line_is_left_to_write_on() -> None:
    words = xml(made(rows=2))
    # Half of the way from white to the darkest background (0.62): 1 - 0.5 x 0.38 = 0.81 of 255 = 207 = CF.
    assert 'w:fill="CFCFCF"' in words
    assert words.count("<w:tr>") == 3


@pytest.mark.needs("libreoffice", "poppler")
@pytest.mark.xdist_group("libreoffice")
def test_word_and_pdf_say_the_same_with_contents_and_repeated_heads(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(write_pdf(made()))
    (tmp_path / "a.docx").write_bytes(write_docx(made()))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    place = ("--outdir", str(tmp_path), str(tmp_path / "a.docx"))
    run("soffice", profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8", *place)
    drawn = run("pdftotext", "-raw", str(tmp_path / "a.pdf"), "-").split("\f")[:-1]
    body = "".join(
        line
        for number, page in enumerate(drawn, start=1)
        for line in page.splitlines()[0 if number == 1 else 1 :]
        if not re.fullmatch(r"Page \d+ of \d+", line)
    )
    assert dense((tmp_path / "a.txt").read_text(encoding="utf-8")) == dense(body)
