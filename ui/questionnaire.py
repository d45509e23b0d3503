"""The questionnaire on screen: its sections, its questions one under the other, each saved by itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import streamlit as st

import ui.form_maps  # noqa: F401  # registers the fields with several parts, with those of form_tables
from domain.requirements.progress import SectionProgress
from domain.requirements.questions import Question, Section
from domain.requirements.record import Record
from domain.shared.contents import NOTHING, Content, LastChange
from domain.shared.sources import Source
from ui.comments import Talk
from ui.conflict import both_answers
from ui.form_shapes import can_be_drawn
from ui.forms import field
from ui.guard import Page
from ui.kit import grey, head, link, mute, nb, problem, safe
from ui.questionnaire_fields import field_of
from ui.questionnaire_state import Saving
from ui.questionnaire_ways import standing, ways
from ui.saved import saved_mark

_SECTION = "questionnaire_section"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One question with all that is known about its answer.

    Attributes:
        question: to ask.
        value: what its field starts with.
        origin: where the value in the record comes from (typed, default, sample, import, pack:<platform>, none).
        refusal: why what was typed is not accepted, empty when it is.
        version: of the stored answer.
        stored: what is kept for it.
        change: who gave that or took it away, and when; known where two answers wait for a choice.
    """

    question: Question
    value: Any
    origin: str
    refusal: str
    version: int
    stored: Content = NOTHING
    change: LastChange | None = None

    @property
    def aside(self) -> str:
        """How it was set aside (not_applicable, later); empty when it was not."""
        return self.stored.state if self.stored.state in {"not_applicable", "later"} else ""


def section_picker(page: Page, record: Record) -> str:
    """Draw the sections; returns the one in the address, the first when it names none."""
    ids = [section.id for section in record.book.sections]
    asked = st.query_params.get("section", "")
    current = asked if asked in ids else ids[0]
    labels = {}
    for section, progress in zip(record.book.sections, record.progress, strict=True):
        labels[section.id] = _section_label(page, section, progress, is_open=section.id == current)
    # The address is the truth: it survives a reload, and the browser's back button changes it.
    st.session_state[_SECTION] = current
    st.pills(
        page.t("questionnaire.sections"),
        ids,
        required=True,
        format_func=labels.__getitem__,
        key=_SECTION,
        label_visibility="collapsed",
        on_change=lambda: st.query_params.update(section=st.session_state[_SECTION]),
    )
    mute(_required(page, record))
    return current


def _section_label(page: Page, section: Section, progress: SectionProgress, *, is_open: bool) -> str:
    """How far a section is: an empty circle while a required answer is missing, a full one when all are given."""
    icon = "edit" if is_open else "radio_button_unchecked" if progress.missing else "check"
    if progress.settled == progress.total:
        icon = "check_circle"
    name, left = section.short[page.language], len(progress.missing)
    words = f"{name} {progress.settled}/{progress.total}"
    if left:
        words = page.t("questionnaire.section_left", section=words, left=left)
    return f":material/{icon}: {nb(words)}"


def _required(page: Page, record: Record) -> str:
    """How many of the required answers are given."""
    every = sum(question.required for question in record.applicable)
    if left := len(record.missing):
        return page.t("questionnaire.required_left", given=every - left, all=every, left=left)
    return page.t("questionnaire.required_done", all=every)


def section_head(page: Page, section: Section, saved_at: datetime | None, now: datetime) -> None:
    """The section's title, when something was last saved, and what it is about."""
    with st.container(key="section_head", gap="xsmall"):
        head(section.title[page.language], actions=lambda: saved_mark(page.language, saved_at, now))
        mute(section.intro[page.language])


def ask(
    page: Page, record: Record, asked: Asked, sources: Mapping[str, Source], saving: Saving, talk: Talk
) -> None:
    """Draw one question."""
    question, visit = asked.question, saving.visit
    visit.meet(question.id, asked.version)
    with st.container(key=f"asked_{question.id}", gap="xsmall"):
        required = f" {grey(page.t('questionnaire.required'))}" if question.required else ""
        title = f"### {question.wording[page.language]}{required}"
        if asked.aside and question.id not in visit.unsaved:
            st.markdown(title, anchors=False)
            _set_aside(page, asked, saving, talk)
            return
        hint = grey(question.help[page.language] + _whence(page, record, asked))
        st.markdown(f"{title}\n\n{hint}", anchors=False)
        _presets(page, question, saving)
        value = asked.value
        if asked.refusal and not can_be_drawn(question.kind, value):
            value = None
        spec = field_of(record, question, value, page.language)
        field(
            spec,
            value,
            language=page.language,
            save=saving.answer,
            prefix=visit.prefix(question.id),
        )
        _verdict(page, record, asked, saving)
        ways(page, question, asked.value, sources, saving, talk)
        talk.thread(question.id)


def _whence(page: Page, record: Record, asked: Asked) -> str:
    """Where the answer in the field comes from; a default says so in a line of its own."""
    kind, _, platform = asked.origin.partition(":")
    if asked.value is None or asked.refusal or kind in {"default", "none"}:
        return ""
    name = record.book.labels("platforms", page.language).get(platform, "")
    return f" {page.t(f'questionnaire.whence_{kind}', platform=safe(name))}"


def _set_aside(page: Page, asked: Asked, saving: Saving, talk: Talk) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        mute(page.t(f"questionnaire.aside_{asked.aside}"), width="content")
        st.button(
            link(page.t("ui.answer_again")),
            key=f"again_{asked.question.id}",
            type="tertiary",
            on_click=saving.reopen,
            args=(asked.question.id,),
        )
        talk.mark(asked.question.id, always=True)
    talk.thread(asked.question.id)


def _presets(page: Page, question: Question, saving: Saving) -> None:
    """Usual answers, one click each."""
    if not question.presets:
        return
    with st.container(horizontal=True, gap="small"):
        for number, preset in enumerate(question.presets):
            st.button(
                nb(preset.label[page.language]),
                key=f"preset_{question.id}_{number}",
                on_click=saving.choose,
                args=(question.id, Content(value=preset.value)),
            )


def _verdict(page: Page, record: Record, asked: Asked, saving: Saving) -> None:
    """What is wrong, which of two answers counts, or what the answer comes to and what stands in for it."""
    question, visit = asked.question, saving.visit
    if mine := visit.overtaken(question.id):
        both_answers(page, record.book, question.id, mine, asked.stored, asked.change, saving, asked.version)
    elif unsaved := visit.unsaved.get(question.id):
        problem(unsaved.sentence)
    elif asked.refusal:
        problem(asked.refusal)
    elif words := standing(page, record, question, asked.value, asked.origin):
        st.markdown(words)
