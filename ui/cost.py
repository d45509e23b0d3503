"""The estimate in one sentence: what to ask for first, what costs least, how sure that is, and why."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from domain.costing.alternatives import Alternative
from domain.costing.band import Band
from domain.costing.budget import (
    BudgetState,
    budget_state,
    drawn_month,
    drawn_state,
    draws_within,
    month_to_budget,
    unpriced,
)
from domain.costing.estimate import Estimate
from domain.costing.hours import BillingBasis
from domain.costing.spread import Spread, Uncertainty
from domain.requirements.record import Record
from domain.shared.outcomes import NotAssessed
from ui.cost_places import Offered, cheapest, kinds, offered, rate_name
from ui.kit import Tone, safe
from ui.verdict import Badge, Verdict
from words import Language, say
from words.costing import budget_drawn, next_price, own_quote, waiting_hours
from words.names import listed
from words.numbers import money, money_in_sentence, percent

_BUDGET_LOOKS: Mapping[BudgetState, tuple[str, Tone]] = {
    "within_budget": ("check_circle", "green"),
    "perhaps_over_budget": ("warning", "orange"),
    "over_budget": ("error", "red"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Judged:
    """What the verdict speaks of."""

    made: Estimate
    basis: BillingBasis
    language: Language
    rows: tuple[Offered, ...]
    draws: Callable[[BillingBasis], Uncertainty]

    def t(self, key: str, /, **values: str) -> str:
        return say(self.language, key, **values)

    def share(self, share: float) -> str:
        return percent(self.language, share, 0)

    def drawn(self, place: str) -> Spread | None:
        """The draws of the month that the budget is compared with; None where nothing is drawn."""
        return drawn_month(self.made, place, self.draws(self.basis))


def cost_verdict(
    made: Estimate,
    record: Record,
    basis: BillingBasis,
    language: Language,
    draws: Callable[[BillingBasis], Uncertainty],
) -> Verdict:
    """Which price is the lowest and how sure that is; or what to ask for first, where agents would mostly wait.

    Args:
        made: the estimate.
        record: with the budget.
        basis: which hour the leading rates are read as.
        language: of every word.
        draws: the uncertainty of the estimate on a basis; asked only where there is a budget to compare.
    """
    rows = offered(made, kinds(made)[0], basis)
    judged = _Judged(made=made, basis=basis, language=language, rows=rows, draws=draws)
    way, why = made.advice
    chosen = next(each for each in made.alternatives if each.id == way)
    if why == "cheapest":
        return _cheapest_place(judged, record)
    return _another_way(judged, record, chosen, why)


def _cheapest_place(judged: _Judged, record: Record) -> Verdict:
    """The place or model with the lowest price."""
    best, language = cheapest(judged.rows), judged.language
    return Verdict(
        badges=[_budget_badge(judged, record, best.rate.id, best.currency)],
        facts=_facts(
            judged,
            record,
            best.rate.id,
            best.currency,
            judged.t("cost.basis_fact", basis=judged.t(f"cost.basis.{judged.basis}"))
            if best.rate.unit == "hour"
            else judged.t("cost.model_fact"),
        ),
        sentence=judged.t(
            "cost.verdict_domestic" if judged.made.domestic else "cost.verdict",
            region=rate_name(best.rate, language),
            **_amounts(best.month, best.currency, language),
        ),
        reasons=[
            *_next_best(judged, best),
            *_own_quote(judged, best.month, best.currency),
            _waiting(judged),
            _dearer_paid(judged),
        ],
        metric=_metric(judged, best.month, best.per_contact, best.currency),
    )


def _another_way(judged: _Judged, record: Record, way: Alternative, why: str) -> Verdict:
    """A way of service that dedicated agents in one place are not."""
    currency, best = judged.made.make_or_buy.currency, cheapest(judged.rows)
    dedicated = judged.t(
        "cost.reason_dedicated",
        region=rate_name(best.rate, judged.language),
        **_amounts(best.month, best.currency, judged.language),
    )
    holds = judged.t(f"costing.holds_if.{way.holds_if}") if way.holds_if else _waiting(judged)
    return Verdict(
        badges=[_budget_badge(judged, record, best.rate.id, currency)],
        facts=_facts(judged, record, best.rate.id, currency, judged.t("cost.way_fact")),
        sentence=judged.t(
            "cost.verdict_way",
            way=judged.t(f"costing.alternative.{way.id}"),
            **_amounts(way.month, currency, judged.language),
        ),
        reasons=[
            judged.t(f"costing.advice.{why}"),
            _together(judged, dedicated, *_own_quote(judged, way.month, currency)),
            _together(judged, holds, *_shared_unknown(judged)),
        ],
        metric=_metric(judged, way.month, way.per_contact, currency),
    )


def _together(judged: _Judged, *sentences: str) -> str:
    """Sentences that are one reason."""
    return ("" if judged.language == "zh" else " ").join(sentences)


def _shared_unknown(judged: _Judged) -> list[str]:
    """What the one price of a shared desk is not known for."""
    unknown = [judged.t(f"cost.shared_for.{each}") for each in unpriced(judged.made)]
    return [judged.t("cost.shared_unknown", what=listed(judged.language, unknown))] if unknown else []


def _own_quote(judged: _Judged, answer: Band, currency: str) -> list[str]:
    """The lowest quote of one's own beside the answer, where one pays for the whole service in its currency."""
    rows = offered(judged.made, "private", judged.basis)
    quotes = tuple(row for row in rows if row.currency == currency)
    if not quotes:
        return []
    best, language = cheapest(quotes), judged.language
    name = safe(rate_name(best.rate, language))
    return [own_quote(language, name, quote=best.month.base, answer=answer.base, currency=currency)]


