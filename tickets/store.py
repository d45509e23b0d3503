"""Puts a ticket file into a database in memory, cut off from everything outside, ready to be measured."""

from datetime import datetime

import duckdb
import pandas as pd

from domain.pilot.columns import CellKind, TicketColumns
from domain.pilot.measurement import Frame
from tickets.file import TicketFile, to_microseconds

# One number type per kind of cell; a column the file lacks is there, and empty.
_TYPES: dict[CellKind, str] = {
    "text": "object",
    "time": "Int64",
    "flag": "boolean",
    "number": "Float64",
    "channel": "object",
    "status": "object",
}
_NEVER = 2**62

# Who is left out of KPIs about people, and in which week the ticket was created. Bot-only, spam and
# merged tickets stay in the volume; the first reason that applies is counted.
_CANDIDATES = """
CREATE VIEW candidates AS
SELECT
    t.*,
    COALESCE(w.number, 0) AS week,
    CASE
        WHEN t.created_at < f.start_us OR t.created_at >= f.end_us THEN 'outside_window'
        WHEN t.status = 'spam' OR COALESCE(t.spam_flag, FALSE) THEN 'spam'
        WHEN t.status = 'merged' OR t.merged_into IS NOT NULL THEN 'merged'
        WHEN COALESCE(t.bot_only_flag, FALSE) THEN 'bot_only'
        ELSE ''
    END AS exclusion,
    f.cut_off_us
FROM tickets AS t
CROSS JOIN frame AS f
LEFT JOIN weeks AS w ON t.created_at >= w.start_us AND t.created_at < w.end_us
"""

# Age at the cut-off and time to the first human reply on both clocks, in microseconds. A reply after the
# cut-off has not happened yet. Outside the hours of coverage the coverage clock stands still.
_CLOCKED = """
CREATE VIEW clocked AS
SELECT
    c.row_number, c.vendor, c.channel, c.week, c.exclusion, 'calendar' AS clock,
    c.cut_off_us - c.created_at AS age_us,
    CASE WHEN c.first_human_reply_at <= c.cut_off_us THEN c.first_human_reply_at - c.created_at END AS reply_us
FROM candidates AS c
UNION ALL
SELECT
    c.row_number, c.vendor, c.channel, c.week, c.exclusion, 'coverage' AS clock,
    COALESCE(SUM(GREATEST(0, LEAST(o.close_us, c.cut_off_us) - GREATEST(o.open_us, c.created_at))), 0) AS age_us,
    CASE WHEN c.first_human_reply_at <= c.cut_off_us THEN
        COALESCE(SUM(GREATEST(0, LEAST(o.close_us, c.first_human_reply_at) - GREATEST(o.open_us, c.created_at))), 0)
    END AS reply_us
FROM candidates AS c
LEFT JOIN open_hours AS o ON o.close_us > c.created_at AND o.open_us < c.cut_off_us
GROUP BY
    c.row_number, c.vendor, c.channel, c.week, c.exclusion, c.cut_off_us, c.created_at, c.first_human_reply_at
"""


def open_store(file: TicketFile, frame: Frame, book: TicketColumns) -> duckdb.DuckDBPyConnection:
    """A database with the tables tickets, unusable, frame, weeks and open_hours and the views the KPIs read.

    It can neither read nor write files, reach the network nor load extensions, and that cannot be changed.
    """
    store = duckdb.connect(
        ":memory:",
        config={"enable_external_access": "false", "lock_configuration": "true", "threads": "2"},
    )
    for name, rows in _tables(file, frame, book).items():
        store.register("given", rows)
        store.table("given").create(name)
        store.unregister("given")
    store.execute(_CANDIDATES)
    store.execute(_CLOCKED)
    return store


def _tables(file: TicketFile, frame: Frame, book: TicketColumns) -> dict[str, pd.DataFrame]:
    """All tables with explicit types: an empty column would otherwise get a guessed one."""
    nothing = [None] * file.accepted
    tickets = {
        column.id: pd.Series(file.cells.get(column.id, nothing), dtype=_TYPES[column.kind])
        for column in book.columns
    }
    tickets["unread"] = pd.Series(file.cells["unread"], dtype="object")
    tickets["row_number"] = pd.Series(range(file.accepted), dtype="int64")
    unusable = [(row.vendor, row.channel) for row in file.rejected if not row.is_duplicate]
    starts = [to_microseconds(start) for start in frame.week_starts]
    hours = [(to_microseconds(opens), to_microseconds(closes)) for opens, closes in frame.coverage or ()]
    return {
        "tickets": _typed_text(pd.DataFrame(tickets)),
        "unusable": _typed_text(
            pd.DataFrame(
                {
                    "vendor": pd.Series([vendor for vendor, _ in unusable], dtype="object"),
                    "channel": pd.Series([channel for _, channel in unusable], dtype="object"),
                },
            ),
        ),
        "frame": pd.DataFrame(
            {
                "cut_off_us": [to_microseconds(frame.cut_off)],
                "start_us": [_or(frame.start, -_NEVER)],
                "end_us": [_or(frame.end, _NEVER)],
            },
        ),
        "weeks": pd.DataFrame(
            {
                "number": pd.Series(range(1, len(starts) + 1), dtype="int64"),
                "start_us": pd.Series(starts, dtype="int64"),
                "end_us": pd.Series([*starts[1:], _or(frame.end, _NEVER)], dtype="int64"),
            },
        ),
        "open_hours": pd.DataFrame(
            {
                "open_us": pd.Series([opens for opens, _ in hours], dtype="int64"),
                "close_us": pd.Series([closes for _, closes in hours], dtype="int64"),
            },
        ),
    }


def _or(moment: datetime | None, otherwise: int) -> int:
    return otherwise if moment is None else to_microseconds(moment)


def _typed_text(rows: pd.DataFrame) -> pd.DataFrame:
    """Text columns say that they are text even when every cell is empty."""
    text = {name: "string" for name in rows.columns if rows[name].dtype == object}
    return rows.astype(text)
