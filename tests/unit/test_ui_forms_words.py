"""Answers in words: defaults with their unit, totals."""

import pytest

from domain.requirements.answers import Answer
from domain.requirements.questions import Question
from domain.requirements.record import Record, read_record
from services.catalog import catalog
from ui.questionnaire_words import answer_words, default_words, total_words
from words import LANGUAGES, Language

BOOK = catalog().book
QUESTIONS = BOOK.questions


def _record(*channels: str) -> Record:
    return read_record(BOOK, {"channels": Answer(state="answered", value=list(channels))})


ALL_CHANNELS = _record("email", "marketplace", "chat", "phone", "social", "form")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("question", [each for each in QUESTIONS.values() if each.default is not None])
def test_every_default_can_be_said_in_both_languages(question: Question, language: Language) -> None:
    said = default_words(language, ALL_CHANNELS, question)
    assert said
    assert "{" not in said


@pytest.mark.parametrize(
    ("question", "value", "zh", "en"),
    [
        # 0.07 times 100 is 7.000000000000001 in binary.
        ("share_high_value", 0.07, "7%", "7%"),
        ("high_value_threshold", {"amount": "500", "currency": "USD"}, "500\u00a0美元", "US$500"),
        ("average_order_value", {"amount": "12.5", "currency": "EUR"}, "12.50\u00a0欧元", "€12.50"),
        ("standard_reply_h", 24.0, "24 小时", "24 hours"),
        ("need_24_7", False, "否", "No"),
        ("vendor_country", "PL", "波兰", "Poland"),
        ("native_languages", ["de", "fr"], "德语、法语", "German, French"),
        ("languages_share", {"de": 0.6, "fr": 0.4}, "德语 60%、法语 40%", "German 60%, French 40%"),
        ("aht_s", {"email": 420}, "邮件 420 秒", "E-mail 420 seconds"),
    ],
)
def test_an_answer_is_said_as_people_write_it(question: str, value: object, zh: str, en: str) -> None:
    assert answer_words("zh", QUESTIONS[question], value) == zh
    assert answer_words("en", QUESTIONS[question], value) == en


def test_a_default_by_channel_names_the_channels_in_use_only() -> None:
    # data/parameters: 420 s for an e-mail.
    assert default_words("en", _record("email"), QUESTIONS["aht_s"]) == "E-mail 420 seconds"


@pytest.mark.parametrize(
    ("question", "value", "said"),
    [
        ("contacts_month", {"email": 3300, "marketplace": 600, "chat": 1500, "phone": 600}, "6,000"),
        ("languages_share", {"de": 0.4, "fr": 0.25, "es": 0.15, "it": 0.1, "en": 0.1}, "100%"),
        ("coverage", {day: [["09:00", "19:00"]] for day in ("mon", "tue", "wed", "thu", "fri", "sat")}, "60"),
    ],
)
def test_parts_are_added_up(question: str, value: object, said: str) -> None:
    for language in LANGUAGES:
        assert said in total_words(language, QUESTIONS[question], value)


def test_usual_hours_are_said_by_their_names() -> None:
    said = default_words("en", _record("phone"), QUESTIONS["hour_profiles"])
    assert said == "Phone Office hours on weekdays"


@pytest.mark.parametrize(("question", "value"), [("aht_s", {"email": 420}), ("contacts_month", None)])
def test_where_a_sum_means_nothing_none_is_said(question: str, value: object) -> None:
    assert total_words("en", QUESTIONS[question], value) == ""
