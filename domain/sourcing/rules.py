"""The rules of asking vendors, as their data files have them: timetable and evaluation."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from domain.shared.sources import STRICT, Bilingual, Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of the timetable and the question that holds its day (or the length of the pilot)."""

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    id: str
    question: str
    label: Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class Least:
    """The least number of days between two steps; `plus` adds the length of another one."""

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    first: str
    second: str
    days: int
    origin: Origin
    plus: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Aim:
    """A target that no KPI of pilot and contract measures: how vendors count it in their reports.

    Attributes:
        question: whose answer is the target.
        name: what people call it.
        definition: numerator, denominator and time window in words.
        origin: where window and wording come from.
        when: named condition under which it matters.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    question: str
    name: Bilingual
    definition: Bilingual
    origin: Origin
    when: str = "always"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimetableRules:
    """`data/sourcing/timetable.toml`."""

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    step: tuple[Step, ...]
    least: tuple[Least, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluationLimit:
    """One number of the evaluation rules."""

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    value: int
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class WeighedCriterion:
    """One criterion by which proposals are scored."""

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    id: str
    name: Bilingual
    meaning: Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class WeightingScheme:
    """Weights of the criteria in percent; together 100."""

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    id: str
    weights: Mapping[str, Decimal | int]
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluationRules:
    """`data/sourcing/evaluation.toml`.

    Attributes:
        default: the scheme used when nobody chose one.
        price_most: largest weight of the price, in percent.
        score_most: highest score of a criterion; the lowest is 0.
        differs_most: a larger difference between two assessors is discussed.
        stable_within: the rank must hold when weights move by so many percent.
        criterion: in the order of printing.
        scheme: the weightings on offer.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    default: str
    price_most: EvaluationLimit
    score_most: EvaluationLimit
    differs_most: EvaluationLimit
    stable_within: EvaluationLimit
    criterion: tuple[WeighedCriterion, ...]
    scheme: tuple[WeightingScheme, ...]
