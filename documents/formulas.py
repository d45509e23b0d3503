"""Formulas of a spreadsheet, built in Python: every term knows its text in the file and its value.

The value stands in the file beside the formula, because many programs show a workbook (previews, protected
view, phones) without calculating it.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Comparison = Literal["<", ">", "<=", ">="]
# How tightly the parts of a formula hold together.
_SUM, _PRODUCT, _WHOLE = 1, 2, 3
# Full-time equivalents that differ by less are the same number of people, as in `shifts.whole_people`.
_SAME = 1e-9


@dataclass(frozen=True, slots=True)
class Term:
    """A part of a formula.

    Attributes:
        text: as a spreadsheet program reads it, without the sign of equality.
        value: what it comes to.
        hold: how tightly its parts hold together; brackets are set where a neighbour holds tighter.
    """

    text: str
    value: float
    hold: int = _WHOLE

    def __add__(self, other: "Term | float") -> "Term":
        """A sum."""
        right = term(other)
        return Term(f"{self.text}+{right.text}", self.value + right.value, _SUM)

    def __sub__(self, other: "Term | float") -> "Term":
        """A difference."""
        right = term(other)
        return Term(f"{self.text}-{right.held(_PRODUCT)}", self.value - right.value, _SUM)

    def __mul__(self, other: "Term | float") -> "Term":
        """A product."""
        right = term(other)
        return Term(f"{self.held(_PRODUCT)}*{right.held(_PRODUCT)}", self.value * right.value, _PRODUCT)

    def __truediv__(self, other: "Term | float") -> "Term":
        """A quotient; a ZeroDivisionError where the figures of the moment make it meaningless."""
        right = term(other)
        return Term(f"{self.held(_PRODUCT)}/{right.held(_WHOLE)}", self.value / right.value, _PRODUCT)

    def held(self, least: int) -> str:
        """The text, in brackets where it would fall apart."""
        return self.text if self.hold >= least else f"({self.text})"


def term(value: "Term | float") -> Term:
    """A number as a term."""
    if isinstance(value, Term):
        return value
    return Term(repr(value) if value >= 0 else f"({value!r})", float(value))


def total(parts: Sequence[Term]) -> Term:
    """A sum; of nothing it is 0."""
    if not parts:
        return term(0)
    text = "+".join(part.text for part in parts)
    hold = parts[0].hold if len(parts) == 1 else _SUM
    return Term(text, math.fsum(part.value for part in parts), hold)


def most(one: Term | float, other: Term | float) -> Term:
    """The larger of two."""
    first, second = term(one), term(other)
    return Term(f"MAX({first.text},{second.text})", max(first.value, second.value))


def least(one: Term | float, other: Term | float) -> Term:
    """The smaller of two."""
    first, second = term(one), term(other)
    return Term(f"MIN({first.text},{second.text})", min(first.value, second.value))


def whole(count: Term) -> Term:
    """People, rounded up."""
    return Term(f"ROUNDUP({count.held(_SUM)}-{_SAME:.9f},0)", float(math.ceil(count.value - _SAME)))


def either(
    one: Term, sign: Comparison, other: Term | float, then: Term | float, otherwise: Term | float
) -> Term:
    """One of two terms, by a comparison; both are calculated here, so neither may divide by 0."""
    right, first, second = term(other), term(then), term(otherwise)
    holds = {
        "<": one.value < right.value,
        ">": one.value > right.value,
        "<=": one.value <= right.value,
        ">=": one.value >= right.value,
    }[sign]
    text = f"IF({one.text}{sign}{right.text},{first.text},{second.text})"
    return Term(text, first.value if holds else second.value)


def share_of(part: Term, whole_of: Term, otherwise: Term | float) -> Term:
    """A part of a whole; something else where the whole is 0."""
    second = term(otherwise)
    text = f"IF({whole_of.text}=0,{second.text},{part.held(_PRODUCT)}/{whole_of.held(_WHOLE)})"
    return Term(text, part.value / whole_of.value if whole_of.value else second.value)
