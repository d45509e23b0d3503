"""The tables of a request on rules: timetable, platforms, KPIs, data flows, pilot, evaluation."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from domain.pilot.plan import instances
from domain.shared.outcomes import DomainError
from domain.shared.sources import Bilingual
from domain.sourcing.request import TitledTable
from services.catalog import catalog
from services.contract_readings import circumstances, flows
from services.sourcing_kpis import definitions_table, kpis_table
from services.sourcing_tables import (
    Told,
    coverage_table,
    demand_table,
    handling_table,
    languages_table,
    months_table,
    week_table,
)
from services.sourcing_words import (
    Head,
    count,
    on_day,
    several,
    share,
    spoken,
    titled_table,
    tongue,
    worded,
)

_OWN_SHOP = "own_shop"


def tables_of(names: Iterable[str], given: Told) -> tuple[TitledTable, ...]:
    """The named tables; one without rows is left out."""
    made = (_TABLES[name](given) for name in names)
    return tuple(table for table in made if table.table.rows)


def _timetable(given: Told) -> TitledTable:
    rows = []
    for step in catalog().sourcing.timetable.step:
        value = given.figures["answers"].get(step.question)
        if value is None:
            rows.append((step.label, spoken("not_fixed")))
        elif isinstance(value, str):
            rows.append((step.label, on_day(date.fromisoformat(value))))
        else:
            rows.append((step.label, worded("unit.week.other", number=value)))
    return titled_table("timetable", [Head("step", 45), Head("date", 55)], rows)


def _platform_rules(given: Told) -> TitledTable:
    """What is known of the standards of the chosen platforms; guidelines are called guidelines."""
    chosen = given.record.value("platforms") or ()
    rows = [
        (
            _platform(given, pack.platform),
            rule.label,
            rule.text,
            _standing(rule.standing, rule.confidence),
        )
        for pack in catalog().packs.values()
        # A shop of one's own has no platform whose standards vendors would have to meet.
        if pack.platform in chosen and pack.platform != _OWN_SHOP
        for rule in pack.rule
        # What nobody could confirm is the buyer's own homework; vendors would take it for the platform's word.
        if rule.confidence != "low"
    ]
    heads = [Head("platform", 15), Head("measure", 25), Head("standard", 38), Head("reliability", 22)]
    return titled_table("platform_rules", heads, rows, note=True)


def _platform(given: Told, code: str) -> Bilingual:
    choices = given.record.book.questions["platforms"].choices
    return next(choice.label for choice in choices if choice.id == code)


def _standing(standing: str, confidence: str) -> Bilingual:
    known = worded(f"requirements.standing.{standing}")
    sure = worded(f"source.confidence.{confidence}")
    return Bilingual(zh=f"{known.zh}；{sure.zh}", en=f"{known.en}; {sure.en}")


def _transfers(given: Told) -> TitledTable:
    """Which flow of personal data needs which instrument, as the contract will say it."""
    try:
        found = flows(circumstances(given.record, None))
    except DomainError:
        found = ()
    rows = [
        (
            Bilingual(
                zh=f"{flow.exporter.zh} → {flow.importer.zh}", en=f"{flow.exporter.en} → {flow.importer.en}"
            ),
            flow.instrument,
        )
        for flow in found
    ]
    return titled_table("transfers", [Head("flow", 45), Head("instrument", 55)], rows, note=True)


def _pilot(given: Told) -> TitledTable:
    weights: Mapping[str, int] = given.figures["pilot"].get("weights", {})
    used = given.figures["kpis"]
    measured = [pair for name, pair in instances(catalog().kpis).items() if name in used]
    rows = [
        (
            criterion.name,
            several([target.label for kpi, target in measured if kpi.criterion == criterion.id]),
            share(weights[criterion.id] / 100),
        )
        for criterion in catalog().pilot_rules.criteria
        if criterion.id in weights
    ]
    return titled_table("pilot", [Head("criterion", 22), Head("kpis", 62), Head("weight", 16, "right")], rows)


def _pilot_size(given: Told) -> TitledTable:
    """What the price of the pilot is for."""
    contacts, record = given.figures["pilot"].get("contacts"), given.record
    facts = {
        "weeks": worded("unit.week.other", number=record.value("pilot_weeks") or 0),
        "contacts": count(contacts or 0),
        "languages": several([tongue(code) for code in record.languages]),
    }
    rows = [(spoken(f"pilot_size.{name}"), text) for name, text in facts.items()]
    heads = [Head("topic", 40), Head("information", 60)]
    return titled_table("pilot_size", heads, rows if contacts else [], note=True)


def _gates(given: Told) -> TitledTable:
    rules = catalog().pilot_rules
    rows = [(gate.name,) for gate in rules.gates] if given.figures["pilot"] else []
    return titled_table("gates", [Head("gate", 100)], rows, note=True)


def _weights(given: Told) -> TitledTable:
    rules, weights = catalog().sourcing.evaluation, given.figures["evaluation"]["weights"]
    gate = (spoken("gate"), spoken("gate_meaning"), spoken("gate_weight"))
    rows = [
        (
            criterion.name,
            criterion.meaning,
            share(weights[criterion.id] / 100),
        )
        for criterion in rules.criterion
    ]
    return titled_table(
        "weights", [Head("criterion", 26), Head("meaning", 58), Head("weight", 16, "right")], [gate, *rows]
    )


_TABLES: Mapping[str, Callable[[Told], TitledTable]] = {
    "timetable": _timetable,
    "platform_rules": _platform_rules,
    "demand": demand_table,
    "handling": handling_table,
    "months": months_table,
    "week": week_table,
    "coverage": coverage_table,
    "languages": languages_table,
    "kpis": kpis_table,
    "definitions": definitions_table,
    "transfers": _transfers,
    "pilot_size": _pilot_size,
    "pilot": _pilot,
    "gates": _gates,
    "weights": _weights,
}
