"""The JSON Schema of a requirements file, made from the questions: the same ids, kinds, choices and limits.

What no schema can say (shares that make 100 %, windows that must not overlap, amounts written as text) is checked
when a file is read; the schema's descriptions say so.
"""

from collections.abc import Callable, Mapping
from typing import Any

from domain.requirements.answers import ORIGINS, PACK
from domain.requirements.file import KIND, MOST_NAME_CHARACTERS, VERSION
from domain.requirements.peak_rows import MOST_WEEKS
from domain.requirements.peaks import MONTHS_A_YEAR
from domain.requirements.profiles import HOURS_A_DAY
from domain.requirements.questions import Question, QuestionBook
from domain.requirements.tables import CLOCK, LEVELS, MOST_WEIGHT
from domain.requirements.values import MOST_CHARACTERS
from domain.shared.measures import WEEKDAYS
from domain.shared.money import CURRENCIES

Schema = dict[str, Any]
DIALECT = "https://json-schema.org/draft/2020-12/schema"
_LANGUAGE, _COUNTRY, _MARKET, _SCHEDULE = (
    {"$ref": f"#/$defs/{name}"} for name in ("language", "country", "market", "schedule")
)
_ONE_LINE, _SEVERAL_LINES = r"^[^\x00-\x1f\x7f-\x9f]*\S[^\x00-\x1f\x7f-\x9f]*$", r"\S"
_AMOUNT = r"^[0-9]{1,15}(\.[0-9]{1,2}0*)?$"
_ZONE = r"^[A-Za-z_]+(/[A-Za-z0-9_+-]+)*$"
# Of the years in domain/shared/days.py.
_DAY = r"^(199[0-9]|20[0-9]{2}|2100)-[0-9]{2}-[0-9]{2}$"
_DAY_OF_YEAR = r"^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"


def requirements_schema(book: QuestionBook) -> Schema:
    """The schema of draft 2020-12 for `docs/requirements-file.md`.

    Args:
        book: the questions.
    """
    ids = list(book.questions)
    listed = {"type": "array", "items": {"enum": ids}, "uniqueItems": True}
    return {
        "$schema": DIALECT,
        "title": "Requirements of a project / 项目需求",
        "type": "object",
        "additionalProperties": False,
        "required": ["kind", "version", "name"],
        "properties": {
            "kind": {"const": KIND},
            "version": {"const": VERSION},
            "name": {"type": "string", "maxLength": MOST_NAME_CHARACTERS, "pattern": _ONE_LINE},
            "answers": {
                "type": "object",
                "additionalProperties": False,
                "properties": {each.id: _answer(each, book) for each in book.questions.values()},
            },
            "not_applicable": listed,
            "later": listed,
            "origins": {
                "type": "object",
                "propertyNames": {"enum": ids},
                "additionalProperties": {
                    "enum": [*ORIGINS, *(f"{PACK}{each}" for each in book.questions["platforms"].choice_ids)]
                },
            },
        },
        "$defs": _definitions(book),
    }


def _definitions(book: QuestionBook) -> Schema:
    """Codes and hours, which many questions share."""
    window = {
        "type": "array",
        "items": {"type": "string", "pattern": f"^({CLOCK.pattern})$"},
        "minItems": 2,
        "maxItems": 2,
    }
    windows = {"type": "array", "items": window}
    return {
        "language": {"enum": sorted(book.codes.languages)},
        "country": {"enum": sorted(book.codes.countries)},
        "market": {"enum": sorted(book.codes.zones)},
        "schedule": _map({"enum": list(WEEKDAYS)}, windows)
        | {"description": "Windows by weekday, each from and to; on one day they must not overlap."},
    }


def _answer(question: Question, book: QuestionBook) -> Schema:
    """The schema of one answer, with the question in both languages."""
    said = f"{question.wording.en} / {question.wording.zh}"
    return {"title": said, **_KINDS[question.kind](question, book)}


def _text(question: Question, _book: QuestionBook) -> Schema:
    most = MOST_CHARACTERS[question.kind] if question.maximum is None else int(question.maximum)
    pattern = _ONE_LINE if question.kind == "text" else _SEVERAL_LINES
    return {"type": "string", "minLength": 1, "maxLength": most, "pattern": pattern}


def _limits(question: Question) -> Schema:
    """The limits of a number, as they stand in the question's file."""
    limits = {"minimum": question.minimum, "maximum": question.maximum}
    return {
        name: int(limit) if limit == int(limit) else float(limit)
        for name, limit in limits.items()
        if limit is not None
    }


def _integer(question: Question, _book: QuestionBook) -> Schema:
    return {"type": "integer", **_limits(question)}


def _number(question: Question, _book: QuestionBook) -> Schema:
    return {"type": "number", **_limits(question)}


