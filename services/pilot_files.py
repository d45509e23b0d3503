"""The ticket files of a pilot: kept whole, added, removed and brought back, erased for good."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import defer
from sqlmodel import col, select

from domain.shared.people import BUYING_SIDE, Actor
from models import Project, StoredFile
from services.audit import audit
from services.pilot_kept import forget
from services.pilot_plan import SUBJECT
from services.record import writable_project
from services.rejected_rows import none_accepted
from services.scoring import Progress, read_each
from services.unit import UnitSession, find, look, now, require, work
from tickets.file import TicketFile

_REMOVED = "removed_at"
_LONGEST_NAME = 255


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """A ticket file of the pilot.

    Attributes:
        id: of the stored file.
        name: as the person called it.
        size: bytes.
        sha256: of the content.
        zone: time zone chosen for times without offset; empty when none was needed.
        uploaded_at: when, in UTC.
        removed_at: when it was taken out of the pilot; None while it counts.
    """

    id: str
    name: str
    size: int
    sha256: str
    zone: str
    uploaded_at: datetime
    removed_at: datetime | None


def list_uploads(actor: Actor, project_id: str, *, removed: bool = False) -> list[Upload]:
    """The ticket files of a project, oldest first, without their content; or those that were removed."""
    require(actor, *BUYING_SIDE)
    with look(actor) as session:
        find(session, Project, project_id)
        uploads = uploads_of(session, project_id)
    return [upload for upload in uploads if (upload.removed_at is not None) == removed]


def uploads_of(session: UnitSession, project_id: str) -> list[Upload]:
    """The same within a unit of work: all of them, those that were removed too."""
    return [_upload(stored) for stored in _stored(session, project_id)]


def _stored(session: UnitSession, project_id: str) -> Sequence[StoredFile]:
    """All ticket files of a project; the content, which may be large, stays in the database."""
    return session.exec(
        select(StoredFile)
        .where(col(StoredFile.project_id) == project_id, col(StoredFile.subject) == SUBJECT)
        .order_by(col(StoredFile.created_at), col(StoredFile.id))
        .options(defer(StoredFile.content, raiseload=True))  # type: ignore[arg-type]  # a column, typed as its value
    ).all()


def _removed_at(stored: StoredFile) -> datetime | None:
    marked = (stored.note or {}).get(_REMOVED)
    return datetime.fromisoformat(marked) if marked else None


def _upload(stored: StoredFile) -> Upload:
    return Upload(
        id=stored.id,
        name=stored.name,
        size=stored.size,
        sha256=stored.sha256,
        zone=stored.zone,
        uploaded_at=stored.created_at,
        removed_at=_removed_at(stored),
    )


def add_upload(
    actor: Actor,
    project_id: str,
    *,
    name: str,
    content: bytes,
    zone: str | None,
    replace: bool,
    on_progress: Progress | None = None,
) -> TicketFile:
    """Read a ticket file and keep it whole; nothing is kept of a file that cannot be read.

    Args:
        actor: who uploads.
        project_id: of the project.
        name: of the file.
        content: its bytes.
        zone: for times without offset.
        replace: remove the earlier files instead of adding to them.
        on_progress: called while reading.

    Returns:
        This file as it was read, rejected rows included.

    Raises:
        DomainError: the file cannot be read as tickets; the earlier files stay.
    """
    require(actor, *BUYING_SIDE)
    (read,) = read_each([(content, zone)], on_progress)
    if not read.accepted:
        raise none_accepted(read)
    with work(actor) as session:
        project = writable_project(session, project_id)
        if replace:
            for stored in _stored(session, project_id):
                if _removed_at(stored) is None:
                    _remove(session, stored)
        kept = stored_file(project, name, content, zone)
        session.add(kept)
        session.flush()
        audit(session, "pilot.add_file", kept, after={"name": kept.name, "sha256": kept.sha256})
    return read


def _remove(session: UnitSession, stored: StoredFile) -> None:
    stored.note = {_REMOVED: now().isoformat()}
    session.add(stored)
    audit(session, "pilot.remove_file", stored, before={"name": stored.name})


def remove_upload(actor: Actor, file_id: str) -> None:
    """Take a ticket file out of the pilot; `restore_upload` brings it back."""
    require(actor, *BUYING_SIDE)
    with work(actor) as session:
        _remove(session, find(session, StoredFile, file_id))


def restore_upload(actor: Actor, file_id: str) -> None:
    """Count a removed ticket file again."""
    require(actor, *BUYING_SIDE)
    with work(actor) as session:
        stored = find(session, StoredFile, file_id)
        stored.note = None
        session.add(stored)
        audit(session, "pilot.restore_file", stored, after={"name": stored.name})


def erase_upload(actor: Actor, file_id: str) -> None:
    """Delete a ticket file and the personal data in it for good."""
    require(actor, *BUYING_SIDE)
    with work(actor) as session:
        stored = find(session, StoredFile, file_id)
        audit(session, "pilot.erase_file", stored, before={"name": stored.name, "sha256": stored.sha256})
        session.delete(stored)
    forget(stored.sha256)


def stored_file(project: Project, name: str, content: bytes, zone: str | None) -> StoredFile:
    """A ticket file as it is kept, whole."""
    return StoredFile(
        project_id=project.id,
        subject=SUBJECT,
        name=name[:_LONGEST_NAME],
        sha256=hashlib.sha256(content).hexdigest(),
        size=len(content),
        content=content,
        zone=zone or "",
    )


def read_content(actor: Actor, file_id: str) -> bytes:
    """The bytes of a stored file, as they were given."""
    require(actor, *BUYING_SIDE)
    with look(actor) as session:
        return find(session, StoredFile, file_id).content
