"""The words of our Streamlit vocabulary that every page uses. Texts arrive translated."""

import re
from collections.abc import Callable, Sequence
from typing import Any, Literal

import streamlit as st

from ui.assets import component

Tone = Literal["green", "blue", "orange", "red", "gray"]
_CJK_BEFORE_CJK = re.compile(r"(?<=[\u3000-\u9fff\uff00-\uffef])(?=[\u4e00-\u9fff])")
_MARKDOWN_SIGNS = re.compile(r"([\\`*_{}\[\]()#+\-!|<>~$:])")
# What Streamlit would turn into a link by itself, also behind a backslash.
_LINK_SIGNS = re.compile(r"(:)(?=//)|(www)(?=\.)", re.IGNORECASE)
_WORD_JOINER = "\u2060"
_NO_BREAK_SPACE = "\u00a0"


def ink(label: str) -> str:
    """A label for a primary button: the reserved colour reads on both primaries (see docs/decisions/theme.md)."""
    return f":violet[{label}]"


def link(label: str) -> str:
    """A label for a tertiary button or popover, so that it reads as a link."""
    return f":blue[{label}]"


def nb(text: str) -> str:
    """A short label or range that must not break: no-break spaces, joined dashes and Chinese characters."""
    joined = text.replace(" ", _NO_BREAK_SPACE).replace("–", f"–{_WORD_JOINER}")
    return _CJK_BEFORE_CJK.sub(_WORD_JOINER, joined)


def safe(text: str) -> str:
    """Somebody's text as it stands: Markdown signs and addresses in a name mean nothing and lead nowhere."""
    unlinked = _LINK_SIGNS.sub(lambda found: found[0] + _WORD_JOINER, text)
    return _MARKDOWN_SIGNS.sub(r"\\\1", unlinked)


def grey(text: str) -> str:
    """Small grey text as Markdown, for a paragraph under others; it keeps the contrast of WCAG AA (st.caption does not)."""
    return f":small[:gray[{text}]]"


def mute(text: str, width: Any = "stretch") -> None:
    """The same as a text of its own."""
    st.markdown(grey(text), width=width)


def head(title: str, level: Literal[2, 3] = 2, *, actions: Callable[[], None] | None = None) -> None:
    """A heading row with its actions at the right."""
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"{'#' * level} {title}", width="content", anchors=False)
        st.space("stretch")
        if actions is not None:
            actions()


def problem(sentence: str) -> None:
    """What is wrong with the field above, in words."""
    st.markdown(f":red[:material/error: {sentence}]")


def saved(sentence: str) -> None:
    """'Saved 14:32' beside a heading."""
    st.markdown(f":small[:green[:material/cloud_done: {sentence}]]", width="content")


def empty(title: str, explanation: str) -> Any:
    """An empty state: what this place is for; the buttons go into the container it returns."""
    box = st.container(border=True, horizontal_alignment="center", gap="small")
    with box:
        st.space("small")
        st.markdown(f"### {title}", width="content", anchors=False)
        mute(explanation, width="content")
        buttons = st.container(horizontal=True, horizontal_alignment="center")
        st.space("small")
    return buttons


def download(
    label: str,
    data: bytes | Callable[[], bytes],
    *,
    name: str,
    mime: str,
    key: str,
    kind: Literal["primary", "secondary", "tertiary"] = "tertiary",
) -> None:
    """A download; with a callable the file is made at the click and the page does not rerun."""
    text = {"primary": ink, "tertiary": link}.get(kind, str)(f":material/download: {label}")
    st.download_button(text, data, file_name=name, mime=mime, key=key, on_click="ignore", type=kind)


def sources_popover(label: str, entries: Sequence[tuple[str, Sequence[str]]], key: str) -> None:
    """The sources of a table or chart: (what it says, its lines) each."""
    with st.popover(link(f":material/menu_book: {label}"), type="tertiary", key=key):
        for title, lines in entries:
            st.markdown("  \n".join([f"**{safe(title)}**", *(safe(line) for line in lines)]))


def print_button(label: str, key: str) -> None:
    """Opens the browser's print dialog for what is on the page."""
    component("print", "<button type='button'></button>")(key=key, data={"label": label}, width="content")
