"""More volume never costs less: at low, base and high prices, with pools, growth or its reverse, peaks, hours by market."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.costing.band import Band
from domain.costing.breakeven import cost_grid
from domain.costing.estimate import Estimate
from domain.costing.hours import BASES
from domain.costing.inputs import EstimateInputs
from domain.costing.live_queue import ServiceTarget
from domain.costing.pool_steps import pool_steps
from domain.costing.pools import PoolLimits
from domain.costing.pricing import domestic_terms
from domain.costing.shifts import ShiftRules
from domain.costing.unusual_hours import CostlyTimes
from domain.costing.week_inputs import WeekInputs
from domain.costing.year_terms import YearTerms
from tests.costing_case import windows
from tests.property.test_costing_price_holds import PARAMETERS, TINY, made, merchants

NIGHTS = CostlyTimes(night_from_h=22, night_until_h=6)


@st.composite
def opened(draw: st.DrawFn, inputs: EstimateInputs) -> WeekInputs:
    """Hours of service for each language: early, late, at night, at weekends."""
    first, length, days = st.integers(0, 11), st.integers(6, 12), st.integers(5, 7)
    return WeekInputs(
        open_windows={
            name: windows(start := draw(first), start + draw(length), days=draw(days))
            for name in inputs.languages
        },
        targets={
            "phone": ServiceTarget(share=0.8, within_s=20),
            "chat": ServiceTarget(share=0.9, within_s=30),
        },
        answer_within_h=dict.fromkeys(("email", "social"), 24.0),
        shifts=ShiftRules(lengths_h=(4, 8, 9), overlap_h=2),
    )


@st.composite
def growing(draw: st.DrawFn) -> EstimateInputs:
    """Merchants who grow or shrink; languages have agents of their own, pools somebody offered, or the cheapest."""
    inputs = draw(merchants())
    cheapest = draw(st.booleans())
    return replace(
        inputs,
        growth_year=draw(st.floats(-0.9, 2)),
        pooling="cheapest" if cheapest else "given",
        pools=() if cheapest else inputs.pools,
        pool_limits=PoolLimits(languages_per_agent=draw(st.sampled_from([2, 3])), premium=0.1),
        week=draw(opened(inputs)) if draw(st.booleans()) else None,
    )


def busier(inputs: EstimateInputs, factor: float) -> EstimateInputs:
    contacts = {name: count * factor for name, count in inputs.contacts_month.items()}
    return replace(inputs, contacts_month=contacts)


def costs_no_less(more: Band, fewer: Band) -> None:
    for after, before in zip(more.ends, fewer.ends, strict=True):
        assert after >= before * (1 - TINY)


def priced(inputs: EstimateInputs) -> Estimate:
    return made(inputs, times=NIGHTS)


@settings(deadline=None)
@given(growing(), st.floats(1, 10))
def test_a_normal_month_costs_no_less_whoever_does_the_work(inputs: EstimateInputs, factor: float) -> None:
    before, after = priced(inputs), priced(busier(inputs, factor))
    for place, price in before.places.items():
        for basis in BASES:
            costs_no_less(after.places[place].on(basis).month, price.on(basis).month)


@settings(deadline=None)
@given(merchants(), st.floats(1, 10), st.sampled_from([None, domestic_terms(PARAMETERS)]))
def test_every_way_of_service_costs_no_less_at_every_end(
    inputs: EstimateInputs, factor: float, domestic: YearTerms | None
) -> None:
    cost = made(inputs, domestic=domestic)
    grid = cost_grid(cost.make_or_buy, (cost.demand.contacts_month, cost.demand.contacts_month * factor))
    for fewer, more in grid.months.values():
        costs_no_less(more, fewer)


@settings(deadline=None)
@given(growing(), st.floats(1, 10))
def test_both_years_cost_no_less_except_beyond_a_step_that_is_reported(
    inputs: EstimateInputs, factor: float
) -> None:
    """Other groups may be cheapest in a normal month of more volume; then the years are those of other people."""
    before, after = priced(inputs), priced(busier(inputs, factor))
    steps = pool_steps(before, "east")
    for first_year in (True, False):
        if any(
            step.first_year == first_year and step.contacts <= after.demand.contacts_month for step in steps
        ):
            continue
        for basis in BASES:
            year = [cost.year_of("east", first_year=first_year)[basis].month for cost in (before, after)]
            costs_no_less(year[1], year[0])


@settings(deadline=None)
@given(growing(), st.floats(1, 10))
def test_domestic_years_cost_no_less_under_every_model(inputs: EstimateInputs, factor: float) -> None:
    apart = replace(inputs, pooling="separate")
    before, after = (
        made(each, domestic=domestic_terms(PARAMETERS)) for each in (apart, busier(apart, factor))
    )
    assert before.domestic is not None
    assert after.domestic is not None
    for name, model in before.domestic.models.items():
        later = after.domestic.models[name]
        costs_no_less(later.year_one["paid_hour"].month, model.year_one["paid_hour"].month)
        costs_no_less(later.steady_state["paid_hour"].month, model.steady_state["paid_hour"].month)
