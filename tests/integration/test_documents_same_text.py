"""Word and PDF say the same, as outside programs read them back."""

import re
import subprocess
import time
from pathlib import Path

import pytest

from documents.docx import write_docx
from documents.pdf import write_pdf
from domain.shared.paper import Form
from tests.documents_sample import ARTICLES, FORMS, MARK, TITLE, document

pytestmark = [pytest.mark.needs("libreoffice", "poppler"), pytest.mark.xdist_group("libreoffice")]
PAGE_LINE = {
    "zh": r"第 \d+ 页，共 \d+ 页",
    "en": r"Page \d+ of \d+",
    "bilingual": r"第 \d+ 页，共 \d+ 页 · Page \d+ of \d+",
}
HEAD = {"zh": TITLE["zh"], "en": TITLE["en"], "bilingual": f"{TITLE['zh']} · {TITLE['en']}"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both files of all three forms, and the text LibreOffice reads from the Word files."""
    place = tmp_path_factory.mktemp("documents")
    for form in FORMS:
        (place / f"{form}.pdf").write_bytes(write_pdf(document(form)))
        (place / f"{form}.docx").write_bytes(write_docx(document(form)))
    words = [str(place / f"{form}.docx") for form in FORMS]
    profile = f"-env:UserInstallation={(place / 'profile').as_uri()}"
    run(
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "txt:Text (encoded):UTF8",
        "--outdir",
        str(place),
        *words,
    )
    return place


def run(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8", timeout=180).stdout


def dense(text: str) -> str:
    return re.sub(r"[\s\ufeff]", "", text)


def pages(folder: Path, form: Form, *options: str) -> list[list[str]]:
    text = run("pdftotext", *options, str(folder / f"{form}.pdf"), "-")
    return [[line for line in page.splitlines() if line] for page in text.split("\f")[:-1]]


def body(folder: Path, form: Form) -> str:
    """The text of the PDF without mark, running title and page line, each found where it belongs."""
    kept: list[str] = []
    found = pages(folder, form, "-raw")
    for number, lines in enumerate(found, start=1):
        assert lines[0] == MARK
        assert re.fullmatch(PAGE_LINE[form], lines[-1])
        assert [int(digits) for digits in re.findall(r"\d+", lines[-1])][:2] == [number, len(found)]
        if number > 1:
            assert lines[1] == HEAD[form]
        kept += lines[1 if number == 1 else 2 : -1]
    return dense("".join(kept))


@pytest.mark.parametrize("form", FORMS)
def test_word_and_pdf_have_the_same_text(folder: Path, form: Form) -> None:
    word = dense((folder / f"{form}.txt").read_text(encoding="utf-8"))
    assert len(word) > 10_000
    assert word == body(folder, form)


@pytest.mark.parametrize("form", ["zh", "en"])
def test_a_reader_that_sorts_by_place_reads_the_same_order(folder: Path, form: Form) -> None:
    sorted_by_place = "".join(line for page in pages(folder, form) for line in page)
    in_order = "".join(line for page in pages(folder, form, "-raw") for line in page)
    assert dense(sorted_by_place) == dense(in_order)


@pytest.mark.parametrize("form", FORMS)
def test_the_names_of_europe_and_the_full_width_marks_print(folder: Path, form: Form) -> None:
    text = body(folder, form)
    for name in ("Łódź&Iași<Świętokrzyska>", "ЂорђеЂорђевић"):
        assert name in text
    assert form == "en" or "45％" in text


@pytest.mark.parametrize("form", FORMS)
def test_every_font_is_in_the_file(folder: Path, form: Form) -> None:
    rows = run("pdffonts", str(folder / f"{form}.pdf")).splitlines()[2:]
    assert rows
    assert all(re.search(r"NotoSans.*\byes yes yes\b", row) for row in rows)


def test_the_bookmarks_lead_to_parts_and_articles(folder: Path) -> None:
    outline = run("pdftohtml", "-xml", "-i", "-stdout", str(folder / "bilingual.pdf")).split("<outline>", 1)[
        1
    ]
    entries = re.findall(r"<item page=\"(\d+)\">([^<]*)", outline)
    assert len(entries) == ARTICLES + 2
    assert entries[1][1] == "第1条 服务范围与“服务水平” · Article 1 Scope &amp; “service levels”"
    numbers = [int(page) for page, _ in entries]
    assert numbers == sorted(numbers)


def test_the_paper_is_a4_and_the_properties_name_no_person(folder: Path) -> None:
    said = run("pdfinfo", str(folder / "zh.pdf"))
    assert "A4" in said
    assert re.search(r"Title: +客户服务外包合同", said)
    assert "Author" not in said
    assert "CreationDate" not in said


def test_six_long_documents_are_written_within_twelve_seconds() -> None:
    begun = time.perf_counter()
    for form in FORMS:
        write_pdf(document(form))
        write_docx(document(form))
    assert time.perf_counter() - begun < 12
