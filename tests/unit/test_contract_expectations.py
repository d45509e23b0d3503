"""Answers on people, quality and data reach the terms of the contract; two laws and a limit between persons."""

from typing import Any

import pytest

from services.contract_expectations import ASKED, expectations
from services.requirements import from_file
from services.samples import read_sample


def _expected(**changes: Any) -> dict[str, Any]:
    requirements = read_sample()[0]
    answers = {key: value for key, value in (requirements["answers"] | changes).items() if value is not None}
    return expectations(from_file({**requirements, "answers": answers})[1])


def test_staffing_terms_are_those_of_the_answers() -> None:
    expected = _expected(attrition_month_max=0.04, reserve_share=0.25, replacement_h=48)
    assert (expected["attrition_month_max"], expected["reserve_share"], expected["replacement_h"]) == (
        0.04,
        0.25,
        48,
    )


@pytest.mark.parametrize(
    ("markets", "europe", "china"),
    [(["DE"], 12, None), (["CN"], None, 12), (["DE", "CN"], 12, None), (["US"], None, None)],
)
def test_a_breach_is_reported_in_time_for_the_customers_there_are(
    markets: list[str], europe: int | None, china: int | None
) -> None:
    expected = _expected(markets=markets, breach_notice_h=12)
    assert (expected["breach_notice_eu_h"], expected["breach_notice_cn_h"]) == (europe, china)


def test_where_the_merchant_decides_above_the_limit_a_team_leader_may_do_no_more_than_an_agent() -> None:
    fifty = {"amount": "50", "currency": "EUR"}
    assert _expected(authority_refund=fifty)["authority_refund_lead"] == fifty
    assert _expected(authority_refund=fifty, authority_above="team_lead")["authority_refund_lead"] is None
    assert _expected(authority_refund=None)["authority_refund_lead"] is None


@pytest.mark.parametrize(
    ("answer", "rule"), [("none", "no"), ("assist", "assist_only"), ("instead", "low_risk")]
)
def test_machine_translation_is_allowed_as_far_as_it_was_answered(answer: str, rule: str) -> None:
    assert _expected(machine_translation=answer)["translation_rule"] == rule


def test_every_value_names_the_question_it_comes_from() -> None:
    assert set(ASKED) == set(_expected())
