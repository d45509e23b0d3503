"""What must hold for every price: lines add up, more costs no less, currencies scale."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.parameters import load_parameters
from catalog.rates import load_rate_library, load_rates, load_wage_floors
from domain.costing.band import Band
from domain.costing.bill import Bill, bill
from domain.costing.billing import Charge, Offer, Tier, Usage
from domain.costing.estimate import Estimate, estimate
from domain.costing.hours import BASES, HourShares
from domain.costing.inputs import EstimateInputs, Peak
from domain.costing.lines import CostLine
from domain.costing.pricing import Pricing, domestic_terms, year_terms
from domain.costing.rates import PriceUnit
from domain.costing.surcharges import UnusualHours
from domain.shared.provenance import OriginOf

PARAMETERS = load_parameters()
RATES = load_rates()
LIBRARY = load_rate_library()
FLOORS = load_wage_floors()
QUOTE = OriginOf("data", "private.quote")
LANGUAGES = ("de", "fr", "es", "it", "en")
TINY = 1e-9  # relative room for the last bits of a float sum


@st.composite
def merchants(draw: st.DrawFn) -> EstimateInputs:
    channels = draw(st.lists(st.sampled_from(["email", "chat", "phone", "social"]), min_size=1, unique=True))
    languages = draw(st.lists(st.sampled_from(LANGUAGES), min_size=1, unique=True))
    weights = [draw(st.integers(1, 100)) for _ in languages]
    return EstimateInputs(
        contacts_month={channel: draw(st.integers(1, 50_000)) for channel in channels},
        language_share={
            language: weight / sum(weights) for language, weight in zip(languages, weights, strict=True)
        },
        aht_s={channel: draw(st.integers(30, 1500)) for channel in channels},
        coverage_hours_week=draw(st.floats(10, 168)),
        seats_min=draw(st.integers(0, 2)),
        occupancy=draw(st.floats(0.3, 1)),
        shrinkage=draw(st.floats(0, 0.6)),
        weekly_contract_hours=draw(st.floats(20, 48)),
        pools=(tuple(languages[:2]),) if draw(st.booleans()) else (),
        growth_year=draw(st.floats(-0.4, 2)),
        peak=Peak(months=2, multiplier=draw(st.floats(1, 4)), surcharge=0.15)
        if draw(st.booleans())
        else None,
    )


unusual = st.builds(
    UnusualHours,
    night=st.floats(0, 0.5),
    saturday=st.floats(0, 0.3),
    sunday=st.floats(0, 0.3),
    holiday=st.floats(0, 0.04),
)


def in_china(inputs: EstimateInputs) -> Estimate:
    return made(inputs, domestic=domestic_terms(PARAMETERS))


def made(inputs: EstimateInputs, hours: UnusualHours | None = None, **pricing: Any) -> Estimate:
    known = Pricing(
        terms=year_terms(PARAMETERS, unusual=hours, setup_fee=3000.0),
        rate_library=LIBRARY,
        floors=FLOORS,
        on=date(2026, 12, 1),
        first_month=12,
        own_country="PL",
        orders_month=1000.0,
    )
    return estimate(inputs, RATES, PARAMETERS, pricing=replace(known, **pricing))


def totals_add_up(total: CostLine, *, mixed: bool = False) -> None:
    """A mix by language is decided at each end, so that its lines, unlike their sum, may fall from end to end."""
    for line in total.walk():
        if line.parts:
            parts = Band.total(part.amount for part in line.parts).ends
            assert line.amount.ends == pytest.approx(parts, rel=TINY, abs=TINY)
        if mixed and line is not total:
            continue
        low, base, high = line.amount.ends
        assert low <= base * (1 + TINY)
        assert base <= high * (1 + TINY)


@settings(deadline=None)
@given(merchants(), unusual)
def test_every_total_is_the_sum_of_its_lines(inputs: EstimateInputs, hours: UnusualHours) -> None:
    cost = made(inputs, hours)
    for years in (cost.year_one, cost.steady_state):
        for basis in BASES:
            totals_add_up(years["east"][basis].total)
    for way in cost.alternatives:
        totals_add_up(way.total, mixed=way.id == "hybrid_by_language")
    for place in cost.comparison:
        for each in place.bills.values():
            if isinstance(each, Bill):
                totals_add_up(each.total)
    month = cost.regions["west"].as_read.month
    for shares in (cost.split("west").languages, cost.split("west").channels):
        assert Band.total(shares.values()).ends == pytest.approx(month.ends, rel=TINY)


@settings(deadline=None)
@given(merchants())
def test_every_total_of_domestic_service_is_the_sum_of_its_lines(inputs: EstimateInputs) -> None:
    cost = in_china(inputs)
    assert cost.domestic is not None
    for model in cost.domestic.models.values():
        totals_add_up(model.year_one["logged_in_hour"].total)
        totals_add_up(model.steady_state["paid_hour"].total)
    for way in cost.alternatives:
        totals_add_up(way.total, mixed=way.id == "hybrid_by_language")


@st.composite
def charges(draw: st.DrawFn) -> Charge:
    unit: PriceUnit = draw(st.sampled_from(["seat_month", "ticket", "order", "minute", "resolution"]))
    starts = sorted(draw(st.lists(st.integers(1, 50_000), unique=True, max_size=4)))
    prices = [draw(st.integers(0, 10_000)) / 100 for _ in range(len(starts) + 1)]
    return Charge(
        unit=unit,
        tiers=tuple(
            Tier(above=float(above), price=Band.exact(price))
            for above, price in zip([0, *starts], prices, strict=True)
        ),
        banding=draw(st.sampled_from(["marginal", "all_units"])),
        included=draw(st.sampled_from([0.0, 500.0])),
        least=draw(st.sampled_from([0.0, 100.0])),
    )


AMOUNTS = st.integers(0, 20_000).map(lambda cents: Band.exact(cents / 10))


@st.composite
def ticket_offers(draw: st.DrawFn) -> Offer:
    charge = replace(draw(charges()), unit="ticket")
    return Offer(
        id="quote",
        currency="EUR",
        charges=(charge,),
        fixed_month=draw(AMOUNTS),
        minimum_month=draw(st.none() | AMOUNTS.map(lambda amount: amount.scaled(10))),
        premiums={"de": Band.exact(draw(st.sampled_from([0.0, 0.1])))},
        setup_fee=draw(AMOUNTS),
        tools_seat_month=draw(AMOUNTS),
    )


def used(contacts: int) -> Usage:
    """A month of so many contacts, three quarters of them in German; hours and seats stay."""
    return Usage(
        contacts=contacts,
        productive_hours=950,
        workload_hours=650,
        seats=8,
        shares=HourShares(shrinkage=0.3, in_work_shrinkage=0.18),
        contact_share={"de": 0.75, "fr": 0.25},
    )


@given(ticket_offers(), st.integers(0, 60_000), st.integers(0, 60_000))
def test_more_units_cost_no_less_except_beyond_a_step_that_is_reported(
    offer: Offer, count: int, more: int
) -> None:
    before, after = (bill(offer, used(contacts), QUOTE) for contacts in (count, count + more))
    assert isinstance(before, Bill)
    assert isinstance(after, Bill)
    totals_add_up(after.total)
    passed = [step for step in before.steps if count <= step.above < count + more]
    for fewer, most in zip(before.month.ends, after.month.ends, strict=True):
        assert passed or most >= fewer * (1 - TINY)


@given(charges(), st.floats(0.01, 200))
def test_an_offer_in_another_currency_costs_its_rate_times_as_much(charge: Charge, rate: float) -> None:
    dear = replace(charge, tiers=tuple(replace(tier, price=tier.price.scaled(rate)) for tier in charge.tiers))
    shares = HourShares(shrinkage=0.3, in_work_shrinkage=0.18)
    usage = Usage(
        contacts=6000,
        productive_hours=950,
        workload_hours=650,
        seats=8,
        shares=shares,
        orders=24_000,
        resolutions=1500,
    )
    euro, other = (
        bill(Offer(id="quote", currency="EUR", charges=(each,)), usage, QUOTE) for each in (charge, dear)
    )
    assert isinstance(euro, Bill)
    assert isinstance(other, Bill)
    assert other.month.ends == pytest.approx(euro.month.scaled(rate).ends, rel=TINY)


@settings(deadline=None)
@given(merchants(), st.integers(1, 20_000))
def test_an_estimate_in_another_currency_is_the_same_times_its_rate(
    inputs: EstimateInputs, rate: int
) -> None:
    factor = Decimal(rate) / 100
    dear = tuple(
        replace(each, low=each.low * factor, high=each.high * factor, currency="CNY") for each in RATES
    )
    terms = year_terms(PARAMETERS, setup_fee=3000.0)
    scaled = replace(
        terms,
        tools_per_seat_month=terms.tools_per_seat_month * float(factor),
        manager_month=terms.manager_month * float(factor),
        setup_fee=3000.0 * float(factor),
    )
    euro = estimate(inputs, RATES, PARAMETERS, pricing=Pricing(terms=terms))
    yuan = estimate(inputs, dear, PARAMETERS, pricing=Pricing(terms=scaled))
    assert yuan.currency == "CNY"
    views: tuple[Callable[[Estimate], Band], ...] = (
        lambda cost: cost.regions["east"].as_read.month,
        lambda cost: cost.year_one["south"]["productive_hour"].month,
        lambda cost: cost.steady_state["west"]["paid_hour"].year,
    )
    for view in views:
        assert view(yuan).ends == pytest.approx(view(euro).scaled(float(factor)).ends, rel=TINY)
