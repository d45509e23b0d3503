"""What a monthly budget has to cover: an average month of the first year, never a normal month alone."""

from domain.costing.alternatives import alternatives
from domain.costing.band import Band
from domain.costing.estimate import Estimate
from domain.costing.hours import BillingBasis


def month_to_budget(made: Estimate, place: str, basis: BillingBasis) -> Band:
    """An average month of the first year of what is advised first.

    Agents in a place come with everything a year takes: peaks, growth, reserve, training, tools, manager. Another
    way of service has no such year; its month is taken at the contacts of an average month, peaks and growth in.

    Args:
        made: the estimate.
        place: the region whose price leads; not read for domestic service.
        basis: which hour its rate is read as.

    Returns:
        The month in the currency of what is advised.
    """
    name, why = made.advice
    normal = made.demand.contacts_month
    if why != "cheapest":
        factor = made.work.contacts_month / normal if normal else 1.0
        return next(way for way in alternatives(made.make_or_buy, factor, every=True) if way.id == name).month
    if made.domestic is not None:
        return made.domestic.year_one[basis].month
    return made.year_of(place, first_year=True)[basis].month
