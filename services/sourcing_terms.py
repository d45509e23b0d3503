"""Terms somebody has settled in the contract of the project, as a request tells them to vendors."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from domain.contract.clauses import Field
from domain.contract.terms import check_value
from domain.requirements.record import Record
from domain.shared.sources import Bilingual
from domain.sourcing.request import Item
from services.catalog import catalog
from services.contract_prefills import both
from words import say
from words.numbers import number

NO_TERMS: Mapping[str, Any] = MappingProxyType({})
# Of arbitration and courts a contract has only the terms of the one that was chosen.
_FORUM, _OF_FORUM = "forum", frozenset({"arbitration", "court"})


def term_items(record: Record, fields: Iterable[str], typed: Mapping[str, Any]) -> tuple[Item, ...]:
    """An item to confirm for each field that was typed and matters; nothing for a mere proposal of the clause.

    Args:
        record: the requirements.
        fields: which terms are told, in order.
        typed: accepted values by field.
    """
    known = catalog().clauses.fields
    return tuple(
        Item(
            id=f"term.{name}", label=known[name].label, text=_said(known[name], typed[name]), reply="confirm"
        )
        for name in fields
        if name in typed and _matters(record, known[name])
    )


def _matters(record: Record, field: Field) -> bool:
    return field.when not in _OF_FORUM or field.when == record.value(_FORUM)


def _said(field: Field, typed: Any) -> Bilingual:
    """A chosen entry by its words, a number with its unit."""
    value = check_value(field, typed)
    chosen = next((choice for choice in field.choices if choice.id == value), None)
    if chosen is not None:
        return chosen.label
    form = "one" if value == 1 else "other"
    return both(
        lambda language: say(language, f"unit.{field.unit}.{form}", number=number(language, value, 0))
    )
