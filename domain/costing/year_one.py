"""The first year at full cost, and the years after it: what the quoted rate leaves out, line by line."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from domain.costing.band import Band
from domain.costing.hours import BillingBasis
from domain.costing.lines import CostLine, LineInput, answer, computed, data, sum_of
from domain.costing.rate_origins import rate_entry
from domain.costing.rates import HourlyRate, ModelRate, PrivateRate
from domain.costing.workload import NO_CONTACTS
from domain.costing.year_billed import beside, billed_hours
from domain.costing.year_terms import YearTerms
from domain.costing.year_work import YearWork
from domain.shared.measures import MONTHS_PER_YEAR
from domain.shared.outcomes import NotAssessed


@dataclass(frozen=True, slots=True, kw_only=True)
class RateHours:
    """The hours a vendor bills in an average month of a year, peaks, reserve and surcharges counted as hours.

    Attributes:
        lines: every kind of hour, in the hour of `basis`; amounts are hours.
        basis: which hour.
    """

    lines: tuple[CostLine, ...]
    basis: BillingBasis

    @property
    def total(self) -> float:
        """All hours of an average month."""
        return math.fsum(line.amount.base for line in self.lines)

    def of(self, line_id: str) -> float:
        """The hours of one line; 0 when the year has none of it."""
        return next((line.amount.base for line in self.lines if line.id == line_id), 0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class YearPrice:
    """An average month of a year at full cost.

    Attributes:
        rate: the rate it was made with; of domestic service the published price per hour.
        hours: the billed hours behind it; None where seats or contacts are paid.
        total: the month with all its lines, in the currency of the rate.
        per_contact: the month over the average month's contacts.
        left_out: parameters that nobody gave a figure for, so that they are not in the total.
    """

    rate: HourlyRate | ModelRate | PrivateRate
    hours: RateHours | None
    total: CostLine
    per_contact: Band | NotAssessed
    left_out: tuple[str, ...]

    @property
    def month(self) -> Band:
        """An average month."""
        return self.total.amount

    @property
    def year(self) -> Band:
        """Twelve of them."""
        return self.total.amount.scaled(MONTHS_PER_YEAR)


def rate_hours(
    work: YearWork[float], terms: YearTerms, basis: BillingBasis, *, first_year: bool
) -> RateHours:
    """The billed hours of an average month (`year_billed.billed_hours`), each kind with what it was made from."""
    hours = billed_hours(work, terms, basis, first_year=first_year)
    return RateHours(
        lines=tuple(_explained(name, hours, work, terms, basis) for name in hours),
        basis=basis,
    )


def _explained(
    name: str, hours: Mapping[str, float], work: YearWork[float], terms: YearTerms, basis: BillingBasis
) -> CostLine:
    """One kind of hours as a line."""
    share = computed("productive_share", work.shares.productive_share(basis), "productive_share")
    premium = computed("premium_hours", work.premium_hours, "pool_premium_hours")
    agents = [computed("base_hours", hours["base"], "base_hours")]
    agents += [premium] if "pool_premium" in hours else []
    reserve = (
        answer("reserve_share", terms.reserve_share, "reserve_share"),
        data("standby_fee_share", terms.standby_fee_share, "parameters.standby_fee_share"),
    )
    known: Mapping[str, tuple[str, tuple[LineInput, ...]]] = {
        "base": ("base_hours", (computed("pooled_hours", work.base_hours, "pooled_hours"), share)),
        "pool_premium": ("pool_premium_hours", (premium, share)),
        "reserve": ("reserve_hours", (*agents, *reserve)),
        "training": ("training_hours", training_inputs(work, terms)),
        "peak": ("peak_hours", (*peak_inputs(work), share)),
    }
    formula, inputs = known.get(name) or ("surcharge_hours", (*agents, *_surcharge_inputs(name, terms)))
    return CostLine(id=name, amount=Band.exact(hours[name]), formula=formula, inputs=inputs)


def training_inputs(work: YearWork[float], terms: YearTerms) -> tuple[LineInput, ...]:
    """What the hours of training are made from."""
    paid_by_merchant = terms.training_merchant_share
    return (
        computed("trainees", work.trainees, "trainees"),
        data("training_h", terms.training_h, "parameters.initial_training_h"),
        data("training_merchant_share", paid_by_merchant, "parameters.training_merchant_share"),
    )


def peak_inputs(work: YearWork[float]) -> tuple[LineInput, ...]:
    """What the hours of peaks and launches are made from."""
    surcharge = work.billed_extra_hours - work.extra_hours
    return (
        computed("peak_extra_hours", work.extra_hours, "peak_extra_hours"),
        computed("peak_surcharge_hours", surcharge, "peak_surcharge_hours"),
    )


def _surcharge_inputs(name: str, terms: YearTerms) -> tuple[LineInput, ...]:
    share = dict(terms.unusual.items())[name]
    return (
        computed(f"{name}_share", share, f"{name}_share"),
        data("surcharge_share", terms.surcharges[name], terms.parameter(f"{name}_surcharge")),
    )


def price_year(
    rate: HourlyRate | ModelRate | PrivateRate,
    work: YearWork[float],
    terms: YearTerms,
    basis: BillingBasis,
    *,
    first_year: bool = True,
) -> YearPrice:
    """An average month at full cost, read on one basis.

    Args:
        rate: the hourly rate; its figure is read per hour of `basis`.
        work: what the year takes.
        terms: what comes beside the hours.
        basis: which hour the rate means.
        first_year: with training and set-up; without for the years after.
    """
    hours = rate_hours(work, terms, basis, first_year=first_year)
    service = [_priced(line, rate) for line in hours.lines]
    return full_cost(rate, service, work, terms, first_year=first_year, hours=hours)


def full_cost(
    rate: HourlyRate | ModelRate | PrivateRate,
    service: Sequence[CostLine],
    work: YearWork[float],
    terms: YearTerms,
    *,
    first_year: bool,
    hours: RateHours | None = None,
    seated: bool = True,
) -> YearPrice:
    """An average month: the service with what comes beside it.

    Args:
        rate: the price the service was made with.
        service: its lines.
        work: what the year takes.
        terms: what comes beside the service.
        first_year: with set-up; without for the years after.
        hours: the billed hours where the price is per hour.
        seated: whether the merchant pays for seats, and for tools at them.
    """
    lines = [sum_of("service", *service), *_beside(work, terms, first_year=first_year, seated=seated)]
    if terms.fx_buffer:
        lines.append(_buffer(Band.total(line.amount for line in lines), terms.fx_buffer))
    total = sum_of("month", *lines)
    contacts = work.contacts_month
    return YearPrice(
        rate=rate,
        hours=hours,
        total=total,
        per_contact=total.amount.scaled(1 / contacts) if contacts else NO_CONTACTS,
        left_out=("setup_fee",) if first_year and terms.setup_fee is None else (),
    )


def _priced(hours: CostLine, rate: HourlyRate | ModelRate | PrivateRate) -> CostLine:
    """A line of hours as money."""
    return CostLine(
        id=hours.id,
        amount=rate.band.scaled(hours.amount.base),
        formula="hours_at_rate",
        inputs=(
            computed("rate_hours", hours.amount, hours.formula),
            data("rate", rate.band, rate_entry(rate)),
            *hours.inputs,
        ),
    )


def _beside(work: YearWork[float], terms: YearTerms, *, first_year: bool, seated: bool) -> Iterator[CostLine]:
    """What comes beside the service (`year_billed.beside`), each line with what it was made from."""
    seats = computed("seats", work.seats, "average_seats")
    tools = data("tools_per_seat", terms.tools_per_seat_month, terms.parameter("tools_per_seat_month"))
    manager = data("manager_month", terms.manager_month, terms.parameter("manager_month"))
    made_from: Mapping[str, tuple[str, tuple[LineInput, ...]]] = {
        "tools": ("tools", (tools, seats)),
        "manager": ("manager", (manager,)),
        "setup": ("one_off", (_setup_fee(terms),)),
    }
    for name, amount in beside(work, terms, first_year=first_year, seated=seated).items():
        formula, inputs = made_from[name]
        yield CostLine(id=name, amount=Band.exact(amount), formula=formula, inputs=inputs)


def _setup_fee(terms: YearTerms) -> LineInput:
    """As answered, or as the quote names it."""
    fee, quote = terms.setup_fee or 0.0, terms.quoted.get("setup_fee")
    return data("setup_fee", fee, quote) if quote else answer("setup_fee", fee, "setup_fee")


def _buffer(amount: Band, share: float) -> CostLine:
    return CostLine(
        id="fx_buffer",
        amount=amount.scaled(share),
        formula="fx_buffer",
        inputs=(
            computed("charged", amount, "sum_of_lines"),
            data("fx_buffer_share", share, "parameters.fx_buffer"),
        ),
    )