def _share(question: Question, _book: QuestionBook) -> Schema:
    return {"type": "number", "minimum": 0, "maximum": 1, **_limits(question)}


def _money(question: Question, _book: QuestionBook) -> Schema:
    text = {
        "type": "string",
        "pattern": _AMOUNT,
        "description": "Exact; the limits of the question hold for it, too.",
    }
    number = {"type": "number", "minimum": 0, **_limits(question)}
    return _object({"amount": {"anyOf": [text, number]}, "currency": {"enum": list(CURRENCIES)}})


def _choice(question: Question, _book: QuestionBook) -> Schema:
    return {"enum": list(question.choice_ids)}


def _several(items: Schema) -> Schema:
    """A list with something in it and nothing twice."""
    return {"type": "array", "items": items, "minItems": 1, "uniqueItems": True}


def _map(names: Schema, entries: Schema) -> Schema:
    """Entries by name, at least one."""
    return {"type": "object", "propertyNames": names, "additionalProperties": entries, "minProperties": 1}


def _channels(question: Question) -> Schema:
    return {"enum": list(question.choice_ids)}


def _shares(question: Question, book: QuestionBook) -> Schema:
    return _map(_LANGUAGE, _share(question, book)) | {"description": "Together exactly 1."}


def _profiles(question: Question, book: QuestionBook) -> Schema:
    """A usual pattern of the week, or weights for the hours of each day."""
    weight = {"type": "number", "minimum": 0, "maximum": MOST_WEIGHT}
    hours = {"type": "array", "items": weight, "minItems": HOURS_A_DAY, "maxItems": HOURS_A_DAY}
    template = _object({"template": {"enum": sorted(book.codes.profiles)}})
    drawn = _object({"weights": _map({"enum": list(WEEKDAYS)}, hours)})
    return _map(_channels(question), {"oneOf": [template, drawn]})


def _peaks(question: Question, book: QuestionBook) -> Schema:
    """By months, or from one day of the year to another."""
    month = {"type": "integer", "minimum": 1, "maximum": MONTHS_A_YEAR}
    named = {
        "name": {"type": "string", "pattern": _ONE_LINE},
        "multiplier": _number(question, book),
        "lead_weeks": {"type": "integer", "minimum": 0, "maximum": MOST_WEEKS},
    }
    day = {"type": "string", "pattern": _DAY_OF_YEAR}
    ways = ({"months": _several(month)}, {"start": day, "end": day})
    return {"type": "array", "items": {"oneOf": [_object({**named, **way}) for way in ways]}}


def _launches(question: Question, book: QuestionBook) -> Schema:
    launch = {
        "name": {"type": "string", "pattern": _ONE_LINE},
        "on": _date(question, book),
        "weeks": {"type": "integer", "minimum": 1, "maximum": MOST_WEEKS},
        "multiplier": _number(question, book),
    }
    return {"type": "array", "items": _object(launch)}


def _date(_question: Question, _book: QuestionBook) -> Schema:
    return {"type": "string", "format": "date", "pattern": _DAY}


def _object(properties: Mapping[str, Schema]) -> Schema:
    """A table with exactly these entries."""
    return {
        "type": "object",
        "properties": dict(properties),
        "required": list(properties),
        "additionalProperties": False,
    }


_KINDS: Mapping[str, Callable[[Question, QuestionBook], Schema]] = {
    "text": _text,
    "long_text": _text,
    "integer": _integer,
    "number": _number,
    "share": _share,
    "money": _money,
    "boolean": lambda _question, _book: {"type": "boolean"},
    "choice": _choice,
    "choices": lambda question, book: _several(_choice(question, book)),
    "country": lambda _question, _book: _COUNTRY,
    "countries": lambda _question, _book: _several(_COUNTRY),
    "languages": lambda _question, _book: _several(_LANGUAGE),
    "shares_by_language": _shares,
    "numbers_by_language": lambda question, book: _map(_LANGUAGE, _number(question, book)),
    "levels_by_language": lambda _question, _book: _map(_LANGUAGE, {"enum": list(LEVELS)}),
    "integer_by_channel": lambda question, book: _map(_channels(question), _integer(question, book)),
    "seconds_by_channel": lambda question, book: _map(_channels(question), _integer(question, book)),
    "shares_by_channel_language": lambda question, book: _map(_channels(question), _shares(question, book)),
    "profiles_by_channel": _profiles,
    "schedule": lambda _question, _book: _SCHEDULE,
    "schedules_by_market": lambda _question, _book: _map(_MARKET, _SCHEDULE),
    "peaks": _peaks,
    "launches": _launches,
    "pools": lambda _question, _book: {"type": "array", "items": _several(_LANGUAGE), "minItems": 1},
    "time_zone": lambda _question, _book: {"type": "string", "pattern": _ZONE},
    "date": _date,
}
