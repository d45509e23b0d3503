"""Reasons for a verdict about cost, said alike on the page and in the brief. Works on plain numbers."""

from words import Language, say
from words.numbers import money_in_sentence, number, percent

Ends = tuple[float, float, float]


def next_price(language: Language, place: str, *, cheapest: Ends, following: Ends) -> str:
    """How far the next price is from the cheapest, and whether their ranges overlap.

    Args:
        language: of the sentence.
        place: name of the place with the next price.
        cheapest: low, base and high of the month that costs least.
        following: the same of the next one.
    """
    saving = 1 - cheapest[1] / following[1] if following[1] else 0.0
    key = "cost.reason_overlap" if following[0] < cheapest[2] else "cost.reason_cheaper"
    return say(language, key, region=place, share=percent(language, saving, 0))


def waiting_hours(language: Language, *, idle: float, pooled: float, separate: float) -> str:
    """How many hours wait for customers, and what pooling languages saves where they are pooled.

    Args:
        language: of the sentence.
        idle: hours a month that only the coverage causes.
        pooled: productive hours a month with the language pools.
        separate: productive hours a month with a team per language.
    """
    hours = number(language, pooled)
    if not round(idle):
        return say(language, "cost.reason_no_waiting", hours=hours)
    if pooled >= separate:
        return say(language, "cost.reason_floor_alone", idle=number(language, idle), hours=hours)
    saved = percent(language, 1 - pooled / separate, 0)
    return say(language, "cost.reason_floor", idle=number(language, idle), hours=hours, saved=saved)


def budget_drawn(
    language: Language, drawn: Ends, *, within: str, budget: float, base: float, currency: str
) -> str:
    """How many draws of the first year stay within the budget, beside the month of the formula.

    Args:
        language: of the sentence.
        drawn: below which a tenth, a half and nine tenths of the draws lie.
        within: how many stay within, as in ``cost.draws_within.<within>``.
        budget: a month.
        base: an average month of the first year by the workload formula.
        currency: of all amounts.
    """
    names = ("p10", "p50", "p90", "budget", "base")
    amounts = dict(zip(names, (*drawn, budget, base), strict=True))
    shown = {name: money_in_sentence(language, amount, currency) for name, amount in amounts.items()}
    return say(language, "cost.budget_drawn", within=say(language, f"cost.draws_within.{within}"), **shown)


def own_quote(language: Language, name: str, *, quote: float, answer: float, currency: str) -> str:
    """What the best quote of one's own costs a normal month, and how far from the answer that is.

    Args:
        language: of the sentence.
        name: of the quote.
        quote: base of its normal month.
        answer: the same of what the verdict names.
        currency: of both.
    """
    key = "cost.quote_below" if quote <= answer else "cost.quote_above"
    gap = percent(language, abs(quote / answer - 1) if answer else 0.0, 0)
    return say(language, key, name=name, amount=money_in_sentence(language, quote, currency), share=gap)
