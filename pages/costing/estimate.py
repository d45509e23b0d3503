"""What it should cost: verdict, lines, people, price models, other ways, how sure it is; one view at a time."""

from functools import partial

import streamlit as st

from domain.shared.outcomes import DomainError
from services.catalog import catalog
from services.costing_inputs import missing_for_estimate
from services.costing_kept import costing_of
from services.journey import read_open_project
from services.sentences import channel_name, explain, finding_sentence, question_wording, reason
from services.tables import cost_workbook
from ui.cost_page import answer, notes, prices, view_picker
from ui.cost_staffing import people_view
from ui.cost_year import lines_view
from ui.guard import open_page
from ui.journey import go, open_project
from ui.kit import empty, ink
from words.names import listed

page = open_page("cost")
opened = open_project(page, read_open_project)
project, record = opened.stored.id, opened.requirements.record
sources = catalog().sources

missing = [question_wording(page.language, question) for question in missing_for_estimate(record)]
if missing:
    with empty(
        page.t("cost.missing_title"), page.t("cost.missing_text", questions=listed(page.language, missing))
    ):
        if st.button(ink(page.t("cost.to_requirements")), key="answer", type="primary"):
            go("requirements", project)
    st.stop()
try:
    costing = costing_of(record)
except DomainError as refusal:
    st.error(explain(page.language, refusal))
    st.stop()

made, channel, why = costing.estimate, partial(channel_name, page.language), partial(reason, page.language)
view = view_picker(page)
if view == "answer":
    pressed = answer(page, made, record)
    if pressed == "action":
        go("request", project)
    elif pressed:
        go("requirements", project, section="assumptions")
    prices(page, made, record, sources, partial(cost_workbook, made, page.language))
    notes(page, [finding_sentence(page.language, finding) for finding in made.findings])
elif view == "lines":
    lines_view(page, made, record, sources, channel)
elif view == "people":
    people_view(page, costing.plan, made, record, sources, channel, why)
