"""Well-known peaks of trade, to start from: Black Friday, Double 11 and the like."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any, ClassVar, Literal

from domain.shared.sources import STRICT, Bilingual, Confidence, Language, Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class PeakEvent:
    """One event (`data/requirements/events.toml`).

    Attributes:
        id: how code and tests name it.
        label: what people call it.
        where: ``cn`` for mainland China, ``abroad`` for the rest of the world, ``any`` for both.
        start: first day, "MM-DD".
        end: last day, "MM-DD"; earlier than the start when it lies in the next year.
        multiplier: contacts against ordinary weeks; a starting value to be replaced by own figures.
        lead_weeks: weeks of preparation.
        origin: where dates and figures come from.
        confidence: how far they can be relied on.
        note: what is known against them.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    id: str
    label: Bilingual
    where: Literal["any", "cn", "abroad"]
    start: str
    end: str
    multiplier: Decimal
    lead_weeks: int
    origin: Origin
    confidence: Confidence
    note: Bilingual

    def as_peak(self, language: Language) -> dict[str, Any]:
        """The event as one entry of the answer ``peaks``."""
        return {
            "name": self.label[language],
            "start": self.start,
            "end": self.end,
            "multiplier": float(self.multiplier),
            "lead_weeks": self.lead_weeks,
        }
