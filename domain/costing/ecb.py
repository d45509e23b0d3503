"""Reads the euro reference rates of the European Central Bank: `eurofxref.csv` and `eurofxref-hist.csv`.

Both have the heading ``Date, USD, JPY, …``; the first has one row, dated "20 November 2026", the second a row
per day, dated "2026-11-20", newest first, "N/A" where there was no rate. Anything else is refused.
"""

import csv
import re
from collections.abc import Sequence
from datetime import date

from domain.costing.currency import CURRENCIES, ExchangeRate
from domain.shared.outcomes import DomainError

MOST_CHARACTERS = 8 * 1024 * 1024  # the history since 1999 has about 2 million
_MOST_COLUMNS = 100
_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_WRITTEN = re.compile(r"(\d{1,2}) ([A-Za-z]+) (\d{4})")
_RATE = re.compile(r"\d{1,6}(?:\.\d{1,6})?")


def read_ecb(text: str, *, today: date, on: date | None = None) -> tuple[ExchangeRate, ...]:
    """The rates of one day.

    Args:
        text: the file.
        today: rates of later days are refused.
        on: the day wanted; the last day at or before it counts, since there are no rates on weekends.
            None takes the newest.

    Returns:
        A rate for each of our currencies that stands in the file; the Serbian dinar never does.

    Raises:
        DomainError: the file is none of the two, has no such day, or holds a rate that cannot be one.
    """
    if len(text) > MOST_CHARACTERS or "\0" in text:
        raise DomainError("costing.ecb_not_the_file")
    lines = [line for line in text.lstrip("\ufeff").splitlines() if line.strip(" ,")]
    columns = _heading(lines)
    days = [(_day(cells[0]), cells) for cells in map(_cells, lines[1:])]
    if any(day > today for day, _ in days):
        raise DomainError("costing.ecb_future", rated_on=max(day for day, _ in days).isoformat())
    wanted = [(day, cells) for day, cells in days if on is None or day <= on]
    if not wanted:
        raise DomainError("costing.ecb_no_day", rated_on=(on or today).isoformat())
    day, cells = max(wanted, key=lambda row: row[0])
    return _rates(day, columns, cells)


def _heading(lines: Sequence[str]) -> list[str]:
    """The currencies of the heading row, by place."""
    columns = _cells(lines[0]) if lines else []
    codes = columns[1:]
    known = [code for code in codes if code in CURRENCIES]
    broken = (
        not columns
        or columns[0] != "Date"
        or not known
        or len(set(codes)) != len(codes)
        or not all(re.fullmatch(r"[A-Z]{3}", code) for code in codes)
    )
    if broken:
        raise DomainError("costing.ecb_not_the_file")
    return columns


def _cells(line: str) -> list[str]:
    """The cells of a row; both files end every row with a comma."""
    try:
        (cells,) = csv.reader([line])
    except (csv.Error, ValueError) as error:
        raise DomainError("costing.ecb_not_the_file") from error
    found = [cell.strip() for cell in cells]
    while found and not found[-1]:
        found.pop()
    if not 1 <= len(found) <= _MOST_COLUMNS:
        raise DomainError("costing.ecb_not_the_file")
    return found


def _day(text: str) -> date:
    iso, written = _ISO.fullmatch(text), _WRITTEN.fullmatch(text)
    try:
        if iso:
            return date(*map(int, iso.groups()))
        if written and written[2].lower() in _MONTHS:
            return date(int(written[3]), _MONTHS.index(written[2].lower()) + 1, int(written[1]))
    except ValueError:
        pass  # a day that no calendar has is refused like any other text
    raise DomainError("costing.ecb_bad_day", given=text[:40])


def _rates(day: date, columns: Sequence[str], cells: Sequence[str]) -> tuple[ExchangeRate, ...]:
    if len(cells) != len(columns):
        raise DomainError(
            "costing.ecb_cells", rated_on=day.isoformat(), found=len(cells), expected=len(columns)
        )
    rates = []
    for currency, text in zip(columns[1:], cells[1:], strict=True):
        if currency not in CURRENCIES or text == "N/A":
            continue
        if not _RATE.fullmatch(text):
            raise DomainError("costing.ecb_bad_rate", currency=currency, given=text[:40])
        rates.append(ExchangeRate(currency=currency, per_eur=float(text), on=day, kind="ecb"))
    if not rates:
        raise DomainError("costing.ecb_no_day", rated_on=day.isoformat())
    return tuple(rates)
