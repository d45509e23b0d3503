"""Rows that were rejected are told where a KPI cannot count them, and why most of them were."""

from tests.pilot_case import csv_of, read, rules
from tickets.rejections import commonest, heavy_rejections

GOOD = {"created_at": "2026-10-05 09:00"}
BROKEN = {"created_at": "yesterday"}


def found(good: int, broken: int, **extra: str) -> list[tuple[str, object, object]]:
    file = read(csv_of([GOOD] * good + [BROKEN | extra] * broken))
    assert (file.accepted, len(file.rejected)) == (good, broken)
    return [(one.place, one.values["count"], one.values["total"]) for one in heavy_rejections(file, rules())]


def test_exactly_one_row_in_twenty_may_be_rejected() -> None:
    assert found(good=19, broken=1) == []


def test_one_more_is_pointed_out_with_its_counts() -> None:
    assert found(good=18, broken=1) == [("A", 1, 19)]


def test_a_vendor_of_whom_nothing_could_be_used_is_pointed_out() -> None:
    assert found(good=40, broken=2, vendor="B") == [("B", 2, 2)]


def test_a_ticket_that_is_there_twice_is_no_loss() -> None:
    file = read(csv_of([GOOD | {"ticket_id": "T1"}] * 3))
    assert len(file.rejected) == 2
    assert heavy_rejections(file, rules()) == ()


def test_the_commonest_reason_comes_first_with_its_rows_and_its_first_line() -> None:
    file = read(csv_of([GOOD, GOOD | {"channel": "fax"}, BROKEN, GOOD, BROKEN, GOOD | {"status": "asleep"}]))
    # Line 1 holds the headings: fax in line 3, the broken times in lines 4 and 6, the status in line 7.
    assert [(first.reason, rows, first.line) for first, rows in commonest(file)] == [
        ("time_unreadable", 2, 4),
        ("channel_unknown", 1, 3),
        ("status_unknown", 1, 7),
    ]


def test_nothing_rejected_has_no_reasons() -> None:
    assert commonest(read(csv_of([GOOD]))) == []
