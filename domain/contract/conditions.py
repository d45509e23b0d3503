"""The named predicates that clauses, paragraphs and fields depend on.

Wording and data name a predicate; what it means is said here, once.
"""

from collections.abc import Callable, Mapping

from domain.contract.billing_conditions import BILLING
from domain.contract.circumstances import Circumstances
from domain.contract.law_conditions import DATA_LAW, sells_in_eea


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


def _email_channel(case: Circumstances) -> bool:
    """Customers write e-mails."""
    return "email" in case.channels


def _languages_not_native(case: Circumstances) -> bool:
    """Some language is served by people who learned it, or it is not known yet which are served."""
    return not case.languages or not set(case.languages) <= set(case.native_languages)


def _on_marketplaces(case: Circumstances) -> bool:
    """The merchant sells on a platform of somebody else, whose standards bind it."""
    return any(platform != "own_shop" for platform in case.platforms)


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


def _prc_call_centre(case: Circumstances) -> bool:
    """Calls are taken in mainland China, which needs a licence for call centres."""
    return _vendor_in_china(case) and _phone_channel(case)


def _calls_from_eea(case: Circumstances) -> bool:
    """Consumers in the EEA can call."""
    return sells_in_eea(case) and _phone_channel(case)


def _replaces_team(case: Circumstances) -> bool:
    """People who do the work today may pass to the vendor by law."""
    return case.replaces_team


def _eu_agents_monitored(case: Circumstances) -> bool:
    """Agents in the EEA are watched, recorded or scored by software."""
    watched = case.monitoring_planned or case.recording_planned or case.bots_planned
    return case.vendor.eea and watched


def _prc_party(case: Circumstances) -> bool:
    """One party is in mainland China, or data may be stored there."""
    return "CN" in {case.merchant.code, case.vendor.code}


def _eu_vendor_of_prc_merchant(case: Circumstances) -> bool:
    """A merchant in mainland China pays a vendor in the EEA, whose law on late payment is mandatory."""
    return case.merchant.code == "CN" and _vendor_in_eu(case)


def _no_prc_party(case: Circumstances) -> bool:
    """Neither party is in mainland China."""
    return not _prc_party(case)


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


PREDICATES: Mapping[str, Callable[[Circumstances], bool]] = {
    "always": _always,
    "phone_channel": _phone_channel,
    "chat_channel": _chat_channel,
    "marketplace_channel": _marketplace_channel,
    "email_channel": _email_channel,
    "languages_not_native": _languages_not_native,
    "on_marketplaces": _on_marketplaces,
    "has_peak": _has_peak,
    "parties_in_different_countries": _parties_in_different_countries,
    "vendor_in_eu": _vendor_in_eu,
    "vendor_in_china": _vendor_in_china,
    "vendor_outside_eea": _vendor_outside_eea,
    "prc_call_centre": _prc_call_centre,
    "calls_from_eea": _calls_from_eea,
    "replaces_team": _replaces_team,
    "eu_agents_monitored": _eu_agents_monitored,
    "prc_party": _prc_party,
    "no_prc_party": _no_prc_party,
    "eu_vendor_of_prc_merchant": _eu_vendor_of_prc_merchant,
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
    **DATA_LAW,
    **BILLING,
}
