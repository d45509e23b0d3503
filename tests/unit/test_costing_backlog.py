"""Written contacts over closing times: who answers when, and who has to be added."""

import numpy as np
import pytest

from domain.costing.backlog import Answered, Arrivals, answer
from domain.costing.erlang_load import Floats
from domain.costing.week import open_shares
from tests.costing_case import windows

OPEN = open_shares(windows(9, 17, days=5))


def arriving(*hours: int, work: float = 1.0) -> Floats:
    """One hour of work in each of some hours of the week."""
    arrivals = np.zeros(168)
    arrivals[list(hours)] = work
    return arrivals


def answered(work: Floats, within_h: float = 24, free: float = 0.0) -> Answered:
    return answer([Arrivals(work=work, within_h=within_h)], OPEN * free, OPEN)


def hours(values: Floats) -> dict[int, float]:
    return {int(hour): round(float(values[hour]), 6) for hour in np.flatnonzero(values > 1e-9)}


def test_idle_time_is_used_before_anybody_is_added() -> None:
    # Monday 9:00, two hours of work, half an hour free in each hour.
    found = answered(arriving(9, work=2.0), free=0.5)
    assert hours(found.done) == {9: 0.5, 10: 0.5, 11: 0.5, 12: 0.5}
    assert not found.added.any()


def test_what_comes_in_at_night_waits_for_the_morning() -> None:
    found = answered(arriving(24 + 2), free=1.0)
    assert hours(found.done) == {24 + 9: 1.0}


def test_without_idle_time_people_are_added_evenly_until_the_answer_is_due() -> None:
    # Monday 16:00, due by Tuesday 16:00: one hour on Monday, seven on Tuesday.
    found = answered(arriving(16))
    assert hours(found.added) == {16: 0.125, **{24 + hour: 0.125 for hour in range(9, 16)}}


def test_only_what_the_idle_time_leaves_undone_is_added() -> None:
    # Two hours of work within four hours of the clock, a quarter of an hour free in each: one hour is missing.
    found = answered(arriving(9, work=2.0), within_h=4, free=0.25)
    assert found.done.sum() == pytest.approx(1.0)
    assert hours(found.added) == {9: 0.25, 10: 0.25, 11: 0.25, 12: 0.25}


def test_the_sooner_due_channel_goes_first() -> None:
    chat_like, mail = arriving(9, work=0.5), arriving(9, work=0.5)
    found = answer([Arrivals(work=mail, within_h=24), Arrivals(work=chat_like, within_h=1)], OPEN * 0.5, OPEN)
    assert not found.added.any()


def test_what_comes_in_after_friday_is_counted_from_the_opening_and_said_to_be_late() -> None:
    # Saturday 10:00 within 24 h: nobody is there until Monday 9:00; due 24 hours after that.
    found = answered(arriving(5 * 24 + 10))
    assert found.late_share == 1.0
    assert found.added.sum() == pytest.approx(1.0)
    assert hours(found.added) == {**dict.fromkeys(range(9, 17), 0.125)}


def test_work_that_can_be_answered_in_time_is_not_late() -> None:
    # Sunday 12:00 within 24 h leaves three hours on Monday morning.
    found = answered(arriving(6 * 24 + 12))
    assert found.late_share == 0
    assert hours(found.added) == {hour: pytest.approx(1 / 3, abs=1e-5) for hour in (9, 10, 11)}


def test_all_work_of_the_week_is_done() -> None:
    work = np.random.default_rng(1).uniform(0, 2, 168)
    for free in (0.0, 0.7, 5.0, 50.0):
        found = answered(work, free=free)
        assert found.done.sum() + found.added.sum() == pytest.approx(work.sum())
        assert (found.done <= OPEN * free + 1e-9).all()


def test_nothing_to_do_is_nothing_late() -> None:
    found = answered(np.zeros(168), free=1.0)
    assert (found.late_share, found.done.sum(), found.added.sum()) == (0.0, 0.0, 0.0)
