"""The negotiated values of one contract: each with its value and where it comes from."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

from domain.contract.clauses import Field, Jurisdiction
from domain.contract.prefills import Room, room_of
from domain.contract.values import Value, read_value
from domain.shared.money import Money
from domain.shared.outcomes import DomainError
from domain.shared.sources import Bilingual

TermOrigin = Literal["requirements", "costing", "pilot", "default", "typed", "open"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Prefilled:
    """A value the record supplies.

    Attributes:
        value: as `read_value` takes it.
        detail: what exactly it was ("Eastern Europe, base rate"), printed behind "from cost".
        source: id in the register of sources, when the figure rests on one.
        exact: the figure before it was rounded for print, for what is calculated from it.
    """

    value: Any
    detail: Bilingual | None = None
    source: str = ""
    exact: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One field with its value.

    Attributes:
        field: what is negotiated.
        value: None while it is open; an open term prints "to be agreed" and the cover lists it.
        origin: where the value comes from.
        detail: more about the origin.
        source: id of the source behind it; the clause default's own origin otherwise.
        recorded: what the record says where something else was typed over it.
    """

    field: Field
    value: Value | None
    origin: TermOrigin
    detail: Bilingual | None = None
    source: str = ""
    recorded: Value | None = None

    @property
    def changed(self) -> bool:
        """Whether the value departs from the default of the standard wording."""
        return self.field.default is not None and self.value != default_of(self.field)


Terms = Mapping[str, Term]


def fields_of_case(fields: Iterable[Field], jurisdiction: Jurisdiction) -> tuple[Field, ...]:
    """The fields with the defaults of one case of law: what suits two Chinese parties rarely suits two others."""
    return tuple(item.in_case(jurisdiction) for item in fields)


def settle_terms(
    fields: Iterable[Field], prefills: Mapping[str, Prefilled], overrides: Mapping[str, Any]
) -> dict[str, Term]:
    """Each field's value: typed here, else from the record, else the clause's default, else open.

    Args:
        fields: the fields of the clause library, as `fields_of_case` gives them.
        prefills: values of the record by prefill name.
        overrides: values typed in the contract, by field id; None takes a typed value back.

    Raises:
        DomainError: a typed value the field does not accept, a field that does not exist, or a value of the
            record that is of another kind or none of the field's choices (limits only bind typed values).
    """
    known = {item.id: item for item in fields}
    for field_id in overrides:
        if field_id not in known:
            raise DomainError("contract.field_unknown", field=field_id)
    return {item.id: _settle(item, prefills, overrides) for item in known.values()}


def _settle(item: Field, prefills: Mapping[str, Prefilled], overrides: Mapping[str, Any]) -> Term:
    given = prefills.get(item.prefill) if item.prefill else None
    recorded = None
    if given is not None and given.value is not None:
        recorded = read_value(item.id, item.kind, given.value)
    if overrides.get(item.id) is not None:
        typed = check_value(item, overrides[item.id])
        return Term(field=item, value=typed, origin="typed", recorded=recorded)
    if given is not None and recorded is not None:
        _check_choices(item, recorded)
        room: Room = room_of(item.prefill)
        return Term(field=item, value=recorded, origin=room, detail=given.detail, source=given.source)
    if item.default is None:
        return Term(field=item, value=None, origin="open")
    source = item.origin.source if item.origin else ""
    return Term(field=item, value=default_of(item), origin="default", source=source)


def default_of(item: Field) -> Value | None:
    """The default as a value of the field's kind; None when it has none."""
    if item.default is None:
        return None
    raw: Any = item.default
    if item.kind == "money":
        raw = {"amount": raw, "currency": item.currency}
    return read_value(item.id, item.kind, raw)


def check_value(item: Field, raw: Any) -> Value:
    """A typed value, read and within the field's limits and choices.

    Raises:
        DomainError: ``contract.value_not_<kind>``, ``contract.value_outside`` (or ``_above``, ``_below``),
            ``contract.value_not_offered``.
    """
    value = read_value(item.id, item.kind, raw)
    _check_choices(item, value)
    if outside(item, value):
        raise _refusal(item, value)
    return value


def _refusal(item: Field, value: Value) -> DomainError:
    """Says the limit that was crossed, in the unit people type."""
    low, high = (_shown(item, limit) for limit in (item.minimum, item.maximum))
    code = "contract.value_below" if high is None else "contract.value_outside"
    code = "contract.value_above" if low is None else code
    return DomainError(
        code, field=item.id, given=_shown(item, _amount(value)), minimum=low, maximum=high, unit=item.unit
    )


def _shown(item: Field, amount: Decimal | int | None) -> str | None:
    if amount is None:
        return None
    if item.kind == "share":
        return f"{Decimal(amount * 100).normalize():f}%"
    return f"{amount:f} {item.currency}" if item.kind == "money" else str(amount)


def outside(item: Field, value: Value | None) -> bool:
    """Whether a value lies outside the field's limits; money in another currency has none to compare with."""
    amount = _amount(value)
    if amount is None or (isinstance(value, Money) and value.currency != item.currency):
        return False
    below = item.minimum is not None and amount < item.minimum
    return below or (item.maximum is not None and amount > item.maximum)


def _amount(value: Value | None) -> Decimal | int | None:
    if isinstance(value, Money):
        return value.amount
    return value if isinstance(value, int | Decimal) and not isinstance(value, bool) else None


def _check_choices(item: Field, value: Value) -> None:
    if item.kind not in {"choice", "choices"}:
        return
    offered = {choice.id for choice in item.choices}
    for chosen in value if isinstance(value, tuple) else (value,):
        if chosen not in offered:
            raise DomainError("contract.value_not_offered", field=item.id, given=str(chosen))


def value_from(terms: Terms, prefill: str) -> Value | None:
    """The settled value of the first field that the record's value fills: what the contract says, not the record."""
    for term in terms.values():
        if term.field.prefill == prefill:
            return term.value
    return None
