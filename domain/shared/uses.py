"""What names a source: the entries of data files and clauses, in words, with where they stand."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from domain.shared.sources import Origin, Source

Age = Literal["unknown", "old", "fresh"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """One place in which a data file or a clause names a source.

    Attributes:
        topic: what sort of thing it is, key of ``sources_page.topic``.
        label: what people call it.
        value: as printed, with its unit; empty when the source is named for words, not for a figure.
        usual: what is usual or permitted, as printed; empty when nothing is known.
        source: entry of the register.
        origin: locator and dates.
        file: data file, relative to the checkout.
        clause: id of the clause, empty outside of clauses.
        pages: ids of the pages that use it; empty: not used for calculation.
        unverifiable: a claim nobody can check.
        age: whether it still counts as fresh.
        note: what is known against it.
    """

    topic: str
    label: str
    value: str
    usual: str
    source: Source
    origin: Origin
    file: str
    clause: str
    pages: tuple[str, ...]
    unverifiable: bool
    age: Age
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceUse:
    """One source and everything that names it.

    Attributes:
        source: entry of the register.
        mentions: every figure, question, rule and clause that names it.
        files: how often each data file outside of clauses names it.
        clauses: the same per clause, by title.
        pages: how many of the mentions each page uses.
    """

    source: Source
    mentions: tuple[Use, ...]
    files: Mapping[str, int]
    clauses: Mapping[str, int]
    pages: Mapping[str, int]
