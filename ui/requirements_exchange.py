"""Import and export of the requirements on screen: what would change is shown before it is saved."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

import streamlit as st

from domain.requirements.imports import Change, FileKind, Import
from domain.requirements.questions import QuestionBook
from domain.shared.outcomes import DomainError
from domain.shared.people import Actor
from ui.guard import Page
from ui.kit import download, head, ink, link, mute, problem, safe
from ui.questionnaire_words import content_words

_READ, _TURN, _SAVED = "exchange_read", "exchange_turn", "exchange_saved"
_MOST_MEGABYTES = 4
_MIMES: Mapping[FileKind, str] = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
    "toml": "application/toml",
}
Explain = Callable[[DomainError], str]


def exchange_head(page: Page, back: Callable[[], None]) -> None:
    """The page's heading with the way back to the questions."""
    label = link(f":material/arrow_back: {page.t('exchange.to_questions')}")
    if st.button(label, key="exchange_back", type="tertiary"):
        back()
    head(page.t("exchange.title"))


def send_out(page: Page, name: str, make: Callable[[Actor, FileKind], bytes]) -> None:
    """The files to download.

    Args:
        page: the open page.
        name: of the project, without what a file name must not hold.
        make: the file of a kind (xlsx, json, toml), for who acts at the click.
    """
    head(page.t("exchange.out"), 3)
    mute(page.t("exchange.out_text"))
    with st.container(horizontal=True):
        for kind, mime in _MIMES.items():
            download(
                page.t(f"exchange.{kind}"),
                partial(_made, page, make, kind),
                name=f"{page.t('exchange.file_name', name=name)}.{kind}",
                mime=mime,
                key=f"exchange_{kind}",
            )


def _made(page: Page, make: Callable[[Actor, FileKind], bytes], kind: FileKind) -> bytes:
    return make(page.acting_later(), kind)


def bring_back(
    page: Page,
    book: QuestionBook,
    look: Callable[[str, bytes], Import],
    save: Callable[[Import, Sequence[str]], int],
    explain: Explain,
) -> None:
    """The upload, what it would change, and the button that saves it.

    Args:
        page: the open page.
        book: the questions.
        look: what a file would change; called with its name and content.
        save: saves the chosen questions; returns the number of the version that keeps what was before.
        explain: the sentence of a refusal.
    """
    head(page.t("exchange.back"), 3)
    mute(page.t("exchange.back_text"))
    if done := st.session_state.pop(_SAVED, ""):
        st.success(done)
    picked = st.file_uploader(
        page.t("exchange.upload", limit_mb=_MOST_MEGABYTES),
        type=list(_MIMES),
        # A file chosen for one project is never looked at for another.
        key=f"exchange_file_{st.query_params['project']}_{st.session_state.setdefault(_TURN, 0)}",
        max_upload_size=_MOST_MEGABYTES,
    )
    if picked is None:
        return
    made = _looked_at(picked.file_id, lambda: look(picked.name, picked.getvalue()), explain)
    if isinstance(made, str):
        st.error(safe(made))
        return
    _problems(page, book, made, explain)
    if not made.changes:
        st.info(page.t("exchange.nothing"))
        return
    st.markdown(f"**{page.t('exchange.found', count=len(made.changes))}**")
    chosen = [each.question for each in made.changes if _change(page, book, each, explain, picked.file_id)]
    _save(page, chosen, lambda: save(made, chosen), explain)


def _looked_at(file_id: str, look: Callable[[], Import], explain: Explain) -> Import | str:
    """What a file would change, or why it cannot be read; looked at once, ticking a box reads nothing again."""
    known: tuple[str, Import | str] | None = st.session_state.get(_READ)
    if known is None or known[0] != file_id:
        try:
            made: Import | str = look()
        except DomainError as refusal:
            made = explain(refusal)
        known = st.session_state[_READ] = (file_id, made)
    return known[1]


def _problems(page: Page, book: QuestionBook, made: Import, explain: Explain) -> None:
    """What stays as it is, with the cell to mend."""
    if made.problems:
        st.markdown(f"**{page.t('exchange.unreadable', count=len(made.problems))}**")
        for question, refusal in made.problems.items():
            st.markdown(safe(book.questions[question].wording[page.language]))
            problem(safe(explain(refusal)))
    if made.strange:
        mute(page.t("exchange.strange", cells=safe(", ".join(made.strange))))


def _change(page: Page, book: QuestionBook, change: Change, explain: Explain, file_id: str) -> bool:
    """One question: before, after, and what to know about it."""
    # A tick belongs to the file it was made for.
    before, after = (
        safe(content_words(page.language, book, change.question, content))
        for content in (change.before, change.after)
    )
    with st.container(border=True, gap="xsmall"):
        wording = book.questions[change.question].wording[page.language]
        chosen = st.checkbox(wording, value=change.proposed, key=f"import_{file_id}_{change.question}")
        st.markdown(page.t("exchange.change", before=before, after=after))
        if change.refusal is not None:
            problem(safe(explain(change.refusal)))
        if change.overtaken:
            st.markdown(f":orange[:material/warning: {page.t('exchange.overtaken')}]")
        mute(safe(page.t("exchange.place", place=change.place)))
    return chosen


def _save(page: Page, chosen: Sequence[str], save: Callable[[], int], explain: Explain) -> None:
    label = page.t("exchange.save", count=len(chosen))
    # The ink of a primary button cannot be read on the pale ground of a disabled one.
    if not st.button(ink(label) if chosen else label, type="primary", key="import_save", disabled=not chosen):
        return
    try:
        kept = save()
    except DomainError as refusal:
        # What was shown may no longer be true: the next run looks at the file again.
        st.session_state.pop(_READ, None)
        problem(safe(explain(refusal)))
        return
    st.session_state[_SAVED] = page.t("exchange.saved", count=len(chosen), version=kept)
    st.session_state[_TURN] += 1
    st.session_state.pop(_READ, None)
    st.rerun()
