"""What was agreed before a pilot starts: its time, its targets and what the merchant states about each vendor."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from domain.pilot.coverage import Coverage, windows
from domain.pilot.measurement import WEEK, Frame, frame_without_plan, weeks_between
from domain.shared.kpis import Kpi, KpiTarget
from domain.shared.outcomes import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportMarks:
    """The merchant's judgement of a vendor's reports.

    Attributes:
        reports: how many reports were read.
        marks: points per item of the rubric.
    """

    reports: int
    marks: Mapping[str, int]

    @property
    def total(self) -> int:
        """All points together."""
        return sum(self.marks.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class VendorStatement:
    """What the ticket file cannot know about a vendor.

    Attributes:
        marks: judgement of the reports; None when nobody gave one.
        gates_missed: per stated gate whether it was missed; a gate that nobody spoke about is absent.
    """

    marks: ReportMarks | None = None
    gates_missed: Mapping[str, bool] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class PilotPlan:
    """A pilot as agreed.

    Attributes:
        start: first local day.
        weeks: length, within the limits of the scorecard rules.
        zone: IANA name of the time zone of days, hours and times without offset.
        targets: agreed target per KPI instance; the definition's own where nothing else was agreed.
        coverage: hours of coverage; None when they were not agreed.
        vendors: what the merchant states, by the vendor's name in the ticket file.
        exported_at: when the ticket file was taken, if before the end of the pilot.
        synthetic: the plan is an invented example.
    """

    start: date
    weeks: int
    zone: str
    targets: Mapping[str, Decimal] = field(default_factory=dict)
    coverage: Coverage | None = None
    vendors: Mapping[str, VendorStatement] = field(default_factory=dict)
    exported_at: datetime | None = None
    synthetic: bool = False

    @property
    def starts_at(self) -> datetime:
        """First moment of the pilot in UTC."""
        return self._midnight(self.start)

    @property
    def ends_at(self) -> datetime:
        """First moment after the pilot in UTC."""
        return self._midnight(self.start + self.weeks * WEEK)

    def _midnight(self, day: date) -> datetime:
        return datetime.combine(day, time(), tzinfo=ZoneInfo(self.zone)).astimezone(UTC)

    def frame(self) -> Frame:
        """The time the plan's measurement looks at: its own days, cut off at the end or when the file was taken."""
        last_day = self.start + timedelta(weeks=self.weeks)
        return Frame(
            start=self.starts_at,
            end=self.ends_at,
            cut_off=min(self.ends_at, self.exported_at or self.ends_at),
            week_starts=tuple(self._midnight(self.start + week * WEEK) for week in range(self.weeks)),
            coverage=(
                None
                if self.coverage is None
                else windows(self.coverage, self.start, last_day, ZoneInfo(self.zone))
            ),
        )


def frame_for(plan: PilotPlan | None, *, first: datetime, last: datetime, weeks_most: int) -> Frame:
    """The plan's time, or without a plan everything the file holds, in at most so many weeks."""
    return frame_without_plan(first, last, weeks_most=weeks_most) if plan is None else plan.frame()


def long_time(*, first: datetime, last: datetime, weeks_most: int) -> tuple[Finding, ...]:
    """A file without a plan whose tickets lie too far apart for weeks: usually one mistyped year."""
    if weeks_between(first, last) <= weeks_most:
        return ()
    values = {"first": first.date().isoformat(), "last": last.date().isoformat(), "limit": weeks_most}
    return (Finding("pilot.time_too_long", "warning", "", values),)


def target_of(plan: PilotPlan | None, target: KpiTarget) -> Decimal:
    """What was agreed for an instance, else what the definition proposes."""
    return target.target if plan is None else plan.targets.get(target.instance, target.target)


def counts(plan: PilotPlan | None, target: KpiTarget) -> bool:
    """Whether an instance is asked of vendors and judged: always, or only because the plan names a target."""
    return not target.only_if_agreed or (plan is not None and target.instance in plan.targets)


def instances(kpis: Mapping[str, Kpi]) -> dict[str, tuple[Kpi, KpiTarget]]:
    """Every KPI instance with its definition and target row, in the order of the definitions."""
    return {target.instance: (kpi, target) for kpi in kpis.values() for target in kpi.targets}


def vendors_spelled_alike(vendors: Iterable[str]) -> tuple[Finding, ...]:
    """Vendors of a ticket file whose names differ in capital letters alone: most likely one vendor, judged apart."""
    spellings: dict[str, list[str]] = {}
    for name in sorted(vendors):
        spellings.setdefault(name.casefold(), []).append(name)
    return tuple(
        Finding("pilot.vendors_alike", "warning", names[0], {"names": " · ".join(names)})
        for names in spellings.values()
        if len(names) > 1
    )


def vendors_without_tickets(plan: PilotPlan, vendors: Iterable[str]) -> tuple[Finding, ...]:
    """Vendors the plan speaks about that the ticket file does not know: usually a name spelled differently."""
    known = set(vendors)
    return tuple(
        Finding("pilot.vendor_without_tickets", "warning", name, {"vendor": name})
        for name in plan.vendors
        if name not in known
    )
