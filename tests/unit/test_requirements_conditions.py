"""Each named condition with one case that shows its question and one that hides it."""

from dataclasses import dataclass, field
from typing import Any

import pytest

from catalog.questions import load_questions
from domain.requirements.conditions import PREDICATES
from domain.requirements.questions import Codes

CODES = Codes(languages=frozenset({"de"}), countries=frozenset({"DE", "RS", "CN"}), eea=frozenset({"DE"}))


@dataclass(frozen=True)
class Case:
    answers: dict[str, Any]
    codes: Codes = field(default=CODES)

    def given(self, question: str) -> Any:
        return self.answers.get(question)


CN_TO_DE = {"merchant_country": "CN", "markets": ["DE"]}
CASES: dict[str, tuple[dict[str, Any], list[dict[str, Any]]]] = {
    "phone_channel": ({"channels": ["email", "phone"]}, [{"channels": ["email"]}, {}]),
    "chat_channel": ({"channels": ["chat"]}, [{"channels": ["phone"]}, {}]),
    "marketplace_seller": ({"platforms": ["own_shop", "ebay"]}, [{"platforms": ["own_shop"]}, {}]),
    "returns_handled": ({"returns_handled": True}, [{"returns_handled": False}, {}]),
    "eu_market": ({"markets": ["CN", "DE"]}, [{"markets": ["RS", "CN"]}, {}]),
    "foreign_to_eu_market": (CN_TO_DE, [{**CN_TO_DE, "merchant_country": "DE"}, {"markets": ["DE"]}]),
    "without_eu_establishment": (
        {**CN_TO_DE, "eu_establishment": False},
        [
            {**CN_TO_DE, "eu_establishment": True},
            CN_TO_DE,
            {"merchant_country": "CN", "markets": ["RS"], "eu_establishment": False},
        ],
    ),
    "several_languages": (
        {"languages_share": {"de": 0.5, "en": 0.5}},
        [{"languages_share": {"de": 1.0}}, {}],
    ),
    "several_channels": ({"channels": ["email", "phone"]}, [{"channels": ["email"]}, {}]),
    "hours_in_several_markets": (
        {"markets": ["DE", "GB"]},
        [{"markets": ["DE"]}, {"markets": ["DE", "GB"], "need_24_7": True}],
    ),
    "limited_hours": ({"need_24_7": False}, [{"need_24_7": True}]),
    "sunday_in_germany": (
        {"vendor_country": "DE", "coverage": {"sun": [["09:00", "17:00"]]}},
        [
            {"vendor_country": "PL", "coverage": {"sun": [["09:00", "17:00"]]}},
            {"vendor_country": "DE", "coverage": {"sat": [["09:00", "17:00"]]}},
        ],
    ),
    "pilot_planned": ({"pilot_planned": True}, [{"pilot_planned": False}]),
    "prc_party": ({"vendor_country": "CN"}, [{"merchant_country": "DE", "vendor_country": "RS"}, {}]),
    "two_language_contract": ({"contract_form": "bilingual"}, [{"contract_form": "zh"}]),
    "hourly_billing": ({"billing_model": "hourly"}, [{"billing_model": "per_ticket"}]),
    "exchange_rate_given": ({"fx_cny_per_eur": 8.2}, [{}]),
}


@pytest.mark.parametrize("name", CASES)
def test_a_condition_shows_its_questions_in_one_case_and_hides_them_in_others(name: str) -> None:
    shows, hides = CASES[name]
    assert PREDICATES[name](Case(shows)) is True
    assert [PREDICATES[name](Case(case)) for case in hides] == [False] * len(hides)


def test_every_condition_has_its_cases_and_says_what_it_means() -> None:
    assert set(CASES) == set(PREDICATES) - {"always"}
    assert PREDICATES["always"](Case({}))
    assert all(predicate.__doc__ for predicate in PREDICATES.values())


def test_no_condition_is_left_that_no_question_names() -> None:
    assert {question.applies_when for question in load_questions().questions.values()} == set(PREDICATES)
