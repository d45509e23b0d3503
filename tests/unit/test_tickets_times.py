from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from domain.shared.outcomes import DomainError
from tickets.file import from_microseconds
from tickets.times import UnreadableError, ZoneNeededError, read_time, zone_of

BERLIN = ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize(
    ("text", "utc"),
    [
        ("2026-11-20T14:32:05Z", "2026-11-20T14:32:05"),
        ("2026-11-20T14:32:05.250Z", "2026-11-20T14:32:05.250"),
        ("2026-11-20 14:32+01:00", "2026-11-20T13:32:00"),
        ("2026-11-20 14:32:05 +0100", "2026-11-20T13:32:05"),
        ("2026-11-20 14:32:05 UTC", "2026-11-20T14:32:05"),
        ("2026-11-20T14:32:05-0330", "2026-11-20T18:02:05"),
        ("2026-11-20 14:32", "2026-11-20T13:32:00"),
        ("2026/11/20 14:32", "2026-11-20T13:32:00"),
        ("2026/7/1 9:05", "2026-07-01T07:05:00"),
        ("20.11.2026 14:32", "2026-11-20T13:32:00"),
        ("05.10.2026, 14:32:10", "2026-10-05T12:32:10"),
        ("20/11/2026 14:32", "2026-11-20T13:32:00"),
        ("11/20/2026 02:32 PM", "2026-11-20T13:32:00"),
        ("11/20/2026 12:05 am", "2026-11-19T23:05:00"),
        ("2026年11月20日 14:32", "2026-11-20T13:32:00"),
        ("2026年11月20日14:32", "2026-11-20T13:32:00"),
    ],
)
def test_times_are_read_as_spreadsheets_and_help_desks_write_them(text: str, utc: str) -> None:
    assert from_microseconds(read_time(text, BERLIN)) == datetime.fromisoformat(utc).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "yesterday",
        "2026-11-20",
        "20.11.2026",
        "2026-13-01 10:00",
        "2026-02-30 10:00",
        "2026-11-20 24:00",
        "2026-11-20 10:61",
        "45981.605",
        "=NOW()",
        "2026-11-20 10:00 +99:00",
        "2026-11-20 13:00 PM",
    ],
)
def test_what_is_not_a_time_of_day_on_a_real_day_is_unreadable(text: str) -> None:
    with pytest.raises(UnreadableError) as refused:
        read_time(text, BERLIN)
    assert refused.value.reason == "time_unreadable"


@pytest.mark.parametrize("text", ["05/10/2026 14:32", "11-10-2026 09:00"])
def test_day_and_month_that_could_be_swapped_are_not_guessed(text: str) -> None:
    with pytest.raises(UnreadableError) as refused:
        read_time(text, BERLIN)
    assert refused.value.reason == "date_ambiguous"


def test_the_hour_that_summer_time_skips_does_not_exist() -> None:
    with pytest.raises(UnreadableError) as refused:
        read_time("2026-03-29 02:30", BERLIN)
    assert refused.value.reason == "time_skipped"


def test_of_the_hour_that_comes_twice_the_first_is_taken() -> None:
    # At 02:30 on 25 October Berlin is first two hours ahead, an hour later one.
    assert from_microseconds(read_time("2026-10-25 02:30", BERLIN)) == datetime(
        2026, 10, 25, 0, 30, tzinfo=UTC
    )


def test_an_offset_wins_over_the_chosen_zone() -> None:
    assert read_time("2026-10-25 02:30+01:00", BERLIN) == read_time("2026-10-25 01:30Z", None)


def test_a_time_without_offset_needs_a_zone() -> None:
    with pytest.raises(ZoneNeededError):
        read_time("2026-10-25 09:30", None)


@pytest.mark.parametrize("name", ["Europe/Berlln", "../../etc/passwd", "", "/etc/localtime"])
def test_an_unknown_zone_is_refused_by_name(name: str) -> None:
    with pytest.raises(DomainError) as refused:
        zone_of(name)
    assert (refused.value.code, refused.value.values["zone"]) == ("tickets.zone_unknown", name)


@pytest.mark.parametrize(
    "text", ["0001-01-01 00:00", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00"]
)
def test_a_year_no_ticket_can_be_of_is_refused_with_or_without_an_offset(text: str) -> None:
    with pytest.raises(UnreadableError) as refused:
        read_time(text, BERLIN)
    assert refused.value.reason == "year_outside"
