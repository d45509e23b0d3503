"""The questions of the requirements as a spreadsheet that people fill in and send back."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from documents.characters import replaced
from documents.forms import Column, Field, Form, FormSheet, Row, Stamp
from documents.forms_writing import write_form
from documents.question_names import ASIDE, NONE, NONE_LIST, STATE_LIST, Asked, lists
from documents.question_shapes import ANSWER, PART, Part, Shape
from documents.question_tables import SHAPES
from domain.requirements.questions import Question, QuestionBook, Section
from domain.shared.contents import NOTHING, Content
from words import Language, say
from words.names import listed
from words.numbers import percent, plain

KIND, VERSION = "kefu.requirements-form", 1
STATE = "state"
# No question has a blank in its id.
NAME_KEPT = "name of the project"
_WIDTHS = {"number": 7, "text": 46, PART: 26, ANSWER: 44, "unit": 14, STATE: 16, "help": 60}
_STRONG = ("number", "text")
_TABLE_WIDTHS = {
    "number": 6,
    "name": 34,
    "months": 16,
    "market": 26,
    "channel": 24,
    "language": 24,
    "template": 30,
}
# What a cell takes; a draft may hold anything.
_FILLINGS: tuple[type, ...] = (str, int, float, date, type(None))
_WIDTH, _HOUR_WIDTH, _PROFILE_WIDTH = 18, 6, 34


def edition(book: QuestionBook) -> str:
    """A short name for the questions as they are; another one when any of them can be answered differently."""
    asked = [
        (each.id, each.kind, each.choice_ids, str(each.minimum), str(each.maximum))
        for each in book.questions.values()
    ]
    return hashlib.sha256(repr(asked).encode()).hexdigest()[:12]


def write_requirements_form(
    name: str, contents: Mapping[str, Content], book: QuestionBook, language: Language
) -> bytes:
    """The form with what is answered so far.

    Args:
        name: of the project, for the title.
        contents: what is stored, by question; refused drafts and what was set aside included.
        book: the questions; all of them are printed, because which apply depends on the answers.
        language: of the form. Answers are understood in both.
    """
    sheets: list[FormSheet] = []
    for number, section in enumerate(book.sections, start=1):
        asked = [Asked(each, book, language) for each in book.of_section(section.id)]
        sheets.append(_section(number, section, asked, contents))
        sheets += [
            _table(one, f"{number}.{place}", contents.get(one.question.id, NOTHING))
            for place, one in enumerate(asked, start=1)
            if SHAPES[one.question.kind].columns
        ]
    return write_form(
        Form(
            stamp=Stamp(kind=KIND, version=VERSION, content=edition(book)),
            title=say(language, "requirements_form.title", name=replaced(name)),
            sheets=sheets,
            lists=lists(book, language),
            kept={
                NAME_KEPT: replaced(name),
                **{key: as_kept(content) for key, content in contents.items() if key in book.questions},
            },
            mend=say(language, "forms.mend"),
        )
    )


def as_kept(content: Content) -> str:
    """A content as the text that travels with the form; ASCII, because a draft may hold any character."""
    return json.dumps({"value": content.value, "state": content.state, "origin": content.origin})


def laid_out(asked: Asked, content: Content) -> tuple[Part, ...]:
    """The cells of an answer; a draft that no longer fits its question leaves them empty."""
    shape = SHAPES[asked.question.kind]
    try:
        parts = shape.parts(asked, content.value)
    except (TypeError, ValueError, KeyError, AttributeError):
        parts = shape.parts(asked, None)
    return tuple(
        replace(part, fields={column: _clean(field) for column, field in part.fields.items()})
        for part in parts
    )


def head_cells(asked: Asked, content: Content) -> dict[str, Field]:
    """The cells of a question's own row: how it was set aside and, for tables, that there is nothing to list."""
    state = asked.label(STATE_LIST, content.state) if content.state in ASIDE else None
    cells = {STATE: Field(kind="choice", choices=STATE_LIST, value=state)}
    if SHAPES[asked.question.kind].may_be_none:
        none = asked.label(NONE_LIST, NONE) if content.value == [] else None
        cells[ANSWER] = Field(kind="choice", choices=NONE_LIST, value=none)
    return cells


def _clean(field: Field) -> Field:
    """A field whose value can stand in a cell; what cannot travels with the form unseen."""
    if isinstance(field.value, str):
        return replace(field, value=replaced(field.value))
    return field if isinstance(field.value, _FILLINGS) else replace(field, value=None)


