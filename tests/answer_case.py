"""One question of any kind, and what becomes of an answer to it."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

import words
from domain.requirements.answers import check_answer
from domain.requirements.questions import Choice, Codes, Kind, Question
from domain.shared.outcomes import DomainError
from domain.shared.sources import Bilingual, Origin

CODES = Codes(
    languages=frozenset({"de", "en", "fr"}),
    countries=frozenset({"DE", "GB", "GR", "CN"}),
    eea=frozenset({"DE", "GR"}),
)
TEXT = Bilingual(zh="问", en="Question")
ORIGIN = Origin(source="house_judgement", locator="", checked_on=date(2026, 11, 22), valid_from="unknown")
CHANNELS = tuple(Choice(id=name, label=TEXT) for name in ("email", "chat", "phone"))
PEAK = {"name": "Black Friday", "months": [12, 11], "multiplier": Decimal("2.0"), "lead_weeks": 4}


def question(kind: Kind, **more: Any) -> Question:
    return Question(
        id="asked", kind=kind, wording=TEXT, help=TEXT, why=TEXT, origin=ORIGIN, read_by=("cost",), **more
    )


def accepted(kind: Kind, value: Any, **more: Any) -> Any:
    return check_answer(question(kind, **more), value, CODES)


def refused(kind: Kind, value: Any, **more: Any) -> DomainError:
    with pytest.raises(DomainError) as caught:
        accepted(kind, value, **more)
    assert caught.value.values["question"] == "asked"
    for language in words.LANGUAGES:
        assert words.say(language, caught.value.code, **dict(caught.value.values))
    return caught.value
