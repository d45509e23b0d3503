"""The register of sources, and the figures of the trade articles."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from catalog.reader import DATA, CatalogError, parse, read_toml
from domain.shared.sources import STRICT, ArticleFigure, OldAfter, Origin, Source

FOLDER = DATA / "sources"
_FIGURES = "article_figures.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class _SourceFile:
    """One file of the register."""

    __pydantic_config__ = STRICT

    source: tuple[Source, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _FigureFile:
    """The file of article figures."""

    __pydantic_config__ = STRICT

    figure: tuple[ArticleFigure, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _RegisterFile:
    """The file about the register itself."""

    __pydantic_config__ = STRICT

    old_after: OldAfter


def load_sources(folder: Path = FOLDER) -> Mapping[str, Source]:
    """Every source by id, in the order of the files.

    Raises:
        CatalogError: a file is malformed, an id is used twice, or a statute ends before it begins.
    """
    register: dict[str, Source] = {}
    for path in sorted(folder.glob("*.toml")):
        if path.name == _FIGURES:
            continue
        for index, source in enumerate(parse(_SourceFile, read_toml(path), path=path).source):
            if source.id in register:
                raise CatalogError(path, f"source.{index}.id", "duplicate", given=source.id)
            if _ends_before_it_begins(source):
                raise CatalogError(
                    path, f"source.{index}.valid_to", "inverted_range", given=str(source.valid_to)
                )
            register[source.id] = source
    return register


def load_article_figures(sources: Mapping[str, Source], folder: Path = FOLDER) -> tuple[ArticleFigure, ...]:
    """Every figure the trade articles state.

    Raises:
        CatalogError: the file is malformed, an id is used twice, or a figure names a source that is not an article.
    """
    path = folder / _FIGURES
    figures = parse(_FigureFile, read_toml(path), path=path).figure
    seen: set[str] = set()
    for index, figure in enumerate(figures):
        if figure.id in seen:
            raise CatalogError(path, f"figure.{index}.id", "duplicate", given=figure.id)
        seen.add(figure.id)
        if figure.source not in sources or sources[figure.source].kind != "article":
            raise CatalogError(path, f"figure.{index}.source", "unknown_source", given=figure.source)
    return figures


def load_old_after(path: Path = DATA / "register.toml") -> OldAfter:
    """When a figure counts as old.

    Raises:
        CatalogError: the file is malformed.
    """
    return parse(_RegisterFile, read_toml(path), path=path).old_after


def refuse_unknown_source(origin: Origin, sources: Mapping[str, Source], *, path: Path, key: str) -> None:
    """A value may only name a source of the register.

    Raises:
        CatalogError: it names another one.
    """
    if origin.source not in sources:
        raise CatalogError(path, f"{key}.source", "unknown_source", given=origin.source)


def _ends_before_it_begins(source: Source) -> bool:
    return (
        isinstance(source.valid_from, date)
        and source.valid_to is not None
        and source.valid_to < source.valid_from
    )
