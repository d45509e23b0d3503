"""From anywhere on the page to a section of the questionnaire and, within it, to a question."""

import streamlit as st

from ui.assets import component

_JUMP = "questionnaire_jump"


def open_section(section: str, question: str = "") -> None:
    """Go to a section and, within it, to a question; for callbacks."""
    st.query_params["section"] = section
    count = st.session_state.get(_JUMP, ("", 0))[1] + 1
    st.session_state[_JUMP] = (f"asked_{question}" if question else "section_head", count)


def follow_jump() -> None:
    """Bring the question that was jumped to into view."""
    target, count = st.session_state.get(_JUMP, ("", 0))
    component("scroll", "<span></span>")(key="scroll", data={"target": target, "count": count})
