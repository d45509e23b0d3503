"""Everything stored of a project, read at once: what one run of a page, or one download, works from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from domain.shared.people import BUYING_SIDE, Actor
from models import Project
from services.costing_baseline import Baseline, baseline_of
from services.pilot_files import Upload, uploads_of
from services.record import SUBJECTS, Entry, Subject, entries_of
from services.unit import find, look, require
from services.versions import ready_at


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredProject:
    """A project as it is stored, without the content of its files.

    Attributes:
        id: of the project.
        name: as its people call it.
        sample: id of the built-in sample it came from, empty for a merchant's own.
        entries: values by subject and key; every subject is there.
        files: ticket files, oldest first, those that were removed too.
        baseline: the scenario that budget, request and contract stand on; None for the record as it is.
        ready_at: when its requirements were last declared complete, in UTC; None when they never were.
    """

    id: str
    name: str
    sample: str
    entries: Mapping[Subject, Mapping[str, Entry]]
    files: Sequence[Upload]
    baseline: Baseline | None
    ready_at: datetime | None

    @property
    def uploads(self) -> tuple[Upload, ...]:
        """The ticket files that count."""
        return tuple(file for file in self.files if file.removed_at is None)

    @property
    def removed(self) -> tuple[Upload, ...]:
        """The ticket files that were taken out of the pilot."""
        return tuple(file for file in self.files if file.removed_at is not None)


def read_stored(actor: Actor, project_id: str) -> StoredProject:
    """A project in one look, so that its parts agree with each other.

    Raises:
        DomainError: not allowed, or not found (also when it belongs to somebody else).
    """
    require(actor, *BUYING_SIDE)
    with look(actor) as session:
        project = find(session, Project, project_id)
        return StoredProject(
            id=project.id,
            name=project.name,
            sample=project.sample,
            entries=entries_of(session, project_id, *SUBJECTS),
            files=uploads_of(session, project_id),
            baseline=baseline_of(session, project_id),
            ready_at=ready_at(session, project_id),
        )
