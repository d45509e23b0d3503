"""Terms typed over the record that the contract also states elsewhere: one of the two would be wrong."""

from collections.abc import Iterator, Mapping

from domain.contract.agreement import Agreement
from domain.contract.terms import Term, value_from
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
_LANGUAGES = ("native_languages", "languages")
# What the estimate of hours and fee was calculated from.
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
    yield from _native_languages(agreement)
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


def _native_languages(agreement: Agreement) -> Iterator[Finding]:
    """Native level is asked in a language in which nobody serves."""
    native, served = (value_from(agreement.terms, f"requirements.{name}") for name in _LANGUAGES)
    if not isinstance(native, tuple) or not isinstance(served, tuple):
        return
    term = next(t for t in agreement.terms.values() if t.field.prefill == f"requirements.{_LANGUAGES[0]}")
    extra = tuple(code for code in native if code not in served)
    if extra and term.field.id in agreement.in_use:
        values = {"label": term.field.label, "given": _said(agreement, term, extra)}
        values["recorded"] = _said(agreement, term, served)
        yield Finding("contract.finding.native_not_served", "blocker", f"field.{term.field.id}", values)


def _said(agreement: Agreement, term: Term, value: Value) -> Bilingual:
    printer = agreement.printer
    return Bilingual(zh=printer.value(term.field, value, "zh"), en=printer.value(term.field, value, "en"))


def _values(agreement: Agreement, term: Term) -> dict[str, Bilingual]:
    """The label with both values as the contract prints them."""
    both = (_said(agreement, term, value) for value in (term.value, term.recorded) if value is not None)
    typed, recorded = both
    return {"label": term.field.label, "given": typed, "recorded": recorded}


def same(one: Value | None, other: Value | None) -> bool:
    """Whether two values say the same: one text for both languages equals the same text given twice."""
    if isinstance(one, str) and isinstance(other, Bilingual):
        one = Bilingual(zh=one, en=one)
    if isinstance(one, Bilingual) and isinstance(other, str):
        other = Bilingual(zh=other, en=other)
    if isinstance(one, tuple) and isinstance(other, tuple):
        return set(one) == set(other)
    return one == other
