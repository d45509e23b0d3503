"""The assumptions of an estimate that are numbers of the trade: each with default, usual range and origin."""

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, Literal

from domain.shared.sources import STRICT, Bilingual, Origin

ParameterUnit = Literal[
    "second",
    "hour",
    "hour_per_week",
    "clock_hour",
    "day",
    "week",
    "week_per_year",
    "month_per_year",
    "share",
    "times",
    "seat",
    "conversation",
    "agent_per_person",
    "EUR",
    "EUR_per_month",
    "EUR_per_ticket",
    "EUR_per_resolution",
    "CNY_per_month",
    "CNY_per_resolution",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """One assumption, as `data/parameters/` states it.

    Attributes:
        id: how code, questions and other data files name it; shares end in nothing, seconds in ``_s``.
        label: what people call it.
        unit: what the three numbers are counted in; a share lies between 0 and 1.
        default: the value taken when the merchant says nothing.
        low: lower end of what is usual; a value below it is looked at, not refused.
        high: upper end of what is usual.
        origin: where the default and the range come from.
        market: ``cn`` for values that hold for Chinese domestic service only.
        note: what is known against the figure, or how it must not be used.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    id: str
    label: Bilingual
    unit: ParameterUnit
    default: Decimal
    low: Decimal
    high: Decimal
    origin: Origin
    market: Literal["any", "cn"] = "any"
    note: Bilingual | None = None
