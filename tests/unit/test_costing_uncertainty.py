"""Uncertain inputs: the arrays say what the estimate says, and what they say of spread can be checked by hand."""

import time
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

import numpy as np
import pytest

from catalog.parameters import load_parameters
from catalog.rates import load_price_claims, load_rate_library, load_rates, load_wage_floors
from domain.costing.currency import Exchange, ExchangeRate
from domain.costing.draws import Pert, Range
from domain.costing.estimate import Estimate, estimate
from domain.costing.hours import BASES, BillingBasis
from domain.costing.inputs import EstimateInputs
from domain.costing.lines import CostLine
from domain.costing.pools import PoolLimits
from domain.costing.pricing import Pricing, domestic_terms, year_terms
from domain.costing.rates import PrivateRate
from domain.costing.seasons import Season
from domain.costing.surcharges import UnusualHours
from domain.costing.uncertainty import PlaceSpread, Uncertainty, assess_uncertainty
from domain.costing.year_one import YearPrice
from domain.shared.outcomes import DomainError, NotAssessed
from domain.shared.provenance import OriginOf
from tests.unit.test_costing_estimate import EXAMPLE, SMALL

PARAMETERS = load_parameters()
TEN = Decimal(10)
NO_PLAN = NotAssessed("costing.no_week")
SURCHARGED = UnusualHours(night=0.1, saturday=1 / 6, sunday=0.05, holiday=0.03)
BUSY = replace(
    EXAMPLE,
    contacts_month={"email": 9000, "chat": 4000, "social": 700},
    aht_s={"email": 500, "chat": 610, "social": 200},
    channel_language_share={"chat": {"de": 0.7, "en": 0.3}},
    pools=(),
    pooling="cheapest",
    pool_limits=PoolLimits(premium=0.1),
    growth_year=0.35,
    seasons=(
        Season(name="Black Friday", multiplier=2.4, months={11: 0.5, 12: 1.0}, surcharge=0.15),
        Season(name="launch", kind="launch", multiplier=1.5, months={3: 0.5, 11: 0.8}, surcharge=0.15),
    ),
)
QUOTE = PrivateRate(
    id="quote",
    label="Vendor A",
    currency="CNY",
    unit="hour",
    low=Decimal(100),
    high=Decimal(120),
    quoted_on=date(2026, 11, 1),
    billing_basis="logged_in_hour",
)


def made(
    inputs: EstimateInputs = EXAMPLE, *, domestic: bool = False, setup_fee: float | None = None
) -> Estimate:
    terms = replace(year_terms(PARAMETERS, unusual=SURCHARGED), setup_fee=setup_fee)
    pricing = Pricing(
        terms=terms,
        rate_library=replace(load_rate_library(), private=(QUOTE,)),
        floors=load_wage_floors(),
        exchange=Exchange.of(ExchangeRate(currency="CNY", per_eur=8.0, on=date(2026, 11, 20), kind="typed")),
        on=date(2026, 9, 1),
        domestic=domestic_terms(PARAMETERS) if domestic else None,
    )
    ticket = load_price_claims()["rate_ticket"]
    return estimate(inputs, load_rates(), PARAMETERS, ticket, pricing=pricing)


def assessed(
    cost: Estimate,
    ranges: Mapping[str, Range] | None = None,
    *,
    basis: BillingBasis | None = None,
    ratio: float | NotAssessed = NO_PLAN,
    seed: int = 7,
) -> Uncertainty:
    return assess_uncertainty(cost, interval_ratio=ratio, ranges=ranges, basis=basis, draws=2000, seed=seed)


def fixed(cost: Estimate, **moved: Range) -> dict[str, Range]:
    """Every input without width but those named (volume, rate_east ...)."""
    known = {each.id: Range(low=each.likely, high=each.likely) for each in assessed(cost).inputs}
    return known | {name.replace("rate_", "rate."): given for name, given in moved.items()}


def year(cost: Estimate, place: PlaceSpread) -> YearPrice:
    if place.kind == "domestic":
        assert cost.domestic is not None
        return cost.domestic.models[place.place].year_one[place.basis]
    return cost.year_of(place.place, first_year=True)[place.basis]


CASES = {
    "the worked example": made(),
    "floors everywhere": made(SMALL),
    "growth, pools with a premium, two seasons": made(BUSY, setup_fee=5000.0),
    "no season at all": made(replace(EXAMPLE, peak=None)),
    "a service in China": made(replace(EXAMPLE, aht_s={**EXAMPLE.aht_s, "chat": 240.0}), domestic=True),
}


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


