"""Ticket files become scorecards; the same for the pilot page and for the command line."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from domain.pilot.measurement import Measurement
from domain.pilot.plan import (
    PilotPlan,
    frame_for,
    long_time,
    vendors_spelled_alike,
    vendors_without_tickets,
)
from domain.pilot.plan_file import parse_plan
from domain.pilot.scorecard import Scorecard, score
from domain.shared.outcomes import Finding
from services.catalog import catalog
from services.rejected_rows import none_accepted, reasons_json
from tickets.combine import combine
from tickets.file import TicketFile
from tickets.measure import measure
from tickets.reader import read_tickets
from tickets.rejections import heavy_rejections

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """What a ticket file says about its vendors.

    Attributes:
        file: the tickets with everything that was rejected.
        parts: the uploads one by one, as they were read.
        cards: scorecard per vendor.
        measured: counts per vendor and KPI instance.
        findings: what should be looked at.
    """

    file: TicketFile
    parts: tuple[TicketFile, ...]
    cards: Mapping[str, Scorecard]
    measured: Mapping[str, Mapping[str, Measurement]]
    findings: tuple[Finding, ...]


def plan_from(mapping: Mapping[str, Any]) -> PilotPlan:
    """A pilot plan from plain values.

    Raises:
        DomainError: the first thing that is wrong, with its key.
    """
    return parse_plan(mapping, kpis=catalog().kpis, rules=catalog().pilot_rules)


def read_each(
    contents: Sequence[tuple[bytes, str | None]], on_progress: Progress | None = None
) -> tuple[TicketFile, ...]:
    """Several uploads one after the other; a ticket that was in an earlier one is a duplicate.

    Args:
        contents: (bytes, zone of times without offset) of each upload, in order.
        on_progress: called with (lines done, lines in all) of the file being read.

    Raises:
        DomainError: a file cannot be read as tickets.
    """
    read: list[TicketFile] = []
    for content, zone in contents:
        known = {str(ticket) for file in read for ticket in file.cells["ticket_id"]}
        columns = catalog().ticket_columns
        read.append(read_tickets(content, columns=columns, zone=zone, known=known, on_progress=on_progress))
    return tuple(read)


def score_parts(parts: tuple[TicketFile, ...], plan: PilotPlan | None) -> Scored:
    """Measure and judge every vendor of several uploads together."""
    return replace(score_file(combine(parts), plan), parts=parts)


def score_file(file: TicketFile, plan: PilotPlan | None) -> Scored:
    """Measure and judge every vendor of a ticket file.

    Raises:
        DomainError: ``tickets.none_accepted``: nothing in the file could be used.
    """
    known = catalog()
    times = tuple(column.id for column in known.ticket_columns.columns if column.kind == "time")
    span = file.span(times)
    if span is None:
        raise none_accepted(file)
    time = {"first": span[0], "last": span[1]}
    weeks_most = known.ticket_columns.limit("weeks")
    measured = measure(
        file,
        kpis=known.kpis,
        rules=known.pilot_rules,
        frame=frame_for(plan, **time, weeks_most=weeks_most),
        columns=known.ticket_columns,
    )
    cards = {
        vendor: score(vendor, counts, kpis=known.kpis, rules=known.pilot_rules, plan=plan)
        for vendor, counts in measured.items()
    }
    findings = (
        vendors_without_tickets(plan, file.vendors) if plan else long_time(**time, weeks_most=weeks_most)
    )
    findings += vendors_spelled_alike(file.vendors) + heavy_rejections(file, known.pilot_rules)
    return Scored(file=file, parts=(file,), cards=cards, measured=measured, findings=findings)


def scorecard_json(scored: Scored) -> dict[str, Any]:
    """The scorecards with the stable keys of docs/cli.md; shares are 0-1, what is missing is null."""
    return {
        "synthetic": scored.file.synthetic,
        "tickets": {
            "total": scored.file.total,
            "accepted": scored.file.accepted,
            "rejected": len(scored.file.rejected),
            "reasons": reasons_json(scored.file),
        },
        "vendors": {vendor: _card_json(card) for vendor, card in scored.cards.items()},
        "findings": [
            {"code": finding.code, "severity": finding.severity, "place": finding.place}
            for finding in scored.findings
        ],
    }


def _card_json(card: Scorecard) -> dict[str, Any]:
    return {
        "verdict": card.verdict,
        "points": card.points,
        "grounds": [{"code": ground.code, "about": ground.about} for ground in card.grounds],
        "criteria": {one.id: {"weight": one.weight, "points": one.points} for one in card.criteria},
        "gates": {one.id: one.status for one in card.gates},
        "kpis": {
            instance: {
                "value": result.value,
                "n": result.n,
                "k": result.k,
                "lower": result.lower,
                "upper": result.upper,
                "target": float(result.target),
                "status": result.status,
                "reason": result.reason.reason if result.reason else None,
                **_counts_json(result.measurement),
            }
            for instance, result in card.kpis.items()
        },
    }


def _counts_json(measurement: Measurement | None) -> dict[str, Any]:
    """What was left out and why, beside every measured KPI."""
    if measurement is None:
        return {}
    return {
        "n_total": measurement.n_total,
        "n_missing": measurement.n_missing,
        "n_censored": measurement.n_censored,
        "excluded": dict(sorted(measurement.excluded.items())),
    }


def plain_plan(value: Any) -> Any:
    """A plan read from TOML as values that JSON can hold."""
    if isinstance(value, Mapping):
        return {key: plain_plan(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain_plan(item) for item in value]
    return value.isoformat() if isinstance(value, date | datetime) else value
