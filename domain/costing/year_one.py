"""The first year at full cost, and the years after it: what the quoted rate leaves out, line by line."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from domain.costing.band import Band
from domain.costing.hours import BillingBasis
from domain.costing.lines import CostLine, LineInput, answer, computed, data, sum_of
from domain.costing.rate_origins import rate_entry
from domain.costing.rates import HourlyRate, ModelRate
from domain.costing.workload import NO_CONTACTS
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
        hours: the billed hours behind it.
        total: the month with all its lines, in the currency of the rate.
        per_contact: the month over the average month's contacts.
        left_out: parameters that nobody gave a figure for, so that they are not in the total.
    """

    rate: HourlyRate | ModelRate
    hours: RateHours
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


def rate_hours(work: YearWork, terms: YearTerms, basis: BillingBasis, *, first_year: bool) -> RateHours:
    """The billed hours of an average month.

    Training is paid as it is worked, so its hours are the same on every basis; the hours of service are
    converted. In later years the vendor trains for those who leave at its own cost.
    """
    lines = tuple(_hour_lines(work, terms, work.shares.productive_share(basis), first_year=first_year))
    return RateHours(lines=lines, basis=basis)


def _hour_lines(
    work: YearWork, terms: YearTerms, productive_share: float, *, first_year: bool
) -> Iterator[CostLine]:
    share = computed("productive_share", productive_share, "productive_share")
    base = _hours(
        "base",
        work.base_hours / productive_share,
        "base_hours",
        computed("pooled_hours", work.base_hours, "pooled_hours"),
        share,
    )
    yield base
    if work.premium_hours:
        premium = computed("premium_hours", work.premium_hours, "pool_premium_hours")
        hours = work.premium_hours / productive_share
        yield _hours("pool_premium", hours, "pool_premium_hours", premium, share)
    yield _reserve_hours(base.amount.base, terms)
    if first_year:
        yield _training_hours(work, terms)
    if work.billed_extra_hours:
        yield _peak_hours(work, share)
    yield from _unusual_hours(base.amount.base, terms)


def _reserve_hours(base: float, terms: YearTerms) -> CostLine:
    return _hours(
        "reserve",
        base * terms.reserve_share * terms.standby_fee_share,
        "reserve_hours",
        computed("base_hours", base, "base_hours"),
        answer("reserve_share", terms.reserve_share, "reserve_share"),
        data("standby_fee_share", terms.standby_fee_share, "parameters.standby_fee_share"),
    )


def _training_hours(work: YearWork, terms: YearTerms) -> CostLine:
    paid_by_merchant = terms.training_merchant_share
    return _hours(
        "training",
        work.trainees * terms.training_h * paid_by_merchant / MONTHS_PER_YEAR,
        "training_hours",
        computed("trainees", work.trainees, "trainees"),
        data("training_h", terms.training_h, "parameters.initial_training_h"),
        data("training_merchant_share", paid_by_merchant, "parameters.training_merchant_share"),
    )


def _unusual_hours(base: float, terms: YearTerms) -> Iterator[CostLine]:
    """What hours at unusual times cost more, counted as hours."""
    for name, unusual in terms.unusual.items():
        surcharge = terms.surcharges.get(name, 0.0)
        if unusual and surcharge:
            yield _hours(
                name,
                base * unusual * surcharge,
                "surcharge_hours",
                computed("base_hours", base, "base_hours"),
                computed(f"{name}_share", unusual, f"{name}_share"),
                data("surcharge_share", surcharge, f"parameters.{name}_surcharge"),
            )


def _peak_hours(work: YearWork, share: LineInput) -> CostLine:
    return _hours(
        "peak",
        work.billed_extra_hours / share.value.base,
        "peak_hours",
        computed("peak_extra_hours", work.extra_hours, "peak_extra_hours"),
        computed("peak_surcharge_hours", work.billed_extra_hours - work.extra_hours, "peak_surcharge_hours"),
        share,
    )


def _hours(line_id: str, hours: float, formula: str, *inputs: LineInput) -> CostLine:
    return CostLine(id=line_id, amount=Band.exact(hours), formula=formula, inputs=inputs)


def price_year(
    rate: HourlyRate | ModelRate,
    work: YearWork,
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
    service = sum_of("service", *(_priced(line, rate) for line in hours.lines))
    lines = [service, *_beside(work, terms, first_year=first_year)]
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


def _priced(hours: CostLine, rate: HourlyRate | ModelRate) -> CostLine:
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


def _beside(work: YearWork, terms: YearTerms, *, first_year: bool) -> Iterator[CostLine]:
    """What comes beside the hours."""
    tools = data("tools_per_seat", terms.tools_per_seat_month, terms.parameter("tools_per_seat_month"))
    yield CostLine(
        id="tools",
        amount=Band.exact(work.seats * terms.tools_per_seat_month),
        formula="tools",
        inputs=(tools, computed("seats", work.seats, "seats")),
    )
    manager = data("manager_month", terms.manager_month, terms.parameter("manager_month"))
    yield CostLine(id="manager", amount=Band.exact(terms.manager_month), formula="manager", inputs=(manager,))
    if first_year and terms.setup_fee is not None:
        setup = answer("setup_fee", terms.setup_fee, "setup_fee")
        yield CostLine(
            id="setup",
            amount=Band.exact(terms.setup_fee / MONTHS_PER_YEAR),
            formula="one_off",
            inputs=(setup,),
        )


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
