"""Whether a timetable leaves vendors and buyer the time they need."""

from collections.abc import Iterator, Mapping
from datetime import date

from domain.shared.outcomes import Finding
from domain.sourcing.rules import Least, Step, TimetableRules

_DAYS_A_WEEK = 7


def check_timetable(
    days: Mapping[str, date], weeks: Mapping[str, int], rules: TimetableRules
) -> tuple[Finding, ...]:
    """Steps that come too early after the one before them, each pointing at the question to change.

    Args:
        days: day of each step that has one, by step.
        weeks: length of steps that take time (the pilot), by step.
        rules: steps and the least days between them.
    """
    steps = {step.id: step for step in rules.step}
    return tuple(finding for least in rules.least for finding in _too_close(days, weeks, least, steps))


def _too_close(
    days: Mapping[str, date], weeks: Mapping[str, int], least: Least, steps: Mapping[str, Step]
) -> Iterator[Finding]:
    first, second = days.get(least.first), days.get(least.second)
    if first is None or second is None:
        return
    needed = least.days + _DAYS_A_WEEK * weeks.get(least.plus, 0)
    between = (second - first).days
    if between < needed:
        values = {
            "first": steps[least.first].label,
            "second": steps[least.second].label,
            "days": between,
            "least": needed,
        }
        code = "request.check.too_close" if between >= 0 else "request.check.wrong_order"
        yield Finding(code, "warning", steps[least.second].question, values, least.origin.source)
