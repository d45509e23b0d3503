"""One project as the lists show it."""

from domain.projects.journey import SHELVES
from domain.shared.people import Actor
from services.projects import ProjectLine, list_projects


def line_of(actor: Actor, project: str) -> ProjectLine:
    """The line of a project, whichever shelf it stands on."""
    lines = [line for shelf in SHELVES for line in list_projects(actor, shelf=shelf)]
    return next(line for line in lines if line.id == project)
