"""Where more volume makes other languages share agents, a year may cost less; such volumes are reported."""

from dataclasses import replace

import pytest

from domain.costing.inputs import EstimateInputs
from domain.costing.pool_steps import PoolStep, pool_steps
from domain.costing.pools import PoolingMode, PoolLimits
from services.costing import cost_json
from tests.property.test_costing_price_holds import made

# 60 h a week are 260 h a month for each group; a contact of 6 minutes takes 0.1 / 0.8 = 0.125 h.
MERCHANT = EstimateInputs(
    contacts_month={"email": 15_000.0},
    language_share={"de": 0.6, "fr": 0.2, "es": 0.1, "it": 0.1},
    aht_s={"email": 360},
    coverage_hours_week=60,
    seats_min=1,
    occupancy=0.8,
    shrinkage=0.3,
    weekly_contract_hours=40,
    pooling="cheapest",
    pool_limits=PoolLimits(languages_per_agent=2, premium=0.1),
    growth_year=0.5,
    peak=None,
)
# Spanish and Italian together: 20 % x 0.125 h with a premium of 10 %, against 2 x 260 h apart.
STEP = 2 * 260 / (0.2 * 0.125 * 1.1)


def later_step(inputs: EstimateInputs) -> PoolStep:
    (found,) = [step for step in pool_steps(made(inputs), "east") if not step.first_year]
    return found


def test_the_step_is_where_apart_costs_as_little_as_together() -> None:
    step = later_step(MERCHANT)
    assert step.contacts == pytest.approx(STEP, rel=1e-6)
    assert pytest.approx(18_909.09, abs=0.01) == STEP
    assert step.pools_before == (("de",), ("fr",), ("es", "it"))
    assert step.pools_after == (("de",), ("fr",), ("es",), ("it",))


def test_a_later_year_costs_less_beyond_it_by_the_premium_that_half_as_many_more_contacts_outgrow() -> None:
    """Together 28,363.6 x 20 % x 0.125 h x 1.1 = 780 h; apart 2 x 28,363.6 x 10 % x 0.125 h = 709.09 h.

    The 70.91 h are paid at the rate, with the reserve on them and the buffer for exchange rates.
    """
    cost, step = made(MERCHANT), later_step(MERCHANT)
    terms, rate = cost.pricing.terms, cost.regions["east"].rate
    hours = (780 - 709.0909) / cost.shares.productive_share(rate.read_as)
    saved = hours * (1 + terms.reserve_share * terms.standby_fee_share) * (1 + terms.fx_buffer)
    assert step.before.base - step.after.base == pytest.approx(rate.band.base * saved, rel=1e-3)


@pytest.mark.parametrize("mode", ["separate", "given"])
def test_the_same_people_have_no_such_step(mode: PoolingMode) -> None:
    assert pool_steps(made(replace(MERCHANT, pooling=mode)), "east") == ()


def test_the_cost_file_reports_every_step_with_both_prices() -> None:
    reported = cost_json(made(MERCHANT))["pool_steps"]["east"]
    (later,) = [each for each in reported if each["year"] == "steady_state"]
    assert later["above_contacts"] == pytest.approx(STEP, rel=1e-6)
    assert later["after"]["base"] < later["before"]["base"]
