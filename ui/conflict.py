"""Two answers to one question: both with who gave them and when, and the choice which one counts."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import streamlit as st

from domain.requirements.questions import QuestionBook
from domain.shared.contents import Content, LastChange
from ui.guard import Page
from ui.kit import link, mute, problem, safe
from ui.questionnaire_state import Saving, Unsaved
from ui.questionnaire_words import content_words
from ui.saved import when


def both_answers(
    page: Page,
    book: QuestionBook,
    question: str,
    mine: Unsaved,
    theirs: Content,
    change: LastChange | None,
    saving: Saving,
    version: int,
) -> None:
    """Show mine and theirs side by side.

    Args:
        page: the open page.
        book: the questions.
        question: id of the question.
        mine: what was typed here and not saved.
        theirs: what is stored now; nothing when somebody took the answer away.
        change: who stored it, and when; None when nobody knows.
        saving: saves the one that is kept.
        version: of what is stored, as it is shown here.
    """
    problem(page.t("conflict.title"))
    now = saving.now()

    def one(
        head: str, content: Content, word: str, key: str, choose: Callable[..., None], *args: Any
    ) -> None:
        with st.container(border=True, gap="xsmall"):
            mute(head)
            said = content_words(page.language, book, question, content)
            st.markdown("  \n".join(safe(line) for line in said.splitlines()))
            st.button(link(page.t(word)), key=key, type="tertiary", on_click=choose, args=args)

    with st.grid(2, min_column_width=220, gap="small"):
        head = page.t("conflict.mine", time=when(page.language, mine.at, now))
        one(head, mine.content, "conflict.keep_mine", f"mine_{question}", saving.keep_mine, question, version)
        head = _whose(page, change, now)
        one(head, theirs, "conflict.keep_theirs", f"theirs_{question}", saving.visit.refill, question)


def _whose(page: Page, change: LastChange | None, now: datetime) -> str:
    if change is None:
        return page.t("conflict.stored")
    time = when(page.language, change.at, now)
    if change.is_own:
        return page.t("conflict.own", time=time)
    return page.t("conflict.theirs", name=safe(change.by), time=time)
