"""Reads ticket files as they really are: any usual encoding, delimiter and way to write a time."""

from collections.abc import Callable, Collection

from domain.pilot.columns import TicketColumns
from domain.shared.outcomes import DomainError
from tickets.decode import decode, split_lines
from tickets.file import TicketFile
from tickets.headings import read_headings
from tickets.records import Record, records
from tickets.rows import RowReader
from tickets.times import zone_of

_PROGRESS_EVERY = 5_000


def read_tickets(
    content: bytes,
    *,
    columns: TicketColumns,
    zone: str | None = None,
    known: Collection[str] = (),
    on_progress: Callable[[int, int], None] | None = None,
) -> TicketFile:
    """Read one upload. Every row is accepted or rejected with a reason: total = accepted + rejected.

    Args:
        content: the bytes of the file.
        columns: what is known about ticket files.
        zone: IANA name for times without offset.
        known: ticket ids of earlier files that this one is added to; the same ids here are duplicates.
        on_progress: called with (lines done, lines in all).

    Raises:
        DomainError: too large, not text, a required column is missing, times without offset and no zone,
            or too many vendors.
    """
    if len(content) > columns.limit("bytes"):
        raise DomainError("tickets.too_large", limit_mb=columns.limit("bytes") // 2**20)
    text, encoding = decode(content)
    lines = split_lines(text)
    headings = read_headings(lines, columns)
    reader = RowReader(headings, columns, zone_of(zone), frozenset(known))
    found = records(
        lines,
        start=headings.next_line,
        delimiter=headings.delimiter,
        width=len(headings.found),
        broken_most=columns.limit("broken_rows"),
    )
    for count, record in enumerate(found, start=1):
        _refuse_too_many(count, columns)
        reader.take(record)
        if on_progress and count % _PROGRESS_EVERY == 0:
            on_progress(_done(record, lines), len(lines))
    if on_progress:
        on_progress(len(lines), len(lines))
    if not reader.rows_seen:
        raise DomainError("tickets.empty")
    file = reader.finish(encoding)
    # Usually the wrong column was called vendor: every customer would get a scorecard.
    if len(file.vendors) > columns.limit("vendors"):
        raise DomainError("tickets.too_many_vendors", limit=columns.limit("vendors"), given=len(file.vendors))
    return file


def _refuse_too_many(count: int, columns: TicketColumns) -> None:
    if count > columns.limit("rows"):
        raise DomainError("tickets.too_many_rows", limit=columns.limit("rows"))


def _done(record: Record, lines: list[str]) -> int:
    return min(record.line, len(lines))
