"""Measures the KPIs of a ticket file, per vendor and KPI instance."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

import duckdb

from domain.pilot.columns import TicketColumns
from domain.pilot.measurement import Frame, Measurement, WeekCount
from domain.pilot.plan import instances
from domain.pilot.rules import PilotRules
from domain.shared.kpis import Kpi, KpiTarget, Measure
from domain.shared.outcomes import NotAssessed
from tickets.file import TicketFile
from tickets.outcomes import OUTCOMES, SURVEYS_SENT, UNUSABLE_ROWS
from tickets.store import open_store

_SECOND = 1_000_000
# What it means that a measurement found no case at all.
_NO_CASE: dict[Measure, str] = {
    "first_reply_within": "channel_absent",
    "answered_within": "channel_absent",
    "judged_accurate": "nothing_sampled",
    "critical_error": "nothing_sampled",
    "escalated_within": "no_complaints",
    "top_two_boxes": "no_answers",
}
# Cases per (week, outcome) of one vendor.
Counts = dict[tuple[int, str], int]


def measure(
    file: TicketFile,
    *,
    kpis: Mapping[str, Kpi],
    rules: PilotRules,
    frame: Frame,
    columns: TicketColumns,
) -> dict[str, dict[str, Measurement]]:
    """Count every measured KPI instance for every vendor of the file.

    Args:
        file: the tickets.
        kpis: all definitions; the typed ones are left to the scorecard.
        rules: the short-abandon limit.
        frame: window, cut-off, weeks and hours of coverage.
        columns: what is known about ticket files.

    Returns:
        Vendor to instance to counts; what cannot be counted says why in its ``gap``.
    """
    measured: dict[str, dict[str, Measurement]] = {vendor: {} for vendor in file.vendors}
    with open_store(file, frame, columns) as store:
        sent: dict[str, int] = {}
        if "csat_sent_at" in file.present:
            sent = dict(store.execute(SURVEYS_SENT).fetchall())
        for instance, (kpi, target) in instances(kpis).items():
            if kpi.measure not in OUTCOMES:
                continue
            query = _Query(store=store, file=file, frame=frame, rules=rules)
            for vendor, found in query.run(kpi, target).items():
                measured[vendor][instance] = _with_response(found, kpi, sent.get(vendor, 0))
    return measured


class _Query:
    """One measurement of one file."""

    def __init__(
        self, *, store: duckdb.DuckDBPyConnection, file: TicketFile, frame: Frame, rules: PilotRules
    ) -> None:
        self._store = store
        self._file = file
        self._frame = frame
        self._rules = rules

    def run(self, kpi: Kpi, target: KpiTarget) -> dict[str, Measurement]:
        """Counts of one instance for every vendor."""
        lacking = [name for name in kpi.fields if name not in self._file.present]
        if lacking:
            gap = NotAssessed("column_missing", {"columns": ", ".join(lacking)})
            return {vendor: Measurement(instance=target.instance, gap=gap) for vendor in self._file.vendors}
        clock = self._clock(kpi, target)
        counts = self._counts(kpi, target, clock)
        unusable = self._unusable(target, counts)
        return {
            vendor: self._measurement(kpi, target, counts[vendor], unusable[vendor], clock)
            for vendor in self._file.vendors
        }

    def _clock(self, kpi: Kpi, target: KpiTarget) -> str:
        """The clock that can be used: without known hours of coverage only the calendar."""
        if kpi.measure != "first_reply_within":
            return ""
        return "calendar" if self._frame.coverage is None else target.clock

    def _counts(self, kpi: Kpi, target: KpiTarget, clock: str) -> defaultdict[str, Counts]:
        parameters: dict[str, int | str] = {}
        if target.threshold_s is not None:
            parameters["threshold_us"] = target.threshold_s * _SECOND
        if target.channel:
            parameters["channel"] = target.channel
        if clock:
            parameters["clock"] = clock
        if kpi.measure == "answered_within":
            parameters["short_us"] = int(self._rules.short_abandon_s.value * _SECOND)
        counts: defaultdict[str, Counts] = defaultdict(dict)
        rows = self._store.execute(OUTCOMES[kpi.measure], parameters).fetchall()
        for vendor, week, outcome, cases in rows:
            counts[vendor][week, outcome] = cases
        return counts

    def _unusable(self, target: KpiTarget, counts: Mapping[str, Counts]) -> defaultdict[str, int]:
        """Rejected rows per vendor. One of unknown channel counts only where the vendor has the channel at all."""
        unusable: defaultdict[str, int] = defaultdict(int)
        if target.channel:
            rows = self._store.execute(UNUSABLE_ROWS, {"channel": target.channel}).fetchall()
            for vendor, on_channel, on_unknown in rows:
                has_channel = bool(on_channel or counts.get(vendor))
                unusable[vendor] = int(on_channel + on_unknown) if has_channel else 0
        return unusable

    def _measurement(
        self, kpi: Kpi, target: KpiTarget, counts: Counts, unusable: int, clock: str
    ) -> Measurement:
        totals: defaultdict[str, int] = defaultdict(int)
        for (_, outcome), cases in counts.items():
            totals[outcome] += cases
        hits, misses = totals.pop("hit", 0), totals.pop("miss", 0)
        missing, censored = totals.pop("missing", 0) + unusable, totals.pop("censored", 0)
        gap = None
        if not hits + misses + missing + censored:
            gap = NotAssessed("all_excluded" if totals else _NO_CASE[kpi.measure])
        return Measurement(
            instance=target.instance,
            n_total=hits + misses + missing + censored + sum(totals.values()),
            n=hits + misses,
            k=hits,
            excluded=dict(totals),
            n_missing=missing,
            n_censored=censored,
            n_unusable_rows=unusable,
            weeks=tuple(_week(number, counts) for number in range(1, len(self._frame.week_starts) + 1)),
            clock=clock,
            clock_wanted=target.clock if clock else "",
            gap=gap,
        )


def _week(number: int, counts: Counts) -> WeekCount:
    hits = counts.get((number, "hit"), 0)
    return WeekCount(week=number, k=hits, n=hits + counts.get((number, "miss"), 0))


def _with_response(found: Measurement, kpi: Kpi, sent: int) -> Measurement:
    """For the survey, the share of customers who answered."""
    if kpi.measure != "top_two_boxes" or not sent:
        return found
    return replace(found, response_share=(found.n + found.n_missing) / sent)
