"""Who changed what about a scenario."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Protocol

import streamlit as st

from domain.costing.scenario import OverrideChange
from ui.cost_changes import Names, change_words
from ui.guard import Page
from ui.kit import safe
from ui.saved import when


class HistoryLine(Protocol):
    """One thing somebody did."""

    @property
    def action(self) -> str:
        """What was done."""

    @property
    def by(self) -> str:
        """Who did it."""

    @property
    def at(self) -> datetime:
        """When, in UTC."""

    @property
    def changed(self) -> Sequence[OverrideChange]:
        """What was different, for a change."""

    @property
    def after(self) -> Mapping[str, Any]:
        """Other values after it."""


def history(page: Page, lines: Sequence[HistoryLine], names: Names, now: datetime) -> None:
    """Every change, the newest first."""
    with st.expander(page.t("cost_view.history", count=len(lines))):
        for line in lines:
            what = page.t(f"cost_view.did.{line.action}", name=safe(str(line.after.get("name", ""))))
            said = [f"**{when(page.language, line.at, now)}** · {safe(line.by)} · {what}"]
            said += [f"- {change_words(page.language, change, names)}" for change in line.changed]
            st.markdown("\n".join(said))
