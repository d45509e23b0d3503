"""States of the requirements kept under a name, and how two of them differ."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from domain.shared.contents import NOTHING, Content

# by_hand: somebody gave it a name; ready: declared complete; share: handed out to vendors;
# import, restore: as it was just before a file, or an earlier version, replaced it.
Occasion = Literal["by_hand", "ready", "share", "import", "restore"]


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionLine:
    """A named version as lists show it.

    Attributes:
        number: counts the versions of the project from 1.
        name: as a person or a file called it; empty when the occasion says enough.
        occasion: why it was kept.
        by: name of whoever kept it.
        at: when, in UTC.
    """

    number: int
    name: str
    occasion: Occasion
    by: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A question whose answer is another one."""

    question: str
    before: Content
    after: Content


@dataclass(frozen=True, slots=True, kw_only=True)
class Ready:
    """When the requirements were last declared complete.

    Attributes:
        version: the version that was kept then.
        changed: how many answers are others today.
    """

    version: VersionLine
    changed: int


def differences(
    questions: Iterable[str], before: Mapping[str, Content], after: Mapping[str, Content]
) -> tuple[Difference, ...]:
    """The questions answered differently, in the order given.

    Args:
        questions: ids of all questions; what is stored under another key is no answer any more.
        before: contents by question; a missing one is nothing.
        after: the same at the later moment.
    """
    pairs = (
        (question, before.get(question, NOTHING), after.get(question, NOTHING)) for question in questions
    )
    return tuple(
        Difference(question=question, before=was, after=is_now)
        for question, was, is_now in pairs
        if was != is_now
    )
