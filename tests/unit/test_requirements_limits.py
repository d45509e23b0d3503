"""How much one answer may hold, and which names mean something."""

import pytest

from catalog.questions import load_questions
from domain.requirements.answers import check_answer
from domain.shared.outcomes import DomainError

BOOK = load_questions()


def test_a_list_of_peaks_is_as_long_as_a_person_would_write_and_its_names_are_names() -> None:
    peak = {"name": "618", "months": [6], "multiplier": 2, "lead_weeks": 4}
    assert len(check_answer(BOOK.questions["peaks"], [peak] * 30, BOOK.codes)) == 30
    for question, value, code in (
        ("peaks", [peak] * 31, "answer.too_many"),
        ("launches", [{}] * 31, "answer.too_many"),
        ("peaks", [{**peak, "name": "a" * 201}], "answer.too_long"),
    ):
        with pytest.raises(DomainError) as refused:
            check_answer(BOOK.questions[question], value, BOOK.codes)
        assert refused.value.code == code


def test_a_time_zone_means_a_place() -> None:
    for zone in ("localtime", "Factory"):
        with pytest.raises(DomainError):
            check_answer(BOOK.questions["time_zone"], zone, BOOK.codes)
    for zone in ("UTC", "Asia/Shanghai"):
        assert check_answer(BOOK.questions["time_zone"], zone, BOOK.codes) == zone
