"""A set-up fee is paid in the first year; pools are those offered, the cheapest that can be hired, or none."""

import math
import tomllib
from typing import Any

import pytest

from domain.costing.estimate import Estimate
from domain.costing.scenario import Overrides
from domain.requirements.record import Record
from domain.shared.outcomes import NotAssessed
from domain.shared.provenance import OriginOf
from services.costing import estimate_record
from services.costing_staffing import staffing_plan
from services.requirements import from_file
from tests.portal_server import ROOT

SAMPLE = tomllib.loads((ROOT / "data/samples/shenzhen-eu/requirements.toml").read_text(encoding="utf-8"))


def record(*, without: str = "", **changes: Any) -> Record:
    answers = {name: value for name, value in {**SAMPLE["answers"], **changes}.items() if name != without}
    return from_file({**SAMPLE, "later": [], "answers": answers})[1]


def month_east(made: Estimate) -> float:
    return made.year_one["east"]["productive_hour"].month.base


@pytest.mark.parametrize("fee", [("3000", "EUR"), ("24600", "CNY")])
def test_a_set_up_fee_is_a_twelfth_of_every_month_of_the_first_year(fee: tuple[str, str]) -> None:
    """3,000 EUR (24,600 CNY at 8.2) / 12 = 250, with 3 % for the exchange rate 257.50; nothing in later years."""
    without = estimate_record(record())
    made = estimate_record(record(setup_fee={"amount": fee[0], "currency": fee[1]}))
    assert month_east(made) - month_east(without) == pytest.approx(257.5)
    later = [each.steady_state["east"]["productive_hour"].month.base for each in (made, without)]
    assert later[0] == pytest.approx(later[1])
    year = made.year_one["east"]["productive_hour"]
    assert year.left_out == ()
    (line,) = (line for line in year.total.walk() if line.id == "setup")
    assert line.inputs[0].origin == OriginOf("question", "setup_fee")


def test_a_fee_that_is_not_charged_is_no_gap_and_one_that_cannot_be_converted_is() -> None:
    free = estimate_record(record(setup_fee={"amount": "0", "currency": "EUR"}))
    assert free.year_one["east"]["paid_hour"].left_out == ()
    assert month_east(free) == pytest.approx(month_east(estimate_record(record())))
    unknown = estimate_record(record(setup_fee={"amount": "3000", "currency": "USD"}))
    assert unknown.year_one["east"]["paid_hour"].left_out == ("setup_fee",)


def test_unless_told_otherwise_the_pools_that_were_named_count() -> None:
    """The worked example: 950.625 h with two pools and Spanish alone, 1,365 h with every language on its own."""
    assert estimate_record(record()).staffing.pooled_hours == pytest.approx(950.625)
    separate = estimate_record(record(pooling="separate")).staffing
    assert separate.pooled_hours == pytest.approx(1_365)


def test_the_cheapest_pools_cost_their_premium_unless_somebody_offered_them() -> None:
    """869.375 h in the cheapest pools; the premium is for those that nobody offered."""
    hired = estimate_record(record(pooling="cheapest", without="language_pools")).staffing
    assert hired.pooled_hours == pytest.approx(869.375)
    assert hired.pooled.premium_hours > 0
    pools = [list(pool) for pool in hired.pooled.pools if len(pool) > 1]
    offered = estimate_record(record(pooling="given", language_pools=pools)).staffing
    assert offered.pooled_hours == pytest.approx(869.375)
    assert offered.pooled.premium_hours == 0


def test_pools_that_nobody_has_offered_yet_carry_the_premium() -> None:
    """The cheapest pools of the worked example, typed in as planned: 869.375 h, and 10 % on the hours of the pools."""
    cheapest = estimate_record(record(pooling="cheapest", without="language_pools")).staffing.pooled
    pools = [list(pool) for pool in cheapest.pools if len(pool) > 1]
    planned = estimate_record(record(pooling="planned", language_pools=pools)).staffing
    assert planned.pooled_hours == pytest.approx(869.375)
    pooled = math.fsum(group.required_hours for group in planned.pooled.groups if len(group.languages) > 1)
    assert planned.pooled.premium_hours == pytest.approx(0.10 * pooled)
    offered = estimate_record(record(pooling="given", language_pools=pools))
    made = estimate_record(record(pooling="planned", language_pools=pools))
    assert month_east(made) > month_east(offered)


def test_a_scenario_can_choose_how_languages_are_pooled() -> None:
    changed = Overrides(answers={"pooling": "separate"})
    assert estimate_record(record(), overrides=changed).staffing.pooled_hours == pytest.approx(1_365)


def test_who_speaks_one_language_is_not_asked_about_pools() -> None:
    alone = record(languages_share={"de": 1}, without="language_pools")
    assert not alone.applies("pooling")
    assert estimate_record(alone).staffing.pooling == "given"


def test_erlang_c_is_used_for_calls_when_the_merchant_says_that_nobody_hangs_up() -> None:
    """Who hangs up needs nobody any more: Erlang A takes fewer agents than Erlang C (E.1-2)."""
    calls: dict[str, Any] = {
        "channels": ["phone"],
        "contacts_month": {"phone": 100_000},
        "without": "channel_languages",
    }
    leaving, waiting = (
        staffing_plan(record(**calls, callers_hang_up=answer)).week for answer in (True, False)
    )
    assert not isinstance(leaving, NotAssessed)
    assert not isinstance(waiting, NotAssessed)
    assert (leaving.methods["phone"], waiting.methods["phone"]) == ("erlang_a", "erlang_c")
    assert leaving.abandoned_share > 0
    assert waiting.abandoned_share == 0
    assert waiting.required_hours_month > leaving.required_hours_month


def test_unless_told_otherwise_callers_hang_up() -> None:
    week = staffing_plan(record()).week
    assert not isinstance(week, NotAssessed)
    assert week.methods["phone"] == "erlang_a"
