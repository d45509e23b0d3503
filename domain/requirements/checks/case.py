"""What a check looks at: the record, the rules, and the figures that only an estimate knows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from domain.requirements.checks.rules import CheckRules
from domain.requirements.platforms import PlatformRule
from domain.requirements.record import Record
from domain.shared.outcomes import Finding
from domain.shared.rounding import round_half_up

CODE = "requirements.check."


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketPrice:
    """What a price per ticket pays for, at the rates of the cheapest region.

    Attributes:
        claim_low: low end of the published price per ticket.
        claim_high: its high end.
        wanted: the budget divided by the contacts; None without a budget in that currency.
        needed: price per ticket that pays for the handling time at the low hourly rate.
        aht_s: effective agent seconds per contact.
        claim_low_pays_s: handling time the low end pays for at the middle hourly rate.
        claim_high_pays_s: the same of the high end.
        rate: the middle hourly rate.
        currency: of all of these.
        source: of the published price.
    """

    claim_low: float
    claim_high: float
    wanted: float | None
    needed: float
    aht_s: float
    claim_low_pays_s: float
    claim_high_pays_s: float
    rate: float
    currency: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """How many cases a pilot gives for one target, and how many it takes to prove it.

    Attributes:
        question: the question that states the target.
        cases: cases the pilot can expect.
        needed: cases it takes.
    """

    question: str
    cases: float
    needed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TimedTarget:
    """A share of contacts that must be answered within a time, by a clock that never stops.

    Attributes:
        kpi: id of the KPI instance.
        channel: the channel it is measured on; empty for all.
        allowed_s: the time allowed, in seconds.
        target: share (0-1) that must keep it.
    """

    kpi: str
    channel: str
    allowed_s: float
    target: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckFigures:
    """Figures of other parts of the house; what could not be calculated is None or absent.

    Attributes:
        peak_hours_ratio: hours of a peak month over those of a normal one, coverage floors included.
        ticket: what a price per ticket pays for.
        evidence: what the planned pilot can prove.
        kpi_times: times that KPIs of the channels in use count with, by the question that asks for such a time.
        target_limits: the lowest and highest target a KPI can take, by the question that asks for one.
        timed_targets: targets of pilot and contract on a clock that runs while nobody is there.
        today: the day on which somebody looks; without it no day has passed.
    """

    peak_hours_ratio: float | None = None
    ticket: TicketPrice | None = None
    evidence: tuple[Evidence, ...] = ()
    kpi_times: Mapping[str, tuple[float, ...]] = field(default_factory=dict)
    target_limits: Mapping[str, tuple[Decimal, Decimal]] = field(default_factory=dict)
    timed_targets: tuple[TimedTarget, ...] = ()
    today: date | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """One record with everything a check may look at."""

    record: Record
    rules: CheckRules
    figures: CheckFigures

    def value(self, question: str) -> Any:
        """The value to work with; None when the question does not apply or nothing is known."""
        return self.record.value(question)

    def limit(self, name: str) -> Decimal:
        """A threshold of the data."""
        return self.rules.limits[name].value

    @property
    def weeks_a_month(self) -> Decimal:
        """Weeks of an average month, as the cost counts them."""
        return self.limit("weeks_per_year") / self.limit("months_per_year")

    def found(self, check: str, place: str, /, *, source: str = "", **values: str | int) -> Finding:
        """A finding that points at the question to change.

        Args:
            check: id of the check.
            place: the question to change.
            source: id of a source that says it more precisely than the rule of the check.
            values: what the sentence interpolates: text and whole numbers, ready to be said.
        """
        rule = self.rules.checks[check]
        named = source or (rule.origin.source if rule.origin else "")
        return Finding(
            code=f"{CODE}{check}", severity=rule.severity, place=place, values=values, source=named
        )

    def platform_rules(self, question: str) -> tuple[tuple[str, PlatformRule], ...]:
        """What the merchant's platforms ask in the matter of a question; guidelines of others are left out."""
        packs = (self.rules.packs.get(platform) for platform in self.value("platforms") or ())
        return tuple(
            (pack.platform, rule)
            for pack in packs
            if pack
            for rule in pack.rule
            if question in rule.prefills
            and rule.standing != "guideline"
            and rule.holds_in(self.value("markets") or ())
        )


def said(number: float | Decimal, digits: int = 0) -> str:
    """A number ready to be said, rounded half up, without idle zeros."""
    text = f"{round_half_up(number, digits):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def said_percent(share: float | Decimal) -> str:
    """A share ready to be said: 0.377 as 37.7%."""
    return f"{said(Decimal(str(share)) * 100, 1)}%"
