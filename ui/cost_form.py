"""What the pages on which something is entered share: their head, and actions whose refusal is said in words."""

from collections.abc import Callable
from typing import Any, NoReturn, TypeVar

import streamlit as st

from domain.shared.outcomes import DomainError
from ui.guard import Page
from ui.kit import head, link, mute

T = TypeVar("T")
Explain = Callable[[DomainError], str]
_REFUSED = "cost_refused"


def form_head(
    page: Page, title: str, intro: str, back: Callable[[], None], *, word: str = "cost_view.back"
) -> None:
    """`form_title`, and the sentence of the last refusal, once."""
    form_title(page, title, intro, back, word=word)
    if sentence := take_refusal():
        st.error(sentence)


def form_title(
    page: Page, title: str, intro: str, back: Callable[[], None], *, word: str = "cost_view.back"
) -> None:
    """The page's heading with the way back, which says where to."""
    label = link(f":material/arrow_back: {page.t(word)}")
    if st.button(label, key="cost_back", type="tertiary"):
        back()
    head(title)
    if intro:
        mute(intro)


def take_refusal() -> str:
    """The sentence of the last refusal, once; empty when there is none."""
    return str(st.session_state.pop(_REFUSED, ""))


def attempt(page: Page, explain: Explain, action: Callable[..., T], *about: Any, **values: Any) -> T | None:
    """Do something on the person's behalf; a refusal is kept for `form_head` and None comes back."""
    try:
        return action(page.acting(), *about, **values)
    except DomainError as refusal:
        refuse(explain(refusal))
        return None


def refuse(sentence: str) -> None:
    """Keep a sentence for `form_head`."""
    st.session_state[_REFUSED] = sentence


def not_here(page: Page, sentence: str, back: Callable[[], None], *, word: str) -> NoReturn:
    """What is asked for cannot be shown: one sentence and the way back; the run ends."""
    form_head(page, page.t(page.place.word), "", back, word=word)
    st.error(sentence)
    st.stop()
