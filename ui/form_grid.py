"""Tables of figures within one question: the hours of a week, languages by channel."""

import math
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import streamlit as st

from ui.assets import component
from ui.fields import Slot
from words import say

Figure = float | None
Figures = list[list[Figure]]
_FILLED_IN_BY_THE_BROWSER = {name: f"{{{name}}}" for name in ("row", "sum", "by")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table.

    Attributes:
        id: how it is named when one of its figures was changed.
        label: above it.
        rows: their names.
        columns: their names.
        values: by row and column; None is nothing.
        every: only every so many columns have their name above them.
        hints: what an empty figure stands for, by row and column.
        blank: what an emptied cell means: nothing, or 0.
        whole: what each row should add up to; None where a sum means nothing.
        heat: larger figures stand on a darker ground.
        editable: figures are shown and can be typed over; otherwise there is only the ground.
    """

    id: str
    label: str
    rows: Sequence[str]
    columns: Sequence[str]
    values: Figures
    every: int = 1
    hints: Sequence[Sequence[str]] | None = None
    blank: float | None = None
    whole: float | None = None
    heat: bool = False
    editable: bool = True


def tables(slot: Slot, drawn: Sequence[Table], changed: Callable[[str, Figures], None]) -> None:
    """Draw tables; `changed(id, figures)` is called after each change, with the whole table."""
    key = slot.key("grid")

    def edited() -> None:
        edit = (st.session_state.get(key) or {}).get("edit")
        for table in drawn:
            if isinstance(edit, dict) and edit.get("table") == table.id and fits(table, edit.get("values")):
                changed(table.id, edit["values"])

    words = {
        name: say(slot.language, f"ui.grid_{name}", **_FILLED_IN_BY_THE_BROWSER)
        for name in ("copy", "clear", "general", "short", "over", "total")
    }
    data = {"lang": slot.language, "words": words, "tables": [asdict(table) for table in drawn]}
    component("grid", '<div class="wrap"></div>')(key=key, data=data, on_edit_change=edited)


def fits(table: Table, values: Any) -> bool:
    """Whether what a browser sent has the shape of the table: a browser can send anything."""
    return (
        isinstance(values, list)
        and len(values) == len(table.rows)
        and all(isinstance(row, list) and len(row) == len(table.columns) for row in values)
        and all(value is None or _is_number(value) for row in values for value in row)
    )


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
