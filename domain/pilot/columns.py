"""What a ticket file may contain: columns, the words used in them, and the limits of an upload."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, Literal

from domain.shared.sources import STRICT, Bilingual, Origin

CellKind = Literal["text", "time", "flag", "number", "channel", "status"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of a ticket file.

    Attributes:
        id: its canonical heading.
        kind: how its cells are read.
        required: a file without it is refused.
        blank_allowed: whether a blank cell says something (``blank``), else a required cell must be filled.
        meaning: what stands in it.
        blank: what a blank cell means.
        example: a cell of the sample file.
        headings: other headings seen in real exports.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    id: str
    kind: CellKind
    required: bool = False
    blank_allowed: bool = True
    meaning: Bilingual
    blank: Bilingual
    example: str
    headings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A channel or status and the words real files use for it."""

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    id: str
    name: Bilingual
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FileLimit:
    """One limit of an upload."""

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    value: Decimal
    unit: str
    meaning: Bilingual
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketColumns:
    """Everything known about ticket files (`data/tickets/columns.toml`).

    Attributes:
        columns: in the order of the empty file.
        channels: the channels with their words.
        statuses: the statuses with their words.
        yes: words that mean yes.
        no: words that mean no.
        limits: bytes, rows, columns, cell_characters, duration_days, broken_rows, weeks, vendors.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    columns: tuple[Column, ...]
    channels: tuple[Term, ...]
    statuses: tuple[Term, ...]
    yes: tuple[str, ...]
    no: tuple[str, ...]
    limits: Mapping[str, FileLimit]

    def limit(self, name: str) -> int:
        """A limit as a whole number."""
        return int(self.limits[name].value)
