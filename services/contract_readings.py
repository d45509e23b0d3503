"""What a contract reads of the record besides its terms: the circumstances, and the rows of the annexes."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from domain.contract.circumstances import Circumstances, derive_jurisdiction
from domain.contract.facts import (
    AnnexFacts,
    DayHours,
    KpiLine,
    Peak,
    PilotCriterion,
    PilotTerms,
    PlatformStandard,
)
from domain.contract.transfers import TransferFlow, flows_of
from domain.pilot.plan import PilotPlan, counts, instances
from domain.requirements.record import Record
from domain.shared.countries import Country
from domain.shared.measures import WEEKDAYS
from domain.shared.outcomes import DomainError
from domain.shared.sources import Bilingual
from services.catalog import catalog
from services.contract_expectations import levels
from services.contract_prefills import both, holiday_service
from services.kpi_targets import target_for
from words import say
from words.answers import peak_time

# Without these no clause can be chosen.
NEEDED = ("merchant_country", "vendor_country")


def circumstances(record: Record, plan: PilotPlan | None) -> Circumstances:
    """Which case this is: it decides which clauses apply.

    Raises:
        DomainError: ``contract_terms.answer_missing`` with the question, ``contract_terms.country_unknown``.
    """
    merchant, vendor = (_country(record, question) for question in NEEDED)
    readers = tuple(
        catalog().countries[code]
        for code in record.value("ticket_readers") or ()
        if code in catalog().countries
    )
    signed = record.value("data_terms_signed_on")
    return Circumstances(
        jurisdiction=derive_jurisdiction(merchant, vendor),
        merchant=merchant,
        vendor=vendor,
        form=record.value("contract_form") or "bilingual",
        markets=tuple(record.value("markets") or ()),
        channels=tuple(record.value("channels") or ()),
        languages=record.languages,
        native_languages=tuple(record.value("native_languages") or ()),
        platforms=tuple(record.value("platforms") or ()),
        eea=frozenset(code for code, country in catalog().countries.items() if country.eea),
        ticket_readers=readers,
        eu_establishment=bool(record.value("eu_establishment")) or bool(record.value("eu_subsidiary")),
        has_peak=bool(record.value("peaks")),
        returns_handled=bool(record.value("returns_handled")),
        replaces_team=bool(record.value("replaces_team")),
        bots_planned=bool(record.value("bots_planned")),
        recording_planned=bool(record.value("recording_planned")),
        monitoring_planned=bool(record.value("monitoring_planned")),
        pilot_before_contract=bool(record.value("pilot_planned")) or plan is not None,
        pilot_start=plan.start if plan else None,
        data_terms_signed_on=date.fromisoformat(signed) if signed else None,
        forum=record.value("forum") or "arbitration",
        law=record.value("governing_law") or "",
        holidays=holiday_service(record),
        billing=record.value("billing_model") or "hourly",
    )


def _country(record: Record, question: str) -> Country:
    code = record.value(question)
    if code is None:
        raise DomainError("contract_terms.answer_missing", question=question)
    known = catalog().countries.get(code)
    if known is None:
        raise DomainError("contract_terms.country_unknown", country=code, question=question)
    return known


def annex_facts(record: Record, plan: PilotPlan | None, case: Circumstances) -> AnnexFacts:
    """Hours, KPIs, peaks and data flows as the annexes print them."""
    schedule = record.schedule or {}
    return AnnexFacts(
        kpis=tuple(_kpi_lines(record, case.channels, plan)),
        hours=tuple(
            DayHours(weekday=number, windows=tuple((start, end) for start, end in schedule[day]))
            for number, day in enumerate(WEEKDAYS)
            if schedule.get(day)
        ),
        peaks=tuple(_peaks(record)),
        levels=levels(record),
        standards=tuple(_standards(case.platforms)),
        transfers=flows(case),
        pilot=_pilot_terms(case.channels, plan) if case.pilot_before_contract else None,
    )


def flows(case: Circumstances) -> tuple[TransferFlow, ...]:
    """The flows of personal data that occur in a case."""
    return flows_of(catalog().transfers, case)


def _kpi_lines(record: Record, channels: Collection[str], plan: PilotPlan | None) -> Iterator[KpiLine]:
    """The KPIs of the channels in use, with the definitions and targets of the pilot."""
    window = both(lambda language: say(language, "contract_terms.window"))
    for instance, (kpi, target) in instances(catalog().kpis).items():
        if not counts(plan, target) or (target.channel and target.channel not in channels):
            continue
        yield KpiLine(
            id=instance,
            version=kpi.version,
            name=target.label,
            definition=kpi.whole_definition,
            target=target_for(record, plan, target),
            unit="share" if kpi.unit == "share" else "point",
            direction=kpi.direction,
            window=window,
            min_sample=kpi.n_min,
            source=target.origin.source,
        )


def _pilot_terms(channels: Collection[str], plan: PilotPlan | None) -> PilotTerms:
    """How the pilot is decided: the rules of the scorecard and no others."""
    rules = catalog().pilot_rules
    used = [
        (kpi, target)
        for kpi, target in instances(catalog().kpis).values()
        if target.channel in {"", *channels} and counts(plan, target)
    ]
    return PilotTerms(
        criteria=tuple(
            PilotCriterion(
                name=criterion.name,
                kpis=tuple(target.label for kpi, target in used if kpi.criterion == criterion.id),
                weight=Decimal(criterion.weight) / 100,
            )
            for criterion in rules.criteria
        ),
        gates=tuple(gate.name for gate in rules.gates),
        pass_score=rules.pass_score.value,
        criterion_score=rules.criterion_score.value,
    )


def _standards(platforms: Collection[str]) -> Iterator[PlatformStandard]:
    """How fast the platforms in use want answers, as far as it is reliably known; advice of others is none."""
    for platform in platforms:
        pack = catalog().packs.get(platform)
        for rule in pack.rule if pack else ():
            if rule.counts_bot is not None and rule.standing != "guideline" and rule.confidence != "low":
                yield PlatformStandard(
                    platform=platform,
                    measure=rule.label,
                    text=rule.text,
                    checked_on=rule.origin.checked_on,
                )


def _peaks(record: Record) -> Iterator[Peak]:
    for peak in record.value("peaks") or []:
        yield Peak(
            name=Bilingual(zh=peak["name"], en=peak["name"]),
            when=_time_of(peak),
            multiplier=Decimal(str(peak["multiplier"])),
            lead_weeks=int(peak["lead_weeks"]),
        )


def _time_of(peak: Mapping[str, Any]) -> Bilingual:
    return both(lambda language: peak_time(language, peak))
