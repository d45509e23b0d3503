"""The people of an organisation: set-up, adding, disabling, roles, passwords, language."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy.exc import IntegrityError
from sqlmodel import col, func, select

from domain.shared.outcomes import DomainError
from domain.shared.people import Actor, Role
from models import Organisation, User
from services.accounts.logins import forget, revoke_all
from services.accounts.passwords import handed_out, hashed, normal_login
from services.accounts.records import as_plain, clean_name, new_organisation
from services.audit import audit
from services.unit import UnitSession, find, look, now, require, work
from words import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A line of the People page.

    Attributes:
        state: active, invited (still has the password that was handed out) or disabled.
    """

    user_id: str
    name: str
    login: str
    role: Role
    language: str
    disabled_at: datetime | None
    state: Literal["active", "invited", "disabled"]


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedOut:
    """A password for one use, shown once and never again."""

    user_id: str
    login: str
    password: str


def list_people(actor: Actor) -> list[Person]:
    """The people of the actor's organisation, by name."""
    require(actor, Role.ADMIN)
    with look(actor) as session:
        users = session.exec(select(User).order_by(col(User.name), col(User.login))).all()
    return [_person(user) for user in users]


def add_person(
    actor: Actor | None, *, name: str, login: str, role: Role, language: Language, organisation: str = ""
) -> HandedOut:
    """Add a person and hand out a password that must be changed at the first sign-in.

    Args:
        actor: an admin, or None for the command line.
        name: how they are called.
        login: their e-mail address.
        role: what they may do.
        language: in which language they start.
        organisation: empty for the actor's own. The command line may name any, and creates it when it is
            new; an admin may only name one that does not exist yet, whose first person is its admin.

    Returns:
        The password for the first sign-in.
    """
    if actor:
        require(actor, Role.ADMIN)
    normal, password = normal_login(login), handed_out()
    password_hash = hashed(password)
    try:
        with work(actor) as session:
            user = User(
                organisation_id=_organisation_for(session, organisation, role),
                login=normal,
                name=clean_name(name),
                role=role,
                language=language,
                password_hash=password_hash,
                must_change_password=True,
            )
            session.add(user)
            audit(session, "people.add", user, after=as_plain(user))
    except IntegrityError as error:
        raise DomainError("accounts.login_taken", login=normal) from error
    return HandedOut(user_id=user.id, login=user.login, password=password)


def _organisation_for(session: UnitSession, given: str, role: Role) -> str:
    """The organisation a new person joins."""
    actor = session.actor
    if actor and not given.strip():
        return actor.organisation_id
    name = clean_name(given)
    if actor and name == actor.organisation:
        return actor.organisation_id
    existing = session.exec(select(Organisation).where(Organisation.name == name)).one_or_none()
    if existing and actor is None:
        return existing.id
    if existing:
        raise DomainError("accounts.organisation_taken", name=name)
    if role is not Role.ADMIN:
        raise DomainError("accounts.first_is_admin")
    company = new_organisation(session, name)
    audit(session, "organisation.add", company, after={"name": company.name})
    return company.id


def disable_person(actor: Actor | None, user_id: str) -> None:
    """Shut a person out, at once and on all their browsers."""

    def disable(session: UnitSession, user: User) -> None:
        user.disabled_at = user.disabled_at or now()
        revoke_all(session, user.id)

    _change(actor, user_id, "people.disable", disable, keeps_an_admin=True)


def enable_person(actor: Actor | None, user_id: str) -> None:
    """Let a person in again."""

    def enable(_session: UnitSession, user: User) -> None:
        user.disabled_at = None

    _change(actor, user_id, "people.enable", enable)


def change_role(actor: Actor | None, user_id: str, role: Role) -> None:
    """Give a person another role; it holds from their next action."""

    def assign(_session: UnitSession, user: User) -> None:
        user.role = role

    _change(actor, user_id, "people.change_role", assign, keeps_an_admin=role is not Role.ADMIN)


def reset_password(actor: Actor | None, user_id: str) -> HandedOut:
    """Hand out a new password, shown once; the person is signed out everywhere."""
    password = handed_out()
    password_hash = hashed(password)

    def replace(session: UnitSession, user: User) -> None:
        user.password_hash, user.must_change_password = password_hash, True
        revoke_all(session, user.id)

    user = _change(actor, user_id, "people.reset_password", replace)
    return HandedOut(user_id=user.id, login=user.login, password=password)


def _change(
    actor: Actor | None,
    user_id: str,
    action: str,
    change: Callable[[UnitSession, User], None],
    *,
    keeps_an_admin: bool = False,
) -> User:
    """Change one person, write it down, and make it felt at their next action."""
    if actor:
        require(actor, Role.ADMIN)
    with work(actor) as session:
        user = find(session, User, user_id)
        before = as_plain(user)
        if keeps_an_admin:
            _wait_for_others(session, user.organisation_id)
        change(session, user)
        if keeps_an_admin:
            session.flush()
            _keep_an_admin(session, user.organisation_id)
        audit(session, action, user, before=before, after=as_plain(user))
    forget()
    return user


def _wait_for_others(session: UnitSession, organisation_id: str) -> None:
    """Of two administrators who disable each other at once, the second one counts after the first is done."""
    # Only PostgreSQL needs it: writers of SQLite come one after another anyway.
    session.exec(
        select(Organisation.id).where(Organisation.id == organisation_id).with_for_update(key_share=True)
    ).one()


def _keep_an_admin(session: UnitSession, organisation_id: str) -> None:
    """An organisation without an admin could never be mended from the inside."""
    remaining = select(func.count()).where(
        User.organisation_id == organisation_id, User.role == Role.ADMIN, col(User.disabled_at).is_(None)
    )
    if session.exec(remaining).one() == 0:
        raise DomainError("accounts.last_admin")


def find_by_login(login: str) -> Person:
    """A person of any organisation, for the command line.

    Raises:
        DomainError: ``accounts.not_found``.
    """
    with look(None) as session:
        user = session.exec(select(User).where(User.login == normal_login(login))).one_or_none()
    if user is None:
        raise DomainError("accounts.not_found")
    return _person(user)


def _person(user: User) -> Person:
    return Person(
        user_id=user.id,
        name=user.name,
        login=user.login,
        role=Role(user.role),
        language=user.language,
        disabled_at=user.disabled_at,
        state="disabled" if user.disabled_at else "invited" if user.must_change_password else "active",
    )
