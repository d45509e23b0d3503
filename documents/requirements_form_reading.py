"""Reads a form of the requirements back: what each question now holds, what was touched, what cannot be read."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, get_args

from documents.forms import Filling
from documents.forms_reading import Address, Filled, read_form
from documents.question_names import ASIDE, NONE, NONE_LIST, STATE_LIST, Asked
from documents.question_shapes import ANSWER, Cells
from documents.question_tables import SHAPES
from documents.requirements_form import KIND, NAME_KEPT, STATE, VERSION, edition, head_cells, laid_out
from domain.requirements.answers import check_answer
from domain.requirements.questions import QuestionBook
from domain.shared.contents import NOTHING, Content, State
from domain.shared.outcomes import DomainError
from words import LANGUAGES

_STATES: Mapping[str, State] = {state: state for state in get_args(State)}
# A spreadsheet program keeps about 15 digits of a number.
_DIGITS = 12


@dataclass(slots=True, kw_only=True)
class ReadForm:
    """What came back.

    Attributes:
        contents: by question, nothing where the cells are empty. What was not touched is exactly what went out,
            with its origin; what was touched is as typed, not yet judged by its question, of origin ``import``.
        touched: questions whose cells differ from what went out.
        name: of the project, as the form was made.
        sent: what each question held when the form went out.
        places: a cell of each question, "3 Languages!E12".
        problems: by question, why its cells cannot be read as one answer.
        strange: cells with an answer to a question that is not asked any more.
    """

    contents: dict[str, Content] = field(default_factory=dict)
    name: str = ""
    sent: dict[str, Content] = field(default_factory=dict)
    touched: set[str] = field(default_factory=set)
    places: dict[str, str] = field(default_factory=dict)
    problems: dict[str, DomainError] = field(default_factory=dict)
    strange: list[str] = field(default_factory=list)


def read_requirements_form(content: bytes, book: QuestionBook) -> ReadForm:
    """The answers of a form, in whichever language it was printed.

    Raises:
        DomainError: ``forms.<reason>``, with the cell where there is one: the file as a whole cannot be read, or
            a question is missing from a form of today's edition.
    """
    form = read_form(content, kind=KIND, version=VERSION)
    cells = _by_question(form.cells)
    made = ReadForm(name=form.kept.get(NAME_KEPT, ""))
    for question in book.questions.values():
        found = cells.pop(question.id, {})
        if ("", STATE) in found:
            _take(made, question.id, [Asked(question, book, each) for each in LANGUAGES], found, form.kept)
        elif form.content == edition(book):
            raise DomainError("requirements_form.row_missing", question=question.id)
    made.strange = [
        filled.place
        for each in cells.values()
        for (_, column), filled in each.items()
        if column == ANSWER and (filled.held is not None or filled.problem)
    ]
    return made


def _by_question(cells: Mapping[Address, Filled]) -> dict[str, dict[Address, Filled]]:
    """The cells of each question by part and column."""
    found: dict[str, dict[Address, Filled]] = {}
    for (row, column), filled in cells.items():
        question, _, part = row.partition("/")
        found.setdefault(question, {})[part, column] = filled
    return found


def _take(
    made: ReadForm, question: str, readings: list[Asked], cells: Cells, kept: Mapping[str, str]
) -> None:
    """One question: as it went out where nothing was touched, else as typed."""
    made.places[question] = _place(cells)
    try:
        sent = made.sent[question] = _sent(kept.get(question, ""), cells["", STATE])
        state = _state(readings[0], cells["", STATE])
        same_answer = any(_is_untouched(asked, sent, cells) for asked in readings)
        value = sent.value if same_answer else _value(readings[0], cells)
        same_answer = same_answer or _says_the_same(readings[0], value, sent)
    except DomainError as problem:
        made.problems[question] = problem
        return
    was = sent.state if sent.state in ASIDE else "answered"
    if same_answer and state == was:
        made.contents[question] = sent
        return
    made.touched.add(question)
    nothing = value is None and state == "answered"
    made.contents[question] = NOTHING if nothing else Content(value=value, state=state, origin="import")


def _place(cells: Cells) -> str:
    """The cell to look at: the first answer, else the question's own row."""
    answers = [filled.place for (_, column), filled in cells.items() if column == ANSWER]
    return (answers or [cells["", STATE].place])[0]


def _sent(text: str, head: Filled) -> Content:
    """What the question held when the form went out."""
    if not text:
        return NOTHING
    try:
        kept = json.loads(text, parse_constant=_refuse_constant)
        return Content(value=kept["value"], state=_STATES[kept["state"]], origin=str(kept["origin"]))
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise DomainError("forms.kept_damaged", cell=head.place) from error


def _refuse_constant(name: str) -> None:
    """NaN and Infinity are no JSON, and no answer."""
    raise ValueError(name)


def _state(asked: Asked, filled: Filled) -> Any:
    """How the question was set aside, or answered."""
    if filled.value is None:
        return "answered"
    state = asked.code(STATE_LIST, filled.value)
    if state not in ASIDE:
        raise DomainError("forms.not_a_choice", cell=filled.place, given=str(filled.value))
    return state


def _is_untouched(asked: Asked, sent: Content, cells: Cells) -> bool:
    """Whether the answer's cells hold what was printed into them."""
    printed = {
        (part.id, column): cell.value
        for part in laid_out(asked, sent)
        for column, cell in part.fields.items()
    }
    none = head_cells(asked, sent).get(ANSWER)
    if none is not None:
        printed["", ANSWER] = none.value
    found = {address: filled.value for address, filled in cells.items() if address in printed}
    rows = {part for part, _ in printed}
    columns = {column for _, column in printed}
    more = [
        filled
        for (part, column), filled in cells.items()
        if part not in rows and column in columns and filled.value is not None
    ]
    return not more and all(_same(found.get(each), value) for each, value in printed.items())


def _says_the_same(asked: Asked, value: Any, sent: Content) -> bool:
    """Whether what was typed is the answer that went out in another spelling: yes for Yes, DE for Germany."""
    if value is None:
        return False
    try:
        return bool(check_answer(asked.question, value, asked.book.codes) == sent.value)
    except DomainError:
        return False


def _lines(text: str) -> list[list[str]]:
    """The words of each line: programs may move blanks about, a line break is somebody's."""
    return [line.split() for line in text.strip().splitlines()]


def _same(found: Filling, printed: Filling) -> bool:
    """Whether a cell still holds what was printed, as far as spreadsheet programs keep it."""
    if isinstance(printed, str) and isinstance(found, str):
        return _lines(found) == _lines(printed)
    if isinstance(printed, int | float) and isinstance(found, int | float):
        return format(found, f".{_DIGITS}g") == format(printed, f".{_DIGITS}g")
    if isinstance(printed, date) or isinstance(found, date):
        return str(found) == str(printed)
    blank = (None, "")
    return found == printed or (found in blank and printed in blank)


def _value(asked: Asked, cells: Cells) -> Any:
    """The answer as typed; None when there is none."""
    shape = SHAPES[asked.question.kind]
    value = shape.read(asked, cells)
    none = cells.get(("", ANSWER)) if shape.may_be_none else None
    if none is None or none.value is None:
        return value
    if value is not None:
        raise DomainError("requirements_form.none_but_rows", cell=none.place)
    if asked.code(NONE_LIST, none.value) != NONE:
        raise DomainError("forms.not_a_choice", cell=none.place, given=str(none.value))
    return []
