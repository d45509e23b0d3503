"""A term of the contract as a field: the widget of its kind, its limits in words."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import streamlit as st

from domain.contract.agreement import Agreement
from domain.contract.clauses import Field
from domain.contract.terms import Term
from domain.shared.money import CURRENCIES, Money
from domain.shared.sources import Bilingual
from ui.fields import FieldSpec, Save
from ui.forms import field
from words import LANGUAGES, Language, say
from words.names import country_name, language_name

_TYPED_LANGUAGES = ("de", "en", "es", "fr", "it", "nl", "pl", "pt", "sv", "cs", "da", "fi", "el", "hu", "ro")


def draw_field(
    agreement: Agreement, term: Term, value: Any, language: Language, save: Save, key: str
) -> None:
    """The field of a term, filled with a value as it is stored or settled."""
    if term.field.kind == "text":
        _texts(term, plain_value(value), language, save, key)
        return
    spec = spec_of(agreement, term.field, language)
    field(spec, plain_value(value), language=language, save=save, prefix=key)


def spec_of(agreement: Agreement, item: Field, language: Language) -> FieldSpec:
    """What the widget needs to know."""
    unit = say(language, f"unit.{item.unit}.other", number="").strip() if item.unit else ""
    return FieldSpec(
        id=item.id,
        kind=item.kind,
        label=item.label[language],
        unit=unit,
        choices=_choices(agreement, item, language),
        currency=item.currency or "EUR",
    )


def _choices(agreement: Agreement, item: Field, language: Language) -> tuple[tuple[str, str], ...]:
    if item.kind == "money":
        return tuple((code, code) for code in CURRENCIES)
    if item.kind == "countries":
        known = agreement.printer.countries
        return tuple(sorted(((code, country_name(language, code)) for code in known), key=lambda c: c[1]))
    if item.kind == "languages":
        return tuple((code, language_name(language, code)) for code in _TYPED_LANGUAGES)
    return tuple((choice.id, choice.label[language]) for choice in item.choices)


def plain_value(value: Any) -> Any:
    """A value as widgets take it: money as amount and currency, a list as a list, a text as one or two."""
    if isinstance(value, Money):
        return {"amount": str(value.amount), "currency": value.currency}
    if isinstance(value, tuple):
        return list(value)
    if isinstance(value, Bilingual):
        return {"zh": value.zh, "en": value.en}
    return value.isoformat() if isinstance(value, date) else value


def _texts(term: Term, value: Any, language: Language, save: Save, key: str) -> None:
    """A text in each language of the contract; one alone stands for both."""
    given: Mapping[str, Any] = value if isinstance(value, Mapping) else dict.fromkeys(LANGUAGES, value)
    keys = {each: f"{key}_{term.field.id}_{each}" for each in LANGUAGES}

    def commit() -> None:
        typed = {each: (st.session_state.get(name) or "").strip() for each, name in keys.items()}
        filled = [text for text in typed.values() if text]
        both = len(set(filled)) > 1
        save(term.field.id, typed if both else next(iter(filled), None))

    for each in LANGUAGES:
        st.text_input(
            say(language, f"contract_page.text_{each}"),
            value=given.get(each) or "",
            key=keys[each],
            live=True,
            on_change=commit,
        )


def limits_sentence(agreement: Agreement, item: Field, language: Language) -> str:
    """Between which values a term must lie; empty without limits."""
    low, high = (_shown(agreement, item, limit, language) for limit in (item.minimum, item.maximum))
    if low and high:
        return say(language, "contract_page.between", low=low, high=high)
    if low:
        return say(language, "contract_page.at_least", low=low)
    return say(language, "contract_page.at_most", high=high) if high else ""


def _shown(agreement: Agreement, item: Field, limit: int | Decimal | None, language: Language) -> str:
    if limit is None:
        return ""
    value = Money(amount=Decimal(limit), currency=item.currency) if item.kind == "money" else limit
    return agreement.printer.value(item, value, language)
