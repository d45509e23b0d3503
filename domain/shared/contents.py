"""What one value of the record is, apart from who stored it and when."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

# draft: typed, but refused by its question; kept so that nothing is lost, and read as missing.
State = Literal["answered", "not_applicable", "later", "draft"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """A value with its state and where it came from.

    Attributes:
        value: the plain value; of what was set aside the one it had before. None with state answered is nothing.
        state: answered, not_applicable, later or draft.
        origin: typed, default (a person accepted it), sample, import, or pack:<platform>.
    """

    value: Any = None
    state: State = "answered"
    origin: str = "typed"

    @property
    def is_nothing(self) -> bool:
        """Never given, or taken away."""
        return self.state == "answered" and self.value is None


NOTHING = Content()


@dataclass(frozen=True, slots=True, kw_only=True)
class LastChange:
    """Who stored a value, or took it away, and when.

    Attributes:
        by: name of the colleague; empty when nobody of the organisation did.
        is_own: it was the reader, in another window.
        at: when, in UTC.
    """

    by: str
    is_own: bool
    at: datetime
