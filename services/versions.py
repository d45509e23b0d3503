"""Named versions of the requirements: kept, listed, compared and brought back."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy.exc import IntegrityError
from sqlmodel import col, func, select

from domain.requirements.versions import Difference, Occasion, Ready, VersionLine, differences
from domain.shared.contents import Content
from domain.shared.outcomes import DomainError
from domain.shared.people import BUYING_SIDE, Actor
from models import NamedVersion, Project
from services.audit import audit
from services.catalog import catalog
from services.colleagues import names_of
from services.names import LONGEST_NAME, name_of, on_one_line
from services.record import Entry, content_of, entries_of, replace_all, writable_project
from services.requirements import SUBJECT, from_entries
from services.unit import UnitSession, find, look, require, work


def keep_version(actor: Actor, project_id: str, name: str) -> int:
    """Keep the requirements as they stand under a name; returns the version's number.

    Raises:
        DomainError: not allowed, no such project or a deleted one, ``versions.name_empty``,
            ``versions.name_long``.
    """
    require(actor, *BUYING_SIDE)
    called = name_of("versions", name)
    with work(actor) as session:
        return keep_version_within(session, writable_project(session, project_id), "by_hand", called).number


def declare_ready(actor: Actor, project_id: str) -> int:
    """Declare the requirements complete and keep them as they stand; returns the version's number.

    Raises:
        DomainError: not allowed, no such project or a deleted one; ``versions.not_ready`` while something is
            missing, refused or blocked.
    """
    require(actor, *BUYING_SIDE)
    with work(actor) as session:
        project = writable_project(session, project_id)
        unsettled = from_entries(entries_of(session, project.id, SUBJECT)[SUBJECT]).unsettled
        if unsettled:
            raise DomainError("versions.not_ready", count=len(unsettled))
        return keep_version_within(session, project, "ready").number


def keep_version_within(
    session: UnitSession, project: Project, occasion: Occasion, name: str = ""
) -> NamedVersion:
    """Keep the requirements as they stand, within a unit of work that does more.

    Args:
        session: the unit of work.
        project: whose requirements.
        occasion: why; of an import and a restore the version is kept before anything is replaced.
        name: what a person called it, the file imported, or the number of the version restored.

    Raises:
        DomainError: ``accounts.overtaken``: somebody else kept a version at the same moment.
    """
    last = session.exec(
        select(func.max(NamedVersion.number)).where(col(NamedVersion.project_id) == project.id)
    ).one()
    version = NamedVersion(
        project_id=project.id,
        number=(last or 0) + 1,
        name=on_one_line(name)[:LONGEST_NAME],
        occasion=occasion,
        content=_plain(entries_of(session, project.id, SUBJECT)[SUBJECT]),
    )
    session.add(version)
    try:
        session.flush()
    except IntegrityError as error:
        raise DomainError("accounts.overtaken") from error
    kept = {"number": version.number, "name": version.name, "occasion": occasion}
    audit(session, "versions.keep", version, after=kept)
    return version


def keep_shared_version(actor: Actor, project_id: str) -> None:
    """Keep the requirements as vendors get them; nothing new while the newest version says the same.

    A project that was deleted meanwhile keeps its versions as they are.

    Raises:
        DomainError: not allowed, no such project.
    """
    require(actor, *BUYING_SIDE)
    with work(actor) as session:
        project = find(session, Project, project_id)
        newest = session.exec(
            select(NamedVersion)
            .where(col(NamedVersion.project_id) == project.id)
            .order_by(col(NamedVersion.number).desc())
        ).first()
        now_says = _plain(entries_of(session, project.id, SUBJECT)[SUBJECT])
        if project.deleted_at is None and (newest is None or newest.content != now_says):
            keep_version_within(session, project, "share")


def list_versions(actor: Actor, project_id: str) -> tuple[VersionLine, ...]:
    """The named versions of a project, newest first.

    Raises:
        DomainError: not allowed, or no such project.
    """
    require(actor, *BUYING_SIDE)
    with look(actor) as session:
        find(session, Project, project_id)
        chosen = select(NamedVersion).where(col(NamedVersion.project_id) == project_id)
        rows = session.exec(chosen.order_by(col(NamedVersion.number).desc())).all()
        names = names_of(session, (row.created_by for row in rows))
        return tuple(_line(row, names) for row in rows)


def read_ready(actor: Actor, project_id: str, entries: Mapping[str, Entry]) -> Ready | None:
    """When the requirements were last declared complete; None when they never were.

    Args:
        actor: who asks.
        project_id: of the project.
        entries: the requirements as they stand, to count what is answered differently since.
    """
    require(actor, *BUYING_SIDE)
    with look(actor) as session:
        find(session, Project, project_id)
        chosen = select(NamedVersion).where(
            col(NamedVersion.project_id) == project_id, col(NamedVersion.occasion) == "ready"
        )
        row = session.exec(chosen.order_by(col(NamedVersion.number).desc()).limit(1)).one_or_none()
        if row is None:
            return None
        changed = _differences(_contents(row.content), _contents(_plain(entries)))
        return Ready(version=_line(row, names_of(session, [row.created_by])), changed=len(changed))


def ready_at(session: UnitSession, project_id: str) -> datetime | None:
    """When the requirements were last declared complete, within a unit of work that reads more."""
    chosen = select(func.max(NamedVersion.created_at)).where(
        col(NamedVersion.project_id) == project_id, col(NamedVersion.occasion) == "ready"
    )
    return session.exec(chosen).one()


def compare_versions(
    actor: Actor, project_id: str, before: int, after: int | None = None
) -> tuple[Difference, ...]:
    """The questions answered differently in two versions, in the order they are asked.

    Args:
        actor: who asks.
        project_id: of the project.
        before: number of the earlier version.
        after: number of the later one; None for the requirements as they stand now.

    Raises:
        DomainError: not allowed, no such project or version.
    """
    require(actor, *BUYING_SIDE)
    with look(actor) as session:
        project = find(session, Project, project_id)
        was = _contents(_numbered(session, project, before).content)
        if after is None:
            return _differences(was, _contents(_plain(entries_of(session, project.id, SUBJECT)[SUBJECT])))
        return _differences(was, _contents(_numbered(session, project, after).content))


def restore_version(actor: Actor, project_id: str, number: int) -> int:
    """Make the requirements what they were in a version.

    Returns:
        The number of the version that keeps them as they were until now: restoring that takes it back.

    Raises:
        DomainError: not allowed, no such project or version, a deleted project, overtaken.
    """
    require(actor, *BUYING_SIDE)
    with work(actor) as session:
        project = writable_project(session, project_id)
        wanted = _numbered(session, project, number)
        kept = keep_version_within(session, project, "restore", str(number))
        replace_all(session, project, SUBJECT, _contents(wanted.content))
        audit(session, "versions.restore", wanted, after={"number": number, "kept": kept.number})
        return kept.number


def _numbered(session: UnitSession, project: Project, number: int) -> NamedVersion:
    found = session.exec(
        select(NamedVersion).where(
            col(NamedVersion.project_id) == project.id, col(NamedVersion.number) == number
        )
    ).one_or_none()
    if found is None:
        raise DomainError("accounts.not_found")
    return found


def _differences(before: Mapping[str, Content], after: Mapping[str, Content]) -> tuple[Difference, ...]:
    return differences(catalog().book.questions, before, after)


def _plain(entries: Mapping[str, Entry]) -> dict[str, Any]:
    """Entries as a version stores them, refused drafts included."""
    return {key: asdict(content_of(entry)) for key, entry in sorted(entries.items())}


def _contents(plain: Mapping[str, Any]) -> dict[str, Content]:
    return {key: Content(**parts) for key, parts in plain.items()}


def _line(row: NamedVersion, names: Mapping[str | None, str]) -> VersionLine:
    occasion: Occasion = row.occasion  # type: ignore[assignment]  # only this module writes it
    return VersionLine(
        number=row.number, name=row.name, occasion=occasion, by=names[row.created_by], at=row.created_at
    )
