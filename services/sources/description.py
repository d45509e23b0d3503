"""An entry of a data file in words."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from domain.shared.sources import Bilingual
from services.sources.walk import Named
from words import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """What people call an entry and what figure it holds; see `domain.shared.uses.Use`."""

    topic: str
    label: str
    value: str = ""
    usual: str = ""
    pages: tuple[str, ...] = ()
    unverifiable: bool = False
    note: str = ""


# The owner of the origin, where the origin stands, the language.
Describer = Callable[[Any, Named, Language], Description]


def note_of(text: Bilingual | None, language: Language) -> str:
    """A note, empty for none."""
    return text[language] if text else ""
