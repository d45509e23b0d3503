"""Looks at a whole record: what stops the next stage (blockers) and what a buyer would regret (warnings).

The figures and lists the checks use are data (`data/requirements/checks.toml`), each with its origin.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, ClassVar

from domain.requirements.record import Record
from domain.requirements.tables import minute
from domain.shared.measures import WEEKDAYS
from domain.shared.outcomes import Finding
from domain.shared.rounding import round_half_up
from domain.shared.sources import STRICT, Origin

_MONTHS_A_YEAR, _WEEKS_A_YEAR = 12, 52
_ASIA = "Asia/"
# What a finding's sentence interpolates: text and whole numbers, ready to be said.
Said = dict[str, str | int]


@dataclass(frozen=True, slots=True, kw_only=True)
class NativeLanguage:
    """A market whose customers expect native speakers of a language."""

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    market: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlatformWindow:
    """The hours of every day in which a platform measures replies; 00:00-24:00 when weekends simply count."""

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    platform: str
    start: str
    end: str
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """A threshold of a check with its origin."""

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    value: Decimal
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckRules:
    """Everything the checks know from data.

    Attributes:
        native_languages: markets that expect native speakers.
        native_origin: who says so.
        platform_windows: platforms that measure replies by the minute within daily hours.
        daily_platforms: platforms that expect an answer on every day of the week.
        peak_lead_weeks: least weeks of lead before a peak.
        around_the_clock_contacts_hour: below this many contacts an hour, day and night, 24/7 is mostly waiting.
        representative_origin: the law on the EU representative.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    native_languages: tuple[NativeLanguage, ...]
    native_origin: Origin
    platform_windows: tuple[PlatformWindow, ...]
    daily_platforms: tuple[PlatformWindow, ...]
    peak_lead_weeks: Limit
    around_the_clock_contacts_hour: Limit
    representative_origin: Origin


def check_record(record: Record, rules: CheckRules) -> tuple[Finding, ...]:
    """Blockers first, then warnings, each pointing at the question to change.

    Codes are ``requirements.check.<id>``; values are text and whole numbers, ready to be said.
    """
    found = [finding for check in _CHECKS for finding in check(record, rules)]
    return tuple(sorted(found, key=lambda finding: finding.severity != "blocker"))


def _missing(record: Record, _rules: CheckRules) -> Iterator[Finding]:
    for question in record.missing:
        yield _finding("missing", question, severity="blocker")


def _channel_without_figures(record: Record, _rules: CheckRules) -> Iterator[Finding]:
    """Demand needs a volume and a handling time for each chosen channel."""
    for question in ("contacts_month", "aht_s"):
        figures = record.value(question)
        if figures is None:
            continue
        for channel in record.value("channels") or ():
            if channel not in figures:
                yield _finding(f"no_{question}", question, severity="blocker", values={"channel": channel})


def _pool_without_demand(record: Record, _rules: CheckRules) -> Iterator[Finding]:
    """A pool may only name languages customers write in."""
    shares = record.value("languages_share")
    for pool in record.value("language_pools") or () if shares else ():
        for language in pool:
            if language not in shares:
                yield _finding(
                    "pool_without_demand", "language_pools", severity="blocker", values={"language": language}
                )


def _native_missing(record: Record, rules: CheckRules) -> Iterator[Finding]:
    """X-11: local language is expected in these markets; translation tools only assist."""
    native = record.value("native_languages") or ()
    for rule in rules.native_languages:
        if rule.market in (record.value("markets") or ()) and rule.language not in native:
            source = rules.native_origin.source
            values: Said = {"market": rule.market, "language": rule.language}
            yield _finding("native_missing", "native_languages", source=source, values=values)


