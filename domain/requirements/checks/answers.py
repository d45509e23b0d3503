"""Is there enough to go on with?"""

from collections.abc import Iterator
from datetime import date, timedelta

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


def no_contacts_at_all(case: Case) -> Iterator[Finding]:
    """Where nobody writes or calls there is nothing to hand to a vendor."""
    contacts = case.value("contacts_month")
    if contacts and not any(contacts.values()):
        yield case.found("no_contacts_at_all", "contacts_month")


def day_passed(case: Case) -> Iterator[Finding]:
    """What vendors are asked to do, and the contract that follows, lie ahead."""
    today = case.figures.today
    for question in case.rules.days_to_come if today else ():
        stated = case.value(question)
        if stated is not None and today and date.fromisoformat(stated) < today:
            yield case.found("day_passed", question, question=question, date=stated)


def launch_passed(case: Case) -> Iterator[Finding]:
    """A launch whose weeks are over brings no contacts any more."""
    today = case.figures.today
    for launch in case.value("launches") or () if today else ():
        last = date.fromisoformat(launch["on"]) + timedelta(weeks=launch["weeks"])
        if today and last <= today:
            yield case.found("launch_passed", "launches", launch=launch["name"], date=launch["on"])


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
    no_contacts_at_all,
    day_passed,
    launch_passed,
    pool_without_demand,
    cross_border_contradicts,
    marketplace_without_platform,
)
