"""The pilot of a project: its plan, its ticket files, its scorecards."""

import hashlib
import json
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlmodel import col, select

from domain.pilot.plan import PilotPlan
from domain.requirements.record import Record
from domain.shared.outcomes import DomainError
from domain.shared.people import BUYING_SIDE, Actor
from models import Project, StoredFile
from services.audit import audit
from services.catalog import catalog
from services.record import Entry, read_entries, save_entry
from services.scoring import Progress, Scored, plan_from, read_files, score_file
from services.unit import UnitSession, find, look, require, work
from tickets.exports import empty_file, rejected_file, sample_file
from tickets.file import TicketFile
from words import Language, say

SUBJECT: Literal["pilot"] = "pilot"
_DAYS = {
    "mon": "monday",
    "tue": "tuesday",
    "wed": "wednesday",
    "thu": "thursday",
    "fri": "friday",
    "sat": "saturday",
    "sun": "sunday",
}
_KEPT = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """A ticket file of the pilot.

    Attributes:
        id: of the stored file.
        name: as the person called it.
        size: bytes.
        sha256: of the content.
        zone: time zone chosen for times without offset; empty when none was needed.
        uploaded_at: when, in UTC.
    """

    id: str
    name: str
    size: int
    sha256: str
    zone: str
    uploaded_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Pilot:
    """A project's pilot as it stands.

    Attributes:
        values: what is stored of the plan, by key.
        plan: the plan, None while something it needs is missing or wrong.
        plan_problem: why there is no plan; None when simply nothing was typed yet.
        uploads: ticket files in order.
        scored: scorecards, None without a readable file.
    """

    values: Mapping[str, Any]
    plan: PilotPlan | None
    plan_problem: DomainError | None
    uploads: Sequence[Upload]
    scored: Scored | None


def read_pilot(actor: Actor, project_id: str, record: Record) -> Pilot:
    """The pilot of a project; hours of coverage and time zone come from the requirements.

    Args:
        actor: who looks.
        project_id: of the project.
        record: the project's requirements.
    """
    entries = read_entries(actor, project_id, SUBJECT)
    values = plan_values(entries, record)
    plan, problem = _plan(values)
    uploads = list_uploads(actor, project_id)
    scored = _scored(actor, uploads, values if plan else None, plan) if uploads else None
    return Pilot(values=values, plan=plan, plan_problem=problem, uploads=uploads, scored=scored)


def plan_values(entries: Mapping[str, Entry], record: Record) -> dict[str, Any]:
    """The plan as plain values: typed ones over what the requirements say."""
    from_requirements = {
        "weeks": record.value("pilot_weeks"),
        "zone": record.value("time_zone"),
        "coverage": {_DAYS[day]: spans for day, spans in (record.schedule or {}).items() if spans},
    }
    typed = {key: entry.value for key, entry in entries.items() if entry.state == "answered"}
    return {
        key: value for key, value in {**from_requirements, **typed}.items() if value not in (None, {}, [])
    }


def _plan(values: Mapping[str, Any]) -> tuple[PilotPlan | None, DomainError | None]:
    """The plan, or why there is none; before a start was typed there is simply none yet."""
    if "start" not in values:
        return None, None
    vendors = {name: _whole_rubric(given) for name, given in values.get("vendors", {}).items()}
    try:
        return plan_from({**values, "vendors": vendors}), None
    except DomainError as error:
        return None, error


def _whole_rubric(given: Mapping[str, Any]) -> dict[str, Any]:
    """Marks count once all of them are typed; until then the reports are simply not marked yet."""
    items = {"reports", *(item.id for item in catalog().pilot_rules.rubric.items)}
    kept = {name: value for name, value in given.items() if value}
    if set(kept.get("rubric", {})) < items:
        kept.pop("rubric", None)
    return kept


def save_plan_value(actor: Actor, project_id: str, key: str, value: Any) -> None:
    """Save one value of the plan as it was typed, right or wrong; the page says what is wrong with it."""
    save_entry(actor, project_id, SUBJECT, key, value=value)


