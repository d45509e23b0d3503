"""Hours of service in other zones, and for a language across its markets."""

from datetime import date
from typing import Any

import pytest

from catalog.questions import load_questions
from domain.requirements.answers import Answer
from domain.requirements.hours import WINTER, in_zone, joined
from domain.requirements.record import Record, read_record

BOOK = load_questions()
WEEKDAYS_9_18 = {day: [["09:00", "18:00"]] for day in ("mon", "tue", "wed", "thu", "fri")}
SUMMER = date(2026, 7, 15)


def _record(**values: Any) -> Record:
    return read_record(
        BOOK, {question: Answer(state="answered", value=value) for question, value in values.items()}
    )


@pytest.mark.parametrize(("day", "expected"), [(WINTER, ["16:00", "24:00"]), (SUMMER, ["15:00", "24:00"])])
def test_a_working_day_in_berlin_ends_at_midnight_or_later_in_beijing(day: date, expected: list[str]) -> None:
    # Berlin is 7 hours behind Beijing in winter and 6 in summer; 18:00 in Berlin is 01:00 or 00:00 there.
    seen = in_zone({"mon": [["09:00", "18:00"]]}, "Asia/Shanghai", of="Europe/Berlin", on=day)
    assert seen["mon"] == [expected]
    assert seen.get("tue") == ([["00:00", "01:00"]] if day == WINTER else None)


def test_sunday_night_goes_on_on_monday() -> None:
    # 20:00 to 24:00 in Berlin is 03:00 to 07:00 of the next day in Beijing; of Sunday that is Monday.
    seen = in_zone({"sun": [["16:00", "24:00"]]}, "Asia/Shanghai", of="Europe/Berlin")
    assert seen == {"sun": [["23:00", "24:00"]], "mon": [["00:00", "07:00"]]}


def test_there_and_back_gives_the_same_hours() -> None:
    there = in_zone(WEEKDAYS_9_18, "America/New_York", of="Asia/Kolkata")
    assert in_zone(there, "Asia/Kolkata", of="America/New_York") == WEEKDAYS_9_18


def test_joined_hours_count_once() -> None:
    early, late = {"mon": [["09:00", "13:00"]]}, {"mon": [["12:00", "17:00"]], "sat": [["10:00", "12:00"]]}
    assert joined([early, late]) == {"mon": [["09:00", "17:00"]], "sat": [["10:00", "12:00"]]}


def test_hours_are_shown_to_the_merchant_in_its_own_zone() -> None:
    record = _record(coverage={"mon": [["09:00", "12:00"]]}, time_zone="Europe/Berlin", merchant_country="CN")
    assert record.schedule_in("Asia/Shanghai") == {"mon": [["16:00", "19:00"]]}
    assert _record(time_zone="Europe/Berlin").schedule_in("Asia/Shanghai") is None
    assert _record(coverage=WEEKDAYS_9_18).schedule_in("Asia/Shanghai") is None


MARKETS = {
    "markets": ["DE", "GB", "IE"],
    "languages_share": {"de": 0.5, "en": 0.3, "pl": 0.2},
    "coverage": WEEKDAYS_9_18,
    "time_zone": "Europe/Berlin",
}


def test_a_language_is_served_in_the_hours_of_its_markets() -> None:
    # General 9-18 in Berlin on five days: 45 h. London 9-18 is 10-19 in Berlin: with Ireland on general hours
    # English is needed 9-19, 50 h; German customers keep 45 h, and Polish ones live in no named market.
    record = _record(**MARKETS, coverage_by_market={"GB": WEEKDAYS_9_18})
    assert record.coverage_of_language("en") == 50
    assert record.coverage_of_language("de") == 45
    assert record.coverage_of_language("pl") == 45


def test_where_every_market_of_a_language_has_hours_of_its_own_the_general_ones_do_not_count() -> None:
    only = {**MARKETS, "markets": ["DE", "GB"]}
    record = _record(**only, coverage_by_market={"GB": {"mon": [["09:00", "17:00"]]}})
    assert record.coverage_of_language("en") == 8


def test_hours_of_a_market_that_is_not_chosen_are_left_unread() -> None:
    record = _record(**{**MARKETS, "markets": ["DE", "IE"]}, coverage_by_market={"GB": WEEKDAYS_9_18})
    assert record.value("coverage_by_market") == {}
    assert record.coverage_of_language("en") == 45


def test_around_the_clock_every_language_has_the_whole_week() -> None:
    record = _record(**{**MARKETS, "need_24_7": True}, coverage_by_market={"GB": WEEKDAYS_9_18})
    assert record.coverage_of_language("en") == 168
    assert _record(need_24_7=True).coverage_of_language("de") == 168


def test_without_any_hours_nothing_is_assumed() -> None:
    assert _record(markets=["DE"]).coverage_of_language("de") is None
