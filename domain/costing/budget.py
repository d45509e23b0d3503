"""What a monthly budget has to cover: an average month of the first year, never a normal month alone."""

from typing import Literal

from domain.costing.alternatives import alternatives
from domain.costing.band import Band
from domain.costing.estimate import Estimate
from domain.costing.hours import BillingBasis
from domain.costing.spread import Spread, Uncertainty

BudgetState = Literal["within_budget", "perhaps_over_budget", "over_budget"]
# How many draws stay within a budget: below one in ten, below a half, at least a half, at least nine in ten.
DrawsWithin = Literal["hardly_any", "below_half", "above_half", "nearly_all"]
# What the one price of a shared desk is not known for.
Unpriced = Literal["night", "sunday", "languages"]


def budget_left(made: Estimate, place: str) -> Band | None:
    """What a budget leaves of an average month of the first year at one place, negative where it is short.

    Args:
        made: the estimate.
        place: a region, a country, or a model of domestic service; its rate is read as it says.

    Returns:
        In the currency of the place; None without a budget in it.
    """
    if made.domestic is not None and place in made.domestic.models:
        model, budget = made.domestic.models[place], made.pricing.domestic_budget_month
        month = model.year_one[made.domestic.read_as].month
    else:
        read_as, budget = made.places[place].rate.read_as, made.inputs.budget_month
        month = made.year_of(place, first_year=True)[read_as].month
    return None if budget is None else month.left_of(budget)


def month_to_budget(made: Estimate, place: str, basis: BillingBasis) -> Band:
    """An average month of the first year of what is advised first.

    Agents in a place come with everything a year takes: peaks, growth, reserve, training, tools, manager. Another
    way of service has no such year; its month is taken at the contacts of an average month, peaks and growth in.

    Args:
        made: the estimate.
        place: the region, or the model of domestic service, whose price leads.
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
        models = made.domestic.models
        return (models[place] if place in models else made.domestic.leading(basis)).year_one[basis].month
    return made.year_of(place, first_year=True)[basis].month


def budget_state(month: Band, budget: float) -> BudgetState:
    """Whether a budget covers even the high end of a month, its low end only, or not even that."""
    left = month.left_of(budget)
    if left.high >= 0:
        return "within_budget"
    return "over_budget" if left.low < 0 else "perhaps_over_budget"


def drawn_month(made: Estimate, place: str, sure: Uncertainty) -> Spread | None:
    """The draws of the month that a budget is compared with.

    Args:
        made: the estimate.
        place: the region, or the model of domestic service, whose price leads.
        sure: its draws.

    Returns:
        In the currency of the place; None where another way of service is advised, of which nothing is drawn.
    """
    drawn = sure.places.get(place)
    return drawn.month if drawn is not None and made.advice[1] == "cheapest" else None


def draws_within(month: Spread, budget: float) -> DrawsWithin:
    """How many of the draws of a month stay within a budget."""
    if budget < month.p10:
        return "hardly_any"
    if budget < month.p50:
        return "below_half"
    return "above_half" if budget < month.p90 else "nearly_all"


def drawn_state(month: Spread, budget: float) -> BudgetState:
    """Whether a budget covers nine draws in ten, fewer, or not even one in ten."""
    states: dict[DrawsWithin, BudgetState] = {"hardly_any": "over_budget", "nearly_all": "within_budget"}
    return states.get(draws_within(month, budget), "perhaps_over_budget")


def unpriced(made: Estimate) -> tuple[Unpriced, ...]:
    """What the price of the shared desk is not known for, where one is advised.

    It is one price for every hour and language, while agents cost more at night, on Sundays and in languages with a
    published premium. Domestic prices per enquiry hold for day and night.
    """
    name, why = made.advice
    if why == "cheapest" or made.make_or_buy.market == "cn":
        return ()
    shared = next(way for way in made.alternatives if way.id == name).shared_languages
    dearer = {language for each in made.pricing.rate_library.premiums for language in each.languages}
    hours = made.pricing.unusual
    known: dict[Unpriced, bool] = {
        "night": hours is None or not hours.night,
        "sunday": hours is None or not hours.sunday,
        "languages": dearer.isdisjoint(shared),
    }
    return tuple(what for what, is_known in known.items() if not is_known)
