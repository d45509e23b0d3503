"""What is the case for this contract, and the named predicates that clauses, paragraphs and fields depend on.

Wording and data name a predicate; what it means is said here, once.
"""

from collections.abc import Callable, Collection, Mapping
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
        channels: channel ids (phone, chat, email, marketplace, social, form).
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
        law: ``prc``, ``hk``, or ``merchant`` / ``vendor`` for the law of that party's seat.
    """

    jurisdiction: Jurisdiction
    merchant: Country
    vendor: Country
    form: Literal["zh", "en", "bilingual"] = "bilingual"
    channels: Collection[str] = ()
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


def holds(name: str, case: Circumstances) -> bool:
    """Whether a named predicate is true of the case; the catalog has refused unknown names before."""
    return PREDICATES[name](case)


def _always(_case: Circumstances) -> bool:
    """Whatever the case."""
    return True


def _phone_channel(case: Circumstances) -> bool:
    """Customers can call."""
    return "phone" in case.channels


def _chat_channel(case: Circumstances) -> bool:
    """Customers can chat live."""
    return "chat" in case.channels


def _marketplace_channel(case: Circumstances) -> bool:
    """Customers write through a marketplace's message system."""
    return "marketplace" in case.channels


def _has_peak(case: Circumstances) -> bool:
    """The merchant has peak events such as Black Friday."""
    return case.has_peak


def _parties_in_different_countries(case: Circumstances) -> bool:
    """Money and law cross a border."""
    return case.merchant.code != case.vendor.code


def _vendor_in_eu(case: Circumstances) -> bool:
    """The vendor is bound by the GDPR through its seat: EU or another EEA state."""
    return case.vendor.eea


def _vendor_in_china(case: Circumstances) -> bool:
    """The vendor works from mainland China."""
    return case.vendor.code == "CN"


def _vendor_outside_eea(case: Circumstances) -> bool:
    """The vendor works from a third country in the sense of GDPR Chapter V."""
    return not case.vendor.eea


def _merchant_without_eu_establishment(case: Circumstances) -> bool:
    """The merchant has neither seat nor establishment in the EEA: GDPR Article 27 asks for a representative."""
    return not case.merchant.eea and not case.eu_establishment


def _replaces_team(case: Circumstances) -> bool:
    """People who do the work today may pass to the vendor by law."""
    return case.replaces_team


def _eu_agents_monitored(case: Circumstances) -> bool:
    """Agents in the EEA are watched, recorded or scored by software."""
    watched = case.monitoring_planned or case.recording_planned or case.bots_planned
    return case.vendor.eea and watched


def _cross_data_regimes(case: Circumstances) -> bool:
    """Parties or readers of tickets sit under different data-protection law."""
    places = (case.merchant, case.vendor, *case.ticket_readers)
    return len({"eea" if place.eea else place.code for place in places}) > 1


def _prc_party(case: Circumstances) -> bool:
    """One party is in mainland China, or data may be stored there."""
    return "CN" in {case.merchant.code, case.vendor.code}


def _bots_planned(case: Circumstances) -> bool:
    """Bots, drafted replies or automatic quality scoring are planned."""
    return case.bots_planned


def _recording_planned(case: Circumstances) -> bool:
    """Calls are to be recorded."""
    return case.recording_planned


def _pilot_before_contract(case: Circumstances) -> bool:
    """A pilot with live tickets comes before the main contract."""
    return case.pilot_before_contract


def _bilingual(case: Circumstances) -> bool:
    """The contract is made out in Chinese and English."""
    return case.form == "bilingual"


def _arbitration(case: Circumstances) -> bool:
    """Disputes go to arbitration."""
    return case.forum == "arbitration"


def _court(case: Circumstances) -> bool:
    """Disputes go to a court."""
    return case.forum == "court"


def _returns_handled(case: Circumstances) -> bool:
    """Returns are part of the service."""
    return case.returns_handled


def _prc_law(case: Circumstances) -> bool:
    """The contract is governed by the law of the PRC."""
    seat = {"merchant": case.merchant.code, "vendor": case.vendor.code}.get(case.law)
    return case.law == "prc" or seat == "CN"


PREDICATES: Mapping[str, Callable[[Circumstances], bool]] = {
    "always": _always,
    "phone_channel": _phone_channel,
    "chat_channel": _chat_channel,
    "marketplace_channel": _marketplace_channel,
    "has_peak": _has_peak,
    "parties_in_different_countries": _parties_in_different_countries,
    "vendor_in_eu": _vendor_in_eu,
    "vendor_in_china": _vendor_in_china,
    "vendor_outside_eea": _vendor_outside_eea,
    "merchant_without_eu_establishment": _merchant_without_eu_establishment,
    "replaces_team": _replaces_team,
    "eu_agents_monitored": _eu_agents_monitored,
    "cross_data_regimes": _cross_data_regimes,
    "prc_party": _prc_party,
    "bots_planned": _bots_planned,
    "recording_planned": _recording_planned,
    "pilot_before_contract": _pilot_before_contract,
    "bilingual": _bilingual,
    "arbitration": _arbitration,
    "court": _court,
    "returns_handled": _returns_handled,
    "prc_law": _prc_law,
}
