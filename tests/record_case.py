"""One value of a project's record, saved and looked at, with its lines in the audit."""

from typing import Any

from sqlmodel import col, select

from domain.shared.people import Actor
from models import AuditEntry
from services.record import Entry, read_entries, save_entry
from services.unit import look


def entry(actor: Actor, project: str, key: str = "orders_month") -> Entry | None:
    return read_entries(actor, project, "requirements").get(key)


def save(actor: Actor, project: str, value: Any, **more: Any) -> int:
    return save_entry(actor, project, "requirements", "orders_month", value=value, **more)


def saves() -> list[AuditEntry]:
    with look(None) as session:
        chosen = select(AuditEntry).where(col(AuditEntry.action).like("%.save")).order_by(col(AuditEntry.id))
        return list(session.exec(chosen).all())
