"""What must hold for every drawn estimate: order, sums, sameness, scale."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.parameters import load_parameters
from catalog.rates import load_rates
from domain.costing.estimate import Estimate, estimate
from domain.costing.inputs import EstimateInputs
from domain.costing.pricing import Pricing, year_terms
from domain.costing.spread import PlaceSpread, Uncertainty
from domain.costing.uncertainty import assess_uncertainty
from domain.shared.outcomes import NotAssessed
from tests.property.test_costing_price_holds import merchants

PARAMETERS = load_parameters()
PLAIN = replace(year_terms(PARAMETERS), tools_per_seat_month=0.0, manager_month=0.0)
seeds = st.integers(0, 2**32)
ratios = st.floats(0.8, 2)


def made(inputs: EstimateInputs, times: int = 1) -> Estimate:
    rates = [replace(rate, low=rate.low * times, high=rate.high * times) for rate in load_rates()]
    return estimate(inputs, rates, PARAMETERS, pricing=Pricing(terms=PLAIN))


def assessed(cost: Estimate, seed: int, ratio: float = 1.0) -> Uncertainty:
    return assess_uncertainty(cost, interval_ratio=ratio, draws=300, seed=seed)


def regions(found: Uncertainty) -> tuple[PlaceSpread, ...]:
    return found.of_kind("region")


@given(merchants(), seeds, ratios)
@settings(max_examples=60, deadline=None)
def test_percentiles_are_in_order_and_lines_add_up(inputs: EstimateInputs, seed: int, ratio: float) -> None:
    found = assessed(made(inputs), seed, ratio)
    for place in regions(found):
        assert 0 < place.month.p10 <= place.month.p50 <= place.month.p90
        assert sum(place.lines.values()) == pytest.approx(place.month.mean, rel=1e-9)
        assert not isinstance(place.per_contact, NotAssessed)
        assert place.per_contact.p10 <= place.per_contact.p50 <= place.per_contact.p90
    for each in found.inputs:
        assert each.low <= each.p10 <= each.p90 <= each.high
        assert each.low <= each.likely <= each.high


@given(merchants(), seeds)
@settings(max_examples=20, deadline=None)
def test_the_same_seed_draws_the_same(inputs: EstimateInputs, seed: int) -> None:
    cost = made(inputs)
    assert assessed(cost, seed) == assessed(cost, seed)
    assert assessed(cost, seed).inputs != assessed(cost, seed + 1).inputs


@given(merchants(), seeds, st.integers(2, 9))
@settings(max_examples=30, deadline=None)
def test_rates_in_another_currency_scale_the_month(inputs: EstimateInputs, seed: int, times: int) -> None:
    once, more = (regions(assessed(made(inputs, factor), seed)) for factor in (1, times))
    for here, there in zip(once, more, strict=True):
        assert there.month.p90 == pytest.approx(here.month.p90 * times, rel=1e-9)
        assert [bar.input.id for bar in there.tornado] == [bar.input.id for bar in here.tornado]


@given(merchants(), seeds, st.integers(2, 9))
@settings(max_examples=30, deadline=None)
def test_more_contacts_cost_in_proportion_where_nobody_has_to_sit_ready(
    inputs: EstimateInputs, seed: int, times: int
) -> None:
    # Training is for whole people; without it and without seats to keep, every line follows the contacts.
    free = replace(inputs, seats_min=0)
    terms = replace(PLAIN, training_h=0.0)
    several = {name: count * times for name, count in free.contacts_month.items()}
    found = [
        regions(assessed(estimate(each, load_rates(), PARAMETERS, pricing=Pricing(terms=terms)), seed))
        for each in (free, replace(free, contacts_month=several))
    ]
    for here, there in zip(*found, strict=True):
        assert there.month.p10 == pytest.approx(here.month.p10 * times, rel=1e-9)


@given(merchants(), seeds)
@settings(max_examples=30, deadline=None)
def test_a_dearer_place_is_never_the_cheapest(inputs: EstimateInputs, seed: int) -> None:
    cost = made(inputs)
    east, *others = load_rates()
    dear = replace(east, id="dear", low=Decimal(1000), high=Decimal(1001))
    found = assessed(estimate(inputs, [east, *others, dear], PARAMETERS, pricing=cost.pricing), seed)
    assert found.places["dear"].cheapest_share == 0
    assert found.cheapest["region"].place == "east"
