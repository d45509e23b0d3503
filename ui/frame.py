"""Every run of every page goes through here: who is there, which pages they have, how wide it is."""

import logging
import time
from pathlib import Path

import streamlit as st

from ui import guard, places
from words import say

_STARTED = time.perf_counter()
_HERE = Path(__file__).resolve().parent
_STATIC = _HERE.parent / "static"
_WIDTH = 1240


def _nothing() -> None:
    """The page of somebody whose login has ended; it shows no record and knows none."""
    guard.show_signed_out()
    st.stop()


def _navigation() -> st.Page:
    """The pages of the person's role. On every path: without it Streamlit would offer files by itself."""
    known = guard.let_in()
    language = guard.current_language()
    icon = str(_STATIC / "fav.svg")
    st.set_page_config(page_title=say(language, "product.name"), page_icon=icon, layout="wide")
    if known is None:
        return st.navigation([st.Page(_nothing, default=True)], position="hidden")
    st.logo(str(_STATIC / "logo.svg"), size="medium")
    pages = [
        st.Page(
            place.script,
            title=say(language, place.word),
            icon=place.icon,
            url_path=place.id,
            default=number == 0,
            visibility="visible" if place.in_navigation else "hidden",
        )
        for number, place in enumerate(places.open_to(known.actor.role))
    ]
    return st.navigation(pages, position="top")


def _run(page: st.Page) -> None:
    """The page in the middle, as wide as reads well."""
    st.html(_HERE / "page.css")
    with st.container(horizontal_alignment="center"), st.container(width=_WIDTH, gap="small"):
        page.run()
        guard.prepare_way_out()


_page = _navigation()
try:
    _run(_page)
finally:
    # A page that stops or reruns by itself is a run all the same.
    _milliseconds = (time.perf_counter() - _STARTED) * 1000
    logging.getLogger("kefu.rerun").info("page=%s ms=%.1f", _page.url_path or "home", _milliseconds)
