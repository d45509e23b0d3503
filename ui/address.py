"""A choice that stands in the address: it survives a reload, a link shares it, the browser's back button changes it."""

from collections.abc import Callable, Sequence
from typing import TypeVar

import streamlit as st

C = TypeVar("C", bound=str)


def in_address(name: str, choices: Sequence[C], default: C) -> C:
    """The choice that the address names; the default when it names none of these."""
    asked = st.query_params.get(name, "")
    return next((choice for choice in choices if choice == asked), default)


def choose_in_address(
    name: str,
    choices: Sequence[C],
    default: C,
    *,
    label: str,
    words: Callable[[C], str],
    hint: str = "",
    tabs: bool = False,
) -> C:
    """Draw a choice of a few and give what the address says.

    Args:
        name: in the address, and of the widget.
        choices: that can be made.
        default: while the address names none.
        label: what is chosen.
        words: a choice in words.
        hint: help beside the label.
        tabs: the row of views of a page, its label read aloud only.
    """
    st.session_state[name] = in_address(name, choices, default)
    draw = st.pills if tabs else st.segmented_control
    draw(
        label,
        choices,
        required=True,
        format_func=words,
        key=name,
        help=hint or None,
        label_visibility="collapsed" if tabs else "visible",
        on_change=_remember,
        args=(name,),
    )
    return in_address(name, choices, default)


def pick_in_address(
    name: str, choices: Sequence[C], default: C, *, label: str, words: Callable[[C], str]
) -> C:
    """The same for more choices than stand side by side."""
    st.session_state[name] = in_address(name, choices, default)
    st.selectbox(label, choices, format_func=words, key=name, on_change=_remember, args=(name,))
    return in_address(name, choices, default)


def _remember(name: str) -> None:
    st.query_params[name] = st.session_state[name]
