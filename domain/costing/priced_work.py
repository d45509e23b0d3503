"""Demand and staffing as what prices ask for: the quantities of a month, the work of the alternatives."""

import math
from collections.abc import Mapping

from domain.costing.billing import Usage
from domain.costing.comparison import WorkOfMonth
from domain.costing.domestic import DomesticMonth, DomesticPrice, as_domestic, price_domestic
from domain.costing.floors import FloorPrice
from domain.costing.hours import HourShares
from domain.costing.inputs import EstimateInputs
from domain.costing.make_or_buy import MakeOrBuy, group_works
from domain.costing.parameters import Parameter
from domain.costing.pricing import Pricing, default_of, own_team_of, range_of
from domain.costing.rates import HourlyRate
from domain.costing.shifts import whole_people
from domain.costing.split import as_shares, language_shares
from domain.costing.staffing import Staffing
from domain.costing.workload import Demand
from domain.costing.year_work import YearWork


def work_of_month(
    inputs: EstimateInputs,
    demand: Demand,
    staffing: Staffing,
    shares: HourShares,
    work: YearWork[float],
    pricing: Pricing,
    parameters: Mapping[str, Parameter],
) -> WorkOfMonth:
    """The quantities that price models charge for, of a normal month."""
    peak_hours = shares.billed(work.extra_hours, "logged_in_hour")
    languages = [each for group in group_works(inputs, demand, staffing.pooled) for each in group.languages]
    written = math.fsum(each.text_contacts for each in languages)
    usage = Usage(
        contacts=demand.contacts_month,
        productive_hours=staffing.pooled_hours,
        premium_hours=staffing.pooled.premium_hours,
        workload_hours=demand.workload_hours,
        seats=whole_people(staffing.fte),
        shares=shares,
        language_share=language_shares(demand, staffing.pooled),
        workload_share=as_shares(demand.languages),
        contact_share=as_shares({each.language: each.contacts for each in languages}),
        unusual=pricing.unusual or pricing.terms.unusual,
        orders=pricing.orders_month,
        resolutions=written * default_of(parameters, "bot_containment"),
        shift_posts=whole_people(
            shares.billed(staffing.pooled_hours, "logged_in_hour") / default_of(parameters, "shift_month_h")
        ),
        person_days=peak_hours / default_of(parameters, "temp_day_h") if peak_hours else None,
    )
    return WorkOfMonth(
        usage=usage,
        idle_hours=staffing.pooled.idle_hours,
        full_time_hours_month=staffing.full_time_hours_month,
        effective_aht_s=demand.effective_aht_s,
        occupancy=inputs.occupancy,
        stacking=pricing.stacking,
    )


def domestic_price(
    usage: Usage,
    staffing: Staffing,
    years: tuple[YearWork[float], YearWork[float]],
    pricing: Pricing,
    parameters: Mapping[str, Parameter],
) -> DomesticPrice | None:
    """The models of domestic service; None unless the service is for Chinese shoppers only."""
    if pricing.domestic is None:
        return None
    normal = DomesticMonth(
        hours=usage.billed_hours,
        seats=usage.seats,
        contacts=usage.contacts,
        full_time_hours=staffing.full_time_hours_month,
        temp_day_h=default_of(parameters, "temp_day_h"),
    )
    return price_domestic(pricing.rate_library, normal, *years, pricing.domestic)


def make_or_buy(
    inputs: EstimateInputs,
    demand: Demand,
    staffing: Staffing,
    shares: HourShares,
    rate: HourlyRate,
    pricing: Pricing,
    floors: Mapping[str, FloorPrice],
    parameters: Mapping[str, Parameter],
) -> MakeOrBuy:
    """What the alternatives are calculated with, at one rate for dedicated agents or at domestic prices."""
    case = MakeOrBuy(
        groups=group_works(inputs, demand, staffing.pooled),
        currency=rate.currency,
        market="any",
        rate=rate.id,
        agent_price=shares.convert(rate.band, rate.read_as, "productive_hour"),
        productive_hours_seat=staffing.full_time_hours_month * shares.productive_share("paid_hour"),
        tools_per_seat_month=pricing.terms.tools_per_seat_month,
        manager_month=pricing.terms.manager_month,
        shared_ticket=range_of(parameters, "shared_desk_ticket_eur"),
        bot_resolution=range_of(parameters, "bot_per_resolution_eur"),
        bot_containment=default_of(parameters, "bot_containment"),
        own_team=own_team_of(pricing.own_country, floors, parameters),
        shared_desk_share=default_of(parameters, "shared_desk_share"),
    )
    if pricing.domestic is None:
        return case
    return as_domestic(case, pricing.rate_library, pricing.domestic, parameters)
