"""Finds the delimiter and says which column of the file is which column of ours."""

import csv
import re
import unicodedata
from dataclasses import dataclass

from domain.pilot.columns import TicketColumns
from domain.shared.outcomes import DomainError

DELIMITERS = (",", ";", "\t", "|")
_SEPARATORS = re.compile(r"[\s_\-.]+")
# Spreadsheets may announce the delimiter in a line of its own above the headings.
ANNOUNCED = re.compile(r"sep=([,;\t|])\s*", re.IGNORECASE)
_SHOWN = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Headings:
    """The heading row, understood.

    Attributes:
        found: headings as in the file.
        places: canonical name to position.
        delimiter: what separates the cells.
        next_line: index of the first line after the heading row.
    """

    found: tuple[str, ...]
    places: dict[str, int]
    delimiter: str
    next_line: int

    @property
    def ignored(self) -> tuple[str, ...]:
        """Headings nobody reads."""
        used = set(self.places.values())
        return tuple(name for place, name in enumerate(self.found) if place not in used and name)


def plain(heading: str) -> str:
    """A heading without case, width, spaces, underscores, hyphens and dots."""
    text = unicodedata.normalize("NFKC", heading).strip("\ufeff\u200b \t")
    return _SEPARATORS.sub("", text).casefold()


def read_headings(lines: list[str], book: TicketColumns) -> Headings:
    """The delimiter under which most headings are known, and where each known column stands.

    Raises:
        DomainError: no heading row, too many columns, a column named twice, or a required one is missing.
    """
    announced = ANNOUNCED.fullmatch(lines[0]) if lines else None
    start = 1 if announced else 0
    while start < len(lines) and not lines[start].strip("\r\n,;\t| "):
        start += 1
    if start >= len(lines):
        raise DomainError("tickets.empty")
    delimiters = (announced[1],) if announced else DELIMITERS
    candidates = [_candidate(lines, start, delimiter, book) for delimiter in delimiters]
    best = max(candidates, key=lambda one: (len(one.places), len(one.found)))
    if len(best.found) > book.limit("columns"):
        raise DomainError("tickets.too_many_columns", limit=book.limit("columns"), given=len(best.found))
    missing = [column.id for column in book.columns if column.required and column.id not in best.places]
    if missing:
        raise DomainError(
            "tickets.column_missing",
            columns=", ".join(missing),
            found=", ".join(name for name in best.found[:_SHOWN] if name),
        )
    return best


def _candidate(lines: list[str], start: int, delimiter: str, book: TicketColumns) -> Headings:
    """The heading row as this delimiter would cut it."""
    reader = csv.reader(iter(lines[start:]), delimiter=delimiter)
    try:
        found = tuple(cell.strip("\ufeff\u200b \t\r\n") for cell in next(reader))
    except csv.Error as error:
        raise DomainError("tickets.headings_unreadable") from error
    return Headings(
        found=found,
        places=_places(found, book),
        delimiter=delimiter,
        next_line=start + reader.line_num,
    )


def _places(found: tuple[str, ...], book: TicketColumns) -> dict[str, int]:
    """Canonical names first, other known headings for what is left; two candidates for one column are refused."""
    named = [plain(name) for name in found]
    places: dict[str, int] = {}
    for column in book.columns:
        for wanted in ({plain(column.id)}, {plain(name) for name in column.headings}):
            hits = [place for place, name in enumerate(named) if name in wanted]
            if len(hits) > 1:
                raise DomainError(
                    "tickets.column_twice",
                    column=column.id,
                    found=", ".join(found[place] for place in hits),
                )
            if hits:
                places[column.id] = hits[0]
                break
    return places
