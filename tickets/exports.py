"""Files for people: the empty file, the explained sample and the rejected rows. All open in a spreadsheet."""

import csv
import io
from collections.abc import Callable, Iterable, Sequence

from domain.pilot.columns import TicketColumns
from domain.shared.spreadsheets import harmless
from tickets.file import RejectedRow, TicketFile


def empty_file(columns: TicketColumns) -> bytes:
    """The canonical headings and nothing else."""
    return _csv([[column.id for column in columns.columns]])


def sample_file(columns: TicketColumns) -> bytes:
    """The headings and one example row that can be read back; the page explains each column beside it."""
    return _csv(
        [
            [column.id for column in columns.columns],
            [column.example for column in columns.columns],
        ],
    )


def rejected_file(
    file: TicketFile, *, headings: tuple[str, str], sentence: Callable[[RejectedRow], str]
) -> bytes:
    """The rejected rows as they were, each with its line and the reason in words.

    Args:
        file: one upload.
        headings: words for "line" and "reason".
        sentence: the reason of one row in the person's language.
    """
    return _csv(
        [
            [*headings, *file.headings],
            *([str(row.line), sentence(row), *row.cells] for row in file.rejected),
        ],
    )


def _csv(rows: Iterable[Sequence[str]]) -> bytes:
    """UTF-8 with the mark spreadsheets need to show Chinese."""
    out = io.StringIO(newline="")
    csv.writer(out).writerows([harmless(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")
