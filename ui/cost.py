"""The estimate in one sentence: which region costs least, how sure that is, and why."""

from domain.costing.estimate import Estimate
from domain.costing.hours import BillingBasis
from domain.costing.price import BasisPrice, RegionPrice
from domain.shared.outcomes import NotAssessed
from ui.verdict import Badge, Verdict
from words import Language, say
from words.numbers import money, money_in_sentence, number, percent


def reading(price: RegionPrice, basis: BillingBasis) -> BasisPrice:
    """A region's month on one reading of its rate."""
    return price.paid_basis if basis == "paid_hour" else price.productive_basis


def cheapest(made: Estimate, basis: BillingBasis) -> RegionPrice:
    """The region with the lowest base price."""
    return min(made.regions.values(), key=lambda price: reading(price, basis).base)


def cost_verdict(made: Estimate, basis: BillingBasis, language: Language) -> Verdict:
    """Which region costs least, and how sure that is."""
    best = cheapest(made, basis)
    month = reading(best, basis)
    low, base, high = (
        money_in_sentence(language, v, made.currency) for v in (month.low, month.base, month.high)
    )
    contact = month.per_contact
    under = (
        ""
        if isinstance(contact, NotAssessed)
        else say(language, "cost.per_contact", amount=money(language, contact.base, made.currency, 2))
    )
    return Verdict(
        badges=[_budget_badge(month, language)],
        facts=say(language, "cost.basis_fact", basis=say(language, f"cost.basis.{basis}")),
        sentence=say(
            language, "cost.verdict", region=best.rate.name[language], base=base, low=low, high=high
        ),
        reasons=_reasons(made, basis, language),
        metric=(say(language, "cost.metric"), money(language, month.base, made.currency), under),
    )


def _budget_badge(month: BasisPrice, language: Language) -> Badge:
    left = month.budget_left
    if left is None:
        return Badge(text=say(language, "cost.no_budget"), icon="help", tone="gray")
    if left.high >= 0:
        return Badge(text=say(language, "cost.within_budget"), icon="check_circle", tone="green")
    if left.low < 0:
        return Badge(text=say(language, "cost.over_budget"), icon="error", tone="red")
    return Badge(text=say(language, "cost.perhaps_over_budget"), icon="warning", tone="orange")


def _reasons(made: Estimate, basis: BillingBasis, language: Language) -> list[str]:
    best = cheapest(made, basis)
    month = reading(best, basis)
    others = sorted(
        (price for price in made.regions.values() if price is not best),
        key=lambda price: reading(price, basis).base,
    )
    reasons = []
    if others:
        following = reading(others[0], basis)
        key = "cost.reason_overlap" if following.low < month.high else "cost.reason_cheaper"
        saving = 1 - month.base / following.base if following.base else 0
        region = others[0].rate.name[language]
        reasons.append(say(language, key, region=region, share=percent(language, saving, 0)))
    reasons.append(_waiting(made, language))
    reasons.append(say(language, "cost.reason_basis", gap=percent(language, made.basis_gap, 0)))
    return reasons


def _waiting(made: Estimate, language: Language) -> str:
    """How many hours wait for customers, and what pooling languages saves where they are pooled."""
    staffing = made.staffing
    idle, hours = number(language, staffing.pooled.idle_hours), number(language, staffing.pooled_hours)
    if staffing.pooled_hours >= staffing.separate_hours:
        return say(language, "cost.reason_floor_alone", idle=idle, hours=hours)
    saved = 1 - staffing.pooled_hours / staffing.separate_hours
    return say(language, "cost.reason_floor", idle=idle, hours=hours, saved=percent(language, saved, 0))
