"""What it should cost: verdict, lines, people, price models, other ways, how sure it is; one view at a time."""

from functools import partial

import streamlit as st

from domain.shared.outcomes import DomainError
from services.catalog import catalog
from services.costing_brief import cost_brief
from services.costing_inputs import missing_for_estimate
from services.costing_kept import costing_of
from services.costing_quotes import private_rates
from services.costing_rates import rate_warnings
from services.costing_scenarios import read_scenario
from services.costing_workbook import cost_workbook
from services.journey import read_on_baseline, read_open_project
from services.sentences import (
    channel_name,
    explain,
    finding_sentence,
    question_wording,
    reason,
    uncertain_name,
)
from services.unit import now
from ui.cost_certainty import certainty_view
from ui.cost_lines import Ledger
from ui.cost_models import age_warnings, models_view
from ui.cost_page import answer, cannot_price, notes, stands_on, view_picker
from ui.cost_places import rates_by_id
from ui.cost_prices import prices
from ui.cost_staffing import people_view
from ui.cost_ways import ways_view
from ui.cost_year import lines_view
from ui.guard import open_page
from ui.journey import go, open_project

page = open_page("cost")
# A scenario in the address is laid over the record, not over the baseline.
opened = open_project(page, read_open_project if st.query_params.get("scenario") else read_on_baseline)
project, sources, language = opened.stored.id, catalog().sources, page.language
say_finding, channel, why = (partial(each, language) for each in (finding_sentence, channel_name, reason))

if missing := [question_wording(language, each) for each in missing_for_estimate(opened.requirements.record)]:
    if cannot_price(page, missing):
        go("requirements", project)
    st.stop()
view = view_picker(page, project)
try:
    overrides = stands_on(page, project, opened.stored.baseline, read_scenario)
    costing = costing_of(opened.requirements.record, overrides=overrides, private=private_rates(page.actor))
except DomainError as refusal:
    st.error(explain(language, refusal))
    st.stop()
made, record = costing.estimate, costing.record
if view == "answer":
    pressed = answer(page, made, record, say_finding, costing.uncertainty)
    if pressed == "action":
        go("request", project)
    elif pressed:
        go("requirements", project, section="assumptions")
    workbook = partial(cost_workbook, costing, language, name=opened.stored.name)
    brief = partial(cost_brief, costing, language, name=opened.stored.name, today=now().date())
    prices(page, made, record, sources, {"export": workbook, "brief": brief})
    notes(page, [say_finding(finding) for finding in made.findings])
elif view == "lines":
    lines_view(page, made, record, sources, channel)
elif view == "people":
    people_view(page, costing.plan, made, record, sources, channel, why)
elif view == "models":
    models_view(page, made, record, sources, why)
    age_warnings(page, rate_warnings(rates_by_id(made).values(), now().date()), say_finding)
elif view == "ways":
    ways_view(page, made, costing.grid, record, sources)
else:
    try:
        ledger = Ledger(made=made, record=record, sources=sources, language=language, currency=made.currency)
        certainty_view(page, ledger, costing.uncertainty, partial(uncertain_name, language), why)
    except DomainError as refusal:
        st.error(explain(language, refusal))
