"""What it should cost: verdict, bands by region, assumptions, every line with its source."""

from functools import partial

import streamlit as st

from domain.shared.outcomes import DomainError
from services.catalog import catalog
from services.costing import estimate_record
from services.costing_inputs import exchange, missing_for_estimate
from services.journey import read_open_project
from services.sentences import explain, finding_sentence, question_wording
from services.tables import cost_workbook
from ui.cost import cost_verdict
from ui.cost_page import basis_picker, chart_and_assumptions, hours, notes, regions
from ui.guard import open_page
from ui.journey import go, open_project
from ui.kit import empty, ink
from ui.verdict import verdict
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
    made = estimate_record(record)
except DomainError as refusal:
    st.error(explain(page.language, refusal))
    st.stop()

basis = basis_picker(page, made)
card = cost_verdict(made, basis, page.language)
pressed = verdict(card, action=page.t("cost.next"), second=page.t("cost.change"), key="cost")
if pressed == "action":
    go("request", project)
elif pressed:
    go("requirements", project, section="assumptions")
chart_and_assumptions(page, made, record, basis, sources)
rate = exchange(record)
export = partial(cost_workbook, made, page.language)
regions(page, made, sources, rate.cny_per_eur if rate else None, export)
hours(page, made, sources)
notes(page, [finding_sentence(page.language, finding) for finding in made.findings])
