"""The scenario a project is budgeted, requested and contracted on, and any other, laid over its record."""

from dataclasses import dataclass, replace
from typing import Any

from sqlmodel import col, select

from domain.costing.scenario import NO_OVERRIDES, Overrides, as_plain, from_plain
from domain.requirements.answers import Answer, check_answer
from domain.requirements.record import Record, read_record
from domain.shared.outcomes import DomainError
from models import Scenario
from services.catalog import catalog
from services.unit import UnitSession

# Terms of a price that request and contract print: a scenario may ask for others, its amounts stay the same.
_TERMS_OF_PRICE = frozenset({"billing_basis", "billing_model"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """The scenario that a project stands on.

    Attributes:
        scenario: its id.
        name: as its owner calls it.
        overrides: what it changes.
    """

    scenario: str
    name: str
    overrides: Overrides


def baseline_of(session: UnitSession, project_id: str) -> Baseline | None:
    """The baseline of a project, within a unit of work that reads more; None while it stands on its record.

    Raises:
        DomainError: ``costing.scenario_unreadable``.
    """
    row = session.exec(select(Scenario).where(col(Scenario.baseline_of) == project_id)).one_or_none()
    if row is None:
        return None
    return Baseline(scenario=row.id, name=row.name, overrides=from_plain(row.overrides))


def scenario_questions() -> frozenset[str]:
    """The questions a scenario can answer differently: those the cost is calculated from, and the terms of its price."""
    questions = catalog().book.questions.values()
    return _TERMS_OF_PRICE | {question.id for question in questions if "cost" in question.read_by}


def checked(overrides: Overrides) -> Overrides:
    """The overrides in their plain form.

    Raises:
        DomainError: ``scenarios.not_a_cost_question``, ``scenarios.place_unknown``; the refusal of a question, as in
            the questionnaire.
    """
    known = catalog()
    hourly = {rate.id for rate in (*known.rates, *known.rate_library.countries)}
    places = hourly | {model.id for model in known.rate_library.domestic}
    unknown = sorted(set(overrides.rates) - places)
    if unknown:
        raise DomainError("scenarios.place_unknown", given=unknown[0])
    answers = {name: _checked_answer(name, value) for name, value in overrides.answers.items()}
    return replace(overrides, answers=answers)


def _checked_answer(question: str, value: Any) -> Any:
    if question not in scenario_questions():
        raise DomainError("scenarios.not_a_cost_question", question=question)
    book = catalog().book
    return check_answer(book.questions[question], value, book.codes)


def with_overrides(record: Record, overrides: Overrides) -> Record:
    """The record with the answers of a scenario in place of its own.

    An answer that its question refuses by now is left out; what the record says counts there again.
    """
    if not overrides.answers:
        return record
    changed: dict[str, Answer] = {}
    for question, value in overrides.answers.items():
        try:
            accepted = _checked_answer(question, value)
        except DomainError:
            continue
        changed[question] = Answer(state="answered", value=accepted, origin="typed")
    return read_record(catalog().book, {**record.answers, **changed})


def overrides_of(baseline: Baseline | None) -> Overrides:
    """What the baseline of a project changes; nothing without one."""
    return NO_OVERRIDES if baseline is None else baseline.overrides


def with_baseline(record: Record, baseline: Baseline | None) -> Record:
    """The record as budget, request and contract read it."""
    return with_overrides(record, overrides_of(baseline))


def content_of_baseline(baseline: Baseline | None) -> dict[str, Any]:
    """The baseline in plain values, for names of what was made with it."""
    return as_plain(overrides_of(baseline))
