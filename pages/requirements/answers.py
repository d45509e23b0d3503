"""The questions of the requirements, one section at a time; every answer is saved as it is given."""

from functools import partial

import streamlit as st

from domain.requirements.questions import Question
from services import comments, requirements_packs
from services.catalog import catalog
from services.journey import read_open_project
from services.record import last_change
from services.requirements import SUBJECT, save_content, set_aside
from services.requirements_checks import basis_of
from services.sentences import explain, finding_sentence
from services.unit import now
from services.versions import declare_ready, read_ready
from ui.comments import Talk, open_comments
from ui.guard import open_page
from ui.journey import go, open_project
from ui.platform_packs import offer_packs
from ui.questionnaire import Asked, ask, section_head, section_picker
from ui.questionnaire_aside import elsewhere, notes, to_settle, used_where, way_on
from ui.questionnaire_jump import follow_jump
from ui.questionnaire_state import Saving, editing
from ui.versions import ready_box

page = open_page("requirements")
opened = open_project(page, read_open_project)
project_id, requirements, record = opened.stored.id, opened.requirements, opened.requirements.record
current = section_picker(page, record)
visit = editing(project_id, current)


def asked(question: Question) -> Asked:
    """A question with all that is known about its answer."""
    draft = requirements.drafts.get(question.id)
    return Asked(
        question=question,
        value=requirements.shown(question.id),
        origin=record.origin(question.id),
        refusal=explain(page.language, draft[1]) if draft else "",
        version=requirements.version(question.id),
        stored=requirements.stored(question.id),
        change=last_change(page.actor, project_id, SUBJECT, question.id)
        if visit.overtaken(question.id)
        else None,
    )


saving = Saving(page=page, visit=visit, save=save_content, set_aside=set_aside, say=explain, now=now)
threads = comments.read_comments(page.actor, project_id)
talk = Talk(page=page, project_id=project_id, threads=threads, now=now(), doing=comments)
section = next(each for each in record.book.sections if each.id == current)
questions = [each for each in record.book.of_section(current) if record.applies(each.id)]
form, beside = st.columns([2, 1], gap="large")
with form:
    section_head(page, section, requirements.saved_at, now())
    page.show_refusal()
    with st.container(gap="medium"):
        for question in questions:
            ask(page, record, asked(question), catalog().sources, saving, talk)
            if question.id == "platforms":
                offer_packs(page, project_id, record, catalog().sources, requirements_packs)
    if current == record.book.sections[-1].id:
        ready = read_ready(page.actor, project_id, requirements.entries)
        declare = partial(page.attempt, declare_ready, project_id)
        ready_box(page, ready, len(requirements.unsettled), now(), declare)
    if way_on(page, record, current):
        go("cost", project_id)
with beside:
    if chosen := elsewhere(page):
        go(chosen, project_id)
    open_comments(talk, record)
    used_where(page, questions)
    to_settle(page, record, tuple({**visit.unsaved, **requirements.drafts}))
    sentence = partial(finding_sentence, page.language)
    notes(page, record, requirements.findings, sentence, catalog().sources, basis_of)
follow_jump()
