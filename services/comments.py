"""Comments by colleagues on the questions of the requirements; all on one question are one thread."""

from collections.abc import Collection, Mapping

from sqlmodel import col, select

from domain.requirements.comments import Remark, Threads
from domain.shared.outcomes import DomainError
from domain.shared.people import BUYING_SIDE, Actor
from models import Comment, Project
from services.audit import audit
from services.catalog import catalog
from services.colleagues import names_of
from services.record import writable_project
from services.unit import UnitSession, find, look, now, require, work

_LONGEST_TEXT = 2000


def read_comments(actor: Actor, project_id: str) -> Threads:
    """All comments of a project by question, oldest first; a question nobody commented on is absent.

    Raises:
        DomainError: not allowed (vendors never see them), or not found.
    """
    require(actor, *BUYING_SIDE)
    with look(actor) as session:
        find(session, Project, project_id)
        chosen = select(Comment).where(col(Comment.project_id) == project_id)
        rows = session.exec(chosen.order_by(col(Comment.created_at), col(Comment.id))).all()
        names = names_of(session, (user for row in rows for user in (row.created_by, row.resolved_by)))
    threads: dict[str, tuple[Remark, ...]] = {}
    for row in rows:
        threads[row.question] = (*threads.get(row.question, ()), _remark(actor, row, names))
    return threads


def add_comment(actor: Actor, project_id: str, question: str, text: str) -> str:
    """Write a comment on a question; returns its id.

    Raises:
        DomainError: not allowed, no such project or a deleted one, ``comments.no_question``,
            ``comments.empty``, ``comments.long``.
    """
    require(actor, *BUYING_SIDE)
    written = _clean(text)
    if question not in catalog().book.questions:
        raise DomainError("comments.no_question")
    with work(actor) as session:
        project = writable_project(session, project_id)
        comment = Comment(project_id=project.id, question=question, text=written)
        session.add(comment)
        session.flush()
        # The text itself stays out of the audit, so that a deleted comment is gone.
        audit(session, "comments.add", comment, after={"question": question})
        return comment.id


def resolve_comments(actor: Actor, project_id: str, comment_ids: Collection[str]) -> None:
    """Declare comments settled: those the person saw, so that one written meanwhile stays open.

    Raises:
        DomainError: not allowed, no such project or comment, a deleted project.
    """
    _settle(actor, project_id, comment_ids, settled=True)


def reopen_comments(actor: Actor, project_id: str, comment_ids: Collection[str]) -> None:
    """Open settled comments again; refusals as in `resolve_comments`."""
    _settle(actor, project_id, comment_ids, settled=False)


def delete_comment(actor: Actor, project_id: str, comment_id: str) -> None:
    """Delete one's own comment for good.

    Raises:
        DomainError: not allowed, no such project or comment, ``comments.not_own``.
    """
    require(actor, *BUYING_SIDE)
    with work(actor) as session:
        comment = _of(session, project_id, comment_id)
        if comment.created_by != actor.user_id:
            raise DomainError("comments.not_own")
        session.delete(comment)
        audit(session, "comments.delete", comment, before={"question": comment.question})


def _settle(actor: Actor, project_id: str, comment_ids: Collection[str], *, settled: bool) -> None:
    require(actor, *BUYING_SIDE)
    with work(actor) as session:
        for comment_id in comment_ids:
            comment = _of(session, project_id, comment_id)
            if (comment.resolved_at is not None) == settled:
                continue
            comment.resolved_at = now() if settled else None
            comment.resolved_by = actor.user_id if settled else None
            action = "comments.resolve" if settled else "comments.reopen"
            audit(session, action, comment, after={"question": comment.question})


def _of(session: UnitSession, project_id: str, comment_id: str) -> Comment:
    """A comment of a project that may be changed."""
    project = writable_project(session, project_id)
    comment = find(session, Comment, comment_id)
    if comment.project_id != project.id:
        raise DomainError("accounts.not_found")
    return comment


def _clean(given: str) -> str:
    """A comment as it is kept: lines stay, blanks around it and what cannot be seen go."""
    lines = ("".join(sign for sign in line if sign.isprintable()) for line in given.strip().splitlines())
    text = "\n".join(lines).strip()
    if not text:
        raise DomainError("comments.empty")
    if len(text) > _LONGEST_TEXT:
        raise DomainError("comments.long", most=_LONGEST_TEXT, given=len(text))
    return text


def _remark(actor: Actor, row: Comment, names: Mapping[str | None, str]) -> Remark:
    return Remark(
        id=row.id,
        text=row.text,
        by=names[row.created_by],
        is_own=row.created_by == actor.user_id,
        at=row.created_at,
        resolved_by=names[row.resolved_by],
        resolved_at=row.resolved_at,
    )
