"""Answers in words: a default as people say it, what the parts add up to."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from domain.requirements.hours import SUMMER, WINTER, Schedule
from domain.requirements.questions import BY_CHANNEL, Question, QuestionBook
from domain.requirements.record import Record
from domain.requirements.tables import hours_a_week
from domain.shared.contents import Content
from domain.shared.measures import WEEKDAYS
from domain.shared.rounding import to_decimal
from words import Language, say
from words.answers import answer_in_words, hours_in_words
from words.names import country_name, zone_name
from words.numbers import plain

_MOST_DIGITS = 6


def unit_word(language: Language, question: Question) -> str:
    """The word behind a number of this question, empty when it has none."""
    return say(language, f"requirements.unit.{question.unit}") if question.unit else ""


def default_by_part(language: Language, record: Record, question: Question) -> Mapping[str, str]:
    """The default of each channel."""
    if question.kind not in BY_CHANNEL:
        return {}
    if question.kind != "profiles_by_channel":
        return {part: plain(language, value) for part, value in (question.default or {}).items()}
    called = record.book.labels(question.id, language)
    return {part: called[profile["template"]] for part, profile in (question.default or {}).items()}


def default_words(language: Language, record: Record, question: Question) -> str:
    """The default of a question; of entries by channel those of the channels in use."""
    value = question.default
    if question.kind in BY_CHANNEL:
        chosen = record.given("channels") or ()
        value = {part: entry for part, entry in value.items() if part in chosen}
    return answer_words(language, record.book, question.id, value) if value != {} else ""


def answer_words(language: Language, book: QuestionBook, question: str, value: Any) -> str:
    """An answer as a person says it, with its unit."""
    asked, labels = book.questions[question], book.labels(question, language)
    return answer_in_words(language, asked.kind, value, unit=asked.unit, labels=labels)


def content_words(language: Language, book: QuestionBook, question: str, content: Content) -> str:
    """What is stored for a question: its answer, how it was set aside, that it was refused, that nothing is."""
    if content.is_nothing:
        return say(language, "said.nothing")
    if content.state in {"not_applicable", "later"}:
        return say(language, f"said.{content.state}")
    if content.state == "draft":
        return say(language, "said.refused", answer=_as_typed(language, book, question, content.value))
    said = answer_words(language, book, question, content.value)
    if content.origin == "typed":
        return said
    return say(language, f"said.from_{content.origin.partition(':')[0]}", answer=said)


def _as_typed(language: Language, book: QuestionBook, question: str, value: Any) -> str:
    """A refused answer may have any shape: in words where they fit, else as it was given."""
    try:
        return answer_words(language, book, question, value)
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
        return str(value)


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


def home_hours(language: Language, record: Record, question: Question) -> list[str]:
    """Hours of service by the merchant's own clock, winter and summer; nothing where it shows the same hours."""
    home, value = record.home_zone, record.value(question.id)
    if home is None or not value or question.kind not in {"schedule", "schedules_by_market"}:
        return []
    markets = tuple(value) if question.kind == "schedules_by_market" else ("",)
    return [line for market in markets if (line := _home_line(language, record, home, market))]


def _home_line(language: Language, record: Record, home: str, market: str) -> str:
    winter, summer = (record.schedule_in(home, market=market, on=day) for day in (WINTER, SUMMER))
    here = (record.value("coverage_by_market") or {}).get(market) or record.schedule
    if winter is None or summer is None or winter == summer == here:
        return ""
    seasons = {"winter": winter} if winter == summer else {"winter": winter, "summer": summer}
    key = "questionnaire.home_hours" if winter == summer else "questionnaire.home_hours_seasons"
    said = {season: hours_in_words(language, _over_night(hours)) for season, hours in seasons.items()}
    line = say(language, key, zone=zone_name(language, home), **said)
    return f"{country_name(language, market)} · {line}" if market else line


def _over_night(schedule: Schedule) -> Schedule:
    """The same hours with each night as one window that ends on the next day: 16:00–02:00 (+1)."""
    days = {day: list(schedule.get(day, ())) for day in WEEKDAYS}
    following = dict(zip(WEEKDAYS, (*WEEKDAYS[1:], WEEKDAYS[0]), strict=True))
    nights = {
        day: days[after][0][1]
        for day, after in following.items()
        if days[day] and days[after] and _is_one_night(days[day][-1], days[after][0])
    }
    begun_before = {following[day] for day in nights}
    spoken = {}
    for day, windows in days.items():
        own = windows[1:] if day in begun_before else windows
        if own and day in nights:
            own = [*own[:-1], [own[-1][0], f"{nights[day]} (+1)"]]
        spoken[day] = own
    return spoken


def _is_one_night(evening: list[str], morning: list[str]) -> bool:
    """Whether a window goes on over midnight; whole days stay days."""
    return evening[1] == "24:00" and morning[0] == "00:00" and evening[0] != "00:00" and morning[1] != "24:00"


def _percent(language: Language, share: Any) -> str:
    return f"{plain(language, to_decimal(share) * 100, _MOST_DIGITS)}%"