def list_uploads(actor: Actor, project_id: str) -> list[Upload]:
    """The ticket files of a project, oldest first, without their content."""
    require(actor, *BUYING_SIDE)
    with look(actor) as session:
        find(session, Project, project_id)
        return [_upload(stored) for stored in _stored(session, project_id)]


def _stored(session: UnitSession, project_id: str) -> Sequence[StoredFile]:
    return session.exec(
        select(StoredFile)
        .where(col(StoredFile.project_id) == project_id, col(StoredFile.subject) == SUBJECT)
        .order_by(col(StoredFile.created_at), col(StoredFile.id))
    ).all()


def _upload(stored: StoredFile) -> Upload:
    return Upload(
        id=stored.id,
        name=stored.name,
        size=stored.size,
        sha256=stored.sha256,
        zone=stored.zone,
        uploaded_at=stored.created_at,
    )


def add_upload(
    actor: Actor,
    project_id: str,
    *,
    name: str,
    content: bytes,
    zone: str | None,
    replace: bool,
    on_progress: Progress | None = None,
) -> TicketFile:
    """Read a ticket file and keep it whole; nothing is kept of a file that cannot be read.

    Args:
        actor: who uploads.
        project_id: of the project.
        name: of the file.
        content: its bytes.
        zone: for times without offset.
        replace: take the earlier files away instead of adding to them.
        on_progress: called while reading.

    Returns:
        This file as it was read, rejected rows included.

    Raises:
        DomainError: the file cannot be read as tickets; the earlier files stay.
    """
    require(actor, *BUYING_SIDE)
    read = read_files([(content, zone)], on_progress)
    if not read.accepted:
        raise DomainError("tickets.none_accepted", total=read.total)
    with work(actor) as session:
        project = find(session, Project, project_id)
        if replace:
            for stored in _stored(session, project_id):
                audit(session, "pilot.remove_file", stored, before={"name": stored.name})
                session.delete(stored)
        kept = StoredFile(
            project_id=project.id,
            subject=SUBJECT,
            name=name[:255],
            sha256=hashlib.sha256(content).hexdigest(),
            size=len(content),
            content=content,
            zone=zone or "",
        )
        session.add(kept)
        session.flush()
        audit(session, "pilot.add_file", kept, after={"name": kept.name, "sha256": kept.sha256})
    return read


def read_content(actor: Actor, file_id: str) -> bytes:
    """The bytes of a stored file, as they were given."""
    require(actor, *BUYING_SIDE)
    with look(actor) as session:
        return find(session, StoredFile, file_id).content


# Reading and measuring a large file takes seconds; its result depends on nothing but these keys.
_SCORED: OrderedDict[str, Scored] = OrderedDict()


def _scored(
    actor: Actor, uploads: Sequence[Upload], values: Mapping[str, Any] | None, plan: PilotPlan | None
) -> Scored | None:
    """The scorecards, remembered by content and plan; None when the kept files cannot be read any more."""
    files = [(upload.sha256, upload.zone) for upload in uploads]
    key = json.dumps([files, values], sort_keys=True, default=str)
    if key in _SCORED:
        _SCORED.move_to_end(key)
        return _SCORED[key]
    try:
        file = read_files([(read_content(actor, upload.id), upload.zone or None) for upload in uploads])
        scored = score_file(file, plan)
    except DomainError:
        return None
    _SCORED[key] = scored
    while len(_SCORED) > _KEPT:
        _SCORED.popitem(last=False)
    return scored


def empty_table() -> bytes:
    """The headings of a ticket file and nothing else."""
    return empty_file(catalog().ticket_columns)


def explained_table() -> bytes:
    """The headings with an example row."""
    return sample_file(catalog().ticket_columns)


def rejected_rows(file: TicketFile, language: Language) -> bytes:
    """The rejected rows as they were, with line and reason, for a spreadsheet."""
    return rejected_file(
        file,
        headings=(say(language, "tickets.line"), say(language, "tickets.reason")),
        sentence=lambda row: say(language, f"tickets.row.{row.reason}", **row.values),
    )
