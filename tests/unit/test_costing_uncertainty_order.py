"""Which inputs matter, and what would make another place the cheapest."""

from dataclasses import replace
from decimal import Decimal

import pytest

from domain.costing.draws import Range
from tests.uncertainty_case import CASES, QUOTE, TEN, assessed, fixed, made
from tests.unit.test_costing_estimate import EXAMPLE, SMALL


def test_a_rate_alone_moves_the_month_by_its_hours() -> None:
    cost = made()
    found = assessed(cost, fixed(cost, rate_east=Range(low=10, high=18)), basis="productive_hour")
    bar = found.places["east"].tornado[0]
    assert bar.input.id == "rate.east"
    year_one = cost.year_one["east"]["productive_hour"]
    assert year_one.hours is not None
    moved = (bar.input.p90 - bar.input.p10) * year_one.hours.total * 1.03  # the allowance for exchange rates
    assert bar.span == pytest.approx(moved)
    assert found.places["south"].tornado == ()


def test_busier_agents_cost_less_and_the_tornado_shows_its_direction() -> None:
    bars = {bar.input.id: bar for bar in assessed(made()).places["east"].tornado}
    assert bars["occupancy"].month_at_p90 < bars["occupancy"].month_at_p10
    assert bars["volume"].month_at_p90 > bars["volume"].month_at_p10


def test_the_tornado_has_the_ten_strongest_the_strongest_first() -> None:
    channels = ("email", "marketplace", "chat", "phone", "social", "form")
    many = replace(
        EXAMPLE,
        contacts_month=dict.fromkeys(channels, 3000.0),
        aht_s=dict.fromkeys(channels, 400.0),
    )
    bars = assessed(made(many)).places["west"].tornado
    assert len(bars) == 10  # of eleven that move the month
    assert [bar.span for bar in bars] == sorted((bar.span for bar in bars), reverse=True)


def test_where_coverage_decides_more_contacts_move_nothing() -> None:
    bars = {bar.input.id for bar in assessed(made(SMALL)).places["east"].tornado}
    assert bars == {"rate.east", "shrinkage"}


def test_the_regions_do_not_change_places_within_their_rates() -> None:
    cheapest = assessed(made()).cheapest["region"]
    assert cheapest.place == "east"
    assert {flip.input.id for flip in cheapest.flips} >= {"rate.east", "rate.south", "rate.west", "volume"}
    # East would have to pass 18.50 and stays below 18; South would have to fall below 14 and stays above 15.
    assert all(flip.value is None and flip.place is None for flip in cheapest.flips)


def test_the_rate_at_which_the_order_flips_is_found() -> None:
    cost = made()
    ranges = fixed(cost, rate_east=Range(low=10, high=25), rate_south=Range(low=12, high=20))
    cheapest = assessed(cost, ranges).cheapest["region"]
    flips: dict[str, object] = {
        flip.input.id: (flip.value, flip.place) for flip in cheapest.flips if flip.value is not None
    }
    assert flips["rate.east"] == (pytest.approx(18.5, abs=1e-6), "south")
    assert flips["rate.south"] == (pytest.approx(14.0, abs=1e-6), "south")
    assert set(flips) == {"rate.east", "rate.south"}
    assert [flip.value is None for flip in cheapest.flips[:2]] == [False, False]


def test_shrinkage_flips_the_order_where_rates_mean_different_hours() -> None:
    cost = made(replace(EXAMPLE, peak=None))
    paid = replace(QUOTE, id="paid", currency="EUR", low=TEN, high=TEN, billing_basis="paid_hour")
    logged_in = replace(QUOTE, id="logged_in", currency="EUR", low=Decimal("11.9"), high=Decimal("11.9"))
    pricing = replace(
        cost.pricing,
        rate_library=replace(cost.pricing.rate_library, private=(paid, logged_in)),
        terms=replace(cost.pricing.terms, training_h=0.0),
    )
    cheapest = assessed(replace(cost, pricing=pricing)).cheapest["private"]
    flips: dict[str, object] = {
        flip.input.id: (flip.value, flip.place) for flip in cheapest.flips if flip.value is not None
    }
    # A productive hour costs 10 / (1 - s) or 11.9 / (1 - 0.18): the same at s = 1 - 10 x 0.82 / 11.9.
    assert cheapest.place == "paid"
    assert flips == {"shrinkage": (pytest.approx(1 - 8.2 / 11.9, abs=1e-6), "logged_in")}


def test_the_shares_of_being_cheapest_add_up_where_nobody_ties() -> None:
    places = assessed(made()).of_kind("region")
    assert sum(place.cheapest_share for place in places) == pytest.approx(1)
    assert places[0].cheapest_share > 0.95


def test_places_of_one_range_share_the_first_place_equally() -> None:
    """Poland, Romania and Serbia are published with one range, 10 to 18 euro: chance alone would tell them apart."""
    found = assessed(made()).places
    assert found["PL"].equals == ("RO", "RS")
    assert found["RS"].equals == ("PL", "RO")
    assert found["TN"].equals == ()
    alike = {found[name].cheapest_share for name in ("PL", "RO", "RS")}
    assert len(alike) == 1
    assert sum(place.cheapest_share for place in found.values() if place.kind == "country") == pytest.approx(
        1
    )


def test_a_service_in_china_can_change_its_model() -> None:
    cost = CASES["a service in China"]
    found = assessed(cost)
    models = found.of_kind("domestic")
    assert sum(model.cheapest_share for model in models) == pytest.approx(1)
    # The price of temporary agents is drawn where seats leave the peaks to them, and bears on seats alone.
    moving = {model.place: {bar.input.id for bar in model.tornado} for model in models}
    assert "rate.cn_promo_temp" in moving["cn_dedicated_seat"]
    assert "rate.cn_promo_temp" not in moving["cn_hourly"] | moving["cn_per_enquiry"]
    assert "rate.cn_promo_temp" in {flip.input.id for flip in found.cheapest["domestic"].flips}
