"""The contract takes answers over as they are: whatever a question lets people choose, its clause field knows."""

import tomllib
from collections.abc import Iterator
from typing import Any

import pytest

from catalog.questions import load_questions
from catalog.reader import TEMPLATES

BOOK = load_questions()
PREFIX = "requirements."
# What the record computes from several answers instead of asking for it.
COMPUTED = {
    "languages",
    "coverage_text",
    "coverage_hours_week",
    "holiday_service",
    "peak_lead_weeks",
    "peak_months",
    "peak_multiplier",
    "authority_refund_lead",
    "breach_notice_eu_h",
    "breach_notice_cn_h",
    "translation_rule",
    "lowest_level",
}


def _prefilled() -> Iterator[tuple[str, dict[str, Any]]]:
    """Question and field for every clause field that the requirements supply."""
    for path in sorted((TEMPLATES / "clauses").glob("*/clause.toml")):
        for field in tomllib.loads(path.read_text(encoding="utf-8")).get("fields", []):
            if field.get("prefill", "").startswith(PREFIX):
                yield field["prefill"].removeprefix(PREFIX), field


FIELDS = list(_prefilled())


@pytest.mark.parametrize(
    ("question", "field"), FIELDS, ids=[f"{name}-{field['id']}" for name, field in FIELDS]
)
def test_a_prefilled_field_knows_every_choice_of_its_question(question: str, field: dict[str, Any]) -> None:
    assert question in BOOK.questions or question in COMPUTED
    if question in BOOK.questions and field["kind"] in {"choice", "choices"}:
        choices = {choice["id"] for choice in field["choices"]}
        assert set(BOOK.questions[question].choice_ids) <= choices


def test_what_decides_the_contracts_money_holidays_and_data_terms_reaches_it() -> None:
    # Each of these questions says in `read_by` that the contract reads it.
    supplied = {name for name, _ in FIELDS}
    assert {"billing_model", "billing_basis", "holiday_calendar", "data_terms_signed_on"} <= supplied


def test_the_contract_reads_the_requirements() -> None:
    assert len(FIELDS) > 15
