"""A key performance indicator: one definition for the pilot, the contract's annex and the settlement."""

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, Literal

from domain.shared.sources import STRICT, Bilingual, Origin

Direction = Literal["up", "down"]
Unit = Literal["share", "points"]
Clock = Literal["calendar", "coverage"]
CriterionId = Literal["speed", "accuracy", "complaints", "satisfaction", "reporting"]
# The named measurements: what is counted. `tickets` holds one expression for each but the rubric, which is typed.
Measure = Literal[
    "first_reply_within",
    "answered_within",
    "judged_accurate",
    "critical_error",
    "escalated_within",
    "top_two_boxes",
    "rubric_total",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class KpiTarget:
    """One target of a KPI; a KPI that differs per channel has one for each.

    Attributes:
        instance: the id used in scorecards, contracts and settlements ("frt_within.email").
        label: what people call this instance.
        channel: the channel it is measured on; empty for all.
        threshold_s: the time allowed, in seconds; None where the KPI knows no time.
        clock: whether the time runs always or only in the hours of coverage.
        target: what is agreed unless the plan says otherwise; shares are 0-1, a rubric is in points.
        lowest: smallest target that may be agreed.
        highest: largest target that may be agreed.
        origin: where target and threshold come from.
        note: what is known against them.
        only_if_agreed: measured, asked of vendors and put into the contract only where the plan of the pilot names
            a target; without one nobody has asked for it.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    instance: str
    label: Bilingual
    channel: str = ""
    threshold_s: int | None = None
    clock: Clock = "calendar"
    target: Decimal
    lowest: Decimal
    highest: Decimal
    origin: Origin
    note: Bilingual | None = None
    only_if_agreed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Benchmark:
    """What others reach; shown beside a target, never used as one."""

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    text: Bilingual
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreScale:
    """How a value becomes 0 to 100 points: 0 at the floor, 80 at the target, 100 at the stretch.

    Attributes:
        worst: the worst value possible.
        best: the best value possible.
        floor_share: the floor misses the target by this share of the distance to the worst value.
        stretch_share: the stretch lies this share of the distance from the target to the best value.
        origin: where the two shares come from.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    worst: Decimal
    best: Decimal
    floor_share: Decimal
    stretch_share: Decimal
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Kpi:
    """The definition of one KPI (`data/kpis/<id>.toml`, explained in `docs/kpis/<id>.md`).

    Attributes:
        id: the name of the KPI in the trade.
        version: raised whenever the meaning changes; contracts name it.
        name: what people call it.
        definition: the formula in words, as a contract prints it.
        clocks: on which clock each channel counts, where that differs; None otherwise.
        criterion: the criterion of the scorecard it speaks for.
        direction: ``up`` when more is better.
        unit: ``share`` (0-1, shown as percent) or ``points``.
        measure: what is counted.
        fields: columns of the ticket file it needs beside the required ones.
        n_min: with fewer cases it is not assessed.
        n_min_origin: where that number comes from.
        scale: how a value becomes points.
        targets: its targets, one per channel where they differ.
        benchmarks: what others reach.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    id: str
    version: int
    name: Bilingual
    definition: Bilingual
    criterion: CriterionId
    direction: Direction
    unit: Unit
    measure: Measure
    fields: tuple[str, ...]
    n_min: int
    n_min_origin: Origin
    scale: ScoreScale
    targets: tuple[KpiTarget, ...]
    benchmarks: tuple[Benchmark, ...] = ()
    clocks: Bilingual | None = None

    @property
    def whole_definition(self) -> Bilingual:
        """The definition with the clocks of all its channels, as the contract prints it."""
        if self.clocks is None:
            return self.definition
        return Bilingual(
            zh=f"{self.definition.zh}{self.clocks.zh}", en=f"{self.definition.en} {self.clocks.en}"
        )
