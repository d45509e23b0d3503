"""What colleagues write about a question; all comments on one question are one thread."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """One comment as a colleague reads it.

    Attributes:
        id: of the comment.
        text: as written; several lines are possible.
        by: name of whoever wrote it.
        is_own: the reader wrote it, and may delete it.
        at: when, in UTC.
        resolved_by: name of whoever settled it, empty while it is open.
        resolved_at: when that was, in UTC; None while it is open.
    """

    id: str
    text: str
    by: str
    is_own: bool
    at: datetime
    resolved_by: str
    resolved_at: datetime | None

    @property
    def is_open(self) -> bool:
        """Nobody has settled it yet."""
        return self.resolved_at is None


# By question, oldest first; a question nobody commented on is absent.
Threads = Mapping[str, tuple[Remark, ...]]
