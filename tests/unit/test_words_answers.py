"""Answers of every kind in words, written out by hand in both languages."""

from typing import Any, get_args

import pytest

from domain.requirements.questions import Kind
from words.answers import answer_in_words, hours_in_words

LABELS = {
    "zh": {"email": "邮件", "chat": "在线聊天", "office": "办公时间"},
    "en": {"email": "E-mail", "chat": "Live chat", "office": "Office hours"},
}
NINE_TO_SIX = [["09:00", "18:00"]]
OFFICE = dict.fromkeys(("mon", "tue", "wed", "thu", "fri"), NINE_TO_SIX)
SAID: dict[str, tuple[Any, str, str]] = {
    "text": ("Muster 贸易", "Muster 贸易", "Muster 贸易"),
    "long_text": ("one\ntwo", "one\ntwo", "one\ntwo"),
    "integer": (6000, "6,000", "6,000"),
    "number": (1.25, "1.25", "1.25"),
    # 0.07 times 100 is 7.000000000000001 in binary.
    "share": (0.07, "7%", "7%"),
    "money": ({"amount": "12.5", "currency": "EUR"}, "12.50\u00a0欧元", "€12.50"),
    "boolean": (False, "否", "No"),
    "choice": ("email", "邮件", "E-mail"),
    "choices": (["email", "chat"], "邮件、在线聊天", "E-mail, Live chat"),
    "country": ("PL", "波兰", "Poland"),
    "countries": (["DE", "PL"], "德国、波兰", "Germany, Poland"),
    "languages": (["de", "fr"], "德语、法语", "German, French"),
    "shares_by_language": ({"de": 0.6, "fr": 0.4}, "德语 60%、法语 40%", "German 60%, French 40%"),
    "numbers_by_language": ({"de": 3.5, "fr": 1}, "德语 3.5、法语 1", "German 3.5, French 1"),
    "levels_by_language": ({"de": "C1", "fr": "native"}, "德语 C1、法语 母语", "German C1, French Native"),
    "integer_by_channel": ({"email": 3300, "chat": 0}, "邮件 3,300、在线聊天 0", "E-mail 3,300, Live chat 0"),
    "seconds_by_channel": ({"email": 420}, "邮件 420", "E-mail 420"),
    "shares_by_channel_language": (
        {"email": {"de": 1}, "chat": {"de": 0.5, "fr": 0.5}},
        "邮件：德语 100%；在线聊天：德语 50%、法语 50%",
        "E-mail: German 100%; Live chat: German 50%, French 50%",
    ),
    "profiles_by_channel": (
        {"email": {"template": "office"}, "chat": {"weights": {"mon": [1] * 24}}},
        "邮件：办公时间；在线聊天：按小时自行填写",
        "E-mail: Office hours; Live chat: Drawn by hand",
    ),
    "schedule": (
        {**OFFICE, "sat": [["09:00", "12:00"], ["13:00", "17:00"]]},
        "周一至周五 09:00–18:00；周六 09:00–12:00、13:00–17:00",
        "Mon–Fri 09:00–18:00; Sat 09:00–12:00, 13:00–17:00",
    ),
    "schedules_by_market": (
        {"DE": OFFICE, "FR": {"sun": NINE_TO_SIX}},
        "德国：周一至周五 09:00–18:00；法国：周日 09:00–18:00",
        "Germany: Mon–Fri 09:00–18:00; France: Sun 09:00–18:00",
    ),
    "peaks": (
        [
            {"name": "Sale", "months": [11, 12], "multiplier": 2.5, "lead_weeks": 6},
            {"name": "Prime Day", "start": "07-08", "end": "07-11", "multiplier": 3, "lead_weeks": 4},
        ],
        "Sale：11月、12月，为平时的 2.5 倍，提前 6 周通知；Prime Day：7月8日至7月11日，为平时的 3 倍，提前 4 周通知",
        (
            "Sale: Nov, Dec, 2.5 times the usual volume, notice 6 weeks; "
            "Prime Day: 8 Jul–11 Jul, 3 times the usual volume, notice 4 weeks"
        ),
    ),
    "launches": (
        [{"name": "Lamp", "on": "2027-03-01", "weeks": 3, "multiplier": 1.5}],
        "Lamp：自2027年3月1日起 3 周，为平时的 1.5 倍",
        "Lamp: 3 weeks from 1 Mar 2027, 1.5 times the usual volume",
    ),
    "pools": (
        [["de", "fr"], ["it", "es"]],
        "德语 + 法语；意大利语 + 西班牙语",
        "German + French; Italian + Spanish",
    ),
    "time_zone": ("Europe/Berlin", "柏林（Europe/Berlin）", "Berlin (Europe/Berlin)"),
    "date": ("2026-11-20", "2026年11月20日", "20 Nov 2026"),
}


@pytest.mark.parametrize("kind", SAID)
def test_an_answer_is_said_as_people_write_it(kind: str) -> None:
    value, zh, en = SAID[kind]
    assert answer_in_words("zh", kind, value, labels=LABELS["zh"]) == zh
    assert answer_in_words("en", kind, value, labels=LABELS["en"]) == en


def test_no_kind_of_question_is_without_words() -> None:
    assert set(SAID) == set(get_args(Kind))


def test_a_unit_stands_behind_each_number() -> None:
    assert answer_in_words("zh", "number", 24.0, unit="hour") == "24 小时"
    assert (
        answer_in_words(
            "en", "seconds_by_channel", {"email": 420, "chat": 300}, unit="second", labels=LABELS["en"]
        )
        == "E-mail 420 seconds, Live chat 300 seconds"
    )


def test_days_that_do_not_follow_each_other_are_said_apart() -> None:
    week = {"mon": NINE_TO_SIX, "wed": NINE_TO_SIX, "thu": NINE_TO_SIX, "tue": []}
    assert hours_in_words("en", week) == "Mon 09:00–18:00; Wed–Thu 09:00–18:00"


@pytest.mark.parametrize(("kind", "none"), [("peaks", "None"), ("launches", "None"), ("pools", "None")])
def test_an_empty_list_says_that_there_are_none(kind: str, none: str) -> None:
    assert answer_in_words("en", kind, []) == none
    assert answer_in_words("zh", kind, []) == "没有"


@pytest.mark.parametrize("kind", ["choices", "countries", "languages", "schedule", "shares_by_language"])
def test_an_answer_without_parts_is_a_dash_and_never_blank(kind: str) -> None:
    assert answer_in_words("en", kind, {} if kind.startswith("s") else []) == "–"


def test_a_choice_that_is_offered_no_more_is_shown_by_its_id() -> None:
    assert answer_in_words("en", "choice", "fax", labels=LABELS["en"]) == "fax"


def test_a_day_that_only_leap_years_have_can_be_said() -> None:
    peak = {"name": "x", "start": "02-29", "end": "03-01", "multiplier": 2, "lead_weeks": 1}
    assert "29 Feb–1 Mar" in answer_in_words("en", "peaks", [peak])
