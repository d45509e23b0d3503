"""Colleagues of the person at work, for what several people do with one project."""

from dataclasses import replace

from domain.shared.people import Actor, Role
from services import accounts


def colleague_of(actor: Actor, name: str, role: Role = Role.MERCHANT) -> Actor:
    """Another person of the same organisation, added by an administrator."""
    handed = accounts.add_person(actor, name=name, login=f"{name}@example.com", role=role, language="en")
    return replace(actor, user_id=handed.user_id, name=name, role=role, login=handed.login)
