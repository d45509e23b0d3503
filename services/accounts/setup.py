"""The first organisation of an installation, guarded by a one-time code."""

import logging

from sqlmodel import col, delete, func, select

from domain.shared.outcomes import DomainError
from domain.shared.people import Role
from models import Organisation, SetupCode, User
from services.accounts.logins import MOST_PER_LOGIN, count_attempt
from services.accounts.passwords import check_password, fingerprint, handed_out, hashed, normal_login
from services.accounts.records import as_plain, clean_name, new_organisation
from services.audit import audit
from services.unit import look, now, work
from words import Language

_LOG = logging.getLogger("kefu.accounts")


def needs_set_up() -> bool:
    """Whether no organisation exists yet."""
    with look(None) as session:
        return session.exec(select(func.count()).select_from(Organisation)).one() == 0


def new_setup_code() -> str:
    """A new one-time code for the set-up form; the one before it is void."""
    code = handed_out(3)
    with work(None) as session:
        session.merge(SetupCode(id=1, code_hash=fingerprint(code), created_at=now()))
    _LOG.info("a new set-up code was made; the one before it is void")
    return code


def set_up(
    *,
    code: str,
    organisation: str,
    name: str,
    login: str,
    password: str,
    again: str,
    language: Language,
    address: str,
) -> None:
    """Create the first organisation and its admin.

    Raises:
        DomainError: a wrong or used code, or a value that is not accepted.
    """
    count_attempt({f"setup:{address}"[:80]: MOST_PER_LOGIN})
    normal = normal_login(login)
    check_password(password, again, normal)
    password_hash = hashed(password)
    with work(None) as session:
        # Deleting takes the row, so that of two browsers with the same code one comes second.
        used = session.exec(
            delete(SetupCode).where(col(SetupCode.code_hash) == fingerprint(code.strip().upper()))
        )
        if used.rowcount != 1:
            _LOG.warning("set-up from %r refused: wrong code", address)
            raise DomainError("accounts.wrong_code")
        company = new_organisation(session, organisation)
        admin = User(
            organisation_id=company.id,
            login=normal,
            name=clean_name(name),
            role=Role.ADMIN,
            language=language,
            password_hash=password_hash,
        )
        session.add(admin)
        audit(session, "organisation.set_up", company, after={"name": company.name})
        audit(session, "people.add", admin, after=as_plain(admin))
