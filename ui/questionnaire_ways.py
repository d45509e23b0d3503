"""Under a field: what holds while it is empty, why it is asked, and what else can be done with the question."""

from collections.abc import Mapping
from typing import Any, Literal

import streamlit as st

from domain.requirements.questions import Question
from domain.requirements.record import Record
from domain.shared.contents import Content
from domain.shared.sources import Origin, Source
from ui.comments import Talk
from ui.facts import source_lines
from ui.guard import Page
from ui.kit import grey, link, safe
from ui.questionnaire_state import Saving
from ui.questionnaire_words import default_words, home_hours, total_words

Way = Literal["default", "later", "not_applicable", "comment"]
_WORDS: Mapping[Way, str] = {
    "default": "questionnaire.use_default",
    "not_applicable": "ui.not_applicable",
    "later": "ui.ask_later",
    "comment": "comments.comment",
}


def standing(page: Page, record: Record, question: Question, value: Any, origin: str) -> str:
    """What an accepted answer adds up to and what stands in for a missing one, as small grey lines."""
    lines = [total_words(page.language, question, value), *home_hours(page.language, record, question)]
    if value is None and question.when_blank is not None:
        lines.append(page.t("questionnaire.when_blank", meaning=question.when_blank[page.language]))
    if _is_default(question, value) and (words := default_words(page.language, record, question)):
        accepted = origin == "default" and value is not None
        text = "questionnaire.default_accepted" if accepted else "ui.default_used"
        lines.append(page.t(text, value=safe(words)))
    return _small(lines)


def ways(
    page: Page, question: Question, value: Any, sources: Mapping[str, Source], saving: Saving, talk: Talk
) -> None:
    """Why it is asked, and one menu with the rest: every widget more slows each rerun of the page down."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        with st.popover(link(page.t("ui.why")), type="tertiary", key=f"why_{question.id}"):
            st.markdown(_why(page, question, sources))
        _menu(page, question, value, saving, talk)
        talk.mark(question.id)


def _is_default(question: Question, value: Any) -> bool:
    """Whether the default is what counts."""
    return question.default_origin is not None and value in (None, question.default)


def _why(page: Page, question: Question, sources: Mapping[str, Source]) -> str:
    """Why it is asked, what the answer changes, and the sources of question and default, as one text."""
    parts = [question.why[page.language], page.t("questionnaire.changes")]
    parts.append("\n".join(f"- {page.t(f'questionnaire.reader.{reader}')}" for reader in question.read_by))
    parts.append(_source(page, "questionnaire.asked_by", sources, question.origin))
    if question.default_origin is not None:
        parts.append(_source(page, "questionnaire.default_from", sources, question.default_origin))
    return "\n\n".join(parts)


def _source(page: Page, heading: str, sources: Mapping[str, Source], origin: Origin) -> str:
    source = sources[origin.source]
    kind = page.t(f"source.kind.{source.kind}")
    return f"**{page.t(heading, kind=kind)}**\n\n{_small(source_lines(page.language, source, origin), safely=True)}"


def _small(lines: list[str], *, safely: bool = False) -> str:
    return "  \n".join(grey(safe(line) if safely else line) for line in lines if line)


def _menu(page: Page, question: Question, value: Any, saving: Saving, talk: Talk) -> None:
    """Take the default, set aside, comment."""
    key = f"ways_{question.id}"
    offered: dict[Way, bool] = {
        "default": value is None and question.default is not None,
        "not_applicable": question.may_be_inapplicable,
        "later": True,
        "comment": True,
    }

    def choose() -> None:
        way: Way = st.session_state[key]
        if way == "comment":
            talk.unfold(question.id)
        elif way == "default":
            saving.choose(question.id, Content(value=question.default, origin="default"))
        else:
            saving.choose(question.id, Content(state=way))

    st.menu_button(
        page.t("questionnaire.more"),
        options=[way for way, is_offered in offered.items() if is_offered],
        format_func=lambda way: page.t(_WORDS[way]),
        key=key,
        type="tertiary",
        on_click=choose,
    )
