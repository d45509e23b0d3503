"""Which mathematics a channel is calculated with, and the agents of live channels hour by hour."""

import numpy as np
import pytest

import words
from domain.costing.blended import LARGEST_SHARED, Promise, shared_agents, waits
from domain.costing.channels import METHODS, LiveSeats, live_seats, method_of, methods_of
from domain.costing.erlang_load import Floats
from domain.costing.live_queue import ServiceTarget
from tests.costing_case import CALENDAR, example, shown
from tests.queue_case import QueueLoad, patient_queue

PHONE = ServiceTarget(share=0.8, within_s=20)
CHAT = ServiceTarget(share=0.9, within_s=30)
OPEN = np.ones(168)


def week(contacts_hour: float) -> Floats:
    return np.full(168, float(contacts_hour))


def phone(contacts_hour: float, patience_s: float | None = None, aht_s: float = 390) -> LiveSeats:
    return live_seats(week(contacts_hour), OPEN, aht_s=aht_s, target=PHONE, patience_s=patience_s)


def test_each_channel_has_its_mathematics() -> None:
    channels = {"phone": 1.0, "chat": 1.0, "email": 1.0, "marketplace": 1.0, "social": 1.0, "form": 1.0}
    assert methods_of(channels, patience_s=90) == {
        "phone": "erlang_a",
        "chat": "slots",
        **dict.fromkeys(("email", "marketplace", "social", "form"), "backlog"),
    }


def test_who_asks_for_erlang_c_leaves_the_patience_out() -> None:
    assert method_of("phone", None) == "erlang_c"


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("language", words.LANGUAGES)
def test_every_method_has_its_sentence(method: str, language: words.Language) -> None:
    assert words.say(language, f"costing.method.{method}").strip()


def test_twenty_erlangs_need_24_agents_for_80_percent_in_20_seconds() -> None:
    # A = 20, 180 s: 24 agents hold 80.9 % in 20 s (published table), 23 do not.
    assert set(phone(400, aht_s=180).agents) == {24}


def test_callers_who_hang_up_are_work_that_is_not_done() -> None:
    # 400 calls, 180 s, patience 120 s: 22 agents hold 82.9 %, and 5.60 % hang up.
    seats = phone(400, patience_s=120, aht_s=180)
    assert set(seats.agents) == {22}
    assert seats.abandoned / (400 * 168) == pytest.approx(0.0560, abs=5e-5)
    assert seats.work[0] == pytest.approx(20 * (1 - 0.0560), abs=1e-3)


def test_sixty_chats_an_hour_need_nine_agents_by_slots() -> None:
    seats = live_seats(week(60), OPEN, aht_s=720, target=CHAT, concurrency=2)
    assert set(seats.agents) == {9}
    # Hours of work divide the session time: 60 x 720 s / 2 are six hours an hour.
    assert seats.work[0] == pytest.approx(6.0)


def test_an_hour_that_is_half_open_needs_agents_for_the_pace_while_it_is_open() -> None:
    half = OPEN * 0.5
    assert set(live_seats(week(200), half, aht_s=180, target=PHONE).agents) == {24}


def test_hours_without_contacts_need_nobody() -> None:
    assert not phone(0).agents.any()


@pytest.mark.parametrize(
    ("erlangs", "agents", "wait"), [(20, 24, 0.298), (13 / 30, 2, 0.0772), (4.0, 6, 0.2848)]
)
def test_with_calls_alone_the_shared_team_is_erlang_c(erlangs: float, agents: int, wait: float) -> None:
    assert waits(erlangs, 0.0, agents, 2).calls == pytest.approx(wait, abs=5e-4)
    assert waits(0.0, erlangs, agents, 1).chats == pytest.approx(wait, abs=5e-4)


def test_one_agent_for_calls_and_two_chats_at_once_by_hand() -> None:
    # States (calls, chats) with weights: (0,0) 1, (0,1) 0.1, (0,2) 0.005, (1,0) 0.05; together 1.155.
    found = waits(0.05, 0.1, 1, 2)
    free = 1 / 1.155
    assert found.calls == pytest.approx((0.1 + 0.005 + 0.05) / 1.155 / free)
    assert found.chats == pytest.approx((0.005 + 0.05) / 1.155 / free)


def test_a_small_team_that_takes_both_is_smaller_than_two_teams() -> None:
    # 1.2 calls and 2.9 chats an hour: one agent for calls, two for chats; two who take both find time for
    # 92 % of the calls and 97 % of the chats.
    calls, chats = week(0.125), week(0.577)
    apart = np.full(168, 3)
    promise = Promise(calls_at_once=0.8, chats_at_once=0.9, max_occupancy=0.8)
    assert set(shared_agents(calls, chats, apart, concurrency=2, promise=promise)) == {2}
    # Who promises more needs more: 99 % of the calls find nobody free among two.
    strict = Promise(calls_at_once=0.99, chats_at_once=0.9, max_occupancy=0.8)
    assert set(shared_agents(calls, chats, apart, concurrency=2, promise=strict)) == {3}


def test_a_large_team_stays_two_teams() -> None:
    apart = np.full(168, LARGEST_SHARED + 1)
    promise = Promise(calls_at_once=0.1, chats_at_once=0.1, max_occupancy=1.0)
    assert (shared_agents(week(1), week(1), apart, concurrency=2, promise=promise) == apart).all()


@pytest.mark.parametrize(("factor", "lowest", "highest"), [(1.0, "0.90", "0.98"), (1.6, "0.85", "0.96")])
def test_one_agent_per_language_holds_the_calls_of_the_worked_example(
    factor: float, lowest: str, highest: str
) -> None:
    inputs = example()
    hourly = CALENDAR.per_week(inputs.contacts_month["phone"]) / inputs.coverage_hours_week * factor
    loads = [
        QueueLoad(contacts_per_hour=hourly * share, aht_s=inputs.aht_s["phone"])
        for share in inputs.language_share.values()
    ]
    levels = [patient_queue(load, 1, within_s=20).service_level for load in loads]
    assert (shown(min(levels), 2), shown(max(levels), 2)) == (lowest, highest)
    assert {int(phone(load.contacts_per_hour).agents[0]) for load in loads} == {1}
