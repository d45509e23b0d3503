"""Rows that were rejected are told where a KPI cannot count them."""

from tests.pilot_case import csv_of, read, rules
from tickets.rejections import heavy_rejections

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
