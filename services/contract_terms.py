"""Terms typed in the contract: saved as they are, judged by the limits and choices of their fields."""

from collections.abc import Mapping
from typing import Any, Literal

from domain.contract.terms import check_value
from domain.shared.outcomes import DomainError
from domain.shared.people import Actor
from services.catalog import catalog
from services.record import Entry, State, save_entry

SUBJECT: Literal["contract"] = "contract"


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
    check_value(fields[field_id], value)


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
