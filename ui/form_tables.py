"""Fields with several parts: shares, volumes, hours of the week; registers those that are lists, too."""

from collections.abc import Callable, Sequence
from datetime import time
from typing import Any

import streamlit as st

from domain.shared.measures import WEEKDAYS
from ui.fields import Slot
from ui.form_rows import launches, peaks, pools
from ui.forms import DRAWERS, as_percent, as_share
from ui.kit import mute
from words import say

_USUAL_HOURS = {"from": time(9), "until": time(18)}
_MORE_WIDTH = 220
# Together they fit beside each other on a phone.
_DAY_WIDTH, _TIME_WIDTH = 78, 112


def figures(
    slot: Slot,
    parts: Sequence[tuple[str, str]],
    shown: Callable[[Any], Any],
    stored: Callable[[Any], Any],
    **widget: Any,
) -> None:
    """A number per part; the whole map is saved when one of them changes, with the parts that are not shown."""
    ids = [part for part, _ in parts]
    hidden = {part: value for part, value in (slot.value or {}).items() if part not in ids}

    def read() -> dict[str, Any] | None:
        held = {part: stored(slot.held(part)) for part in ids}
        return {**hidden, **{part: value for part, value in held.items() if value is not None}} or None

    with st.grid(4, min_column_width=150, gap="small"):
        for part, label in parts:
            st.number_input(
                label,
                value=shown((slot.value or {}).get(part)),
                key=slot.key(part),
                placeholder=slot.spec.hints.get(part),
                **widget,
                **slot.changes(read),
            )


def added(slot: Slot, *, start: Sequence[str] = ()) -> list[str]:
    """The parts somebody added, after those to start with; each stays until the field is left, even emptied."""
    known: list[str] = st.session_state.setdefault(slot.key("drawn"), [])
    known.extend(part for part in start if part not in known)
    return known


def add_part(slot: Slot, there: Sequence[str]) -> None:
    """Add one more of the languages that are not there yet."""
    labels = {part: label for part, label in slot.spec.more if part not in there}

    def add() -> None:
        if (part := slot.held("more")) is not None:
            st.session_state[slot.key("drawn")].append(part)
            st.session_state[slot.key("more")] = None

    st.selectbox(
        say(slot.language, "ui.add"),
        options=list(labels),
        index=None,
        format_func=lambda part: labels.get(part, part),
        placeholder=say(slot.language, "ui.add_language"),
        key=slot.key("more"),
        label_visibility="collapsed",
        width=_MORE_WIDTH,
        on_change=add,
    )


def _shares(slot: Slot) -> None:
    """A share per language; languages can be added."""
    labels = dict((*slot.spec.parts, *slot.spec.more))
    there = added(slot, start=[part for part, _ in slot.spec.parts])
    parts = [(part, labels[part]) for part in there]
    figures(slot, parts, as_percent, as_share, step=1.0, format="%g", icon=":material/percent:")
    add_part(slot, there)


def _integers(slot: Slot) -> None:
    """A whole number per channel; channels are chosen in a question of their own."""
    if not slot.spec.parts:
        mute(say(slot.language, "questionnaire.choose_channels"))
        return
    figures(slot, slot.spec.parts, lambda v: None if v is None else int(v), lambda v: v, step=1)


def schedule(slot: Slot) -> None:
    """Seven rows: open or not; an open day with from and until. One window a day is typed here; more come from a file."""
    stored: dict[str, list[list[str]]] = slot.value or {}

    def read() -> dict[str, list[list[str]]] | None:
        return {day: windows for day in WEEKDAYS if (windows := _windows(slot, day, stored))} or None

    for day in WEEKDAYS:
        windows = stored.get(day, [])
        with st.container(horizontal=True, vertical_alignment="center", wrap=False, gap="small"):
            st.checkbox(
                say(slot.language, f"weekday.{day}"),
                value=bool(windows),
                key=slot.key(day),
                width=_DAY_WIDTH,
                **slot.changes(read),
            )
            if slot.held(day):
                _time(slot, day, "from", windows[0][0] if windows else None, read)
                _time(slot, day, "until", windows[-1][1] if windows else None, read)


def _time(slot: Slot, day: str, edge: str, value: str | None, read: Callable[[], Any]) -> None:
    st.time_input(
        say(slot.language, f"ui.{edge}_of_day", day=say(slot.language, f"weekday.{day}")),
        value=_USUAL_HOURS[edge] if value is None else _clock(value),
        key=slot.key(f"{day}_{edge}"),
        label_visibility="collapsed",
        width=_TIME_WIDTH,
        **slot.changes(read),
    )


def _clock(value: str) -> time:
    """A stored time of day; a field cannot show 24:00, so its last minute stands for midnight."""
    return time(23, 59) if value == "24:00" else time.fromisoformat(value)


def _windows(slot: Slot, day: str, stored: dict[str, list[list[str]]]) -> list[list[str]]:
    """The day's windows as typed; a day with several stored windows keeps its inner gaps."""
    if not slot.held(day):
        return []
    # A day that was just opened has no fields yet; one that was emptied holds None and leaves the day out.
    start, end = (slot.held(f"{day}_{edge}", usual) for edge, usual in _USUAL_HOURS.items())
    if start is None or end is None:
        return []
    until = "24:00" if end == time(23, 59) else f"{end:%H:%M}"
    inner = stored.get(day) or [[f"{start:%H:%M}", until]]
    edges = [list(window) for window in inner]
    edges[0][0], edges[-1][1] = f"{start:%H:%M}", until
    return edges


DRAWERS.update(
    {
        "shares_by_language": _shares,
        "integer_by_channel": _integers,
        "seconds_by_channel": _integers,
        "number_by_channel": _integers,
        "schedule": schedule,
        "peaks": peaks,
        "launches": launches,
        "pools": pools,
    }
)
