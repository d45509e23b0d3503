"""The home page's vocabulary: cards, shelves, dialogs and the undo bar."""

from collections.abc import Callable, Mapping
from datetime import datetime

import streamlit as st

from domain.projects.journey import SHELVES, Journey, Shelf
from domain.shared.outcomes import DomainError
from ui.cards import Card, project_card
from ui.guard import Page
from ui.journey import contacts_words, ready_words
from ui.kit import ink, link, problem, safe
from ui.places import PLACES
from ui.saved import browser_day
from words.numbers import day

# What can be done with a project on each shelf, as keys of words/.
_MENUS: Mapping[Shelf, tuple[str, ...]] = {
    "active": ("rename", "copy", "download", "archive", "delete"),
    "archived": ("rename", "copy", "download", "restore", "delete"),
    "deleted": ("restore",),
}
_MOVES: Mapping[str, Shelf] = {"archive": "archived", "delete": "deleted", "restore": "active"}


def shelf_picker(page: Page, counts: Mapping[Shelf, int]) -> tuple[Shelf, str]:
    """Which shelf is looked at and what is searched for; both stand in the address."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        search = st.text_input(
            page.t("projects.search"),
            key="search",
            type="search",
            placeholder=page.t("ui.search_hint"),
            icon=":material/search:",
            live=True,
            width=320,
            bind="query-params",
        )
        shelf = st.segmented_control(
            page.t("projects.shelf"),
            SHELVES,
            default="active",
            format_func=lambda name: f"{page.t(f'projects.shelf_{name}')} {counts[name]}",
            key="shelf",
            required=True,
            label_visibility="collapsed",
            bind="query-params",
        )
    return shelf, search or ""


def card_of(page: Page, shelf: Shelf, changed_at: datetime, journey: Journey) -> str | None:
    """A project's card; returns what was chosen from its menu."""
    stages = [(page.t(f"stage.{stage.id}").replace("\u00ad", ""), stage.state) for stage in journey.stages]
    ahead = journey.next_stage
    card = Card(
        id=journey.project_id,
        name=journey.standing.name,
        script=PLACES[ahead.id].script if shelf != "deleted" else "",
        fact=" · ".join([contacts_words(journey, page.language), *ready_words(journey, page.language)]),
        stages=stages,
        current=journey.next_index,
        next_step=page.t(f"projects.next_{ahead.id}", count=ahead.count),
        changed=page.t("projects.changed", day=day(page.language, browser_day(changed_at))),
    )
    menu = {item: page.t(f"projects.{item}") for item in _MENUS[shelf]}
    return project_card(card, menu=menu, menu_label=page.t("projects.menu"))


def _new_opening() -> str:
    """A key for the dialog that opens now: one that was dismissed must not fill in the next."""
    number = int(st.session_state.get("dialog_openings", 0)) + 1
    st.session_state["dialog_openings"] = number
    return str(number)


def name_dialog(
    page: Page,
    title: str,
    button: str,
    start: str,
    submit: Callable[..., None],
    *about: str,
    key: str = "",
    text: str = "",
) -> None:
    """Ask for a project's name; a refused one stays in the field with its sentence.

    Args:
        page: the open page.
        title: of the dialog.
        button: its words.
        start: name in the field at first.
        submit: saves it; called with who acts at the click (a dialog runs without the guard), `about`, and the name.
        about: what `submit` must know besides.
        key: of this opening; a new one unless given.
        text: what will happen, above the button.
    """
    field = f"dialog_name_{key or _new_opening()}"

    def body() -> None:
        # A form, so that Enter in its only field presses the button.
        with st.form(f"{field}_form", border=False):
            typed = st.text_input(
                page.t("projects.name"),
                value=start,
                key=field,
                placeholder=page.t("projects.name_example"),
            )
            if text:
                st.markdown(text)
            pressed = st.form_submit_button(ink(button), key="dialog_ok", type="primary")
        if pressed:
            try_here(page, submit, *about, typed)

    st.dialog(title)(body)()


def delete_dialog(page: Page, name: str, submit: Callable[..., None], *about: str) -> None:
    """Ask before deleting, naming what goes and that it can be taken back; `submit` as in `name_dialog`."""

    def body() -> None:
        st.markdown(page.t("projects.delete_text", name=safe(name)))
        with st.container(horizontal=True):
            if st.button(ink(page.t("projects.delete")), key="dialog_delete", type="primary"):
                try_here(page, submit, *about)
            if st.button(page.t("ui.cancel"), key="dialog_cancel"):
                st.rerun()

    st.dialog(page.t("projects.delete_title"))(body)()


def try_here(page: Page, submit: Callable[..., None], *given: str) -> None:
    """Do something within a dialog; a refusal is said there, success closes it."""
    try:
        submit(page.acting(), *given)
    except DomainError as refusal:
        problem(page.refusal(refusal))
    else:
        st.rerun()


def moves_to(chosen: str | None) -> Shelf | None:
    """The shelf a menu item moves a project to."""
    return _MOVES.get(chosen or "")


def remember_move(project_id: str, name: str, before: Shelf, after: Shelf) -> None:
    """Keep what was done, so that it can be undone."""
    st.session_state["moved"] = (project_id, name, before, after)


def undo_bar(page: Page) -> tuple[str, Shelf] | None:
    """What was just moved, with a button to take it back; returns (project, shelf it came from) when pressed."""
    moved = st.session_state.get("moved")
    if not moved:
        return None
    project_id, name, before, after = moved
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        st.markdown(page.t(f"projects.moved_{after}", name=safe(name)), width="content")
        st.space("stretch")
        if st.button(link(f":material/undo: {page.t('ui.undo')}"), key="undo", type="tertiary"):
            del st.session_state["moved"]
            return project_id, before
    return None
