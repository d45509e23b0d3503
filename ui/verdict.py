"""The verdict of a page: one sentence, up to three reasons, one number, one next step."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from ui.kit import Tone, ink, mute

_MOST_REASONS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Badge:
    """A word of state with its sign; never colour alone."""

    text: str
    icon: str
    tone: Tone


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What the card says; texts are Markdown, so what people typed goes through `kit.safe` first.

    Attributes:
        badges: one per subject.
        facts: the grey line: date, basis, confidence.
        sentence: the verdict with the deciding number in it.
        reasons: at most three.
        metric: (label, value, line under it), or None.
    """

    badges: Sequence[Badge]
    facts: str
    sentence: str
    reasons: Sequence[str]
    metric: tuple[str, str, str] | None = None


def verdict(card: Verdict, *, action: str = "", second: str = "", key: str) -> str | None:
    """Draw the card; returns "action" or "second" when a button was pressed."""
    pressed = None
    with st.container(border=True, key=f"verdict_{key}"):
        left, right = st.columns([8, 3], gap="medium", vertical_alignment="center")
        with left, st.container(gap="xsmall"):
            _says(card)
        with right, st.container(gap="small"):
            if card.metric:
                label, value, under = card.metric
                st.metric(label, value, delta=under or None, delta_color="off", delta_arrow="off")
            if action and st.button(ink(action), type="primary", key=f"{key}_action", width="stretch"):
                pressed = "action"
            if second and st.button(second, key=f"{key}_second", width="stretch"):
                pressed = "second"
    return pressed


def _says(card: Verdict) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        for badge in card.badges:
            st.badge(badge.text, icon=f":material/{badge.icon}:", color=badge.tone)
        mute(card.facts, width="content")
    st.markdown(f"## {card.sentence}", anchors=False)
    st.markdown("\n".join(f"{n}. {reason}" for n, reason in enumerate(card.reasons[:_MOST_REASONS], 1)))
