"""Agents for a table of queues: `kefu staffing`, a CSV file in and JSON out."""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from domain.costing.erlang_rows import COLUMNS, QueueRow, RowStaffing, read_row, staff_rows
from domain.shared.outcomes import DomainError
from services.commands import named
from services.mappings import read_bytes
from services.sentences import explain
from tickets.decode import decode, split_lines
from tickets.headings import ANNOUNCED, DELIMITERS
from tickets.records import Record, records
from words import Language, say

_MOST_BYTES = 4 * 1024 * 1024
_BROKEN_MOST = 100


def staffing_command(path: Path, language: Language) -> dict[str, Any]:
    """What every row of a staffing table needs, in the order of the file; docs/cli.md names the keys.

    A row that cannot be used is told in its place, as a sentence in the reader's language.

    Raises:
        DomainError: the file cannot be read, has no rows, or a required column is missing.
    """
    with named(path):
        read = [_read(cells) for cells in _cells(read_bytes(path, _MOST_BYTES))]
    if not read:
        raise DomainError("staffing.empty", in_file=str(path))
    staffed = iter(staff_rows([row for row in read if isinstance(row, QueueRow)]))
    return {
        "rows": [
            _json(next(staffed)) if isinstance(row, QueueRow) else {"row": n, "error": explain(language, row)}
            for n, row in enumerate(read, start=1)
        ]
    }


def staffing_lines(made: dict[str, Any], language: Language) -> str:
    """The table for people at a terminal: a line per row."""
    lines = [
        say(language, "staffing.refused", row=n, error=row["error"])
        if "error" in row
        else say(language, "staffing.line", row=n, agents=row["raw_agents"], positions=row["positions"])
        for n, row in enumerate(made["rows"], start=1)
    ]
    return "\n".join(lines)


def no_row_read(made: dict[str, Any]) -> bool:
    """Whether not a single row could be used."""
    return all("error" in row for row in made["rows"])


def _read(cells: dict[str, str] | DomainError) -> QueueRow | DomainError:
    try:
        return cells if isinstance(cells, DomainError) else read_row(cells)
    except DomainError as refusal:
        return refusal


def _cells(content: bytes) -> Iterator[dict[str, str] | DomainError]:
    """The cells of every row that is not blank, by column."""
    text, _ = decode(content)
    lines = split_lines(text)
    said = (
        place
        for place, line in enumerate(lines)
        if line.strip("\r\n,;\t| ") and not ANNOUNCED.fullmatch(line)
    )
    start = next(said, len(lines))
    if start == len(lines):
        raise DomainError("staffing.empty")
    delimiter, columns = _headings(lines[start])
    found = records(lines, start=start + 1, delimiter=delimiter, width=len(columns), broken_most=_BROKEN_MOST)
    for record in found:
        yield _by_column(record, columns)


def _headings(line: str) -> tuple[str, list[str]]:
    """The delimiter under which most columns are known, and the columns in the order of the file.

    Raises:
        DomainError: a required column is missing, or a column stands there twice.
    """
    split = {delimiter: _split(line, delimiter) for delimiter in DELIMITERS}
    delimiter = max(split, key=lambda each: len(set(split[each]) & set(COLUMNS)))
    columns = split[delimiter]
    missing = [name for name, column in COLUMNS.items() if column.required and name not in columns]
    if missing:
        raise DomainError("staffing.column_missing", columns=", ".join(missing))
    twice = next((name for name in COLUMNS if columns.count(name) > 1), None)
    if twice:
        raise DomainError("staffing.column_twice", column=twice)
    return delimiter, columns


def _split(line: str, delimiter: str) -> list[str]:
    try:
        (cells,) = csv.reader([line], delimiter=delimiter)
    except csv.Error:
        return []
    return [cell.strip().casefold() for cell in cells]


def _by_column(record: Record, columns: list[str]) -> dict[str, str] | DomainError:
    if record.broken:
        return DomainError("staffing.quotes_broken")
    extra = [cell for cell in record.cells[len(columns) :] if cell.strip()]
    if extra:
        return DomainError("staffing.too_many_cells", found=len(record.cells), expected=len(columns))
    return dict(zip(columns, record.cells, strict=False))


def _json(staffing: RowStaffing) -> dict[str, Any]:
    result = staffing.result
    return {
        "raw_agents": staffing.raw_agents,
        "positions": staffing.positions,
        "service_level": result.service_level,
        "occupancy": result.occupancy,
        "asa_s": result.asa_s,
        "p_wait": result.p_wait,
        "p_abandon": result.p_abandon,
    }
