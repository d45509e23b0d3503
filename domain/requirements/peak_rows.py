"""Peaks of the year and product launches as answers: lists whose rows are checked one by one."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from domain.requirements.peaks import MONTHS_A_YEAR
from domain.requirements.questions import Codes, Question
from domain.requirements.refusals import located, refuse, shown
from domain.requirements.tables import as_table
from domain.requirements.values import MOST_CHARACTERS, as_date, as_figure, as_list, plain
from domain.shared.outcomes import DomainError

_TIMES = ({"months"}, {"start", "end"})
_PEAK_KEYS = ("name", "months", "start", "end", "multiplier", "lead_weeks")
_LAUNCH_KEYS = ("name", "on", "weeks", "multiplier")
MOST_WEEKS = 52
# Technical limit, so that one answer cannot hold up every check.
MOST_ROWS = 30
# To read "02-29" a leap year is needed.
_LEAP_YEAR = 2024


def as_peaks(question: Question, value: Any, _codes: Codes) -> list[dict[str, Any]]:
    """Peaks with months or dates, multiplier of volume and weeks of lead; an empty list says there are none."""
    _check_rows(question, value)
    return _rows(value, lambda peak: _peak(question, peak))


def as_launches(question: Question, value: Any, codes: Codes) -> list[dict[str, Any]]:
    """Launches with day, weeks of higher volume and multiplier; an empty list says there are none."""
    _check_rows(question, value)
    return _rows(value, lambda launch: _launch(question, launch, codes))


def _rows(value: Iterable[Any], check: Callable[[Any], dict[str, Any]]) -> list[dict[str, Any]]:
    """Every row checked; a refusal says which one, counted from 1."""
    rows = []
    for number, row in enumerate(value, start=1):
        with located(number):
            rows.append(check(row))
    return rows


def _peak(question: Question, value: Any) -> dict[str, Any]:
    given = _known_keys(question, value, _PEAK_KEYS)
    timed = set(given) & {"months", "start", "end"}
    if timed and timed not in _TIMES:
        raise refuse(question, "peak_months_or_dates")
    when = ("start", "end") if "start" in given else ("months",)
    _complete(question, given, ("name", *when, "multiplier", "lead_weeks"))
    times = (
        {"months": _months(question, given["months"])}
        if "months" in given
        else {edge: _day_of_year(question, given[edge]) for edge in when}
    )
    return {
        "name": _name(question, given["name"]),
        **times,
        "multiplier": _multiplier(question, given["multiplier"]),
        "lead_weeks": _weeks(question, given["lead_weeks"], least=0, reason="lead_outside"),
    }


def _launch(question: Question, value: Any, codes: Codes) -> dict[str, Any]:
    given = _known_keys(question, value, _LAUNCH_KEYS)
    _complete(question, given, _LAUNCH_KEYS)
    return {
        "name": _name(question, given["name"]),
        "on": as_date(question, given["on"], codes),
        "weeks": _weeks(question, given["weeks"], least=1, reason="weeks_outside"),
        "multiplier": _multiplier(question, given["multiplier"]),
    }


def _check_rows(question: Question, value: Any) -> None:
    """A list of so many rows as a person would write; it may be empty."""
    if not isinstance(value, list | tuple):
        raise refuse(question, "not_a_list", given=shown(value))
    if len(value) > MOST_ROWS:
        raise refuse(question, "too_many", given=len(value), most=MOST_ROWS)


def _known_keys(question: Question, value: Any, keys: tuple[str, ...]) -> dict[Any, Any]:
    given = as_table(question, value)
    for key in given:
        if key not in keys:
            raise refuse(question, "unknown_peak_key", given=shown(key), choices=", ".join(keys))
    return given


def _complete(question: Question, given: Mapping[str, Any], keys: tuple[str, ...]) -> None:
    for key in keys:
        if key not in given:
            raise _lacks(question, key)


def _lacks(question: Question, part: str) -> DomainError:
    """A row without one of its entries, named as its field is on the page."""
    row = "launch" if question.kind == "launches" else "peak"
    return refuse(question, "peak_lacks", row_part=f"{row}_{part}")


def _name(question: Question, value: Any) -> str:
    name = value.strip() if isinstance(value, str) else ""
    if not name.isprintable() or not name:
        raise _lacks(question, "name")
    if len(name) > MOST_CHARACTERS["text"]:
        raise refuse(question, "too_long", given=len(name), most=MOST_CHARACTERS["text"])
    return name


def _months(question: Question, value: Any) -> list[int]:
    months = as_list(question, value)
    for month in months:
        if isinstance(month, bool) or not isinstance(month, int) or month not in range(1, MONTHS_A_YEAR + 1):
            raise refuse(question, "not_a_month", given=shown(month))
    if len(set(months)) != len(months):
        raise refuse(question, "months_twice", given=shown(months))
    return sorted(months)


def _day_of_year(question: Question, value: Any) -> str:
    """A day of every year, "11-20"."""
    try:
        day = date.fromisoformat(f"{_LEAP_YEAR}-{value}")
    except ValueError as error:
        raise refuse(question, "not_a_day_of_year", given=shown(value)) from error
    return f"{day:%m-%d}"


def _multiplier(question: Question, value: Any) -> float:
    """The limits of the question are the limits of the multiplier."""
    number = as_figure(question, value)
    low, high = question.minimum, question.maximum
    if (low is not None and number < low) or (high is not None and number > high):
        raise refuse(
            question,
            "multiplier_outside",
            given=shown(plain(number)),
            minimum=plain(low or Decimal(0)),
            maximum=plain(high or number),
        )
    return float(number)


def _weeks(question: Question, value: Any, *, least: int, reason: str) -> int:
    whole = isinstance(value, int) and not isinstance(value, bool)
    if not whole or not least <= value <= MOST_WEEKS:
        raise refuse(question, reason, given=shown(value), minimum=least, maximum=MOST_WEEKS)
    return int(value)
