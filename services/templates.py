"""A project copied as a template: the answers that say what kind of work it is, without parties, days or vendor."""

from collections.abc import Mapping

from domain.requirements.template import LeftOut
from domain.shared.people import BUYING_SIDE, Actor
from models import Project
from services.audit import audit
from services.catalog import catalog
from services.projects import new_project
from services.record import content_of, entries_of, replace_all
from services.requirements import SUBJECT
from services.unit import UnitSession, find, look, require, work


def left_out_of_copy(actor: Actor, project_id: str) -> Mapping[str, LeftOut]:
    """The answered questions a copy leaves unanswered, each with why, in the order they are asked.

    Raises:
        DomainError: not allowed, or no such project.
    """
    require(actor, *BUYING_SIDE)
    with look(actor) as session:
        return _left_out(session, find(session, Project, project_id))


def copy_as_template(actor: Actor, project_id: str, name: str) -> str:
    """A new project with the answers of another one; returns its id.

    Copied are the requirements with their states and origins. Left behind are the parties' names, whatever holds
    on a day only, what is known of a vendor (`left_out_of_copy`), pilot and contract values, ticket files,
    comments and versions.

    Raises:
        DomainError: not allowed, no such project, ``projects.name_empty``, ``projects.name_long``.
    """
    require(actor, *BUYING_SIDE)
    with work(actor) as session:
        source = find(session, Project, project_id)
        left_out = _left_out(session, source)
        # Invented answers stay marked as invented.
        copy = new_project(session, name, sample=source.sample)
        entries = entries_of(session, source.id, SUBJECT)[SUBJECT]
        contents = {key: content_of(entry) for key, entry in entries.items() if key not in left_out}
        replace_all(session, copy, SUBJECT, contents)
        audit(session, "projects.copy", copy, after={"from": source.id, "left_out": list(left_out)})
        return copy.id


def _left_out(session: UnitSession, project: Project) -> Mapping[str, LeftOut]:
    answered = entries_of(session, project.id, SUBJECT)[SUBJECT]
    groups = catalog().template.left_out(catalog().book.questions.values())
    return {question: why for question, why in groups.items() if question in answered}
