"""The questions of the requirements, one section at a time; every answer is saved as it is given."""

from typing import Any

import streamlit as st

from domain.requirements.questions import Question
from services.catalog import catalog
from services.journey import read_open_project
from services.requirements import accept_default, save_answer, set_aside
from services.sentences import explain, finding_sentence
from services.unit import now
from ui.guard import open_page
from ui.journey import go, open_project
from ui.questionnaire import Asked, Saving, ask, follow_jump, section_head, section_picker
from ui.questionnaire_aside import notes, to_settle, used_where, way_on
from ui.questionnaire_state import editing

page = open_page("requirements")
opened = open_project(page, read_open_project)
project_id, requirements, record = opened.stored.id, opened.requirements, opened.requirements.record
current = section_picker(page, record)
visit = editing(project_id, current)


def store(question: str, value: Any, *, over: bool = False) -> None:
    """Save an answer as typed."""

    def saved(version: int | None) -> int:
        return save_answer(page.acting(), project_id, question, value, version=version)

    visit.save(question, value, saved, lambda refusal: explain(page.language, refusal), over=over)


def fill(question: str, value: Any) -> None:
    """Save a usual answer and show it in the field."""
    store(question, value)
    visit.filled(question)


def asked(question: Question) -> Asked:
    """A question with all that is known about its answer."""
    draft = requirements.drafts.get(question.id)
    return Asked(
        question=question,
        value=requirements.shown(question.id),
        origin=record.origin(question.id),
        aside=requirements.set_aside(question.id),
        refusal=explain(page.language, draft[1]) if draft else "",
        version=requirements.version(question.id),
    )


saving = Saving(
    answer=store,
    answer_over=lambda question, value: store(question, value, over=True),
    fill=fill,
    set_aside=lambda question, state: page.attempt(
        set_aside, project_id, question, state, version=visit.versions.get(question)
    ),
    accept_default=lambda question: page.attempt(accept_default, project_id, question),
)
section = next(each for each in record.book.sections if each.id == current)
questions = [each for each in record.book.of_section(current) if record.applies(each.id)]
form, beside = st.columns([2, 1], gap="large")
with form:
    section_head(
        page, section.title[page.language], section.intro[page.language], requirements.saved_at, now()
    )
    page.show_refusal()
    with st.container(gap="medium"):
        for question in questions:
            ask(page, record, asked(question), catalog().sources, visit, saving)
    if way_on(page, record, current):
        go("cost", project_id)
with beside:
    used_where(page, questions)
    to_settle(page, record, tuple(requirements.drafts))
    notes(page, record, requirements.findings, lambda each: finding_sentence(page.language, each))
follow_jump()
