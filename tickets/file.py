"""A ticket file after reading: what was accepted, what was rejected and why."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)

# What a cell became: time in microseconds since 1970 UTC, flag, number, text, or nothing.
Cell = int | float | bool | str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RejectedRow:
    """A row that is not counted.

    Attributes:
        line: line of the file where the row begins; the headings are line 1.
        reason: key of the sentence in words/ (``tickets.row.<reason>``).
        values: what the sentence interpolates.
        vendor: the vendor, where it could be read, so that the gap is counted against the right one.
        channel: the channel, where it could be read.
        cells: the row as it stands in the file.
    """

    line: int
    reason: str
    values: Mapping[str, str | int]
    vendor: str
    channel: str
    cells: tuple[str, ...]

    @property
    def is_duplicate(self) -> bool:
        """The ticket itself is in the file already, so nothing is missing."""
        return self.reason in ("duplicate", "duplicate_of_earlier_file")


@dataclass(frozen=True, slots=True, kw_only=True)
class CellNote:
    """A cell of an optional column that could not be used; its row is kept, the value counts as missing."""

    line: int
    column: str
    reason: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketFile:
    """The tickets of one upload.

    Attributes:
        headings: headings as in the file, for the download of rejected rows.
        present: canonical names of the columns that were recognised.
        ignored: headings nobody reads.
        cells: per canonical column one cell per accepted row; ``unread`` names, between bars, the optional
            cells of the row that could not be read.
        rejected: rows that are not counted, in file order.
        notes: cells that could not be used.
        encoding: how the bytes were read.
        delimiter: what separates the cells.
    """

    headings: tuple[str, ...]
    present: frozenset[str]
    ignored: tuple[str, ...]
    cells: Mapping[str, Sequence[Cell]]
    rejected: tuple[RejectedRow, ...]
    notes: tuple[CellNote, ...]
    encoding: str
    delimiter: str

    @property
    def accepted(self) -> int:
        """Rows that are counted."""
        return len(self.cells["ticket_id"])

    @property
    def total(self) -> int:
        """All rows: accepted and rejected."""
        return self.accepted + len(self.rejected)

    @property
    def vendors(self) -> tuple[str, ...]:
        """Names of the vendors with at least one accepted row, sorted."""
        return tuple(sorted({str(name) for name in self.cells["vendor"]}))

    @property
    def synthetic(self) -> bool:
        """Whether any row is labelled as invented."""
        return "synthetic" in self.cells.get("data_origin", ())

    def span(self, time_columns: Sequence[str]) -> tuple[datetime, datetime] | None:
        """When the first ticket was created and the latest time of the given columns; None without rows."""
        if not self.accepted:
            return None
        created = [int(value) for value in self.cells["created_at"] if value is not None]
        latest = max(
            int(value) for column in time_columns for value in self.cells.get(column, ()) if value is not None
        )
        return from_microseconds(min(created)), from_microseconds(latest)


def to_microseconds(moment: datetime) -> int:
    """An aware time as whole microseconds since 1970 UTC: exact, and the same number in every database."""
    return (moment - EPOCH) // _MICROSECOND


def from_microseconds(value: int) -> datetime:
    """The time in UTC behind such a number."""
    return EPOCH + value * _MICROSECOND
