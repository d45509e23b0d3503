"""Scenarios beside each other: what each one changes, assumes and costs, and who changed it when."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import col, select

from domain.costing.estimate import Estimate
from domain.costing.rates import HourlyRate, ModelRate, PrivateRate
from domain.costing.scenario import MOST_COMPARED, NO_OVERRIDES, OverrideChange, Overrides, as_plain
from domain.requirements.record import Record
from domain.shared.outcomes import DomainError
from domain.shared.people import BUYING_SIDE, Actor
from models import AuditEntry
from services.catalog import catalog
from services.colleagues import names_of
from services.costing import estimate_record
from services.costing_baseline import scenario_questions, with_overrides
from services.costing_pricing import typed_rates
from services.costing_quotes import private_rates
from services.costing_scenario_rows import ScenarioView, readable_scenario
from services.costing_scenarios import read_scenario
from services.requirements import read_requirements
from services.unit import look, require


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedScenario:
    """One column of a comparison.

    Attributes:
        scenario: None for the record as it is.
        record: with the scenario's answers in it.
        estimate: what it would cost; None while it cannot be calculated.
        problem: why not.
        changed: what the scenario changes, against the record and the data.
        assumptions: questions behind the cost whose value is a default.
    """

    scenario: ScenarioView | None
    record: Record
    estimate: Estimate | None
    problem: DomainError | None
    changed: tuple[OverrideChange, ...]
    assumptions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenarioChange:
    """One line of the history of a scenario.

    Attributes:
        action: add, duplicate, change, rename, share, unshare, to_baseline, from_baseline, delete, restore.
        by: name of the colleague.
        is_own: it was the reader.
        at: when, in UTC.
        changed: what was different, for a change.
        before: other plain values before it (the name).
        after: other plain values after it.
    """

    action: str
    by: str
    is_own: bool
    at: datetime
    changed: tuple[OverrideChange, ...]
    before: Mapping[str, Any]
    after: Mapping[str, Any]


def compare_scenarios(
    actor: Actor, project_id: str, scenario_ids: Sequence[str | None]
) -> tuple[ComparedScenario, ...]:
    """Up to three scenarios of a project, in the order given.

    Args:
        actor: who asks.
        project_id: of the project.
        scenario_ids: None stands for the record as it is.

    Raises:
        DomainError: not allowed, not found, ``scenarios.too_many``.
    """
    if len(scenario_ids) > MOST_COMPARED:
        raise DomainError("scenarios.too_many", most=MOST_COMPARED)
    record, private = read_requirements(actor, project_id).record, private_rates(actor)
    views = [None if each is None else read_scenario(actor, each) for each in scenario_ids]
    if any(view is not None and view.project_id != project_id for view in views):
        raise DomainError("accounts.not_found")
    return tuple(_compared(record, view, private) for view in views)


def _compared(record: Record, view: ScenarioView | None, private: Sequence[PrivateRate]) -> ComparedScenario:
    overrides = view.overrides if view else NO_OVERRIDES
    changed, made, problem = with_overrides(record, overrides), None, None
    try:
        made = estimate_record(record, overrides=overrides, private=private)
    except DomainError as refusal:
        problem = refusal
    asked = scenario_questions()
    return ComparedScenario(
        scenario=view,
        record=changed,
        estimate=made,
        problem=problem,
        changed=against_record(record, overrides),
        assumptions=tuple(name for name in changed.assumptions if name in asked),
    )


def against_record(record: Record, overrides: Overrides) -> tuple[OverrideChange, ...]:
    """What a scenario changes: values of the record, published rates, exchange rates and ranges before and after."""
    return tuple(_against_record(record, overrides))


def _against_record(record: Record, overrides: Overrides) -> Iterator[OverrideChange]:
    known, plain = catalog(), as_plain(overrides)
    rates: tuple[HourlyRate | ModelRate, ...] = (
        *known.rates,
        *known.rate_library.countries,
        *known.rate_library.domestic,
    )
    before: dict[str, Mapping[str, Any]] = {
        "answers": {name: record.value(name) for name in overrides.answers},
        "rates": {
            rate.id: {"low": str(rate.low), "high": str(rate.high), "read_as": rate.read_as} for rate in rates
        },
        "exchange": as_plain(Overrides(exchange=typed_rates(record)))["exchange"],
        "ranges": {},
    }
    for part, values in plain.items():
        for key, after in values.items():
            was = before[part].get(key)
            if was != after:
                yield OverrideChange(part=part, key=key, before=was, after=after)


def scenario_history(actor: Actor, scenario_id: str) -> tuple[ScenarioChange, ...]:
    """Who changed what about a scenario, the newest first.

    Raises:
        DomainError: not allowed, or not found (also when a colleague has not shared it).
    """
    require(actor, *BUYING_SIDE)
    with look(actor) as session:
        row = readable_scenario(session, actor, scenario_id)
        chosen = select(AuditEntry).where(
            col(AuditEntry.kind) == row.__tablename__,
            col(AuditEntry.record_id) == row.id,
            col(AuditEntry.organisation_id) == actor.organisation_id,
        )
        entries = session.exec(chosen.order_by(col(AuditEntry.id).desc())).all()
        names = names_of(session, (entry.user_id for entry in entries))
        return tuple(_line(entry, names[entry.user_id], actor) for entry in entries)


def _line(entry: AuditEntry, by: str, actor: Actor) -> ScenarioChange:
    action = entry.action.partition(".")[2]
    before, after = entry.before or {}, entry.after or {}
    is_change = action == "change"
    return ScenarioChange(
        action=action,
        by=by,
        is_own=entry.user_id == actor.user_id,
        at=entry.at,
        changed=tuple(_change(key, before.get(key), after.get(key)) for key in after) if is_change else (),
        before={} if is_change else before,
        after={} if is_change else after,
    )


def _change(key: str, before: Any, after: Any) -> OverrideChange:
    """Keys are written as part and key: ``answers.occupancy``, ``ranges.aht_s.email``."""
    part, _, name = key.partition(".")
    return OverrideChange(part=part, key=name, before=before, after=after)
