"""An answer as a person says it, whatever its kind: for the page, for lists of differences, for documents.

Works on plain values, so that everybody who prints an answer says it alike.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from babel.dates import format_date

from domain.shared.rounding import to_decimal
from words import LOCALES, Language, say
from words.names import country_name, language_name, listed, zone_name
from words.numbers import MISSING, day, money, plain

_CENTS, _MOST_DIGITS = 2, 6
_WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
# A day and month are said without a year; any year with a 29 February can carry them.
_LEAP_YEAR = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class _Saying:
    """In which language, with which unit behind a number and which labels for ids."""

    language: Language
    unit: str = ""
    labels: Mapping[str, str] = field(default_factory=dict)

    def label(self, code: str) -> str:
        return self.labels.get(code, code)


def answer_in_words(
    language: Language, kind: str, value: Any, *, unit: str = "", labels: Mapping[str, str] | None = None
) -> str:
    """A checked answer in one line.

    Args:
        language: zh or en.
        kind: of the question, as its file names it.
        value: the plain value, not None.
        unit: key of the unit behind a number, empty when there is none.
        labels: by id, of choices, channels and usual hour profiles.

    Raises:
        KeyError: no such kind.
    """
    behind = say(language, f"requirements.unit.{unit}") if unit else ""
    return _SAID[kind](_Saying(language=language, unit=behind, labels=labels or {}), value)


def hours_in_words(language: Language, schedule: Mapping[str, Sequence[Sequence[str]]]) -> str:
    """Days with the same hours together: Mon–Sat 09:00–19:00. A day without hours is left out."""
    spoken, days = [], [each for each in _WEEK if schedule.get(each)]
    while days:
        alike = _run_of_alike(days, schedule)
        names = [say(language, f"weekday.{each}") for each in (alike[0], alike[-1])]
        span = names[0] if len(alike) == 1 else say(language, "said.from_to", first=names[0], last=names[1])
        spoken.append(f"{span} {listed(language, [f'{start}–{end}' for start, end in schedule[alike[0]]])}")
        days = days[len(alike) :]
    return _grouped(language, spoken) or MISSING


def _run_of_alike(days: Sequence[str], schedule: Mapping[str, Sequence[Sequence[str]]]) -> Sequence[str]:
    """The first days that follow each other and have the same hours."""
    end = 1
    while end < len(days) and schedule[days[end]] == schedule[days[0]]:
        if _WEEK.index(days[end]) != _WEEK.index(days[end - 1]) + 1:
            break
        end += 1
    return days[:end]


def _grouped(language: Language, parts: Sequence[str]) -> str:
    """Parts that hold lists themselves, one after the other."""
    return ("；" if language == "zh" else "; ").join(parts)


def _percent(say_it: _Saying, share: Any) -> str:
    return f"{plain(say_it.language, to_decimal(share) * 100, _MOST_DIGITS)}%"


def _number(say_it: _Saying, value: Any) -> str:
    said = plain(say_it.language, to_decimal(value), _MOST_DIGITS)
    return f"{said} {say_it.unit}" if say_it.unit else said


def _money(say_it: _Saying, value: Any) -> str:
    amount = Decimal(value["amount"])
    whole = amount == amount.to_integral_value()
    return money(say_it.language, amount, value["currency"], 0 if whole else _CENTS)


def _choices(say_it: _Saying, value: Any) -> str:
    return listed(say_it.language, [say_it.label(each) for each in _several(value)]) or MISSING


def _countries(say_it: _Saying, value: Any) -> str:
    return (
        listed(say_it.language, [country_name(say_it.language, code) for code in _several(value)]) or MISSING
    )


def _languages(say_it: _Saying, value: Any) -> str:
    return listed(say_it.language, [language_name(say_it.language, code) for code in value]) or MISSING


def _several(value: Any) -> Sequence[str]:
    return [value] if isinstance(value, str) else value


def _by_language(said: Callable[[_Saying, Any], str]) -> Callable[[_Saying, Any], str]:
    """German 60%, French 40%."""

    def each(say_it: _Saying, value: Any) -> str:
        names = ((language_name(say_it.language, code), entry) for code, entry in value.items())
        return listed(say_it.language, [f"{name} {said(say_it, entry)}" for name, entry in names]) or MISSING

    return each


def _by_channel(say_it: _Saying, value: Any) -> str:
    parts = [f"{say_it.label(part)} {_number(say_it, figure)}" for part, figure in value.items()]
    return listed(say_it.language, parts) or MISSING


def _shares_by_channel(say_it: _Saying, value: Any) -> str:
    mixes = [_titled(say_it, say_it.label(part), _SHARES(say_it, mix)) for part, mix in value.items()]
    return _grouped(say_it.language, mixes) or MISSING


def _profiles(say_it: _Saying, value: Any) -> str:
    drawn = say(say_it.language, "ui.drawn_by_hand")
    parts = [
        _titled(
            say_it, say_it.label(part), say_it.label(profile["template"]) if "template" in profile else drawn
        )
        for part, profile in value.items()
    ]
    return _grouped(say_it.language, parts) or MISSING


def _schedules(say_it: _Saying, value: Any) -> str:
    parts = [
        _titled(say_it, country_name(say_it.language, code), hours_in_words(say_it.language, schedule))
        for code, schedule in value.items()
    ]
    return _grouped(say_it.language, parts) or MISSING


def _titled(say_it: _Saying, title: str, text: str) -> str:
    return say(say_it.language, "said.titled", title=title, text=text)


def _peaks(say_it: _Saying, value: Any) -> str:
    return _grouped(say_it.language, [_peak(say_it, each) for each in value]) or say(
        say_it.language, "said.none"
    )


def peak_time(language: Language, peak: Mapping[str, Any]) -> str:
    """When a peak is: its months, or its first and last day."""
    if "start" not in peak:
        return listed(language, [say(language, f"month.{month}") for month in peak["months"]])
    ends = (_day_of_year(language, peak[end]) for end in ("start", "end"))
    return say(language, "said.from_to", **dict(zip(("first", "last"), ends, strict=True)))


def _peak(say_it: _Saying, value: Any) -> str:
    language, when = say_it.language, peak_time(say_it.language, value)
    figures = {part: plain(language, value[part]) for part in ("multiplier", "lead_weeks")}
    return say(language, "said.peak", name=value["name"], when=when, **figures)


def _launches(say_it: _Saying, value: Any) -> str:
    return _grouped(say_it.language, [_launch(say_it, each) for each in value]) or say(
        say_it.language, "said.none"
    )


def _launch(say_it: _Saying, value: Any) -> str:
    language = say_it.language
    figures = {part: plain(language, value[part]) for part in ("multiplier", "weeks")}
    return say(language, "said.launch", name=value["name"], day=_day(say_it, value["on"]), **figures)


def _day(say_it: _Saying, value: Any) -> str:
    return day(say_it.language, date.fromisoformat(str(value)))


def _day_of_year(language: Language, value: str) -> str:
    pattern = "M月d日" if language == "zh" else "d MMM"
    at = date.fromisoformat(f"{_LEAP_YEAR}-{value}")
    return str(format_date(at, format=pattern, locale=LOCALES[language]))


def _pools(say_it: _Saying, value: Any) -> str:
    teams = [" + ".join(language_name(say_it.language, code) for code in pool) for pool in value]
    return _grouped(say_it.language, teams) or say(say_it.language, "said.none")


def _level(say_it: _Saying, level: Any) -> str:
    """Levels of the Common European Framework are called alike everywhere."""
    return say(say_it.language, "requirements.level.native") if level == "native" else str(level)


_SHARES = _by_language(_percent)
_SAID: Mapping[str, Callable[[_Saying, Any], str]] = {
    "text": lambda _, value: str(value),
    "long_text": lambda _, value: str(value),
    "integer": _number,
    "number": _number,
    "share": _percent,
    "money": _money,
    "boolean": lambda say_it, value: say(say_it.language, "ui.yes" if value else "ui.no"),
    "choice": _choices,
    "choices": _choices,
    "country": _countries,
    "countries": _countries,
    "languages": _languages,
    "shares_by_language": _SHARES,
    "numbers_by_language": _by_language(_number),
    "levels_by_language": _by_language(_level),
    "integer_by_channel": _by_channel,
    "seconds_by_channel": _by_channel,
    "shares_by_channel_language": _shares_by_channel,
    "profiles_by_channel": _profiles,
    "schedule": lambda say_it, value: hours_in_words(say_it.language, value),
    "schedules_by_market": _schedules,
    "peaks": _peaks,
    "launches": _launches,
    "pools": _pools,
    "time_zone": lambda say_it, value: zone_name(say_it.language, value),
    "date": _day,
}
