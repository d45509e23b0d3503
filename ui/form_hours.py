"""The hours of the week at which customers get in touch: a usual pattern per channel, or drawn by hand."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from domain.shared.measures import WEEKDAYS
from ui.fields import Slot
from ui.form_grid import Figures, Table, tables
from ui.kit import mute, nb
from words import say

# Weights drawn by hand stand in the list of patterns under this name, which no pattern bears.
DRAWN = "*"
_HOURS = tuple(str(hour) for hour in range(24))
_CHOICE_WIDTH, _NAMED_HOURS = 220, 6


def profiles(slot: Slot) -> None:
    """A pattern per channel with its picture; where hours are drawn by hand, the picture is typed into."""
    if not slot.spec.parts:
        mute(say(slot.language, "questionnaire.choose_channels"))
        return
    stored: dict[str, dict[str, Any]] = slot.value or {}
    labels = {**dict(slot.spec.choices), DRAWN: say(slot.language, "ui.drawn_by_hand")}

    def read() -> dict[str, Any] | None:
        chosen = {part: slot.held(part) for part, _ in slot.spec.parts}
        others = {part: profile for part, profile in stored.items() if part not in chosen}
        return {**others, **{part: _profile(slot, part, way) for part, way in chosen.items() if way}} or None

    def draw(part: str, weights: Figures) -> None:
        slot.save(slot.spec.id, {**stored, part: {"weights": _by_day(weights)}})

    with st.grid(2, min_column_width=_CHOICE_WIDTH, gap="small"):
        for part, label in slot.spec.parts:
            chosen = _chosen(stored.get(part))
            st.selectbox(
                label,
                options=list(labels),
                index=list(labels).index(chosen) if chosen in labels else None,
                format_func=lambda way: labels[way],
                placeholder=slot.spec.hints.get(part) or say(slot.language, "ui.choose"),
                key=slot.key(part),
                **slot.changes(read),
            )
    tables(slot, [_table(slot, part, label, labels) for part, label in slot.spec.parts], draw)


def _chosen(profile: Mapping[str, Any] | None) -> str | None:
    """The pattern of a stored profile, or that it was drawn."""
    if profile is None:
        return None
    return DRAWN if "weights" in profile else str(profile.get("template"))


def _profile(slot: Slot, part: str, chosen: str) -> dict[str, Any]:
    """What a choice means; drawing starts from the pattern that counted before."""
    if chosen != DRAWN:
        return {"template": chosen}
    return {"weights": _by_day(_weights(slot, part))}


def _weights(slot: Slot, part: str) -> Figures:
    """The weights that count for a channel: drawn, of its pattern, or of the usual pattern."""
    profile: Mapping[str, Any] = (slot.value or {}).get(part) or {}
    pattern = slot.spec.patterns.get(str(profile.get("template"))) or slot.spec.usual[part]
    weights: Mapping[str, Sequence[float]] = profile.get("weights") or pattern
    return [[float(weight) for weight in weights.get(day, (0,) * len(_HOURS))] for day in WEEKDAYS]


def _by_day(weights: Figures) -> dict[str, list[float]]:
    return {day: [float(weight or 0) for weight in row] for day, row in zip(WEEKDAYS, weights, strict=True)}


def _table(slot: Slot, part: str, label: str, labels: Mapping[str, str]) -> Table:
    chosen = _chosen((slot.value or {}).get(part))
    is_drawn = chosen == DRAWN
    pattern = labels.get(chosen or "") or slot.spec.hints.get(part, "")
    return Table(
        id=part,
        label=say(slot.language, "ui.hours_of", channel=label, pattern=pattern),
        rows=[nb(say(slot.language, f"weekday.{day}")) for day in WEEKDAYS],
        columns=_HOURS,
        values=_weights(slot, part),
        every=1 if is_drawn else _NAMED_HOURS,
        blank=0,
        heat=True,
        editable=is_drawn,
    )
