"""The one record of a project: typed values by subject and key, each with its own version."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, get_args

from sqlmodel import col, select

from domain.shared.contents import NOTHING, Content, LastChange, State
from domain.shared.outcomes import DomainError
from domain.shared.people import BUYING_SIDE, Actor
from models import Project, RecordEntry
from services.colleagues import names_of
from services.record_rows import held_by, rows_of, write_row
from services.unit import UnitSession, find, look, require, work

Subject = Literal["requirements", "pilot", "contract"]
SUBJECTS: tuple[Subject, ...] = get_args(Subject)
# The version of a value that nobody has given yet; a stored one counts from 1.
NO_ENTRY = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One value of the record as it is stored.

    Attributes:
        key: question or field within its subject.
        state: answered, not_applicable, later or draft.
        value: the plain value; of what was set aside the one it had before, None if it had none.
        origin: typed, default (a person accepted it), sample, import, or pack:<platform>.
        version: of this value; pass it back to notice that somebody else changed it.
        changed_at: when, in UTC.
    """

    key: str
    state: State
    value: Any
    origin: str
    version: int
    changed_at: datetime


def writable_project(session: UnitSession, project_id: str) -> Project:
    """A project that may be changed.

    Raises:
        DomainError: ``accounts.not_found``; ``projects.deleted`` until somebody restores it.
    """
    project = find(session, Project, project_id)
    if project.deleted_at is not None:
        raise DomainError("projects.deleted", name=project.name)
    return project


def read_entries(actor: Actor, project_id: str, subject: Subject) -> Mapping[str, Entry]:
    """Everything stored under one subject of a project, by key."""
    require(actor, *BUYING_SIDE)
    with look(actor) as session:
        find(session, Project, project_id)
        return entries_of(session, project_id, subject)[subject]


def entries_of(
    session: UnitSession, project_id: str, *subjects: Subject
) -> Mapping[Subject, Mapping[str, Entry]]:
    """The same of several subjects within a unit of work; a subject without any is there and empty."""
    rows = session.exec(
        select(RecordEntry).where(
            col(RecordEntry.project_id) == project_id, col(RecordEntry.subject).in_(subjects)
        )
    ).all()
    given = [row for row in rows if not held_by(row).is_nothing]
    return {
        subject: {row.key: _entry(row) for row in given if row.subject == subject} for subject in subjects
    }


def content_of(entry: Entry) -> Content:
    """What an entry holds, apart from who stored it and when."""
    return Content(value=entry.value, state=entry.state, origin=entry.origin)


def last_change(actor: Actor, project_id: str, subject: Subject, key: str) -> LastChange | None:
    """Who last gave a value or took it away; None when nobody ever gave it.

    Raises:
        DomainError: not allowed, no such project.
    """
    require(actor, *BUYING_SIDE)
    with look(actor) as session:
        find(session, Project, project_id)
        for row in rows_of(session, project_id, subject, key):
            name = names_of(session, [row.changed_by])[row.changed_by]
            return LastChange(by=name, is_own=row.changed_by == actor.user_id, at=row.changed_at)
    return None


def save_entry(
    actor: Actor,
    project_id: str,
    subject: Subject,
    key: str,
    *,
    value: Any,
    state: State = "answered",
    origin: str = "typed",
    version: int | None = None,
) -> int:
    """Store one value. Returns the version it now has.

    The same value again changes nothing, but for a default or a sample's value that somebody now types:
    from then on it is theirs.

    Args:
        actor: who typed it.
        project_id: of the project.
        subject: part of the record.
        key: question or field.
        value: plain value; None with state answered takes the value away.
        state: see `State`.
        origin: typed unless no person typed it: default, sample, import, or pack:<platform>.
        version: as the form read it (`NO_ENTRY` when there was none), to refuse overwriting somebody else's
            change; None to overwrite.

    Raises:
        DomainError: not allowed, no such project, a deleted one, overtaken.
    """
    require(actor, *BUYING_SIDE)
    with work(actor) as session:
        project = writable_project(session, project_id)
        content = Content(value=value, state=state, origin=origin)
        return _put(session, project, subject, key, content, version=version)


def put_all(
    session: UnitSession,
    project: Project,
    subject: Subject,
    values: Mapping[str, tuple[Any, State]],
    *,
    origin: str,
) -> None:
    """Store many values within a unit of work that does more (a sample)."""
    given = {key: Content(value=value, state=state, origin=origin) for key, (value, state) in values.items()}
    put_contents(session, project, subject, {key: (content, None) for key, content in given.items()})


def put_contents(
    session: UnitSession,
    project: Project,
    subject: Subject,
    contents: Mapping[str, tuple[Content, int | None]],
) -> None:
    """Store contents over the versions somebody saw (an imported file), within a unit of work that does more.

    Raises:
        DomainError: ``accounts.overtaken``: one of them changed meanwhile.
    """
    for key, (content, version) in contents.items():
        _put(session, project, subject, key, content, version=version)


def replace_all(
    session: UnitSession, project: Project, subject: Subject, contents: Mapping[str, Content]
) -> None:
    """Make a subject exactly what is given, origins included; a value that is not given is taken away."""
    rows = {row.key: row for row in rows_of(session, project.id, subject)}
    for key in sorted({*rows, *contents}):
        content = contents.get(key, NOTHING)
        if held_by(rows.get(key)) != content:
            write_row(session, rows.get(key) or _new(project, subject, key), content)


def _put(
    session: UnitSession,
    project: Project,
    subject: Subject,
    key: str,
    content: Content,
    *,
    version: int | None,
) -> int:
    """Store a value unless it is there already; the version it now has."""
    row = next(iter(rows_of(session, project.id, subject, key)), None)
    before = held_by(row)
    if (before.state, before.value) == (content.state, content.value):
        if before.is_nothing or content.origin != "typed" or before.origin == "typed":
            return _version(row)
    elif version not in (None, _version(row)):
        raise DomainError("accounts.overtaken")
    row = row or _new(project, subject, key)
    write_row(session, row, content)
    return _version(row)


def _new(project: Project, subject: Subject, key: str) -> RecordEntry:
    return RecordEntry(project_id=project.id, subject=subject, key=key)


def _version(row: RecordEntry | None) -> int:
    """Of the value a form could have read."""
    return NO_ENTRY if row is None or held_by(row).is_nothing else row.version


def _entry(row: RecordEntry) -> Entry:
    content = held_by(row)
    return Entry(
        key=row.key,
        state=content.state,
        value=content.value,
        origin=content.origin,
        version=row.version,
        changed_at=row.changed_at,
    )
