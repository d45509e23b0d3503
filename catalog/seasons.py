"""How contacts spread over the week and the year: hour profiles and well-known peaks (`data/requirements/`)."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from catalog.reader import DATA, CatalogError, parse, read_toml
from catalog.sources import refuse_unknown_source
from domain.requirements.events import PeakEvent
from domain.requirements.profiles import HOURS_A_DAY, ProfileTemplate
from domain.shared.measures import WEEKDAYS
from domain.shared.sources import STRICT, Source

FOLDER = DATA / "requirements"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Profiles:
    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    template: tuple[ProfileTemplate, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Events:
    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    event: tuple[PeakEvent, ...]


def load_profiles(
    sources: Mapping[str, Source], path: Path = FOLDER / "profiles.toml"
) -> Mapping[str, ProfileTemplate]:
    """The hour profiles by id.

    Raises:
        CatalogError: an id twice, a day without 24 weights or with one below zero, no weight at all.
    """
    profiles: dict[str, ProfileTemplate] = {}
    for index, profile in enumerate(parse(_Profiles, read_toml(path), path=path).template):
        key = f"template.{index}"
        if profile.id in profiles:
            raise CatalogError(path, f"{key}.id", "duplicate", given=profile.id)
        refuse_unknown_source(profile.origin, sources, path=path, key=f"{key}.origin")
        for day in WEEKDAYS:
            weights = profile.weights.get(day, ())
            if len(weights) != HOURS_A_DAY or min(weights) < 0:
                raise CatalogError(path, f"{key}.weights.{day}", "bad_value", given=str(weights))
        if set(profile.weights) != set(WEEKDAYS) or not any(map(any, profile.weights.values())):
            raise CatalogError(path, f"{key}.weights", "bad_value", given=", ".join(profile.weights))
        profiles[profile.id] = profile
    return profiles


def load_events(sources: Mapping[str, Source], path: Path = FOLDER / "events.toml") -> tuple[PeakEvent, ...]:
    """The well-known peaks in order; as answers they are checked by the question of the peaks.

    Raises:
        CatalogError: the file is malformed, an id stands twice or a source is unknown.
    """
    events = parse(_Events, read_toml(path), path=path).event
    for index, event in enumerate(events):
        if event.id in {other.id for other in events[:index]}:
            raise CatalogError(path, f"event.{index}.id", "duplicate", given=event.id)
        refuse_unknown_source(event.origin, sources, path=path, key=f"event.{index}.origin")
    return events
