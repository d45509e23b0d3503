"""Every figure of a request for proposal, each with the question, data entry or calculation it comes from."""

import math
from collections.abc import Mapping
from datetime import date
from typing import Any

from domain.costing.estimate import Estimate
from domain.pilot.plan import PilotPlan
from domain.requirements.defaults import origin_of, origins_within
from domain.requirements.profiles import HOURS_A_DAY
from domain.requirements.record import Record
from domain.shared.measures import WEEKDAYS
from domain.sourcing.figures import Figure, calculation, data, question, traced
from domain.sourcing.rules import WeightingScheme
from services.catalog import catalog
from services.costing_inputs import first_month
from services.sourcing_kpis import kpi_figures

# A year of 52 weeks over 12 months: contacts a month become contacts a week.
_WEEKS, _MONTHS = "weeks_per_year", "months_per_year"


def request_figures(
    record: Record,
    plan: PilotPlan | None,
    estimate: Estimate | None,
    *,
    skip: frozenset[str],
) -> dict[str, Any]:
    """The figures as a tree.

    Args:
        record: the requirements, without names for the anonymous edition.
        plan: the pilot as agreed; None before there is one.
        estimate: hours of work; None while they cannot be calculated.
        skip: questions whose answers vendors do not see.
    """
    return {
        "answers": {
            asked.id: _answer(record, asked.id, value)
            for asked in record.applicable
            if asked.id not in skip and (value := record.value(asked.id)) is not None
        },
        "demand": _demand(record),
        "handling": _handling(record, estimate),
        "work": _work(estimate),
        "months": _months(record),
        "week": _week(record),
        "coverage": _coverage(record),
        "kpis": kpi_figures(record, plan),
        "pilot": _pilot(record),
        "evaluation": _evaluation(record),
    }


def chosen_scheme(record: Record) -> WeightingScheme:
    """The weighting somebody chose, else the usual one."""
    rules = catalog().sourcing.evaluation
    chosen = record.value("weighting_scheme") or rules.default
    return next(scheme for scheme in rules.scheme if scheme.id == chosen)


def _answer(record: Record, question_id: str, value: Any) -> Any:
    """An answer with every number in it marked; where a default fills in, its parameter is named."""
    if parts := origins_within(record, question_id):
        return {channel: traced(origin, value[channel]) for channel, origin in parts.items()}
    return traced(origin_of(record, question_id), value)


def _demand(record: Record) -> dict[str, Any]:
    """Contacts of an ordinary month by channel and language, with their sums."""
    demand = record.demand() or {}
    cells = {
        channel: {language: calculation("contacts_by_language", count) for language, count in row.items()}
        for channel, row in demand.items()
    }
    languages = {
        language: math.fsum(row.get(language, 0.0) for row in demand.values())
        for language in record.languages
    }
    return {
        "channels": cells,
        "by_channel": {
            channel: question("contacts_month", count)
            for channel, count in (record.value("contacts_month") or {}).items()
        },
        "by_language": {
            language: calculation("contacts_by_language", count) for language, count in languages.items()
        },
        "total": calculation("contacts_month_total", sum((record.value("contacts_month") or {}).values())),
    }


def _handling(record: Record, estimate: Estimate | None) -> dict[str, Any]:
    seconds = record.value("aht_s") or {}
    hours = {line.channel: line.hours for line in estimate.demand.channels} if estimate else {}
    return {
        channel: {
            "aht_s": Figure(value, origin_of(record, "aht_s", channel)),
            **({"hours_month": calculation("workload_hours", hours[channel])} if channel in hours else {}),
        }
        for channel, value in seconds.items()
    }


def _work(estimate: Estimate | None) -> dict[str, Any]:
    """Hours of work an ordinary month, by language and in all; offers are compared on these."""
    if estimate is None:
        return {}
    return {
        "by_language": {
            language: calculation("workload_hours", hours)
            for language, hours in estimate.demand.languages.items()
        },
        "total": calculation("workload_hours", estimate.demand.workload_hours),
    }


def _months(record: Record) -> list[dict[str, Any]]:
    """Twelve months as the cost counts them: factor against the ordinary month, and contacts.

    They have no calendar while no start of the contract is known.
    """
    total, first = sum((record.value("contacts_month") or {}).values()), first_month(record)
    is_dated = record.value("contract_start") is not None
    return [
        {
            "month": month_name(first, place) if is_dated else str(place + 1),
            "factor": calculation("month_factor", factor),
            "contacts": calculation("month_contacts", total * factor),
        }
        for place, factor in enumerate(record.month_factors(first))
    ]


def month_name(first: date, place: int) -> str:
    """A month so many after the first: 2027-02."""
    years, month = divmod(first.month - 1 + place, 12)
    return f"{first.year + years}-{month + 1:02d}"


def _week(record: Record) -> dict[str, list[Figure]]:
    """Contacts of each hour of an ordinary week, all channels together."""
    parameters = catalog().parameters
    weeks_a_month = float(parameters[_WEEKS].default) / float(parameters[_MONTHS].default)
    contacts: Mapping[str, int] = record.value("contacts_month") or {}
    weights = {channel: record.hour_weights(channel) for channel in contacts}
    return {
        day: [
            calculation(
                "contacts_by_hour",
                math.fsum(
                    count / weeks_a_month * weights[channel][number][hour]
                    for channel, count in contacts.items()
                ),
            )
            for hour in range(HOURS_A_DAY)
        ]
        for number, day in enumerate(WEEKDAYS)
    }


def _coverage(record: Record) -> dict[str, Any]:
    hours = {language: record.coverage_of_language(language) for language in record.languages}
    return {
        "hours_week": {
            language: calculation("coverage_hours_week", value)
            for language, value in hours.items()
            if value is not None
        }
    }


def _pilot(record: Record) -> dict[str, Any]:
    """How a pilot would be judged; nothing when none is planned."""
    if not record.value("pilot_planned"):
        return {}
    rules, parameters = catalog().pilot_rules, catalog().parameters
    months_a_week = float(parameters[_MONTHS].default) / float(parameters[_WEEKS].default)
    weeks, total = record.value("pilot_weeks"), sum((record.value("contacts_month") or {}).values())
    return {
        **({"contacts": calculation("pilot_contacts", total * months_a_week * weeks)} if weeks else {}),
        "weights": {rule.id: data("pilot.scorecard", rule.weight) for rule in rules.criteria},
        "pass_score": data("pilot.scorecard", float(rules.pass_score.value)),
        "criterion_score": data("pilot.scorecard", float(rules.criterion_score.value)),
    }


def _evaluation(record: Record) -> dict[str, Any]:
    rules, scheme = catalog().sourcing.evaluation, chosen_scheme(record)
    limits = ("price_most", "score_most", "differs_most", "stable_within")
    return {
        "scheme": scheme.id,
        "weights": {
            name: data(f"sourcing.evaluation.{scheme.id}", int(weight))
            for name, weight in scheme.weights.items()
        },
        **{name: data(f"sourcing.evaluation.{name}", getattr(rules, name).value) for name in limits},
    }
