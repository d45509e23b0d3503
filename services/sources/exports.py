"""What the page Sources shows, as files for spreadsheets."""

from collections.abc import Mapping, Sequence

from documents.tables import Sheet, Value, write_csv, write_xlsx


def as_xlsx(name: str, rows: Sequence[Mapping[str, Value]]) -> bytes:
    """The rows as a workbook.

    Args:
        name: words on the tab.
        rows: cells by column title; the first row gives the head.
    """
    header = tuple(rows[0]) if rows else ()
    return write_xlsx([Sheet(name=name, header=header, rows=[list(row.values()) for row in rows])])


def as_csv(rows: Sequence[Mapping[str, Value]]) -> bytes:
    """The rows as comma-separated text with a head."""
    header = tuple(rows[0]) if rows else ()
    return write_csv([header, *(list(row.values()) for row in rows)])
