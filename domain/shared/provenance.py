"""Where each figure of a structure comes from: kept beside the figures, which stay plain numbers."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

# A path names a place in a structure: keys joined by points, places of lists as digits (lines.0.amount).
Path = str
OriginKind = Literal["question", "data", "calculation"]


@dataclass(frozen=True, slots=True)
class OriginOf:
    """What a figure comes from.

    Attributes:
        kind: an answer, a dated number of `data/`, or something we calculated.
        id: of the question, the data entry or the calculation.
    """

    kind: OriginKind
    id: str


Origins = Mapping[Path, OriginOf]


def figures(structure: Any, path: Path = "") -> Iterator[tuple[Path, int | float | Decimal]]:
    """Every number of a structure of mappings and lists with its path; yes and no are no numbers."""
    if isinstance(structure, Mapping):
        parts: Iterator[tuple[Any, Any]] = iter(structure.items())
    elif isinstance(structure, Sequence) and not isinstance(structure, str | bytes):
        parts = iter(enumerate(structure))
    else:
        if isinstance(structure, int | float | Decimal) and not isinstance(structure, bool):
            yield path, structure
        return
    for key, part in parts:
        yield from figures(part, f"{path}.{key}" if path else str(key))


def unexplained(structure: Any, origins: Origins) -> tuple[Path, ...]:
    """The figures nobody says the origin of; empty is what every document of ours must give."""
    return tuple(path for path, _ in figures(structure) if path not in origins)


def as_plain(origins: Origins) -> dict[Path, dict[str, str]]:
    """The origins ready for JSON."""
    return {path: {"kind": origin.kind, "id": origin.id} for path, origin in origins.items()}
