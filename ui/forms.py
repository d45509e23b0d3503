"""One question, one field: drawn by kind, saved by a callback, judged in words under the field."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import streamlit as st

from domain.shared.days import FIRST_DAY, LAST_DAY, day_of
from ui.fields import FieldSpec, Save, Slot
from ui.kit import mute
from words import Language, say

_NUMBER_WIDTH = 220


def field(spec: FieldSpec, value: Any, *, language: Language, save: Save, prefix: str) -> None:
    """Draw the field of a question; `save(id, plain value)` is called when it changes.

    The value given is only the start: while the page is open the widget holds what was typed, also
    when it was refused. An emptied field saves None.
    """
    DRAWERS[spec.kind](Slot(spec=spec, value=value, language=language, save=save, prefix=prefix))


def _text(slot: Slot) -> None:
    def read() -> str | None:
        return (slot.held() or "").strip() or None

    st.text_input(
        slot.label(),
        value=slot.value or "",
        key=slot.key(),
        placeholder=slot.spec.placeholder or None,
        live=True,
        label_visibility="collapsed",
        **slot.changes(read),
    )


def _long_text(slot: Slot) -> None:
    def read() -> str | None:
        return (slot.held() or "").strip() or None

    st.text_area(
        slot.label(),
        value=slot.value or "",
        key=slot.key(),
        placeholder=slot.spec.placeholder or None,
        label_visibility="collapsed",
        **slot.changes(read),
    )


def _integer(slot: Slot) -> None:
    value = None if slot.value is None else int(slot.value)
    _with_unit(slot, value=value, step=1, placeholder=slot.spec.placeholder or None)


def _number(slot: Slot) -> None:
    value = None if slot.value is None else float(slot.value)
    placeholder = slot.spec.placeholder or None
    _with_unit(slot, value=value, step=slot.spec.step, format="%g", placeholder=placeholder)


def _with_unit(slot: Slot, **widget: Any) -> None:
    """A number with its unit behind it."""
    with st.container(horizontal=True, vertical_alignment="center", wrap=False, gap="small"):
        st.number_input(
            slot.label(),
            key=slot.key(),
            label_visibility="collapsed",
            width=_NUMBER_WIDTH,
            **widget,
            **slot.changes(slot.held),
        )
        if slot.spec.unit:
            mute(slot.spec.unit, width="content")


def as_percent(share: Any) -> float | None:
    """A stored share as the percentage typed: 0.15 → 15, without a binary tail."""
    return None if share is None else float(Decimal(str(share)) * 100)


def as_share(percentage: Any) -> float | None:
    """A typed percentage as the stored share: 15 → 0.15, without a binary tail."""
    return None if percentage is None else float(Decimal(str(percentage)) / 100)


def _share(slot: Slot) -> None:
    st.number_input(
        slot.label(),
        value=as_percent(slot.value),
        step=1.0,
        format="%g",
        key=slot.key(),
        label_visibility="collapsed",
        width=_NUMBER_WIDTH,
        icon=":material/percent:",
        **slot.changes(lambda: as_share(slot.held())),
    )


def _money(slot: Slot) -> None:
    currency = (slot.value or {}).get("currency", slot.spec.currency)

    def read() -> dict[str, str] | None:
        amount = slot.held("amount")
        return None if amount is None else {"amount": f"{amount:.2f}", "currency": slot.held("currency")}

    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.number_input(
            slot.label(),
            value=None if not slot.value else float(slot.value["amount"]),
            step=100.0,
            format="%.2f",
            key=slot.key("amount"),
            label_visibility="collapsed",
            width=_NUMBER_WIDTH,
            **slot.changes(read),
        )
        st.selectbox(
            say(slot.language, "ui.currency"),
            options=[code for code, _ in slot.spec.choices] or [currency],
            index=[code for code, _ in slot.spec.choices].index(currency) if slot.spec.choices else 0,
            key=slot.key("currency"),
            label_visibility="collapsed",
            width=110,
            **slot.changes(read),
        )


def _boolean(slot: Slot) -> None:
    st.segmented_control(
        slot.label(),
        options=[True, False],
        default=slot.value,
        format_func=lambda answer: say(slot.language, "ui.yes" if answer else "ui.no"),
        key=slot.key(),
        label_visibility="collapsed",
        **slot.changes(slot.held),
    )


def _choice(slot: Slot) -> None:
    labels = dict(slot.spec.choices)
    ids = list(labels)
    few = len(ids) <= _MOST_SEGMENTS
    if few and sum(len(label) for label in labels.values()) <= _MOST_SEGMENT_LETTERS:
        st.segmented_control(
            slot.label(),
            options=ids,
            default=slot.value if slot.value in ids else None,
            format_func=lambda choice: labels[choice],
            key=slot.key(),
            label_visibility="collapsed",
            **slot.changes(slot.held),
        )
        return
    st.selectbox(
        slot.label(),
        options=ids,
        index=ids.index(slot.value) if slot.value in ids else None,
        format_func=lambda choice: labels[choice],
        key=slot.key(),
        placeholder=say(slot.language, "ui.choose"),
        filter_mode="contains",
        label_visibility="collapsed",
        **slot.changes(slot.held),
    )


_MOST_SEGMENTS = 5
_MOST_SEGMENT_LETTERS = 48
_MOST_PILLS = 14


def _choices(slot: Slot) -> None:
    labels = dict(slot.spec.choices)
    chosen = [choice for choice in slot.value or [] if choice in labels]
    shared: dict[str, Any] = {
        "options": list(labels),
        "default": chosen,
        "format_func": lambda choice: labels[choice],
        "key": slot.key(),
        "label_visibility": "collapsed",
        **slot.changes(lambda: list(slot.held() or []) or None),
    }
    if len(labels) <= _MOST_PILLS:
        st.pills(slot.label(), selection_mode="multi", **shared)
    else:
        # "Select 4 matches" would stand first, in English, and takes what nobody asked for.
        st.multiselect(
            slot.label(),
            placeholder=say(slot.language, "ui.choose"),
            select_all=False,
            filter_mode="contains",
            **shared,
        )


def _date(slot: Slot) -> None:
    def read() -> str | None:
        held = slot.held()
        return held.isoformat() if isinstance(held, date) else None

    st.date_input(
        slot.label(),
        # What the field cannot show (imported text, a far year) stands in the sentence below it.
        value=day_of(slot.value),
        min_value=FIRST_DAY,
        max_value=LAST_DAY,
        format="YYYY-MM-DD",
        key=slot.key(),
        label_visibility="collapsed",
        width=_NUMBER_WIDTH,
        **slot.changes(read),
    )


DRAWERS: dict[str, Callable[[Slot], None]] = {
    "text": _text,
    "long_text": _long_text,
    "integer": _integer,
    "number": _number,
    "decimal": _number,
    "share": _share,
    "money": _money,
    "boolean": _boolean,
    "choice": _choice,
    "country": _choice,
    "time_zone": _choice,
    "choices": _choices,
    "countries": _choices,
    "languages": _choices,
    "date": _date,
}
