"""Rows of the cost workbook that calculate: one figure, or low, base and high."""

from typing import NamedTuple

from documents.formulas import Term
from documents.workbook import Figure, Format, Tab, cell_name
from domain.costing.band import ENDS
from services.costing_workbook_inputs import Inputs


class Calculation:
    """Rows of a sheet that calculate: a label, figures with names, and the formula in words."""

    def __init__(self, tab: Tab, inputs: Inputs) -> None:
        self.tab = tab
        self.inputs = inputs
        self.words = inputs.words

    def step(self, name: str, label: str, content: Term, shown: Format = "hours", formula: str = "") -> Term:
        """One calculated figure."""
        cell = Figure(name=name, content=content, shown=shown)
        note = self.words.said(f"costing.formula.{formula}") if formula else None
        self.tab.row(label, cell, note)
        return cell.term


class Three(NamedTuple):
    """Low, base and high."""

    low: Term
    base: Term
    high: Term

    def times(self, factor: Term | float) -> "Three":
        """Each end times the same."""
        return Three(self.low * factor, self.base * factor, self.high * factor)

    def over(self, divisor: Term | float) -> "Three":
        """Each end divided by the same."""
        return Three(self.low / divisor, self.base / divisor, self.high / divisor)

    def end_by_end(self, other: "Three") -> "Three":
        """Low times low, high times high: a price times a range of shares."""
        return Three(self.low * other.low, self.base * other.base, self.high * other.high)


def exact(content: Term) -> Three:
    """A figure without uncertainty."""
    return Three(content, content, content)


def three(
    made: Calculation, name: str, label: str, content: Three, shown: Format = "amount", *more: str | Figure
) -> Three:
    """A row with low, base and high; no name for figures nothing refers to."""
    cells = [
        Figure(name=cell_name(name, end) if name else "", content=each, shown=shown)
        for end, each in zip(ENDS, content, strict=True)
    ]
    made.tab.row(label, *cells, *more)
    return Three(*(cell.term for cell in cells))
