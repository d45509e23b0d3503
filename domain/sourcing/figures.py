"""Figures that know where they come from, while the structure around them is being built."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from domain.shared.provenance import OriginOf, Path


@dataclass(frozen=True, slots=True)
class Figure:
    """A plain number with its origin; unrounded."""

    value: int | float
    origin: OriginOf


def question(question_id: str, value: float) -> Figure:
    """A figure somebody answered."""
    return Figure(value, OriginOf("question", question_id))


def data(entry: str, value: float) -> Figure:
    """A dated figure of `data/`."""
    return Figure(value, OriginOf("data", entry))


def calculation(name: str, value: float) -> Figure:
    """A figure we worked out."""
    return Figure(value, OriginOf("calculation", name))


def traced(origin: OriginOf, value: Any) -> Any:
    """An answer with every number in it marked with where it comes from; words stay words."""
    if isinstance(value, Mapping):
        return {key: traced(origin, part) for key, part in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [traced(origin, part) for part in value]
    if isinstance(value, int | float) and not isinstance(value, bool):
        return Figure(value, origin)
    return value


def plain(structure: Any) -> Any:
    """The same structure with plain numbers."""
    if isinstance(structure, Figure):
        return structure.value
    if isinstance(structure, Mapping):
        return {key: plain(part) for key, part in structure.items()}
    if isinstance(structure, Sequence) and not isinstance(structure, str):
        return [plain(part) for part in structure]
    return structure


def origins(structure: Any, path: Path = "") -> dict[Path, OriginOf]:
    """Where each figure of a structure comes from, by its path."""
    if isinstance(structure, Figure):
        return {path: structure.origin}
    if isinstance(structure, Mapping):
        parts = [(str(key), part) for key, part in structure.items()]
    elif isinstance(structure, Sequence) and not isinstance(structure, str):
        parts = [(str(place), part) for place, part in enumerate(structure)]
    else:
        return {}
    found: dict[Path, OriginOf] = {}
    for key, part in parts:
        found |= origins(part, f"{path}.{key}" if path else key)
    return found