def test_ranges_come_from_the_parameters_and_contain_the_answer() -> None:
    found = {each.id: each for each in assessed(made(BUSY)).inputs}
    assert (found["aht_s.email"].low, found["aht_s.email"].likely, found["aht_s.email"].high) == (
        240,
        500,
        720,
    )
    assert found["aht_s.email"].origin == OriginOf("data", "parameters.aht_email_s")
    assert (found["shrinkage"].low, found["shrinkage"].high) == (0.2, 0.4)
    assert (found["aht_s.social"].low, found["aht_s.social"].high) == (150, 480)
    # Slower than is usual (1080 s): the range reaches up to the answer.
    slow = {
        each.id: each for each in assessed(made(replace(BUSY, aht_s={**BUSY.aht_s, "chat": 1500}))).inputs
    }
    assert (slow["aht_s.chat"].low, slow["aht_s.chat"].high) == (420, 1500)


def test_an_answer_at_the_end_of_what_is_possible_still_has_a_range() -> None:
    slow = replace(BUSY, aht_s={**BUSY.aht_s, "social": 7200.0}, occupancy=0.95, shrinkage=0.6)
    found = {each.id: each for each in assessed(made(slow)).inputs}
    assert (found["aht_s.social"].low, found["aht_s.social"].high) == (150, 7200)
    assert (found["occupancy"].high, found["shrinkage"].high) == (0.95, 0.6)


def test_a_domestic_service_has_the_usual_chats_of_china() -> None:
    found = {each.id: each for each in assessed(CASES["a service in China"]).inputs}
    assert (found["aht_s.chat"].low, found["aht_s.chat"].high) == (120, 420)


def test_a_typed_range_counts_and_names_its_question() -> None:
    found = {each.id: each for each in assessed(made(), {"volume": Range(low=0.9, high=1.1)}).inputs}
    volume = found["volume"]
    assert (volume.low, volume.high, volume.typed) == (0.9, 1.1, True)
    assert volume.origin == OriginOf("question", "contacts_month")
    assert not found["occupancy"].typed


@pytest.mark.parametrize(
    ("name", "low", "high"),
    [
        ("occupancy", 0.7, 1.2),  # nobody is busy for more than the hour
        ("shrinkage", -0.1, 0.4),
        ("volume", 1.1, 1.3),  # the most likely value lies outside
        ("peak_multiplier", 0.5, 3.0),
        ("rate.east", -1.0, 18.0),
        ("aht_s.email", -240.0, 500.0),
    ],
)
def test_a_range_that_cannot_be_is_refused(name: str, low: float, high: float) -> None:
    with pytest.raises(DomainError) as refused:
        assessed(made(), {name: Range(low=low, high=high)})
    assert (refused.value.code, refused.value.values["uncertain"]) == ("costing.range_outside", name)


def test_a_range_for_an_input_the_estimate_has_not_is_refused() -> None:
    with pytest.raises(DomainError) as refused:
        assessed(made(), {"aht_s.social": Range(low=100, high=300)})
    assert refused.value.code == "costing.range_unknown"


def test_draws_have_the_mean_and_the_spread_of_pert() -> None:
    pert = Pert(id="aht_s.email", unit="second", low=240, likely=420, high=720, origin=OriginOf("data", "x"))
    drawn = pert.draw(seed=1, count=200_000)
    mean = (240 + 4 * 420 + 720) / 6  # 440 s
    assert drawn.mean() == pytest.approx(mean, abs=0.7)
    # Variance of PERT with lambda 4: (mean - low)(high - mean) / 7.
    assert drawn.var() == pytest.approx((mean - 240) * (720 - mean) / 7, rel=0.01)
    assert drawn.min() >= 240
    assert drawn.max() <= 720


def test_a_symmetric_input_has_the_percentiles_of_its_beta_distribution() -> None:
    # Beta(3, 3): F(x) = x^3 (10 - 15 x + 6 x^2), which is 0.1 at 0.24664.
    pert = Pert(id="rate.x", unit="rate", low=10, likely=14, high=18, origin=OriginOf("data", "rates.x"))
    p10, p50, p90 = np.percentile(pert.draw(seed=3, count=200_000), [10, 50, 90])
    assert (p10, p50, p90) == pytest.approx((10 + 8 * 0.24664, 14, 18 - 8 * 0.24664), abs=0.03)


def test_an_input_more_leaves_the_draws_of_the_others_alone() -> None:
    few, more = assessed(made(SMALL)), assessed(made())
    volumes = [next(each for each in found.inputs if each.id == "volume") for found in (few, more)]
    assert (volumes[0].p10, volumes[0].p90) == (volumes[1].p10, volumes[1].p90)


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
