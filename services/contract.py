"""The contract: terms from the record, the draft in three forms, its checks, Word and PDF."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

from domain.contract.agreement import Agreement
from domain.contract.checks import check_agreement
from domain.contract.compose import compose
from domain.contract.conditions import Circumstances, derive_jurisdiction
from domain.contract.cover import open_terms
from domain.contract.draft import build_draft
from domain.contract.facts import AnnexFacts, DayHours, KpiLine, Peak
from domain.contract.terms import Terms, check_value, settle_terms
from domain.contract.transfers import flows_of
from domain.costing.estimate import Estimate
from domain.pilot.plan import PilotPlan, instances, target_of
from domain.requirements.record import Record
from domain.shared.countries import Country
from domain.shared.money import Money
from domain.shared.outcomes import DomainError, Finding
from domain.shared.paper import Document, Form
from domain.shared.sources import Bilingual
from services.catalog import catalog
from services.contract_prefills import both, fee_of, prefills
from words import say
from words.lexicon import Lexicon

SUBJECT: Literal["contract"] = "contract"
# Without these no clause can be chosen.
NEEDED = ("merchant_country", "vendor_country")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


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

    def document(self, form: Form) -> Document:
        """The draft on paper."""
        return build_draft(form, self.agreement, catalog().sources)


def draft(case: ContractCase) -> Contract:
    """Compose the contract.

    Raises:
        DomainError: seat of merchant or vendor unknown, or Kefu has no clauses for the two.
    """
    known = catalog()
    terms = _terms(case)
    circumstances = _circumstances(case)
    agreement = compose(
        known.clauses,
        circumstances,
        terms,
        _facts(case, circumstances),
        countries=known.countries,
        lexicon=Lexicon(),
    )
    return Contract(agreement=agreement, findings=check_agreement(agreement, known.contract_rules))


def _terms(case: ContractCase) -> Terms:
    """Settle the terms; the month's fee follows from rate and hours as they finally stand."""
    fields = catalog().clauses.fields.values()
    given = prefills(case.record, case.estimate, case.plan)
    terms = settle_terms(fields, given, case.typed)
    by_prefill = {term.field.prefill: term.value for term in terms.values() if term.field.prefill}
    rate, hours = by_prefill.get("costing.rate_hour"), by_prefill.get("costing.hours_month")
    if isinstance(rate, Money) and isinstance(hours, Decimal | int):
        given["costing.fee_month"] = fee_of(rate, Decimal(hours))
        terms = settle_terms(fields, given, case.typed)
    return terms


def _country(record: Record, question: str) -> Country:
    code = record.value(question)
    if code is None:
        raise DomainError("contract_terms.answer_missing", question=question)
    known = catalog().countries.get(code)
    if known is None:
        raise DomainError("contract_terms.country_unknown", country=code)
    return known


def _circumstances(case: ContractCase) -> Circumstances:
    record = case.record
    merchant, vendor = (_country(record, question) for question in NEEDED)
    readers = tuple(
        catalog().countries[code]
        for code in record.value("ticket_readers") or ()
        if code in catalog().countries
    )
    return Circumstances(
        jurisdiction=derive_jurisdiction(merchant, vendor),
        merchant=merchant,
        vendor=vendor,
        form=record.value("contract_form") or "bilingual",
        channels=tuple(record.value("channels") or ()),
        ticket_readers=readers,
        eu_establishment=bool(record.value("eu_establishment")) or bool(record.value("eu_subsidiary")),
        has_peak=bool(record.value("peaks")),
        returns_handled=bool(record.value("returns_handled")),
        replaces_team=bool(record.value("replaces_team")),
        bots_planned=bool(record.value("bots_planned")),
        recording_planned=bool(record.value("recording_planned")),
        monitoring_planned=bool(record.value("monitoring_planned")),
        pilot_before_contract=bool(record.value("pilot_planned")) or case.plan is not None,
        pilot_start=case.plan.start if case.plan else None,
        forum=record.value("forum") or "arbitration",
        law=record.value("governing_law") or "prc",
    )


def _facts(case: ContractCase, circumstances: Circumstances) -> AnnexFacts:
    record = case.record
    schedule = record.schedule or {}
    return AnnexFacts(
        kpis=tuple(_kpi_lines(circumstances.channels, case.plan)),
        hours=tuple(
            DayHours(weekday=number, windows=tuple((start, end) for start, end in schedule[day]))
            for number, day in enumerate(_WEEKDAYS)
            if schedule.get(day)
        ),
        peaks=tuple(_peaks(record)),
        transfers=flows_of(catalog().transfers, circumstances.jurisdiction),
    )


def _kpi_lines(channels: Any, plan: PilotPlan | None) -> list[KpiLine]:
    """The KPIs of the channels in use, with the definitions and targets of the pilot."""
    window = both(lambda language: say(language, "contract_terms.window"))
    return [
        KpiLine(
            id=instance,
            version=kpi.version,
            name=target.label,
            definition=kpi.definition,
            target=target_of(plan, target),
            unit="share" if kpi.unit == "share" else "point",
            direction=kpi.direction,
            window=window,
            min_sample=kpi.n_min,
            source=target.origin.source,
        )
        for instance, (kpi, target) in instances(catalog().kpis).items()
        if not target.channel or target.channel in channels
    ]


def _peaks(record: Record) -> list[Peak]:
    return [
        Peak(
            name=Bilingual(zh=peak["name"], en=peak["name"]),
            months=tuple(peak["months"]),
            multiplier=Decimal(str(peak["multiplier"])),
            lead_weeks=int(peak["lead_weeks"]),
        )
        for peak in record.value("peaks") or []
    ]


def check_term(field_id: str, value: Any) -> None:
    """Whether a typed value may stand in a field.

    Raises:
        DomainError: it may not; says the limits.
    """
    fields = catalog().clauses.fields
    if field_id not in fields:
        raise DomainError("contract.field_unknown", field=field_id)
    check_value(fields[field_id], value)
