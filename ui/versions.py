"""Named versions on screen: kept under a name, listed, compared in words, restored and taken back."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

import streamlit as st

from domain.requirements.questions import QuestionBook
from domain.requirements.versions import Difference, Ready, VersionLine
from ui.guard import Page
from ui.kit import head, ink, link, mute, safe
from ui.questionnaire_words import content_words
from ui.saved import when
from ui.tables import small_table

_BEFORE, _AFTER, _NAME, _RESTORED = "before", "after", "version_name", "version_restored"
_NOW = 0  # stands for the requirements as they are; versions count from 1


def keep_form(page: Page, keep: Callable[[str], int | None]) -> None:
    """A name for the requirements as they stand; the field empties when they were kept."""

    def submit() -> None:
        if keep(st.session_state[_NAME] or "") is not None:
            st.session_state[_NAME] = ""

    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.text_input(page.t("versions.name"), key=_NAME, placeholder=page.t("versions.name_example"))
        st.button(ink(page.t("versions.keep")), key="version_keep", type="primary", on_click=submit)


def version_list(page: Page, lines: Sequence[VersionLine], now: datetime) -> None:
    """Every version with who kept it and when; one click compares it with now."""
    for line in lines:
        with st.container(border=True, horizontal=True, vertical_alignment="center"):
            with st.container(gap=None):
                st.markdown(f"**{_title(page, line, safe(line.name))}**")
                mute(f"{safe(line.by)} · {when(page.language, line.at, now)}")
            st.space("stretch")
            st.button(
                link(page.t("versions.compare_with_now")),
                key=f"compare_{line.number}",
                type="tertiary",
                on_click=_compare,
                args=(line.number,),
            )


def version_title(page: Page, line: VersionLine) -> str:
    """What a version is called: its number, and its name or the occasion; plain text, as lists to choose from show it."""
    return _title(page, line, line.name)


def _title(page: Page, line: VersionLine, name: str) -> str:
    return page.t(f"versions.title_{line.occasion}", number=line.number, name=name)


def compared(page: Page, lines: Sequence[VersionLine]) -> tuple[int, int | None]:
    """Which two versions to compare: numbers, None for now. They stand in the address, newest and now at first."""
    titles = {line.number: version_title(page, line) for line in lines}
    chosen: dict[str, int] = {}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        for name, options, first in (
            (_BEFORE, [*titles], lines[0].number),
            (_AFTER, [_NOW, *titles], _NOW),
        ):
            asked = st.query_params.get(name, "")
            st.session_state[f"version_{name}"] = next((n for n in options if str(n) == asked), first)
            st.selectbox(
                page.t(f"versions.{name}"),
                options,
                format_func={_NOW: page.t("versions.now"), **titles}.__getitem__,
                key=f"version_{name}",
                on_change=_remember,
                args=(name,),
            )
            chosen[name] = st.session_state[f"version_{name}"]
    return chosen[_BEFORE], chosen[_AFTER] or None


def difference_table(page: Page, book: QuestionBook, found: Sequence[Difference]) -> None:
    """Question, before, after; each answer as the questionnaire says it."""
    if not found:
        st.info(page.t("versions.no_difference"))
        return
    rows = [(each, *_both(page, book, each)) for each in found]
    small_table(
        {
            page.t("versions.question"): [
                safe(book.questions[each.question].wording[page.language]) for each, _, _ in rows
            ],
            page.t("versions.before"): [before for _, before, _ in rows],
            page.t("versions.after"): [after for _, _, after in rows],
        },
        label=page.t("versions.difference"),
    )


def _both(page: Page, book: QuestionBook, found: Difference) -> tuple[str, str]:
    """Both answers; hours drawn by hand and the like may differ where a line of words does not."""
    before, after = (
        safe(" ".join(content_words(page.language, book, found.question, content).split()))
        for content in (found.before, found.after)
    )
    return before, after if before != after else page.t("versions.other_details", answer=after)


def restore_button(page: Page, number: int, changes: int, restore: Callable[[int], int | None]) -> None:
    """Brings a version back and says before how many answers change."""

    def submit() -> None:
        kept = restore(number)
        if kept is not None:
            st.session_state[_RESTORED] = (st.query_params["project"], number, kept)

    mute(page.t("versions.restore_text"))
    label = page.t("versions.restore", number=number, count=changes)
    st.button(label, key="version_restore", on_click=submit)


def restored_bar(page: Page, restore: Callable[[int], int | None]) -> None:
    """What was just restored, with a button that takes it back."""
    project, restored, kept = st.session_state.get(_RESTORED, ("", 0, 0))
    if project != st.query_params["project"]:
        return

    def undo() -> None:
        if restore(kept) is not None:
            del st.session_state[_RESTORED]

    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        st.markdown(page.t("versions.restored", number=restored, kept=kept), width="content")
        st.space("stretch")
        undo_label = link(f":material/undo: {page.t('ui.undo')}")
        st.button(undo_label, key="version_undo", type="tertiary", on_click=undo)


def versions_head(page: Page, back: Callable[[], None]) -> None:
    """The page's heading with the way back to the questions."""
    label = link(f":material/arrow_back: {page.t('versions.back')}")
    if st.button(label, key="version_back", type="tertiary"):
        back()
    head(page.t("versions.title"))
    mute(page.t("versions.intro"))


def ready_box(
    page: Page, ready: Ready | None, unsettled: int, now: datetime, declare: Callable[..., Any]
) -> None:
    """Since when the requirements are ready, and the button that says so once nothing is in the way.

    Args:
        page: the open page.
        ready: the last declaration, None before the first.
        unsettled: how many questions are missing, refused or blocked.
        now: this moment.
        declare: declares them ready.
    """
    with st.container(border=True, gap="xsmall", key="ready"):
        if ready is not None:
            line = ready.version
            at = when(page.language, line.at, now)
            since = page.t("versions.ready_since", number=line.number, name=safe(line.by), time=at)
            st.markdown(f":green[:material/task_alt: {since}]")
            if ready.changed:
                mute(page.t("versions.changed_since", count=ready.changed))
        if unsettled:
            mute(page.t("versions.not_ready", count=unsettled))
        elif ready is None or ready.changed:
            mute(page.t("versions.ready_text"))
            label = f":material/task_alt: {page.t('versions.declare_ready')}"
            st.button(label, key="declare_ready", on_click=declare)


def _compare(number: int) -> None:
    st.query_params[_BEFORE] = str(number)
    st.query_params.pop(_AFTER, None)


def _remember(name: str) -> None:
    st.query_params[name] = str(st.session_state[f"version_{name}"])
