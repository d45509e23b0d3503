"""The file of requirements: every mistake is named with its key and how to mend it."""

from typing import Any

import pytest

import words
from catalog.questions import load_questions
from domain.requirements.answers import Answer
from domain.requirements.file import parse_file, to_file
from domain.shared.outcomes import DomainError

BOOK = load_questions()
FILE: dict[str, Any] = {
    "kind": "kefu.requirements",
    "version": 1,
    "name": "Winter project",
    "answers": {"merchant_country": "CN", "channels": ["email"]},
    "later": ["shops"],
    "not_applicable": ["weekend"],
}


def _refused(**changes: Any) -> DomainError:
    with pytest.raises(DomainError) as caught:
        parse_file({**FILE, **changes}, BOOK)
    for language in words.LANGUAGES:
        assert words.say(language, caught.value.code, **dict(caught.value.values))
    return caught.value


def test_a_file_gives_a_name_and_checked_answers_in_the_order_of_the_questions() -> None:
    name, answers = parse_file(FILE, BOOK)
    assert name == "Winter project"
    assert answers == {
        "merchant_country": Answer(state="answered", value="CN"),
        "shops": Answer(state="later"),
        "channels": Answer(state="answered", value=["email"]),
        "weekend": Answer(state="not_applicable"),
    }
    assert list(answers) == [question for question in BOOK.questions if question in answers]


def test_origins_survive_the_file() -> None:
    answers = {
        "occupancy": Answer(state="answered", value=0.85, origin="default"),
        "shops": Answer(state="later", origin="sample"),
        "forum": Answer(state="answered", value="court"),
    }
    assert parse_file(to_file("x", answers), BOOK)[1] == answers


def test_an_unknown_question_is_named_with_the_nearest_known_one() -> None:
    refusal = _refused(answers={"chanels": ["email"]})
    assert (refusal.values["key"], refusal.values["near"]) == ("answers.chanels", "channels")
    assert _refused(anwsers={}).values["near"] == "answers"
    assert _refused(later=["shop"]).values["near"] == "shops"


@pytest.mark.parametrize("name", ["extra", "foo", "nope"])
def test_a_name_like_no_question_is_not_given_a_far_one(name: str) -> None:
    refusal = _refused(answers={name: 1})
    assert (refusal.code, refusal.values["key"]) == ("requirements.file.unknown_key_alone", f"answers.{name}")


def test_a_bad_entry_of_an_answer_is_found_by_its_key() -> None:
    refusal = _refused(answers={"aht_s": {"email": 300, "chat": 0}})
    assert (refusal.code, refusal.values["key"]) == ("answer.below", "answers.aht_s.chat")
    refusal = _refused(answers={"launches": [{"month": 3}]})
    assert (refusal.code, refusal.values["key"]) == ("answer.unknown_peak_key", "answers.launches.1")


def test_a_bad_answer_keeps_its_reason_and_gains_its_place() -> None:
    refusal = _refused(answers={"languages_share": {"de": 0.9}})
    assert (refusal.code, refusal.values["key"]) == ("answer.shares_miss", "answers.languages_share")
    assert refusal.values["by"] == "10%"


@pytest.mark.parametrize(
    ("changes", "code", "key"),
    [
        ({"kind": "kefu.plan"}, "kind", "kind"),
        ({"version": 2}, "version", "version"),
        ({"version": True}, "version", "version"),
        ({"name": ""}, "name", "name"),
        ({"name": "x" * 121}, "name", "name"),
        ({"later": "shops"}, "not_a_list", "later"),
        ({"later": ["channels"]}, "said_twice", "later"),
        ({"later": ["shops", "shops"]}, "said_twice", "later"),
        ({"answers": []}, "not_a_table", "answers"),
        ({"origins": {"channels": "guess"}}, "origin", "origins.channels"),
        ({"origins": {"forum": "default"}}, "origin_without_answer", "origins.forum"),
    ],
)
def test_a_malformed_file_is_refused_by_key(changes: dict[str, Any], code: str, key: str) -> None:
    refusal = _refused(**changes)
    assert (refusal.code, refusal.values["key"]) == (f"requirements.file.{code}", key)
