"""Is somebody there when it counts, and are there enough people to be there?"""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from domain.requirements.checks.case import Case, said, said_percent
from domain.requirements.hours import Schedule
from domain.requirements.reach import reachable_of
from domain.requirements.tables import minute
from domain.shared.measures import WEEKDAYS
from domain.shared.outcomes import Finding
from domain.shared.rounding import round_half_up, to_decimal

_HOURS_A_WEEK = len(WEEKDAYS) * 24


def two_continents_short(case: Case) -> Iterator[Finding]:
    """X-03: customers in Europe and America are awake for longer than one shift."""
    markets = set(case.value("markets") or ())
    europe = markets & {*case.record.codes.eea, *case.rules.european_markets}
    schedule, least = case.record.schedule_anywhere(), case.limit("two_continents_hours_day")
    if not (europe and markets & set(case.rules.american_markets) and schedule):
        return
    longest = max(_hours(windows) for windows in schedule.values())
    if longest < least:
        yield case.found("two_continents_short", "coverage", hours=said(longest, 1), least=said(least))


def weekend_uncovered(case: Case) -> Iterator[Finding]:
    """Weekend service was asked for and the table of hours has none, or the other way round."""
    schedule = case.record.schedule_anywhere()
    asked, at_weekends = case.value("weekend"), {"sat", "sun"} & set(schedule or ())
    if asked is True and schedule and not at_weekends:
        yield case.found("weekend_uncovered", "coverage")
    if asked is False and at_weekends:
        yield case.found("weekend_unasked", "weekend")


def around_the_clock_idle(case: Case) -> Iterator[Finding]:
    """24/7 with few contacts pays for waiting."""
    contacts = case.value("contacts_month")
    if case.value("need_24_7") is not True or not contacts:
        return
    hours_month = _HOURS_A_WEEK * float(case.weeks_a_month)
    total, least = (
        sum(contacts.values()),
        float(case.limit("around_the_clock_contacts_hour")) * hours_month,
    )
    if total < least:
        yield case.found(
            "around_the_clock_idle", "need_24_7", contacts=total, least=int(round_half_up(least))
        )


def team_below_coverage(case: Case) -> Iterator[Finding]:
    """SR-04, SR-06: one seat takes more people than were offered; around the clock about six."""
    for language, offered in (case.value("fte_offered_by_language") or {}).items():
        hours = case.record.coverage_of_language(language)
        needed = people_a_seat(case, hours)
        if needed is None or _exact(offered) >= needed:
            continue
        check = "around_the_clock_understaffed" if hours == _HOURS_A_WEEK else "team_below_coverage"
        yield case.found(
            check,
            "fte_offered_by_language",
            language=language,
            offered=said(offered, 1),
            needed=said(float(needed), 1),
        )


def people_a_seat(case: Case, hours: float | None) -> Fraction | None:
    """Full-time people it takes to keep one seat occupied in so many hours a week; None when something is unknown.

    Hours / weekly hours of a contract / (1 - shrinkage); exact, because 168 / 40 / 0.7 is 6 and six people do suffice.
    """
    weekly, shrinkage = case.value("weekly_contract_hours"), case.value("shrinkage")
    if hours is None or not weekly or shrinkage is None:
        return None
    return _exact(hours) / _exact(weekly) / (1 - _exact(shrinkage))


def sunday_without_permit(case: Case) -> Iterator[Finding]:
    """SR-11: work on Sundays in Germany needs a permit or an exception."""
    if case.record.applies("sunday_permit") and case.value("sunday_permit") is not True:
        yield case.found("sunday_without_permit", "sunday_permit")


def target_out_of_reach(case: Case) -> Iterator[Finding]:
    """Who writes while nobody is there is answered too late by a clock that never stops, whoever the vendor is."""
    hours = case.record.coverage_hours_week
    for timed in case.figures.timed_targets if hours is not None else ():
        reached = reachable_of(case.record, timed.channel, timed.allowed_s)
        if reached is not None and to_decimal(reached) < timed.target:
            yield case.found(
                "target_out_of_reach",
                "coverage",
                kpi=timed.kpi,
                target=said_percent(timed.target),
                reached=said_percent(reached),
                hours=said(hours or 0, 1),
            )


def hours_in_asian_time(case: Case) -> Iterator[Finding]:
    """SR-16: hours stated far from Europe, as in an Asian zone, are night hours for customers there."""
    for market in case.value("markets") or ():
        zone = case.record.codes.zones.get(market)
        hours = (
            case.record.schedule_in(zone, market=market) if zone and market in case.record.codes.eea else None
        )
        if hours and hours != case.record.schedule and _is_mostly_night(case, hours):
            yield case.found("hours_in_asian_time", "time_zone", zone=case.value("time_zone"), market=market)
            return


def _is_mostly_night(case: Case, hours: Schedule) -> bool:
    """Whether more than half of the hours lie outside the day of customers."""
    day = [int(case.limit(f"customer_day_{edge}_h")) * 60 for edge in ("starts", "ends")]
    windows = [(minute(start), minute(end)) for of_day in hours.values() for start, end in of_day]
    by_day = sum(max(0, min(end, day[1]) - max(start, day[0])) for start, end in windows)
    return 2 * by_day < sum(end - start for start, end in windows)


def _hours(windows: list[list[str]]) -> float:
    return sum(minute(end) - minute(start) for start, end in windows) / 60


def _exact(number: Any) -> Fraction:
    return Fraction(to_decimal(number))


CHECKS = (
    two_continents_short,
    weekend_uncovered,
    around_the_clock_idle,
    team_below_coverage,
    sunday_without_permit,
    target_out_of_reach,
    hours_in_asian_time,
)
