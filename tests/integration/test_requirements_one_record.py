"""One record: an answer that changes is changed in cost, request, KPIs and contract alike, and leaves no trace."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from domain.requirements.answers import Answer, check_answer
from domain.requirements.record import Record, read_record
from services.catalog import catalog
from services.contract import ContractCase, draft
from services.contract_readings import annex_facts, circumstances
from services.costing import cost_json, estimate_record
from services.requirements import from_file
from services.samples import read_sample
from services.sourcing import make_request, request_json
from tests.contract_case import lines

BOOK = catalog().book
TODAY = date(2026, 11, 22)
SAMPLE = from_file(read_sample()[0], sample=True)[1]
# Everything that can be said of calls, so that leaving them out has something to hide.
CALLS: Mapping[str, Any] = {
    "channel_languages": {"phone": {"de": 1.0}},
    "hour_profiles": {"phone": {"template": "office"}},
    "aht_s": {"email": 420, "marketplace": 300, "chat": 720, "phone": 391},
    "recording_planned": True,
    "phone_answer_s": 21,
    "phone_answer_share": 0.81,
    "phone_clock": "queue",
}


def _with(record: Record, **changed: Any) -> Record:
    answers = dict(record.answers)
    for name, value in changed.items():
        checked = check_answer(BOOK.questions[name], value, BOOK.codes)
        answers[name] = Answer(state="answered", value=checked)
    return read_record(BOOK, answers)


def _made(record: Record) -> dict[str, str]:
    """What is made of a record, as text."""
    estimate = estimate_record(record)
    contract = draft(ContractCase(record=record, estimate=estimate, plan=None, typed={}))
    facts = annex_facts(record, None, circumstances(record, None))
    request = make_request(record, None, anonymous=False, today=TODAY)
    return {
        "cost": json.dumps(cost_json(estimate)),
        "request": json.dumps(request_json(request), ensure_ascii=False),
        "kpis": "\n".join(line.id for line in facts.kpis),
        "contract": "\n".join(lines(contract.document("bilingual"))),
    }


BEFORE = _made(SAMPLE)


@pytest.mark.parametrize(
    ("changed", "changes"),
    [
        (
            {"languages_share": {"de": 0.4, "fr": 0.25, "es": 0.15, "pl": 0.1, "en": 0.1}, "language_pools": [["de", "en"]]},
            {"cost", "request", "contract"},
        ),
        ({"channels": ["email", "marketplace", "chat"]}, {"cost", "request", "kpis", "contract"}),
        (
            {"contacts_month": {"email": 6600, "marketplace": 600, "chat": 1500, "phone": 600}},
            {"cost", "request", "contract"},
        ),
    ],
    ids=["language", "channel", "volume"],
)  # fmt: skip
def test_a_change_reaches_everything_that_is_made_of_the_record(
    changed: dict[str, Any], changes: set[str]
) -> None:
    after = _made(_with(SAMPLE, **changed))
    assert {part for part in BEFORE if after[part] != BEFORE[part]} == changes


def test_without_calls_nothing_speaks_of_calls_whatever_was_said_of_them() -> None:
    calling = _with(SAMPLE, **CALLS)
    silent = _with(calling, channels=["email", "marketplace", "chat"])
    spoken = [
        question.id
        for question in BOOK.questions.values()
        if "phone" in json.dumps(silent.value(question.id)) or question.id.startswith("phone_")
        if silent.value(question.id) is not None
    ]
    assert spoken == []
    assert not silent.applies("recording_planned")
    demand = silent.demand()
    assert demand is not None
    assert set(demand) == {"email", "marketplace", "chat"}
    # German only is for calls: the other languages keep their general shares.
    assert silent.languages == calling.languages == ("de", "fr", "es", "it", "en")
    loud, quiet = _made(calling), _made(silent)
    for part in ("cost", "kpis"):
        assert "phone" in loud[part]
        assert "phone" not in quiet[part]
