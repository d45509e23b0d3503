"""Fields that are lists: peaks of the year, product launches, language pools."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import streamlit as st

from domain.shared.days import FIRST_DAY, LAST_DAY, day_of
from ui.fields import Slot
from ui.kit import link, mute, nb, safe
from words import say


def _rows(slot: Slot, blank: Any, draw: Callable[[int, Any, Callable[[], Any]], None], held: Any) -> None:
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
            draw(number, rows[number], read)
            name = slot.held(f"{number}_name") or say(slot.language, "ui.row_number", number=place + 1)
            label = say(slot.language, "ui.remove_row", name=safe(name))
            st.button(
                link(f":material/delete: {label}"),
                key=slot.key(f"{number}_remove"),
                type="tertiary",
                on_click=remove,
                args=(number,),
            )
    with st.container(horizontal=True):
        st.button(
            link(f":material/add: {say(slot.language, 'ui.add')}"),
            key=slot.key("add"),
            type="tertiary",
            on_click=add,
        )
        for number, start in enumerate(slot.spec.starts):
            st.button(
                link(f":material/add: {nb(start.label)}"),
                key=slot.key(f"start_{number}"),
                type="tertiary",
                help=start.note,
                on_click=add_usual,
                args=(start.row,),
            )


def peaks(slot: Slot) -> None:
    """Name, months or dates, multiplier and lead time of each peak."""
    t = slot.language

    def draw(index: int, row: dict[str, Any], read: Callable[[], Any]) -> None:
        st.text_input(
            say(t, "ui.peak_name"),
            value=row.get("name", ""),
            key=slot.key(f"{index}_name"),
            live=True,
            **slot.changes(read),
        )
        st.pills(
            say(t, "ui.peak_months"),
            options=list(range(1, 13)),
            selection_mode="multi",
            default=row.get("months", []),
            format_func=lambda month: say(t, f"month.{month}"),
            key=slot.key(f"{index}_months"),
            **slot.changes(read),
        )
        with st.grid(4, min_column_width=140):
            for part in ("start", "end"):
                st.text_input(
                    say(t, f"ui.peak_{part}"),
                    value=row.get(part, ""),
                    placeholder="11-20",
                    key=slot.key(f"{index}_{part}"),
                    live=True,
                    **slot.changes(read),
                )
            for part, number, step in (("multiplier", float, 0.5), ("lead_weeks", int, 1)):
                st.number_input(
                    say(t, f"ui.peak_{part}"),
                    value=number(row[part]) if part in row else None,
                    step=step,
                    format="%g" if number is float else None,
                    key=slot.key(f"{index}_{part}"),
                    **slot.changes(read),
                )

    def held(index: int) -> dict[str, Any]:
        row = {
            "name": (slot.held(f"{index}_name") or "").strip(),
            "months": sorted(slot.held(f"{index}_months") or []),
            "start": (slot.held(f"{index}_start") or "").strip(),
            "end": (slot.held(f"{index}_end") or "").strip(),
            "multiplier": slot.held(f"{index}_multiplier"),
            "lead_weeks": slot.held(f"{index}_lead_weeks"),
        }
        return {name: value for name, value in row.items() if value not in ("", [], None)}

    _rows(slot, {}, draw, held)


def launches(slot: Slot) -> None:
    """Name, day, weeks and multiplier of each launch."""
    t = slot.language

    def draw(index: int, row: dict[str, Any], read: Callable[[], Any]) -> None:
        with st.grid(4, min_column_width=140):
            st.text_input(
                say(t, "ui.launch_name"),
                value=row.get("name", ""),
                key=slot.key(f"{index}_name"),
                live=True,
                **slot.changes(read),
            )
            st.date_input(
                say(t, "ui.launch_on"),
                value=day_of(row.get("on")),
                min_value=FIRST_DAY,
                max_value=LAST_DAY,
                format="YYYY-MM-DD",
                key=slot.key(f"{index}_on"),
                **slot.changes(read),
            )
            for part, number, step in (("weeks", int, 1), ("multiplier", float, 0.1)):
                st.number_input(
                    say(t, f"ui.launch_{part}"),
                    value=number(row[part]) if part in row else None,
                    step=step,
                    format="%g" if number is float else None,
                    key=slot.key(f"{index}_{part}"),
                    **slot.changes(read),
                )

    def held(index: int) -> dict[str, Any]:
        day = slot.held(f"{index}_on")
        row = {
            "name": (slot.held(f"{index}_name") or "").strip(),
            "on": day.isoformat() if isinstance(day, date) else None,
            "weeks": slot.held(f"{index}_weeks"),
            "multiplier": slot.held(f"{index}_multiplier"),
        }
        return {name: value for name, value in row.items() if value not in ("", None)}

    _rows(slot, {}, draw, held)


def pools(slot: Slot) -> None:
    """Which languages the same people speak, one row per pool."""
    labels = dict(slot.spec.choices)
    if not labels:
        mute(say(slot.language, "questionnaire.choose_languages"))
        return

    def draw(index: int, row: list[str], read: Callable[[], Any]) -> None:
        st.pills(
            say(slot.language, "ui.pool", number=index + 1),
            options=list(labels),
            selection_mode="multi",
            default=[language for language in row if language in labels],
            format_func=lambda language: labels[language],
            key=slot.key(f"{index}_pool"),
            **slot.changes(read),
        )

    _rows(slot, [], draw, lambda index: list(slot.held(f"{index}_pool") or []))
