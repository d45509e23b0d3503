"""What the first page of the cost brief says of the budget and of the price that carries the answer."""

from collections.abc import Iterator

from domain.costing.budget import budget_state, drawn_month, draws_within, month_to_budget, unpriced
from services.costing_brief_prices import way_prices
from services.costing_brief_words import Brief, whole_bill
from words.costing import budget_drawn, own_quote
from words.names import listed


def way_price(brief: Brief) -> Iterator[str]:
    """The price that carries the answer with its standing, and what it is not known for."""
    for label, amount, _, standing in way_prices(brief):
        yield brief.t("cost_brief.way_price", label=label, amount=amount, standing=standing)
    unknown = [brief.t(f"cost.shared_for.{each}") for each in unpriced(brief.cost)]
    if unknown:
        yield brief.t("cost.shared_unknown", what=listed(brief.language, unknown))


def budget_sentence(brief: Brief) -> Iterator[str]:
    """Whether the budget covers the first year of what is advised; nothing where it cannot be compared."""
    budget, way = brief.budget, brief.way
    if budget is None:
        return
    month = month_to_budget(brief.cost, brief.cheapest.id, brief.basis)
    place = brief.t(f"costing.alternative.{way.id}") if way else brief.cheapest.name
    currency = brief.cheapest.currency
    normal = (way.month if way else brief.cheapest.month).base
    drawn = drawn_month(brief.cost, brief.cheapest.id, brief.costing.uncertainty(brief.basis))
    if drawn is not None:
        said = budget_drawn(
            brief.language,
            (drawn.p10, drawn.p50, drawn.p90),
            within=draws_within(drawn, budget),
            budget=budget,
            base=month.base,
            currency=currency,
        )
        yield brief.t("cost_brief.budget_drawn", said=said, normal=brief.money(normal, currency))
        return
    state = budget_state(month, budget)
    known = state == "over_budget" or not unpriced(brief.cost)
    yield brief.t(
        f"cost_brief.budget.{state if known else 'not_known'}",
        amount=brief.money(budget, currency),
        place=place,
        year=brief.money(month.base, currency),
        normal=brief.money(normal, currency),
    )


def best_quote(brief: Brief) -> Iterator[str]:
    """The lowest quote of one's own beside the answer, where one pays for the whole service in its currency."""
    answer, currency = brief.way.month if brief.way else brief.cheapest.month, brief.cheapest.currency
    bills = {
        place.id: bill.month.base
        for place in brief.cost.comparison
        if place.kind == "private" and place.currency == currency and (bill := whole_bill(place))
    }
    if bills:
        best = min(bills, key=lambda place: bills[place])
        said = own_quote(
            brief.language, brief.name_of(best), quote=bills[best], answer=answer.base, currency=currency
        )
        yield brief.on_paper(said)
