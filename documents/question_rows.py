"""Answers that stand among the other questions of a section: one row, or one for each of their parts."""

from collections.abc import Callable, Mapping
from typing import Any

from documents.forms import Field, Filling
from documents.forms_reading import Filled
from documents.question_money import MONEY_SHAPE
from documents.question_names import (
    COUNTRY_LIST,
    LANGUAGE_LIST,
    LEVEL_LIST,
    WEEKDAY_LIST,
    YES_LIST,
    ZONE_LIST,
    Asked,
)
from documents.question_shapes import (
    ANSWER,
    PART,
    Cells,
    Part,
    Shape,
    day,
    day_text,
    numbered,
    refuse_twice,
    rows_of,
    split,
    text_of,
    value_of,
    windows,
    windows_text,
)
from documents.typed_cells import SHARE, number_in, wanted_by
from domain.shared.measures import WEEKDAYS
from domain.shared.outcomes import DomainError
from domain.shared.typed import yes_typed


def _one(field: Callable[[Asked, Any], Field], read: Callable[[Asked, Filled], Any]) -> Shape:
    """A kind with a single cell."""

    def parts(asked: Asked, value: Any) -> tuple[Part, ...]:
        return (Part(fields={ANSWER: field(asked, value)}),)

    def back(asked: Asked, cells: Cells) -> Any:
        filled = cells.get(("", ANSWER))
        return None if filled is None or filled.value is None else read(asked, filled)

    return Shape(parts=parts, read=back)


def _text_field(asked: Asked, value: Any) -> Field:
    lines = 4 if asked.question.kind == "long_text" else 1
    return Field(value=value, maximum=asked.question.maximum, lines=lines)


def _number_field(asked: Asked, value: Any) -> Field:
    kind: Any = {"integer": "integer", "share": "share"}.get(asked.question.kind, "number")
    return Field(kind=kind, value=value, minimum=asked.question.minimum, maximum=asked.question.maximum)


def _listed(name: str) -> Callable[[Asked, Any], Field]:
    """A cell that offers a list."""
    return lambda asked, code: Field(
        kind="choice", choices=name, value=None if code is None else asked.label(name, code)
    )


def _choice_field(asked: Asked, value: Any) -> Field:
    label = None if value is None else asked.choice_labels().get(value, str(value))
    return Field(kind="choice", choices=asked.choice_list, value=label)


def _boolean_field(asked: Asked, value: Any) -> Field:
    return _listed(YES_LIST)(asked, None if value is None else "yes" if value else "no")


def _as_boolean(asked: Asked, filled: Filled) -> Any:
    said = _yes_or_no(asked, filled.value)
    return filled.value if said is None else said


def _yes_or_no(asked: Asked, value: Filling) -> bool | None:
    """What a cell of a yes column says, as a word or as a mark; None when it is neither."""
    text = str(value)
    return {"yes": True, "no": False}.get(asked.code(YES_LIST, text), yes_typed(text))


def _number(asked: Asked, filled: Filled) -> Filling:
    return number_in(filled, wanted_by(asked.question))


def _date_field(_asked: Asked, value: Any) -> Field:
    return Field(kind="date", value=None if value is None else day(value))


def _choices_parts(asked: Asked, value: Any) -> tuple[Part, ...]:
    chosen = set(value or ())
    return tuple(
        Part(id=id_, label=label, fields={ANSWER: _listed(YES_LIST)(asked, "yes" if id_ in chosen else None)})
        for id_, label in asked.choice_labels().items()
    )


def _as_choices(asked: Asked, cells: Cells) -> Any:
    """The choices marked with yes; nothing marked at all is no answer."""
    marked = {id_: cells[id_, ANSWER] for id_ in asked.choice_labels() if value_of(cells, id_) is not None}
    said = {id_: _yes_or_no(asked, filled.value) for id_, filled in marked.items()}
    for id_, filled in marked.items():
        if said[id_] is None:
            raise DomainError("forms.not_a_choice", cell=filled.place, given=str(filled.value))
    return [id_ for id_ in said if said[id_]] if marked else None


def _list_shape(name: str) -> Shape:
    """Several codes of a list, one to a row."""

    def parts(asked: Asked, value: Any) -> tuple[Part, ...]:
        given = dict(zip(numbered(len(value or ())), value or (), strict=False))
        return tuple(
            Part(id=row, label=row, fields={ANSWER: _listed(name)(asked, given.get(row))})
            for row in numbered(len(given))
        )

    def read(asked: Asked, cells: Cells) -> Any:
        return [asked.code(name, text) for row in rows_of(cells) if (text := text_of(cells, row))] or None

    return Shape(parts=parts, read=read)


