"""Uncertain inputs: the arrays say what the estimate says, and what they say of spread can be checked by hand."""

import time
from dataclasses import replace

import pytest

from domain.costing.currency import Exchange
from domain.costing.estimate import Estimate
from domain.costing.hours import BASES, BillingBasis
from domain.costing.lines import CostLine
from domain.costing.spread import PlaceSpread
from domain.costing.uncertainty import assess_uncertainty
from domain.costing.year_one import YearPrice
from domain.shared.outcomes import NotAssessed
from tests.uncertainty_case import (
    CASES,
    assessed,
    fixed,
    made,
)
from tests.unit.test_costing_estimate import EXAMPLE


def year(cost: Estimate, place: PlaceSpread) -> YearPrice:
    if place.kind == "domestic":
        assert cost.domestic is not None
        return cost.domestic.models[place.place].year_one[place.basis]
    return cost.year_of(place.place, first_year=True)[place.basis]


@pytest.mark.parametrize("basis", [None, *BASES])
@pytest.mark.parametrize("case", CASES)
def test_inputs_without_width_give_the_estimate_line_by_line(case: str, basis: BillingBasis | None) -> None:
    cost = CASES[case]
    found = assessed(cost, fixed(cost), basis=basis)
    for place in found.places.values():
        if place.kind == "private":
            continue  # the estimate has no year of a quote; its rate is checked below
        price = year(cost, place)
        assert place.estimate_month == pytest.approx(price.month.base, rel=1e-9)
        assert (place.month.p10, place.month.p50, place.month.p90) == pytest.approx(
            (price.month.base,) * 3, rel=1e-9
        )
        expected = {line.id: line.amount.base for line in _leaves(price)}
        assert place.lines == pytest.approx(expected, rel=1e-9)
        assert list(place.lines) == list(expected)
        assert not isinstance(price.per_contact, NotAssessed)
        assert not isinstance(place.per_contact, NotAssessed)
        assert place.per_contact.p50 == pytest.approx(price.per_contact.base, rel=1e-9)
        assert place.tornado == ()


def _leaves(price: YearPrice) -> list[CostLine]:
    return [line for line in price.total.walk() if not line.parts]


def test_all_places_of_the_estimate_are_drawn() -> None:
    cost = CASES["a service in China"]
    found = assessed(cost)
    assert [place.place for place in found.of_kind("region")] == ["east", "south", "west"]
    assert [place.place for place in found.of_kind("country")] == list(cost.countries)
    assert [(place.place, place.currency) for place in found.of_kind("domestic")] == [
        ("cn_dedicated_seat", "CNY"),
        ("cn_hourly", "CNY"),
        ("cn_per_enquiry", "CNY"),
    ]


def test_a_quote_in_yuan_is_drawn_in_euro_on_the_hour_it_means() -> None:
    found = assessed(made(), basis="productive_hour")
    quote, east = found.places["quote"], found.places["east"]
    assert (quote.currency, quote.basis, east.basis) == ("EUR", "logged_in_hour", "productive_hour")
    rate = next(each for each in found.inputs if each.id == "rate.quote")
    # 100, 110 and 120 yuan at 8 yuan for a euro.
    assert (rate.low, rate.likely, rate.high) == (12.5, 13.75, 15.0)


def test_a_quote_without_an_exchange_rate_is_left_out() -> None:
    cost = made()
    unknown = replace(cost, pricing=replace(cost.pricing, exchange=Exchange.of()))
    assert "quote" not in assessed(unknown).places


def test_the_interval_ratio_is_on_every_hour_and_said() -> None:
    cost = made(replace(EXAMPLE, peak=None))
    found = assessed(cost, fixed(cost), basis="productive_hour", ratio=1.5)
    east = found.places["east"]
    # 950.625 productive hours, half as much again, at 14 euros.
    assert east.lines["base"] == pytest.approx(950.625 * 1.5 * 14)
    assert found.interval_ratio == 1.5
    assert east.estimate_month == pytest.approx(cost.year_one["east"]["productive_hour"].month.base)
    assert east.likely_month == pytest.approx(east.month.p50)
    assert east.likely_month > east.estimate_month


def test_no_contacts_have_no_cost_per_contact() -> None:
    none = made(replace(EXAMPLE, contacts_month=dict.fromkeys(EXAMPLE.contacts_month, 0.0)))
    assert isinstance(assessed(none).places["east"].per_contact, NotAssessed)


def test_ten_thousand_draws_of_all_places_take_less_than_300_milliseconds() -> None:
    cost = CASES["growth, pools with a premium, two seasons"]
    taken = []
    for _ in range(3):
        started = time.process_time()
        found = assess_uncertainty(cost, interval_ratio=1.2)
        taken.append(time.process_time() - started)
    assert found.draws == 10_000
    assert len(found.places) == 19  # three regions, fifteen countries, a quote
    assert min(taken) < 0.3
