"""The edition without names says nowhere who the buyer is, and can be answered all the same."""

import json
import re
import zipfile
from io import BytesIO
from typing import Any

import pytest

from documents.docx import write_docx
from documents.pdf import write_pdf
from domain.shared.paper import FORMS, Form
from services.sourcing import document_of, request_json
from services.sourcing_answers import answer_workbook
from services.sourcing_case import names_to_hide
from tests.sourcing_sample import made, record_of, text_of

NAMED: dict[str, Any] = {
    "merchant_name": "深圳青禾家居有限公司 (Shenzhen Qinghe Living Co., Ltd.)",
    "shops": "qinghe-living.example\neBay: qinghe_outlet",
    "request_contact": "Mei Lin, rfp@qinghe-living.example",
    "product_industry": "Qinghe Living sells sofas; 青禾家居在德国销售。",
    "tone": "Sign as “your Qinghe-Living team”, never as Mei Lin.",
    "peaks": [{"name": "Qinghe Living Day", "months": [3], "multiplier": 2, "lead_weeks": 4}],
}
SECRETS = ("qinghe", "青禾", "mei lin", "rfp@")


@pytest.mark.parametrize("form", FORMS)
def test_the_anonymous_edition_says_nowhere_who_the_buyer_is(form: Form) -> None:
    request = made(anonymous=True, **NAMED)
    document = document_of(request, form)
    files = {
        "word": write_docx(document),
        "pdf": write_pdf(document),
        "sheet": answer_workbook(request, form),
    }
    texts = {"paper": text_of(document), "json": json.dumps(request_json(request), ensure_ascii=False)}
    for name in ("word", "sheet"):
        with zipfile.ZipFile(BytesIO(files[name])) as package:
            texts[name] = "".join(package.read(part).decode("utf-8", "ignore") for part in package.namelist())
    # Titles and subject of the PDF are not compressed; its pages are those of `paper`.
    # In a compressed stream any four letters may meet by chance.
    bare = re.sub(rb"\bstream\b.*?\bendstream\b", b"", files["pdf"], flags=re.DOTALL)
    texts["pdf"] = bare.decode("latin-1") + bare.decode("utf-16-be", "ignore")
    for where, text in texts.items():
        for secret in SECRETS:
            assert secret not in text.lower(), (where, secret)
    assert "■■■" in texts["paper"]


def test_answers_that_say_who_the_buyer_is_are_no_figures_of_the_anonymous_edition() -> None:
    short: dict[str, Any] = {
        "merchant_name": "H&M",
        "shops": "LG",
        "request_contact": "Bo",
        "anonymous_words": "QQ",
    }
    told = request_json(made(anonymous=True, **short))
    assert not {*short, "eu_representative", "vendor_name"} & set(told["figures"]["answers"])
    assert "merchant_name" in request_json(made(**short))["figures"]["answers"]


def test_the_anonymous_edition_says_where_answers_go() -> None:
    words = text_of(document_of(made(anonymous=True, **NAMED), "bilingual"))
    assert "whoever sent you this request" in words
    assert "向贵方发送本询价书的一方" in words


def test_the_named_edition_does_say_it() -> None:
    words = text_of(document_of(made(**NAMED), "en"))
    assert "Qinghe Living sells sofas" in words
    assert "■" not in words
    assert "Qinghe Living" in {term.text for term in names_to_hide(record_of(**NAMED))}
