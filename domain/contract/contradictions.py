"""Terms typed over the record that the contract also states elsewhere: one of the two would be wrong."""

from collections.abc import Iterator, Mapping

from domain.contract.agreement import Agreement
from domain.contract.terms import Term
from domain.contract.values import Value
from domain.shared.outcomes import Finding
from domain.shared.sources import Bilingual

# Prefill -> annex whose rows say the same thing out of the record, event by event, day by day, KPI by KPI.
# What has no entry is printed from the term everywhere.
STATED_IN: Mapping[str, str] = {
    "requirements.coverage_text": "service",
    "requirements.coverage_hours_week": "service",
    "requirements.peak_months": "peaks",
    "requirements.peak_multiplier": "peaks",
    "requirements.peak_lead_weeks": "peaks",
    "costing.fee_month": "prices",
    "pilot.escalate_within_h": "kpi",
}
# Prefill -> what the estimate of hours and fee was calculated from.
ESTIMATED_FROM = frozenset(
    {
        "requirements.channels",
        "requirements.languages",
        "requirements.contacts_month",
        "requirements.coverage_text",
        "requirements.coverage_hours_week",
    }
)


def contradictions(agreement: Agreement) -> Iterator[Finding]:
    """A blocker where an annex says otherwise; a warning where the estimate was made for something else."""
    annexes = {annex.id: annex.title for annex in agreement.annexes}
    hours = agreement.terms.get("hours_month")
    estimated = hours is not None and hours.origin == "costing" and "hours_month" in agreement.in_use
    for field_id in sorted(agreement.in_use):
        term = agreement.terms[field_id]
        if term.recorded is None or same(term.value, term.recorded):
            continue
        annex = STATED_IN.get(term.field.prefill, "")
        if annex in annexes:
            values = {**_values(agreement, term), "annex": annexes[annex]}
            yield Finding("contract.finding.term_differs", "blocker", f"field.{field_id}", values)
        if estimated and term.field.prefill in ESTIMATED_FROM:
            values = _values(agreement, term)
            yield Finding("contract.finding.estimate_differs", "warning", f"field.{field_id}", values)


def _values(agreement: Agreement, term: Term) -> dict[str, Bilingual]:
    """The label with both values as the contract prints them."""
    printer, field = agreement.printer, term.field
    typed, recorded = (
        Bilingual(zh=printer.value(field, value, "zh"), en=printer.value(field, value, "en"))
        for value in (term.value, term.recorded)
        if value is not None
    )
    return {"label": field.label, "given": typed, "recorded": recorded}


def same(one: Value | None, other: Value | None) -> bool:
    """Whether two values say the same: one text for both languages equals the same text given twice."""
    if isinstance(one, str) and isinstance(other, Bilingual):
        one = Bilingual(zh=one, en=one)
    if isinstance(one, Bilingual) and isinstance(other, str):
        other = Bilingual(zh=other, en=other)
    if isinstance(one, tuple) and isinstance(other, tuple):
        return set(one) == set(other)
    return one == other
