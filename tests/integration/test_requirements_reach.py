"""No question is asked in vain: another answer changes demand, estimate, request, KPIs, contract or checks."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

import pytest

from domain.requirements.answers import Answer, check_answer
from domain.requirements.questions import Question
from domain.requirements.record import Record, read_record
from domain.shared.outcomes import DomainError
from services.catalog import catalog
from services.contract import ContractCase, draft
from services.contract_readings import annex_facts, circumstances
from services.costing import estimate_record
from services.costing_staffing import staffing_plan
from services.requirements import from_file
from services.requirements_checks import findings_of
from services.samples import SAMPLES, read_sample
from services.sourcing import make_request, request_json

BOOK = catalog().book
TODAY = date(2026, 11, 22)
# What must be answered otherwise before a question is asked at all, where none of the samples asks it.
MADE_TO_APPLY: Mapping[str, Mapping[str, Any]] = {
    "fx_date": {"fx_cny_per_eur": 8.2},
    "sunday_permit": {"vendor_country": "DE", "need_24_7": True},
    "recording_planned": {"channels": ["email", "phone"]},
    "anonymous_words": {"anonymous_request": True},
}


def _record(sample: str, **changed: Any) -> Record:
    record = from_file(read_sample(sample)[0], sample=True)[1]
    answers = dict(record.answers)
    for name, value in changed.items():
        checked = check_answer(BOOK.questions[name], value, BOOK.codes)
        answers[name] = Answer(state="answered", value=checked)
    return read_record(BOOK, answers)


@cache
def _case(question: str) -> Record:
    """A sample in which the question is asked."""
    beside = MADE_TO_APPLY.get(question, {})
    records = [_record(sample, **beside) for sample in SAMPLES]
    return next(record for record in records if record.applies(question))


def others(question: Question, now: Any) -> list[Any]:
    """Answers that differ from the present one."""
    codes = list(question.choice_ids)
    by_kind: dict[str, list[Any]] = {
        "text": ["Quite another answer"],
        # The second stands in the sample, so that it can be hidden.
        "long_text": ["Quite another answer", "furniture"],
        "boolean": [not now],
        "choice": [code for code in codes if code != now],
        "choices": [codes[:1], codes[:2], codes[1:]],
        "country": ["PL", "DE", "CN", "RS"],
        "countries": [["RO"], ["DE"], ["CN", "DE"], ["RS", "PL"], ["US"]],
        "languages": [["de"], ["fr"]],
        "time_zone": ["Europe/Lisbon", "Asia/Shanghai"],
        "date": ["2027-03-15", "2026-12-01"],
        "shares_by_language": [{"de": 0.5, "fr": 0.5}, {"zh": 1.0}, {"en": 1.0}],
        "levels_by_language": [dict.fromkeys(_languages(), "C2")],
        "numbers_by_language": [dict.fromkeys(_languages(), 0.5), dict.fromkeys(_languages(), 3)],
        "schedule": [{"mon": [["08:00", "12:00"]]}],
        "schedules_by_market": [{"DE": {"mon": [["08:00", "12:00"]]}}, {"US": {"mon": [["08:00", "12:00"]]}}],
        "peaks": [[], [{"name": "Sale", "months": [3], "multiplier": 4, "lead_weeks": 1}]],
        "launches": [[{"name": "New", "on": "2027-04-01", "weeks": 3, "multiplier": 1.5}]],
        "pools": [[["de", "fr"]], [["en", "de"], ["fr", "es"]], [["zh"]]],
        "money": [{"amount": "77", "currency": "EUR"}, {"amount": "7777", "currency": "CNY"}],
        "profiles_by_channel": [{channel: {"template": "around_the_clock"} for channel in ("email", "chat")}],
        "shares_by_channel_language": [
            {channel: {language: 1.0}} for channel in ("chat", "email") for language in ("en", "de", "fr")
        ],
        "integer_by_channel": [dict.fromkeys(codes, 111)],
        "seconds_by_channel": [dict.fromkeys(codes, 111)],
    }
    if question.kind in by_kind:
        return by_kind[question.kind]
    low = float(question.minimum) if question.minimum is not None else 0.0
    high = (
        float(question.maximum)
        if question.maximum is not None
        else (1.0 if question.kind == "share" else 50.0)
    )
    whole = question.kind == "integer"
    return [
        int(low + (high - low) * part) if whole else low + (high - low) * part for part in (0.3, 0.6, 0.02)
    ]


def _languages() -> tuple[str, ...]:
    return ("de", "fr", "es", "it", "en", "zh", "pl")


def _demand(record: Record) -> Any:
    return record.demand(), record.month_factors(TODAY)


def _estimate(record: Record) -> Any:
    # What is not a record's own figure (the inputs) does not count: a result must change.
    return repr(replace(estimate_record(record), inputs=None))  # type: ignore[arg-type]


def _staffing(record: Record) -> Any:
    """The part of the estimate that looks at each hour of the week."""
    return staffing_plan(record).week


def _request(record: Record) -> Any:
    anonymous = bool(record.value("anonymous_request"))
    return request_json(make_request(record, None, anonymous=anonymous, today=TODAY))


def _kpis(record: Record) -> Any:
    return annex_facts(record, None, circumstances(record, None)).kpis


def _contract(record: Record) -> Any:
    made = draft(ContractCase(record=record, estimate=_estimate_or_none(record), plan=None, typed={}))
    terms = {name: term.value for name, term in made.agreement.terms.items()}
    return terms, [article.clause.id for article in made.agreement.articles], made.findings


def _estimate_or_none(record: Record) -> Any:
    try:
        return estimate_record(record)
    except DomainError:
        return None


def _checks(record: Record) -> Any:
    return findings_of(record)


READERS: Mapping[str, Callable[[Record], Any]] = {
    "request": _request,
    "demand": _demand,
    "checks": _checks,
    "kpis": _kpis,
    "estimate": _estimate,
    "staffing": _staffing,
    "contract": _contract,
}


def _seen(reader: str, record: Record) -> str:
    try:
        return repr(READERS[reader](record))
    except DomainError as refusal:
        return str(refusal)


@cache
def _before(question: str, reader: str) -> str:
    return _seen(reader, _case(question))


def _changed(question: str, value: Any) -> Record | None:
    """The case with another answer; None when the question does not take it."""
    record = _case(question)
    try:
        checked = check_answer(BOOK.questions[question], value, BOOK.codes)
    except DomainError:
        return None
    if checked == record.value(question):
        return None
    return read_record(record.book, {**record.answers, question: Answer(state="answered", value=checked)})


@pytest.mark.parametrize("question", BOOK.questions)
def test_another_answer_is_noticed_somewhere(question: str) -> None:
    asked = BOOK.questions[question]
    candidates = [
        record
        for value in others(asked, _case(question).value(question))
        if (record := _changed(question, value)) is not None
    ]
    assert candidates, "no other valid answer was tried"
    # What nothing calculates or decides with must at least be read by vendors.
    readers = ("request",) if asked.read_by == ("request",) else tuple(READERS)
    assert any(
        _seen(reader, record) != _before(question, reader) for reader in readers for record in candidates
    )


@pytest.mark.parametrize(
    "changed",
    [
        {
            "languages_share": {"de": 0.4, "fr": 0.25, "es": 0.15, "it": 0.1, "pl": 0.1},
            "language_pools": [["fr", "it"]],
        },
        {"channels": ["email", "marketplace", "phone"]},
        {"contacts_month": {"email": 9300, "marketplace": 600, "chat": 1500, "phone": 600}},
    ],
    ids=["language", "channel", "volume"],
)
def test_one_change_reaches_cost_request_and_contract(changed: dict[str, Any]) -> None:
    before, after = _record("shenzhen-eu"), _record("shenzhen-eu", **changed)
    readers = ["estimate", "request", "contract", "demand"]
    # Which KPIs there are depends on the channels alone.
    readers += ["kpis"] if "channels" in changed else []
    for reader in readers:
        assert _seen(reader, before) != _seen(reader, after), reader
