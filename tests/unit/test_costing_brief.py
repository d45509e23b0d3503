"""The cost brief: four pages whatever the project, the answer first, every figure that of the estimate."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from itertools import product
from typing import Any

import pytest

from documents.pages import lay_out
from documents.pdf import write_pdf
from domain.shared.paper import Curves, Document, Heading, PageBreak, Paragraph, Spans, Table
from services.costing_brief import brief_document, cost_brief
from services.costing_kept import Costing, costing_of
from services.requirements import from_file
from services.samples import SAMPLES, read_sample
from words import LANGUAGES, Language

PAGES = 4
TODAY = date(2026, 11, 22)
LONGEST = "Überaus ausführlich benannter Versandhandel für Haushaltswaren und Möbel aller Art " * 3
MANY = ("de", "fr", "es", "it", "en", "pl", "nl", "pt", "sv", "da")


def costing_with(sample: str, **answers: Any) -> Costing:
    content = read_sample(sample)[0]
    content["answers"] |= answers
    return costing_of(from_file(content, sample=True)[1])


def brief_of(sample: str, language: Language, *, name: str = "x", **answers: Any) -> Document:
    return brief_document(costing_with(sample, **answers), language, name=name, today=TODAY)


def texts(document: Document) -> Iterator[str]:
    """Every text of the brief, in order."""
    for block in document.blocks:
        match block:
            case Heading():
                yield from (text for _, text in block.texts)
            case Paragraph():
                yield block.text
            case Table():
                yield from (
                    text for row in (block.header, *block.rows) for cell in row for _, text in cell.texts
                )
            case Spans():
                yield from (text for row in block.rows for text in (row.label, row.text))
            case Curves():
                yield from (curve.label for curve in block.curves)
            case _:
                pass


@pytest.mark.parametrize(("sample", "language"), list(product(SAMPLES, LANGUAGES)))
@pytest.mark.parametrize("name", ["x", LONGEST, "客服" * 60])
def test_it_has_four_pages_whatever_the_name(sample: str, language: Language, name: str) -> None:
    assert len(lay_out(brief_of(sample, language, name=name))) == PAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_has_four_pages_with_many_languages_channels_and_findings(language: Language) -> None:
    channels = ("email", "chat", "phone", "social", "marketplace", "form")
    document = brief_of(
        SAMPLES[0],
        language,
        name=LONGEST,
        channels=list(channels),
        contacts_month=dict.fromkeys(channels, 700),
        aht_s=dict.fromkeys(channels, 4000),
        languages_share=dict.fromkeys(MANY, 0.1),
        language_pools=[["de", "en"]],
        occupancy=0.5,
        shrinkage=0.6,
        weekly_contract_hours=20,
    )
    assert len(lay_out(document)) == PAGES
    assert sum(isinstance(block, PageBreak) for block in document.blocks) == PAGES - 1


def test_the_small_brand_is_told_to_look_at_a_shared_desk_and_why() -> None:
    said = list(texts(brief_of("shopify-two", "en")))
    # 800 contacts x 2.20 EUR + 900 EUR for the merchant's own manager.
    assert said[1].startswith("Shared desk first: about €2,660 a month")
    assert any("dedicated agents would mostly wait" in text for text in said)
    assert any(text == "€2,660" for text in said)


@pytest.mark.parametrize(("language", "region"), [("zh", "东欧"), ("en", "Eastern Europe")])
def test_the_seller_to_europe_reads_the_worked_example(language: Language, region: str) -> None:
    said = list(texts(brief_of(SAMPLES[0], language)))
    assert region in said[1]
    # The printed figures of the worked example: 950.6 hours, 7.8 people, EUR 13,580 to 24,445 a month.
    assert any("13,580" in text and "19,013" in text and "24,445" in text for text in said)
    assert any("951" in text and "7.8" in text for text in said)


def test_domestic_service_is_told_in_yuan_under_domestic_models() -> None:
    said = list(texts(brief_of("tmall-cosmetics", "zh")))
    # 10 seats at 4,500 to 5,500 yuan.
    assert said[1] == "专属坐席（每坐席月）最省：每月约 5.0\u00a0万元（4.5\u00a0万元 – 5.5\u00a0万元）"
    assert not any("东欧" in text or "EUR" in text or "欧元" in text for text in said)


@pytest.mark.parametrize(("sample", "language"), list(product(SAMPLES, LANGUAGES)))
def test_lines_of_the_year_add_up_as_printed(sample: str, language: Language) -> None:
    costing = costing_with(sample)
    document = brief_document(costing, language, name="x", today=TODAY)
    waterfall = [block for block in document.blocks if isinstance(block, Spans) and block.rows[-1].start == 0]
    *parts, whole = next(block.rows for block in waterfall if len(block.rows) > 4)
    assert [part.start for part in parts] == pytest.approx([0, *(part.end for part in parts[:-1])])
    assert whole.end == pytest.approx(sum(part.end - part.start for part in parts))


def test_an_unverified_rate_is_marked_wherever_it_stands() -> None:
    tables = [block for block in brief_of(SAMPLES[0], "en").blocks if isinstance(block, Table)]
    rows = [[cell.texts[0][1] for cell in row] for row in tables[-1].rows]
    regions = [row for row in rows if row[0].endswith("Europe")]
    assert [row[-1] for row in regions] == ["Trade article, unverified"] * 3
    assert all(row[2] and row[3] for row in rows)


def test_no_page_shows_marks_of_the_screen() -> None:
    for sample, language in product(SAMPLES, LANGUAGES):
        for text in texts(brief_of(sample, language)):
            assert "**" not in text
            assert ":material" not in text


def test_no_page_mixes_languages() -> None:
    for sample in SAMPLES:
        said = " ".join(texts(brief_of(sample, "en", name="x")))
        assert not any("\u4e00" <= letter <= "\u9fff" for letter in said)


def test_the_same_estimate_makes_the_same_file() -> None:
    costing = costing_with(SAMPLES[2])
    first, again = (cost_brief(costing, "en", name="x", today=TODAY) for _ in range(2))
    assert first == again
    assert BytesIO(first).read(5) == b"%PDF-"


def test_a_bar_of_no_length_and_a_chart_of_equal_values_are_drawn() -> None:
    plain = brief_of(SAMPLES[0], "en")
    spans = next(block for block in plain.blocks if isinstance(block, Spans))
    flat = replace(
        spans, rows=(replace(spans.rows[0], start=5.0, end=5.0, base=None),), from_zero=False, mark=None
    )
    curves = next(block for block in plain.blocks if isinstance(block, Curves))
    level = replace(curves, curves=(replace(curves.curves[0], values=(7.0,) * len(curves.places)),), up=())
    assert write_pdf(replace(plain, blocks=(flat, level))).startswith(b"%PDF-")


def test_a_cheaper_way_of_the_same_service_is_named_beside_the_cheapest_place() -> None:
    # Half of a vendor's paid hours are lost here, while an own team is calculated with usual losses.
    contacts = {"email": 33000, "marketplace": 6000, "chat": 15000, "phone": 6000}
    costing = costing_with(SAMPLES[0], contacts_month=contacts, shrinkage=0.5)
    assert costing.estimate.advice == ("own_team", "cheapest")
    said = list(texts(brief_document(costing, "en", name="x", today=TODAY)))
    assert said[1].startswith("Eastern Europe costs least")
    assert any("Own team" in text and "page 3" in text for text in said[2:8])