def _amounts(month: Band, currency: str, language: Language) -> dict[str, str]:
    ends = zip(("low", "base", "high"), month.ends, strict=True)
    return {end: money_in_sentence(language, amount, currency) for end, amount in ends}


def _metric(
    judged: _Judged, month: Band, per_contact: Band | NotAssessed, currency: str
) -> tuple[str, str, str]:
    language, under = judged.language, ""
    if not isinstance(per_contact, NotAssessed):
        under = judged.t("cost.per_contact", amount=money(language, per_contact.base, currency, 2))
    return judged.t("cost.metric"), money(language, month.base, currency), under


def budget_in(made: Estimate, record: Record, currency: str) -> float | None:
    """The monthly budget in a currency: as typed, else by the exchange rates; None when it cannot be compared."""
    budget = record.value("budget_month")
    if not budget:
        return None
    amount, typed = float(budget["amount"]), budget["currency"]
    if typed != currency and not made.exchange.knows(typed, currency):
        return None
    return made.exchange.convert(Band.exact(amount), typed, currency).base


def _budget_badge(judged: _Judged, record: Record, place: str, currency: str) -> Badge:
    """Whether the budget covers the first year: who budgets a normal month runs out of money in a peak."""
    budget = budget_in(judged.made, record, currency)
    if budget is None:
        typed = bool(record.value("budget_month"))
        key = "cost.budget_not_comparable" if typed else "cost.no_budget"
        return Badge(text=judged.t(key), icon="help", tone="gray")
    drawn = judged.drawn(place)
    month = month_to_budget(judged.made, place, judged.basis)
    state = budget_state(month, budget) if drawn is None else drawn_state(drawn, budget)
    if state != "over_budget" and unpriced(judged.made):
        return Badge(text=judged.t("cost.budget_not_known"), icon="help", tone="gray")
    icon, tone = _BUDGET_LOOKS[state]
    return Badge(text=judged.t(f"cost.{state}"), icon=icon, tone=tone)


def _facts(judged: _Judged, record: Record, place: str, currency: str, read_as: str) -> str:
    """What the verdict is read as, and the month that the budget is compared with where there is a budget."""
    budget = budget_in(judged.made, record, currency)
    if budget is None:
        return read_as
    month, drawn = month_to_budget(judged.made, place, judged.basis), judged.drawn(place)
    if drawn is not None:
        against = budget_drawn(
            judged.language,
            (drawn.p10, drawn.p50, drawn.p90),
            within=draws_within(drawn, budget),
            budget=budget,
            base=month.base,
            currency=currency,
        )
        return f"{read_as} · {against}"
    ends = _amounts(month, currency, judged.language)
    against = judged.t(
        "cost.budget_fact", budget=money_in_sentence(judged.language, budget, currency), **ends
    )
    return f"{read_as} · {against}"


def _next_best(judged: _Judged, best: Offered) -> list[str]:
    """How far the next price is, and whether the two ranges overlap; nothing without a second price."""
    others = tuple(row for row in judged.rows if row is not best)
    if not others:
        return []
    following = cheapest(others)
    name = rate_name(following.rate, judged.language)
    return [next_price(judged.language, name, cheapest=best.month.ends, following=following.month.ends)]


def _dearer_paid(judged: _Judged) -> str:
    return judged.t("cost.reason_basis", gap=judged.share(judged.made.basis_gap))


def _waiting(judged: _Judged) -> str:
    staffing = judged.made.staffing
    return waiting_hours(
        judged.language,
        idle=staffing.pooled.idle_hours,
        pooled=staffing.pooled_hours,
        separate=staffing.separate_hours,
    )
