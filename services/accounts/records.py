"""How a person and an organisation are written down."""

from sqlalchemy.exc import IntegrityError

from domain.shared.outcomes import DomainError
from domain.shared.people import Role
from models import Organisation, User
from services.names import on_one_line
from services.unit import UnitSession, now

_LONGEST_NAME = 200


def new_organisation(session: UnitSession, name: str) -> Organisation:
    """A new organisation, in the given unit of work.

    Raises:
        DomainError: ``accounts.organisation_taken``, ``accounts.name_form``.
    """
    company = Organisation(name=clean_name(name), created_at=now())
    session.add(company)
    try:
        session.flush()
    except IntegrityError as error:
        raise DomainError("accounts.organisation_taken", name=company.name) from error
    return company


def clean_name(given: str) -> str:
    """A name of people or companies as it is kept.

    Raises:
        DomainError: ``accounts.name_form``.
    """
    name = on_one_line(given)
    if not name or len(name) > _LONGEST_NAME:
        raise DomainError("accounts.name_form", most=_LONGEST_NAME)
    return name


def as_plain(user: User) -> dict[str, object]:
    """What the audit may know of a person; never the password."""
    return {
        "name": user.name,
        "login": user.login,
        "role": Role(user.role).value,
        "disabled_at": user.disabled_at.isoformat() if user.disabled_at else None,
        "must_change_password": user.must_change_password,
    }
