"""When something happened: the time where the browser is, and 'Saved 14:32', alike on every page."""

from datetime import date, datetime
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
    spoken = clock if browser_day(at) == browser_day(now) else moment
    return spoken(language, at, _zone())


def browser_day(at: datetime) -> date:
    """The day it is where the browser is."""
    return at.astimezone(ZoneInfo(_zone())).date()


def _zone() -> str:
    return st.context.timezone or "UTC"
