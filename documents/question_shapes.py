"""How an answer stands in the cells of a form, and how it is read back from them.

A shape lays an answer out in parts (rows) and reads the same cells again. It never judges an answer: what does not
fit is read as it was typed, so that its question can refuse it with a sentence and nothing is lost.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from documents.forms import Field, Filling
from documents.forms_reading import Address, Filled
from documents.question_names import Asked
from documents.typed_cells import day_in
from domain.shared.outcomes import DomainError

# The columns of an answer: which part it is about (where that is typed, too), and the answer itself.
PART, ANSWER = "part", "answer"
Cells = Mapping[Address, Filled]
_MORE, _LEAST_ROWS = 3, 8
# Spreadsheets count days from 1900, and its first weeks differ between programs.
_FIRST_YEAR = 1900
_SEPARATORS = re.compile(r"[,，;；、\n]")
_DASHES = re.compile(r"\s*(?:-|–|—|~|～|至|到|to)\s*")
_CLOCK = re.compile(r"([0-9]{1,2})(?:[:：]([0-9]{2}))?")
# What people write for a day without service.
_CLOSED = frozenset({"closed", "off", "休息", "不服务", "无", "-", "–", "—"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One row of an answer: its id within the question, the words before it, its cells by column."""

    id: str = ""
    label: str = ""
    fields: Mapping[str, Field]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """One kind of answer in cells.

    Attributes:
        parts: the rows of an answer; None is an answer not given.
        read: the answer of the cells, None when they are empty.
        columns: of the sheet it has to itself; empty when it stands among the other questions.
        may_be_none: an empty list is an answer of its own.
    """

    parts: Callable[[Asked, Any], tuple[Part, ...]]
    read: Callable[[Asked, Cells], Any]
    columns: tuple[str, ...] = ()
    may_be_none: bool = False


def value_of(cells: Cells, part: str = "", column: str = ANSWER) -> Filling:
    """What stands in a cell; None when it is empty or not there."""
    filled = cells.get((part, column))
    return None if filled is None else filled.value


def text_of(cells: Cells, part: str, column: str = ANSWER) -> str:
    """A cell as text, empty when nothing stands in it."""
    value = value_of(cells, part, column)
    return "" if value is None else str(value).strip()


def numbered(given: int, more: int = _MORE, least: int = _LEAST_ROWS) -> tuple[str, ...]:
    """The ids of enough rows for what is given and some more."""
    return tuple(str(number) for number in range(1, max(given + more, least) + 1))


def rows_of(cells: Cells) -> tuple[str, ...]:
    """The numbered rows in order."""
    return tuple(sorted({part for part, _ in cells if part.isdigit()}, key=int))


def split(text: str) -> list[str]:
    """A list somebody typed into one cell."""
    return [part.strip() for part in _SEPARATORS.split(text) if part.strip()]


def windows_text(windows: Any) -> str | None:
    """Windows of service as people write them: 09:00-12:00, 13:00-18:00."""
    return ", ".join("-".join(window) for window in windows) or None


def windows(text: str) -> list[Any]:
    """Windows of service as somebody typed them, none of a day that is closed; what is no window stays text."""
    return [] if text.strip().casefold() in _CLOSED else [_window(part) for part in split(text)]


def _window(text: str) -> Any:
    edges = [_CLOCK.fullmatch(edge) for edge in _DASHES.split(text.strip())]
    return [f"{int(edge[1]):02d}:{edge[2] or '00'}" if edge else text for edge in edges]


def day(value: Any) -> Filling:
    """A stored date as a cell; what is none, or before the first year of spreadsheets, stays text."""
    try:
        found = date.fromisoformat(value)
    except (TypeError, ValueError):
        return str(value)
    return found if found.year > _FIRST_YEAR else value


def day_text(value: Filling) -> Any:
    """A date as it is stored, also of text with its year first; what is none stays as it was typed."""
    found = day_in(value)
    return found.isoformat() if isinstance(found, date) else found


def refuse_twice(twice: bool, filled: Filled, given: str) -> None:  # noqa: FBT001  # the condition itself
    """Two rows for the same thing: one of them would be lost without a word."""
    if twice:
        raise DomainError("forms.twice", cell=filled.place, given=given)
