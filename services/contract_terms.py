"""Terms typed in the contract: saved as they are, judged by the limits and choices of their fields."""

from collections.abc import Mapping
from typing import Any, Literal

from documents.fonts import check_printable
from domain.contract.agreement import Agreement
from domain.contract.terms import check_value
from domain.shared.contents import State
from domain.shared.outcomes import DomainError, Finding
from domain.shared.people import Actor
from domain.shared.sources import Bilingual
from services.catalog import catalog
from services.record import Entry, save_entry

SUBJECT: Literal["contract"] = "contract"
# A party has one seat, by which its law is found.
ONE_COUNTRY = ("requirements.merchant_country", "requirements.vendor_country")
UNPRINTABLE = "contract.finding.not_printable"


def judged(entries: Mapping[str, Entry]) -> tuple[dict[str, Any], dict[str, DomainError]]:
    """Typed values their fields accept, and why the others are refused (limits may have changed since)."""
    typed: dict[str, Any] = {}
    refused: dict[str, DomainError] = {}
    for field_id, entry in entries.items():
        if field_id not in catalog().clauses.fields:
            continue
        try:
            check_term(field_id, entry.value)
            typed[field_id] = entry.value
        except DomainError as error:
            refused[field_id] = error
    return typed, refused


def check_term(field_id: str, value: Any) -> None:
    """Whether a typed value may stand in a field.

    Raises:
        DomainError: it may not; says the limits.
    """
    fields = catalog().clauses.fields
    if field_id not in fields:
        raise DomainError("contract.field_unknown", field=field_id)
    settled = check_value(fields[field_id], value)
    if fields[field_id].prefill in ONE_COUNTRY and isinstance(settled, tuple) and len(settled) > 1:
        raise DomainError("contract.value_not_one", field=field_id, given=len(settled))
    refusal = unprintable(settled)
    if refusal is not None:
        raise DomainError("contract.value_not_printable", **{**refusal.values, "field": field_id})


def unprintable(value: Any) -> DomainError | None:
    """Why Word or PDF could not hold a text; None for every other value and for what they can."""
    texts = (value.zh, value.en) if isinstance(value, Bilingual) else (value,)
    for text in texts:
        if isinstance(text, str):
            try:
                check_printable(text)
            except DomainError as error:
                return error
    return None


def unprintable_terms(agreement: Agreement) -> tuple[Finding, ...]:
    """Texts of the record that no file could hold: a blocker each, because the file would be refused."""
    peaks = ((peak.name, "annex.peaks", peak.name) for peak in agreement.facts.peaks)
    terms = (agreement.terms[name] for name in sorted(agreement.in_use))
    texts = ((term.value, f"field.{term.field.id}", term.field.label) for term in terms)
    found = ((unprintable(value), place, label) for value, place, label in (*texts, *peaks))
    return tuple(
        Finding(UNPRINTABLE, "blocker", place, {**refusal.values, "label": label})
        for refusal, place, label in found
        if refusal is not None
    )


def save_term(
    actor: Actor, project_id: str, field_id: str, value: Any, *, version: int | None = None
) -> None:
    """Save a term as it was typed; a value its field refuses is kept as a draft and shown with its sentence.

    Args:
        actor: who typed it.
        project_id: of the project.
        field_id: of the term.
        value: plain value; None takes back what was typed.
        version: of the value the field was filled from (`NO_ENTRY` when there was none), to notice somebody
            else's change; None to overwrite.

    Raises:
        DomainError: not allowed, no such project, no such field, overtaken. Never for a refused value.
    """
    if field_id not in catalog().clauses.fields:
        raise DomainError("contract.field_unknown", field=field_id)
    state: State = "answered"
    if value is not None:
        try:
            check_term(field_id, value)
        except DomainError:
            state = "draft"
    save_entry(actor, project_id, SUBJECT, field_id, value=value, state=state, version=version)
