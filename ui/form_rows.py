"""Fields that are lists: peaks of the year, product launches, language pools."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import streamlit as st

from domain.shared.days import FIRST_DAY, LAST_DAY, day_of
from ui.fields import Slot
from ui.kit import link, mute, nb, safe
from words import say


@dataclass(frozen=True, slots=True)
class _Row:
    """One row of a list: its number, what it held when it was drawn first, and how to read the whole list."""

    slot: Slot
    number: int
    start: Any
    read: Callable[[], Any]

    def key(self, part: str) -> str:
        return self.slot.key(f"{self.number}_{part}")

    def text(self, part: str, word: str, placeholder: str | None = None) -> None:
        """A part that is typed."""
        st.text_input(
            say(self.slot.language, word),
            value=self.start.get(part, ""),
            placeholder=placeholder,
            key=self.key(part),
            live=True,
            **self.slot.changes(self.read),
        )

    def number_of(self, part: str, word: str, step: float) -> None:
        """A part that is a number: whole where the step is."""
        kind = type(step)
        st.number_input(
            say(self.slot.language, word),
            value=kind(self.start[part]) if part in self.start else None,
            step=step,
            format="%g" if kind is float else None,
            key=self.key(part),
            **self.slot.changes(self.read),
        )


def _rows(slot: Slot, blank: Any, draw: Callable[[_Row], None], held: Callable[[int], Any]) -> None:
    """A list whose rows can be added and taken away; what row `number` holds is read by `held(number)`."""
    key = slot.key("rows")
    # Numbers are never used again: a field of a row that was taken away must not come back in another one.
    rows: dict[int, Any] = st.session_state.setdefault(key, dict(enumerate(slot.value or [])))
    drawn = tuple(rows)
    st.session_state.setdefault(slot.key("next"), len(rows))

    def read() -> list[Any] | None:
        now = st.session_state[key]
        found = [held(number) if number in drawn else row for number, row in now.items()]
        return [row for row in found if row] or None

    def add(row: Any = blank) -> None:
        st.session_state[key][st.session_state[slot.key("next")]] = row
        st.session_state[slot.key("next")] += 1

    def add_usual(row: Mapping[str, Any]) -> None:
        add(row)
        slot.commit(read)

    def remove(number: int) -> None:
        del st.session_state[key][number]
        slot.commit(read)

    for place, number in enumerate(drawn):
        with st.container(border=True, gap="small"):
            draw(_Row(slot, number, rows[number], read))
            name = slot.held(f"{number}_name") or say(slot.language, "ui.row_number", number=place + 1)
            label = f":material/delete: {say(slot.language, 'ui.remove_row', name=safe(name))}"
            _button(slot, f"{number}_remove", label, remove, number)
    with st.container(horizontal=True):
        _button(slot, "add", f":material/add: {say(slot.language, 'ui.add')}", add)
        for number, usual in enumerate(slot.spec.starts):
            label = f":material/add: {nb(usual.label)}"
            _button(slot, f"start_{number}", label, add_usual, usual.row, note=usual.note)


def _button(
    slot: Slot, part: str, label: str, act: Callable[..., None], *args: Any, note: str | None = None
) -> None:
    st.button(link(label), key=slot.key(part), type="tertiary", help=note, on_click=act, args=args)


def _given(row: Mapping[str, Any]) -> dict[str, Any]:
    """The parts of a row that say something."""
    return {part: value for part, value in row.items() if value not in ("", [], None)}


def peaks(slot: Slot) -> None:
    """Name, months or dates, multiplier and lead time of each peak."""
    t = slot.language

    def draw(row: _Row) -> None:
        row.text("name", "ui.peak_name")
        st.pills(
            say(t, "ui.peak_months"),
            options=list(range(1, 13)),
            selection_mode="multi",
            default=row.start.get("months", []),
            format_func=lambda month: say(t, f"month.{month}"),
            key=row.key("months"),
            **slot.changes(row.read),
        )
        with st.grid(4, min_column_width=140):
            row.text("start", "ui.peak_start", placeholder="11-20")
            row.text("end", "ui.peak_end", placeholder="11-20")
            row.number_of("multiplier", "ui.peak_multiplier", step=0.5)
            row.number_of("lead_weeks", "ui.peak_lead_weeks", step=1)

    def held(number: int) -> dict[str, Any]:
        return _given(
            {
                "name": (slot.held(f"{number}_name") or "").strip(),
                "months": sorted(slot.held(f"{number}_months") or []),
                "start": (slot.held(f"{number}_start") or "").strip(),
                "end": (slot.held(f"{number}_end") or "").strip(),
                "multiplier": slot.held(f"{number}_multiplier"),
                "lead_weeks": slot.held(f"{number}_lead_weeks"),
            }
        )

    _rows(slot, {}, draw, held)


def launches(slot: Slot) -> None:
    """Name, day, weeks and multiplier of each launch."""

    def draw(row: _Row) -> None:
        with st.grid(4, min_column_width=140):
            row.text("name", "ui.launch_name")
            st.date_input(
                say(slot.language, "ui.launch_on"),
                value=day_of(row.start.get("on")),
                min_value=FIRST_DAY,
                max_value=LAST_DAY,
                format="YYYY-MM-DD",
                key=row.key("on"),
                **slot.changes(row.read),
            )
            row.number_of("weeks", "ui.launch_weeks", step=1)
            row.number_of("multiplier", "ui.launch_multiplier", step=0.1)

    def held(number: int) -> dict[str, Any]:
        day = slot.held(f"{number}_on")
        return _given(
            {
                "name": (slot.held(f"{number}_name") or "").strip(),
                "on": day.isoformat() if isinstance(day, date) else None,
                "weeks": slot.held(f"{number}_weeks"),
                "multiplier": slot.held(f"{number}_multiplier"),
            }
        )

    _rows(slot, {}, draw, held)


def pools(slot: Slot) -> None:
    """Which languages the same people speak, one row per pool."""
    labels = dict(slot.spec.choices)
    if not labels:
        mute(say(slot.language, "questionnaire.choose_languages"))
        return

    def draw(row: _Row) -> None:
        st.pills(
            say(slot.language, "ui.pool", number=row.number + 1),
            options=list(labels),
            selection_mode="multi",
            default=[language for language in row.start if language in labels],
            format_func=lambda language: labels[language],
            key=row.key("pool"),
            **slot.changes(row.read),
        )

    _rows(slot, [], draw, lambda number: list(slot.held(f"{number}_pool") or []))
