"""One scenario: which answers, prices, exchange rates and ranges it changes, and who changed what."""

from collections.abc import Callable
from functools import partial
from typing import Any

import streamlit as st

from domain.costing.scenario import Overrides
from domain.shared.outcomes import DomainError
from services.catalog import catalog
from services.costing_baseline import scenario_questions, with_overrides
from services.costing_compared import scenario_history
from services.costing_exchange import import_ecb
from services.costing_names import place_name, typed_inputs, typed_places
from services.costing_scenarios import change_scenario, read_scenario, rename_scenario
from services.journey import read_open_project
from services.sentences import explain, uncertain_name
from services.unit import now
from ui.cost_changes import Names
from ui.cost_form import attempt, form_head, not_here
from ui.cost_history import history
from ui.cost_overrides import answers_form, not_yours, ranges_form, rates_form, rename_form
from ui.cost_rates import exchange_form
from ui.guard import open_page
from ui.journey import go, open_project
from ui.kit import safe

page = open_page("scenario")
opened = open_project(page, read_open_project)
project, today = opened.stored.id, now().date()
back, word = partial(go, "scenarios", project), "cost_view.back_scenarios"
act = partial(attempt, page, partial(explain, page.language))
try:
    scenario = read_scenario(page.actor, st.query_params.get("scenario", ""))
except DomainError as refusal:
    not_here(page, explain(page.language, refusal), back, word=word)
if scenario.project_id != project:
    not_here(page, page.t("accounts.not_found"), back, word=word)

record, overrides = with_overrides(opened.requirements.record, scenario.overrides), scenario.overrides
names = Names(
    book=catalog().book,
    place=partial(place_name, page.language),
    uncertain=partial(uncertain_name, page.language),
)
form_head(page, safe(scenario.name), page.t("cost_view.scenario_intro"), back, word=word)


def keep(change: Callable[[Overrides], Overrides]) -> Any:
    """Change what the scenario holds."""
    return act(lambda actor: change_scenario(actor, scenario.id, change(overrides), version=scenario.version))


if scenario.is_own:
    rename_form(
        page, scenario.name, lambda name: act(rename_scenario, scenario.id, name, version=scenario.version)
    )
    stem = f"{scenario.id}_{scenario.version}"
    answers_form(page, record, overrides, sorted(scenario_questions()), keep, stem)
    rates_form(page, overrides, typed_places(record), names, keep, today)
    exchange_form(
        page, overrides, keep, lambda content: act(lambda _: import_ecb(content, today=today)), today
    )
    ranges_form(page, overrides, typed_inputs(record), names, keep)
else:
    not_yours(page, scenario.owner)
history(page, scenario_history(page.actor, scenario.id), names, now())
