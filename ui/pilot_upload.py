"""The upload of a ticket file: choose it, answer what must be asked first, watch it being read."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import streamlit as st

from domain.shared.outcomes import DomainError
from ui.guard import Page
from ui.kit import ink, mute, safe
from ui.pilot_plan import time_zones
from words import Language, say
from words.numbers import number

TYPES = ["csv", "tsv", "txt"]
_ZONE_ASKED = ("tickets.zone_needed", "tickets.zone_unknown")
_MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """A file that shall be read, and how."""

    name: str
    content: bytes
    zone: str | None
    replace: bool


def upload_box(page: Page, project: str, *, has_files: bool, zone: str | None, limit: int) -> Chosen | None:
    """The uploader with what must be asked first; returns the file when it shall be read.

    After a refusal the file stays chosen, so that another zone can be tried without uploading again.

    Args:
        page: the open page.
        project: its project.
        has_files: whether to ask if the new file replaces the earlier ones.
        zone: proposed when times lack an offset.
        limit: largest file in bytes.
    """
    turn = st.session_state.setdefault(f"pilot_turn_{project}", 0)
    picked = st.file_uploader(
        page.t("pilot_page.upload"),
        type=TYPES,
        key=f"pilot_file_{project}_{turn}",
        max_upload_size=limit // _MEGABYTE,
    )
    if picked is None:
        return None
    code, sentence = st.session_state.get(_refusal_key(project), {}).get(picked.file_id, ("", ""))
    if sentence:
        st.error(sentence)
    with st.container(border=True):
        chosen_zone = _zone_box(page, project, zone) if code in _ZONE_ASKED else None
        replace = _replace_box(page, project) if has_files else "replace"
        st.markdown(
            page.t("pilot_page.chosen", name=safe(picked.name), size=file_size(page.language, picked.size))
        )
        waiting = replace is None or (code in _ZONE_ASKED and not chosen_zone)
        label = page.t("pilot_page.read")
        # The ink of a primary button cannot be read on the pale ground of a disabled one.
        if st.button(label if waiting else ink(label), type="primary", key="pilot_read", disabled=waiting):
            _forget(project)
            st.session_state[f"pilot_reading_{project}"] = picked.file_id
            return Chosen(
                name=picked.name, content=picked.getvalue(), zone=chosen_zone, replace=replace == "replace"
            )
    return None


def _zone_box(page: Page, project: str, zone: str | None) -> str | None:
    zones = time_zones()
    chosen: str | None = st.selectbox(
        page.t("pilot_page.file_zone"),
        zones,
        index=zones.index(zone) if zone in zones else None,
        key=f"pilot_file_zone_{project}",
        width=320,
    )
    return chosen


def _replace_box(page: Page, project: str) -> str | None:
    chosen: str | None = st.segmented_control(
        page.t("pilot_page.replace_ask"),
        ["replace", "add"],
        format_func=lambda choice: page.t(f"pilot_page.{choice}"),
        key=f"pilot_replace_{project}",
    )
    mute(page.t("pilot_page.replace_help"))
    return chosen


def _refusal_key(project: str) -> str:
    return f"pilot_refused_{project}"


def _forget(project: str) -> None:
    st.session_state.pop(_refusal_key(project), None)


def keep_file(
    page: Page,
    project: str,
    chosen: Chosen,
    add: Callable[..., Any],
    explain: Callable[[DomainError], str],
) -> None:
    """Read and keep the chosen file, then draw the page anew; a refusal stays beside the file.

    Args:
        page: the open page.
        project: its project.
        chosen: the file.
        add: `services.pilot_files.add_upload`.
        explain: the sentence of a refusal.
    """
    try:
        add(
            page.acting(),
            project,
            name=chosen.name,
            content=chosen.content,
            zone=chosen.zone,
            replace=chosen.replace,
            on_progress=_progress(page),
        )
    except DomainError as refusal:
        file_id = st.session_state.get(f"pilot_reading_{project}", "")
        st.session_state[_refusal_key(project)] = {file_id: (refusal.code, explain(refusal))}
    else:
        _forget(project)
        # The uploader is ready for the next file.
        st.session_state[f"pilot_turn_{project}"] += 1
    st.rerun()


def _progress(page: Page) -> Callable[[int, int], None]:
    """Counts while a file is read; cancelling ends the run before anything is stored."""
    with st.container(horizontal=True, vertical_alignment="center"):
        bar = st.progress(0.0, text=page.t("pilot_page.reading_starts"))
        st.button(page.t("ui.cancel"), key="pilot_cancel")

    def show(done: int, total: int) -> None:
        counts = {"done": number(page.language, done), "total": number(page.language, total)}
        bar.progress(done / total if total else 1.0, text=page.t("pilot_page.reading", **counts))

    return show


def file_size(language: Language, size: int) -> str:
    """A file's size as people say it."""
    if size >= _MEGABYTE:
        return say(language, "pilot_page.megabytes", size=number(language, size / _MEGABYTE, 1))
    return say(language, "pilot_page.kilobytes", size=number(language, max(1, size / 1024)))
