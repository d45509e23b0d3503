"""The whole draft of the built-in case in its three forms."""

import re
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

import pytest

from domain.contract.cover import terms_by_chapter
from domain.contract.draft import build_draft
from domain.shared.outcomes import DomainError
from domain.shared.paper import Cell, Document, Form, Heading, Paragraph, Table
from domain.shared.sources import Bilingual, Source
from tests.contract_case import NO_SOURCES, agreement, case, facts, library, lines

FORMS: tuple[Form, Form, Form] = ("zh", "en", "bilingual")
# What may stand in no contract: blanks, fines, laws the Civil Code repealed, claims nobody could verify.
BLANK = re.compile(r"\{\{|\}\}|【|】|_{3,}|\[[^\]]*\]")
FORBIDDEN = (
    "罚款",
    "《中华人民共和国合同法》",
    "民法通则",
    "侵权责任法",
    "担保法",
    "物权法",
    "37%",
    "冻结三个月",
)


@lru_cache(maxsize=3)
def draft(form: Form) -> Document:
    return build_draft(form, agreement(), NO_SOURCES)


def body(document: Document) -> tuple[list[Heading], list[Paragraph]]:
    headings = [b for b in document.blocks if isinstance(b, Heading) and b.level == 2]
    paragraphs = [b for b in document.blocks if isinstance(b, Paragraph) and b.anchor in library().by_id]
    return headings, paragraphs


@pytest.mark.parametrize("form", FORMS)
def test_nothing_is_blank_and_nothing_forbidden_is_printed(form: Form) -> None:
    texts = lines(draft(form))
    assert all(text.strip() for text in texts)
    assert [text for text in texts if BLANK.search(text)] == []
    assert [text for text in texts for word in FORBIDDEN if word in text] == []
    assert not any(
        cell.texts == () for b in draft(form).blocks if isinstance(b, Table) for r in b.rows for cell in r
    )


def test_the_draft_says_that_it_is_one() -> None:
    assert draft("zh").mark == "草稿"
    assert draft("en").mark == "DRAFT"
    assert draft("bilingual").mark == "草稿 DRAFT"
    assert any("must not be signed before counsel has approved" in text for text in lines(draft("en")))
    assert any("未经律师审定不得签署" in text for text in lines(draft("zh")))


@pytest.mark.parametrize("form", FORMS)
def test_articles_are_numbered_one_by_one_and_paragraphs_within_them(form: Form) -> None:
    headings, paragraphs = body(draft(form))
    wanted = [f"Article {n}" for n in range(1, len(headings) + 1)]
    if form != "zh":
        assert [re.match(r"Article \d+", h.texts[-1][1])[0] for h in headings] == wanted  # type: ignore[index] # a heading without number fails the test
    numbers = [p.number for p in paragraphs if p.number]
    assert len(set(numbers)) == len(numbers)
    by_article: dict[str, list[int]] = {}
    for number in numbers:
        article, place = number.split(".")
        by_article.setdefault(article, []).append(int(place))
    assert list(by_article) == [str(n) for n in range(1, len(headings) + 1)]
    assert all(places == list(range(1, len(places) + 1)) for places in by_article.values())


def test_in_the_two_language_form_every_paragraph_has_its_pair() -> None:
    paragraphs = [block for block in draft("bilingual").blocks if isinstance(block, Paragraph)]
    chinese, english = paragraphs[0::2], paragraphs[1::2]
    assert len(chinese) == len(english)
    assert {p.language for p in chinese} == {"zh"}
    assert {p.language for p in english} == {"en"}
    assert all(z.anchor == e.anchor and z.style == e.style for z, e in zip(chinese, english, strict=True))
    assert all(not e.number for e in english)


def test_the_three_forms_say_the_same() -> None:
    zh, en, both = draft("zh"), draft("en"), draft("bilingual")
    assert [b for b in both.blocks if isinstance(b, Paragraph) and b.language == "zh"] == [
        b for b in zh.blocks if isinstance(b, Paragraph)
    ]
    assert [b.text for b in both.blocks if isinstance(b, Paragraph) and b.language == "en"] == [
        b.text for b in en.blocks if isinstance(b, Paragraph)
    ]


def test_every_reference_points_to_an_article_or_annex_that_exists() -> None:
    for form, article, annex in (
        ("zh", r"第[一二三四五六七八九十]+条", r"附件[一二三四五六七八九十]+"),
        ("en", r"Article \d+", r"Annex \d+"),
    ):
        document = draft(form)
        heads = [text for b in document.blocks if isinstance(b, Heading) for _, text in b.texts]
        existing = {match for head in heads for match in re.findall(rf"^(?:{article}|{annex})", head)}
        own = [run.text for _, paragraphs in [body(document)] for p in paragraphs for run in p.runs]
        named = {text for text in own if re.fullmatch(rf"{article}|{annex}", text)}
        assert named
        assert named <= existing


def test_the_number_in_a_clause_is_the_number_of_the_term() -> None:
    made = agreement(typed={"vendor_notice_eu_h": 18, "attrition_month_max": Decimal("0.04")})
    zh, en = build_draft("zh", made, NO_SOURCES), build_draft("en", made, NO_SOURCES)
    for document, field, shown in (
        (zh, "vendor_notice_eu_h", "18 小时"),
        (en, "vendor_notice_eu_h", "18 hours"),
        (zh, "attrition_month_max", "4%"),
        (en, "rate_hour", "€20"),
        (zh, "rate_hour", "20\u00a0欧元"),
        (en, "hours_month", "950.6 hours"),
        (zh, "fee_month", "19,013\u00a0欧元"),
    ):
        printed = {
            r.text for b in document.blocks if isinstance(b, Paragraph) for r in b.runs if r.field == field
        }
        assert printed == {shown}
        assert shown in lines(document)  # the cover's cell


