"""A figure that nobody stated is traced to the parameter of the data it is, in the cost file and in the request."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import pytest

from domain.requirements.answers import Answer
from domain.requirements.record import Record, read_record
from services.catalog import catalog
from services.costing import cost_json, estimate_record
from services.requirements import from_file
from services.samples import SAMPLES, read_sample
from services.sourcing import make_request, request_json

BOOK = catalog().book
TODAY = date(2026, 11, 23)
# What the parameters give: every question that takes its default from one, so that none can be forgotten here.
BORROWED = {
    question.id
    for question in BOOK.questions.values()
    if question.default_parameter or question.default_parameters
}


def _record(
    sample: str, *, stated: Mapping[str, Any] = {}, without: set[str] = BORROWED
) -> Record:  # never changed
    """A sample whose borrowed figures are left to their defaults, but for what is stated."""
    answers = from_file(read_sample(sample)[0], sample=True)[1].answers
    kept = {question: answer for question, answer in answers.items() if question not in without}
    given = {question: Answer(state="answered", value=value) for question, value in stated.items()}
    return read_record(BOOK, {**kept, **given})


def _origins(record: Record) -> dict[str, tuple[str, str]]:
    """Of every figure of the request and the cost file, by path."""
    made = make_request(record, None, anonymous=False, today=TODAY)
    files = {"request": request_json(made), "cost": cost_json(estimate_record(record))}
    return {
        f"{name}.{path}": (origin["kind"], origin["id"])
        for name, file in files.items()
        for path, origin in file["from"].items()
    }


def _wrong(record: Record) -> Iterator[str]:
    """Figures said to be answers of a question nobody answered that takes its default from a parameter."""
    for path, (kind, named) in _origins(record).items():
        if kind == "question" and named in BORROWED:
            channel = path.rpartition(".")[2]
            parts = record.defaulted_channels(named) if isinstance(record.value(named), dict) else ()
            if record.origin(named) == "default" or channel in parts:
                yield path


@pytest.mark.parametrize("sample", SAMPLES)
def test_no_default_of_a_parameter_passes_for_an_answer(sample: str) -> None:
    assert list(_wrong(_record(sample))) == []
    # Where the figures were stated they are answers, and a part of them may be.
    assert list(_wrong(_record(sample, without=set()))) == []
    assert list(_wrong(_record(sample, stated={"aht_s": {"chat": 700}}))) == []


def test_the_figures_that_were_stated_stay_answers() -> None:
    origins = _origins(_record("shenzhen-eu", stated={"aht_s": {"email": 500}, "occupancy": 0.8}))
    assert origins["request.figures.handling.email.aht_s"] == ("question", "aht_s")
    assert origins["request.figures.answers.aht_s.email"] == ("question", "aht_s")
    assert origins["request.figures.handling.chat.aht_s"] == ("data", "parameters.aht_chat_session_s")
    assert origins["request.figures.answers.aht_s.chat"] == ("data", "parameters.aht_chat_session_s")


def test_the_likely_value_of_an_uncertain_input_says_who_gave_it() -> None:
    record = _record("shenzhen-eu", stated={"aht_s": {"email": 500}, "shrinkage": 0.25})
    told = cost_json(estimate_record(record))
    place = {each["id"]: number for number, each in enumerate(told["uncertainty"]["inputs"])}

    def origin(name: str) -> str:
        return str(told["from"][f"uncertainty.inputs.{place[name]}.likely"]["id"])

    assert origin("aht_s.email") == "aht_s"
    assert origin("aht_s.chat") == "parameters.aht_chat_session_s"
    assert origin("shrinkage") == "shrinkage"
    assert origin("occupancy") == "parameters.occupancy_max"


def test_in_mainland_china_its_own_parameter_is_named() -> None:
    origins = _origins(_record("tmall-cosmetics"))
    assert origins["request.figures.handling.chat.aht_s"] == ("data", "parameters.cn_chat_session_s")


@pytest.mark.parametrize("sample", SAMPLES)
def test_every_parameter_that_is_named_exists(sample: str) -> None:
    named = {name for kind, name in _origins(_record(sample)).values() if name.startswith("parameters.")}
    assert named
    assert {name.removeprefix("parameters.") for name in named} <= set(catalog().parameters)
