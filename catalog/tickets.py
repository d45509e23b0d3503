"""Reads what is known about ticket files."""

from pathlib import Path

from catalog.reader import DATA, CatalogError, parse, read_toml
from domain.pilot.columns import TicketColumns

_LIMITS = {"bytes", "rows", "columns", "cell_characters", "duration_days", "broken_rows", "weeks", "vendors"}


def load_ticket_columns(path: Path = DATA / "tickets" / "columns.toml") -> TicketColumns:
    """Columns, words and limits of ticket files.

    Raises:
        CatalogError: malformed, a limit is missing, or one word stands for two things.
    """
    book = parse(TicketColumns, read_toml(path), path=path)
    if set(book.limits) != _LIMITS:
        raise CatalogError(path, "limits", "missing_key", given=", ".join(sorted(set(book.limits) ^ _LIMITS)))
    _refuse_twice([(column.id, (column.id, *column.headings)) for column in book.columns], path, "columns")
    _refuse_twice([(term.id, (term.id, *term.words)) for term in book.channels], path, "channels")
    _refuse_twice([(term.id, (term.id, *term.words)) for term in book.statuses], path, "statuses")
    _refuse_twice([("yes", book.yes), ("no", book.no)], path, "yes")
    return book


def _refuse_twice(named: list[tuple[str, tuple[str, ...]]], path: Path, key: str) -> None:
    """A word that could mean two things would be read by chance."""
    owner: dict[str, str] = {}
    for name, words in named:
        for word in words:
            if owner.setdefault(word.casefold(), name) != name:
                raise CatalogError(path, key, "word_twice", given=word)
