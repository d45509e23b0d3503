"""Each check finds what it is for and leaves alone what is fine: cases written by hand in a table."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import words
from catalog.checks import load_check_rules
from catalog.questions import load_questions
from catalog.reader import DATA, read_toml
from catalog.sources import load_sources
from domain.requirements.answers import Answer, check_answer
from domain.requirements.checks import (
    CODE,
    CheckFigures,
    Evidence,
    TicketPrice,
    TimedTarget,
    check_record,
    rules_of,
)
from domain.requirements.file import parse_file
from domain.requirements.record import read_record
from domain.shared.outcomes import Finding
from services.sentences import finding_sentence

BOOK = load_questions()
RULES = load_check_rules()
_, SAMPLE = parse_file(read_toml(DATA / "samples" / "shenzhen-eu" / "requirements.toml"), BOOK)
CASES: dict[str, dict[str, list[dict[str, Any]]]] = tomllib.loads(
    (Path(__file__).parents[1] / "data" / "requirements_checks.toml").read_text(encoding="utf-8")
)
# Worked example E.3 at the rates of eastern Europe (10-14-18 EUR an hour), 390 s, occupancy 80 %:
# 10 x 390 / 3600 / 0.8 = 1.3542; 1 x 3600 x 0.8 / 14 = 205.71 s; 2 x 3600 x 0.8 / 14 = 411.43 s.
E3_TICKET: dict[str, Any] = {
    "claim_low": 1.0,
    "claim_high": 2.0,
    "wanted": None,
    "needed": 1.3541667,
    "aht_s": 390.0,
    "claim_low_pays_s": 205.714,
    "claim_high_pays_s": 411.429,
    "rate": 14.0,
    "currency": "EUR",
    "source": "article_europe_guide",
}


def _figures(given: Mapping[str, Any]) -> CheckFigures:
    ticket = given.get("ticket")
    return CheckFigures(
        today=given.get("today"),
        peak_hours_ratio=given.get("peak_hours_ratio"),
        ticket=None if ticket is None else TicketPrice(**{**E3_TICKET, **ticket}),
        kpi_times={question: tuple(times) for question, times in given.get("kpi_times", {}).items()},
        target_limits={
            question: (Decimal(str(lowest)), Decimal(str(highest)))
            for question, (lowest, highest) in given.get("target_limits", {}).items()
        },
        evidence=tuple(Evidence(**each) for each in given.get("evidence", ())),
        timed_targets=tuple(
            TimedTarget(**{**each, "target": Decimal(str(each["target"]))})
            for each in given.get("timed_targets", ())
        ),
    )


def _found(case: Mapping[str, Any]) -> tuple[Finding, ...]:
    changes = {key: value for key, value in case.items() if key not in {"without", "figures", "said"}}
    answers = {key: answer for key, answer in SAMPLE.items() if key not in case.get("without", ())}
    for question, value in changes.items():
        checked = check_answer(BOOK.questions[question], value, BOOK.codes)
        answers[question] = Answer(state="answered", value=checked)
    return check_record(read_record(BOOK, answers), RULES, _figures(case.get("figures", {})))


def _of(check: str, case: Mapping[str, Any]) -> list[Finding]:
    return [finding for finding in _found(case) if finding.code == f"{CODE}{check}"]


def _each(kind: str) -> Iterator[Any]:
    for check, cases in CASES.items():
        for place, case in enumerate(cases[kind]):
            yield pytest.param(check, case, id=f"{check}-{place}")


def test_every_check_has_two_cases_of_each_kind() -> None:
    assert set(CASES) == set(RULES.checks)
    for check, cases in CASES.items():
        assert min(len(cases["hits"]), len(cases["misses"])) >= 2, check


@pytest.mark.parametrize(("check", "case"), list(_each("hits")))
def test_a_check_finds_its_case_and_says_it_in_both_languages(check: str, case: dict[str, Any]) -> None:
    found = _of(check, case)
    assert found
    said = case.get("said", {})
    assert any({**finding.values, **said} == dict(finding.values) for finding in found), found
    for finding in found:
        assert finding.place in BOOK.questions
        assert finding.severity == RULES.checks[check].severity
        assert not finding.source or finding.source in load_sources()
        for language in words.LANGUAGES:
            sentence = finding_sentence(language, finding)
            assert "{" not in sentence
            assert bool(re.search(r"[\u4e00-\u9fff]", sentence)) or language == "en"


@pytest.mark.parametrize(("check", "case"), list(_each("misses")))
def test_a_check_leaves_alone_what_is_fine(check: str, case: dict[str, Any]) -> None:
    assert _of(check, case) == []


def test_the_rules_of_the_trade_each_have_a_check() -> None:
    # Those the requirements are to be checked for; the others are decisions (docs/decisions/requirements-checks.md).
    asked = {
        *("X-02", "X-03", "X-04", "X-06", "X-07", "X-09", "X-11", "X-12", "X-13", "X-15", "X-16", "X-21", "X-22", "X-25"),
        *("SR-05", "SR-06", "SR-08", "SR-09", "SR-10", "SR-11", "SR-12", "SR-13", "SR-15", "SR-16", "SR-17", "SR-18", "SR-19"),
    }  # fmt: skip
    assert {rule for check in RULES.checks.values() for rule in check.rules} >= asked


def test_a_finding_carries_the_rules_of_its_check() -> None:
    [slower] = _of("high_value_slower", {"standard_reply_h": 3})
    assert rules_of(slower, RULES) == ("X-02", "SR-18")
    [unanswered] = _of("missing", {"without": ["merchant_name"]})
    assert rules_of(unanswered, RULES) == ()


def test_what_contradicts_itself_or_cannot_be_done_stops_the_next_stage() -> None:
    # Domain knowledge F.4 calls these errors or impossible; the red and amber ones are warnings.
    stopping = {check for check, rule in RULES.checks.items() if rule.severity == "blocker"}
    assert {rule for check in stopping for rule in RULES.checks[check].rules} == {
        "X-02", "SR-18", "X-07", "SR-19", "SR-04", "SR-06", "SR-14",
    }  # fmt: skip


def test_a_limit_that_contracts_have_too_is_the_same_there() -> None:
    contract = {
        rule["id"]: rule for rule in read_toml(DATA.parent / "contract_templates" / "checks.toml")["rules"]
    }
    assert RULES.limits["fcr_most"].value == contract["fcr_unrealistic"]["limit"]
    assert RULES.limits["attrition_month_most"].value == contract["attrition_lax"]["limit"]
