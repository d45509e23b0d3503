"""The named predicates on whose data protection and consumer law a case is under."""

from collections.abc import Callable, Mapping

from domain.contract.circumstances import Circumstances


def sells_in_eea(case: Circumstances) -> bool:
    """Some of the merchant's consumers live in the EEA; before a market is named, in every case but a Chinese one."""
    return bool(set(case.markets) & set(case.eea)) if case.markets else case.jurisdiction != "CN"


def _sells_in_china(case: Circumstances) -> bool:
    """Some of the merchant's consumers live in mainland China."""
    return "CN" in case.markets


def _gdpr_applies(case: Circumstances) -> bool:
    """A party, a reader of tickets or a consumer is in the EEA (GDPR 3)."""
    places = (case.merchant, case.vendor, *case.ticket_readers)
    return any(place.eea for place in places) or sells_in_eea(case)


def _pipl_applies(case: Circumstances) -> bool:
    """A party, a reader of tickets or a consumer is in mainland China (PIPL 3)."""
    places = (case.merchant, case.vendor, *case.ticket_readers)
    return any(place.code == "CN" for place in places) or _sells_in_china(case)


def _both_data_laws(case: Circumstances) -> bool:
    """European and Chinese data-protection law apply side by side."""
    return _gdpr_applies(case) and _pipl_applies(case)


def _cross_data_regimes(case: Circumstances) -> bool:
    """Parties or readers of tickets sit under different data-protection law."""
    places = (case.merchant, case.vendor, *case.ticket_readers)
    return len({"eea" if place.eea else place.code for place in places}) > 1


def _merchant_without_eu_establishment(case: Circumstances) -> bool:
    """Sells to the EEA with neither seat nor establishment there: GDPR Article 27 asks for a representative."""
    return sells_in_eea(case) and not case.merchant.eea and not case.eu_establishment


def _merchant_with_eu_establishment(case: Circumstances) -> bool:
    """A merchant from outside the EEA has an establishment there, from which data goes home."""
    return not case.merchant.eea and case.eu_establishment


def _chinese_data_abroad(case: Circumstances) -> bool:
    """Data of consumers in mainland China goes to a vendor or to readers elsewhere."""
    places = (case.vendor, *case.ticket_readers)
    return _sells_in_china(case) and any(place.code != "CN" for place in places)


DATA_LAW: Mapping[str, Callable[[Circumstances], bool]] = {
    "sells_in_eea": sells_in_eea,
    "sells_in_china": _sells_in_china,
    "gdpr_applies": _gdpr_applies,
    "pipl_applies": _pipl_applies,
    "both_data_laws": _both_data_laws,
    "cross_data_regimes": _cross_data_regimes,
    "merchant_without_eu_establishment": _merchant_without_eu_establishment,
    "merchant_with_eu_establishment": _merchant_with_eu_establishment,
    "chinese_data_abroad": _chinese_data_abroad,
}
