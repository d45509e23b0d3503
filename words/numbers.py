"""Numbers, money, shares and dates as people write them in each language."""

from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_datetime
from babel.numbers import format_decimal

from domain.shared.rounding import round_half_up
from words import LOCALES, Language, say

MISSING = "–"
_TEN_THOUSAND = 10_000
_NO_BREAK_SPACE = "\u00a0"
_WORD_JOINER = "\u2060"

Number = int | float | Decimal


@lru_cache(maxsize=8192)  # a page prints hundreds of figures, and the same ones at every rerun
def number(language: Language, value: Number, digits: int = 0) -> str:
    """Thousands separated, a fixed number of decimals, rounded half up: 19,013 or 812.5."""
    pattern = "#,##0" + ("." + "0" * digits if digits else "")
    return str(format_decimal(round_half_up(value, digits), format=pattern, locale=LOCALES[language]))


def plain(language: Language, value: Number, most_digits: int = 2) -> str:
    """As many decimals as the value needs, at most `most_digits`: 14, 18.5."""
    rounded = round_half_up(value, most_digits)
    digits = max(0, -int(rounded.normalize().as_tuple().exponent))
    return number(language, rounded, digits)


def percent(language: Language, share: Number, digits: int = 1) -> str:
    """A share between 0 and 1 as percent: 0.938 → 93.8%."""
    hundredfold = share * 100 if isinstance(share, Decimal) else float(share) * 100
    return f"{number(language, hundredfold, digits)}%"


def money(language: Language, amount: Number, currency: str, digits: int = 0) -> str:
    """An amount with its currency, for a cell or a clause: €19,013 or 19,013 欧元."""
    shown = number(language, amount, digits)
    if language == "zh":
        return f"{shown}{_NO_BREAK_SPACE}{say(language, f'currency.{currency}.name')}"
    return f"{say(language, f'currency.{currency}.sign')}{shown}"


def money_in_sentence(language: Language, amount: Number, currency: str) -> str:
    """An amount as a sentence says it: 22.6 万欧元 in Chinese from ten thousand up, €226,000 in English."""
    value = float(amount)
    name = say(language, f"currency.{currency}.name")
    if language == "zh" and abs(value) >= _TEN_THOUSAND:
        return f"{number(language, value / _TEN_THOUSAND, 1)}{_NO_BREAK_SPACE}万{name}"
    if language == "en" and abs(value) >= _TEN_THOUSAND:
        return money(language, round_half_up(value, -3), currency)
    return money(language, value, currency)


def span(*parts: str) -> str:
    """A range as low – base – high that never breaks inside."""
    return f"{_NO_BREAK_SPACE}–{_WORD_JOINER}{_NO_BREAK_SPACE}".join(parts)


@lru_cache(maxsize=1024)  # every source on a page has two
def day(language: Language, value: date) -> str:
    """2026年11月20日, 20 Nov 2026."""
    pattern = "y年M月d日" if language == "zh" else "d MMM y"
    return str(format_date(value, format=pattern, locale=LOCALES[language]))


def moment(language: Language, value: datetime, zone: str) -> str:
    """A UTC time as date and time of day in a zone: 2026年11月20日 14:32, 20 Nov 2026 14:32."""
    return f"{day(language, value.astimezone(ZoneInfo(zone)).date())} {clock(language, value, zone)}"


def clock(language: Language, value: datetime, zone: str) -> str:
    """The time of day in a zone: 14:32."""
    return str(
        format_datetime(value, format="HH:mm", tzinfo=ZoneInfo(zone), locale=LOCALES[language]),
    )
