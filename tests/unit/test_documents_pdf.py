"""What can be said about the PDF without an outside reader."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from documents.compose import compose
from documents.layout import Piece, paginate
from documents.look import CONTENT_WIDTH
from documents.pdf import write_pdf
from domain.shared.outcomes import DomainError
from domain.shared.paper import Cell, Document, Form, PageBreak, Paragraph, Run, Table
from tests.documents_sample import FORMS, document


def with_blocks(*blocks: Paragraph | Table | PageBreak, title: str = "合同") -> Document:
    return Document(form="zh", title=(("zh", title),), blocks=blocks)


def paragraph(text: str, number: str = "") -> Paragraph:
    return Paragraph(language="zh", runs=(Run(text=text),), number=number)


def pieces(made: Document) -> list[Piece]:
    return [piece for strip in compose(made) for piece in strip.pieces]


def test_the_same_document_gives_the_same_bytes_without_a_date_or_an_author() -> None:
    made = write_pdf(document("bilingual", articles=2))
    assert made == write_pdf(document("bilingual", articles=2))
    assert b"/CreationDate" not in made
    assert b"/Author" not in made


@pytest.mark.parametrize("form", FORMS)
def test_no_letter_lies_outside_the_text_area(form: Form) -> None:
    assert all(0 <= piece.x < CONTENT_WIDTH for piece in pieces(document(form)))


def test_a_justified_chinese_line_ends_at_the_edge_and_the_last_one_does_not() -> None:
    strips = compose(with_blocks(paragraph("双方应当按照约定全面履行自己的义务并遵循诚信原则" * 5)))
    first, last = strips[2], strips[-1]
    assert first.pieces[-1].spread > 0
    assert last.pieces[-1].spread == 0


def test_a_long_number_pushes_its_text_to_the_right_and_is_printed_whole() -> None:
    number, text = pieces(with_blocks(paragraph("甲方", number="123.456.789")))[-2:]
    assert number.text == "123.456.789"
    assert text.x > 34


def test_the_second_language_stands_smaller_and_grey_under_the_text_of_its_partner() -> None:
    found = pieces(document("bilingual", articles=1))
    first = next(piece for piece in found if piece.text.startswith("乙方应当"))
    second = next(piece for piece in found if piece.text.startswith("The Vendor shall"))
    assert second.x == first.x
    assert second.size < first.size
    assert 0 < second.grey <= 0.35  # at least 7:1 on white


def test_a_pair_meets_on_one_page() -> None:
    for page in paginate(compose(document("bilingual"))):
        last = [strip for _, strip in page if strip.pieces][-1].pieces[-1]
        assert not (last.text.endswith("……") and last.size > 9), "the English partner starts on the next page"


def test_a_row_higher_than_a_page_is_refused_by_its_first_words() -> None:
    cell = Cell(texts=(("zh", "长" * 9000),))
    head = Cell(texts=(("zh", "指标"),))
    with pytest.raises(DomainError) as refused:
        write_pdf(with_blocks(Table(header=(head, head), rows=((head, cell),), widths=(1, 1))))
    assert (refused.value.code, refused.value.values["near"]) == ("documents.row_too_tall", "指标")


@pytest.mark.parametrize(
    ("text", "code"), [("田𠮷", "documents.no_glyph"), ("a\x07b", "documents.control_character")]
)
def test_what_cannot_be_printed_is_refused_in_text_and_in_title(text: str, code: str) -> None:
    for made in (with_blocks(paragraph(text)), with_blocks(title=text)):
        with pytest.raises(DomainError) as refused:
            write_pdf(made)
        assert refused.value.code == code


def test_a_very_long_title_and_mark_still_fit() -> None:
    made = Document(
        form="zh", title=(("zh", "长" * 300),), blocks=(paragraph("甲" * 5000),), mark="草稿" * 40
    )
    assert write_pdf(made).startswith(b"%PDF")


def test_two_people_may_print_at_the_same_time() -> None:
    expected = {form: write_pdf(document(form, articles=8)) for form in FORMS}
    with ThreadPoolExecutor(3) as pool:
        made = list(pool.map(lambda form: (form, write_pdf(document(form, articles=8))), [*FORMS, *FORMS]))
    assert all(expected[form] == printed for form, printed in made)


def test_the_space_behind_a_table_opens_no_page_of_its_own() -> None:
    """Whatever fills the page above a page break, no page is left without words."""
    cells = (Cell(texts=(("en", "row"),)),)
    for lead in range(12):
        for count in range(30, 45):
            table = Table(header=cells, rows=(cells,) * count, widths=(1,))
            above = [paragraph("above")] * lead
            pages = paginate(compose(with_blocks(*above, table, PageBreak(), paragraph("after"))))
            assert all(any(strip.pieces for _, strip in page) for page in pages), (lead, count)
