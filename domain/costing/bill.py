"""An offer billed for a month's use: line by line, and brought to a month, a contact and an order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from domain.costing.band import Band
from domain.costing.billing import Charge, Offer, Usage
from domain.costing.lines import CostLine, LineInput, computed, sum_of
from domain.costing.rates import PriceUnit
from domain.costing.workload import NO_CONTACTS
from domain.shared.measures import MONTHS_PER_YEAR
from domain.shared.outcomes import NotAssessed
from domain.shared.provenance import OriginOf

NO_ORDERS = NotAssessed("costing.no_orders")
# Why nothing can be billed where the quantity of a unit is unknown; every other unit is always known.
_UNKNOWN = {
    "order": NO_ORDERS,
    "person_day": NotAssessed("costing.no_peak"),
    "shift_month": NotAssessed("costing.no_shift_length"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class StepDown:
    """Where using more makes the month cheaper, because an all-units tier begins.

    Attributes:
        unit: what is counted.
        above: units used just before the step, those included among them.
        before: the month of charges, fixed fee and minimum just before it.
        after: the same just beyond it.
    """

    unit: PriceUnit
    above: float
    before: Band
    after: Band


@dataclass(frozen=True, slots=True, kw_only=True)
class Bill:
    """What an offer costs a month, in three units that can be compared across models.

    Attributes:
        offer: the terms.
        total: the month with all its lines; one-off fees count a twelfth.
        per_contact: the month over its contacts.
        per_order: the month over its orders.
        steps: where more volume would cost less.
    """

    offer: Offer
    total: CostLine
    per_contact: Band | NotAssessed
    per_order: Band | NotAssessed
    steps: tuple[StepDown, ...]

    @property
    def month(self) -> Band:
        """The month."""
        return self.total.amount


def bill(offer: Offer, usage: Usage, source: OriginOf) -> Bill | NotAssessed:
    """An offer billed for a month.

    Args:
        offer: the terms.
        usage: what is used.
        source: the data entry, quote or calculation behind the prices, for the lines.

    Returns:
        NotAssessed when the offer charges for something and nobody told how much of it there is.
    """
    unknown = [charge.unit for charge in offer.charges if usage.quantity(charge) is None]
    if unknown:
        return _UNKNOWN[unknown[0]]
    amounts = [charge.amount(usage.quantity(charge) or 0.0) for charge in offer.charges]
    lines = [*_charges(offer, usage, amounts, source), *_extras(offer, usage, source)]
    total = sum_of("month", *lines)
    return Bill(
        offer=offer,
        total=total,
        per_contact=total.amount.scaled(1 / usage.contacts) if usage.contacts else NO_CONTACTS,
        per_order=total.amount.scaled(1 / usage.orders) if usage.orders else NO_ORDERS,
        steps=tuple(_steps_down(offer, usage, amounts, source)),
    )


def _steps_down(offer: Offer, usage: Usage, amounts: Sequence[Band], source: OriginOf) -> Iterator[StepDown]:
    """The steps at which the month really falls: what the minimum lifts to the same amount is none."""
    for place, charge in enumerate(offer.charges):
        for above, before, after in charge.steps():
            months = [
                Band.total(
                    line.amount
                    for line in _charges(
                        offer, usage, [*amounts[:place], amount, *amounts[place + 1 :]], source
                    )
                )
                for amount in (before, after)
            ]
            if any(then < now for now, then in zip(*(month.ends for month in months), strict=True)):
                yield StepDown(unit=charge.unit, above=above, before=months[0], after=months[1])


def _charges(offer: Offer, usage: Usage, amounts: Sequence[Band], source: OriginOf) -> Iterator[CostLine]:
    """The lines the minimum counts: charges, what comes on top, the fixed fee; then what the minimum adds."""
    lines = [
        _charge(charge, usage, amount, source) for charge, amount in zip(offer.charges, amounts, strict=True)
    ]
    for charge, amount in zip(offer.charges, amounts, strict=True):
        if charge.unit == "hour":
            lines += _surcharges(offer, usage, amount, source)
        lines += _premiums(offer, usage, charge, amount, source)
    if offer.fixed_month.high:
        lines.append(_once("fixed_month", offer.fixed_month, "fixed_month", source))
    yield from lines
    if offer.minimum_month is not None:
        sum_so_far = Band.total(line.amount for line in lines)
        yield CostLine(
            id="minimum",
            amount=_lift(sum_so_far, offer.minimum_month),
            formula="minimum_month",
            inputs=(
                _given("minimum_month", offer.minimum_month, source),
                computed("charged", sum_so_far, "sum_of_lines"),
            ),
        )


def _charge(charge: Charge, usage: Usage, amount: Band, source: OriginOf) -> CostLine:
    units = charge.billed(usage.quantity(charge) or 0.0)
    return CostLine(
        id=charge.unit,
        amount=amount,
        formula=f"price_{charge.unit}",
        inputs=(
            computed("units_billed", units, f"units_{charge.unit}"),
            _given("price", amount.scaled(1 / units) if units else charge.tiers[0].price, source),
        ),
    )


def _surcharges(offer: Offer, usage: Usage, hours: Band, source: OriginOf) -> Iterator[CostLine]:
    for name, share in usage.unusual.paying(offer.surcharges, offer.stacking).items():
        surcharge = offer.surcharges.get(name, 0.0)
        if share and surcharge:
            yield CostLine(
                id=name,
                amount=hours.scaled(share * surcharge),
                formula="surcharge",
                inputs=(
                    computed("charged", hours, "price_hour"),
                    computed(f"{name}_share", share, f"{name}_share"),
                    _given("surcharge_share", surcharge, source),
                ),
            )


def _premiums(
    offer: Offer, usage: Usage, charge: Charge, amount: Band, source: OriginOf
) -> Iterator[CostLine]:
    """What languages cost more, weighted by the units each causes."""
    shares = usage.shares_by_language(charge.unit)
    weighted = Band.total(
        premium.scaled(shares.get(language, 0.0)) for language, premium in offer.premiums.items()
    )
    if weighted.high:
        yield CostLine(
            id="language_premium",
            amount=amount.times(weighted),
            formula="language_premium",
            inputs=(
                computed("charged", amount, f"price_{charge.unit}"),
                _given("premium_share", weighted, source),
            ),
        )


def _extras(offer: Offer, usage: Usage, source: OriginOf) -> Iterator[CostLine]:
    """What comes beside the service: tools, and one-off fees spread over the first year."""
    if offer.tools_seat_month.high:
        yield CostLine(
            id="tools",
            amount=offer.tools_seat_month.scaled(usage.seats),
            formula="tools",
            inputs=(
                _given("tools_per_seat", offer.tools_seat_month, source),
                computed("seats", usage.seats, "seats"),
            ),
        )
    for name, fee in (("setup", offer.setup_fee), ("training_fee", offer.training_fee)):
        if fee.high:
            yield _once(name, fee.scaled(1 / MONTHS_PER_YEAR), "one_off", source)


def _once(line_id: str, amount: Band, formula: str, source: OriginOf) -> CostLine:
    return CostLine(id=line_id, amount=amount, formula=formula, inputs=(_given(line_id, amount, source),))


def _given(input_id: str, value: Band | float, source: OriginOf) -> LineInput:
    return LineInput(
        id=input_id, value=value if isinstance(value, Band) else Band.exact(value), origin=source
    )


def _lift(amount: Band, least: Band) -> Band:
    """What is missing to a minimum, end by end.

    A minimum may itself be a band; each end of the month is lifted to its own.
    """
    low, base, high = (max(0.0, floor - end) for end, floor in zip(amount.ends, least.ends, strict=True))
    return Band(low=low, base=base, high=high)
