"""The contract: terms from the record, the draft in three forms, its checks, Word and PDF."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from hashlib import sha256
from typing import Any, Literal

from documents.docx import write_docx
from documents.pdf import write_pdf
from domain.contract.agreement import Agreement
from domain.contract.checks import check_agreement
from domain.contract.circumstances import Circumstances
from domain.contract.compose import as_agreed, compose
from domain.contract.cover import open_terms
from domain.contract.draft import build_draft
from domain.contract.terms import Prefilled, Term, Terms, fields_of_case, settle_terms
from domain.costing.estimate import Estimate
from domain.pilot.plan import PilotPlan
from domain.requirements.record import Record
from domain.shared.money import Money
from domain.shared.outcomes import DomainError, Finding
from domain.shared.paper import Document, Form
from domain.shared.people import Actor
from services.catalog import catalog
from services.contract_agreed import as_typed, without_impossible_seats
from services.contract_prefills import fee_of, prefills
from services.contract_readings import NEEDED, annex_facts, circumstances
from services.contract_terms import SUBJECT, UNPRINTABLE, judged, unprintable_terms
from services.costing import estimate_record
from services.costing_baseline import Baseline, content_of_baseline, overrides_of, with_baseline
from services.kept import Kept
from services.pilot_plan import SUBJECT as PILOT
from services.pilot_plan import plan_of, plan_values
from services.record import NO_ENTRY, Entry
from services.requirements import SUBJECT as REQUIREMENTS
from services.requirements import Requirements, from_entries
from services.stored import StoredProject, read_stored
from words.lexicon import Lexicon

FileKind = Literal["docx", "pdf"]
FILE_KINDS: tuple[FileKind, ...] = ("docx", "pdf")
FILE_WRITERS = {"docx": write_docx, "pdf": write_pdf}


@dataclass(frozen=True, slots=True, kw_only=True)
class ContractCase:
    """What a contract is made from.

    Attributes:
        record: the requirements.
        estimate: None while it cannot be calculated.
        plan: the pilot as agreed; None before there is one.
        typed: values typed in the contract, by field.
    """

    record: Record
    estimate: Estimate | None
    plan: PilotPlan | None
    typed: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contract:
    """A draft contract with everything about it."""

    agreement: Agreement
    findings: tuple[Finding, ...]

    @property
    def blanks(self) -> tuple[str, ...]:
        """Fields without a value, in the order of the contract."""
        return tuple(term.field.id for _, term in open_terms(self.agreement))

    @property
    def unprintable(self) -> tuple[Finding, ...]:
        """Why Word and PDF cannot be made; empty when they can."""
        return tuple(found for found in self.findings if found.code == UNPRINTABLE)

    def document(self, form: Form) -> Document:
        """The draft on paper."""
        return build_draft(form, self.agreement, catalog().sources)


def draft(case: ContractCase) -> Contract:
    """Compose the contract.

    Raises:
        DomainError: seat of merchant or vendor unknown, or Kefu has no clauses for the two.
    """
    known = catalog()
    record = as_typed(case.record, case.typed)
    here = circumstances(record, case.plan)
    terms = _terms(case, record, here)
    agreement = compose(
        known.clauses,
        here,
        terms,
        annex_facts(record, case.plan, as_agreed(here, terms)),
        countries=known.countries,
        lexicon=Lexicon(),
    )
    findings = (*unprintable_terms(agreement), *check_agreement(agreement, known.contract_rules))
    return Contract(agreement=agreement, findings=findings)


def _terms(case: ContractCase, record: Record, here: Circumstances) -> Terms:
    """Settle the terms; the month's fee follows from rate and hours as they finally stand."""
    fields = fields_of_case(catalog().clauses.fields.values(), here.jurisdiction)
    given = prefills(record, case.estimate, case.plan)
    terms = settle_terms(fields, given, case.typed)
    by_prefill = {term.field.prefill: term for term in terms.values() if term.field.prefill}
    rate, hours = by_prefill["costing.rate_hour"], by_prefill["costing.hours_month"]
    if isinstance(rate.value, Money) and isinstance(hours.value, Decimal | int):
        price = Money(amount=_exact(rate, given) or rate.value.amount, currency=rate.value.currency)
        given["costing.fee_month"] = fee_of(price, _exact(hours, given) or Decimal(hours.value))
        terms = settle_terms(fields, given, case.typed)
    return terms


