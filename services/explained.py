"""Figures with where they come from, written side by side and handed on as plain numbers and a map of origins."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from domain.costing.band import Band
from domain.shared.outcomes import NotAssessed
from domain.shared.provenance import OriginOf


@dataclass(frozen=True, slots=True)
class Told:
    """A figure, or a band of three, with its origin."""

    value: Any
    origin: OriginOf


def asked(value: Any, question: str) -> Told:
    """A figure that is an answer, or the default of its question."""
    return Told(value, OriginOf("question", question))


def known(value: Any, entry: str) -> Told:
    """A figure of ``data/``."""
    return Told(value, OriginOf("data", entry))


def made(value: Any, formula: str) -> Told:
    """A figure we calculated; its formula in words is ``costing.formula.<formula>``."""
    return Told(value, OriginOf("calculation", formula))


def separate(node: Any, path: str = "") -> tuple[Any, dict[str, OriginOf]]:
    """A structure of mappings, sequences and told figures as plain values, and the origin of every figure by path."""
    if isinstance(node, Told):
        return _told(node, path)
    if isinstance(node, Mapping):
        items = {str(key): separate(part, _under(path, key)) for key, part in node.items()}
        plain: Any = {key: value for key, (value, _) in items.items()}
        found = list(items.values())
    elif isinstance(node, Sequence) and not isinstance(node, str):
        found = [separate(part, _under(path, place)) for place, part in enumerate(node)]
        plain = [value for value, _ in found]
    else:
        return node, {}
    return plain, {place: origin for _, origins in found for place, origin in origins.items()}


def _told(node: Told, path: str) -> tuple[Any, dict[str, OriginOf]]:
    if node.value is None or isinstance(node.value, NotAssessed):
        return None, {}
    if isinstance(node.value, Band):
        ends = zip(("low", "base", "high"), node.value.ends, strict=True)
        return separate({end: Told(value, node.origin) for end, value in ends}, path)
    return node.value, {path: node.origin}


def _under(path: str, key: object) -> str:
    return f"{path}.{key}" if path else str(key)
