"""The brief names the price that carries its answer, whose word that is, and what it is not known for."""

from decimal import Decimal

import pytest

from domain.shared.paper import Table
from services.costing_brief import brief_document
from services.costing_kept import costing_of
from tests.property.test_costing_brief_pages import TWELVE, answers_with
from tests.unit.test_costing_brief import TODAY, brief_of, costing_with, texts
from tests.unit.test_costing_quotes import quote
from ui.cost import cost_verdict
from words import LANGUAGES, Language

SMALL = "shopify-two"


def test_the_price_of_the_shared_desk_leads_the_assumptions_and_stands_on_the_first_page() -> None:
    """1.50, 2.20 and 4.00 EUR a ticket are our own judgement (data/parameters/prices.toml)."""
    document = brief_of(SMALL, "en")
    tables = [block for block in document.blocks if isinstance(block, Table)]
    first = [cell.texts[0][1] for cell in tables[-1].rows[0]]
    assert first[:2] == ["Price per ticket at a shared desk", "1.5 – 2.2 – 4 EUR per ticket"]
    assert first[3] == "Our own judgement"
    page = " ".join(list(texts(document))[:6])
    assert "Price per ticket at a shared desk, 1.5 – 2.2 – 4 EUR per ticket (Our own judgement)" in page


def test_agents_are_not_advised_on_the_price_of_a_shared_desk() -> None:
    assert "at a shared desk, 1.5" not in " ".join(texts(brief_of("shenzhen-eu", "en")))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_shared_desk_day_and_night_in_twelve_languages_is_never_said_to_suffice(language: Language) -> None:
    """18,000 x 2.20 + 900 = 40,500 a month, below 150,000 even at 4.00; but nobody knows it for nights or Finnish."""
    case = answers_with(**TWELVE, all_day=True, set_up=0, budget=150_000)
    costing = costing_with(SMALL, **case)
    assert costing.estimate.advice == ("shared_desk", "mostly_waiting")
    said = " ".join(list(texts(brief_of(SMALL, language, **case)))[:9])
    unknown, suffices = {
        "en": ("Its price is not known for: nights, Sundays, languages with a surcharge", "covers even"),
        "zh": ("单价未知的有：夜间、周日、需加价的语言", "也够"),
    }[language]
    assert unknown in said
    assert suffices not in said
    verdict = cost_verdict(costing.estimate, costing.record, "paid_hour", language, costing.uncertainty)
    assert verdict.badges[0].tone == "gray"


def test_by_day_in_the_language_of_the_country_the_price_is_known() -> None:
    """No published premium holds for German, and nobody works at night or on Sundays."""
    case = answers_with(languages=1, contacts={"email": 100}, all_day=False, set_up=0, budget=150_000)
    assert costing_with(SMALL, **case).estimate.advice == ("shared_desk", "mostly_waiting")
    said = " ".join(list(texts(brief_of(SMALL, "en", **case)))[:9])
    assert "not known" not in said
    assert "covers even the high end" in said


def test_the_lowest_own_quote_stands_beside_the_answer_on_page_and_brief() -> None:
    """6,000 contacts at 2.00 are 12,000 a month; the east takes 19,012.50: 12,000 / 19,012.50 is 37 % below."""
    quotes = [quote(), quote(id="dear", label="Offer B", low=Decimal(9), high=Decimal(9))]
    record = costing_with("shenzhen-eu").record
    costing = costing_of(record, private=quotes)
    document = brief_document(costing, "en", name="x", today=TODAY)
    verdict = cost_verdict(costing.estimate, costing.record, "paid_hour", "en", costing.uncertainty)
    for said in (list(texts(document))[:8], verdict.reasons):
        (sentence,) = [text.replace("**", "") for text in said if "Your lowest quote" in text]
        assert sentence.startswith(
            "Your lowest quote, Offer A: about €12,000 in a normal month at base, 37% below"
        )


def test_without_a_quote_nothing_is_said_of_one() -> None:
    assert "Your lowest quote" not in " ".join(texts(brief_of("shenzhen-eu", "en")))
