"""Cuts lines into records, cells with line breaks included; a broken quote costs one line, not the file."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass

from domain.shared.outcomes import DomainError


@dataclass(frozen=True, slots=True)
class Record:
    """One record of the file.

    Attributes:
        line: line where it begins, counted from 1.
        cells: its cells; the raw line when the quotes are broken.
        broken: whether the quotes are broken.
    """

    line: int
    cells: tuple[str, ...]
    broken: bool = False


def records(
    lines: list[str], *, start: int, delimiter: str, width: int, broken_most: int
) -> Iterator[Record]:
    """Every record that is not blank.

    A quote that is never closed would swallow all that follows; reading starts again on the next line instead.

    Args:
        lines: all lines of the file.
        start: index of the first line after the headings.
        delimiter: what separates the cells.
        width: how many cells the heading row has; a record over several lines must fit it.
        broken_most: with more broken rows than this the file is refused.

    Raises:
        DomainError: too many broken rows.
    """
    broken = 0
    while start < len(lines):
        reader = csv.reader(_from(lines, start), delimiter=delimiter, strict=True)
        begun = 0
        try:
            for cells in reader:
                if reader.line_num - begun > 1 and len(cells) != width:
                    break
                if any(cell.strip() for cell in cells):
                    yield Record(start + begun + 1, tuple(cells))
                begun = reader.line_num
            else:
                return
        except csv.Error:
            pass  # the quotes of the record that begins at `begun` are broken: told below, like a swallowing one
        broken += 1
        if broken > broken_most:
            raise DomainError("tickets.quotes_broken", limit=broken_most)
        yield Record(start + begun + 1, (lines[start + begun].rstrip("\r\n"),), broken=True)
        start += begun + 1


def _from(lines: list[str], start: int) -> Iterator[str]:
    """The lines from an index on, without copying or walking the ones before."""
    return (lines[place] for place in range(start, len(lines)))