def _window_uncovered(record: Record, rules: CheckRules) -> Iterator[Finding]:
    """A platform measures hours in which nobody would be there."""
    schedule = record.schedule
    for rule in _of_platforms(record, rules.platform_windows) if schedule else ():
        start, end = minute(rule.start), minute(rule.end)
        covered = sum(
            _overlap(window, start, end) for windows in (schedule or {}).values() for window in windows
        )
        measured = (end - start) * len(WEEKDAYS)
        if covered < measured:
            values: Said = {"platform": rule.platform, "covered": covered // 60, "measured": measured // 60}
            yield _finding("window_uncovered", "coverage", source=rule.origin.source, values=values)


def _day_uncovered(record: Record, rules: CheckRules) -> Iterator[Finding]:
    """A platform expects an answer every day, and a day has no service."""
    schedule = record.schedule
    idle = [day for day in WEEKDAYS if schedule and day not in schedule]
    for rule in _of_platforms(record, rules.daily_platforms) if idle else ():
        values: Said = {"platform": rule.platform, "days": len(idle)}
        yield _finding("day_uncovered", "coverage", source=rule.origin.source, values=values)


def _no_representative(record: Record, rules: CheckRules) -> Iterator[Finding]:
    """SR-15: customers in the EEA, no establishment there, and nobody appointed under GDPR Article 27."""
    if record.applies("eu_representative") and record.value("eu_representative") is None:
        yield _finding("no_representative", "eu_representative", source=rules.representative_origin.source)


def _high_value_slower(record: Record, _rules: CheckRules) -> Iterator[Finding]:
    """SR-18: dear orders must not wait longer than ordinary ones."""
    special, standard = record.value("high_value_reply_h"), record.value("standard_reply_h")
    if special is not None and standard is not None and special > standard:
        values: Said = {"special": f"{special:g}", "standard": f"{standard:g}"}
        yield _finding("high_value_slower", "high_value_reply_h", source="house_judgement", values=values)


def _peak_lead_short(record: Record, rules: CheckRules) -> Iterator[Finding]:
    """Staff for a peak must be ready in time."""
    least = rules.peak_lead_weeks
    for peak in record.value("peaks") or ():
        if peak["lead_weeks"] < least.value:
            values: Said = {"peak": peak["name"], "weeks": peak["lead_weeks"], "least": f"{least.value:f}"}
            yield _finding("peak_lead_short", "peaks", source=least.origin.source, values=values)


def _around_the_clock_idle(record: Record, rules: CheckRules) -> Iterator[Finding]:
    """24/7 with few contacts pays for waiting."""
    contacts = record.value("contacts_month")
    if record.value("need_24_7") is not True or not contacts:
        return
    hours_month = len(WEEKDAYS) * 24 * _WEEKS_A_YEAR / _MONTHS_A_YEAR
    total, least = sum(contacts.values()), rules.around_the_clock_contacts_hour
    if total < float(least.value) * hours_month:
        values: Said = {"contacts": total, "least": int(round_half_up(float(least.value) * hours_month))}
        yield _finding("around_the_clock_idle", "need_24_7", source=least.origin.source, values=values)


def _weekend_uncovered(record: Record, _rules: CheckRules) -> Iterator[Finding]:
    """Weekend service was asked for, but the table of hours has none."""
    schedule = record.schedule
    if record.value("weekend") is True and schedule and not {"sat", "sun"} & set(schedule):
        yield _finding("weekend_uncovered", "coverage")


def _hours_in_asian_time(record: Record, _rules: CheckRules) -> Iterator[Finding]:
    """SR-16: hours stated in an Asian zone are night hours for customers in Europe."""
    zone = record.value("time_zone") or ""
    in_europe = any(market in record.codes.eea for market in record.value("markets") or ())
    if in_europe and zone.startswith(_ASIA):
        yield _finding("hours_in_asian_time", "time_zone", source="house_judgement", values={"zone": zone})


def _finding(
    check: str, place: str, *, severity: str = "warning", source: str = "", values: Said | None = None
) -> Finding:
    return Finding(
        code=f"requirements.check.{check}", severity=severity, place=place, values=values or {}, source=source
    )


def _of_platforms(record: Record, rules: tuple[PlatformWindow, ...]) -> tuple[PlatformWindow, ...]:
    chosen = record.value("platforms") or ()
    return tuple(rule for rule in rules if rule.platform in chosen)


def _overlap(window: list[str], start: int, end: int) -> int:
    """Minutes of a window between two minutes of the day."""
    return max(0, min(minute(window[1]), end) - max(minute(window[0]), start))


_CHECKS: tuple[Callable[[Record, CheckRules], Iterator[Any]], ...] = (
    _missing,
    _channel_without_figures,
    _pool_without_demand,
    _native_missing,
    _window_uncovered,
    _day_uncovered,
    _no_representative,
    _high_value_slower,
    _peak_lead_short,
    _around_the_clock_idle,
    _weekend_uncovered,
    _hours_in_asian_time,
)
