"""'Saved 14:32' beside a heading, in the same words on every page."""

from datetime import datetime
from zoneinfo import ZoneInfo

import streamlit as st

from ui.kit import saved
from words import Language, say
from words.numbers import clock, moment


def saved_mark(language: Language, at: datetime | None, now: datetime) -> None:
    """The time of day where the browser is, with the date when it was another day; nothing before the first save."""
    if at is None:
        return
    zone = st.context.timezone or "UTC"
    days = {each.astimezone(ZoneInfo(zone)).date() for each in (at, now)}
    spoken = clock if len(days) == 1 else moment
    saved(say(language, "ui.saved_at", time=spoken(language, at, zone)))