def _by_language(field: Callable[[Asked, Any], Field], read: Callable[[Asked, Filled], Any]) -> Shape:
    """An answer for each of some languages: language and answer in a row."""

    def parts(asked: Asked, value: Any) -> tuple[Part, ...]:
        entries = list((value or {}).items())
        rows = numbered(len(entries))
        filled = entries + [(None, None)] * (len(rows) - len(entries))
        return tuple(
            Part(id=row, fields={PART: _listed(LANGUAGE_LIST)(asked, language), ANSWER: field(asked, each)})
            for row, (language, each) in zip(rows, filled, strict=True)
        )

    def back(asked: Asked, cells: Cells) -> Any:
        found: dict[str, Any] = {}
        for row in rows_of(cells):
            if value_of(cells, row) is not None:
                language = asked.code(LANGUAGE_LIST, text_of(cells, row, PART))
                refuse_twice(language in found, cells[row, ANSWER], language)
                found[language] = read(asked, cells[row, ANSWER])
        return found or None

    return Shape(parts=parts, read=back)


def _channel_parts(asked: Asked, value: Any) -> tuple[Part, ...]:
    given = value or {}
    return tuple(
        Part(id=id_, label=label, fields={ANSWER: _integer(asked, given.get(id_))})
        for id_, label in asked.choice_labels().items()
    )


def _integer(asked: Asked, value: Any) -> Field:
    return Field(kind="integer", value=value, minimum=asked.question.minimum, maximum=asked.question.maximum)


def _as_channels(asked: Asked, cells: Cells) -> Any:
    wanted = wanted_by(asked.question)
    given = {id_: number_in(cells.get((id_, ANSWER)), wanted) for id_ in asked.choice_labels()}
    return {id_: value for id_, value in given.items() if value is not None} or None


def _schedule_parts(asked: Asked, value: Any) -> tuple[Part, ...]:
    given = value or {}
    return tuple(
        Part(
            id=weekday,
            label=asked.label(WEEKDAY_LIST, weekday),
            fields={ANSWER: Field(value=windows_text(given.get(weekday, ())))},
        )
        for weekday in WEEKDAYS
    )


def _as_schedule(_asked: Asked, cells: Cells) -> Any:
    return {each: windows(text) for each in WEEKDAYS if (text := text_of(cells, each))} or None


def _pools_parts(asked: Asked, value: Any) -> tuple[Part, ...]:
    pools = [", ".join(asked.label(LANGUAGE_LIST, language) for language in pool) for pool in value or ()]
    rows = numbered(len(pools), least=5)
    filled: list[str | None] = [*pools, *[None] * (len(rows) - len(pools))]
    return tuple(
        Part(id=row, label=row, fields={ANSWER: Field(value=text)})
        for row, text in zip(rows, filled, strict=True)
    )


def _as_pools(asked: Asked, cells: Cells) -> Any:
    texts = [text for row in rows_of(cells) if (text := text_of(cells, row))]
    return [[asked.code(LANGUAGE_LIST, each) for each in split(text)] for text in texts] or None


_TEXT = _one(_text_field, lambda _, filled: str(filled.value))
_NUMBER = _one(_number_field, _number)
_BY_CHANNEL = Shape(parts=_channel_parts, read=_as_channels)
ROWS: Mapping[str, Shape] = {
    "text": _TEXT,
    "long_text": _TEXT,
    "integer": _NUMBER,
    "number": _NUMBER,
    "share": _NUMBER,
    "money": MONEY_SHAPE,
    "boolean": _one(_boolean_field, _as_boolean),
    "choice": _one(_choice_field, lambda asked, filled: asked.choice(filled.value)),
    "choices": Shape(parts=_choices_parts, read=_as_choices),
    "country": _one(_listed(COUNTRY_LIST), lambda asked, filled: asked.code(COUNTRY_LIST, filled.value)),
    "countries": _list_shape(COUNTRY_LIST),
    "languages": _list_shape(LANGUAGE_LIST),
    "shares_by_language": _by_language(
        lambda _, value: Field(kind="share", value=value), lambda _, filled: number_in(filled, SHARE)
    ),
    "numbers_by_language": _by_language(_number_field, _number),
    "levels_by_language": _by_language(
        _listed(LEVEL_LIST), lambda asked, filled: asked.code(LEVEL_LIST, filled.value)
    ),
    "integer_by_channel": _BY_CHANNEL,
    "seconds_by_channel": _BY_CHANNEL,
    "schedule": Shape(parts=_schedule_parts, read=_as_schedule),
    "pools": Shape(parts=_pools_parts, read=_as_pools),
    "time_zone": _one(_listed(ZONE_LIST), lambda asked, filled: asked.code(ZONE_LIST, filled.value)),
    "date": _one(_date_field, lambda _, filled: day_text(filled.value)),
}
