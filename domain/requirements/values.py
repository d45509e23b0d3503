"""Checks one answer and brings it into its one plain form, ready for TOML and JSON.

Refusals are `answer.<reason>`; their values are text and whole numbers, ready to be said.
Kinds with parts (schedules, shares, pools ...) are in `domain.requirements.tables`.
"""

import math
import re
from collections.abc import Callable, Collection
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any
from zoneinfo import available_timezones

from domain.requirements.questions import Codes, Question
from domain.requirements.refusals import refuse, shown
from domain.shared.days import FIRST_YEAR, LAST_YEAR, is_meant
from domain.shared.money import CURRENCIES, DECIMALS
from domain.shared.rounding import to_decimal
from domain.shared.typed import number_readings

# Technical limits on free text, so that one field cannot fill a database or a table cell.
MOST_CHARACTERS = {"text": 200, "long_text": 4000}
# Of an amount, before and after the point.
_MOST_DIGITS = 15
_AMOUNT = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
# Everyday spellings of two country codes: the EU writes EL for Greece, traders write UK.
_COUNTRY_ALIASES = {"UK": "GB", "EL": "GR"}

Check = Callable[[Question, Any, Codes], Any]


def as_text(question: Question, value: Any, _codes: Codes) -> str:
    """Text without control characters and without blanks around it; short text has no line breaks."""
    if not isinstance(value, str):
        raise refuse(question, "not_text", given=shown(value))
    text = value.replace("\r\n", "\n").strip()
    if not text:
        raise refuse(question, "empty")
    most = int(question.maximum) if question.maximum is not None else MOST_CHARACTERS[question.kind]
    if len(text) > most:
        raise refuse(question, "too_long", given=len(text), most=most)
    allowed = "\n" if question.kind == "long_text" else ""
    for character in text:
        if not (
            character.isprintable()
            or character in allowed
            or (character.isspace() and ord(character) > ord(" "))
        ):
            raise refuse(question, "control_character", given=f"U+{ord(character):04X}")
    return text


def as_integer(question: Question, value: Any, _codes: Codes) -> int:
    """A whole number within the limits of the question."""
    number = as_figure(question, value)
    if number != int(number):
        raise refuse(question, "not_whole", given=shown(value))
    within(question, number)
    return int(number)


def as_number(question: Question, value: Any, _codes: Codes) -> float:
    """A number within the limits of the question."""
    number = as_figure(question, value)
    within(question, number)
    return float(number)


def as_share(question: Question, value: Any, _codes: Codes) -> float:
    """A share between 0 and 1, and within the limits of the question."""
    number = as_figure(question, value)
    low = question.minimum if question.minimum is not None else Decimal(0)
    high = question.maximum if question.maximum is not None else Decimal(1)
    if not low <= number <= high:
        limits = {"given": percent(number), "minimum": percent(low), "maximum": percent(high)}
        if number > 1 and low <= number / 100 <= high:
            raise refuse(
                question, "share_as_percent", **limits, share=plain(number / 100), percent=f"{plain(number)}%"
            )
        raise refuse(question, "share_outside", **limits)
    return float(number)


def as_money(question: Question, value: Any, _codes: Codes) -> dict[str, str]:
    """An exact amount, not below zero, with one of the four currencies."""
    if not isinstance(value, dict) or set(value) != {"amount", "currency"}:
        raise refuse(question, "not_money", given=shown(value))
    currency = value["currency"]
    if currency not in CURRENCIES:
        raise refuse(question, "unknown_currency", given=shown(currency), choices=", ".join(CURRENCIES))
    amount = _amount(question, value["amount"])
    if -int(amount.normalize().as_tuple().exponent) > DECIMALS:
        raise refuse(question, "too_exact", given=plain(amount), currency=currency, most=DECIMALS)
    if amount < 0:
        raise refuse(question, "below", given=plain(amount), minimum=0)
    within(question, amount)
    return {"amount": plain(amount), "currency": currency}


def as_boolean(question: Question, value: Any, _codes: Codes) -> bool:
    """Yes or no, nothing else."""
    if not isinstance(value, bool):
        raise refuse(question, "not_boolean", given=shown(value))
    return value


def as_choice(question: Question, value: Any, _codes: Codes) -> str:
    """One of the choices."""
    return known(question, value, question.choice_ids, "not_a_choice")


def as_choices(question: Question, value: Any, _codes: Codes) -> list[str]:
    """Some of the choices, in the order of the question."""
    given = as_list(question, value)
    chosen = [known(question, item, question.choice_ids, "not_a_choice") for item in given]
    return sorted(without_twice(question, chosen), key=question.choice_ids.index)


