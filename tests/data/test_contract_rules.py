"""Every rule of the contract checks finds its hits and leaves its misses alone."""

from decimal import Decimal

import pytest

from domain.contract.rules import Rule
from tests.contract_case import library, rules
from words import has

RULES = rules()


def found(rule: Rule, example: str) -> bool:
    if rule.matcher in {"above", "kpi_above"}:
        return rule.exceeded_by(Decimal(example))
    if rule.matcher == "choice":
        return example in rule.choices
    return bool(rule.found_in(example))


@pytest.mark.parametrize(("rule", "example"), [(rule, hit) for rule in RULES for hit in rule.hits])
def test_a_rule_finds_its_hits(rule: Rule, example: str) -> None:
    assert found(rule, example)


@pytest.mark.parametrize(("rule", "example"), [(rule, miss) for rule in RULES for miss in rule.misses])
def test_a_rule_leaves_its_misses_alone(rule: Rule, example: str) -> None:
    assert not found(rule, example)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_has_words_and_looks_at_something_that_exists(rule: Rule) -> None:
    assert has(rule.code)
    assert not rule.field or rule.field in library().fields
    assert not rule.scope or rule.scope in library().by_id
    if rule.matcher == "choice":
        assert set(rule.choices) <= {choice.id for choice in library().fields[rule.field].choices}


def test_the_rules_the_house_promised_are_there() -> None:
    assert {rule.id for rule in RULES} >= {
        "repealed_law",
        "blank_slot",
        "fine_wording",
        "arb_or_court",
        "arb_no_institution",
        "breach_clock",
        "phone_sla_nonsense",
        "fcr_unrealistic",
        "attrition_lax",
        "odr_link",
        "unverified_claim",
    }
