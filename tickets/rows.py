"""Turns records into tickets, or into rejected rows with the reason."""

from collections.abc import Mapping
from zoneinfo import ZoneInfo

from domain.pilot.columns import TicketColumns
from domain.shared.outcomes import DomainError
from tickets.cells import Reader, cell_readers, tidy
from tickets.file import Cell, CellNote, RejectedRow, TicketFile
from tickets.headings import Headings
from tickets.records import Record
from tickets.times import UnreadableError, ZoneNeededError

_DAY = 86_400_000_000
_SHOWN = 60
# What a later time is measured from; the reply itself decides about the row, these only about their cell.
_STARTS = {
    "answered_at": "queue_enter_at",
    "abandoned_at": "queue_enter_at",
    "resolved_at": "created_at",
    "closed_at": "created_at",
    "escalated_at": "created_at",
    "csat_sent_at": "created_at",
}


class RejectedError(Exception):
    """The row is not counted; `reason` and `values` say why."""

    def __init__(self, reason: str, **values: str | int) -> None:
        super().__init__(reason)
        self.reason = reason
        self.values = values


class RowReader:
    """Collects the tickets of one file, column by column."""

    def __init__(
        self, headings: Headings, book: TicketColumns, zone: ZoneInfo | None, known: frozenset[str]
    ) -> None:
        readers = cell_readers(book, zone)
        self._headings = headings
        self._known = known
        self._longest = book.limit("cell_characters")
        self._duration_days = book.limit("duration_days")
        # position, canonical name, reader, whether the cell decides about the row, whether it may be blank
        self._plan: list[tuple[int, str, Reader, bool, bool]] = [
            (
                headings.places[column.id],
                column.id,
                readers[column.kind],
                column.required,
                column.blank_allowed,
            )
            for column in book.columns
            if column.id in headings.places
        ]
        self._values: dict[str, list[Cell]] = {name: [] for _, name, *_ in self._plan}
        self._values["unread"] = []
        self._lines: dict[str, int] = {}
        self._rejected: list[RejectedRow] = []
        self._notes: list[CellNote] = []
        self._channel = readers["channel"]

    @property
    def rows_seen(self) -> int:
        """Rows taken so far, accepted or rejected."""
        return len(self._lines) + len(self._rejected)

    def take(self, record: Record) -> None:
        """Accept or reject one record."""
        try:
            ticket, notes = self._read(record)
            self._check(ticket)
        except RejectedError as rejected:
            self._rejected.append(self._reject(record, rejected))
            return
        notes += self._drop_impossible_times(ticket, record.line)
        ticket["unread"] = "".join(f"|{note.column}|" for note in notes)
        self._notes += notes
        self._lines[str(ticket["ticket_id"])] = record.line
        for name, cells in self._values.items():
            cells.append(ticket[name])

    def finish(self, encoding: str) -> TicketFile:
        """The file, once every record was taken."""
        return TicketFile(
            headings=self._headings.found,
            present=frozenset(self._headings.places),
            ignored=self._headings.ignored,
            cells=self._values,
            rejected=tuple(self._rejected),
            notes=tuple(self._notes),
            encoding=encoding,
            delimiter=self._headings.delimiter,
        )

    def _read(self, record: Record) -> tuple[dict[str, Cell], list[CellNote]]:
        """Every known cell of a record; a required one that cannot be read rejects it."""
        if record.broken:
            raise RejectedError("quotes_broken")
        cells = record.cells
        if len(cells) != len(self._headings.found):
            raise RejectedError("cell_count", expected=len(self._headings.found), found=len(cells))
        if max(map(len, cells)) > self._longest:
            raise RejectedError("cell_too_long", limit=self._longest)
        ticket: dict[str, Cell] = {}
        notes: list[CellNote] = []
        for place, name, read, required, blank_allowed in self._plan:
            text = tidy(cells[place])
            ticket[name] = None
            if not text:
                if not blank_allowed:
                    raise RejectedError("blank", column=name)
                continue
            try:
                ticket[name] = read(text)
            except UnreadableError as error:
                if required:
                    raise RejectedError(error.reason, column=name, value=text[:_SHOWN]) from error
                notes.append(
                    CellNote(line=record.line, column=name, reason=error.reason, value=text[:_SHOWN])
                )
            except ZoneNeededError as error:
                raise DomainError(
                    "tickets.zone_needed", line=record.line, column=name, value=text[:_SHOWN]
                ) from error
        return ticket, notes

    def _check(self, ticket: Mapping[str, Cell]) -> None:
        """Impossible times and tickets that are in the file already."""
        created, reply = ticket["created_at"], ticket["first_human_reply_at"]
        if isinstance(created, int) and isinstance(reply, int):
            if reply < created:
                raise RejectedError("reply_before_creation")
            if reply - created > self._duration_days * _DAY:
                raise RejectedError("duration_too_long", limit=self._duration_days)
        ticket_id = str(ticket["ticket_id"])
        if ticket_id in self._known:
            raise RejectedError("duplicate_of_earlier_file", ticket=ticket_id[:_SHOWN])
        if ticket_id in self._lines:
            raise RejectedError("duplicate", ticket=ticket_id[:_SHOWN], first_line=self._lines[ticket_id])

    def _drop_impossible_times(self, ticket: dict[str, Cell], line: int) -> list[CellNote]:
        """An optional time before its start, or too long after it, is no time at all."""
        notes = []
        for name, start_name in _STARTS.items():
            moment, start = ticket.get(name), ticket.get(start_name)
            if isinstance(moment, int) and isinstance(start, int):
                reason = ""
                if moment < start:
                    reason = "time_before_start"
                elif moment - start > self._duration_days * _DAY:
                    reason = "duration_too_long"
                if reason:
                    ticket[name] = None
                    notes.append(CellNote(line=line, column=name, reason=reason, value=start_name))
        return notes

    def _reject(self, record: Record, rejected: RejectedError) -> RejectedRow:
        """The row with what can still be said about whose gap it is."""
        vendor = channel = ""
        if not record.broken and len(record.cells) == len(self._headings.found):
            vendor = " ".join(tidy(record.cells[self._headings.places["vendor"]]).split())
            try:
                channel = str(self._channel(tidy(record.cells[self._headings.places["channel"]])))
            except UnreadableError:
                channel = ""
        return RejectedRow(
            line=record.line,
            reason=rejected.reason,
            values=rejected.values,
            vendor=vendor,
            channel=channel,
            cells=record.cells,
        )
