"""Scenarios of a project's cost: made, shared, set as baseline, copied, taken away, and up to three side by side."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any, Protocol

import streamlit as st

from domain.costing.scenario import MOST_COMPARED
from ui.guard import Page
from ui.kit import head, ink, link, mute, safe
from ui.saved import when

AS_IS = "as_is"
_LEADS_TO = {"open": "cost", "edit": "scenario"}
_NAME, _COMPARED = "scenario_name", "scenarios_compared"


class Scenario(Protocol):
    """A scenario as its reader may see it."""

    @property
    def id(self) -> str:
        """Of the record."""

    @property
    def name(self) -> str:
        """As its owner calls it."""

    @property
    def owner(self) -> str:
        """Who made it."""

    @property
    def is_own(self) -> bool:
        """The reader made it and may change it."""

    @property
    def shared(self) -> bool:
        """Whether colleagues see it."""

    @property
    def is_baseline(self) -> bool:
        """Whether the project stands on it."""

    @property
    def changed_at(self) -> datetime:
        """When, in UTC."""


Actions = Mapping[str, Callable[[Any], Any]]


def new_scenario(page: Page, add: Callable[[str], str | None]) -> None:
    """A name for a new one, which starts as the record is; the field empties when it was made."""

    def submit() -> None:
        made = add(st.session_state[_NAME] or "")
        if made is not None:
            st.session_state[_NAME] = ""

    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.text_input(
            page.t("cost_view.scenario_name"), key=_NAME, placeholder=page.t("cost_view.scenario_example")
        )
        st.button(ink(page.t("cost_view.scenario_add")), key="scenario_add", type="primary", on_click=submit)


def scenario_list(
    page: Page, scenarios: Sequence[Scenario], actions: Actions, now: datetime
) -> tuple[str, str] | None:
    """Every scenario with whose it is and who sees it; the buttons are those its reader may press.

    Returns:
        The page to go to and the scenario to open there, when one of these buttons was pressed.
    """
    if not scenarios:
        st.info(page.t("cost_view.scenarios_none"))
    opened = None
    for each in scenarios:
        with st.container(border=True, key=f"scenario_{each.id}"):
            with st.container(horizontal=True, vertical_alignment="center"):
                st.markdown(f"**{safe(each.name)}**", width="content")
                _badges(page, each)
                mute(f"{safe(each.owner)} · {when(page.language, each.changed_at, now)}", width="content")
            with st.container(horizontal=True):
                for name in _offered(each):
                    label, key = link(page.t(f"cost_view.scenario_do.{name}")), f"{name}_{each.id}"
                    if name in _LEADS_TO:
                        if st.button(label, key=key, type="tertiary"):
                            opened = _LEADS_TO[name], each.id
                    else:
                        st.button(label, key=key, type="tertiary", on_click=actions[name], args=(each,))
    return opened


def _badges(page: Page, each: Scenario) -> None:
    if each.is_baseline:
        st.badge(page.t("cost_view.is_baseline"), icon=":material/flag:", color="green")
    key, icon = ("is_shared", "group") if each.shared else ("is_private", "lock")
    st.badge(page.t(f"cost_view.{key}"), icon=f":material/{icon}:", color="gray")


def _offered(each: Scenario) -> list[str]:
    """What may be done: anybody opens, copies and takes as baseline; only its owner changes it."""
    names = ["open", "copy", "unbase" if each.is_baseline else "base"]
    if each.is_own:
        names.insert(1, "edit")
        if not each.is_baseline:
            names += ["unshare" if each.shared else "share", "delete"]
    return names


def deleted_scenarios(page: Page, scenarios: Sequence[Scenario], restore: Callable[[Any], Any]) -> None:
    """Those taken away, each with a button that brings it back."""
    if not scenarios:
        return
    with st.expander(page.t("cost_view.scenarios_deleted", count=len(scenarios))):
        for each in scenarios:
            with st.container(horizontal=True, vertical_alignment="center"):
                st.markdown(safe(each.name), width="content")
                label = link(f":material/undo: {page.t('ui.undo')}")
                st.button(label, key=f"undelete_{each.id}", type="tertiary", on_click=restore, args=(each,))


def compared_picker(page: Page, scenarios: Sequence[Scenario]) -> list[str]:
    """Up to three to put side by side; the record as it is stands for itself."""
    head(page.t("cost_view.side_by_side"), 3)
    names = _titles(page, scenarios)
    chosen = st.multiselect(
        page.t("cost_view.compare", most=MOST_COMPARED),
        [*names],
        default=[*names][:MOST_COMPARED],
        format_func=lambda each: names.get(each, each),
        max_selections=MOST_COMPARED,
        key=_COMPARED,
    )
    return [each for each in chosen if each in names]


def _titles(page: Page, scenarios: Sequence[Scenario]) -> dict[str, str]:
    return {AS_IS: page.t("cost_view.as_is"), **{each.id: each.name for each in scenarios}}


def titles(page: Page, chosen: Sequence[str], scenarios: Sequence[Scenario]) -> list[str]:
    """What the chosen ones are called; names were typed."""
    names = _titles(page, scenarios)
    return [safe(names[each]) for each in chosen]
