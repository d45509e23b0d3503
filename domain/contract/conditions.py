"""The named predicates that clauses, paragraphs and fields depend on.

Wording and data name a predicate; what it means is said here, once.
"""

from collections.abc import Callable, Mapping

from domain.contract.circumstances import Circumstances


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


def _merchant_with_eu_establishment(case: Circumstances) -> bool:
    """A merchant from outside the EEA has an establishment there, from which data goes home."""
    return not case.merchant.eea and case.eu_establishment


def _sells_in_china(case: Circumstances) -> bool:
    """Some of the merchant's consumers live in mainland China."""
    return "CN" in case.markets


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


def _holidays_off(case: Circumstances) -> bool:
    """Nobody serves customers on public holidays."""
    return case.holidays == "off"


def _holidays_served(case: Circumstances) -> bool:
    """Public holidays are days of service like any other."""
    return case.holidays == "served"


def _billed_by_hour(case: Circumstances) -> bool:
    """The fee is counted in hours."""
    return case.billing == "hourly"


def _billed_per_ticket(case: Circumstances) -> bool:
    """The fee is counted in tickets and in nothing else."""
    return case.billing == "per_ticket"


def _billed_per_seat(case: Circumstances) -> bool:
    """The fee is a price per seat and month."""
    return case.billing == "seat_month"


def _billed_fixed(case: Circumstances) -> bool:
    """The fee is one sum a month, whatever the volume within the band."""
    return case.billing == "fixed_month"


def _billed_hybrid(case: Circumstances) -> bool:
    """The fee is a base sum a month and a price per ticket on top."""
    return case.billing == "hybrid"


def _not_billed_by_hour(case: Circumstances) -> bool:
    """No price is counted in hours, so that surcharges on hours have nothing to be added to."""
    return case.billing != "hourly"


def _priced_per_ticket(case: Circumstances) -> bool:
    """There is a price per ticket, alone or beside a base fee."""
    return case.billing in {"per_ticket", "hybrid"}


def _billed_by_capacity(case: Circumstances) -> bool:
    """The merchant pays for people's time (hours or seats), so that their tools are priced beside it."""
    return case.billing in {"hourly", "seat_month"}


def _fee_follows_volume(case: Circumstances) -> bool:
    """More work in a month is a higher fee in that month."""
    return case.billing in {"hourly", "per_ticket", "hybrid"}


def _fee_is_flat(case: Circumstances) -> bool:
    """The fee of a month is agreed beforehand: seats or a fixed sum."""
    return case.billing in {"seat_month", "fixed_month"}


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
    "merchant_with_eu_establishment": _merchant_with_eu_establishment,
    "sells_in_china": _sells_in_china,
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
    "holidays_off": _holidays_off,
    "holidays_served": _holidays_served,
    "billed_by_hour": _billed_by_hour,
    "billed_per_ticket": _billed_per_ticket,
    "billed_per_seat": _billed_per_seat,
    "billed_fixed": _billed_fixed,
    "billed_hybrid": _billed_hybrid,
    "not_billed_by_hour": _not_billed_by_hour,
    "priced_per_ticket": _priced_per_ticket,
    "billed_by_capacity": _billed_by_capacity,
    "fee_follows_volume": _fee_follows_volume,
    "fee_is_flat": _fee_is_flat,
}
