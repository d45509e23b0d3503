"""Reads one cell by its kind."""

import math
import unicodedata
from collections.abc import Callable, Mapping
from zoneinfo import ZoneInfo

from domain.pilot.columns import Term, TicketColumns
from tickets.file import Cell
from tickets.times import UnreadableError, read_time

_EDGES = " \t\r\n\u00a0\u200b\ufeff\u3000"

Reader = Callable[[str], Cell]


def tidy(cell: str) -> str:
    """A cell without blanks at its edges; full-width digits and signs become ordinary ones."""
    stripped = cell.strip(_EDGES)
    return stripped if stripped.isascii() else unicodedata.normalize("NFKC", stripped)


def cell_readers(book: TicketColumns, zone: ZoneInfo | None) -> dict[str, Reader]:
    """One reading function per kind of column; each raises `UnreadableError` with its reason."""
    channels, statuses = _terms(book.channels), _terms(book.statuses)
    flags = {word.casefold(): True for word in book.yes} | {word.casefold(): False for word in book.no}
    return {
        "text": _text,
        "time": lambda text: read_time(text, zone),
        "number": _number,
        "flag": lambda text: _known(text, flags, "flag_unknown"),
        "channel": lambda text: _known(text, channels, "channel_unknown"),
        "status": lambda text: _known(text, statuses, "status_unknown"),
    }


def _terms(terms: tuple[Term, ...]) -> dict[str, str]:
    return {_plain(word): term.id for term in terms for word in (term.id, *term.words)}


def _plain(word: str) -> str:
    return " ".join(word.replace("_", " ").split()).casefold()


def _text(text: str) -> str:
    """Text stays text, whatever a spreadsheet would make of it; runs of blanks become one."""
    return " ".join(text.split())


def _known(text: str, known: Mapping[str, str | bool], reason: str) -> str | bool:
    try:
        return known[_plain(text)]
    except KeyError as error:
        raise UnreadableError(reason) from error


def _number(text: str) -> float:
    """A number of zero or more, with a point or a comma before the decimals."""
    try:
        number = float(text.replace(",", ".") if text.count(",") == 1 and "." not in text else text)
    except ValueError as error:
        raise UnreadableError("number_unreadable") from error
    if not math.isfinite(number) or number < 0:
        raise UnreadableError("number_unreadable")
    return number
