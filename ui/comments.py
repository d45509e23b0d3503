"""Comments by colleagues at a question: how many are open, and the thread that is unfolded."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

import streamlit as st

from domain.requirements.comments import Remark, Threads
from domain.requirements.record import Record
from domain.shared.outcomes import DomainError
from domain.shared.people import Actor
from ui.guard import Page
from ui.kit import link, mute, problem, safe
from ui.questionnaire_jump import open_section
from ui.saved import when

_OPEN, _TEXT, _REFUSAL = "comments", "comment_text", "comment_refusal"


class Commenting(Protocol):
    """What can be done with comments, on behalf of whoever acts at the click."""

    def add_comment(self, actor: Actor, project_id: str, question: str, text: str) -> str:
        """Write a comment on a question."""

    def resolve_comments(self, actor: Actor, project_id: str, comment_ids: Collection[str]) -> None:
        """Settle comments."""

    def reopen_comments(self, actor: Actor, project_id: str, comment_ids: Collection[str]) -> None:
        """Open settled comments again."""

    def delete_comment(self, actor: Actor, project_id: str, comment_id: str) -> None:
        """Delete one's own comment."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """The comments of a project and what can be done with them.

    Attributes:
        page: the open page.
        project_id: of the project.
        threads: comments by question.
        now: this moment.
        doing: `services.comments`.
    """

    page: Page
    project_id: str
    threads: Threads
    now: datetime
    doing: Commenting

    def mark(self, question: str, *, always: bool = False) -> None:
        """How many comments are open; a click unfolds the thread or folds it up.

        Args:
            question: id of the question.
            always: also where nobody has written yet.
        """
        waiting = sum(remark.is_open for remark in self.threads.get(question, ()))
        if not (always or self.threads.get(question) or st.query_params.get(_OPEN) == question):
            return
        word = self.page.t("comments.open", count=waiting) if waiting else self.page.t("comments.comment")
        st.button(
            link(f":material/chat_bubble: {word}"),
            key=f"comments_{question}",
            type="tertiary",
            on_click=self.unfold,
            args=(question,),
        )

    def unfold(self, question: str) -> None:
        """Unfold the thread of a question, or fold it up; for callbacks."""
        if st.query_params.get(_OPEN) == question:
            del st.query_params[_OPEN]
        else:
            st.query_params[_OPEN] = question

    def thread(self, question: str) -> None:
        """The comments on a question, if its thread is unfolded, and the field for another one."""
        if st.query_params.get(_OPEN) != question:
            return
        remarks = self.threads.get(question, ())
        with st.container(border=True, gap="small", key=f"thread_{question}"):
            for remark in remarks:
                self._remark(remark)
            self._settle(remarks)
            st.text_area(self.page.t("comments.text"), key=f"{_TEXT}_{question}")
            if sentence := st.session_state.pop(_REFUSAL, ""):
                problem(sentence)
            label = link(self.page.t("comments.send"))
            st.button(label, key=f"send_{question}", type="tertiary", on_click=self._send, args=(question,))

    def _remark(self, remark: Remark) -> None:
        page = self.page
        with st.container(gap=None):
            facts = f"**{safe(remark.by)}** · {when(page.language, remark.at, self.now)}"
            if remark.resolved_at is not None:
                settled = when(page.language, remark.resolved_at, self.now)
                facts += f" · {page.t('comments.resolved', name=safe(remark.resolved_by), time=settled)}"
            mute(facts)
            st.markdown("  \n".join(safe(line) for line in remark.text.splitlines()))
            if remark.is_own:
                self._delete_own(remark)

    def _delete_own(self, remark: Remark) -> None:
        page = self.page
        with st.popover(link(page.t("comments.delete")), type="tertiary", key=f"delete_{remark.id}"):
            st.markdown(page.t("comments.delete_text"))
            label = link(page.t("comments.delete_sure"))
            st.button(
                label,
                key=f"sure_{remark.id}",
                type="tertiary",
                on_click=self._do,
                args=(self.doing.delete_comment, remark.id),
            )

    def _settle(self, remarks: tuple[Remark, ...]) -> None:
        """One button for the whole thread: settle what is open; once all is settled, open it again."""
        waiting = [remark.id for remark in remarks if remark.is_open]
        if not remarks:
            return
        ids = waiting or [remark.id for remark in remarks]
        name, action = (
            ("resolve", self.doing.resolve_comments) if waiting else ("reopen", self.doing.reopen_comments)
        )
        label = link(self.page.t(f"comments.{name}"))
        st.button(label, key=f"comments_{name}", type="tertiary", on_click=self._do, args=(action, ids))

    def _send(self, question: str) -> None:
        key = f"{_TEXT}_{question}"
        if self._done(self.doing.add_comment, question, st.session_state[key] or ""):
            st.session_state[key] = ""

    def _do(self, action: Callable[..., object], *args: object) -> None:
        self._done(action, *args)

    def _done(self, action: Callable[..., object], *args: object) -> bool:
        """Whether it was done; a refusal stands under the field."""
        try:
            action(self.page.acting(), self.project_id, *args)
        except DomainError as refusal:
            st.session_state[_REFUSAL] = self.page.refusal(refusal)
            return False
        return True


def open_comments(talk: Talk, record: Record) -> None:
    """Every question with open comments, each a way to its thread; that of a question not asked unfolds here."""
    page, book = talk.page, record.book
    asked = [question for question in book.questions if question in talk.threads]
    waiting = {
        question: count
        for question in (*asked, *sorted(set(talk.threads) - set(asked)))
        if (count := sum(remark.is_open for remark in talk.threads[question]))
    }
    here = st.query_params.get(_OPEN, "")
    if not waiting and not _is_unasked(record, here, talk.threads):
        return
    count = sum(waiting.values())
    title = page.t("comments.open", count=count) if count else page.t("comments.comment")
    with st.container(border=True, gap="xsmall"):
        st.markdown(f"### {title}", anchors=False)
        for question in dict.fromkeys((*waiting, *([here] if here in talk.threads else []))):
            if _is_unasked(record, question, talk.threads):
                wording = book.questions[question].wording[page.language] if question in asked else question
                _way(f"{wording} ({page.t('comments.not_asked')})", question, talk.unfold, question)
                talk.thread(question)
            elif question in waiting:
                of = book.questions[question]
                _way(of.wording[page.language], question, _go_to, of.section, question)


def _is_unasked(record: Record, question: str, threads: Threads) -> bool:
    """Whether somebody commented on a question that is not asked in this case, or not at all any more."""
    return question in threads and (question not in record.book.questions or not record.applies(question))


def _way(label: str, question: str, action: Callable[..., None], *args: str) -> None:
    st.button(
        link(f":material/chat_bubble: {label}"),
        key=f"talk_{question}",
        type="tertiary",
        wrap=False,
        on_click=action,
        args=args,
    )


def _go_to(section: str, question: str) -> None:
    st.query_params[_OPEN] = question
    open_section(section, question)
