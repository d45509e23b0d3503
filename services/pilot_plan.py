"""The plan of a pilot as it is stored: typed values over what the requirements say, judged one by one."""

from collections.abc import Mapping
from typing import Any, Literal

from domain.pilot.plan import PilotPlan, instances
from domain.pilot.plan_values import FIRST_YEAR
from domain.requirements.record import Record
from domain.shared.kpis import Kpi, KpiTarget
from domain.shared.outcomes import DomainError
from domain.shared.people import Actor
from services.catalog import catalog
from services.record import Entry, save_entry
from services.scoring import plan_from

SUBJECT: Literal["pilot"] = "pilot"
# Values judged one by one, in this order.
_ALONE = ("start", "weeks", "zone", "exported_at")
_DAYS = {
    "mon": "monday",
    "tue": "tuesday",
    "wed": "wednesday",
    "thu": "thursday",
    "fri": "friday",
    "sat": "saturday",
    "sun": "sunday",
}


def plan_values(entries: Mapping[str, Entry], record: Record) -> dict[str, Any]:
    """The plan as plain values: typed ones over what the requirements say."""
    from_requirements = {
        "weeks": record.value("pilot_weeks"),
        "zone": record.value("time_zone"),
        "coverage": {_DAYS[day]: spans for day, spans in (record.schedule or {}).items() if spans},
    }
    typed = {key: entry.value for key, entry in entries.items() if entry.state == "answered"}
    return {
        key: value for key, value in {**from_requirements, **typed}.items() if value not in (None, {}, [])
    }


def plan_of(values: Mapping[str, Any]) -> tuple[PilotPlan | None, DomainError | None]:
    """The plan, or why there is none; before a start was typed there is simply none yet."""
    if "start" not in values:
        return None, None
    vendors = {name: _whole_rubric(given) for name, given in values.get("vendors", {}).items()}
    try:
        return plan_from({**values, "vendors": vendors}), None
    except DomainError as error:
        return None, error


def _whole_rubric(given: Mapping[str, Any]) -> dict[str, Any]:
    """Marks count once all of them are typed; until then the reports are simply not marked yet."""
    items = {"reports", *(item.id for item in catalog().pilot_rules.rubric.items)}
    kept = {name: value for name, value in given.items() if value}
    if set(kept.get("rubric", {})) < items:
        kept.pop("rubric", None)
    return kept


def plan_problems(values: Mapping[str, Any]) -> dict[str, DomainError]:
    """What is wrong with the plan, by key ("weeks", "targets.csat_top2"), so that each field can say it.

    A plan is refused at its first mistake; here every value is judged beside others that are sound.
    """
    # The earliest start: whatever else is judged beside it cannot lie before the pilot.
    sound: dict[str, Any] = {
        "start": f"{FIRST_YEAR}-01-01",
        "weeks": int(catalog().pilot_rules.weeks_least.value),
        "zone": "UTC",
    }
    pieces = {key: {key: values[key]} for key in _ALONE if key in values}
    for instance, target in values.get("targets", {}).items():
        pieces[f"targets.{instance}"] = {"targets": {instance: target}}
    problems = {}
    for key, piece in pieces.items():
        try:
            plan_from({**sound, **piece})
        except DomainError as error:
            problems[key] = error
        else:
            # When the file was taken depends on the day and the zone typed before it.
            if key in ("start", "zone"):
                sound[key] = values[key]
    return problems


def save_plan_value(actor: Actor, project_id: str, key: str, value: Any) -> None:
    """Save one value of the plan as it was typed, right or wrong; the page says what is wrong with it."""
    save_entry(actor, project_id, SUBJECT, key, value=value)


def targets_in_use(record: Record) -> list[tuple[Kpi, KpiTarget]]:
    """KPI instances of the channels the requirements name, in the order of the criteria; all while none is named."""
    channels = set(record.value("channels") or ())
    criteria = [str(rule.id) for rule in catalog().pilot_rules.criteria]
    found = [
        (kpi, target)
        for kpi, target in instances(catalog().kpis).values()
        if not target.channel or not channels or target.channel in channels
    ]
    return sorted(found, key=lambda pair: criteria.index(pair[0].criterion))
