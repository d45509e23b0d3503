"""A request for proposal: parts with items, questions and price rows, numbered where a vendor must answer."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any

from domain.shared.layout import PrintedTable
from domain.shared.sources import Bilingual
from domain.sourcing.wording import NOTHING, Reply

_MARK_LETTERS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing that is told or asked.

    Attributes:
        id: stable in all requests; the answer comes back under it.
        label: what it is about.
        text: what is told or asked.
        reply: how a vendor answers.
        unit: what a price is for, or the unit of a number.
        currency: of a price; empty for anything else.
        evidence: a document must be attached.
        assumed: it rests, wholly or in part, on a default.
        number: "R-07" in this document; empty when nothing is asked.
    """

    id: str
    label: Bilingual
    text: Bilingual = NOTHING
    reply: Reply = "none"
    unit: Bilingual = NOTHING
    currency: str = ""
    evidence: bool = False
    assumed: bool = False
    number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Items under a heading of their own (none for the first items of a part)."""

    title: Bilingual | None = None
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TitledTable:
    """A table with its heading and a sentence on how to read it.

    Attributes:
        shades: background of each cell from 0 to 1, row by row; empty for none.
    """

    id: str
    title: Bilingual
    note: Bilingual | None = None
    table: PrintedTable
    shades: tuple[tuple[float, ...], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of the document."""

    id: str
    title: Bilingual
    intro: tuple[Bilingual, ...] = ()
    groups: tuple[Group, ...] = ()
    tables: tuple[TitledTable, ...] = ()

    @property
    def items(self) -> Iterator[Item]:
        """Everything told or asked in it, in order."""
        return (item for group in self.groups for item in group.items)


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A whole request for proposal.

    Attributes:
        anonymous: the edition that does not say who the buyer is.
        title: of the document.
        lead: lines below the title: what is asked for, and how to answer.
        cover: facts on the first page: label and text.
        parts: in order.
        figures: every figure with its origin, for `rfp.json`.
    """

    anonymous: bool
    title: Bilingual
    lead: tuple[Bilingual, ...]
    cover: tuple[tuple[Bilingual, Bilingual], ...]
    parts: tuple[Part, ...]
    figures: Mapping[str, Any]

    @property
    def mark(self) -> str:
        """Stands for what is said and asked: two papers with the same mark say the same."""
        return sha256(repr(self.parts).encode()).hexdigest()[:_MARK_LETTERS].upper()

    @property
    def asked(self) -> tuple[Item, ...]:
        """Everything a vendor must answer, in the order of the numbers."""
        return tuple(item for part in self.parts for item in part.items if item.number)

    def part(self, part_id: str) -> Part:
        """One part."""
        return next(part for part in self.parts if part.id == part_id)


def numbered(parts: Iterable[Part]) -> tuple[Part, ...]:
    """The parts with R-01, R-02 ... at everything a vendor must answer, in reading order."""
    count = 0

    def number(item: Item) -> Item:
        nonlocal count
        if item.reply == "none":
            return item
        count += 1
        return replace(item, number=f"R-{count:02d}")

    return tuple(
        replace(
            part,
            groups=tuple(
                replace(group, items=tuple(number(item) for item in group.items)) for group in part.groups
            ),
        )
        for part in parts
    )
