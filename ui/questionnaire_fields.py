"""A question of the requirements as a field: its choices, parts, unit and example in the page's language."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from domain.requirements.questions import BY_CHANNEL, BY_LANGUAGE, BY_MARKET, Codes, Question
from domain.requirements.record import Record
from domain.requirements.tables import LEVELS
from domain.requirements.values import time_zones
from domain.shared.money import CURRENCIES
from domain.shared.rounding import to_decimal
from ui.fields import FieldSpec, Start
from ui.questionnaire_words import default_by_part, unit_word
from words import Language, say
from words.names import country_name, language_name, zone_name
from words.numbers import plain

Choices = tuple[tuple[str, str], ...]
# From this span on a number is typed in whole steps, below it in tenths.
_WIDE = 20
_FINE_STEP = 0.1
# Answers that may name languages nobody has named before.
_GROWING = ("shares_by_language", "shares_by_channel_language")


def field_of(record: Record, question: Question, value: Any, language: Language) -> FieldSpec:
    """The field of a question.

    Args:
        record: what is known so far: the channels and languages in use.
        question: to ask.
        value: what the field starts with; a map shows a sub-field for each of its entries.
        language: of the page.
    """
    currency = (question.default or {}).get("currency", "EUR") if question.kind == "money" else "EUR"
    example = question.example[language] if question.example else ""
    languages = _languages(language, record.codes)
    groups = _groups(question, language)
    patterns = _patterns(record, question)
    return FieldSpec(
        id=question.id,
        kind="grouped_choices" if groups else question.kind,
        label=question.wording[language],
        unit=unit_word(language, question),
        choices=_choices(record, question, value, language),
        groups=groups,
        parts=_parts(record, question, value, language),
        more=languages if question.kind in _GROWING else (),
        starts=_well_known(record, value, language) if question.kind == "peaks" else (),
        patterns=patterns,
        usual={part: patterns[profile["template"]] for part, profile in (question.default or {}).items()}
        if patterns
        else {},
        hints=_hints(record, question, language),
        placeholder=example,
        currency=currency,
        step=_step(question),
    )


def _choices(record: Record, question: Question, value: Any, language: Language) -> Choices:
    listing = _LISTINGS.get(question.kind)
    if listing is not None:
        return listing(record, value, language)
    return tuple((choice.id, choice.label[language]) for choice in question.choices)


def _of_countries(record: Record, _value: Any, language: Language) -> Choices:
    return _countries(language, record.codes)


def _of_languages(record: Record, _value: Any, language: Language) -> Choices:
    """Every language, those in use first."""
    used = _used(record, language)
    return used + tuple(each for each in _languages(language, record.codes) if each not in used)


def _of_zones(_record: Record, value: Any, language: Language) -> Choices:
    zones = _zones(language)
    known = value is None or any(zone == value for zone, _ in zones)
    return zones if known else ((value, value), *zones)


def _groups(question: Question, language: Language) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The choices under their headings; none where the question has no headings."""
    named = dict.fromkeys(choice.group for choice in question.choices if choice.group)
    return tuple(
        (
            say(language, f"requirements.group.{group}"),
            tuple(choice.id for choice in question.choices if choice.group == group),
        )
        for group in named
    )


def _well_known(record: Record, value: Any, language: Language) -> tuple[Start, ...]:
    """The peaks everybody knows in these markets, but for those already named."""
    markets = set(record.given("markets") or ())
    elsewhere = {"abroad"} if markets - {"CN"} or not markets else set()
    places = {"any", *elsewhere, *({"cn"} if "CN" in markets or not markets else ())}
    named = {peak.get("name") for peak in value or ()}
    return tuple(
        Start(
            label=event.label[language],
            row=event.as_peak(language),
            note=f"{event.note[language]} {say(language, f'source.confidence.{event.confidence}')}",
        )
        for event in record.book.events
        if event.where in places and event.label[language] not in named
    )


def _parts(record: Record, question: Question, value: Any, language: Language) -> Choices:
    if question.kind in BY_CHANNEL:
        chosen = record.given("channels") or ()
        return tuple((each.id, each.label[language]) for each in question.choices if each.id in chosen)
    if question.kind in BY_LANGUAGE:
        return _used(record, language)
    if question.kind in BY_MARKET:
        markets = record.given("markets") or ()
        return tuple((code, country_name(language, code)) for code in markets if code in record.codes.zones)
    if question.kind == "shares_by_language":
        return tuple((code, language_name(language, code)) for code in value or ())
    return ()


def _hints(record: Record, question: Question, language: Language) -> Mapping[str, str]:
    """What stands in for an empty part: the general share of a language, the default of a channel."""
    if question.kind == "shares_by_channel_language":
        general: Mapping[str, float] = record.value("languages_share") or {}
        return {part: plain(language, to_decimal(share) * 100) for part, share in general.items()}
    return default_by_part(language, record, question)


def _patterns(record: Record, question: Question) -> dict[str, Mapping[str, tuple[float, ...]]]:
    """The usual weights of the hours of a week."""
    if question.kind != "profiles_by_channel":
        return {}
    return {template.id: template.weights for template in record.book.profiles.values()}


def _step(question: Question) -> float:
    if question.minimum is None or question.maximum is None:
        return 1.0
    return 1.0 if question.maximum - question.minimum >= _WIDE else _FINE_STEP


def _used(record: Record, language: Language) -> Choices:
    """The languages customers write in."""
    return tuple((code, language_name(language, code)) for code in record.languages)


@lru_cache(maxsize=2)
def _countries(language: Language, codes: Codes) -> Choices:
    return _by_name((code, country_name(language, code)) for code in codes.countries)


@lru_cache(maxsize=2)
def _languages(language: Language, codes: Codes) -> Choices:
    return _by_name((code, language_name(language, code)) for code in codes.languages)


@lru_cache(maxsize=2)
def _zones(language: Language) -> Choices:
    """Places of the IANA list, Europe first: the hours are those of the customers."""
    places = [zone for zone in time_zones() if "/" in zone and not zone.startswith("Etc/")]
    ordered = sorted(places, key=lambda zone: (not zone.startswith("Europe/"), zone))
    return tuple((zone, zone_name(language, zone)) for zone in ordered)


def _by_name(pairs: Any) -> Choices:
    """In the order of the alphabet; GB 18030 has the common Chinese characters in the order of their pinyin."""
    return tuple(sorted(pairs, key=lambda pair: pair[1].encode("gb18030")))


_LISTINGS: Mapping[str, Callable[[Record, Any, Language], Choices]] = {
    "country": _of_countries,
    "countries": _of_countries,
    "languages": _of_languages,
    "time_zone": _of_zones,
    "pools": lambda record, _, language: _used(record, language),
    "shares_by_channel_language": lambda record, _, language: _used(record, language),
    "levels_by_language": lambda _record, _, language: tuple(
        (level, say(language, f"requirements.level.{level}")) for level in LEVELS
    ),
    "profiles_by_channel": lambda record, _, language: tuple(
        (each.id, each.label[language]) for each in record.book.profiles.values()
    ),
    "money": lambda *_: tuple((code, code) for code in CURRENCIES),
}
