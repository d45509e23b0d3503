"""The pilot of a project: its plan, its ticket files and the scorecards that follow from both."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from domain.pilot.plan import PilotPlan
from domain.pilot.verdict import Verdict
from domain.requirements.record import Record
from domain.shared.outcomes import DomainError
from domain.shared.people import Actor
from services.pilot_files import Upload, read_content
from services.pilot_kept import Judged, scorecards, verdicts
from services.pilot_plan import SUBJECT, plan_of, plan_values, plan_versions
from services.scoring import Scored
from services.stored import StoredProject, read_stored


@dataclass(frozen=True, slots=True, kw_only=True)
class Pilot:
    """A project's pilot as it stands.

    Attributes:
        values: what is stored of the plan, by key.
        versions: of each stored value, as the form must pass them back.
        plan: the plan, None while something it needs is missing or wrong.
        plan_problem: why there is no plan; None when simply nothing was typed yet.
        saved_at: when the plan was last changed, in UTC; None while nothing was.
        uploads: ticket files that count, in order.
        removed: ticket files that were taken out and can be brought back.
        scored: scorecards, None without a readable file.
    """

    values: Mapping[str, Any]
    versions: Mapping[str, int]
    plan: PilotPlan | None
    plan_problem: DomainError | None
    saved_at: datetime | None
    uploads: Sequence[Upload]
    removed: Sequence[Upload]
    scored: Scored | None


def read_pilot(actor: Actor, project_id: str, record: Record) -> Pilot:
    """The pilot of a project; hours of coverage and time zone come from the requirements.

    Args:
        actor: who looks.
        project_id: of the project.
        record: the project's requirements.
    """
    return pilot_of(actor, read_stored(actor, project_id), record)


def pilot_of(actor: Actor, stored: StoredProject, record: Record) -> Pilot:
    """The same from what was read already; the actor fetches the files when nothing is kept of them."""
    entries = stored.entries[SUBJECT]
    values = plan_values(entries, record)
    plan, problem = plan_of(values)
    return Pilot(
        values=values,
        versions=plan_versions(entries),
        plan=plan,
        plan_problem=problem,
        saved_at=max((entry.changed_at for entry in entries.values()), default=None),
        uploads=stored.uploads,
        removed=stored.removed,
        scored=scorecards(_judged(actor, stored.uploads, values, plan)) if stored.uploads else None,
    )


def verdicts_of(actor: Actor, stored: StoredProject, record: Record) -> tuple[Verdict, ...] | None:
    """The verdict of each vendor: None without a ticket file, nothing when no file can be read any more."""
    if not stored.uploads:
        return None
    values = plan_values(stored.entries[SUBJECT], record)
    plan, _ = plan_of(values)
    return verdicts(_judged(actor, stored.uploads, values, plan))


def _judged(
    actor: Actor, uploads: Sequence[Upload], values: Mapping[str, Any], plan: PilotPlan | None
) -> Judged:
    return Judged(
        files=[(upload.sha256, upload.zone, upload.size) for upload in uploads],
        values=values if plan else None,
        plan=plan,
        contents=lambda: [(read_content(actor, upload.id), upload.zone or None) for upload in uploads],
    )
