"""What the annex tables need of the record besides the terms."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from domain.contract.transfers import TransferFlow
from domain.shared.sources import Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class KpiLine:
    """One KPI of the annex: the definition the pilot used and the settlement will use.

    Attributes:
        id: id of the KPI, with its channel ("frt_within.email").
        version: version of the definition.
        name: what people call it.
        definition: formula in words, with what is left out.
        target: 0-1 for shares, else in `unit`.
        unit: ``share``, or a key of the unit words ("point", "second").
        direction: ``up`` (not less than the target) or ``down`` (not more).
        window: measurement period.
        min_sample: below it the KPI is reported but not assessed.
        source: id in the register of sources behind the target.
    """

    id: str
    version: int
    name: Bilingual
    definition: Bilingual
    target: Decimal
    unit: str
    direction: Literal["up", "down"]
    window: Bilingual
    min_sample: int
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayHours:
    """Service hours of one weekday (0 = Monday) as (from, to) clock times in the contract's zone."""

    weekday: int
    windows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Peak:
    """A peak event the merchant expects.

    Attributes:
        when: its months, or its first and last day.
        multiplier: expected volume against an ordinary month.
        lead_weeks: how long before it the plan is confirmed.
    """

    name: Bilingual
    when: Bilingual
    multiplier: Decimal
    lead_weeks: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PlatformStandard:
    """What a platform measures in customer service.

    Attributes:
        platform: id of the platform.
        measure: what is measured.
        text: the standard in one sentence.
        checked_on: day on which it was read.
    """

    platform: str
    measure: Bilingual
    text: Bilingual
    checked_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class PilotCriterion:
    """One of the criteria a pilot is judged by.

    Attributes:
        kpis: names of the KPIs that measure it.
        weight: 0-1 of the total score.
    """

    name: Bilingual
    kpis: tuple[Bilingual, ...]
    weight: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class PilotTerms:
    """How the pilot is decided; the same rules the scorecard applies.

    Attributes:
        gates: what fails a pilot whatever the score.
        pass_score: total score needed to pass, 0-100.
        criterion_score: score each criterion needs to pass, 0-100.
    """

    criteria: tuple[PilotCriterion, ...]
    gates: tuple[Bilingual, ...]
    pass_score: Decimal
    criterion_score: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnexFacts:
    """Everything the annexes read besides terms; an empty part prints its own sentence, never an empty table.

    Attributes:
        levels: level asked for in each language that need not be served by native speakers.
    """

    kpis: tuple[KpiLine, ...] = ()
    hours: tuple[DayHours, ...] = ()
    peaks: tuple[Peak, ...] = ()
    transfers: tuple[TransferFlow, ...] = ()
    pilot: PilotTerms | None = None
    levels: Mapping[str, str] = field(default_factory=dict)
    standards: tuple[PlatformStandard, ...] = ()