def _section(
    number: int, section: Section, questions: Sequence[Asked], contents: Mapping[str, Content]
) -> FormSheet:
    language = questions[0].language
    rows: list[Row] = []
    for place, asked in enumerate(questions, start=1):
        rows += _question(asked, f"{number}.{place}", contents.get(asked.question.id, NOTHING))
    return FormSheet(
        name=f"{number} {section.short[language]}",
        intro=f"{section.title[language]} · {say(language, 'requirements_form.intro')}",
        columns=[
            Column(
                key=key,
                title=say(language, f"requirements_form.column.{key}"),
                width=width,
                strong=key in _STRONG,
            )
            for key, width in _WIDTHS.items()
        ],
        rows=rows,
    )


def _question(asked: Asked, number: str, content: Content) -> list[Row]:
    """The rows of a question: its own, and one for each part of its answer."""
    question, language, shape = asked.question, asked.language, SHAPES[asked.question.kind]
    required = say(language, "requirements_form.required") if question.required else ""
    head: dict[str, str | Field] = {
        "number": number,
        "text": f"{question.wording[language]}{required}",
        "unit": say(language, f"requirements.unit.{question.unit}") if question.unit else "",
        "help": _help(asked),
    }
    head.update(head_cells(asked, content))
    if shape.columns:
        head[PART] = say(language, "requirements_form.on_sheet", number=number)
        return [Row(id=question.id, cells=head, heading=True)]
    parts = laid_out(asked, content)
    own = [part for part in parts if not part.id]
    rows = [Row(id=question.id, cells={**head, **own[0].fields} if own else head, heading=True)]
    return rows + [
        Row(id=f"{question.id}/{part.id}", cells={PART: _part_name(asked, part), **part.fields})
        for part in parts
        if part.id
    ]


def _part_name(asked: Asked, part: Part) -> str:
    """What a row of an answer is about."""
    if part.id == "currency":
        return say(asked.language, "requirements_form.currency")
    return part.label


def _help(asked: Asked) -> str:
    """How to answer: the help, the limits, an example."""
    question, language = asked.question, asked.language
    lines = [question.help[language], _limits(question, language)]
    if default := _default(asked):
        lines.append(say(language, "requirements_form.default", default=default))
    if question.example is not None:
        lines.append(say(language, "requirements_form.example", example=question.example[language]))
    return "\n".join(line for line in lines if line)


def _default(asked: Asked) -> str:
    """What is used when nothing is answered, as the cells would say it; of tables nothing."""
    question = asked.question
    if question.default is None or SHAPES[question.kind].columns:
        return ""
    said = []
    for part in laid_out(asked, Content(value=question.default)):
        values = [_said(cell, asked.language) for cell in part.fields.values() if cell.value is not None]
        # Of several choices the name says enough.
        if values:
            said.append(part.label if question.kind == "choices" else " ".join([part.label, *values]).strip())
    return listed(asked.language, said)


def _said(cell: Field, language: Language) -> str:
    """What stands in a cell, in words."""
    if isinstance(cell.value, int | float):
        return (percent if cell.kind == "share" else plain)(language, cell.value)
    return str(cell.value)


def _limits(question: Question, language: Language) -> str:
    """The limits of a number in words, empty when there are none."""
    if question.kind in {"text", "long_text"} or (question.minimum is None and question.maximum is None):
        return ""
    written = percent if question.kind == "share" else plain
    low, high = (
        None if limit is None else written(language, limit) for limit in (question.minimum, question.maximum)
    )
    if low is None or high is None:
        key = "at_least" if high is None else "at_most"
        return say(language, f"requirements_form.{key}", limit=low or high or "")
    return say(language, "requirements_form.between", low=low, high=high)


def _table(asked: Asked, number: str, content: Content) -> FormSheet:
    """The sheet of an answer that is a table."""
    question, language, shape = asked.question, asked.language, SHAPES[asked.question.kind]
    parts = laid_out(asked, content)
    return FormSheet(
        name=number,
        intro=f"{question.wording[language]} {question.help[language]}",
        columns=_table_columns(shape, language),
        rows=[
            Row(id=f"{question.id}/{part.id}", cells={"number": part.label, **part.fields}) for part in parts
        ],
    )


def _table_columns(shape: Shape, language: Language) -> list[Column]:
    """The columns of a table; hours are numbered as on the clock."""
    wide = "template" in shape.columns
    first = Column(key="number", title="", width=_PROFILE_WIDTH if wide else _TABLE_WIDTHS["number"])
    return [first] + [
        Column(key=key, title=f"{key[1:]}:00", width=_HOUR_WIDTH)
        if key[1:].isdigit()
        else Column(
            key=key,
            title=say(language, f"requirements_form.table.{key}"),
            width=_TABLE_WIDTHS.get(key, _WIDTH),
        )
        for key in shape.columns
    ]