def test_every_term_in_use_stands_on_the_cover_once() -> None:
    made = agreement()
    listed = [term.field.id for rows in terms_by_chapter(made).values() for _, term in rows]
    assert sorted(listed) == sorted(made.in_use)
    labels = [term.field.label.en for rows in terms_by_chapter(made).values() for _, term in rows]
    assert set(labels) <= set(lines(draft("en")))


def test_a_term_whose_clause_is_absent_stands_under_the_article_that_prints_it() -> None:
    borrowed = agreement(case(has_peak=False), left_out=("incentives_credits", "liquidated_damages"))
    listed = [term.field.id for rows in terms_by_chapter(borrowed).values() for _, term in rows]
    printed = {r.field for a in borrowed.articles for p in a.paragraphs for r in p.zh if r.field}
    assert printed <= set(listed)


def test_an_open_term_is_a_sentence_in_the_text_and_a_line_on_the_cover() -> None:
    texts = lines(draft("en"))
    assert any("to be agreed by the parties" in text for text in texts)
    assert library().fields["vendor_reg_no"].label.en in texts


def test_the_cover_names_where_a_value_comes_from() -> None:
    article = Source(
        id="article_contract_points",
        kind="article",
        title=Bilingual(zh="行业文章：六个要点", en="Trade article: six points"),
        confidence="low",
        checked_on=library().fields["reserve_share"].origin.checked_on,  # type: ignore[union-attr] # it has one
    )
    texts = lines(build_draft("en", agreement(), {article.id: article}))
    assert "Default: Trade article: six points, line 61 (unverified)" in texts
    assert "Cost estimate" in texts
    assert "Requirements" in texts
    assert "Pilot" in texts


def test_the_cover_lists_short_clauses_and_reasons_for_review() -> None:
    made = agreement()
    texts = lines(draft("en"))
    for article in made.articles:
        if article.clause.depth == "sample":
            assert article.clause.title.en in texts
        if article.clause.legal_review is not None:
            assert article.clause.legal_review.en in texts


def test_a_clause_without_phone_has_no_phone_anywhere() -> None:
    prefills = {"requirements.channels": ["email", "chat"]}
    made = agreement(prefills=prefills)
    assert "call_recording" not in {article.clause.id for article in made.articles}
    assert "cefr_min_spoken" not in made.in_use
    table = next(a for a in made.annexes if a.id == "service").parts[2].table
    assert table is not None
    channels = {choice.id: choice.en for choice in library().fields["channels"].choices}
    assert [column.head.en for column in table.columns] == ["Language", channels["email"], channels["chat"]]


def test_a_recommended_clause_can_be_left_out_and_is_then_listed() -> None:
    made = agreement(left_out=("insurance",))
    assert "insurance" not in {article.clause.id for article in made.articles}
    assert "Recommended clauses left out" in lines(build_draft("en", made, NO_SOURCES))


@pytest.mark.parametrize(
    ("clause", "code"), [("kpi_sla", "contract.clause_required"), ("unicorn", "contract.clause_unknown")]
)
def test_a_required_clause_cannot_be_left_out(clause: str, code: str) -> None:
    with pytest.raises(DomainError) as refused:
        agreement(left_out=(clause,))
    assert refused.value.code == code


def test_odd_characters_of_a_name_come_through_unchanged() -> None:
    name = "Ђорђе & Sohn <„Łódź“> {Iași} 𠮷"
    texts = lines(
        build_draft("bilingual", agreement(prefills={"requirements.vendor_name": name}), NO_SOURCES)
    )
    assert f"乙方（服务商）：{name}" in texts
    assert f"The Vendor: {name}" in texts


def test_a_cell_says_a_thing_twice_only_where_the_languages_differ() -> None:
    cells = [c for b in draft("bilingual").blocks if isinstance(b, Table) for row in b.rows for c in row]
    assert Cell(texts=(("zh", "950.6 小时"), ("en", "950.6 hours"))) in cells
    assert Cell(texts=(("zh", "Beispiel DE, Exemple FR"),)) in cells


def test_deviations_from_the_standard_wording_are_listed_in_the_negotiation_record() -> None:
    made = agreement(typed={"vendor_notice_eu_h": 18})
    table = next(a for a in made.annexes if a.id == "negotiation").parts[1].table
    assert table is not None
    assert [cell.en for row in table.rows for cell in row if "18" in cell.en] == ["18 hours"]
    assert any(row[1].en == "24 hours" and row[2].en == "18 hours" for row in table.rows)


def test_an_annex_without_rows_prints_its_sentence_and_no_empty_table() -> None:
    made = agreement(annex_facts=replace(facts(), kpis=(), pilot=None, hours=()))
    kpi = next(annex for annex in made.annexes if annex.id == "kpi")
    assert kpi.parts[0].table is None
    assert "no KPI is assessed" in kpi.parts[0].paragraphs[-1].text("en")


def test_a_contract_with_a_court_has_no_word_of_an_arbitral_institution() -> None:
    texts = "\n".join(lines(build_draft("zh", agreement(typed={"forum": "court"}), NO_SOURCES)))
    assert "中国国际经济贸易仲裁委员会" not in texts
    assert "提起诉讼" in texts
