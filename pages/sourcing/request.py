"""The request for proposal: both editions on paper, as Word, PDF, answer sheet and figures; answers that came back."""

from collections.abc import Sequence

import streamlit as st

from domain.shared.people import Actor
from services.journey import read_on_baseline
from services.sentences import explain, finding_sentence, question_wording
from services.sourcing_project import hand_out, read_project_request, request_of
from services.unit import now
from ui.guard import open_page
from ui.journey import go, open_project
from ui.paper_form import form_picker
from ui.request import answers_back, before_sending, cannot_ask, downloads, edition_picker, sheet
from ui.saved import saved_mark

page = open_page("request")
opened = open_project(page, read_on_baseline)
project = opened.stored.id
made = request_of(opened.stored, opened.requirements)


def answer(question: str) -> None:
    """Open the section in which a question is answered."""
    go("requirements", project, section=made.record.book.questions[question].section)


if made.missing:
    if cannot_ask(page, [question_wording(page.language, question) for question in made.missing]):
        answer(made.missing[0])
    st.stop()


def write(kind: str) -> bytes:
    """A file as the request stands at the click, for whoever may still read it then."""
    return hand_out(page.acting_later(), project, kind, form, anonymous=anonymous)


def look_into(actor: Actor, content: bytes) -> tuple[int, int, Sequence[str]]:
    """How many answers a returned sheet holds, of how many asked, and what is wrong with the others."""
    current = read_project_request(actor, project)
    found = current.answers(content)
    problems = [explain(page.language, problem) for problem in found.problems]
    return len(found.values), len(current.request(anonymous=False).asked), problems


with st.container(horizontal=True, vertical_alignment="center"):
    form = form_picker(page, made.form)
    anonymous = edition_picker(page, asked=made.anonymous)
    st.space("stretch")
    saved_mark(page.language, opened.requirements.saved_at, now())
findings = [(finding_sentence(page.language, each), each.place) for each in made.findings]
before_sending(page, findings, made.hidden, anonymous=anonymous, answer=answer)
with st.container(horizontal=True, vertical_alignment="center"):
    downloads(page, write, opened.stored.name, form, anonymous=anonymous)
sheet(page, made.document(form, anonymous=anonymous))
answers_back(page, look_into)
