"""My projects: where each stands, what is next, and everything that can be done with one."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from domain.projects.journey import Shelf
from domain.shared.people import Actor
from services.catalog import catalog
from services.exchange import file_name, project_zip
from services.journey import read_journey
from services.projects import count_projects, create_project, list_projects, move_project, rename_project
from services.samples import SAMPLES, open_sample
from services.templates import copy_as_template, left_out_of_copy
from ui.guard import open_page
from ui.journey import go
from ui.kit import download, empty, ink, safe
from ui.project_copy import copy_dialog
from ui.projects import card_of, delete_dialog, moves_to, name_dialog, remember_move, shelf_picker, undo_bar
from ui.samples import sample_buttons

page = open_page("home")


def _create(make: Callable[..., str], actor: Actor, *given: str) -> None:
    st.session_state["created"] = make(actor, *given)


def _move(actor: Actor, project_id: str, name: str, before: Shelf, after: Shelf) -> None:
    move_project(actor, project_id, after)
    remember_move(project_id, name, before, after)


def _zipped(project_id: str) -> bytes:
    return project_zip(page.acting_later(), project_id)


def _new_button() -> None:
    if st.button(ink(f":material/add: {page.t('projects.new')}"), key="new", type="primary"):
        title, create = page.t("projects.new_title"), page.t("projects.create")
        name_dialog(page, title, create, "", partial(_create, create_project))


if "created" in st.session_state:
    go("requirements", st.session_state.pop("created"))
page.title(page.t("projects.title"), actions=_new_button)
page.show_refusal()
if undone := undo_bar(page):
    page.attempt(move_project, *undone)
    st.rerun()
counts = count_projects(page.actor)
if not any(counts.values()):
    empty(page.t("projects.empty_title"), page.t("projects.empty_text"))
    sample_buttons(page, SAMPLES, partial(_create, open_sample))
    st.stop()

shelf, search = shelf_picker(page, counts)
found = list_projects(page.actor, shelf=shelf, search=search)
if not found:
    st.info(page.t("ui.nothing_found" if search else "projects.empty_shelf"))
for line in found:
    chosen = card_of(page, shelf, line.changed_at, read_journey(page.actor, line.id))
    if chosen == "rename":
        title = page.t("projects.rename_title")
        name_dialog(page, title, page.t("ui.save"), line.name, rename_project, line.id)
    elif chosen == "copy":
        left_out = left_out_of_copy(page.actor, line.id)
        copy_dialog(page, line.name, catalog().book, left_out, partial(_create, copy_as_template), line.id)
    elif chosen == "delete":
        delete_dialog(page, line.name, _move, line.id, line.name, shelf, "deleted")
    elif target := moves_to(chosen):
        page.attempt(_move, line.id, line.name, shelf, target)
        st.rerun()
    elif chosen == "download":
        label = page.t("projects.download_ready", name=safe(line.name))
        name = f"{file_name(line.name)}.zip"
        download(label, partial(_zipped, line.id), name=name, mime="application/zip", key=f"zip_{line.id}")
if shelf == "active":
    sample_buttons(page, SAMPLES, partial(_create, open_sample))
