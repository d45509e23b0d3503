"""A ticket file of a pilot as lists show it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class FileLine:
    """One upload; counts are None while it is not part of the result.

    Attributes:
        id: of the stored file.
        name: as the person called it.
        size: bytes.
        uploaded_at: when, in UTC.
        zone: time zone chosen for its times, empty when none was needed.
        counts: rows in all, accepted, rejected.
        rejected: the first rejected rows: line and reason in words.
    """

    id: str
    name: str
    size: int
    uploaded_at: datetime
    zone: str
    counts: tuple[int, int, int] | None = None
    rejected: Sequence[tuple[str, str]] = ()
