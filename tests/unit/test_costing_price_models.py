"""Price models, each billed from its own terms: every expected amount is worked out by hand beside it."""

from dataclasses import replace

import pytest

from domain.costing.band import Band
from domain.costing.bill import NO_ORDERS, Bill, bill
from domain.costing.billing import Charge, Offer, Tier, Usage
from domain.costing.hours import HourShares
from domain.costing.surcharges import UnusualHours
from domain.shared.outcomes import DomainError, NotAssessed
from domain.shared.provenance import OriginOf

QUOTE = OriginOf("data", "private.quote")
USAGE = Usage(
    contacts=6000,
    productive_hours=950,
    workload_hours=650,
    seats=8,
    shares=HourShares(shrinkage=0.30, in_work_shrinkage=0.18),
    language_share={"de": 0.6, "fr": 0.4},
    workload_share={"de": 0.7, "fr": 0.3},
    contact_share={"de": 0.75, "fr": 0.25},
    orders=24_000,
    resolutions=1500,
)


def price(value: float) -> Band:
    return Band(low=value, base=value, high=value)


def offer(*charges: Charge, **terms: object) -> Offer:
    return replace(Offer(id="quote", currency="EUR", charges=charges), **terms)  # type: ignore[arg-type]  # tests name real fields


def month(made: Bill | NotAssessed) -> float:
    assert isinstance(made, Bill)
    return made.month.base


def steps(made: Offer) -> list[tuple[str, float, float, float]]:
    """Unit, units used, the month before and after."""
    billed = bill(made, USAGE, QUOTE)
    assert isinstance(billed, Bill)
    return [(each.unit, each.above, each.before.base, each.after.base) for each in billed.steps]


def tiers(*steps: tuple[float, float]) -> tuple[Tier, ...]:
    return tuple(Tier(above=above, price=price(value)) for above, value in steps)


@pytest.mark.parametrize(
    ("charge", "expected"),
    [
        (Charge.flat("hour", price(14), "productive_hour"), 950 * 14),
        (Charge.flat("hour", price(14), "paid_hour"), 950 / 0.7 * 14),
        (Charge.flat("hour", price(14), "logged_in_hour"), 950 / 0.82 * 14),
        (Charge.flat("seat_month", price(2400)), 8 * 2400),
        (Charge.flat("ticket", price(2.20)), 6000 * 2.20),
        (Charge.flat("order", price(0.75)), 24_000 * 0.75),
        (Charge.flat("minute", price(0.60)), 650 * 60 * 0.60),
        (Charge.flat("resolution", price(0.90)), 1500 * 0.90),
    ],
)
def test_every_model_charges_for_what_it_counts(charge: Charge, expected: float) -> None:
    assert month(bill(offer(charge), USAGE, QUOTE)) == pytest.approx(expected)


def test_every_model_is_brought_to_a_contact_and_an_order() -> None:
    made = bill(offer(Charge.flat("seat_month", price(2400))), USAGE, QUOTE)
    assert isinstance(made, Bill)
    # 19,200 over 6,000 contacts and 24,000 orders
    assert made.per_contact.ends == pytest.approx((3.20, 3.20, 3.20))  # type: ignore[union-attr]  # there are contacts
    assert made.per_order.ends == pytest.approx((0.80, 0.80, 0.80))  # type: ignore[union-attr]  # there are orders


def test_orders_nobody_told_are_not_zero() -> None:
    unknown = replace(USAGE, orders=None)
    assert bill(offer(Charge.flat("order", price(0.75))), unknown, QUOTE) == NO_ORDERS
    by_shift = bill(offer(Charge.flat("shift_month", price(1750))), unknown, QUOTE)
    assert by_shift == NotAssessed("costing.no_shift_length")
    by_ticket = bill(offer(Charge.flat("ticket", price(2.20))), unknown, QUOTE)
    assert isinstance(by_ticket, Bill)
    assert by_ticket.per_order == NO_ORDERS


def test_marginal_tiers_price_every_unit_in_its_own_tier() -> None:
    charge = Charge(unit="ticket", tiers=tiers((0, 2.50), (2000, 2.00), (5000, 1.50)))
    # 2,000 x 2.50 + 3,000 x 2.00 + 1,000 x 1.50
    assert charge.amount(6000).base == pytest.approx(12_500)
    assert charge.amount(2000).base == pytest.approx(5000)
    assert steps(offer(charge)) == []


