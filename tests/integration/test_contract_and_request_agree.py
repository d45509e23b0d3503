"""What the requirements leave open, request and contract leave open too; what they state, both state."""

from datetime import date
from typing import Any

import pytest

from domain.requirements.record import Record
from services.commands import read_mapping
from services.contract import Contract, ContractCase, draft
from services.requirements import from_file
from services.samples import sample_path
from services.sourcing import make_request
from tests.integration.test_contract_typed_over import text_of

NOT_STATED = "not stated by the buyer"
OPEN = "to be agreed by the parties"
# Question -> the field of the contract and a place that prints it.
LEFT_OPEN = {
    "native_languages": ("native_languages", "channels_languages"),
    "language_levels": ("cefr_min_written", "channels_languages"),
    "authority_refund": ("agent_refund_limit", "authority_matrix"),
    "returns_owner": ("returns_owner", "service_scope"),
    "high_value_threshold": ("high_value_threshold", "authority_matrix"),
    "setup_fee": ("setup_fee", "fees"),
}
SAMPLE = read_mapping(sample_path("shenzhen-eu", "requirements.toml"))


def record_with(**changed: Any) -> Record:
    """The sample with other answers; None takes one out."""
    answers = {name: value for name, value in (SAMPLE["answers"] | changed).items() if value is not None}
    return from_file({**SAMPLE, "answers": answers}, sample=True)[1]


def contract_of(record: Record) -> Contract:
    return draft(ContractCase(record=record, estimate=None, plan=None, typed={}))


def asked_of(record: Record) -> dict[str, tuple[str, str]]:
    """Level and native service as the request's table of languages asks for them, in English."""
    made = make_request(record, None, anonymous=False, today=date(2026, 11, 23))
    (table,) = (each.table for part in made.parts for each in part.tables if each.id == "languages")
    return {row[0].en: (row[1].en, row[2].en) for row in table.rows}


@pytest.mark.parametrize("question", LEFT_OPEN)
def test_an_unanswered_question_is_left_to_be_agreed_in_the_contract(question: str) -> None:
    field, place = LEFT_OPEN[question]
    made = contract_of(record_with(**{question: None}))
    assert made.agreement.terms[field].value is None
    assert field in made.blanks
    assert OPEN in text_of(made, place)


def test_the_request_never_turns_an_unanswered_question_on_languages_into_a_no() -> None:
    asked = asked_of(record_with(native_languages=None, language_levels=None))
    assert set(asked) == {"German", "French", "Spanish", "Italian", "English"}
    assert set(asked.values()) == {(NOT_STATED, NOT_STATED)}


def test_request_and_contract_name_the_same_native_languages() -> None:
    record = record_with(native_languages=["de"], language_levels={"fr": "C1", "it": "native"})
    asked = asked_of(record)
    assert asked["German"] == ("Native", "Yes")
    assert asked["French"] == ("C1", "No")
    assert asked["Italian"] == ("Native", "Yes")
    assert asked["English"] == (NOT_STATED, "No")
    assert "accepted by both parties: German." in text_of(contract_of(record), "channels_languages")


def test_a_contract_blames_nobody_for_a_language_nobody_named() -> None:
    # German, English, French; which of them must be native was not asked of the merchant.
    record = record_with(
        languages_share={"de": 0.5, "en": 0.3, "fr": 0.2}, native_languages=None, language_levels=None
    )
    made = contract_of(record)
    assert "Spanish" not in text_of(made, "channels_languages")
    assert "contract.finding.native_not_served" not in {each.code for each in made.findings}


def test_no_default_of_a_clause_names_a_language_or_a_limit_of_money_nobody_gave() -> None:
    text = text_of(contract_of(record_with(authority_refund=None, high_value_threshold=None)), "limits")
    assert OPEN in text
    assert not {"€", "$"} & set(text)


def test_a_set_up_fee_is_what_was_named_and_free_only_where_somebody_said_so() -> None:
    fee = contract_of(record_with(setup_fee={"amount": "1800", "currency": "EUR"}))
    assert "a one-off set-up fee of €1,800" in text_of(fee, "fees")
    free = contract_of(record_with(setup_fee={"amount": "0", "currency": "EUR"}))
    assert "a one-off set-up fee of €0" in text_of(free, "fees")
    unnamed = contract_of(record_with(setup_fee=None))
    assert "a one-off set-up fee of to be agreed" in text_of(unnamed, "fees")
    assert "€0" not in text_of(unnamed, "prices")
