"""Scenarios of a project's cost: private until shared; one of them can be the baseline of the project."""

from dataclasses import replace

from sqlmodel import col, select

from domain.costing.scenario import NO_OVERRIDES, Overrides, as_plain, changes, from_plain
from domain.shared.people import BUYING_SIDE, Actor
from models import Project, Scenario
from services.colleagues import names_of
from services.costing_baseline import checked
from services.costing_pricing import typed_rates
from services.costing_scenario_rows import (
    ScenarioView,
    add_row,
    is_seen,
    own_scenario,
    readable_scenario,
    refuse_baseline,
    refuse_deleted,
    refuse_overtaken,
    release_baseline,
    view_of,
    write_row,
)
from services.names import name_of
from services.record import entries_of, writable_project
from services.requirements import SUBJECT, from_entries
from services.unit import find, look, now, require, work


def list_scenarios(actor: Actor, project_id: str, *, deleted: bool = False) -> tuple[ScenarioView, ...]:
    """The reader's own scenarios and those colleagues share, the baseline first, then by name.

    Args:
        actor: who asks.
        project_id: of the project.
        deleted: the deleted ones instead; of these only the reader's own.

    Raises:
        DomainError: not allowed, or no such project.
    """
    require(actor, *BUYING_SIDE)
    with look(actor) as session:
        find(session, Project, project_id)
        rows = session.exec(select(Scenario).where(col(Scenario.project_id) == project_id)).all()
        seen = [row for row in rows if is_seen(row, actor) and (row.deleted_at is not None) == deleted]
        names = names_of(session, (row.created_by for row in seen))
        views = [view_of(row, names, actor) for row in seen]
    return tuple(sorted(views, key=lambda view: (not view.is_baseline, view.name.casefold(), view.id)))


def read_scenario(actor: Actor, scenario_id: str) -> ScenarioView:
    """One scenario.

    Raises:
        DomainError: ``accounts.not_found``, also when a colleague has not shared it.
    """
    require(actor, *BUYING_SIDE)
    with look(actor) as session:
        row = readable_scenario(session, actor, scenario_id)
        return view_of(row, names_of(session, [row.created_by]), actor)


def add_scenario(actor: Actor, project_id: str, name: str, overrides: Overrides = NO_OVERRIDES) -> str:
    """A new private scenario; returns its id. The exchange rates in force are frozen into it.

    Raises:
        DomainError: not allowed, no such project or a deleted one, ``scenarios.name_empty``,
            ``scenarios.name_long``, an override that is refused.
    """
    require(actor, *BUYING_SIDE)
    called, accepted = name_of("scenarios", name), checked(overrides)
    with work(actor) as session:
        project = writable_project(session, project_id)
        if not accepted.exchange:
            record = from_entries(entries_of(session, project.id, SUBJECT)[SUBJECT]).record
            accepted = replace(accepted, exchange=typed_rates(record))
        return add_row(session, project.id, called, accepted, "add").id


def change_scenario(actor: Actor, scenario_id: str, overrides: Overrides, *, version: int) -> int:
    """Replace everything a scenario changes; returns the version it now has.

    Args:
        actor: its owner.
        scenario_id: of the scenario.
        overrides: all of them, not only the new ones.
        version: of the scenario the person saw.

    Raises:
        DomainError: not found, ``scenarios.not_owner``, ``scenarios.deleted``, ``accounts.overtaken``, an
            override that is refused.
    """
    accepted = checked(overrides)
    with work(actor) as session:
        row = own_scenario(session, actor, scenario_id, version)
        different = changes(from_plain(row.overrides), accepted)
        if different:
            row.overrides = as_plain(accepted)
            before = {f"{each.part}.{each.key}": each.before for each in different}
            after = {f"{each.part}.{each.key}": each.after for each in different}
            write_row(session, row, "change", before=before, after=after)
        return row.version


def rename_scenario(actor: Actor, scenario_id: str, name: str, *, version: int) -> int:
    """Call it something else; returns the version it now has.

    Raises:
        DomainError: as `change_scenario`; ``scenarios.name_empty``, ``scenarios.name_long``.
    """
    called = name_of("scenarios", name)
    with work(actor) as session:
        row = own_scenario(session, actor, scenario_id, version)
        before, row.name = row.name, called
        if before != called:
            write_row(session, row, "rename", before={"name": before}, after={"name": called})
        return row.version


def share_scenario(actor: Actor, scenario_id: str, *, shared: bool, version: int) -> int:
    """Show it to colleagues, or keep it to oneself again; returns the version it now has.

    Raises:
        DomainError: as `change_scenario`; ``scenarios.is_baseline``: everybody stands on it.
    """
    with work(actor) as session:
        row = own_scenario(session, actor, scenario_id, version)
        if row.shared != shared:
            refuse_baseline(row)
            row.shared = shared
            write_row(session, row, "share" if shared else "unshare")
        return row.version


def duplicate_scenario(actor: Actor, scenario_id: str, name: str) -> str:
    """A private copy of one's own or of a shared scenario; returns its id.

    Raises:
        DomainError: not found; ``scenarios.name_empty``, ``scenarios.name_long``; a deleted project.
    """
    require(actor, *BUYING_SIDE)
    called = name_of("scenarios", name)
    with work(actor) as session:
        row = readable_scenario(session, actor, scenario_id)
        project = writable_project(session, row.project_id)
        return add_row(session, project.id, called, from_plain(row.overrides), "duplicate", of=row.name).id


def delete_scenario(actor: Actor, scenario_id: str, *, version: int) -> None:
    """Delete it; `restore_scenario` brings it back.

    Raises:
        DomainError: as `change_scenario`; ``scenarios.is_baseline``.
    """
    with work(actor) as session:
        row = own_scenario(session, actor, scenario_id, version)
        refuse_baseline(row)
        row.deleted_at = now()
        write_row(session, row, "delete")


def restore_scenario(actor: Actor, scenario_id: str) -> None:
    """Bring a deleted scenario of one's own back, as it was.

    Raises:
        DomainError: not found; a deleted project.
    """
    with work(actor) as session:
        row = own_scenario(session, actor, scenario_id, None, deleted=True)
        if row.deleted_at is not None:
            row.deleted_at = None
            write_row(session, row, "restore")


def make_baseline(actor: Actor, scenario_id: str, *, version: int) -> int:
    """Let budget, request and contract of the project stand on it; it is shared from then on.

    Anybody on the buying side may take a scenario they see. The one before loses the place and stays shared.

    Returns:
        The version it now has.

    Raises:
        DomainError: not found, ``scenarios.deleted``, a deleted project, ``accounts.overtaken``.
    """
    require(actor, *BUYING_SIDE)
    with work(actor) as session:
        row = readable_scenario(session, actor, scenario_id)
        refuse_deleted(row)
        writable_project(session, row.project_id)
        refuse_overtaken(row, version)
        if row.baseline_of is None:
            release_baseline(session, row.project_id)
            row.baseline_of, row.shared = row.project_id, True
            write_row(session, row, "to_baseline")
        return row.version


def clear_baseline(actor: Actor, project_id: str) -> None:
    """Let budget, request and contract stand on the record as it is.

    Raises:
        DomainError: not allowed, no such project or a deleted one.
    """
    require(actor, *BUYING_SIDE)
    with work(actor) as session:
        release_baseline(session, writable_project(session, project_id).id)