def as_country(question: Question, value: Any, codes: Codes) -> str:
    """A country code; UK and EL are read as GB and GR."""
    code = value.strip().upper() if isinstance(value, str) else value
    code = _COUNTRY_ALIASES.get(code, code) if isinstance(code, str) else code
    return known(question, code, codes.countries, "unknown_country")


def as_countries(question: Question, value: Any, codes: Codes) -> list[str]:
    """Country codes in the order given."""
    return without_twice(question, [as_country(question, item, codes) for item in as_list(question, value)])


def as_language(question: Question, value: Any, codes: Codes) -> str:
    """A language code of two letters."""
    code = value.strip().lower() if isinstance(value, str) else value
    return known(question, code, codes.languages, "unknown_language")


def as_languages(question: Question, value: Any, codes: Codes) -> list[str]:
    """Language codes in the order given."""
    return without_twice(question, [as_language(question, item, codes) for item in as_list(question, value)])


def as_time_zone(question: Question, value: Any, _codes: Codes) -> str:
    """A time zone of the IANA list, with a place: Europe/Berlin."""
    return known(question, value, time_zones(), "unknown_time_zone")


@lru_cache(maxsize=1)
def time_zones() -> frozenset[str]:
    """The IANA list without names that mean no place (localtime, Factory, EST); looking through the files of the time zones once is enough."""
    return frozenset(zone for zone in available_timezones() if "/" in zone or zone == "UTC")


def as_date(question: Question, value: Any, _codes: Codes) -> str:
    """A calendar date of a year that can be meant, written 2026-11-20; a time of day belongs to no date."""
    try:
        day = value if isinstance(value, date) else date.fromisoformat(value)
    except (TypeError, ValueError) as error:
        raise refuse(question, "not_a_date", given=shown(value)) from error
    if isinstance(day, datetime):
        raise refuse(question, "not_a_date", given=str(day))
    if not is_meant(day):
        raise refuse(question, "year_outside", given=day.isoformat(), minimum=FIRST_YEAR, maximum=LAST_YEAR)
    return day.isoformat()


def known(question: Question, value: Any, codes: Collection[str], reason: str) -> str:
    """The value, when it is one of the codes."""
    if not isinstance(value, str) or value not in codes:
        raise refuse(question, reason, given=shown(value), choices=", ".join(question.choice_ids))
    return value


def as_list(question: Question, value: Any) -> list[Any]:
    """A list with something in it."""
    if not isinstance(value, list | tuple):
        raise refuse(question, "not_a_list", given=shown(value))
    if not value:
        raise refuse(question, "empty")
    return list(value)


def without_twice(question: Question, items: list[str]) -> list[str]:
    """The list, when nothing stands in it twice."""
    for index, item in enumerate(items):
        if item in items[:index]:
            raise refuse(question, "twice", given=item)
    return items


def within(question: Question, number: Decimal) -> None:
    """Refuse a number outside the limits of the question."""
    if question.minimum is not None and number < question.minimum:
        raise refuse(question, "below", given=shown(plain(number)), minimum=plain(question.minimum))
    if question.maximum is not None and number > question.maximum:
        raise refuse(question, "above", given=shown(plain(number)), maximum=plain(question.maximum))


def plain(number: Decimal) -> str:
    """Digits without exponent and without idle zeros behind the point."""
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def percent(share: Decimal) -> str:
    """A share as percent, as exact as it was given."""
    return f"{plain(share * 100)}%"


def _amount(question: Question, value: Any) -> Decimal:
    """An amount in plain digits: 1e999999 would be a million of them in every document."""
    if isinstance(value, str) and not _AMOUNT.fullmatch(value):
        raise refuse(question, "not_number", given=shown(value))
    number = Decimal(value) if isinstance(value, str) else as_figure(question, value)
    if number.adjusted() >= _MOST_DIGITS or -int(number.as_tuple().exponent) >= _MOST_DIGITS:
        raise refuse(question, "not_number", given=shown(value))
    return number


def as_figure(question: Question, value: Any) -> Decimal:
    """An exact reading of a number; yes and no are none."""
    if isinstance(value, str) and number_readings(value):
        raise refuse(question, "number_as_text", given=shown(value))
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        raise refuse(question, "not_number", given=shown(value))
    if not isinstance(value, int) and not math.isfinite(value):
        raise refuse(question, "not_number", given=shown(value))
    return to_decimal(value) if not isinstance(value, int) else Decimal(value)
