"""Exchange rates from a file of the European Central Bank."""

from datetime import date

from domain.costing.currency import ExchangeRate
from domain.costing.ecb import read_ecb
from domain.shared.outcomes import DomainError

_MEGABYTE = 1024 * 1024
_MOST_MEGABYTES = 8  # the history since 1999 has about 2


def import_ecb(content: bytes, *, today: date, on: date | None = None) -> tuple[ExchangeRate, ...]:
    """The exchange rates of `eurofxref.csv` or `eurofxref-hist.csv`.

    Args:
        content: the file as it was uploaded.
        today: rates of later days are refused.
        on: the day wanted; the last day with rates at or before it counts. None takes the newest.

    Raises:
        DomainError: the file is none of the two, too large, or holds something that cannot be a rate.
    """
    if len(content) > _MOST_MEGABYTES * _MEGABYTE:
        raise DomainError("costing.ecb_too_large", most_mb=_MOST_MEGABYTES)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DomainError("costing.ecb_not_the_file") from error
    return read_ecb(text, today=today, on=on)
