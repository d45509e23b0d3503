"""Who decides on money and goods, and who does what with returns."""

from collections.abc import Iterator

from domain.requirements.checks.case import Case
from domain.shared.outcomes import Finding

_RETURN_SCENARIOS = {"returns_refunds", "return_label"}


def authority_unclear(case: Case) -> Iterator[Finding]:
    """X-12: "refund or reship at once" and "the merchant reviews first" need an amount between them."""
    if case.value("returns_handled") is not True:
        return
    if case.value("authority_refund") is None:
        reships = case.value("authority_reship") is True
        check = "reship_without_amount" if reships else "authority_without_amount"
        yield case.found(check, "authority_refund")
    if case.value("authority_above") == "vendor_decides":
        yield case.found("authority_unlimited", "authority_above")


def returns_duties(case: Case) -> Iterator[Finding]:
    """X-25: agents talk about returns, somebody else handles the goods; both must be named."""
    handled = case.value("returns_handled")
    if handled is True and case.value("returns_owner") is None:
        yield case.found("returns_owner_missing", "returns_owner")
    if handled is False and _RETURN_SCENARIOS & set(case.value("scenarios") or ()):
        yield case.found("returns_scope_contradicts", "scenarios")


CHECKS = (authority_unclear, returns_duties)
