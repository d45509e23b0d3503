"""Is there enough to go on with?"""

from collections.abc import Iterator

from domain.requirements.checks.case import Case
from domain.shared.outcomes import Finding


def missing(case: Case) -> Iterator[Finding]:
    """A required question without an answer."""
    for question in case.record.missing:
        yield case.found("missing", question)


def channel_without_contacts(case: Case) -> Iterator[Finding]:
    """Demand needs a volume for each chosen channel; handling times have defaults."""
    contacts = case.value("contacts_month")
    for channel in case.value("channels") or () if contacts is not None else ():
        if channel not in contacts:
            yield case.found("no_contacts_month", "contacts_month", channel=channel)


def pool_without_demand(case: Case) -> Iterator[Finding]:
    """A pool may only name languages customers write in."""
    used = case.record.languages
    for pool in case.value("language_pools") or () if used else ():
        for language in pool:
            if language not in used:
                yield case.found("pool_without_demand", "language_pools", language=language)


CHECKS = (missing, channel_without_contacts, pool_without_demand)
