"""Finds every origin that the files of the catalog state, wherever it stands."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from domain.contract.clauses import Basis
from domain.requirements.questions import MarketDefault, Question
from domain.shared.sources import ArticleFigure, Bilingual, Origin, Source
from services.catalog import Catalog

# Question defaults that are taken from a parameter name the parameter, not a source.
BORROWED = "default_parameter"


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """One origin in one file.

    Attributes:
        file: the data file, relative to the checkout.
        key: names from the top of the file down to the origin ("targets", "0", "origin").
        owners: the objects from the file down to the one that states the origin.
        origin: what it states.
    """

    file: str
    key: tuple[str, ...]
    owners: tuple[Any, ...]
    origin: Origin

    @property
    def owner(self) -> Any:
        """What states the origin."""
        return self.owners[-1]

    @property
    def role(self) -> str:
        """Under which name: ``origin``, ``default_origin``, ``n_min_origin`` ..."""
        return self.key[-1]


def named_sources(known: Catalog) -> tuple[Named, ...]:
    """Every origin of every file, in the order in which the files were read."""
    return tuple(
        Named(file=file, key=key, owners=owners, origin=origin)
        for file, said in known.files.items()
        for key, owners, origin in _walk(said, (), (), known)
    )


_Found = tuple[tuple[str, ...], tuple[Any, ...], Origin]


def _walk(node: Any, key: tuple[str, ...], owners: tuple[Any, ...], known: Catalog) -> Iterator[_Found]:
    """The origins at and below a node."""
    if isinstance(node, Origin):
        yield key, owners, node
    elif is_dataclass(node):
        within = (*owners, node)
        for name, origin in _own_origins(node, known):
            yield (*key, name), within, origin
        for field in fields(node):
            yield from _walk(getattr(node, field.name), (*key, field.name), within, known)
    elif isinstance(node, Mapping):
        for name, value in node.items():
            yield from _walk(value, (*key, str(name)), owners, known)
    elif isinstance(node, tuple):
        for place, value in enumerate(node):
            yield from _walk(value, (*key, str(place)), owners, known)


def _own_origins(node: Any, known: Catalog) -> Iterator[tuple[str, Origin]]:
    """Origins that are not written as one."""
    if isinstance(node, Basis):
        yield "basis", _as_read(known.sources[node.source], node.locator)
    elif isinstance(node, ArticleFigure):
        # No trade article is dated.
        yield (
            "figure",
            Origin(
                source=node.source, locator=node.locator, checked_on=node.checked_on, valid_from="unknown"
            ),
        )
    elif isinstance(node, Question | MarketDefault):
        for channel, name in node.default_parameters.items():
            yield f"{BORROWED}.{channel}.{name}", known.parameters[name].origin
        if node.default_parameter:
            yield f"{BORROWED}..{node.default_parameter}", known.parameters[node.default_parameter].origin


def _as_read(source: Source, locator: str | Bilingual) -> Origin:
    """A place within a source, as old as the source itself."""
    return Origin(
        source=source.id, locator=locator, checked_on=source.checked_on, valid_from=source.valid_from
    )
