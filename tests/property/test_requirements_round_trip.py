"""Any valid answers survive checking, the file, TOML-like and JSON form, and never break the record."""

import json
from decimal import Decimal

from hypothesis import given, settings

from catalog.checks import load_check_rules
from domain.requirements.answers import Answer, check_answer
from domain.requirements.checks import check_record
from domain.requirements.file import parse_file, to_file
from domain.requirements.record import read_record
from tests.random_answers import BOOK, TEXT, valid_answers

RULES = load_check_rules()


@settings(max_examples=60, deadline=None)
@given(answers=valid_answers(), name=TEXT)
def test_valid_answers_survive_the_file_and_json(answers: dict[str, Answer], name: str) -> None:
    written = json.loads(json.dumps(to_file(name, answers), allow_nan=False), parse_float=Decimal)
    assert parse_file(written, BOOK) == (name.strip(), answers)


@settings(max_examples=60, deadline=None)
@given(answers=valid_answers())
def test_checking_twice_changes_nothing(answers: dict[str, Answer]) -> None:
    for name, answer in answers.items():
        if answer.state == "answered":
            assert check_answer(BOOK.questions[name], answer.value, BOOK.codes) == answer.value


@settings(max_examples=60, deadline=None)
@given(answers=valid_answers())
def test_any_valid_answers_give_a_record_that_can_be_read(answers: dict[str, Answer]) -> None:
    record = read_record(BOOK, answers)
    findings = check_record(record, RULES)
    missing = {finding.place for finding in findings if finding.code == "requirements.check.missing"}
    assert missing == set(record.missing)
    assert set(record.missing).isdisjoint(record.assumptions)
    assert all(0 <= part.settled <= part.total for part in record.progress)
    assert sum(part.total for part in record.progress) == len(record.applicable)
    assert all(question.id in BOOK.questions for question in record.applicable)