def test_an_all_units_step_makes_more_cheaper_and_is_reported() -> None:
    charge = Charge(unit="ticket", tiers=tiers((0, 2.50), (5000, 2.00)), banding="all_units")
    assert charge.amount(5000).base == pytest.approx(12_500)
    assert charge.amount(6000).base == pytest.approx(12_000)
    assert steps(offer(charge)) == [("ticket", 5000, 12_500, 10_000)]


def test_a_step_is_told_in_units_used_with_the_fixed_fee() -> None:
    """500 tickets are in the fee of 1,000: the step comes after 5,500, from 5,000 x 2.50 to 5,000 x 2.00."""
    charge = Charge(unit="ticket", tiers=tiers((0, 2.50), (5000, 2.00)), banding="all_units", included=500)
    assert steps(offer(charge, fixed_month=price(1000))) == [("ticket", 5500, 13_500, 11_000)]


@pytest.mark.parametrize(("minimum", "falls_to"), [(11_000, 11_000), (9000, 10_000), (12_500, None)])
def test_a_step_hidden_by_the_minimum_is_none(minimum: float, falls_to: float | None) -> None:
    charge = Charge(unit="ticket", tiers=tiers((0, 2.50), (5000, 2.00)), banding="all_units")
    found = [after for *_, after in steps(offer(charge, minimum_month=price(minimum)))]
    assert found == ([] if falls_to is None else [falls_to])


def test_a_tier_below_what_is_always_billed_is_never_stepped_over() -> None:
    charge = Charge(unit="ticket", tiers=tiers((0, 2.50), (500, 2.00)), banding="all_units", least=1000)
    assert steps(offer(charge)) == []


def test_a_step_in_hours_counts_what_nights_cost_more() -> None:
    """Above 900 h all at 10 instead of 12: 900 x 12 x 1.05 and 900 x 10 x 1.05, a tenth at night for half more."""
    charge = Charge(
        unit="hour",
        tiers=tiers((0, 12), (900, 10)),
        banding="all_units",
        basis="productive_hour",
    )
    night = replace(USAGE, unusual=UnusualHours(night=0.1))
    made = bill(offer(charge, surcharges={"night": 0.5}), night, QUOTE)
    assert isinstance(made, Bill)
    months = [month for each in made.steps for month in (each.before.base, each.after.base)]
    assert months == pytest.approx([11_340, 9450])


def test_an_all_units_tier_that_becomes_dearer_is_no_step_down() -> None:
    dearer = Charge(unit="ticket", tiers=tiers((0, 1.0), (5000, 1.2)), banding="all_units")
    assert steps(offer(dearer)) == []


def test_a_hybrid_has_a_fee_with_units_included_and_a_minimum() -> None:
    charge = replace(Charge.flat("ticket", price(1.80)), included=2000)
    # 4,000 + (6,000 - 2,000) x 1.80 = 11,200; the minimum lifts it to 12,000 and then adds 800.
    hybrid = offer(charge, fixed_month=price(4000), minimum_month=price(12_000))
    made = bill(hybrid, USAGE, QUOTE)
    assert month(made) == pytest.approx(12_000)
    assert isinstance(made, Bill)
    assert made.total.part("minimum").amount.base == pytest.approx(800)
    assert month(bill(replace(hybrid, minimum_month=price(9000)), USAGE, QUOTE)) == pytest.approx(11_200)


def test_units_billed_at_least_are_billed_also_when_nobody_writes() -> None:
    charge = replace(Charge.flat("ticket", price(2)), least=1000)
    assert charge.amount(0).base == pytest.approx(2000)


def test_unusual_hours_cost_more_and_nothing_else_does() -> None:
    unusual = replace(USAGE, unusual=UnusualHours(night=0.1, saturday=1 / 6, sunday=0, holiday=0.03))
    terms = {"night": 0.25, "saturday": 0.25, "sunday": 0.50, "holiday": 1.0}
    by_hour = offer(Charge.flat("hour", price(10), "productive_hour"), surcharges=terms)
    # 9,500 x (1 + 0.1 x 0.25 + 1/6 x 0.25 + 0.03 x 1.0) = 9,500 + 237.50 + 395.83 + 285
    assert month(bill(by_hour, unusual, QUOTE)) == pytest.approx(10_418.33, abs=0.01)
    by_ticket = offer(Charge.flat("ticket", price(2)), surcharges=terms)
    assert month(bill(by_ticket, unusual, QUOTE)) == pytest.approx(12_000)


