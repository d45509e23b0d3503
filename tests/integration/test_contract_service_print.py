"""The sample's contract on paper: short enough to read, and the same words in Word and PDF."""

import re
import subprocess
from pathlib import Path

import pytest

from domain.shared.paper import Form
from services.contract import FILE_KINDS, read_contract
from services.samples import open_sample
from tests.requirements_case import a_desk

pytestmark = [pytest.mark.needs("libreoffice", "poppler"), pytest.mark.xdist_group("libreoffice")]
# What a person is willing to leaf through; the two-language form holds every sentence twice, and European and
# Chinese data law each have paragraphs of their own.
MOST_PAGES: dict[Form, int] = {"zh": 40, "en": 48, "bilingual": 62}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The six files, and the text LibreOffice reads from the Word files."""
    place = tmp_path_factory.mktemp("contract")
    with pytest.MonkeyPatch.context() as patch, a_desk(place, patch, "en") as desk:
        made = read_contract(desk.actor, open_sample(desk.actor))
        for form in MOST_PAGES:
            for kind in FILE_KINDS:
                (place / f"{form}.{kind}").write_bytes(made.file(form, kind))
    profile = f"-env:UserInstallation={(place / 'profile').as_uri()}"
    words = [str(place / f"{form}.docx") for form in MOST_PAGES]
    to_text = ("--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(place))
    run("soffice", profile, *to_text, *words)
    return place


def run(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8", timeout=180).stdout


def dense(text: str) -> str:
    return re.sub(r"[\s\ufeff]", "", text)


def body(path: Path) -> str:
    """The text of the PDF page by page, without the first lines (mark, running title) and the last (page line)."""
    pages = run("pdftotext", "-raw", str(path), "-").split("\f")[:-1]
    kept = []
    for number, page in enumerate(pages):
        lines = [line for line in page.splitlines() if line]
        kept += lines[1 if number == 0 else 2 : -1]
    return dense("".join(kept))


@pytest.mark.parametrize("form", MOST_PAGES)
def test_word_and_pdf_of_the_contract_say_the_same(folder: Path, form: Form) -> None:
    word = dense((folder / f"{form}.txt").read_text(encoding="utf-8"))
    assert len(word) > 20_000
    assert word == body(folder / f"{form}.pdf")


@pytest.mark.parametrize("form", MOST_PAGES)
def test_the_contract_is_short_enough_to_be_read(folder: Path, form: Form) -> None:
    pages = int(re.findall(r"Pages: +(\d+)", run("pdfinfo", str(folder / f"{form}.pdf")))[0])
    assert pages <= MOST_PAGES[form]
