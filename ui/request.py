"""The page of the request for proposal around its sheet: edition, downloads, what to look at before sending."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol

import streamlit as st

from domain.shared.paper import Document, Form
from domain.shared.people import Actor
from ui.guard import Page
from ui.kit import download, empty, ink, link, mute, safe
from ui.paper import Focus, paper
from words.names import listed

_MIMES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
}
_EDITION, _EDITION_KEY = "edition", "request_edition"
_NAMED, _ANONYMOUS = "named", "anonymous"


class Writer(Protocol):
    """Makes one of the files: `kind` is docx, pdf, xlsx or json."""

    def __call__(self, kind: str) -> bytes:
        """The file."""


def cannot_ask(page: Page, questions: Sequence[str]) -> bool:
    """What is missing before vendors can be asked; whether the person wants to answer it."""
    text = page.t("request_page.missing", questions=listed(page.language, list(questions)))
    with empty(page.t("request_page.no_request"), text):
        return st.button(ink(page.t("request_page.to_questions")), key="to_questions", type="primary")


def edition_picker(page: Page, *, asked: bool) -> bool:
    """With names or without; the page opens as the requirements ask for, the choice stands in the address."""
    usual = _ANONYMOUS if asked else _NAMED
    in_address = st.query_params.get(_EDITION)
    st.session_state[_EDITION_KEY] = in_address if in_address in {_NAMED, _ANONYMOUS} else usual
    st.segmented_control(
        page.t("request_page.edition"),
        [_NAMED, _ANONYMOUS],
        format_func=lambda edition: page.t(f"request_page.{edition}"),
        key=_EDITION_KEY,
        label_visibility="collapsed",
        required=True,
        on_change=lambda: st.query_params.update({_EDITION: st.session_state[_EDITION_KEY]}),
    )
    return bool(st.session_state[_EDITION_KEY] == _ANONYMOUS)


def downloads(page: Page, write: Writer, project: str, form: Form, *, anonymous: bool) -> None:
    """Word, PDF, answer sheet and figures, made at the click; the anonymous files carry no name."""
    name = page.t(
        f"request_page.file_{_ANONYMOUS if anonymous else _NAMED}",
        name=project,
        form=page.t(f"contract_page.form_{form}"),
    )
    for kind, mime in _MIMES.items():
        label = page.t(f"request_page.{kind}")
        key = f"{kind}_{form}_{anonymous}"
        download(label, partial(write, kind), name=f"{name}.{kind}", mime=mime, key=key, kind="secondary")


def sheet(page: Page, document: Document) -> None:
    """The request as it will be printed."""
    paper(document, page.language, blanks=(), focus=Focus(), key="request_sheet")


def before_sending(
    page: Page,
    findings: Sequence[tuple[str, str]],
    hidden: Sequence[str],
    *,
    anonymous: bool,
    answer: Callable[[str], None],
) -> None:
    """What to look at before it goes out: the timetable, and which names are replaced.

    Args:
        page: the open page.
        findings: sentence and question of each.
        hidden: expressions the anonymous edition replaces.
        anonymous: whether it is that edition.
        answer: opens the section of a question.
    """
    for number, (sentence, question) in enumerate(findings):
        with st.container(border=True, horizontal=True, vertical_alignment="center"):
            st.markdown(f":orange[:material/warning:] {safe(sentence)}", width="stretch")
            if st.button(link(page.t("request_page.change")), key=f"change_{number}", type="tertiary"):
                answer(question)
    if anonymous:
        words = listed(page.language, [f"“{term}”" for term in hidden])
        mute(
            safe(page.t("request_page.hidden", terms=words) if hidden else page.t("request_page.none_hidden"))
        )


def answers_back(page: Page, read: Callable[[Actor, bytes], tuple[int, int, Sequence[str]]]) -> None:
    """Look into a returned answer sheet: how many answers it holds and which cells cannot be taken.

    Args:
        page: the open page.
        read: answers, questions asked, and a sentence for each problem.
    """
    with st.expander(page.t("request_page.answers")):
        mute(page.t("request_page.answers_about"))
        sent = st.file_uploader(page.t("request_page.answers_file"), type="xlsx", key="answer_sheet")
        if sent is None:
            return
        found = page.attempt(read, sent.getvalue())
        page.show_refusal()
        if found is None:
            return
        count, asked, problems = found
        st.markdown(page.t("request_page.answers_found", count=count, asked=asked))
        for sentence in problems:
            st.markdown(f":orange[:material/warning:] {safe(sentence)}")
