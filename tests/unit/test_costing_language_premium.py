"""What agents with several languages cost more is in every price that pays for agents of one's own."""

from dataclasses import replace

import pytest

from domain.costing.alternatives import Alternative, AlternativeId
from domain.costing.bill import Bill
from domain.costing.estimate import Estimate, estimate
from domain.costing.pools import PoolingMode, PoolLimits
from tests.unit.test_costing_estimate import EXAMPLE
from tests.unit.test_costing_price_alternatives import PARAMETERS, PRICING, PRODUCTIVE

# The worked example: 950.625 h in the named pools, of which Spanish alone is 260; 869.375 h in the cheapest ones,
# where only the pool of English and Italian, 260 h, is nobody's offer; 1,365 h with every language on its own.
# An hour in the east costs 14 EUR, one in a pool that nobody offers 10 % more.
BILLED: dict[PoolingMode, float] = {
    "given": 950.625 * 14,
    "planned": (950.625 + 0.10 * (950.625 - 260)) * 14,
    "cheapest": (869.375 + 0.10 * 260) * 14,
    "separate": 1_365 * 14,
}


def made(pooling: PoolingMode) -> Estimate:
    inputs = replace(EXAMPLE, pooling=pooling, pool_limits=PoolLimits(premium=0.10))
    return estimate(inputs, PRODUCTIVE, PARAMETERS, pricing=replace(PRICING, orders_month=10_000.0))


def east(cost: Estimate, model: str) -> Bill:
    place = next(each for each in cost.comparison if each.id == "east")
    found = place.bills[model]
    assert isinstance(found, Bill)
    return found


def way(cost: Estimate, name: AlternativeId) -> Alternative:
    return next(each for each in cost.alternatives if each.id == name)


def line(cost: Estimate, of: AlternativeId, name: str) -> float:
    return next(each.amount.base for each in way(cost, of).total.walk() if each.id == name)


@pytest.mark.parametrize("pooling", BILLED)
def test_an_hour_has_one_price_in_the_answer_the_models_and_the_ways(pooling: PoolingMode) -> None:
    cost = made(pooling)
    assert cost.regions["east"].as_read.month.base == pytest.approx(BILLED[pooling])
    assert east(cost, "hour").month.ends == pytest.approx(cost.regions["east"].as_read.month.ends)
    assert way(cost, "dedicated").service.ends == pytest.approx(cost.regions["east"].as_read.month.ends)


@pytest.mark.parametrize("model", ["order", "hybrid"])
def test_an_order_and_a_hybrid_price_pay_what_the_hours_pay(model: str) -> None:
    assert east(made("planned"), model).month.base == pytest.approx(BILLED["planned"])


def test_beside_seats_the_premium_is_a_fee_and_needs_no_further_seat() -> None:
    offered, planned = made("given"), made("planned")
    # 69.0625 h x 14 EUR
    assert east(planned, "seat_month").month.base - east(offered, "seat_month").month.base == pytest.approx(
        966.875
    )
    assert planned.month_of_work.usage.seats == offered.month_of_work.usage.seats
    # The manager and the tools of the seats cost the same: only the service is dearer.
    beside = [
        way(cost, "dedicated").month.base - way(cost, "dedicated").service.base for cost in (planned, offered)
    ]
    assert beside[0] == pytest.approx(beside[1])


def test_an_own_team_pays_the_premium_in_wages_and_replaces_no_more_people() -> None:
    offered, planned = made("given"), made("planned")
    assert line(planned, "own_team", "wages") / line(offered, "own_team", "wages") == pytest.approx(
        1_019.6875 / 950.625
    )
    assert line(planned, "own_team", "replacements") == pytest.approx(
        line(offered, "own_team", "replacements")
    )


def test_a_bot_saves_the_premium_of_the_hours_it_saves_and_no_more() -> None:
    """Written contacts take 585 h of 650; a bot settles a quarter, and every group keeps 260 h of coverage.

    German with English: 406.25 - 25 % of 585 / 0.8 x 50 % = 314.84375 h; the others 260 h each.
    """
    hours_h, pooled_h = 314.84375 + 260 + 260, 314.84375 + 260
    assert line(made("given"), "bot_first", "service") == pytest.approx(hours_h * 14)
    assert line(made("planned"), "bot_first", "service") == pytest.approx((hours_h + 0.10 * pooled_h) * 14)


def test_a_country_has_one_price_by_the_hour_and_what_its_languages_add_is_said() -> None:
    """English takes 81.25 of 950.625 h, French 284.375 x 25 / 35 and Spanish 260; the premiums are those of source w62."""
    cost = made("given")
    germany = next(each for each in cost.comparison if each.id == "DE").bills["hour"]
    assert isinstance(germany, Bill)
    assert germany.month.ends == pytest.approx(cost.countries["DE"].as_read.month.ends)
    said = {
        each.place: each.values
        for each in cost.findings
        if each.code == "costing.language_premium_not_in_price"
    }
    assert said.keys() == {"premium_de_en", "premium_de_fr_es"}
    assert said["premium_de_en"]["share_percent"] == pytest.approx(100 * 81.25 / 950.625)
    assert said["premium_de_fr_es"]["share_percent"] == pytest.approx(100 * (203.125 + 260) / 950.625)
    assert (said["premium_de_en"]["low_percent"], said["premium_de_en"]["high_percent"]) == pytest.approx(
        (5, 10)
    )


def test_whose_languages_cost_nothing_more_is_told_nothing() -> None:
    cost = estimate(
        replace(EXAMPLE, language_share={"de": 1.0}, pools=()), PRODUCTIVE, PARAMETERS, pricing=PRICING
    )
    assert "costing.language_premium_not_in_price" not in {each.code for each in cost.findings}
