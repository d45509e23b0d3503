"""The three ways a rule can answer other than with a value: refusal, finding, gap."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


class DomainError(Exception):
    """A refusal: the input is bad. `words` turns code and values into one sentence that says how to mend it.

    Args:
        code: key of the sentence in words/, for example ``pilot.weeks_outside``.
        values: what the sentence interpolates (the limit, the value given, the place).
    """

    def __init__(self, code: str, **values: Any) -> None:
        super().__init__(code)
        self.code = code
        self.values: Mapping[str, Any] = values

    def __str__(self) -> str:
        """The code with its values, for logs; people see the sentence of words/."""
        return f"{self.code} {dict(self.values)}"


@dataclass(frozen=True, slots=True)
class NotAssessed:
    """A gap: the value cannot be known from what there is. Never zero, never scored.

    Attributes:
        reason: key of the reason in words/ (``not_assessed.<reason>``).
        values: what the reason interpolates.
    """

    reason: str
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a person should look at.

    Attributes:
        code: key of the sentence in words/.
        severity: ``blocker`` (the stage cannot go on) or ``warning``.
        place: question, field or clause the finding points to.
        values: what the sentence interpolates.
        source: id in the register of sources, empty when the rule is plain logic.
    """

    code: str
    severity: str
    place: str
    values: Mapping[str, Any] = field(default_factory=dict)
    source: str = ""
