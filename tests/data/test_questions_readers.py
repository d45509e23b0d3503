"""What a question says about who reads its answer is true: each reader is run and listened to."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from domain.requirements.answers import Answer
from domain.requirements.checks import check_record
from domain.requirements.record import Record
from services.catalog import catalog
from services.contract_prefills import prefills
from services.contract_readings import annex_facts, circumstances
from services.costing import estimate_record
from services.costing_inputs import exchange
from services.pilot_plan import plan_values
from services.requirements import from_file
from services.requirements_checks import figures_of
from services.samples import read_sample
from services.scoring import plan_from

REQUIREMENTS, PLAN, _ = read_sample()
RECORD = from_file(REQUIREMENTS, sample=True)[1]


class _Listening(dict[str, Answer]):
    """Answers that remember which of them were asked for."""

    def __init__(self, known: Mapping[str, Answer]) -> None:
        super().__init__(known)
        self.heard: set[str] = set()

    def get(self, key: str, default: Any = None) -> Any:
        self.heard.add(key)
        return super().get(key, default)


def _contract(record: Record) -> None:
    plan = plan_from(PLAN)
    annex_facts(record, plan, circumstances(record, plan))
    # With and without a pilot plan: each reads what the other need not.
    for agreed in (plan, None):
        prefills(record, estimate_record(RECORD), agreed)


# Some answers are looked at only beside others that give reason to.
TROUBLES: tuple[dict[str, Any], ...] = (
    {"qa_method": "full_ai", "phone_clock": "after_answering", "platforms": ["amazon", "taobao_tmall"]},
    {"vendor_country": "DE", "need_24_7": True, "billing_model": "per_ticket", "markets": ["DE", "US"]},
    {"authority_refund": None, "returns_handled": True, "subprocessors_allowed": False},
)


def _checks(record: Record) -> None:
    for trouble in ({}, *TROUBLES):
        answers = {question: Answer(state="answered", value=value) for question, value in trouble.items()}
        troubled = _Listening({**record.answers, **answers})
        check_record(
            Record(RECORD.book, troubled), catalog().check_rules, figures_of(Record(RECORD.book, troubled))
        )
        if isinstance(record.answers, _Listening):
            record.answers.heard |= troubled.heard


READERS: dict[str, Callable[[Record], object]] = {
    "cost": lambda record: (estimate_record(record), exchange(record)),
    "pilot": lambda record: plan_values({}, record),
    "contract": _contract,
    "checks": _checks,
}
# The form of the plan offers the targets of these channels; it needs a browser to be heard.
HEARD_ON_THE_PAGE = {("pilot", "channels")}


@pytest.mark.parametrize("reader", READERS)
def test_whoever_is_said_to_read_an_answer_reads_it(reader: str) -> None:
    answers = _Listening(RECORD.answers)
    READERS[reader](Record(RECORD.book, answers))
    said = {question.id for question in RECORD.book.questions.values() if reader in question.read_by}
    assert {name for name in said - answers.heard if (reader, name) not in HEARD_ON_THE_PAGE} == set()


def test_every_question_says_who_reads_it() -> None:
    assert all(question.read_by for question in RECORD.book.questions.values())


def test_exactly_what_a_request_prints_is_said_to_be_read_by_it() -> None:
    text = catalog().sourcing.text
    printed = {item.question for part in text.part for item in part.item} | set(text.withheld.elsewhere)
    said = {question.id for question in RECORD.book.questions.values() if "request" in question.read_by}
    assert said == printed
