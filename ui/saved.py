"""When something happened: the time where the browser is, and 'Saved 14:32', alike on every page."""

from datetime import datetime
from zoneinfo import ZoneInfo

import streamlit as st

from ui.kit import saved
from words import Language, say
from words.numbers import clock, moment


def saved_mark(language: Language, at: datetime | None, now: datetime) -> None:
    """When something was last saved; nothing before the first save."""
    if at is not None:
        saved(say(language, "ui.saved_at", time=when(language, at, now)))


def when(language: Language, at: datetime, now: datetime) -> str:
    """The time of day where the browser is, with the date when it was another day."""
    zone = st.context.timezone or "UTC"
    days = {each.astimezone(ZoneInfo(zone)).date() for each in (at, now)}
    spoken = clock if len(days) == 1 else moment
    return spoken(language, at, zone)
