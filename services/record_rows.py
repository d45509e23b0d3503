"""The rows behind the record: what each holds, and writing one with its line in the audit."""

from collections.abc import Sequence

from sqlalchemy.exc import IntegrityError
from sqlmodel import col, select

from domain.shared.contents import NOTHING, Content, State
from domain.shared.outcomes import DomainError
from models import RecordEntry
from services.audit import audit
from services.unit import UnitSession


def rows_of(session: UnitSession, project_id: str, subject: str, *keys: str) -> Sequence[RecordEntry]:
    """The rows of a subject, or of these keys of it, empty ones included."""
    question = select(RecordEntry).where(
        col(RecordEntry.project_id) == project_id, col(RecordEntry.subject) == subject
    )
    return session.exec(question.where(col(RecordEntry.key).in_(keys)) if keys else question).all()


def held_by(row: RecordEntry | None) -> Content:
    """What a row holds; a row that is not there yet holds nothing."""
    if row is None:
        return NOTHING
    state: State = row.state  # type: ignore[assignment]  # only this module writes it
    content = Content(value=row.value, state=state, origin=row.origin)
    return NOTHING if content.is_nothing else content


def write_row(session: UnitSession, row: RecordEntry, content: Content) -> None:
    """Put a content into its row and write it down.

    What is taken away leaves an empty row: its version counts on, so that whoever saw the old value is noticed.
    """
    before = held_by(row)
    row.state, row.value, row.origin = content.state, content.value, content.origin
    session.add(row)
    _flush(session)
    parts = ("state", "value") if before.origin == content.origin else ("state", "value", "origin")
    was, is_now = ({part: getattr(each, part) for part in parts} for each in (before, content))
    before_it = None if before.is_nothing else was
    audit(session, f"{row.subject}.save", row, before=before_it, after={"key": row.key, **is_now})


def _flush(session: UnitSession) -> None:
    """Send the value now: two people who give the first answer at once are told apart by the table's key."""
    try:
        session.flush()
    except IntegrityError as error:
        raise DomainError("accounts.overtaken") from error
