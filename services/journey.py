"""Where a project stands: read once for the head of its pages and for the home page."""

from dataclasses import dataclass, replace
from typing import Any

from domain.pilot.verdict import Verdict
from domain.projects.journey import Invented, Journey, Standing, journey_of
from domain.requirements.record import Record
from domain.shared.people import Actor
from services.contract_readings import NEEDED as NEEDED_FOR_CONTRACT
from services.costing_baseline import with_baseline
from services.costing_inputs import missing_for_estimate
from services.pilot import verdicts_of
from services.pilot_plan import SUBJECT as PILOT
from services.requirements import SUBJECT as REQUIREMENTS
from services.requirements import Requirements, from_entries
from services.stored import StoredProject, read_stored

# The origin of a value that came with a built-in sample.
_SAMPLE = "sample"


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenProject:
    """A project as one run of one of its pages sees it: read once, so that all of the page agrees.

    Attributes:
        stored: everything stored of it.
        requirements: as they stand.
        journey: where it stands.
    """

    stored: StoredProject
    requirements: Requirements
    journey: Journey


def read_open_project(actor: Actor, project_id: str) -> OpenProject:
    """A project for its page.

    Raises:
        DomainError: not allowed, or not found (also when it belongs to somebody else).
    """
    stored = read_stored(actor, project_id)
    requirements = from_entries(stored.entries[REQUIREMENTS])
    verdicts = verdicts_of(actor, stored, requirements.record)
    journey = journey_of(project_id, _standing(stored, requirements, verdicts))
    return OpenProject(stored=stored, requirements=requirements, journey=journey)


def read_on_baseline(actor: Actor, project_id: str) -> OpenProject:
    """The same for a page whose figures stand on the baseline: contacts, languages and hours of its head do, too.

    Raises:
        DomainError: not allowed, or not found (also when it belongs to somebody else).
    """
    opened = read_open_project(actor, project_id)
    baseline = opened.stored.baseline
    if baseline is None:
        return opened
    facts = _facts(with_baseline(opened.requirements.record, baseline))
    standing = replace(opened.journey.standing, **facts, baseline=baseline.name)
    return replace(opened, journey=replace(opened.journey, standing=standing))


def read_journey(actor: Actor, project_id: str) -> Journey:
    """A project's stages alone.

    Raises:
        DomainError: not allowed, or not found (also when it belongs to somebody else).
    """
    return read_open_project(actor, project_id).journey


def _invented(project: StoredProject) -> Invented:
    """How much of a sample, or of a copy of one, is left: what somebody typed or imported is invented no longer."""
    if not project.sample:
        return "none"
    origins = {
        entry.origin for subject in (REQUIREMENTS, PILOT) for entry in project.entries[subject].values()
    }
    if _SAMPLE not in origins:
        return "none"
    return "all" if origins == {_SAMPLE} else "some"


def _facts(record: Record) -> dict[str, Any]:
    """What the head of a page says of the demand."""
    contacts = record.value("contacts_month")
    return {
        "contacts_month": sum(contacts.values()) if contacts else None,
        "languages": tuple(record.value("languages_share") or ()),
        "coverage_hours_week": record.coverage_hours_week,
    }


def _standing(
    project: StoredProject, requirements: Requirements, verdicts: tuple[Verdict, ...] | None
) -> Standing:
    record = requirements.record
    must_mend = [question for question in requirements.drafts if question not in record.missing]
    return Standing(
        name=project.name,
        invented=_invented(project),
        **_facts(record),
        missing=(*record.missing, *must_mend),
        can_estimate=not missing_for_estimate(record),
        pilot_planned=record.value("pilot_planned") is not False,
        has_tickets=verdicts is not None,
        verdicts=verdicts or (),
        ready_at=project.ready_at,
        can_draft=all(record.value(question) for question in NEEDED_FOR_CONTRACT),
    )
