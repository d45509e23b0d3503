"""The rules of the scorecard as data: weights, thresholds, gates, the rubric and the length of a pilot."""

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from domain.shared.kpis import CriterionId
from domain.shared.sources import STRICT, Bilingual, Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One number somebody chose or found.

    Attributes:
        value: the number; shares are 0-1.
        unit: share, point, week, second or score.
        low: lower end of the range that was considered.
        high: upper end of that range.
        meaning: what it decides.
        origin: where it comes from.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    value: Decimal
    unit: str
    low: Decimal
    high: Decimal
    meaning: Bilingual
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """One of the criteria a pilot is judged by.

    Attributes:
        id: speed, accuracy, complaints, satisfaction or reporting.
        name: what people call it.
        weight: its share of the total score, in percent; all together make 100.
        origin: where criterion and weight come from.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    id: CriterionId
    name: Bilingual
    weight: int
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class GateRule:
    """A hard gate: missing it fails the pilot whatever the score.

    Attributes:
        id: data_incident, critical_errors and so on.
        name: what people call it.
        measured_by: KPI instance whose counts decide; empty when the merchant states it.
        limit: largest share allowed, for a measured gate.
        origin: where it comes from.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    id: str
    name: Bilingual
    measured_by: str = ""
    limit: Decimal | None = None
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class RubricItem:
    """One thing a report is judged by."""

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    id: str
    name: Bilingual
    meaning: Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class Rubric:
    """How professional the vendor's reports are: each item gets whole points up to a maximum."""

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    items: tuple[RubricItem, ...]
    points_most: int
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class PilotRules:
    """Everything a verdict rests on beside the counts; frozen into each scorecard.

    Attributes:
        version: raised whenever anything here changes.
        criteria: the criteria with their weights.
        gates: the hard gates.
        must: ids of the KPIs whose failure fails the pilot.
        rubric: how reports are judged.
        pass_score: total score a pass needs.
        criterion_score: score every criterion needs for a pass.
        target_points: points for reaching a target exactly.
        missing_share_most: with more missing a KPI is not assessed.
        response_share_least: with fewer answers a survey is not assessed.
        short_abandon_s: calls given up sooner are not counted as lost.
        weeks_least: shortest pilot.
        weeks_most: longest pilot; after it nothing can be extended.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    version: int
    criteria: tuple[Criterion, ...]
    gates: tuple[GateRule, ...]
    must: tuple[str, ...]
    rubric: Rubric
    pass_score: Setting
    criterion_score: Setting
    target_points: Setting
    missing_share_most: Setting
    response_share_least: Setting
    short_abandon_s: Setting
    weeks_least: Setting
    weeks_most: Setting
