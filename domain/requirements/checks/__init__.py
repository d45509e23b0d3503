"""Looks at a whole record: what stops the next stage (blockers) and what a buyer would regret (warnings).

One module per group of checks; the rules, limits and lists they use are data (`data/requirements/checks.toml`).
"""

from domain.requirements.checks import (
    answers,
    hours,
    languages,
    law,
    money,
    people,
    platforms,
    returns,
    standards,
)
from domain.requirements.checks.case import CODE, Case, CheckFigures, Evidence, TicketPrice, TimedTarget
from domain.requirements.checks.rules import CheckRule, CheckRules, Limit
from domain.requirements.record import Record
from domain.shared.outcomes import Finding

__all__ = [
    "CODE",
    "GROUPS",
    "CheckFigures",
    "CheckRule",
    "CheckRules",
    "Evidence",
    "Limit",
    "TicketPrice",
    "TimedTarget",
    "check_record",
    "rules_of",
]

# Modules of checks in the order their findings stand in; each lists its own as `CHECKS`.
GROUPS = (answers, languages, platforms, hours, standards, people, returns, law, money)
_NO_FIGURES = CheckFigures()


def check_record(
    record: Record, rules: CheckRules, figures: CheckFigures = _NO_FIGURES
) -> tuple[Finding, ...]:
    """Blockers first, then warnings, each pointing at the question to change.

    Codes are ``requirements.check.<id>``; values are text and whole numbers, ready to be said.

    Args:
        record: the requirements.
        rules: what the checks know from data.
        figures: of the estimate and the pilot; checks that need one that is not there find nothing.
    """
    case = Case(record, rules, figures)
    found = [finding for group in GROUPS for check in group.CHECKS for finding in check(case)]
    return tuple(sorted(found, key=lambda finding: finding.severity != "blocker"))


def rules_of(finding: Finding, rules: CheckRules) -> tuple[str, ...]:
    """Ids of the trade's rules behind a finding (X-02, SR-18); none for plain logic and other findings."""
    rule = rules.checks.get(finding.code.removeprefix(CODE))
    return rule.rules if rule else ()
