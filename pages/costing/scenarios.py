"""Scenarios of the cost: private until shared, up to three side by side, one of them the project's baseline."""

from collections.abc import Callable
from functools import partial
from typing import Any

from services import costing_scenarios as kept
from services.catalog import catalog
from services.costing_compared import compare_scenarios
from services.costing_names import place_name
from services.costing_scenario_rows import ScenarioView
from services.journey import read_open_project
from services.sentences import explain, finding_sentence, uncertain_name
from services.unit import now
from ui.cost_changes import Names
from ui.cost_compared import comparison
from ui.cost_form import attempt, form_head
from ui.cost_scenarios import (
    AS_IS,
    compared_picker,
    deleted_scenarios,
    new_scenario,
    scenario_list,
    titles,
)
from ui.guard import open_page
from ui.journey import go, open_project

page = open_page("scenarios")
project = open_project(page, read_open_project).stored.id
say_refusal = partial(explain, page.language)
act = partial(attempt, page, say_refusal)

form_head(page, page.t("place.scenarios"), page.t("cost_view.scenarios_intro"), lambda: go("cost", project))
new_scenario(page, lambda name: act(kept.add_scenario, project, name))
scenarios = kept.list_scenarios(page.actor, project)
actions: dict[str, Callable[[ScenarioView], Any]] = {
    "copy": lambda each: act(kept.duplicate_scenario, each.id, page.t("cost_view.copy_of", name=each.name)),
    "base": lambda each: act(kept.make_baseline, each.id, version=each.version),
    "unbase": lambda _: act(kept.clear_baseline, project),
    "share": lambda each: act(kept.share_scenario, each.id, shared=True, version=each.version),
    "unshare": lambda each: act(kept.share_scenario, each.id, shared=False, version=each.version),
    "delete": lambda each: act(kept.delete_scenario, each.id, version=each.version),
}
opened = scenario_list(page, scenarios, actions, now())
if opened:
    place, scenario = opened
    go(place, project, scenario=scenario)
deleted_scenarios(
    page,
    kept.list_scenarios(page.actor, project, deleted=True),
    lambda each: act(kept.restore_scenario, each.id),
)
chosen = compared_picker(page, scenarios)
if chosen:
    names = Names(
        book=catalog().book,
        place=partial(place_name, page.language),
        uncertain=partial(uncertain_name, page.language),
    )
    asked = [None if each == AS_IS else each for each in chosen]
    comparison(
        page,
        titles(page, chosen, scenarios),
        compare_scenarios(page.actor, project, asked),
        names,
        say_refusal,
        partial(finding_sentence, page.language),
    )
