"""The facts of one case: they decide which clauses and paragraphs its contract needs."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Literal

from domain.contract.clauses import Jurisdiction
from domain.shared.countries import Country
from domain.shared.outcomes import DomainError


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """The facts of the case, read from the record.

    Attributes:
        jurisdiction: the case of law, normally `derive_jurisdiction(merchant, vendor)`.
        merchant: country of the merchant's seat.
        vendor: country from which the vendor works.
        form: languages of the contract.
        markets: countries in which the merchant's consumers live.
        channels: channel ids (phone, chat, email, marketplace, social, form).
        languages: codes of the languages served.
        native_languages: those of them served by native speakers.
        platforms: platform ids on which the merchant sells (own_shop is its own shop).
        eea: codes of the states of the European Economic Area, as the register has them.
        ticket_readers: countries from which people read tickets, besides the two seats.
        eu_establishment: the merchant has an establishment in the EU.
        has_peak: the merchant has peak events.
        returns_handled: returns are part of the service.
        replaces_team: the vendor takes over from an in-house team or another vendor.
        bots_planned: bots, drafted replies or automatic quality scoring are planned.
        recording_planned: calls are to be recorded.
        monitoring_planned: agents are watched in real time or scored by software.
        pilot_before_contract: a pilot comes before the main contract.
        pilot_start: first day with live tickets, when known.
        data_terms_signed_on: when the confidentiality and data terms were signed; None when they are not.
        forum: arbitration or court.
        law: ``prc``, ``hk``, or ``merchant`` / ``vendor`` for the law of that party's seat; empty while open.
        holidays: whether public holidays are ``off`` or ``served``.
        billing: what the fee is counted by (hourly, per_ticket, seat_month, fixed_month, hybrid).
    """

    jurisdiction: Jurisdiction
    merchant: Country
    vendor: Country
    form: Literal["zh", "en", "bilingual"] = "bilingual"
    markets: Collection[str] = ()
    channels: Collection[str] = ()
    languages: Collection[str] = ()
    native_languages: Collection[str] = ()
    platforms: Collection[str] = ()
    eea: Collection[str] = ()
    ticket_readers: tuple[Country, ...] = ()
    eu_establishment: bool = False
    has_peak: bool = False
    returns_handled: bool = False
    replaces_team: bool = False
    bots_planned: bool = False
    recording_planned: bool = False
    monitoring_planned: bool = False
    pilot_before_contract: bool = False
    pilot_start: date | None = None
    data_terms_signed_on: date | None = None
    forum: str = "arbitration"
    law: str = "prc"
    holidays: str = "off"
    billing: str = "hourly"


def derive_jurisdiction(merchant: Country, vendor: Country) -> Jurisdiction:
    """The case of law that two seats make (CN, CN_EU, CN_XX, EU, EU_CN).

    A vendor in Serbia, the United Kingdom or Switzerland is in Europe but not in the EEA: CN_XX, never CN_EU.

    Raises:
        DomainError: ``contract.no_clauses_for`` when Kefu has no clauses for this pair of countries.
    """
    if merchant.code == "CN":
        if vendor.code == "CN":
            return "CN"
        if vendor.eea:
            return "CN_EU"
        if vendor.europe:
            return "CN_XX"
    if merchant.eea and vendor.eea:
        return "EU"
    if merchant.eea and vendor.code == "CN":
        return "EU_CN"
    raise DomainError("contract.no_clauses_for", merchant=merchant.code, vendor=vendor.code)
