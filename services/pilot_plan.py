"""The plan of a pilot as it is stored: typed values over what the requirements say, judged one by one."""

import hashlib
from collections.abc import Mapping
from typing import Any, Literal

from domain.pilot.plan import PilotPlan, counts, instances
from domain.requirements.record import Record
from domain.shared.contents import State
from domain.shared.days import FIRST_YEAR
from domain.shared.kpis import Kpi, KpiTarget
from domain.shared.outcomes import DomainError
from domain.shared.people import Actor
from services.catalog import catalog
from services.kpi_targets import asked_targets
from services.record import Entry, save_entry
from services.scoring import plan_from

SUBJECT: Literal["pilot"] = "pilot"
_TARGETS = "targets"
_VENDORS = "vendors"
_TABLES = (_TARGETS, _VENDORS)
# Values judged one by one, in this order.
_ALONE = ("start", "weeks", "zone", "exported_at", "closed_days")
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
    typed = {
        key: entry.value for key, entry in entries.items() if entry.state == "answered" and "." not in key
    }
    tables = {name: _table(name, typed.get(name) or {}, entries) for name in _TABLES}
    asked = {instance: float(target) for instance, target in asked_targets(record).items()}
    tables[_TARGETS] = asked | tables[_TARGETS]
    return {
        key: value
        for key, value in {**from_requirements, **typed, **tables}.items()
        if value not in (None, {}, [])
    }


def _table(name: str, whole: Mapping[str, Any], entries: Mapping[str, Entry]) -> dict[str, Any]:
    """A table of the plan: kept as a whole by a sample, row by row where somebody typed."""
    found = dict(whole)
    for entry in entries.values():
        if entry.key.startswith(f"{name}."):
            row, value = _row(entry)
            if value in (None, {}):
                found.pop(row, None)
            else:
                found[row] = value
    return found


def _row(entry: Entry) -> tuple[str, Any]:
    """The vendor or KPI instance of an entry and what is stored for it; None when it was cleared."""
    table, _, row = entry.key.partition(".")
    if table == _VENDORS:
        return entry.value["vendor"], entry.value["statement"]
    return row, entry.value if entry.state == "answered" else None


def plan_versions(entries: Mapping[str, Entry]) -> dict[str, int]:
    """The version of each stored value by its key ("weeks", "targets.csat_top2", "vendors.Demo Nord")."""
    versions = {}
    for key, entry in entries.items():
        table, dot, _ = key.partition(".")
        versions[f"{table}.{_row(entry)[0]}" if dot else key] = entry.version
    return versions


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
        # Closed days are read only beside hours of coverage.
        "coverage": {"monday": [["09:00", "19:00"]]},
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


def save_plan_value(
    actor: Actor, project_id: str, key: str, value: Any, *, version: int | None = None
) -> int:
    """Save one value of the plan as it was typed, right or wrong; the page says what is wrong with it.

    Args:
        actor: who typed it.
        project_id: of the project.
        key: "weeks", "targets.csat_top2", "vendors.Demo Nord": each target and each vendor is a value of its
            own, so that two people who fill in two vendors keep each other's marks.
        value: plain; None takes it away.
        version: as the form read it, to refuse overwriting somebody else's change; None to overwrite.

    Returns:
        The version it now has.

    Raises:
        DomainError: not allowed, no such project, overtaken.
    """
    table, _, row = key.partition(".")
    state: State = "answered"
    if table == _VENDORS and row:
        # A name may be longer than a key and hold any sign.
        key = f"{table}.{hashlib.sha256(row.encode()).hexdigest()}"
        value = {"vendor": row, "statement": value or {}}
    elif table == _TARGETS and row and value is None:
        # Cleared, but remembered: a table kept as a whole may still hold the row.
        state = "not_applicable"
    return save_entry(actor, project_id, SUBJECT, key, value=value, state=state, version=version)


def targets_that_count(record: Record, plan: PilotPlan | None) -> list[tuple[Kpi, KpiTarget]]:
    """The same without targets that count only where they were agreed, and were not."""
    return [pair for pair in targets_in_use(record) if counts(plan, pair[1])]


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
