"""The request for proposal of a project, as its record stands now."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any

from domain.pilot.plan import PilotPlan
from domain.requirements.record import Record
from domain.shared.outcomes import Finding
from domain.shared.paper import Document, Form
from domain.shared.people import Actor
from domain.sourcing.names import shortest
from domain.sourcing.request import Request
from services.contract_terms import SUBJECT as CONTRACT
from services.contract_terms import judged
from services.costing_baseline import content_of_baseline, with_baseline
from services.json_files import as_json
from services.kept import Kept
from services.pilot_plan import SUBJECT as PILOT
from services.pilot_plan import plan_of, plan_values
from services.requirements import SUBJECT as REQUIREMENTS
from services.requirements import Requirements, from_entries
from services.sourcing import (
    FILE_WRITERS,
    document_of,
    make_request,
    missing_for_request,
    request_json,
)
from services.sourcing_answers import Answers, answer_workbook, read_answers
from services.sourcing_case import names_to_hide
from services.sourcing_findings import request_findings
from services.stored import StoredProject, read_stored
from services.unit import now
from services.versions import keep_shared_version

# Of the project's id, which is random: enough to tell the requests of a house apart.
_REFERENCE_LETTERS = 8
_REQUESTS: Kept[Request] = Kept(16)
_DOCUMENTS: Kept[Document] = Kept(32)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectRequest:
    """A project's request as it stands.

    Attributes:
        record: the requirements.
        plan: the pilot as agreed; None before there is one.
        terms: what was typed in the contract, by field.
        reference: of the project.
        today: the day of issue.
        content: stands for everything the request depends on.
    """

    record: Record
    plan: PilotPlan | None
    terms: Mapping[str, Any]
    reference: str
    today: date
    content: str

    @property
    def missing(self) -> tuple[str, ...]:
        """The questions without which vendors cannot price anything."""
        return missing_for_request(self.record)

    @property
    def anonymous(self) -> bool:
        """Whether the requirements ask for the edition without names."""
        return bool(self.record.value("anonymous_request"))

    @property
    def form(self) -> Form:
        """The language of the contract is the language in which vendors are asked."""
        agreed: Form = self.record.value("contract_form") or "bilingual"
        return agreed

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What should be looked at before it is sent."""
        return request_findings(self.record)

    @property
    def hidden(self) -> Sequence[str]:
        """What the anonymous edition replaces wherever it stands."""
        return shortest(names_to_hide(self.record))

    def request(self, *, anonymous: bool) -> Request:
        """The request in one edition.

        Raises:
            DomainError: ``request.answers_missing``.
        """
        return _REQUESTS.get(
            f"{anonymous}:{self.content}",
            lambda: make_request(
                self.record,
                self.plan,
                anonymous=anonymous,
                today=self.today,
                reference=self.reference,
                terms=self.terms,
            ),
        )

    def document(self, form: Form, *, anonymous: bool) -> Document:
        """It on paper, kept so that the page stays quick."""
        key = f"{form}:{anonymous}:{self.content}"
        return _DOCUMENTS.get(key, lambda: document_of(self.request(anonymous=anonymous), form))

    def write(self, kind: str, form: Form, *, anonymous: bool) -> bytes:
        """One of its files: ``docx``, ``pdf``, ``xlsx`` (answer sheet) or ``json`` (figures with their origin)."""
        made = self.request(anonymous=anonymous)
        if kind == "xlsx":
            return answer_workbook(made, form)
        if kind == "json":
            return as_json(request_json(made))
        return FILE_WRITERS[kind](self.document(form, anonymous=anonymous))

    def answers(self, content: bytes) -> Answers:
        """What a vendor filled in; both editions have the same rows."""
        editions = [self.request(anonymous=True)]
        return read_answers(self.request(anonymous=False), content, editions=editions)


def request_of(stored: StoredProject, requirements: Requirements) -> ProjectRequest:
    """The request of a project already read; it stands on the baseline of the project."""
    values = plan_values(stored.entries[PILOT], requirements.record)
    today = now().date()
    answers = {key: [each.state, each.value, each.origin] for key, each in requirements.entries.items()}
    baseline = content_of_baseline(stored.baseline)
    terms = judged(stored.entries[CONTRACT])[0]
    reference = stored.id[:_REFERENCE_LETTERS].upper()
    return ProjectRequest(
        record=with_baseline(requirements.record, stored.baseline),
        plan=plan_of(values)[0],
        terms=terms,
        reference=reference,
        today=today,
        content=_name(answers, baseline, values, [terms, reference, today.isoformat()]),
    )


def read_project_request(actor: Actor, project_id: str) -> ProjectRequest:
    """The request of a project.

    Raises:
        DomainError: not allowed, no such project.
    """
    stored = read_stored(actor, project_id)
    return request_of(stored, from_entries(stored.entries[REQUIREMENTS]))


def hand_out(actor: Actor, project_id: str, kind: str, form: Form, *, anonymous: bool) -> bytes:
    """A file for vendors as the request stands now; the requirements it says are kept as a version.

    Raises:
        DomainError: not allowed, no such project, or ``request.answers_missing``.
    """
    content = read_project_request(actor, project_id).write(kind, form, anonymous=anonymous)
    keep_shared_version(actor, project_id)
    return content


def _name(
    answers: Mapping[str, Any], baseline: Mapping[str, Any], plan: Mapping[str, Any], others: Sequence[Any]
) -> str:
    """A short name for everything a request depends on: equal content, equal request."""
    whole = json.dumps([answers, baseline, plan, others], sort_keys=True, default=str)
    return sha256(whole.encode()).hexdigest()
