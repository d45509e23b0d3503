"""Refusals, findings and gaps as sentences: names for codes, numbers and shares as people write them."""

import pytest

from domain.shared.outcomes import DomainError, Finding, NotAssessed
from domain.shared.sources import Bilingual
from services.sentences import (
    channel_name,
    choice_label,
    explain,
    field_label,
    finding_sentence,
    question_wording,
    reason,
    sentence,
)
from words import has


def test_a_refusal_names_the_question_as_it_was_asked() -> None:
    refusal = DomainError("contract_terms.answer_missing", question="vendor_country")
    assert explain("zh", refusal).endswith(question_wording("zh", "vendor_country"))
    assert question_wording("en", "vendor_country") in explain("en", refusal)


def test_channels_and_languages_are_named_and_not_coded() -> None:
    refusal = DomainError("costing.aht_missing", channel="email")
    assert "email" not in explain("zh", refusal)
    assert channel_name("zh", "email") in explain("zh", refusal)
    refusal = DomainError("costing.pool_language_twice", language="de")
    assert "German" in explain("en", refusal)
    assert "德语" in explain("zh", refusal)


def test_shares_of_a_gap_are_percentages_and_its_counts_are_whole() -> None:
    gap = NotAssessed("missing_values", {"share": 0.312, "limit": 0.2})
    assert "31.2%" in reason("en", gap)
    assert "20%" in reason("en", gap).replace("20.0%", "20%")
    assert "50" in reason("zh", NotAssessed("too_few", {"n": 14, "n_min": 50}))


def test_numbers_of_a_finding_are_grouped_and_have_no_idle_decimals() -> None:
    assert sentence("en", "accounts.password_short", {"least": 12}).count("12") == 1
    shown = sentence("en", "projects.changed", {"day": 18.50})
    assert "18.5" in shown
    assert "18.50" not in shown


def test_texts_of_both_languages_are_taken_in_the_language_of_the_sentence() -> None:
    both = Bilingual(zh="中文", en="English")
    assert "中文" in sentence("zh", "projects.changed", {"day": both})
    assert "English" in sentence("en", "projects.changed", {"day": both})


def test_yes_and_no_are_words() -> None:
    assert "是" in sentence("zh", "projects.changed", {"day": True})
    assert "True" not in sentence("en", "projects.changed", {"day": True})


def test_a_finding_of_the_requirements_is_a_sentence_in_both_languages() -> None:
    finding = Finding("costing.ticket_price_uneconomic", "warning", "regions.east", {})
    assert has(finding.code)
    with pytest.raises(KeyError):
        finding_sentence("en", finding)


def test_what_nobody_knows_stays_as_it_is() -> None:
    assert channel_name("en", "fax") == "fax"
    assert choice_label("en", "channels", "pigeon") == "pigeon"
    assert question_wording("zh", "no_such_question") == "no_such_question"
    assert field_label("zh", "no_such_field") == "no_such_field"
