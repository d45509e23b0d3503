"""Hours, peaks and days: what is accepted and in which form, what is refused and with which words."""

from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any

import pytest

from domain.requirements.answers import check_answer
from domain.requirements.tables import hours_a_week
from domain.shared.outcomes import DomainError
from tests.answer_case import CODES, PEAK, accepted, question, refused


def test_monday_to_saturday_ten_hours_are_sixty() -> None:
    days = ("mon", "tue", "wed", "thu", "fri", "sat")
    schedule = accepted("schedule", {day: [["09:00", "19:00"]] for day in reversed(days)})
    assert tuple(schedule) == days
    assert hours_a_week(schedule) == 60


def test_a_lunch_break_makes_two_windows_and_a_night_ends_at_midnight() -> None:
    schedule = accepted(
        "schedule", {"mon": [["13:00", "18:00"], ["09:00", "12:00"]], "sun": [], "tue": [["22:00", "24:00"]]}
    )
    assert schedule == {"mon": [["09:00", "12:00"], ["13:00", "18:00"]], "tue": [["22:00", "24:00"]]}
    assert hours_a_week(schedule) == 10


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ({}, "empty"),
        ({"mon": []}, "no_hours"),
        ({"monday": [["09:00", "10:00"]]}, "unknown_weekday"),
        ({"mon": [["9:00", "10:00"]]}, "not_a_clock"),
        ({"mon": [["09:00", "24:30"]]}, "not_a_clock"),
        ({"mon": [["22:00", "06:00"]]}, "window_ends_first"),
        ({"mon": [["09:00", "12:00"], ["11:00", "13:00"]]}, "windows_overlap"),
        ({"mon": [["09:00"]]}, "not_a_window"),
        ("always", "not_a_table"),
    ],
)
def test_hours_that_cannot_be_served_are_refused(value: Any, reason: str) -> None:
    assert refused("schedule", value).code == f"answer.{reason}"


def test_a_peak_has_name_months_multiple_and_lead() -> None:
    assert accepted("peaks", [PEAK]) == [
        {"name": "Black Friday", "months": [11, 12], "multiplier": 2.0, "lead_weeks": 4}
    ]
    assert accepted("peaks", []) == []


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"name": " "}, "peak_lacks"),
        ({"months": [13]}, "not_a_month"),
        ({"months": [11, 11]}, "months_twice"),
        ({"multiplier": 0.5}, "multiplier_outside"),
        ({"multiplier": "2"}, "number_as_text"),
        ({"lead_weeks": -1}, "lead_outside"),
        ({"weeks": 4}, "unknown_peak_key"),
    ],
)
def test_a_peak_that_makes_no_sense_is_refused(change: dict[str, Any], reason: str) -> None:
    refusal = refused("peaks", [{**PEAK, **change}], minimum=Decimal(1), maximum=Decimal(10))
    assert refusal.code == f"answer.{reason}"


def test_a_time_of_toml_is_a_clock_and_seconds_are_none() -> None:
    assert accepted("schedule", {"mon": [[time(9, 0), time(18, 30)]]}) == {"mon": [["09:00", "18:30"]]}
    assert refused("schedule", {"mon": [[time(9, 0, 30), "18:00"]]}).code == "answer.not_a_clock"


def test_zones_and_dates_are_real() -> None:
    assert accepted("time_zone", "Europe/Berlin") == "Europe/Berlin"
    assert refused("time_zone", "Berlin").code == "answer.unknown_time_zone"
    assert accepted("date", date(2026, 11, 20)) == "2026-11-20"
    assert refused("date", "20.11.2026").code == "answer.not_a_date"
    assert refused("date", "2026-02-30").code == "answer.not_a_date"


def test_a_date_has_no_time_of_day_however_the_file_writes_it() -> None:
    assert refused("date", "2027-02-01T00:00:00Z").code == "answer.not_a_date"
    assert refused("date", datetime(2027, 2, 1, tzinfo=UTC)).code == "answer.not_a_date"


@pytest.mark.parametrize("far", ["0001-01-01", "1989-12-31", "2101-01-01", "9999-12-31", date(9999, 12, 31)])
def test_a_date_of_a_year_nobody_means_is_refused_with_the_years(far: str | date) -> None:
    refusal = refused("date", far)
    assert (refusal.code, refusal.values["given"]) == ("answer.year_outside", str(far))
    assert (refusal.values["minimum"], refusal.values["maximum"]) == (1990, 2100)


def test_the_first_and_the_last_day_that_can_be_meant_are_accepted() -> None:
    assert accepted("date", "1990-01-01") == "1990-01-01"
    assert accepted("date", "2100-12-31") == "2100-12-31"


def test_a_refusal_of_the_hours_names_the_day_and_the_time_as_it_was_written() -> None:
    for value, code, given in (
        ({"tue": "closed"}, "answer.not_a_list", "closed"),
        ({"tue": [[time(9), time(18, 0, 30)]]}, "answer.not_a_clock", "18:00:30"),
    ):
        with pytest.raises(DomainError) as refused:
            check_answer(question("schedule"), value, CODES)
        assert (refused.value.code, refused.value.values["part"]) == (code, "tue")
        assert refused.value.values["given"] == given
