"""Where a project stands: read once for the head of its pages and for the home page."""

from domain.pilot.verdict import Verdict
from domain.projects.journey import Journey, Standing, journey_of
from domain.shared.people import Actor
from services.contract_readings import NEEDED as NEEDED_FOR_CONTRACT
from services.costing import missing_for_estimate
from services.pilot import read_verdicts
from services.projects import ProjectLine, read_project
from services.requirements import Requirements, read_requirements


def read_journey(actor: Actor, project_id: str) -> Journey:
    """A project's stages.

    Raises:
        DomainError: not allowed, or not found (also when it belongs to somebody else).
    """
    project = read_project(actor, project_id)
    requirements = read_requirements(actor, project_id)
    verdicts = read_verdicts(actor, project_id, requirements.record)
    return journey_of(project_id, _standing(project, requirements, verdicts))


def _standing(
    project: ProjectLine, requirements: Requirements, verdicts: tuple[Verdict, ...] | None
) -> Standing:
    record = requirements.record
    contacts = record.value("contacts_month")
    must_mend = [question for question in requirements.drafts if question not in record.missing]
    return Standing(
        name=project.name,
        sample=bool(project.sample),
        contacts_month=sum(contacts.values()) if contacts else None,
        languages=tuple(record.value("languages_share") or ()),
        coverage_hours_week=record.coverage_hours_week,
        missing=(*record.missing, *must_mend),
        can_estimate=not missing_for_estimate(record),
        pilot_planned=record.value("pilot_planned") is not False,
        has_tickets=verdicts is not None,
        verdicts=verdicts or (),
        can_draft=all(record.value(question) for question in NEEDED_FOR_CONTRACT),
    )
