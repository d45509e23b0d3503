"""The audit: who did what, when, written in the transaction that does it."""

from collections.abc import Mapping
from typing import Any

from models import AuditEntry
from services.unit import UnitSession, now


def audit(
    session: UnitSession,
    action: str,
    record: Any,
    *,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
) -> None:
    """Write down what was done, in the transaction that does it.

    Args:
        session: the unit of work the change is part of.
        action: code of the action, ``people.add``.
        record: the record it was done to; must have an id and, if it is owned, its organisation.
        before: plain values before, no secrets.
        after: plain values after.
    """
    actor = session.actor
    organisation = getattr(record, "organisation_id", "") or (actor.organisation_id if actor else record.id)
    session.add(
        AuditEntry(
            at=now(),
            organisation_id=organisation,
            user_id=actor.user_id if actor else None,
            action=action,
            kind=record.__tablename__,
            record_id=record.id,
            before=dict(before) if before is not None else None,
            after=dict(after) if after is not None else None,
        )
    )