@pytest.mark.parametrize(("stacking", "expected"), [(1.0, 10_925), (0.0, 10_735), (0.5, 10_830)])
def test_of_several_surcharges_an_hour_pays_the_highest_and_a_part_of_the_others(
    stacking: float, expected: float
) -> None:
    """A fifth on Sundays at 50 %, a fifth at night at 25 %, 8 % both: 9,500 x (0.10 + 0.05), less 0.08 x 25 %."""
    unusual = UnusualHours(night=0.2, sunday=0.2, sunday_night=0.08)
    by_hour = offer(
        Charge.flat("hour", price(10), "productive_hour"),
        surcharges={"night": 0.25, "sunday": 0.50},
        stacking=stacking,
    )
    assert month(bill(by_hour, replace(USAGE, unusual=unusual), QUOTE)) == pytest.approx(expected)


def test_a_public_holiday_at_night_pays_for_the_holiday_alone() -> None:
    """A tenth of all hours: of the fifth at night 2 % pay 100 % instead of 25 %, the other 18 % pay 25 %."""
    unusual = UnusualHours(night=0.2, holiday=0.1)
    paid = dict(unusual.paying({"night": 0.25, "holiday": 1.0}, 0.0).items())
    assert paid == pytest.approx({"night": 0.18, "saturday": 0, "sunday": 0, "holiday": 0.1})


@pytest.mark.parametrize(
    ("charge", "expected"),
    [
        (Charge.flat("seat_month", price(2000)), 16_000 * 1.04),  # 40 % of the hours in French, 10 % more
        (Charge.flat("minute", price(1)), 39_000 * 1.03),  # 30 % of the work
        (Charge.flat("ticket", price(2)), 12_000 * 1.025),  # 25 % of the contacts
        (Charge.flat("order", price(1)), 24_000),  # an order has no language
    ],
)
def test_a_premium_counts_what_its_language_causes(charge: Charge, expected: float) -> None:
    made = bill(offer(charge, premiums={"fr": price(0.10)}), USAGE, QUOTE)
    assert month(made) == pytest.approx(expected)


def test_a_language_premium_falls_on_the_hours_of_the_language() -> None:
    premium = {"fr": Band(low=0.10, base=0.125, high=0.15)}
    made = bill(offer(Charge.flat("hour", price(10), "productive_hour"), premiums=premium), USAGE, QUOTE)
    # 9,500 x 0.4 x 10 % / 12.5 % / 15 % on top
    assert isinstance(made, Bill)
    assert made.month.ends == pytest.approx((9880, 9975, 10_070))


def test_one_off_fees_count_a_twelfth_and_tools_by_seat() -> None:
    made = bill(
        offer(
            Charge.flat("ticket", price(2)),
            setup_fee=price(3000),
            training_fee=price(1200),
            tools_seat_month=price(60),
        ),
        USAGE,
        QUOTE,
    )
    # 12,000 + 250 + 100 + 8 x 60
    assert month(made) == pytest.approx(12_830)


@pytest.mark.parametrize(
    ("terms", "code"),
    [
        ({"unit": "hour", "tiers": tiers((0, 14))}, "costing.basis_missing"),
        ({"unit": "ticket", "tiers": tiers((0, 2)), "basis": "paid_hour"}, "costing.basis_missing"),
        ({"unit": "ticket", "tiers": ()}, "costing.tiers_unordered"),
        ({"unit": "ticket", "tiers": tiers((10, 2))}, "costing.tiers_unordered"),
        ({"unit": "ticket", "tiers": tiers((0, 2), (0, 1))}, "costing.tiers_unordered"),
        ({"unit": "ticket", "tiers": tiers((0, -2))}, "costing.price_outside"),
        ({"unit": "ticket", "tiers": tiers((0, float("inf")))}, "costing.price_outside"),
    ],
)
def test_terms_nobody_could_bill_are_refused(terms: dict[str, object], code: str) -> None:
    with pytest.raises(DomainError) as refusal:
        Charge(**terms)  # type: ignore[arg-type]  # each case is a set of real fields
    assert refusal.value.code == code
