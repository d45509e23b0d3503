"""The Word file as Word would read it: values whole, styles and languages set, nothing said about people."""

import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from jinja2 import UndefinedError

from contract_templates.masters import make_master
from documents.docx import _environment, write_docx
from domain.shared.outcomes import DomainError
from domain.shared.paper import Document, Paragraph, Run
from tests.documents_sample import MARK, TITLE, document

ROOT = Path(__file__).resolve().parents[2]


def opened(made: Document) -> WordDocument:
    return docx.Document(BytesIO(write_docx(made)))


def part(made: Document, name: str) -> str:
    with ZipFile(BytesIO(write_docx(made))) as package:
        return package.read(name).decode("utf-8")


def with_text(text: str) -> Document:
    blocks = (Paragraph(language="zh", runs=(Run(text=text),)),)
    return Document(form="zh", title=(("zh", text),), blocks=blocks, mark=text)


def test_ampersands_and_angle_brackets_survive_in_text_title_and_mark() -> None:
    text = "R&D <b>\"A\"</b> 'x' {{ y }} {% z %}"
    word = opened(with_text(text))
    assert [paragraph.text for paragraph in word.paragraphs if paragraph.text] == [text, text]
    assert word.core_properties.title == text
    assert [paragraph.text for paragraph in word.sections[0].header.paragraphs] == [text, text]


@pytest.mark.parametrize("char", ["\x00", "\x0b", "\t", "\u202e"])
@pytest.mark.parametrize("place", ["title", "mark", "subject", "text"])
def test_a_control_character_is_refused_wherever_it_stands(place: str, char: str) -> None:
    bad = f"a{char}b"
    made = with_text("好")
    changed = {
        "title": replace(made, title=(("zh", bad),)),
        "mark": replace(made, mark=bad),
        "subject": replace(made, subject=bad),
        "text": replace(made, blocks=with_text(bad).blocks),
    }
    with pytest.raises(DomainError) as refused:
        write_docx(changed[place])
    assert refused.value.code == "documents.control_character"


def test_a_master_that_asks_for_an_unknown_or_missing_value_is_refused() -> None:
    with pytest.raises(UndefinedError):
        _environment().from_string("{{ unknown }}").render()
    with pytest.raises(DomainError) as refused:
        _environment().from_string("{{ title }}").render(title=None)
    assert refused.value.code == "documents.missing_value"


def test_every_paragraph_style_names_fonts_that_every_word_has() -> None:
    word = opened(document("bilingual", articles=1))
    for style in {paragraph.style.name for paragraph in word.paragraphs if paragraph.style}:
        fonts = word.styles[style].element.rPr.rFonts
        assert fonts.get(qn("w:eastAsia")) in {"宋体", "黑体"}
        assert fonts.get(qn("w:ascii")) in {"Times New Roman", "Arial"}
        assert fonts.get(qn("w:asciiTheme")) is None


def test_every_run_of_text_names_its_language() -> None:
    word = opened(document("bilingual", articles=1))
    for paragraph in word.paragraphs:
        for run in paragraph.runs:
            chinese = bool(re.search("[\u4e00-\u9fff]", run.text))
            tag = run._r.find(f"{qn('w:rPr')}/{qn('w:lang')}")
            if run.text.strip():
                assert tag is not None
                assert tag.get(qn("w:val")) == "en-GB"
            if chinese:
                assert tag.get(qn("w:eastAsia")) == "zh-CN"


def test_a_numbered_paragraph_hangs_behind_a_tab_and_its_second_language_stands_below() -> None:
    word = opened(document("bilingual", articles=1))
    first, second = (p for p in word.paragraphs if p.style and p.style.name.startswith("Body numbered"))
    assert first.text.startswith("1.1\t乙方")
    assert first.paragraph_format.keep_with_next
    assert second.style
    assert second.style.name == "Body numbered second"
    assert second.text.startswith("The Vendor")


def test_highlighted_terms_are_bold() -> None:
    word = opened(document("zh", articles=1))
    shown = [p.style for p in word.paragraphs if "赔偿总额" in p.text]
    assert [style.font.bold for style in shown if style] == [True]


def test_the_navigation_shows_every_article_once() -> None:
    word = opened(document("bilingual", articles=3))
    headings = [p.text for p in word.paragraphs if p.style and p.style.name == "Heading 2"]
    assert headings[0] == "第1条 服务范围与“服务水平”\nArticle 1 Scope & “service levels”"
    assert len(headings) == 3


def test_rows_of_a_table_are_never_split_and_its_head_stands_on_every_page() -> None:
    xml = part(document("zh", articles=1), "word/document.xml")
    assert xml.count("<w:cantSplit/>") == xml.count("<w:tr>") == 13
    assert xml.count("<w:tblHeader/>") == xml.count("<w:tbl>")


def test_the_mark_stands_in_both_headers_only_if_there_is_one() -> None:
    for name in ("word/header1.xml", "word/header2.xml"):
        assert f'string="{MARK}"' in part(document("zh", articles=1), name)
        assert "textpath" not in part(document("zh", articles=1, mark=""), name)


@pytest.mark.parametrize("name", ["word/footer1.xml", "word/footer2.xml"])
def test_the_page_line_is_made_of_fields(name: str) -> None:
    xml = part(document("bilingual", articles=1), name)
    assert xml.count('w:instr="PAGE"') == xml.count('w:instr="NUMPAGES"') == 2
    assert re.sub("<[^>]+>", "", xml.split("?>")[-1]).strip() == "第 1 页，共 1 页 · Page 1 of 1"


def test_nothing_is_said_about_people_or_times_and_word_asks_nothing_on_opening() -> None:
    made = document("en", articles=1)
    properties = re.findall(r"<(\w+:\w+)>([^<]*)", part(made, "docProps/core.xml"))
    assert dict(properties) == {
        "dc:title": TITLE["en"],
        "dc:subject": "Outsourced customer service",
        "dc:language": "en-GB",
    }
    assert "updateFields" not in part(made, "word/settings.xml")


def test_the_same_document_gives_the_same_bytes() -> None:
    assert write_docx(document("zh", articles=2)) == write_docx(document("zh", articles=2))


def test_docxtpl_is_called_in_one_module_only() -> None:
    rooms = ("catalog", "documents", "domain", "models", "pages", "services", "tickets", "ui", "words")
    files = [path for room in rooms for path in (ROOT / room).rglob("*.py")]
    calls = re.compile(r"^(from|import) docxtpl", re.MULTILINE)
    assert [path.name for path in files if calls.search(path.read_text(encoding="utf-8"))] == ["docx.py"]


def test_the_kept_master_is_what_its_script_makes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(make_master, "MASTER", tmp_path / "contract.docx")
    make_master.make()
    kept = ZipFile(ROOT / "contract_templates" / "masters" / "contract.docx")
    made = ZipFile(tmp_path / "contract.docx")
    assert {name: kept.read(name) for name in kept.namelist()} == {
        name: made.read(name) for name in made.namelist()
    }
