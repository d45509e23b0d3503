"""The unit of work: one transaction on behalf of one person.

`work(actor)` writes, `look(actor)` reads. Inside, only records of the actor's organisation can be found,
every record is stamped with who and when, and a change that somebody else overtook is refused.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any, TypeVar

from sqlalchemy import event
from sqlalchemy.orm import ORMExecuteState, UOWTransaction, with_loader_criteria
from sqlalchemy.orm.exc import StaleDataError
from sqlalchemy.sql.base import ExecutableOption
from sqlmodel import Session, col

from domain.shared.outcomes import DomainError
from domain.shared.people import Actor, Role
from models import Owned
from models.engine import get_engine, reader
from services.settings import settings

T = TypeVar("T", bound=Owned)


def _system_clock() -> datetime:
    return datetime.now(UTC)


# The clock in force; tests put another one here through `clock_set_to`.
_clock: Callable[[], datetime] = _system_clock


def now() -> datetime:
    """This moment in UTC, by the clock in force."""
    return _clock()


@contextmanager
def clock_set_to(clock: Callable[[], datetime]) -> Iterator[None]:
    """Use another clock for a while (tests, backdated samples)."""
    global _clock  # noqa: PLW0603  # one clock per process is the point
    before, _clock = _clock, clock
    try:
        yield
    finally:
        _clock = before


class UnitSession(Session):
    """A session that knows on whose behalf it acts; None is the installation itself (sign-in, set-up)."""

    actor: Actor | None = None


@contextmanager
def work(actor: Actor | None) -> Iterator[UnitSession]:
    """One writing transaction: everything in it is saved, or nothing is.

    Args:
        actor: on whose behalf; None only for the installation itself.

    Raises:
        DomainError: ``accounts.overtaken``: somebody else changed the record meanwhile.
    """
    with UnitSession(get_engine(settings().database_url), expire_on_commit=False) as session:
        session.actor = actor
        try:
            yield session
            session.commit()
        except StaleDataError as error:
            raise DomainError("accounts.overtaken") from error


@contextmanager
def look(actor: Actor | None) -> Iterator[UnitSession]:
    """One reading transaction; what it finds stays readable afterwards and changes nothing."""
    engine = reader(get_engine(settings().database_url))
    with UnitSession(engine, expire_on_commit=False, autoflush=False) as session:
        session.actor = actor
        yield session
        if session.new or session.deleted or any(session.is_modified(o) for o in session.dirty):
            raise RuntimeError("a reading transaction was used to change something")
        session.expunge_all()


def require(actor: Actor, *roles: Role) -> None:
    """Go on only if the actor has one of the roles.

    Raises:
        DomainError: ``accounts.not_allowed``.
    """
    if actor.role not in roles:
        raise DomainError("accounts.not_allowed")


def find(session: UnitSession, kind: type[T], record_id: str) -> T:
    """A record of the actor's organisation.

    Raises:
        DomainError: ``accounts.not_found``; the same answer whether it does not exist or is another's.
    """
    record = session.get(kind, record_id)
    if record is None or (session.actor and record.organisation_id != session.actor.organisation_id):
        raise DomainError("accounts.not_found")
    return record


def _only_own(state: ORMExecuteState) -> None:
    """Add the organisation to every question, so that a forgotten condition cannot show another's records."""
    session = state.session
    actor = session.actor if isinstance(session, UnitSession) else None
    if actor is None or state.is_column_load or state.is_relationship_load:
        return
    state.statement = state.statement.options(*_of_organisation(actor.organisation_id))


@lru_cache(maxsize=256)  # built once: a page asks several questions at every rerun
def _of_organisation(organisation_id: str) -> tuple[ExecutableOption, ...]:
    """The condition on every table of owned records."""
    return tuple(
        with_loader_criteria(kind, col(kind.organisation_id) == organisation_id, include_aliases=True)
        for kind in Owned.__subclasses__()
    )


def _stamp(session: Session, _context: UOWTransaction, _objects: Any) -> None:
    """Fill organisation, who and when."""
    actor = session.actor if isinstance(session, UnitSession) else None
    user_id = actor.user_id if actor else None
    moment = now()
    for record in session.new:
        if isinstance(record, Owned):
            record.organisation_id = record.organisation_id or (actor.organisation_id if actor else "")
            record.created_at, record.created_by = moment, user_id
            record.changed_at, record.changed_by = moment, user_id
    for record in session.dirty:
        if isinstance(record, Owned) and session.is_modified(record):
            record.changed_at, record.changed_by = moment, user_id


event.listen(UnitSession, "do_orm_execute", _only_own)
event.listen(UnitSession, "before_flush", _stamp)
