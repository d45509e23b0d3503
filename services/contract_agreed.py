"""The record as the contract's own terms say it: who the parties are and what is billed decides everything else."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from domain.contract.values import read_value
from domain.requirements.answers import Answer
from domain.requirements.record import Record
from domain.shared.outcomes import DomainError
from services.catalog import catalog
from services.contract_readings import circumstances
from services.contract_terms import ONE_COUNTRY


def _only(value: Any) -> Any:
    """A country is one code in the record and a list of one in the contract."""
    return value[0]


# Prefill -> how the record keeps the value. Whatever is made out of these answers follows the typed term.
_FOLLOWED: Mapping[str, Callable[[Any], Any]] = {
    **dict.fromkeys(ONE_COUNTRY, _only),
    "requirements.markets": list,
    "requirements.billing_basis": str,
}


def as_typed(record: Record, typed: Mapping[str, Any]) -> Record:
    """The record with the parties, markets and billed hour that were typed in the contract."""
    fields = catalog().clauses.fields
    answers = dict(record.answers)
    for field_id, value in typed.items():
        keep = _FOLLOWED.get(fields[field_id].prefill)
        if keep is not None and value is not None:
            question = fields[field_id].prefill.partition(".")[2]
            read = read_value(field_id, fields[field_id].kind, value)
            answers[question] = Answer(state="answered", value=keep(read))
    return replace(record, answers=answers)


def without_impossible_seats(
    record: Record, typed: Mapping[str, Any]
) -> tuple[dict[str, Any], dict[str, DomainError]]:
    """Typed values without seats for which no contract can be drafted, and why those are refused."""
    seats = {name for name in typed if catalog().clauses.fields[name].prefill in ONE_COUNTRY}
    if seats:
        try:
            circumstances(as_typed(record, typed), None)
        except DomainError as error:
            return {k: v for k, v in typed.items() if k not in seats}, dict.fromkeys(seats, error)
    return dict(typed), {}
