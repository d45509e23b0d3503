"""Who wrote or changed something, by the name colleagues know."""

from collections.abc import Iterable, Mapping

from sqlmodel import col, select

from models import User
from services.unit import UnitSession


def names_of(session: UnitSession, user_ids: Iterable[str | None]) -> Mapping[str | None, str]:
    """The names behind user ids of the actor's organisation.

    Returns:
        A name for every id given; empty where the installation itself acted or the person is not known here.
    """
    wanted = set(user_ids)
    people = session.exec(select(User).where(col(User.id).in_(wanted - {None}))).all() if wanted else ()
    known = {person.id: person.name for person in people}
    return {user_id: known.get(user_id or "", "") for user_id in wanted}
