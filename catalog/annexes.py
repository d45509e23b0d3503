"""Loads `contract_templates/annexes.toml` and the transfer matrix `transfers.toml`."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from catalog.clause_checks import refuse_words
from catalog.reader import TEMPLATES, CatalogError, parse, read_toml
from domain.contract.annexes import Annex, AnnexText, Part, PartText, Row
from domain.contract.conditions import PREDICATES
from domain.contract.rules import Rule
from domain.contract.transfers import TransferFlow
from domain.contract.wording import Wording, WordingError, pair
from domain.shared.sources import STRICT, Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class _AnnexFile:
    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    annexes: tuple[AnnexText, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _TransferFile:
    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    flows: tuple[TransferFlow, ...]


def load_annexes(rules: Sequence[Rule], path: Path = TEMPLATES / "annexes.toml") -> tuple[Annex, ...]:
    """The annexes in the order in which they are numbered.

    Args:
        rules: of the contract checks; what they block is refused in wording, too.
        path: the file.

    Raises:
        CatalogError: the first mistake, naming the annex.
    """
    texts = parse(_AnnexFile, read_toml(path), path=path).annexes
    _refuse_twice((annex.id for annex in texts), path)
    annexes = tuple(_parse_annex(annex, path) for annex in texts)
    refuse_words((wording for annex in annexes for wording in annex.wordings), rules, path)
    return annexes


def load_transfers(path: Path = TEMPLATES / "transfers.toml") -> tuple[TransferFlow, ...]:
    """The transfer matrix, in its order.

    Raises:
        CatalogError: the first mistake.
    """
    flows = parse(_TransferFile, read_toml(path), path=path).flows
    _refuse_twice((flow.id for flow in flows), path)
    for flow in flows:
        if flow.when not in PREDICATES:
            raise CatalogError(path, f"{flow.id}.when", "unknown_predicate", given=flow.when)
    return flows


def _refuse_twice(ids: Iterable[str], path: Path) -> None:
    seen: set[str] = set()
    for name in ids:
        if name in seen:
            raise CatalogError(path, name, "duplicate_id", given=name)
        seen.add(name)


def _parse_annex(annex: AnnexText, path: Path) -> Annex:
    return Annex(
        id=annex.id,
        title=annex.title,
        parts=tuple(
            _parse_part(part, path, f"{annex.id}.parts.{number}") for number, part in enumerate(annex.parts)
        ),
    )


def _parse_part(part: PartText, path: Path, key: str) -> Part:
    if part.when not in PREDICATES:
        raise CatalogError(path, f"{key}.when", "unknown_predicate", given=part.when)
    if part.rows_from is not None and part.rows:
        raise CatalogError(path, f"{key}.rows_from", "rows_from_and_rows", given=part.rows_from)
    for row in part.rows:
        if len(row.cells) != len(part.columns):
            raise CatalogError(
                path, f"{key}.rows", "cells_not_columns", given=f"{len(row.cells)} / {len(part.columns)}"
            )
    return Part(
        text=part,
        paragraphs=tuple(
            _parse_text(Bilingual(zh=p.zh, en=p.en), p.when, path, key, highlighted=p.highlighted)
            for p in part.paragraphs
        ),
        rows=tuple(
            Row(cells=tuple(_parse_text(cell, row.when, path, key) for cell in row.cells), when=row.when)
            for row in part.rows
        ),
        empty=_parse_text(part.empty, "always", path, key) if part.empty is not None else None,
    )


def _parse_text(text: Bilingual, when: str, path: Path, key: str, *, highlighted: bool = False) -> Wording:
    try:
        return pair(text, when, highlighted=highlighted)
    except WordingError as error:
        raise CatalogError(path, key, error.reason, given=error.given) from error
