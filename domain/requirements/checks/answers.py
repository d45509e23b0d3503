"""Is there enough to go on with?"""

from collections.abc import Iterator

from domain.requirements.checks.case import Case
from domain.shared.outcomes import Finding

OWN_SHOP = "own_shop"


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


def cross_border_contradicts(case: Case) -> Iterator[Finding]:
    """Whether a merchant sells across borders follows from its country and its markets."""
    said, home, markets = case.value("cross_border"), case.value("merchant_country"), case.value("markets")
    if said is None or home is None or not markets:
        return
    if said != any(market != home for market in markets):
        yield case.found("cross_border_contradicts", "cross_border")


def marketplace_without_platform(case: Case) -> Iterator[Finding]:
    """Messages of a marketplace come only to those who sell on one."""
    platforms = case.value("platforms")
    if platforms and set(platforms) <= {OWN_SHOP} and "marketplace" in (case.value("channels") or ()):
        yield case.found("marketplace_without_platform", "platforms")


CHECKS = (
    missing,
    channel_without_contacts,
    pool_without_demand,
    cross_border_contradicts,
    marketplace_without_platform,
)
