"""Every total unfolds to its lines, every line to its formula, inputs and where they come from."""

from collections.abc import Iterator
from dataclasses import dataclass

from domain.costing.band import Band
from domain.shared.provenance import OriginOf


@dataclass(frozen=True, slots=True, kw_only=True)
class LineInput:
    """One figure a line was made from.

    Attributes:
        id: its words are ``costing.input.<id>``; shares end in ``_share``, hours in ``_hours``.
        value: the figure; a band where low, base and high differ.
        origin: an answer, a figure of ``data/``, or another calculation.
    """

    id: str
    value: Band
    origin: OriginOf


@dataclass(frozen=True, slots=True, kw_only=True)
class CostLine:
    """One line of a price.

    Attributes:
        id: its words are ``costing.line.<id>``.
        amount: a month, in the currency of the total it belongs to.
        formula: its words are ``costing.formula.<formula>``.
        inputs: what the formula was fed with; empty for a sum of lines.
        parts: the lines it is the sum of; empty for a line with inputs of its own.
    """

    id: str
    amount: Band
    formula: str
    inputs: tuple[LineInput, ...] = ()
    parts: tuple["CostLine", ...] = ()

    def walk(self) -> Iterator["CostLine"]:
        """This line and every line below it."""
        yield self
        for part in self.parts:
            yield from part.walk()

    def part(self, line_id: str) -> "CostLine":
        """The first line below with this id; a KeyError when there is none."""
        for line in self.walk():
            if line.id == line_id:
                return line
        raise KeyError(line_id)


def sum_of(line_id: str, *parts: CostLine) -> CostLine:
    """A total of lines."""
    return CostLine(
        id=line_id, amount=Band.total(part.amount for part in parts), formula="sum_of_lines", parts=parts
    )


def answer(input_id: str, value: float | Band, question: str) -> LineInput:
    """A figure that somebody answered (or whose default is the question's)."""
    return LineInput(id=input_id, value=_band(value), origin=OriginOf("question", question))


def data(input_id: str, value: float | Band, entry: str) -> LineInput:
    """A dated figure of ``data/``: ``parameters.fx_buffer``, ``rates.east``."""
    return LineInput(id=input_id, value=_band(value), origin=OriginOf("data", entry))


def computed(input_id: str, value: float | Band, formula: str) -> LineInput:
    """A figure that another formula made."""
    return LineInput(id=input_id, value=_band(value), origin=OriginOf("calculation", formula))


def _band(value: float | Band) -> Band:
    return value if isinstance(value, Band) else Band.exact(value)
