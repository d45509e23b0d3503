"""What the law and the platforms ask before anybody reads a customer's message."""

from collections.abc import Iterator

from domain.requirements.checks.case import Case, said
from domain.shared.outcomes import Finding


def no_representative(case: Case) -> Iterator[Finding]:
    """SR-15: customers in the EEA, no establishment there, and nobody appointed under GDPR Article 27."""
    if case.record.applies("eu_representative") and case.value("eu_representative") is None:
        yield case.found("no_representative", "eu_representative")


def site_not_in_eea(case: Case) -> Iterator[Finding]:
    """SR-14: Serbia, the United Kingdom or Albania sold as EU is a transfer to a third country unseen."""
    for country in case.value("sites_called_eu") or ():
        if country not in case.record.codes.eea:
            check = "site_with_adequacy" if country in case.rules.adequate_countries else "site_not_in_eea"
            yield case.found(check, "sites_called_eu", country=country)


def breach_notice_late(case: Case) -> Iterator[Finding]:
    """The merchant has a clock of its own: what the vendor reports later than that cannot be reported in time."""
    hours, markets = case.value("breach_notice_h"), set(case.value("markets") or ())
    if hours is None:
        return
    if markets & case.record.codes.eea and hours >= case.limit("breach_notice_eu_h"):
        most = said(case.limit("breach_notice_eu_h"))
        yield case.found("breach_notice_late_eu", "breach_notice_h", hours=said(hours, 1), most=most)
    if "CN" in markets and hours >= case.limit("breach_notice_cn_h"):
        most = said(case.limit("breach_notice_cn_h"))
        yield case.found("breach_notice_late_cn", "breach_notice_h", hours=said(hours, 1), most=most)


def reader_would_be_subprocessor(case: Case) -> Iterator[Finding]:
    """Tickets read in a country of neither party are read by somebody else: a sub-processor."""
    if case.value("subprocessors_allowed") is not False or case.value("vendor_country") is None:
        return
    seats = {case.value("merchant_country"), case.value("vendor_country")}
    for country in case.value("ticket_readers") or ():
        if country not in seats:
            yield case.found("reader_would_be_subprocessor", "subprocessors_allowed", country=country)


CHECKS = (
    no_representative,
    site_not_in_eea,
    breach_notice_late,
    reader_would_be_subprocessor,
)
