"""Fields with one entry per channel, language or market, and choices under headings."""

from dataclasses import replace
from typing import Any

import streamlit as st

from domain.requirements.tables import hours_a_week
from ui.fields import Slot
from ui.form_hours import profiles
from ui.form_mixes import mixes
from ui.form_tables import figures, schedule
from ui.forms import DRAWERS
from ui.kit import mute
from words import say
from words.names import listed
from words.numbers import plain

_CHOICE_WIDTH = 220


def _levels(slot: Slot) -> None:
    """A level per language."""
    if not slot.spec.parts:
        mute(say(slot.language, "questionnaire.choose_languages"))
    stored: dict[str, str] = slot.value or {}
    labels = dict(slot.spec.choices)

    def read() -> dict[str, str] | None:
        chosen = {part: slot.held(part) for part, _ in slot.spec.parts}
        hidden = {part: level for part, level in stored.items() if part not in chosen}
        return {**hidden, **{part: level for part, level in chosen.items() if level is not None}} or None

    with st.grid(2, min_column_width=_CHOICE_WIDTH, gap="small"):
        for part, label in slot.spec.parts:
            st.selectbox(
                label,
                options=list(labels),
                index=list(labels).index(stored[part]) if stored.get(part) in labels else None,
                format_func=lambda level: labels[level],
                placeholder=say(slot.language, "ui.choose"),
                key=slot.key(part),
                **slot.changes(read),
            )


def _numbers(slot: Slot) -> None:
    """A number per language in use."""
    if not slot.spec.parts:
        mute(say(slot.language, "questionnaire.choose_languages"))
        return
    figures(
        slot,
        slot.spec.parts,
        lambda v: None if v is None else float(v),
        lambda v: v,
        step=slot.spec.step,
        format="%g",
    )


def _schedules(slot: Slot) -> None:
    """The hours of each market that differs, drawn when they are unfolded: a dozen fields each."""
    stored: dict[str, Any] = slot.value or {}
    for market, label in slot.spec.parts:

        def save(_question: str, hours: Any, market: str = market) -> None:
            rest = {code: entry for code, entry in stored.items() if code != market}
            slot.save(slot.spec.id, ({**rest, market: hours} if hours else rest) or None)

        spec = replace(slot.spec, id=f"{slot.spec.id}_{market}", parts=())
        box = st.expander(label, key=slot.key(f"{market}_box"), on_change="rerun")
        if box.open:
            with box:
                schedule(replace(slot, spec=spec, value=stored.get(market), save=save))
    # Not in the headings: one that changes while hours are typed would fold its market.
    if own := [_own_hours(slot, label, stored[code]) for code, label in slot.spec.parts if code in stored]:
        mute(listed(slot.language, own))


def _own_hours(slot: Slot, label: str, hours: dict[str, list[list[str]]]) -> str:
    """A market with its own hours a week."""
    week = plain(slot.language, hours_a_week(hours))
    return f"{label} {say(slot.language, 'projects.hours', hours=week)}"


def _grouped(slot: Slot) -> None:
    """Choices under their headings, chosen together."""
    labels = dict(slot.spec.choices)

    def read() -> list[str] | None:
        return [
            choice for number in range(len(slot.spec.groups)) for choice in slot.held(str(number))
        ] or None

    for number, (title, ids) in enumerate(slot.spec.groups):
        st.pills(
            title,
            list(ids),
            selection_mode="multi",
            default=[choice for choice in slot.value or () if choice in ids],
            format_func=lambda choice: labels[choice],
            key=slot.key(str(number)),
            **slot.changes(read),
        )


DRAWERS.update(
    {
        "shares_by_channel_language": mixes,
        "profiles_by_channel": profiles,
        "levels_by_language": _levels,
        "numbers_by_language": _numbers,
        "schedules_by_market": _schedules,
        "grouped_choices": _grouped,
    }
)
