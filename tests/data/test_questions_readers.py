"""What a question says about who reads its answer is true: each reader is run and listened to."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from domain.requirements.answers import Answer
from domain.requirements.checks import GROUPS
from domain.requirements.checks.answers import missing
from domain.requirements.checks.case import Case
from domain.requirements.record import Record
from services.catalog import catalog
from services.contract_prefills import prefills
from services.contract_readings import annex_facts, circumstances
from services.costing import estimate_record
from services.costing_inputs import exchange
from services.pilot_plan import plan_values, targets_in_use
from services.requirements import from_file
from services.requirements_checks import figures_of, figures_of_pilot
from services.samples import SAMPLES, read_sample
from services.scoring import plan_from

PLAN = plan_from(read_sample()[1])
# Each sample is another kind of merchant: across borders, in China alone, very small.
RECORDS = {sample: from_file(read_sample(sample)[0], sample=True)[1] for sample in SAMPLES}


class _Listening(dict[str, Answer]):
    """Answers that remember which of them were asked for."""

    def __init__(self, known: Mapping[str, Answer]) -> None:
        super().__init__(known)
        self.heard: set[str] = set()

    def get(self, key: str, default: Any = None) -> Any:
        self.heard.add(key)
        return super().get(key, default)


# Some answers are looked at only beside others that give reason to.
TROUBLES: tuple[dict[str, Any], ...] = (
    {},
    {"qa_method": "full_ai", "phone_clock": "after_answering", "platforms": ["amazon", "taobao_tmall"]},
    {"vendor_country": "DE", "need_24_7": True, "billing_model": "per_ticket", "markets": ["DE", "US"]},
    {"authority_refund": None, "returns_handled": True, "subprocessors_allowed": False},
)


def _contract(record: Record) -> None:
    annex_facts(record, PLAN, circumstances(record, PLAN))
    estimate = estimate_record(_unheard(record))
    # With and without a pilot plan: each reads what the other need not.
    for agreed in (PLAN, None):
        prefills(record, estimate, agreed)


def _checks(record: Record) -> None:
    """Every check but the one for missing answers, which looks at whatever is required."""
    estimated = figures_of(_unheard(record))
    own = figures_of_pilot(record)
    figures = replace(
        own, peak_hours_ratio=estimated.peak_hours_ratio, ticket=estimated.ticket, today=date(2026, 11, 23)
    )
    case = Case(record, catalog().check_rules, figures)
    for group in GROUPS:
        for check in group.CHECKS:
            if check is not missing:
                list(check(case))


def _unheard(record: Record) -> Record:
    """The same answers, so that what an estimate reads of them is not taken for what its reader reads."""
    return Record(record.book, dict(record.answers))


READERS: dict[str, Callable[[Record], object]] = {
    "cost": lambda record: (estimate_record(record), exchange(record)),
    "pilot": lambda record: (plan_values({}, record), targets_in_use(record)),
    "contract": _contract,
    "checks": _checks,
}


def _heard(reader: str, record: Record) -> set[str]:
    """The answers a reader asks for, in quiet and in troubled cases."""
    heard: set[str] = set()
    for trouble in TROUBLES:
        beside = {question: Answer(state="answered", value=value) for question, value in trouble.items()}
        answers = _Listening({**record.answers, **beside})
        READERS[reader](Record(record.book, answers))
        heard |= answers.heard
    return heard


@pytest.mark.parametrize("reader", READERS)
def test_exactly_what_a_reader_reads_is_said_to_be_read_by_it(reader: str) -> None:
    heard = {question for record in RECORDS.values() for question in _heard(reader, record)}
    book = catalog().book
    assert {question.id for question in book.questions.values() if reader in question.read_by} == heard


def test_every_question_says_who_reads_it() -> None:
    assert all(question.read_by for question in catalog().book.questions.values())


def test_exactly_what_a_request_prints_is_said_to_be_read_by_it() -> None:
    text = catalog().sourcing.text
    printed = {item.question for part in text.part for item in part.item} | set(text.withheld.elsewhere)
    questions = catalog().book.questions.values()
    assert {question.id for question in questions if "request" in question.read_by} == printed
