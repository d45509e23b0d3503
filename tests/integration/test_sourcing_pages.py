"""Another program finds in the Word file as many pages as in the PDF, and the headings where its contents say."""

import re
from datetime import date
from pathlib import Path

import pytest

from documents.docx import write_docx
from documents.pages import lay_out, placed_headings
from domain.shared.paper import FORMS, Document
from services.requirements import from_file
from services.samples import SAMPLES, read_sample
from services.sourcing import document_of, make_request
from tests.integration.test_documents_same_text import dense, run

# Cover and table of contents.
_BEFORE = 2


def _documents() -> dict[str, Document]:
    made: dict[str, Document] = {}
    for sample in SAMPLES:
        record = from_file(read_sample(sample)[0], sample=True)[1]
        request = make_request(record, None, anonymous=False, today=date(2026, 11, 22))
        made |= {f"{sample}.{form}": document_of(request, form) for form in FORMS}
    return made


def _found(words: str, pages: list[str]) -> int | None:
    """The first page after the contents on which a heading stands as a line of its own, or begins one."""
    heading = dense(words.split(" · ", maxsplit=1)[0])
    for number, page in enumerate(pages[_BEFORE:], start=_BEFORE + 1):
        lines = [dense(line) for line in page.splitlines()]
        if any(line == heading or (len(line) > 15 and heading.startswith(line)) for line in lines):
            return number
    return None


@pytest.mark.needs("libreoffice", "poppler")
@pytest.mark.xdist_group("libreoffice")
def test_word_has_as_many_pages_as_the_pdf_and_every_one_the_contents_name_is_right(tmp_path: Path) -> None:
    documents = _documents()
    for name, document in documents.items():
        (tmp_path / f"{name}.docx").write_bytes(write_docx(document))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    files = [str(tmp_path / f"{name}.docx") for name in documents]
    run("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *files)
    wrong, longer = [], []
    for name, document in documents.items():
        pages = run("pdftotext", "-raw", str(tmp_path / f"{name}.pdf"), "-").split("\f")
        # A form feed ends each page, also the last.
        if len(pages) - 1 != len(lay_out(document)):
            longer.append((name, len(pages) - 1))
        for (_, words), placed in zip(document.outline, placed_headings(document), strict=True):
            assert re.fullmatch(r"\d+", placed.page)
            if (found := _found(words, pages)) != int(placed.page):
                wrong.append((name, words, placed.page, found))
    assert (wrong, longer) == ([], [])
