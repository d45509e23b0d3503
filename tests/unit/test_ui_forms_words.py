"""Answers in words: defaults with their unit, totals."""

import pytest

from domain.requirements.answers import Answer
from domain.requirements.questions import Question
from domain.requirements.record import Record, read_record
from domain.shared.contents import NOTHING, Content
from services.catalog import catalog
from ui.questionnaire_words import answer_words, content_words, default_words, home_hours, total_words
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


def test_an_answer_is_said_with_its_unit_and_the_labels_of_its_question() -> None:
    # tests/unit/test_words_answers.py goes through every kind.
    for question, value, zh, en in (
        ("standard_reply_h", 24.0, "24 小时", "24 hours"),
        ("aht_s", {"email": 420}, "邮件 420 秒", "E-mail 420 seconds"),
        ("returns_owner", "merchant", "商家", "Merchant"),
    ):
        assert answer_words("zh", BOOK, question, value) == zh
        assert answer_words("en", BOOK, question, value) == en


@pytest.mark.parametrize(
    ("content", "zh", "en"),
    [
        (NOTHING, "未回答", "Not answered"),
        (Content(value=0.07), "7%", "7%"),
        (Content(value=0.07, origin="default"), "7%（已接受的默认值）", "7% (default accepted)"),
        (Content(value=0.07, origin="sample"), "7%（示例数据）", "7% (sample data)"),
        (Content(value=0.07, origin="import"), "7%（来自导入的文件）", "7% (from an imported file)"),
        (Content(value=0.07, origin="pack:ebay"), "7%（来自平台规则）", "7% (from platform rules)"),
        (Content(value=1.4, state="draft"), "140%（不符合要求，未采用）", "140% (not accepted)"),
        (Content(value="many", state="draft"), "many（不符合要求，未采用）", "many (not accepted)"),
        (Content(value=0.07, state="later"), "以后再答", "To be answered later"),
        (Content(state="not_applicable"), "不适用", "Not applicable"),
    ],
)
def test_what_is_stored_is_said_with_its_state_and_origin(content: Content, zh: str, en: str) -> None:
    assert content_words("zh", BOOK, "share_high_value", content) == zh
    assert content_words("en", BOOK, "share_high_value", content) == en


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize(
    "value", ["x", 3, 0.5, True, [], [["x"]], [{"name": "x"}], {}, {"x": "y"}, {"x": [["a"]]}]
)
def test_a_refused_answer_of_any_shape_can_be_shown(question: str, value: object) -> None:
    for language in LANGUAGES:
        assert content_words(language, BOOK, question, Content(value=value, state="draft"))


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
    assert said == "Phone: Office hours on weekdays"


def test_hours_are_said_by_the_merchants_clock_too() -> None:
    # 09:00 in Berlin is 16:00 in Beijing in winter and 15:00 in summer.
    answers = {
        "merchant_country": "CN",
        "time_zone": "Europe/Berlin",
        "coverage": {"mon": [["09:00", "12:00"]]},
        "markets": ["DE", "GB"],
        "coverage_by_market": {"GB": {"tue": [["09:00", "12:00"]]}},
    }
    record = read_record(
        BOOK, {name: Answer(state="answered", value=value) for name, value in answers.items()}
    )
    (said,) = home_hours("en", record, QUESTIONS["coverage"])
    assert "in winter Mon 16:00–19:00" in said
    assert "in summer Mon 15:00–18:00" in said
    # London is an hour behind Berlin all year.
    (said,) = home_hours("en", record, QUESTIONS["coverage_by_market"])
    assert said.startswith("United Kingdom · ")
    assert "Tue 17:00–20:00" in said


def test_hours_are_not_said_twice_where_the_clocks_agree() -> None:
    answers = {
        "merchant_country": "DE",
        "time_zone": "Europe/Vienna",
        "coverage": {"mon": [["09:00", "12:00"]]},
    }
    record = read_record(
        BOOK, {name: Answer(state="answered", value=value) for name, value in answers.items()}
    )
    assert home_hours("en", record, QUESTIONS["coverage"]) == []


def test_a_night_is_said_as_one_window_that_ends_on_the_next_day() -> None:
    # Monday to Saturday 9 to 19 in Berlin is 16 to 2 in Beijing in winter; on Sunday at 2 the last one ends.
    week = {day: [["09:00", "19:00"]] for day in ("mon", "tue", "wed", "thu", "fri", "sat")}
    answers = {"merchant_country": "CN", "time_zone": "Europe/Berlin", "coverage": week}
    record = read_record(
        BOOK, {name: Answer(state="answered", value=value) for name, value in answers.items()}
    )
    (said,) = home_hours("en", record, QUESTIONS["coverage"])
    assert "in winter Mon–Sat 16:00–02:00 (+1); in summer Mon–Sat 15:00–01:00 (+1)" in said


@pytest.mark.parametrize(("question", "value"), [("aht_s", {"email": 420}), ("contacts_month", None)])
def test_where_a_sum_means_nothing_none_is_said(question: str, value: object) -> None:
    assert total_words("en", QUESTIONS[question], value) == ""
