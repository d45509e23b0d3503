"""The one record of a project: typed values by subject and key, each with its own version."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, get_args

from sqlalchemy.exc import IntegrityError
from sqlmodel import col, select

from domain.shared.outcomes import DomainError
from domain.shared.people import BUYING_SIDE, Actor
from models import Project, RecordEntry
from services.audit import audit
from services.unit import UnitSession, find, look, require, same_version, work

Subject = Literal["requirements", "pilot", "contract"]
SUBJECTS: tuple[Subject, ...] = get_args(Subject)
# draft: typed, but refused by its question; kept so that nothing is lost, and read as missing.
State = Literal["answered", "not_applicable", "later", "draft"]
# The version of a value that nobody has given yet; a stored one counts from 1.
NO_ENTRY = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One value of the record as it is stored.

    Attributes:
        key: question or field within its subject.
        state: answered, not_applicable, later or draft.
        value: the plain value; of what was set aside the one it had before, None if it had none.
        origin: typed, default (a person accepted it), sample.
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
    return {subject: {row.key: _entry(row) for row in rows if row.subject == subject} for subject in subjects}


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
        origin: typed unless it came with a sample.
        version: as the form read it (`NO_ENTRY` when there was none), to refuse overwriting somebody else's
            change; None to overwrite.

    Raises:
        DomainError: not allowed, no such project, a deleted one, overtaken.
    """
    require(actor, *BUYING_SIDE)
    with work(actor) as session:
        project = writable_project(session, project_id)
        entry = _put(session, project, subject, key, value=value, state=state, origin=origin, version=version)
    return NO_ENTRY if entry is None else entry.version


def put_all(
    session: UnitSession,
    project: Project,
    subject: Subject,
    values: Mapping[str, tuple[Any, State]],
    *,
    origin: str,
) -> None:
    """Store many values within a unit of work that does more (a sample, an imported file)."""
    for key, (value, state) in values.items():
        _put(session, project, subject, key, value=value, state=state, origin=origin, version=None)


def _put(
    session: UnitSession,
    project: Project,
    subject: Subject,
    key: str,
    *,
    value: Any,
    state: State,
    origin: str,
    version: int | None,
) -> RecordEntry | None:
    """The entry as it will be stored, None when there is none any more."""
    stored = session.exec(
        select(RecordEntry).where(
            col(RecordEntry.project_id) == project.id,
            col(RecordEntry.subject) == subject,
            col(RecordEntry.key) == key,
        )
    ).one_or_none()
    before = None if stored is None else {"state": stored.state, "value": stored.value}
    after = {"state": state, "value": value}
    if stored is None and state == "answered" and value is None:
        return None
    if stored is not None and before == after:
        if origin != "typed" or stored.origin == "typed":
            return stored
        before, after = {**after, "origin": stored.origin}, {**after, "origin": origin}
    elif version is not None:
        _not_overtaken(stored, version)
    entry = stored or RecordEntry(project_id=project.id, subject=subject, key=key)
    if state == "answered" and value is None:
        session.delete(entry)
    else:
        entry.state, entry.value, entry.origin = state, value, origin
        session.add(entry)
        _flush(session)
    audit(session, f"{subject}.save", entry, before=before, after={"key": key, **after})
    return None if state == "answered" and value is None else entry


def _not_overtaken(stored: RecordEntry | None, version: int) -> None:
    """Refuse when the value is no longer the one the form read: changed, given or taken away meanwhile."""
    if stored is not None:
        same_version(stored, version)
    elif version != NO_ENTRY:
        raise DomainError("accounts.overtaken")


def _flush(session: UnitSession) -> None:
    """Send the value now: two people who give the first answer at once are told apart by the table's key."""
    try:
        session.flush()
    except IntegrityError as error:
        raise DomainError("accounts.overtaken") from error


def _entry(row: RecordEntry) -> Entry:
    state: State = row.state  # type: ignore[assignment]  # only this module writes it
    return Entry(
        key=row.key,
        state=state,
        value=row.value,
        origin=row.origin,
        version=row.version,
        changed_at=row.changed_at,
    )
