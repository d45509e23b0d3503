"""My projects: where each stands, what is next, and everything that can be done with one."""

from functools import partial

import streamlit as st

from domain.projects.journey import SHELVES, Shelf
from services.exchange import file_name, project_zip
from services.journey import read_journey
from services.projects import create_project, list_projects, move_project, rename_project
from services.samples import open_sample
from ui.guard import open_page
from ui.journey import go
from ui.kit import download, empty, ink, safe
from ui.projects import (
    card_of,
    delete_dialog,
    moves_to,
    name_dialog,
    remember_move,
    shelf_picker,
    undo_bar,
)

page = open_page("home")


def _create(name: str) -> None:
    st.session_state["created"] = create_project(page.actor, name)


def _move(project_id: str, name: str, before: Shelf, after: Shelf) -> None:
    move_project(page.actor, project_id, after)
    remember_move(project_id, name, before, after)


def _new_button() -> None:
    if st.button(ink(f":material/add: {page.t('projects.new')}"), key="new", type="primary"):
        name_dialog(page, page.t("projects.new_title"), page.t("projects.create"), "", _create)


if "created" in st.session_state:
    go("requirements", st.session_state.pop("created"))
page.title(page.t("projects.title"), actions=_new_button)
undone = undo_bar(page)
if undone:
    move_project(page.actor, *undone)
    st.rerun()
counts: dict[Shelf, int] = {shelf: len(list_projects(page.actor, shelf=shelf)) for shelf in SHELVES}
if not any(counts.values()):
    with empty(page.t("projects.empty_title"), page.t("projects.empty_text")):
        if st.button(page.t("projects.open_sample"), key="sample"):
            go("requirements", open_sample(page.actor))
    st.stop()

shelf, search = shelf_picker(page, counts)
found = list_projects(page.actor, shelf=shelf, search=search)
if not found:
    st.info(page.t("ui.nothing_found" if search else "projects.empty_shelf"))
for line in found:
    chosen = card_of(page, shelf, line.changed_at, read_journey(page.actor, line.id))
    target = moves_to(chosen)
    if chosen == "rename":
        rename = partial(rename_project, page.actor, line.id)
        name_dialog(page, page.t("projects.rename_title"), page.t("ui.save"), line.name, rename)
    elif chosen == "delete":
        delete_dialog(page, line.name, partial(_move, line.id, line.name, shelf, "deleted"))
    elif target:
        _move(line.id, line.name, shelf, target)
        st.rerun()
    elif chosen == "download":
        zipped = partial(project_zip, page.actor, line.id)
        label = page.t("projects.download_ready", name=safe(line.name))
        name = f"{file_name(line.name)}.zip"
        download(label, zipped, name=name, mime="application/zip", key=f"zip_{line.id}")
if shelf == "active" and st.button(page.t("projects.open_sample"), key="sample"):
    go("requirements", open_sample(page.actor))
