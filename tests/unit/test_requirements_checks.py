"""Checks on the whole record: each one with a case that raises it and the sample that does not."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

import words
from catalog.checks import load_check_rules
from catalog.questions import load_questions
from catalog.reader import DATA, read_toml
from catalog.sources import load_sources
from domain.requirements.answers import Answer, check_answer
from domain.requirements.checks import check_record
from domain.requirements.file import parse_file
from domain.requirements.record import read_record
from domain.shared.outcomes import Finding

BOOK = load_questions()
RULES = load_check_rules()
_, SAMPLE = parse_file(read_toml(DATA / "samples" / "shenzhen-eu" / "requirements.toml"), BOOK)
OFFICE_DAYS = {day: [["09:00", "18:00"]] for day in ("mon", "tue", "wed", "thu", "fri")}


def _found(changes: Mapping[str, Any]) -> dict[str, Finding]:
    """The findings of the sample with some answers changed; None takes one away."""
    answers = dict(SAMPLE)
    for question, value in changes.items():
        if value is None:
            answers.pop(question)
        else:
            checked = check_answer(BOOK.questions[question], value, BOOK.codes)
            answers[question] = Answer(state="answered", value=checked)
    findings = check_record(read_record(BOOK, answers), RULES)
    return {finding.code.removeprefix("requirements.check."): finding for finding in findings}


CASES: dict[str, tuple[dict[str, Any], str, str]] = {
    "missing": ({"merchant_name": None}, "merchant_name", ""),
    "no_contacts_month": ({"channels": ["email", "social"]}, "contacts_month", ""),
    "pool_without_demand": ({"language_pools": [["de", "pl"]]}, "language_pools", ""),
    "native_missing": ({"native_languages": ["fr", "es"]}, "native_languages", "article_europe_guide"),
    "window_uncovered": ({"platforms": ["taobao_tmall"]}, "coverage", "w51"),
    "day_uncovered": ({"platforms": ["amazon"]}, "coverage", "w48"),
    "no_representative": ({"eu_representative": None}, "eu_representative", "gdpr"),
    "high_value_slower": ({"standard_reply_h": 3}, "high_value_reply_h", "house_judgement"),
    "peak_lead_short": (
        {"peaks": [{"name": "618", "months": [6], "multiplier": 2, "lead_weeks": 1}]},
        "peaks",
        # Onboarding takes four weeks, longer than the two of the article.
        "w28",
    ),
    "around_the_clock_idle": (
        {"need_24_7": True, "contacts_month": {"email": 500, "marketplace": 100, "chat": 100, "phone": 100}},
        "need_24_7",
        "house_judgement",
    ),
    "weekend_uncovered": ({"coverage": OFFICE_DAYS}, "coverage", ""),
    "hours_in_asian_time": ({"time_zone": "Asia/Shanghai"}, "time_zone", "house_judgement"),
}


@pytest.mark.parametrize("check", CASES)
def test_a_check_points_at_the_question_to_change_and_names_its_source(check: str) -> None:
    changes, place, source = CASES[check]
    finding = _found(changes)[check]
    assert (finding.place, finding.source) == (place, source)
    assert not source or source in load_sources()
    for language in words.LANGUAGES:
        assert words.say(language, finding.code, **dict(finding.values))


def test_the_sample_itself_raises_none() -> None:
    assert _found({}) == {}


def test_forty_hours_cover_less_than_half_of_the_taobao_window() -> None:
    # 15 hours a day on seven days are 105; nine to five on five days are 40 (38 %).
    hours = {day: [["09:00", "17:00"]] for day in OFFICE_DAYS}
    finding = _found(
        {
            "platforms": ["taobao_tmall"],
            "time_zone": "Asia/Shanghai",
            "coverage": hours,
            "weekend": False,
        }
    )["window_uncovered"]
    assert (finding.values["covered"], finding.values["measured"]) == (40, 105)


def test_service_around_the_clock_covers_every_platform_window() -> None:
    found = _found({"platforms": ["taobao_tmall", "amazon"], "need_24_7": True})
    assert {"window_uncovered", "day_uncovered"}.isdisjoint(found)


def test_blockers_stand_before_warnings() -> None:
    answers = {**SAMPLE, "native_languages": Answer(state="not_applicable")}
    del answers["merchant_name"]
    severities = [finding.severity for finding in check_record(read_record(BOOK, answers), RULES)]
    assert severities == ["blocker", "warning", "warning", "warning"]


def test_an_equal_target_for_dear_orders_is_fine() -> None:
    assert "high_value_slower" not in _found({"standard_reply_h": 12})


def test_a_limit_of_half_a_contact_is_said_rounded_half_up() -> None:
    # 7 days x 24 hours x 52 / 12 = 728 hours a month; x 0.9375 contacts an hour = 682.5.
    limit = replace(RULES.limits["around_the_clock_contacts_hour"], value=Decimal("0.9375"))
    rules = replace(RULES, limits={**RULES.limits, "around_the_clock_contacts_hour": limit})
    contacts = {"email": 100, "marketplace": 100, "chat": 100, "phone": 100}
    answers = dict(SAMPLE) | {
        "need_24_7": Answer(state="answered", value=True),
        "contacts_month": Answer(state="answered", value=contacts),
    }
    found = check_record(read_record(BOOK, answers), rules)
    said = next(finding for finding in found if finding.code.endswith("around_the_clock_idle"))
    assert said.values["least"] == 683
