"""Fields with one entry per channel, language or market, and choices under headings."""

from dataclasses import replace
from typing import Any

import streamlit as st

from domain.requirements.tables import hours_a_week
from ui.fields import Slot
from ui.form_tables import figures, schedule
from ui.forms import DRAWERS, as_percent, as_share
from ui.kit import mute
from words import say
from words.answers import answer_in_words
from words.names import listed
from words.numbers import plain

# Weights drawn by hand stand in the list of patterns under this name, which no pattern bears.
_DRAWN = "*"
_CHOICE_WIDTH = 220


def _mixes(slot: Slot) -> None:
    """Shares per channel, drawn when they are unfolded; a channel left empty follows the general shares."""
    if not slot.spec.choices:
        mute(say(slot.language, "questionnaire.choose_languages"))
        return
    stored: dict[str, dict[str, float]] = slot.value or {}
    for channel, label in slot.spec.parts:

        def save(_question: str, shares: Any, channel: str = channel) -> None:
            rest = {part: mix for part, mix in stored.items() if part != channel}
            slot.save(slot.spec.id, ({**rest, channel: shares} if shares else rest) or None)

        mix = stored.get(channel)
        box = st.expander(label, key=slot.key(f"{channel}_box"), on_change="rerun")
        if box.open:
            spec = replace(slot.spec, id=f"{slot.spec.id}_{channel}")
            with box:
                figures(
                    replace(slot, spec=spec, value=mix, save=save),
                    slot.spec.choices,
                    as_percent,
                    as_share,
                    step=1.0,
                    format="%g",
                    icon=":material/percent:",
                )
    # Not in the headings: one that changes while shares are typed would fold its channel.
    for channel, label in slot.spec.parts:
        if mix := stored.get(channel):
            mute(f"{label} {answer_in_words(slot.language, 'shares_by_language', mix)}")


def _options(slot: Slot, entries: dict[str, str], extra: dict[str, str], wrap: Any) -> None:
    """One choice per part; `extra` are parts that may keep what was drawn by hand."""
    labels = dict(slot.spec.choices)

    def read() -> dict[str, Any] | None:
        chosen = {part: slot.held(part) for part, _ in slot.spec.parts}
        kept = {part: wrap(part, choice) for part, choice in chosen.items() if choice is not None}
        return {**_hidden(slot), **kept} or None

    with st.grid(2, min_column_width=_CHOICE_WIDTH, gap="small"):
        for part, label in slot.spec.parts:
            options = [*labels, *([_DRAWN] if part in extra else [])]
            entry = entries.get(part)
            st.selectbox(
                label,
                options=options,
                index=options.index(entry) if entry in options else None,
                format_func=lambda choice, part=part: extra[part] if choice == _DRAWN else labels[choice],
                placeholder=slot.spec.hints.get(part) or say(slot.language, "ui.choose"),
                key=slot.key(part),
                **slot.changes(read),
            )


def _profiles(slot: Slot) -> None:
    """A usual pattern per channel; hours drawn by hand stay as they are."""
    if not slot.spec.parts:
        mute(say(slot.language, "questionnaire.choose_channels"))
    stored: dict[str, dict[str, Any]] = slot.value or {}
    word = say(slot.language, "ui.drawn_by_hand")
    drawn = {part: word for part, profile in stored.items() if "weights" in profile}
    entries = {part: profile.get("template", _DRAWN) for part, profile in stored.items()}
    _options(
        slot, entries, drawn, lambda part, choice: stored[part] if choice == _DRAWN else {"template": choice}
    )


def _levels(slot: Slot) -> None:
    """A level per language."""
    if not slot.spec.parts:
        mute(say(slot.language, "questionnaire.choose_languages"))
    _options(slot, slot.value or {}, {}, lambda _part, choice: choice)


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


def _hidden(slot: Slot) -> dict[str, Any]:
    """Entries of parts that are not shown now; they must not be lost."""
    shown = {part for part, _ in slot.spec.parts}
    return {part: entry for part, entry in (slot.value or {}).items() if part not in shown}


DRAWERS.update(
    {
        "shares_by_channel_language": _mixes,
        "profiles_by_channel": _profiles,
        "levels_by_language": _levels,
        "numbers_by_language": _numbers,
        "schedules_by_market": _schedules,
        "grouped_choices": _grouped,
    }
)