def _exact(term: Term, given: Mapping[str, Prefilled]) -> Decimal | None:
    """A figure of the estimate before it was rounded for print; None for one that was typed."""
    return given[term.field.prefill].exact if term.origin == "costing" else None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectContract:
    """A project's contract as it stands.

    Attributes:
        case: what it is made from.
        contract: None while it cannot be drafted.
        problem: why it cannot be drafted.
        entries: what was typed, by field.
        refused: typed values that their fields do not accept, with the refusal; the draft leaves them out.
        content: stands for everything the draft depends on.
    """

    case: ContractCase
    contract: Contract | None
    problem: DomainError | None
    entries: Mapping[str, Entry]
    refused: Mapping[str, DomainError]
    content: str

    @property
    def saved_at(self) -> datetime | None:
        """When somebody last typed a term; None before that."""
        return max((entry.changed_at for entry in self.entries.values()), default=None)

    @property
    def section_to_answer(self) -> str:
        """The section of the questionnaire that holds what is missing or wrong."""
        question = self.problem.values.get("question", NEEDED[-1]) if self.problem else NEEDED[-1]
        return next(each.id for each in self.case.record.book.sections if question in each.questions)

    def version(self, field_id: str) -> int:
        """Of the typed value, to notice somebody else's change; `NO_ENTRY` while nothing was typed."""
        entry = self.entries.get(field_id)
        return entry.version if entry else NO_ENTRY

    def document(self, form: Form) -> Document:
        """The draft on paper, kept so that the page stays quick.

        Raises:
            DomainError: the reason why there is none.
        """
        made = self.contract
        if made is None:
            raise self._reason()
        return _DOCUMENTS.get(f"{form}:{self.content}", lambda: made.document(form))

    def _reason(self) -> DomainError:
        return self.problem or DomainError("contract_terms.answer_missing", question=NEEDED[-1])

    def file(self, form: Form, kind: FileKind) -> bytes:
        """The draft as a Word or PDF file."""
        return FILE_WRITERS[kind](self.document(form))


_CONTRACTS: Kept[Contract] = Kept(32)
_DOCUMENTS: Kept[Document] = Kept(64)


def read_contract(actor: Actor, project_id: str) -> ProjectContract:
    """The contract of a project, drafted from what its record says now.

    Raises:
        DomainError: not allowed, no such project. Never because the contract cannot be drafted.
    """
    stored = read_stored(actor, project_id)
    return contract_of(stored, from_entries(stored.entries[REQUIREMENTS]))


def contract_of(stored: StoredProject, requirements: Requirements) -> ProjectContract:
    """The same from what was read already; it stands on the baseline of the project."""
    record = with_baseline(requirements.record, stored.baseline)
    plan = plan_values(stored.entries[PILOT], requirements.record)
    entries = stored.entries[SUBJECT]
    accepted, refused = judged(entries)
    typed, no_seats = without_impossible_seats(record, accepted)
    content = _content(requirements, stored.baseline, plan, typed)
    case = ContractCase(
        record=record,
        estimate=_estimate(record, stored.baseline),
        plan=plan_of(plan)[0],
        typed=typed,
    )
    contract, problem = None, None
    try:
        contract = _CONTRACTS.get(content, lambda: draft(case))
    except DomainError as error:
        problem = error
    return ProjectContract(
        case=case,
        contract=contract,
        problem=problem,
        entries=entries,
        refused=refused | no_seats,
        content=content,
    )


def _content(
    requirements: Requirements,
    baseline: Baseline | None,
    plan: Mapping[str, Any],
    typed: Mapping[str, Any],
) -> str:
    """A short name for everything a draft depends on: equal content, equal draft."""
    answers = {key: [entry.state, entry.value, entry.origin] for key, entry in requirements.entries.items()}
    whole = json.dumps([answers, content_of_baseline(baseline), plan, typed], sort_keys=True, default=str)
    return sha256(whole.encode()).hexdigest()


def _estimate(record: Record, baseline: Baseline | None) -> Estimate | None:
    """What it would cost; None while it cannot be calculated."""
    try:
        return estimate_record(record, overrides=overrides_of(baseline))
    except DomainError:
        return None
