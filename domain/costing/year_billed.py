"""What an average month of a year is billed for, line by line; of an estimate, or of all its draws at once."""

import numpy as np

from domain.costing.hours import BillingBasis, N
from domain.costing.year_terms import YearTerms
from domain.costing.year_work import YearWork
from domain.shared.measures import MONTHS_PER_YEAR


def billed_hours(
    work: YearWork[N], terms: YearTerms, basis: BillingBasis, *, first_year: bool = True
) -> dict[str, N]:
    """The hours of an average month by kind, in the hour of a basis, surcharges counted as hours.

    Agents with several languages cost their premium whenever they work or stand by: in the base hours, the
    reserve, the peaks and at unusual times. Training is paid as it is worked, so its hours are the same on every
    basis; in later years the vendor trains for those who leave at its own cost.

    Args:
        work: what the year takes.
        terms: what comes beside the hours.
        basis: which hour is billed.
        first_year: with training; without for the years after.
    """
    share = work.shares.productive_share(basis)
    lines = {"base": work.base_hours / share}
    if np.any(work.premium_hours):
        lines["pool_premium"] = work.premium_hours / share
    agents: N = (work.base_hours + work.premium_hours) / share
    lines["reserve"] = agents * (terms.reserve_share * terms.standby_fee_share)
    if first_year:
        lines["training"] = training_hours(work, terms)
    if np.any(work.billed_extra_hours):
        lines["peak"] = work.billed_extra_hours / share
    for name, unusual in terms.unusual.items():
        surcharge = terms.surcharges.get(name, 0.0)
        if unusual and surcharge:
            lines[name] = agents * (unusual * surcharge)
    return lines


def training_hours(work: YearWork[N], terms: YearTerms) -> N:
    """Hours of training the merchant pays, in an average month of the first year."""
    hours: N = work.trainees * (terms.training_h * terms.training_merchant_share / MONTHS_PER_YEAR)
    return hours


def billed_seats(
    work: YearWork[N], terms: YearTerms, full_time_hours_month: float, *, first_year: bool = True
) -> dict[str, N]:
    """The seats of an average month by kind, where seats are paid by the month; peaks are left to temporary agents.

    Args:
        work: what the year takes.
        terms: what comes beside the seats.
        full_time_hours_month: paid hours of one seat, to count training as seats.
        first_year: with training; without for the years after.
    """
    lines = {"seats": work.seats, "reserve": work.seats * (terms.reserve_share * terms.standby_fee_share)}
    if first_year:
        lines["training"] = training_hours(work, terms) / full_time_hours_month
    return lines


def temp_days(work: YearWork[N], temp_day_h: float) -> N:
    """Days of temporary agents in an average month: the extra hours of peaks and launches, logged in."""
    return work.shares.billed(work.extra_hours, "logged_in_hour") / temp_day_h


def beside(
    work: YearWork[N], terms: YearTerms, *, first_year: bool = True, seated: bool = True
) -> dict[str, N]:
    """What an average month costs beside the service: tools, the merchant's manager, a part of the set-up fee.

    Args:
        work: what the year takes.
        terms: what comes beside the service.
        first_year: with set-up; without for the years after.
        seated: whether the merchant pays for seats; a vendor that is paid by the contact has tools of its own.
    """
    nothing: N = work.seats * 0.0
    lines = {"tools": work.seats * terms.tools_per_seat_month} if seated else {}
    lines["manager"] = nothing + terms.manager_month
    if first_year and terms.setup_fee is not None:
        lines["setup"] = nothing + terms.setup_fee / MONTHS_PER_YEAR
    return lines
