"""Does the price pay for the work, and can the pilot prove what is promised? Both need figures of an estimate."""

from collections.abc import Iterator

from domain.requirements.checks.case import Case, TicketPrice, said
from domain.shared.outcomes import Finding

_PER_TICKET = ("per_ticket", "hybrid")
_SECONDS_A_MINUTE = 60


def ticket_price_uneconomic(case: Case) -> Iterator[Finding]:
    """SR-05: a price per ticket below the cost of the handling time buys less than it says."""
    price = case.figures.ticket
    if price is None or case.value("billing_model") not in _PER_TICKET:
        return
    if price.wanted is not None and price.wanted < price.needed:
        yield case.found(
            "ticket_price_uneconomic",
            "budget_month",
            wanted=said(price.wanted, 2),
            needed=said(price.needed, 2),
            minutes=_minutes(price.aht_s),
            currency=price.currency,
        )
    if price.claim_low < price.needed:
        yield _claim(case, price)


def _claim(case: Case, price: TicketPrice) -> Finding:
    """X-15: what the published price per ticket really pays for."""
    return case.found(
        "ticket_claim_uneconomic",
        "billing_model",
        source=price.source,
        low=said(price.claim_low, 2),
        high=said(price.claim_high, 2),
        from_minutes=_minutes(price.claim_low_pays_s),
        to_minutes=_minutes(price.claim_high_pays_s),
        rate=said(price.rate, 2),
        minutes=_minutes(price.aht_s),
        currency=price.currency,
    )


def not_provable(case: Case) -> Iterator[Finding]:
    """SR-12: a pilot with too few cases neither confirms nor refutes a target."""
    for each in case.figures.evidence:
        if each.cases < each.needed:
            yield case.found(
                "not_provable",
                each.question,
                question=each.question,
                cases=said(each.cases),
                needed=each.needed,
            )


def _minutes(seconds: float) -> str:
    return said(seconds / _SECONDS_A_MINUTE, 1)


CHECKS = (ticket_price_uneconomic, not_provable)
