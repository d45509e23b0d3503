"""What must hold for every merchant, not only for the example."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.parameters import load_parameters
from catalog.rates import load_rates
from domain.costing.band import Band
from domain.costing.estimate import Estimate, estimate
from domain.costing.inputs import EstimateInputs, Peak

PARAMETERS = load_parameters()
RATES = load_rates()
LANGUAGES = ("de", "fr", "es", "it", "en", "pl")
TINY = 1e-9  # relative room for the last bits of a float sum


@st.composite
def merchants(draw: st.DrawFn) -> EstimateInputs:
    channels = draw(st.lists(st.sampled_from(["email", "chat", "phone", "social"]), min_size=1, unique=True))
    languages = draw(st.lists(st.sampled_from(LANGUAGES), min_size=1, unique=True))
    weights = [draw(st.integers(1, 100)) for _ in languages]
    group = [draw(st.integers(0, 2)) for _ in languages]
    pools = tuple(
        tuple(language for language, g in zip(languages, group, strict=True) if g == wanted)
        for wanted in sorted(set(group) - {0})
    )
    return EstimateInputs(
        contacts_month={channel: draw(st.integers(0, 200_000)) for channel in channels},
        language_share={
            language: weight / sum(weights) for language, weight in zip(languages, weights, strict=True)
        },
        aht_s={channel: draw(st.integers(10, 3_000)) for channel in channels},
        concurrency={"chat": draw(st.floats(1, 4))},
        coverage_hours_week=draw(st.floats(1, 168)),
        seats_min=draw(st.integers(1, 3)),
        occupancy=draw(st.floats(0.1, 1)),
        shrinkage=draw(st.floats(0, 0.8)),
        weekly_contract_hours=draw(st.floats(10, 60)),
        pools=pools,
        peak=Peak(months=2, multiplier=draw(st.floats(1, 5))),
    )


def made(inputs: EstimateInputs) -> Estimate:
    return estimate(inputs, RATES, PARAMETERS)


@given(merchants())
def test_pooling_never_needs_more_hours_than_separate_languages(inputs: EstimateInputs) -> None:
    staffing = made(inputs).staffing
    assert staffing.pooled_hours <= staffing.separate_hours * (1 + TINY)
    assert staffing.productive_hours <= staffing.pooled_hours * (1 + TINY)


@given(merchants(), st.integers(1, 50_000))
def test_more_volume_never_needs_less_hours(inputs: EstimateInputs, more: int) -> None:
    channel = next(iter(inputs.contacts_month))
    busier = replace(
        inputs, contacts_month={**inputs.contacts_month, channel: inputs.contacts_month[channel] + more}
    )
    before, after = made(inputs).staffing, made(busier).staffing
    assert after.pooled_hours >= before.pooled_hours * (1 - TINY)
    assert after.separate_hours >= before.separate_hours * (1 - TINY)


@given(merchants())
def test_totals_are_the_sum_of_their_parts(inputs: EstimateInputs) -> None:
    result = made(inputs)
    demand, staffing = result.demand, result.staffing
    close: dict[str, Any] = {"rel": TINY, "abs": 1e-6}
    assert sum(line.hours for line in demand.channels) == pytest.approx(demand.workload_hours, **close)
    assert sum(demand.languages.values()) == pytest.approx(demand.workload_hours, **close)
    for plan in (staffing.separate, staffing.pooled):
        assert sum(group.required_hours for group in plan.groups) == pytest.approx(plan.hours, **close)
        assert staffing.productive_hours + plan.idle_hours == pytest.approx(plan.hours, **close)
        assert sorted(code for group in plan.groups for code in group.languages) == sorted(demand.languages)
    for price in result.regions.values():
        assert price.paid_basis.month == price.rate.band.scaled(staffing.paid_hours)


@given(merchants())
def test_paid_hours_are_never_below_productive_hours(inputs: EstimateInputs) -> None:
    result = made(inputs)
    assert result.staffing.paid_hours >= result.staffing.pooled_hours
    for price in result.regions.values():
        assert price.paid_basis.base >= price.productive_basis.base
        for basis in (price.paid_basis, price.productive_basis):
            assert basis.low <= basis.base <= basis.high


@given(merchants())
def test_a_peak_never_takes_less_and_never_more_than_its_multiple(inputs: EstimateInputs) -> None:
    result = made(inputs)
    assert result.peak is not None
    assert result.peak.extra_hours >= -TINY * result.peak.hours
    most = result.peak.peak.multiplier * result.staffing.pooled_hours
    assert result.peak.hours <= most * (1 + TINY)


@given(st.floats(0, 1e6), st.floats(0, 1e6), st.floats(0, 1e6), st.floats(0.01, 100))
def test_a_band_keeps_its_order_in_any_unit(a: float, b: float, c: float, factor: float) -> None:
    low, base, high = sorted((a, b, c))
    scaled = Band(low=low, base=base, high=high).scaled(factor)
    assert scaled.low <= scaled.base <= scaled.high
