"""What should be looked at before a request is sent."""

from datetime import date

from domain.costing.guardrails import refusals
from domain.requirements.checks import CODE
from domain.requirements.record import Record
from domain.shared.outcomes import DomainError, Finding
from domain.sourcing.timetable import check_timetable
from services.catalog import catalog
from services.costing import estimate_record
from services.requirements_checks import findings_of

# Warnings that vendors would send back: targets nobody can keep, and nothing to quote for.
_ALSO = {f"{CODE}target_out_of_reach", f"{CODE}no_contacts_at_all"}


def request_findings(record: Record) -> tuple[Finding, ...]:
    """What blocks the requirements or their staffing, what no vendor can keep or quote for, and too tight steps."""
    grave = (each for each in findings_of(record) if each.severity == "blocker" or each.code in _ALSO)
    return (*grave, *_refused(record), *timetable_findings(record))


def _refused(record: Record) -> tuple[Finding, ...]:
    """What refuses the plan behind the figures of the request; nothing while nothing can be calculated."""
    try:
        return refusals(estimate_record(record).findings)
    except DomainError:
        return ()


def timetable_findings(record: Record) -> tuple[Finding, ...]:
    """Steps of the timetable that leave too little time."""
    rules = catalog().sourcing.timetable
    given = {step.id: record.value(step.question) for step in rules.step}
    days = {name: date.fromisoformat(value) for name, value in given.items() if isinstance(value, str)}
    weeks = {name: value for name, value in given.items() if isinstance(value, int)}
    return check_timetable(days, weeks, rules)
