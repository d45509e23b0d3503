"""What a negotiated term may be: the kinds of value and how a typed one is read."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, Literal

from domain.shared.money import CURRENCIES, Money
from domain.shared.outcomes import DomainError
from domain.shared.rounding import round_half_up, to_decimal
from domain.shared.sources import Bilingual

FieldKind = Literal[
    "text",
    "integer",
    "decimal",
    "share",
    "money",
    "date",
    "choice",
    "choices",
    "languages",
    "countries",
    "boolean",
]
Value = str | int | Decimal | bool | date | tuple[str, ...] | Money | Bilingual

# What is printed is the value itself, so a term is rounded when it is settled, not when it is shown.
_DECIMALS = {"decimal": 2, "money": 2, "share": 4}
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_COUNTRY = re.compile(r"[A-Z]{2}")


def read_value(field_id: str, kind: FieldKind, raw: Any) -> Value:
    """A value as typed, stored or read from a file, as the kind of the field wants it.

    Money comes as ``Money`` or ``{"amount": "9000", "currency": "EUR"}``, a share as 0-1, a date as a date
    or ``2026-11-22``, lists as lists of codes or as a single code. A text may be one per language (`Bilingual`).

    Raises:
        DomainError: ``contract.value_not_<kind>`` naming the field.
    """
    try:
        return _READERS[kind](kind, raw)
    except (ValueError, TypeError, InvalidOperation, KeyError) as error:
        raise DomainError(f"contract.value_not_{kind}", field=field_id, given=str(raw)) from error


def _text(_kind: str, raw: Any) -> Value:
    if isinstance(raw, Bilingual):
        return Bilingual(zh=_line(raw.zh), en=_line(raw.en))
    if isinstance(raw, Mapping):
        return Bilingual(zh=_line(raw["zh"]), en=_line(raw["en"]))
    return _line(raw)


def _line(raw: Any) -> str:
    """One line of printable text; anything else would break a paragraph or hide words."""
    if not isinstance(raw, str) or not raw.strip():
        raise ValueError("text")
    if any(unicodedata.category(sign) in {"Cc", "Cs", "Zl", "Zp"} for sign in raw.strip()):
        raise ValueError("control character")
    return raw.strip()


def _integer(kind: str, raw: Any) -> Value:
    value = _number(kind, raw)
    if value != value.to_integral_value():
        raise ValueError("not whole")
    return int(value)


def _number(kind: str, raw: Any) -> Decimal:
    if isinstance(raw, bool) or not isinstance(raw, int | float | Decimal | str):
        raise TypeError("not a number")
    value = to_decimal(raw) if isinstance(raw, float | Decimal) else Decimal(str(raw).strip())
    if not value.is_finite():
        raise ValueError("not finite")
    places = _DECIMALS.get(kind)
    return value if places is None else _trim(round_half_up(value, places))


def _trim(value: Decimal) -> Decimal:
    """20.00 is the number 20: equal terms look equal wherever they are stored."""
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()


def _money(kind: str, raw: Any) -> Value:
    amount, currency = (
        (raw.amount, raw.currency) if isinstance(raw, Money) else (raw["amount"], raw["currency"])
    )
    if currency not in CURRENCIES:
        raise ValueError("currency")
    return Money(amount=_number(kind, amount), currency=currency)


def _date(_kind: str, raw: Any) -> Value:
    return raw if isinstance(raw, date) else date.fromisoformat(raw)


def _choice(_kind: str, raw: Any) -> Value:
    return _line(raw)


def _codes(pattern: re.Pattern[str] | None) -> Callable[[str, Any], Value]:
    def read(_kind: str, raw: Any) -> Value:
        if not raw:
            raise ValueError("list")
        codes = tuple(dict.fromkeys(_line(code) for code in ([raw] if isinstance(raw, str) else raw)))
        if pattern is not None and not all(pattern.fullmatch(code) for code in codes):
            raise ValueError("code")
        return codes

    return read


def _boolean(_kind: str, raw: Any) -> Value:
    if not isinstance(raw, bool):
        raise TypeError("boolean")
    return raw


_READERS: dict[str, Callable[[str, Any], Value]] = {
    "text": _text,
    "integer": _integer,
    "decimal": _number,
    "share": _number,
    "money": _money,
    "date": _date,
    "choice": _choice,
    "choices": _codes(None),
    "languages": _codes(_LANGUAGE),
    "countries": _codes(_COUNTRY),
    "boolean": _boolean,
}
