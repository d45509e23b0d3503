"""The KPIs of a request: each target with who asks for it and whether anybody can keep it, and the definitions."""

from collections.abc import Mapping
from typing import Any

from domain.pilot.plan import PilotPlan, instances
from domain.requirements.reach import reachable_of
from domain.requirements.record import Record
from domain.shared.kpis import Kpi, KpiTarget
from domain.shared.rounding import round_half_up
from domain.shared.sources import Bilingual
from domain.sourcing.conditions import holds
from domain.sourcing.figures import Figure, calculation, data, question
from domain.sourcing.request import TitledTable
from services.catalog import catalog
from services.kpi_targets import ASKED, asked_targets, target_for
from services.pilot_plan import targets_that_count
from services.requirements_checks import WAITING, timed_targets
from services.sourcing_case import sourcing_case
from services.sourcing_tables import Told
from services.sourcing_words import (
    DASH,
    Head,
    Row,
    count,
    share,
    spoken,
    spoken_with,
    titled_table,
    worded,
)

_AGREED, _ASKED, _PROPOSED = "agreed", "asked", "proposed"


def kpi_figures(record: Record, plan: PilotPlan | None) -> dict[str, Any]:
    """Targets as pilot and contract use them, with who asks for each and the share anybody could reach."""
    found: dict[str, Any] = {}
    reachable = {
        timed.kpi: reached
        for timed in timed_targets(record, plan)
        if (reached := reachable_of(record, timed.channel, timed.allowed_s)) is not None
    }
    for kpi, target in targets_that_count(record, plan):
        name, standing = target.instance, _standing(record, plan, target)
        value = float(target_for(record, plan, target))
        found[name] = {
            "standing": standing,
            "target": _figure(standing, target, value),
            "min_sample": data(f"kpis.{kpi.id}", kpi.n_min),
            "version": data(f"kpis.{kpi.id}", kpi.version),
            **(
                {"threshold_s": data(f"kpis.{name}", target.threshold_s)}
                if target.threshold_s is not None
                else {}
            ),
            **({"reachable": calculation("reachable_share", reachable[name])} if name in reachable else {}),
        }
    return found


def _standing(record: Record, plan: PilotPlan | None, target: KpiTarget) -> str:
    """Whether a target was agreed for the pilot, asked in the requirements, or is only proposed."""
    if plan is not None and target.instance in plan.targets:
        return _AGREED
    return _ASKED if target.instance in asked_targets(record) else _PROPOSED


def _figure(standing: str, target: KpiTarget, value: float) -> Figure:
    """A target with where it was said."""
    if standing == _AGREED:
        return question(f"pilot.targets.{target.instance}", value)
    if standing == _ASKED:
        return question(ASKED[target.instance], value)
    return data(f"kpis.{target.instance}", value)


def kpis_table(given: Told) -> TitledTable:
    """The targets that pilot and contract use."""
    rows = [
        (
            target.label,
            _aim(kpi, line),
            worded(f"pilot.clock.{target.clock}") if kpi.measure in WAITING else DASH,
            _basis(line, target),
            count(line["min_sample"]),
        )
        for kpi, target, line in _lines(given)
    ]
    heads = [
        Head("kpi", 26),
        Head("target", 24),
        Head("clock", 14),
        Head("source", 23),
        Head("min_sample", 13, "right"),
    ]
    return titled_table("kpis", heads, rows, note=True)


def definitions_table(given: Told) -> TitledTable:
    """What each KPI counts; once, however many channels it has a target for."""
    defined = {kpi.id: kpi for kpi, _, _ in _lines(given)}
    rows: list[Row] = [(kpi.name, kpi.definition) for kpi in defined.values()]
    rows += _aims(given.record)
    return titled_table("definitions", [Head("kpi", 26), Head("definition", 74)], rows)


def _aims(record: Record) -> list[Row]:
    """Targets that stand in the request but in no KPI of pilot and contract."""
    case = sourcing_case(record)
    return [
        (aim.name, spoken_with("aim", definition=aim.definition))
        for aim in catalog().sourcing.aims
        if record.value(aim.question) is not None and holds(aim.when, case)
    ]


def proposed_targets(given: Told) -> list[Row]:
    """Targets nobody asked for, as lines of the list of assumptions."""
    return [
        (target.label, _target(kpi, line["target"]), _basis(line, target))
        for kpi, target, line in _lines(given)
        if line["standing"] == _PROPOSED
    ]


def _lines(given: Told) -> list[tuple[Kpi, KpiTarget, Mapping[str, Any]]]:
    known = instances(catalog().kpis)
    return [(*known[name], line) for name, line in given.figures["kpis"].items()]


def _aim(kpi: Kpi, line: Mapping[str, Any]) -> Bilingual:
    """The target; where the hours of service leave too few within reach, that is said with it."""
    aim, reachable = _target(kpi, line["target"]), line.get("reachable")
    if reachable is None or reachable >= line["target"]:
        return aim
    most = share(float(round_half_up(reachable, 3)))
    return spoken_with("beyond_reach", target=aim, most=most)


def _target(kpi: Kpi, value: float) -> Bilingual:
    figure = share(value) if kpi.unit == "share" else count(value)
    side = "at_least" if kpi.direction == "up" else "at_most"
    return spoken_with(side, value=figure)


def _basis(line: Mapping[str, Any], target: KpiTarget) -> Bilingual:
    """Who asks for it; of a proposal, how far its source can be trusted."""
    if line["standing"] != _PROPOSED:
        return spoken(f"standing.{line['standing']}")
    source = worded(f"source.kind.{catalog().sources[target.origin.source].kind}")
    return spoken_with("standing.proposed", source=source)
