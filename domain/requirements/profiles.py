"""When customers write or call: weights for each hour of the week, taken from a template or drawn by hand."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from domain.shared.measures import WEEKDAYS
from domain.shared.sources import STRICT, Bilingual, Origin

HOURS_A_DAY = 24
# Monday first, then the hours of the day; all 168 together make 1.
HourWeights = tuple[tuple[float, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileTemplate:
    """One usual pattern of the week (`data/requirements/profiles.toml`).

    Attributes:
        id: how answers name it.
        label: what people call it.
        weights: 24 numbers per weekday, in any scale; they say how contacts spread, not how many there are.
        origin: where the pattern comes from.
        note: what it is like and what is known against it.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    id: str
    label: Bilingual
    weights: Mapping[str, tuple[float, ...]]
    origin: Origin
    note: Bilingual


def drawn(profile: Mapping[str, Any], templates: Mapping[str, ProfileTemplate]) -> HourWeights:
    """The weights of a checked profile, brought to a sum of 1.

    Args:
        profile: ``{"template": id}`` or ``{"weights": {"mon": [24 numbers], ...}}``.
        templates: by id.
    """
    weights = templates[profile["template"]].weights if "template" in profile else profile["weights"]
    total = math.fsum(math.fsum(weights[day]) for day in WEEKDAYS)
    return tuple(tuple(float(weight) / total for weight in weights[day]) for day in WEEKDAYS)
