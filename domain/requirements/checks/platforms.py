"""Does the merchant ask for less than its platforms do? What they measure is in `data/platforms/`."""

from collections.abc import Iterator

from domain.requirements.checks.case import Case, said
from domain.requirements.hours import SUMMER, WINTER, minutes_of_week
from domain.shared.measures import WEEKDAYS
from domain.shared.outcomes import Finding

# Figures that may be at most what a platform names, and the check that says so.
_AT_MOST = {
    "chat_reply_s": "chat_slower_than_platform",
    "standard_reply_h": "reply_slower_than_platform",
    "retention_months": "retention_beyond_platform",
}


def beyond_platform(case: Case) -> Iterator[Finding]:
    """Replies slower than a platform counts, or buyers' data kept longer than it allows."""
    for question, check in _AT_MOST.items():
        wanted = case.value(question)
        for platform, rule in case.platform_rules(question) if wanted is not None else ():
            most = rule.prefills[question]
            if wanted > most:
                yield case.found(
                    check,
                    question,
                    source=rule.origin.source,
                    platform=platform,
                    wanted=said(wanted, 2),
                    most=said(most, 2),
                )


def window_uncovered(case: Case) -> Iterator[Finding]:
    """X-03: a platform measures hours in which nobody would be there."""
    for platform, rule in case.platform_rules("coverage"):
        windows = minutes_of_week(rule.prefills["coverage"])
        covered = _covered(case, windows, rule.prefills["time_zone"])
        if covered is None:
            continue
        measured = sum(end - start for start, end in windows)
        if covered < measured:
            yield case.found(
                "window_uncovered",
                "coverage",
                source=rule.origin.source,
                platform=platform,
                covered=covered // 60,
                measured=measured // 60,
            )


def day_uncovered(case: Case) -> Iterator[Finding]:
    """X-03: a platform expects an answer every day, and a day has no service."""
    schedule = case.record.schedule_anywhere()
    idle = [day for day in WEEKDAYS if schedule and day not in schedule]
    for platform, rule in case.platform_rules("weekend") if idle else ():
        # Where a platform names its hours, those are looked at instead.
        if rule.prefills["weekend"] is True and "coverage" not in rule.prefills:
            yield case.found(
                "day_uncovered", "coverage", source=rule.origin.source, platform=platform, days=len(idle)
            )


def _covered(case: Case, windows: list[tuple[int, int]], zone: str) -> int | None:
    """Minutes of the windows with service, in the half of the year that covers less; None when hours are unknown."""
    halves = [case.record.schedule_anywhere(zone, on=day) for day in (WINTER, SUMMER)]
    served = [minutes_of_week(schedule) for schedule in halves if schedule is not None]
    sums = (sum(_overlap(window, span) for window in windows for span in spans) for spans in served)
    return min(sums, default=None)


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> int:
    """Minutes that two spans of the week share."""
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


CHECKS = (beyond_platform, window_uncovered, day_uncovered)
