"""The published schema refuses what reading a file would refuse, as far as a schema can say it."""

import json
from copy import deepcopy
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # ships no type information

from domain.requirements import schema
from domain.requirements.answers import Answer
from domain.requirements.file import parse_file, to_file
from domain.requirements.questions import Kind
from domain.requirements.schema import requirements_schema
from services.samples import SAMPLES, read_sample
from tests.random_answers import BOOK, TEXT, valid_answers

MADE = requirements_schema(BOOK)
VALIDATOR = Draft202012Validator(MADE)


def sample(name: str = SAMPLES[0]) -> dict[str, Any]:
    """A sample as the JSON that the portal writes."""
    written: dict[str, Any] = json.loads(json.dumps(to_file(*parse_file(read_sample(name)[0], BOOK))))
    return written


def test_it_is_a_schema_of_draft_2020_12() -> None:
    Draft202012Validator.check_schema(MADE)
    assert MADE["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_every_kind_of_question_has_a_schema_and_every_question_is_in_it() -> None:
    assert set(schema._KINDS) == set(get_args(Kind))
    assert list(MADE["properties"]["answers"]["properties"]) == list(BOOK.questions)


@pytest.mark.parametrize("name", SAMPLES)
def test_every_sample_is_valid(name: str) -> None:
    assert not list(VALIDATOR.iter_errors(sample(name)))


@settings(max_examples=40, deadline=None)
@given(answers=valid_answers(), name=TEXT)
def test_whatever_a_person_can_answer_is_valid(answers: dict[str, Answer], name: str) -> None:
    written = json.loads(json.dumps(to_file(name, answers)))
    assert not [error.message for error in VALIDATOR.iter_errors(written)]


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("ocupancy", 0.8),
        ("occupancy", "80 %"),
        ("occupancy", 80),
        ("shrinkage", -0.1),
        ("merchant_name", ""),
        ("merchant_name", "two\nlines"),
        ("merchant_name", "x" * 201),
        ("merchant_country", "XX"),
        ("markets", []),
        ("markets", ["DE", "DE"]),
        ("channels", ["telepathy"]),
        ("languages_share", {"xx": 1}),
        ("languages_share", {"de": 1.5}),
        ("contacts_month", {"email": 1.5}),
        ("contacts_month", {"email": -1}),
        ("budget_month", {"amount": "20000"}),
        ("budget_month", {"amount": "1e9", "currency": "EUR"}),
        ("budget_month", {"amount": "1", "currency": "CHF"}),
        ("cross_border", "yes"),
        ("coverage", {"mon": [["9:00", "18:00"]]}),
        ("coverage", {"someday": [["09:00", "18:00"]]}),
        ("peaks", [{"name": "x", "months": [13], "multiplier": 2, "lead_weeks": 4}]),
        ("peaks", [{"name": "x", "multiplier": 2, "lead_weeks": 4}]),
        (
            "peaks",
            [
                {
                    "name": "x",
                    "months": [1],
                    "start": "01-01",
                    "end": "02-01",
                    "multiplier": 2,
                    "lead_weeks": 4,
                }
            ],
        ),
        ("hour_profiles", {"email": {"template": "never"}}),
        ("hour_profiles", {"email": {"weights": {"mon": [1] * 23}}}),
        ("contract_start", "20 November 2026"),
        ("pilot_weeks", 4.5),
    ],
)
def test_unknown_questions_wrong_types_and_values_outside_the_limits_are_refused(
    question: str, value: Any
) -> None:
    written = sample()
    written["answers"][question] = value
    assert list(VALIDATOR.iter_errors(written))


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "kefu.plan"},
        {"version": 2},
        {"name": " "},
        {"speed": 1},
        {"later": ["ocupancy"]},
        {"origins": {"occupancy": "guessed"}},
    ],
)
def test_anything_else_in_the_file_is_refused_as_well(change: dict[str, Any]) -> None:
    assert list(VALIDATOR.iter_errors({**sample(), **change}))


def test_the_limits_of_each_number_are_those_of_its_question() -> None:
    for question in BOOK.questions.values():
        if question.kind not in {"integer", "number", "share"}:
            continue
        made = MADE["properties"]["answers"]["properties"][question.id]
        if question.minimum is not None:
            assert made["minimum"] == float(question.minimum), question.id
        if question.maximum is not None:
            assert made["maximum"] == float(question.maximum), question.id


def test_the_schema_describes_answers_in_both_languages() -> None:
    titles = deepcopy(MADE["properties"]["answers"]["properties"])
    wording = BOOK.questions["occupancy"].wording
    assert titles["occupancy"]["title"] == f"{wording.en} / {wording.zh}"
