"""A table of queues, one per row as typed: how many agents and positions each needs, and what comes of it."""

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

import numpy as np

from domain.costing.erlang import impatient, patient
from domain.costing.erlang_load import Counts, Floats, Loads, Targets
from domain.costing.erlang_smallest import smallest_impatient, smallest_patient
from domain.costing.live_queue import NOBODY_CALLS, QueueResult, one_of
from domain.costing.slots import agents_for, slots_of
from domain.shared.outcomes import DomainError

# Beyond this load the accuracy is not measured; it is the traffic of a city, not of a shop.
MOST_ERLANGS: Final = 10_000
_SECONDS_PER_MINUTE: Final = 60
_TOGETHER: Final = 2_000
_SHOWN: Final = 40
# Exact fractions are made of what is typed, so its length is limited before anything is calculated.
_NUMBER: Final = re.compile(r"[+-]?(\d{1,30}(\.\d{0,30})?|\.\d{1,30})([eE][+-]?\d{1,2})?", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """What a column may hold.

    Attributes:
        low: smallest value.
        high: largest value, or what values stay below.
        below: whether `high` itself is too much.
        required: whether it must be filled in; a blank means `default` otherwise.
        default: of a blank; None when a blank has a meaning of its own.
    """

    low: str = "0"
    high: str
    below: bool = False
    required: bool = False
    default: str | None = None


COLUMNS: Final[Mapping[str, Column]] = {
    "contacts": Column(high="1000000000", required=True),
    "interval_min": Column(low="0.001", high="1000000", required=True),
    "aht_s": Column(low="0.001", high="1000000000", required=True),
    "target_share": Column(high="1", below=True, required=True),
    "target_s": Column(high="1000000000", required=True),
    "max_occupancy": Column(low="0.001", high="1", default="1"),
    "shrinkage": Column(high="1", below=True, default="0"),
    "patience_s": Column(low="0.001", high="1000000000"),
    "concurrency": Column(low="1", high="1000", default="1"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueRow:
    """One queue in one interval, exactly as typed: 0.7 is seven tenths.

    Attributes:
        contacts: arriving in the interval.
        interval_min: its length in minutes.
        aht_s: mean handling time in seconds; for chat the whole session.
        target_share: of all offered contacts to be answered in time.
        target_s: in time, in seconds.
        max_occupancy: agents are never busier than this.
        shrinkage: share of paid time in which an agent is not available.
        patience_s: mean patience; None when customers never hang up (Erlang C).
        concurrency: conversations an agent holds at once; each is a slot.
    """

    contacts: Fraction
    interval_min: Fraction
    aht_s: Fraction
    target_share: Fraction
    target_s: Fraction
    max_occupancy: Fraction
    shrinkage: Fraction
    patience_s: Fraction | None
    concurrency: Fraction

    @property
    def erlangs(self) -> Fraction:
        """Mean number of conversations at once if nobody ever waited."""
        return self.contacts * self.aht_s / (self.interval_min * _SECONDS_PER_MINUTE)


@dataclass(frozen=True, slots=True, kw_only=True)
class RowStaffing:
    """What a row needs.

    Attributes:
        raw_agents: fewest agents at work that hold share and occupancy.
        positions: agents to be planned so that many are at work, shrinkage included.
        result: what customers and agents then experience; with concurrency the occupancy is that of the slots.
    """

    raw_agents: int
    positions: int
    result: QueueResult[float]


def read_row(cells: Mapping[str, str]) -> QueueRow:
    """A row from the text of its cells, by column; a missing cell is a blank one.

    Raises:
        DomainError: ``costing.row_…`` names the column and what it may hold.
    """
    given = {name: _value(name, cells.get(name, "").strip()) for name in COLUMNS}
    known = {name: value for name, value in given.items() if value is not None}
    row = QueueRow(**{"patience_s": None, **known})  # type: ignore[arg-type]  # only patience may be missing
    if row.erlangs > MOST_ERLANGS:
        raise DomainError("costing.row_too_busy", erlangs=math.floor(row.erlangs), most=MOST_ERLANGS)
    return row


def _value(name: str, text: str) -> Fraction | None:
    column = COLUMNS[name]
    if not text and column.required:
        raise DomainError("costing.row_blank", column=name)
    text = text or column.default or ""
    if not text:
        return None
    if not _NUMBER.fullmatch(text):
        raise DomainError("costing.row_not_a_number", column=name, given=text[:_SHOWN])
    value, low, high = Fraction(text), Fraction(column.low), Fraction(column.high)
    limits = {"column": name, "low": column.low, "high": column.high, "given": text[:_SHOWN]}
    if column.below and not low <= value < high:
        raise DomainError("costing.row_not_below", **limits)
    if not low <= value <= high:
        raise DomainError("costing.row_outside", **limits)
    return value


def staff_rows(rows: Sequence[QueueRow]) -> list[RowStaffing]:
    """The fewest agents of every row, in order."""
    staffed: list[RowStaffing | None] = [None] * len(rows)
    waiting = [place for place, row in enumerate(rows) if row.patience_s is None]
    leaving = [place for place, row in enumerate(rows) if row.patience_s is not None]
    for places in (waiting, leaving):
        for start in range(0, len(places), _TOGETHER):
            block = places[start : start + _TOGETHER]
            for place, staffing in zip(block, _staff([rows[each] for each in block]), strict=True):
                staffed[place] = staffing
    return [each for each in staffed if each is not None]


def _staff(rows: Sequence[QueueRow]) -> list[RowStaffing]:
    """Rows that are all patient or all impatient."""
    erlangs = _floats([row.erlangs for row in rows])
    rest = [row.erlangs - Fraction(near) for row, near in zip(rows, erlangs.tolist(), strict=True)]
    loads = Loads(erlangs=erlangs, rest=_floats(rest), aht_s=_floats([row.aht_s for row in rows]))
    targets = Targets(
        share=_floats([row.target_share for row in rows]),
        within_s=_floats([row.target_s for row in rows]),
        max_occupancy=_floats([row.max_occupancy for row in rows]),
    )
    patience = [row.patience_s for row in rows if row.patience_s is not None]
    patience_s = _floats(patience) if patience else None
    if patience_s is None:
        servers = smallest_patient(loads, targets)
    else:
        servers = smallest_impatient(loads, targets, patience_s)
    agents = [agents_for(int(n), row.concurrency) for n, row in zip(servers, rows, strict=True)]
    slots = [slots_of(n, row.concurrency) for n, row in zip(agents, rows, strict=True)]
    results = _results(loads, np.array(slots, dtype=np.int64), targets.within_s, patience_s)
    return [
        RowStaffing(raw_agents=n, positions=math.ceil(n / (1 - row.shrinkage)), result=result)
        for n, row, result in zip(agents, rows, results, strict=True)
    ]


def _results(
    loads: Loads, servers: Counts, within_s: Floats, patience_s: Floats | None
) -> list[QueueResult[float]]:
    """What comes of each row; where nobody calls there is nothing to calculate."""
    results = [NOBODY_CALLS] * len(loads)
    busy = np.flatnonzero(servers)
    if patience_s is None:
        found = patient(loads.rows(busy), servers[busy], within_s[busy])
    else:
        found = impatient(loads.rows(busy), servers[busy], within_s[busy], patience_s[busy])
    for place, row in enumerate(busy):
        results[row] = one_of(found, place)
    return results


def _floats(values: Sequence[Fraction]) -> Floats:
    return np.array([float(value) for value in values], dtype=np.float64)
