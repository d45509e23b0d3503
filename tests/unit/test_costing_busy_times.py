"""What is pointed out about the times of service: round the clock, and contacts that come strangely evenly."""

from typing import Any

import pytest

from domain.shared.measures import WEEKDAYS
from domain.shared.outcomes import Finding
from services.costing import estimate_record
from services.sentences import finding_sentence
from tests.unit.test_costing_setup_and_pools import record
from words import LANGUAGES

ALWAYS = {"need_24_7": True, "without": "coverage"}
# Ten hours of every day with as many calls in each.
EVENLY = dict.fromkeys(WEEKDAYS, [0] * 9 + [1] * 10 + [0] * 5)


def findings(code: str, **changes: Any) -> list[Finding]:
    return [each for each in estimate_record(record(**changes)).findings if each.code == code]


def test_service_round_the_clock_shows_its_surcharges_beside_the_one_sum_some_vendors_charge() -> None:
    (found,) = findings("costing.round_the_clock", **ALWAYS)
    assert (found.values["low_percent"], found.values["high_percent"]) == (15, 25)
    assert found.source == "w62"
    for language in LANGUAGES:
        assert "15" in finding_sentence(language, found)


def test_the_surcharges_of_a_week_round_the_clock() -> None:
    """Service rests on public holidays: 42 h of Saturdays and Sundays, and the nights of all seven days.

    A night of 22 to 6 is a third of the day at 25 %. Where the highest counts alone, weekend nights pay for the
    weekend instead, so at least 5/7 x 1/3 x 25 % = 5.95 % and at most all of it together are due.
    """
    (found,) = findings("costing.round_the_clock", holiday_calendar="vendor_site", **ALWAYS)
    saturday, sunday = 0.25 / 7, 0.50 / 7
    least = 5 / 7 / 3 * 0.25 + saturday + sunday
    assert 100 * least <= found.values["given_percent"] + 1e-9
    assert found.values["given_percent"] <= 100 * (0.25 / 3 + saturday + sunday) + 1e-9


def test_shorter_hours_are_not_round_the_clock() -> None:
    assert not findings("costing.round_the_clock")


def test_usual_patterns_of_calls_and_chats_are_not_pointed_out() -> None:
    assert not [each for each in findings("costing.unusual_value") if each.place.startswith("hour_profiles")]


def test_calls_that_come_evenly_are_pointed_out_because_the_busiest_hour_decides() -> None:
    """As many calls in each hour is 1.0 times the average; 1.3 to 2.2 is usual."""
    found = findings("costing.unusual_value", hour_profiles={"phone": {"weights": EVENLY}})
    (even,) = [each for each in found if each.place == "hour_profiles.phone"]
    assert even.values["given"] == pytest.approx(1)
    assert (even.values["low"], even.values["high"]) == (1.3, 2.2)
