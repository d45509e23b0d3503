"""Quotes with all their terms: what they cost, what is said of them, and the year they make; all worked out by hand."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from catalog.parameters import load_parameters
from catalog.rates import load_rate_library, load_rates, load_wage_floors
from domain.costing.bill import Bill
from domain.costing.currency import Exchange, ExchangeRate
from domain.costing.estimate import Estimate, estimate
from domain.costing.inputs import EstimateInputs
from domain.costing.priced_places import priced_places, years_of_quotes
from domain.costing.pricing import Pricing, domestic_terms, year_terms
from domain.costing.quote_terms import QuoteTerms, VolumeTier
from domain.costing.rates import PrivateRate
from domain.costing.surcharges import UnusualHours
from domain.shared.outcomes import DomainError, NotAssessed
from domain.shared.provenance import OriginOf
from tests.unit.test_costing_estimate import EXAMPLE

PARAMETERS = load_parameters()
# E.3: 6,000 contacts, 650 h of work, 950.625 productive h, 8 seats, German 40 %, French 25 % of the contacts.
HYBRID = QuoteTerms(
    tiers=(
        VolumeTier(above=Decimal(2000), price=Decimal("1.80")),
        VolumeTier(above=Decimal(4000), price=Decimal("1.60")),
    ),
    included=Decimal(500),
    fixed_month=Decimal(3000),
    minimum_month=Decimal(9000),
    premiums={"de": Decimal("0.10")},
    setup_fee=Decimal(2400),
    training_fee=Decimal(1200),
    tools_seat_month=Decimal(50),
)


def quote(**changes: Any) -> PrivateRate:
    given: dict[str, Any] = {
        "id": "q",
        "label": "Offer A",
        "currency": "EUR",
        "unit": "ticket",
        "low": Decimal("2.00"),
        "high": Decimal("2.00"),
        "quoted_on": date(2026, 11, 1),
        **changes,
    }
    return PrivateRate(**given)


def by_the_hour(**changes: Any) -> PrivateRate:
    return quote(unit="hour", billing_basis="productive_hour", low=Decimal(16), high=Decimal(16), **changes)


def made(*quotes: PrivateRate, inputs: EstimateInputs = EXAMPLE, **pricing: Any) -> Estimate:
    known = Pricing(
        terms=year_terms(PARAMETERS),
        rate_library=replace(load_rate_library(), private=quotes),
        floors=load_wage_floors(),
        on=date(2026, 11, 22),
    )
    return estimate(inputs, load_rates(), PARAMETERS, pricing=replace(known, **pricing))


def bill_of(cost: Estimate) -> Bill:
    place = next(place for place in cost.comparison if place.kind == "private")
    (bill,) = place.bills.values()
    assert isinstance(bill, Bill)
    return bill


def test_a_hybrid_quote_by_hand() -> None:
    """5,500 tickets beyond the 500 included: 2,000 x 2.00 + 2,000 x 1.80 + 1,500 x 1.60 = 10,000.

    German tickets cost a tenth more: 40 % of 10,000 x 10 % = 400. With the fixed fee 13,400, above the minimum of
    9,000. Tools 8 x 50 = 400; set-up 2,400 / 12 = 200; training 1,200 / 12 = 100: 14,100 a month.
    """
    bill = bill_of(made(quote(terms=HYBRID)))
    lines = {line.id: line.amount.base for line in bill.total.parts}
    assert lines == pytest.approx(
        {
            "ticket": 10_000,
            "language_premium": 400,
            "fixed_month": 3000,
            "minimum": 0,
            "tools": 400,
            "setup": 200,
            "training_fee": 100,
        }
    )
    assert bill.month.ends == pytest.approx((14_100, 14_100, 14_100))
    assert bill.per_contact.base == pytest.approx(2.35)  # type: ignore[union-attr]  # there are contacts
    assert bill.steps == ()
    assert {line.inputs[-1].origin for line in bill.total.parts if line.id == "setup"} == {
        OriginOf("data", "private.q")
    }


def test_all_units_at_the_price_of_the_tier_reached_make_a_step() -> None:
    """All 5,500 at 1.60 = 8,800. The steps: 2,000 billed (2,500 used) from 4,000 to 3,600, and 4,000 (4,500 used)
    from 7,200 to 6,400; both without a minimum, with the fixed fee of 3,000."""
    terms = replace(HYBRID, banding="all_units", minimum_month=None, premiums={})
    bill = bill_of(made(quote(terms=terms)))
    assert bill.total.part("ticket").amount.base == pytest.approx(8800)
    steps = [figure for step in bill.steps for figure in (step.above, step.before.base, step.after.base)]
    assert steps == pytest.approx([2500, 7000, 6600, 4500, 10_200, 9400])
    # A minimum of 10,200 lifts both sides of both steps to the same amount.
    hidden = replace(terms, minimum_month=Decimal(10_200))
    assert bill_of(made(quote(terms=hidden))).steps == ()


def test_amounts_of_a_quote_are_converted_together() -> None:
    rate = ExchangeRate(currency="PLN", per_eur=4.0, on=date(2026, 11, 20), kind="typed")
    in_zloty = replace(
        HYBRID,
        tiers=tuple(VolumeTier(above=each.above, price=each.price * 4) for each in HYBRID.tiers),
        fixed_month=Decimal(12_000),
        minimum_month=Decimal(36_000),
        setup_fee=Decimal(9600),
        training_fee=Decimal(4800),
        tools_seat_month=Decimal(200),
    )
    given = quote(currency="PLN", low=Decimal(8), high=Decimal(8), terms=in_zloty)
    assert bill_of(made(given, exchange=Exchange.of(rate))).month.base == pytest.approx(14_100)
    (place,) = (each for each in made(given).comparison if each.kind == "private")
    assert place.bills == {"offer": NotAssessed("costing.exchange_unknown", {"currency": "PLN"})}


def test_a_chinese_shop_reads_its_quotes_in_yuan_without_an_exchange_rate() -> None:
    given = quote(currency="CNY", unit="seat_month", low=Decimal(5000), high=Decimal(5000))
    cost = made(given, domestic=domestic_terms(PARAMETERS))
    assert bill_of(cost).offer.currency == "CNY"
    assert bill_of(cost).month.base == pytest.approx(8 * 5000)
    hourly = quote(currency="CNY", unit="hour", billing_basis="paid_hour", low=Decimal(30), high=Decimal(30))
    cost = made(hourly, domestic=domestic_terms(PARAMETERS))
    assert years_of_quotes(cost)["q"][0].rate.currency == "CNY"


def test_a_price_per_settled_contact_is_only_a_part_of_the_service() -> None:
    """A quarter of the 5,400 written contacts, at 0.90: 1,215 a month; people for all others are left out."""
    bill = bill_of(made(quote(unit="resolution", low=Decimal("0.90"), high=Decimal("0.90"))))
    assert bill.month.base == pytest.approx(1215)
    assert bill.offer.left_out == ("people",)


def test_a_fixed_fee_counts_when_a_ticket_is_judged() -> None:
    """1.00 a ticket is too little in Poland (1.35 for the work, 1.58 with waiting); 4,000 more a month are 1.67."""

    def codes(**terms: Any) -> list[str]:
        given = quote(low=Decimal(1), high=Decimal(1), country="PL", terms=QuoteTerms(**terms))
        return [each.code for each in made(given).findings if each.place == "private.q"]

    assert codes() == ["costing.quote_ticket_uneconomic"]
    assert codes(fixed_month=Decimal(2400)) == ["costing.quote_ticket_without_waiting"]
    assert codes(fixed_month=Decimal(4000)) == []
    assert codes(minimum_month=Decimal(10_000)) == []
    # Nine tenths of 10.88 a paid hour x 173.33 h are 1,697 a seat: 1,600 with 8 x 100 included in a fee suffice.
    seats = quote(unit="seat_month", low=Decimal(1600), high=Decimal(1600), country="PL")
    lifted = replace(seats, terms=QuoteTerms(fixed_month=Decimal(800)))
    assert [each.code for each in made(seats).findings if each.place == "private.q"] == [
        "costing.below_wage_floor"
    ]
    assert [each for each in made(lifted).findings if each.place == "private.q"] == []


def test_the_first_year_of_a_quote_has_its_own_set_up_fee_and_says_whose_it_is() -> None:
    """3,600 once: 300 a month; tools 8 x 20 instead of 8 x 60; both times 3 % of room for exchange rates."""
    terms = QuoteTerms(setup_fee=Decimal(3600), tools_seat_month=Decimal(20))
    own, plain = (years_of_quotes(made(by_the_hour(terms=each)))["q"] for each in (terms, QuoteTerms()))
    assert own[0].left_out == ()
    assert plain[0].left_out == ("setup_fee",)
    setup, tools = own[0].total.part("setup"), own[0].total.part("tools")
    assert (setup.amount.base, tools.amount.base) == pytest.approx((300, 160))
    assert setup.inputs[0].origin == tools.inputs[0].origin == OriginOf("data", "private.q")
    assert own[0].month.base - plain[0].month.base == pytest.approx((300 - 8 * 40) * 1.03)
    # Set-up is due once: the later year differs by the tools alone.
    assert own[1].month.base - plain[1].month.base == pytest.approx(-8 * 40 * 1.03)
    regions = made(by_the_hour(terms=terms)).year_one["east"]["paid_hour"]
    assert regions.left_out == ("setup_fee",), "a fee of one vendor is nobody else's"


def test_surcharges_of_a_quote_take_the_place_of_the_assumed_ones() -> None:
    """A sixth of the hours on Saturdays: the assumed 25 % are 39.6 h of 950.6, the quoted 50 % are 79.2 h."""
    saturday = year_terms(PARAMETERS, unusual=UnusualHours(saturday=1 / 6))
    free = QuoteTerms(surcharges={"saturday": Decimal(0)})
    half = QuoteTerms(surcharges={"saturday": Decimal("0.5")})
    hours = {
        name: years_of_quotes(made(by_the_hour(terms=terms), terms=saturday))["q"][0].hours
        for name, terms in (("assumed", QuoteTerms()), ("free", free), ("half", half))
    }
    found = {name: each.of("saturday") for name, each in hours.items() if each is not None}
    assert found == pytest.approx({"assumed": 950.625 / 24, "free": 0, "half": 950.625 / 12})


@pytest.mark.parametrize(
    "terms",
    [
        {"tiers": (VolumeTier(above=Decimal(500), price=Decimal(15)),)},
        {"minimum_month": Decimal(9000)},
        {"fixed_month": Decimal(100)},
        {"premiums": {"de": Decimal("0.1")}},
        {"training_fee": Decimal(100)},
    ],
)
def test_a_quote_whose_hour_has_several_prices_is_not_drawn(terms: dict[str, Any]) -> None:
    cost = made(by_the_hour(terms=QuoteTerms(**terms)))
    assert "q" not in {place.id for place in priced_places(cost)}
    assert years_of_quotes(cost) == {}
    assert bill_of(cost).month.base > 0


@pytest.mark.parametrize(
    ("terms", "code"),
    [
        ({"setup_fee": Decimal(-1)}, "costing.price_outside"),
        ({"minimum_month": Decimal("NaN")}, "costing.price_outside"),
        ({"tiers": (VolumeTier(above=Decimal(0), price=Decimal(1)),)}, "costing.quote_tiers_unordered"),
        ({"tiers": tuple(reversed(HYBRID.tiers))}, "costing.quote_tiers_unordered"),
        ({"surcharges": {"night": Decimal("4.01")}}, "costing.quote_share_outside"),
        ({"surcharges": {"monday": Decimal("0.1")}}, "quotes.choice_unknown"),
        ({"premiums": {"de": Decimal("-0.1")}}, "costing.quote_share_outside"),
    ],
)
def test_terms_nobody_could_bill_are_refused(terms: dict[str, Any], code: str) -> None:
    with pytest.raises(DomainError) as refusal:
        QuoteTerms(**terms)
    assert refusal.value.code == code


@pytest.mark.parametrize(
    ("unit", "terms", "code"),
    [
        ("ticket", {"surcharges": {"night": Decimal("0.25")}}, "costing.surcharges_by_the_hour"),
        ("order", {"premiums": {"de": Decimal("0.1")}}, "costing.premiums_not_here"),
    ],
)
def test_terms_a_unit_cannot_have_are_refused(unit: str, terms: dict[str, Any], code: str) -> None:
    with pytest.raises(DomainError) as refusal:
        quote(unit=unit, terms=QuoteTerms(**terms))
    assert refusal.value.code == code
