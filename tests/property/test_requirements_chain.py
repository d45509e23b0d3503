"""Whatever valid answers are given, everything that is made of them is made, or refused in a sentence."""

import json
from collections.abc import Callable
from typing import TypeVar

import pytest
from hypothesis import HealthCheck, given, settings

from domain.contract.checks import check_agreement
from domain.requirements.answers import Answer
from domain.requirements.record import read_record
from domain.shared.outcomes import DomainError
from services.catalog import catalog
from services.contract import ContractCase, draft
from services.costing import cost_json, estimate_record
from services.requirements import from_file
from services.requirements_checks import findings_of
from services.samples import read_sample
from services.sentences import explain, finding_sentence
from tests.random_answers import BOOK, whole_answers
from ui.questionnaire_words import answer_words
from words import LANGUAGES

T = TypeVar("T")
# One example answers more than a hundred questions: drawing them takes longer than Hypothesis finds healthy.
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example]


def _made(make: Callable[[], T]) -> T | None:
    """What can be made; None when it is refused with a sentence in both languages."""
    try:
        return make()
    except DomainError as refusal:
        if not all(explain(language, refusal) for language in LANGUAGES):
            raise
        return None


@settings(max_examples=25, deadline=None, suppress_health_check=SLOW)
@given(answers=whole_answers())
def test_whatever_is_answered_can_be_said_and_checked_in_both_languages(answers: dict[str, Answer]) -> None:
    record = read_record(BOOK, answers)
    for language in LANGUAGES:
        for finding in findings_of(record):
            assert finding_sentence(language, finding)
        for question in record.applicable:
            value = record.value(question.id)
            if value not in (None, [], {}):
                assert answer_words(language, record.book, question.id, value)


@settings(max_examples=25, deadline=None, suppress_health_check=SLOW)
@given(answers=whole_answers())
def test_whatever_is_answered_gives_demand_an_estimate_and_a_draft(answers: dict[str, Answer]) -> None:
    record = read_record(BOOK, answers)
    demand = record.demand()
    assert demand is not None
    for channel, languages in demand.items():
        stated = record.value("contacts_month")[channel]
        assert abs(sum(languages.values()) - stated) <= 1e-6 * max(1, stated)
        assert set(languages) <= set(record.languages)
        assert abs(sum(map(sum, record.hour_weights(channel))) - 1) < 1e-9
    for language in record.languages:
        assert 0 < (record.coverage_of_language(language) or 0) <= 168
    estimate = _made(lambda: estimate_record(record))
    if estimate is not None:
        assert json.dumps(cost_json(estimate), allow_nan=False)
    contract = _made(lambda: draft(ContractCase(record=record, estimate=estimate, plan=None, typed={})))
    if contract is not None:
        assert contract.agreement.articles
        check_agreement(contract.agreement, catalog().contract_rules)


@pytest.mark.parametrize("question", sorted(BOOK.questions))
def test_a_sample_without_any_one_question_is_still_checked_and_drafted(question: str) -> None:
    _, sample = from_file(read_sample()[0], sample=True)
    record = read_record(BOOK, {**sample.answers, question: Answer(state="not_applicable")})
    for finding in findings_of(record):
        assert finding_sentence("en", finding)
    estimate = _made(lambda: estimate_record(record))
    _made(lambda: draft(ContractCase(record=record, estimate=estimate, plan=None, typed={})))
