"""The rows of scenarios within a unit of work: who sees them, who may change them, what is written down."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.exc import IntegrityError
from sqlmodel import col, select

from domain.costing.scenario import Overrides, as_plain, from_plain
from domain.shared.outcomes import DomainError
from domain.shared.people import BUYING_SIDE, Actor
from models import Scenario
from services.audit import audit
from services.colleagues import names_of
from services.record import writable_project
from services.unit import UnitSession, find, require


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenarioView:
    """A scenario as its reader may see it.

    Attributes:
        id: of the record.
        project_id: of its project.
        name: as its owner calls it.
        owner: name of the colleague who made it.
        is_own: the reader made it and may change it.
        shared: whether colleagues see it.
        is_baseline: whether budget, request and contract stand on it.
        overrides: what it changes.
        version: pass it back to notice that it was changed meanwhile.
        changed_at: when, in UTC.
        deleted: whether it was deleted and can be restored.
    """

    id: str
    project_id: str
    name: str
    owner: str
    is_own: bool
    shared: bool
    is_baseline: bool
    overrides: Overrides
    version: int
    changed_at: datetime
    deleted: bool


def view_of(row: Scenario, names: Mapping[str | None, str], actor: Actor) -> ScenarioView:
    """A row as its reader may see it."""
    return ScenarioView(
        id=row.id,
        project_id=row.project_id,
        name=row.name,
        owner=names[row.created_by],
        is_own=row.created_by == actor.user_id,
        shared=row.shared,
        is_baseline=row.baseline_of is not None,
        overrides=from_plain(row.overrides),
        version=row.version,
        changed_at=row.changed_at,
        deleted=row.deleted_at is not None,
    )


def readable_scenario(session: UnitSession, actor: Actor, scenario_id: str) -> Scenario:
    """A scenario the actor may see, within a unit of work that does more.

    Raises:
        DomainError: ``accounts.not_found``; the same answer whether it does not exist or is not shared.
    """
    row = find(session, Scenario, scenario_id)
    if not is_seen(row, actor):
        raise DomainError("accounts.not_found")
    return row


def is_seen(row: Scenario, actor: Actor) -> bool:
    """One's own, deleted or not, and what colleagues share."""
    return row.created_by == actor.user_id or (row.shared and row.deleted_at is None)


def own_scenario(
    session: UnitSession, actor: Actor, scenario_id: str, version: int | None, *, deleted: bool = False
) -> Scenario:
    """A scenario its owner may change, at the version they saw.

    Raises:
        DomainError: not allowed, not found, ``scenarios.not_owner``, ``scenarios.deleted`` unless a deleted one
            is wanted, a deleted project, ``accounts.overtaken``.
    """
    require(actor, *BUYING_SIDE)
    row = readable_scenario(session, actor, scenario_id)
    if row.created_by != actor.user_id:
        owner = names_of(session, [row.created_by])[row.created_by]
        raise DomainError("scenarios.not_owner", owner=owner)
    writable_project(session, row.project_id)
    if not deleted:
        refuse_deleted(row)
    refuse_overtaken(row, version)
    return row


def add_row(
    session: UnitSession, project_id: str, name: str, overrides: Overrides, action: str, **said: str
) -> Scenario:
    """A new private scenario."""
    row = Scenario(project_id=project_id, name=name, overrides=as_plain(overrides))
    session.add(row)
    session.flush()
    audit(session, f"scenarios.{action}", row, after={"name": name, "overrides": row.overrides, **said})
    return row


def write_row(
    session: UnitSession,
    row: Scenario,
    action: str,
    *,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
) -> None:
    """Send a change now and write it down; two people who do so at once are told apart.

    Raises:
        DomainError: ``accounts.overtaken``: somebody else made another one the baseline at this moment.
    """
    session.add(row)
    try:
        session.flush()
    except IntegrityError as error:
        raise DomainError("accounts.overtaken") from error
    audit(session, f"scenarios.{action}", row, before=before, after=after)


def release_baseline(session: UnitSession, project_id: str) -> None:
    """Take the place of the baseline from whichever scenario has it."""
    for row in session.exec(select(Scenario).where(col(Scenario.baseline_of) == project_id)).all():
        row.baseline_of = None
        write_row(session, row, "from_baseline")


def refuse_baseline(row: Scenario) -> None:
    """What everybody stands on is neither hidden nor deleted.

    Raises:
        DomainError: ``scenarios.is_baseline``.
    """
    if row.baseline_of is not None:
        raise DomainError("scenarios.is_baseline", name=row.name)


def refuse_deleted(row: Scenario) -> None:
    """What was deleted is restored before anything else is done with it.

    Raises:
        DomainError: ``scenarios.deleted``.
    """
    if row.deleted_at is not None:
        raise DomainError("scenarios.deleted", name=row.name)


def refuse_overtaken(row: Scenario, version: int | None) -> None:
    """What somebody changed since it was read is read again first.

    Raises:
        DomainError: ``accounts.overtaken``.
    """
    if version not in (None, row.version):
        raise DomainError("accounts.overtaken")
