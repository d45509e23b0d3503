"""The checks on a record with the figures that other parts of the house know: the estimate and the pilot."""

import json
from collections.abc import Iterator
from dataclasses import replace

from domain.costing.estimate import Estimate
from domain.costing.per_ticket import break_even_aht_s, break_even_ticket
from domain.pilot.plan import PilotPlan, counts, instances
from domain.pilot.sample_size import cases_to_prove, hoped_share
from domain.requirements.checks import CODE, CheckFigures, Evidence, TicketPrice, TimedTarget, check_record
from domain.requirements.file import to_file
from domain.requirements.record import Record
from domain.shared.measures import SECONDS_PER_HOUR
from domain.shared.outcomes import DomainError, Finding, NotAssessed
from domain.shared.sources import Origin
from services.catalog import catalog
from services.costing import estimate_record
from services.kept import Kept
from services.kpi_targets import target_for, target_limits
from services.pilot_plan import targets_that_count
from services.unit import now

# Where offers are made in domestic prices, the hourly rates of European regions say nothing.
_DOMESTIC = {"CN"}
# Channel with a KPI that counts with a time -> the question that asks for it, and its unit in seconds.
_TIMED = {
    "email": ("standard_reply_h", SECONDS_PER_HOUR),
    "marketplace": ("standard_reply_h", SECONDS_PER_HOUR),
    "chat": ("chat_reply_s", 1),
    "phone": ("phone_answer_s", 1),
}
# Who writes or complains waits until somebody comes; a call comes in only while the line is open.
WAITING = frozenset({"first_reply_within", "escalated_within"})
_kept: Kept[tuple[Finding, ...]] = Kept(64)


def findings_of(record: Record) -> tuple[Finding, ...]:
    """Blockers and warnings of a whole record as it stands today, each pointing at the question to change."""
    today = now().date()
    # The same answers give the same findings on a day, whoever asks.
    key = json.dumps([to_file("", record.answers), today.isoformat()], sort_keys=True)

    def look() -> tuple[Finding, ...]:
        return check_record(record, catalog().check_rules, replace(figures_of(record), today=today))

    return _kept.get(key, look)


def basis_of(finding: Finding) -> Origin | None:
    """Where in its source a finding rests: the article of a law, the formula of a calculation; None when unnamed."""
    rule = catalog().check_rules.checks.get(finding.code.removeprefix(CODE))
    origin = rule.origin if rule else None
    return origin if origin is not None and origin.source == finding.source else None


def figures_of(record: Record) -> CheckFigures:
    """What the checks need besides the record; what cannot be calculated yet is left out."""
    known = figures_of_pilot(record)
    try:
        made = estimate_record(record)
    except DomainError:
        return known
    ratio = made.peak.hours_ratio if made.peak else None
    return replace(
        known,
        peak_hours_ratio=None if isinstance(ratio, NotAssessed) else ratio,
        ticket=_ticket_price(record, made),
    )


def figures_of_pilot(record: Record) -> CheckFigures:
    """What pilot and KPIs say of a record; figures of the estimate are left out."""
    return CheckFigures(
        evidence=tuple(_evidence(record)),
        kpi_times=_kpi_times(record),
        target_limits=target_limits(),
        timed_targets=timed_targets(record),
    )


def timed_targets(record: Record, plan: PilotPlan | None = None) -> tuple[TimedTarget, ...]:
    """Targets of the channels in use whose clock runs while nobody is there, as agreed, asked or proposed."""
    return tuple(
        TimedTarget(
            kpi=target.instance,
            channel=target.channel,
            allowed_s=target.threshold_s,
            target=target_for(record, plan, target),
        )
        for kpi, target in targets_that_count(record, plan)
        if target.threshold_s is not None and target.clock == "calendar" and kpi.measure in WAITING
    )


def _ticket_price(record: Record, made: Estimate) -> TicketPrice | None:
    """What a price per ticket pays for at the rates of the cheapest region; None for domestic service."""
    aht_s, occupancy = made.demand.effective_aht_s, made.inputs.occupancy
    if isinstance(aht_s, NotAssessed) or set(record.value("markets") or ()) <= _DOMESTIC:
        return None
    rate = min((price.rate.band for price in made.regions.values()), key=lambda band: band.base)
    needed = break_even_ticket(rate, aht_s, occupancy)
    if isinstance(needed, NotAssessed):
        return None
    claim = catalog().claims["rate_ticket"]
    low, high, budget = float(claim.low), float(claim.high), made.inputs.budget_month
    return TicketPrice(
        claim_low=low,
        claim_high=high,
        wanted=None if budget is None else budget / made.demand.contacts_month,
        needed=needed.low,
        aht_s=aht_s,
        claim_low_pays_s=break_even_aht_s(low, rate.base, occupancy),
        claim_high_pays_s=break_even_aht_s(high, rate.base, occupancy),
        rate=rate.base,
        currency=made.currency,
        source=claim.origin.source,
    )


def _evidence(record: Record) -> Iterator[Evidence]:
    """What the planned pilot can prove, as far as volumes and targets are known."""
    contacts, weeks = record.value("contacts_month"), record.value("pilot_weeks")
    if not contacts or not weeks:
        return
    parameters, limits = catalog().parameters, catalog().check_rules.limits
    months_a_week = parameters["months_per_year"].default / parameters["weeks_per_year"].default
    pilot_months = float(weeks * months_a_week)
    cases = {
        "csat_target": sum(contacts.values()) * float(limits["csat_response_share"].value),
        "fcr_target": sum(contacts.values()),
        "resolution_target": sum(contacts.values()),
        "phone_answer_share": contacts.get("phone", 0),
    }
    margin = float(limits["provable_margin_share"].value)
    for question, monthly in cases.items():
        target = record.value(question)
        if target is not None and target < 1:
            needed = cases_to_prove(target, hoped_share(target, margin))
            yield Evidence(question=question, cases=monthly * pilot_months, needed=needed)


def _kpi_times(record: Record) -> dict[str, tuple[float, ...]]:
    """The times that KPIs of the channels in use count with, in the unit of the question that asks for one."""
    channels = record.value("channels") or ()
    times: dict[str, tuple[float, ...]] = {}
    for _, target in instances(catalog().kpis).values():
        if target.channel not in channels or target.channel not in _TIMED or target.threshold_s is None:
            continue
        if not counts(None, target):
            continue
        question, seconds = _TIMED[target.channel]
        times[question] = (*times.get(question, ()), target.threshold_s / seconds)
    return times
