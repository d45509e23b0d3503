"""A project on the home page: its name, where it stands, what is next, and what can be done with it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from domain.projects.journey import StageState
from ui.kit import Tone, mute, safe

_SIGNS: Mapping[StageState, tuple[Tone, str]] = {
    "done": ("green", "check_circle"),
    "draft": ("blue", "edit_note"),
    "decide": ("blue", "gavel"),
    "missing": ("orange", "error"),
    "blocked": ("gray", "radio_button_unchecked"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What a card shows; texts are in the page's language.

    Attributes:
        id: of the project.
        name: as typed; shown literally.
        script: page the name leads to, as places.py spells it; empty for no link.
        fact: grey words at the right of the name.
        stages: (name, state) of each stage.
        current: index of the stage that is next.
        next_step: the badge's words; empty for none.
        changed: when it was changed.
    """

    id: str
    name: str
    script: str
    fact: str
    stages: Sequence[tuple[str, StageState]]
    current: int
    next_step: str
    changed: str


def project_card(card: Card, *, menu: Mapping[str, str], menu_label: str) -> str | None:
    """Draw a card; returns the id of the menu item that was chosen, once."""
    with st.container(border=True, gap="xsmall"):
        with st.container(horizontal=True, vertical_alignment="center"):
            _name(card)
            st.space("stretch")
            mute(card.fact, width="content")
            chosen = st.menu_button(
                menu_label,
                options=list(menu),
                format_func=lambda item: menu[item],
                key=f"menu_{card.id}",
                type="tertiary",
                icon=":material/more_horiz:",
            )
        with st.container(horizontal=True, gap=None, wrap=False):
            st.space(8)  # page links have an inner padding of 8 px
            with st.container(gap="small"):
                _stages(card)
    return chosen


def _name(card: Card) -> None:
    label = f"**{safe(card.name)}**"
    if card.script:
        st.page_link(card.script, label=label, query_params={"project": card.id})
    else:
        st.markdown(label, width="content")


def _stages(card: Card) -> None:
    with st.container(horizontal=True, gap="small"):
        for index, (name, state) in enumerate(card.stages):
            tone, icon = _SIGNS[state]
            words = f"**{name}**" if index == card.current else name
            st.markdown(f":{tone}[:material/{icon}:] {words}", width="content")
    with st.container(horizontal=True, vertical_alignment="center"):
        if card.next_step:
            tone, icon = _SIGNS[card.stages[card.current][1]]
            st.badge(card.next_step, icon=f":material/{icon}:", color=tone)
        st.space("stretch")
        mute(card.changed, width="content")
