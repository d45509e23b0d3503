"""Answers in words: a default as people say it, what the parts add up to."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from domain.requirements.questions import BY_CHANNEL, Question
from domain.requirements.record import Record
from domain.requirements.tables import hours_a_week
from domain.shared.rounding import to_decimal
from words import Language, say
from words.names import country_name, language_name, listed
from words.numbers import money, plain

_CENTS, _MOST_DIGITS = 2, 6


def unit_word(language: Language, question: Question) -> str:
    """The word behind a number of this question, empty when it has none."""
    return say(language, f"requirements.unit.{question.unit}") if question.unit else ""


def answer_words(language: Language, question: Question, value: Any) -> str:
    """An answer as a person says it, with its unit.

    Raises:
        KeyError: hours, peaks, language teams and answers with tables in them have no short form.
    """
    return _SAID[question.kind](language, question, value)


def default_by_part(language: Language, record: Record, question: Question) -> Mapping[str, str]:
    """The default of each channel."""
    if question.kind not in BY_CHANNEL:
        return {}
    said = _profile_words(language, record) if question.kind == "profiles_by_channel" else None
    return {
        part: said(value) if said else plain(language, value)
        for part, value in (question.default or {}).items()
    }


def default_words(language: Language, record: Record, question: Question) -> str:
    """The default of a question; of entries by channel those of the channels in use."""
    value = question.default
    if question.kind in BY_CHANNEL:
        chosen = record.given("channels") or ()
        value = {part: entry for part, entry in value.items() if part in chosen}
    if question.kind == "profiles_by_channel":
        said = _profile_words(language, record)
        labels = {choice.id: choice.label[language] for choice in question.choices}
        return listed(language, [f"{labels[part]} {said(profile)}" for part, profile in value.items()])
    return answer_words(language, question, value)


def _profile_words(language: Language, record: Record) -> Callable[[Mapping[str, Any]], str]:
    """How an hour profile is called."""
    labels = {each.id: each.label[language] for each in record.book.profiles.values()}
    drawn = say(language, "ui.drawn_by_hand")
    return lambda profile: labels.get(profile.get("template", ""), drawn)


def total_words(language: Language, question: Question, value: Any) -> str:
    """What the parts of an answer add up to; empty where a sum means nothing."""
    if not value:
        return ""
    if question.kind == "integer_by_channel":
        total = plain(language, sum(value.values()))
        return say(language, "questionnaire.total", total=total, unit=unit_word(language, question))
    if question.kind == "shares_by_language":
        total = _percent(language, sum((to_decimal(share) for share in value.values()), Decimal(0)))
        return say(language, "questionnaire.total_share", total=total)
    if question.kind == "schedule":
        return say(language, "questionnaire.total_hours", hours=plain(language, hours_a_week(value)))
    return ""


def _percent(language: Language, share: Any) -> str:
    return f"{plain(language, to_decimal(share) * 100, _MOST_DIGITS)}%"


def _text(_language: Language, _question: Question, value: Any) -> str:
    return str(value)


def _number(language: Language, question: Question, value: Any) -> str:
    unit = unit_word(language, question)
    return f"{plain(language, value)} {unit}" if unit else plain(language, value)


def _money(language: Language, _question: Question, value: Any) -> str:
    amount = Decimal(value["amount"])
    whole = amount == amount.to_integral_value()
    return money(language, amount, value["currency"], 0 if whole else _CENTS)


def _choices(language: Language, question: Question, value: Any) -> str:
    labels = {choice.id: choice.label[language] for choice in question.choices}
    return listed(language, [labels[choice] for choice in ([value] if isinstance(value, str) else value)])


def _countries(language: Language, _question: Question, value: Any) -> str:
    codes = [value] if isinstance(value, str) else value
    return listed(language, [country_name(language, code) for code in codes])


def _shares(language: Language, _question: Question, value: Any) -> str:
    return listed(
        language,
        [f"{language_name(language, code)} {_percent(language, share)}" for code, share in value.items()],
    )


def _by_channel(language: Language, question: Question, value: Any) -> str:
    labels = {choice.id: choice.label[language] for choice in question.choices}
    return listed(
        language, [f"{labels[part]} {_number(language, question, figure)}" for part, figure in value.items()]
    )


_SAID: Mapping[str, Callable[[Language, Question, Any], str]] = {
    "text": _text,
    "long_text": _text,
    "integer": _number,
    "number": _number,
    "share": lambda language, _, value: _percent(language, value),
    "money": _money,
    "boolean": lambda language, _, value: say(language, "ui.yes" if value else "ui.no"),
    "choice": _choices,
    "choices": _choices,
    "country": _countries,
    "countries": _countries,
    "languages": lambda language, _, value: listed(
        language, [language_name(language, code) for code in value]
    ),
    "shares_by_language": _shares,
    "integer_by_channel": _by_channel,
    "seconds_by_channel": _by_channel,
    "time_zone": _text,
    "date": _text,
}
