"""Projects: create, rename, put away, delete with undo, search."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import func, select

from domain.projects.journey import SHELVES, Shelf
from domain.shared.people import BUYING_SIDE, Actor
from models import Project, RecordEntry, StoredFile
from services.audit import audit
from services.names import name_of
from services.unit import UnitSession, find, look, now, require, work


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectLine:
    """A project as lists show it.

    Attributes:
        id: of the record.
        name: as its people call it.
        sample: id of the built-in sample it came from, empty for a merchant's own.
        shelf: active, archived or deleted.
        changed_at: when anything of it was last changed (its name, an answer, a plan, a file), in UTC.
    """

    id: str
    name: str
    sample: str
    shelf: Shelf
    changed_at: datetime


def count_projects(actor: Actor) -> Mapping[Shelf, int]:
    """How many projects of the organisation stand on each shelf."""
    require(actor, *BUYING_SIDE)
    with look(actor) as session:
        shelves = [_shelf(*marks) for marks in session.exec(select(Project.archived_at, Project.deleted_at))]
    return {shelf: shelves.count(shelf) for shelf in SHELVES}


def list_projects(actor: Actor, *, shelf: Shelf = "active", search: str = "") -> Sequence[ProjectLine]:
    """The organisation's projects on one shelf, last changed first; `search` looks in the names."""
    require(actor, *BUYING_SIDE)
    with look(actor) as session:
        rows = session.exec(select(Project)).all()
        inside = _changes_inside(session)
    needle = search.strip().casefold()
    lines = [_line(row, inside.get(row.id)) for row in rows]
    lines.sort(key=lambda line: line.changed_at, reverse=True)
    return [line for line in lines if line.shelf == shelf and needle in line.name.casefold()]


def create_project(actor: Actor, name: str) -> str:
    """A new empty project; returns its id."""
    require(actor, *BUYING_SIDE)
    with work(actor) as session:
        return new_project(session, name).id


def new_project(session: UnitSession, name: str, *, sample: str = "") -> Project:
    """The same within a unit of work that does more."""
    project = Project(name=name_of("projects", name), sample=sample)
    session.add(project)
    session.flush()
    audit(session, "projects.create", project, after={"name": project.name, "sample": sample})
    return project


def rename_project(actor: Actor, project_id: str, name: str) -> None:
    """Call a project something else."""
    require(actor, *BUYING_SIDE)
    with work(actor) as session:
        project = find(session, Project, project_id)
        before, project.name = project.name, name_of("projects", name)
        if project.name == before:
            return
        audit(session, "projects.rename", project, before={"name": before}, after={"name": project.name})


def move_project(actor: Actor, project_id: str, shelf: Shelf) -> None:
    """Put a project on another shelf; every move can be undone by the opposite one."""
    require(actor, *BUYING_SIDE)
    with work(actor) as session:
        project = find(session, Project, project_id)
        before = _shelf(project.archived_at, project.deleted_at)
        if before == shelf:
            return
        project.archived_at = now() if shelf == "archived" else None
        project.deleted_at = now() if shelf == "deleted" else None
        audit(session, f"projects.to_{shelf}", project, before={"shelf": before}, after={"shelf": shelf})


def _shelf(archived_at: datetime | None, deleted_at: datetime | None) -> Shelf:
    if deleted_at is not None:
        return "deleted"
    return "archived" if archived_at is not None else "active"


def _changes_inside(session: UnitSession) -> Mapping[str, datetime]:
    """When an answer, a plan, a term or a file was last changed, by project."""
    newest: dict[str, datetime] = {}
    for kind in (RecordEntry, StoredFile):
        question = select(kind.project_id, func.max(kind.changed_at)).group_by(kind.project_id)
        for found, at in session.exec(question):
            newest[found] = max(at, newest.get(found, at))
    return newest


def _line(project: Project, inside: datetime | None) -> ProjectLine:
    return ProjectLine(
        id=project.id,
        name=project.name,
        sample=project.sample,
        shelf=_shelf(project.archived_at, project.deleted_at),
        changed_at=max(project.changed_at, inside or project.changed_at),
    )
