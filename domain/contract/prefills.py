"""The names under which the record offers its values to the fields of clauses."""

from collections.abc import Mapping
from typing import Literal

from domain.contract.values import FieldKind

Room = Literal["requirements", "costing", "pilot"]

_TEXT: frozenset[FieldKind] = frozenset({"text"})
_COUNTRY: frozenset[FieldKind] = frozenset({"countries", "text"})
_COUNTRIES: frozenset[FieldKind] = frozenset({"countries"})
_LANGUAGES: frozenset[FieldKind] = frozenset({"languages"})
_CHOICE: frozenset[FieldKind] = frozenset({"choice"})
_CHOICES: frozenset[FieldKind] = frozenset({"choices"})
_SHARE: frozenset[FieldKind] = frozenset({"share"})
_NUMBER: frozenset[FieldKind] = frozenset({"integer", "decimal"})
_MONEY: frozenset[FieldKind] = frozenset({"money"})
_DATE: frozenset[FieldKind] = frozenset({"date"})

# Name -> kinds of field it may fill. The services layer supplies the values.
PREFILLS: Mapping[str, frozenset[FieldKind]] = {
    "requirements.merchant_name": _TEXT,
    "requirements.merchant_country": _COUNTRY,
    "requirements.vendor_name": _TEXT,
    "requirements.vendor_country": _COUNTRY,
    "requirements.markets": _COUNTRIES,
    "requirements.ticket_readers": _COUNTRIES,
    "requirements.languages": _LANGUAGES,
    "requirements.native_languages": _LANGUAGES,
    "requirements.channels": _CHOICES,
    "requirements.platforms": _CHOICES,
    "requirements.scenarios": _CHOICES,
    "requirements.shops": _TEXT,
    "requirements.returns_owner": _CHOICE,
    "requirements.time_zone": _TEXT,
    "requirements.coverage_text": _TEXT,
    "requirements.coverage_hours_week": _NUMBER,
    "requirements.holiday_calendar": _TEXT,
    "requirements.holiday_service": _CHOICE,
    "requirements.contacts_month": _NUMBER,
    "requirements.peak_multiplier": _NUMBER,
    "requirements.peak_months": _TEXT,
    "requirements.peak_lead_weeks": _NUMBER,
    "requirements.high_value_threshold": _MONEY,
    "requirements.billing_model": _CHOICE,
    "requirements.billing_basis": _CHOICE,
    "requirements.setup_fee": _MONEY,
    "requirements.eu_representative": _TEXT,
    "requirements.governing_law": _CHOICE,
    "requirements.forum": _CHOICE,
    "requirements.data_location": _TEXT,
    "requirements.contract_start": _DATE,
    "requirements.data_terms_signed_on": _DATE,
    "requirements.prevailing_language": _CHOICE,
    "requirements.attrition_month_max": _SHARE,
    "requirements.core_share": _SHARE,
    "requirements.core_tenure_months": _NUMBER,
    "requirements.reserve_share": _SHARE,
    "requirements.replacement_h": _NUMBER,
    "requirements.extra_staff_notice_days": _NUMBER,
    "requirements.qa_method": _CHOICE,
    "requirements.retention_months": _NUMBER,
    "requirements.lowest_level": _CHOICE,
    "requirements.authority_refund": _MONEY,
    "requirements.authority_refund_lead": _MONEY,
    "requirements.breach_notice_eu_h": _NUMBER,
    "requirements.breach_notice_cn_h": _NUMBER,
    "requirements.translation_rule": _CHOICE,
    "costing.hours_month": _NUMBER,
    "costing.fte": _NUMBER,
    "costing.rate_hour": _MONEY,
    "costing.fee_month": _MONEY,
    "pilot.weeks": _NUMBER,
    "pilot.vendor": _TEXT,
    "pilot.escalate_within_h": _NUMBER,
}
# Followed by the id of a KPI: "pilot.target.frt_within.email".
PILOT_TARGET = "pilot.target."
_TARGET_KINDS: frozenset[FieldKind] = frozenset({"share", "decimal", "integer"})


def accepts(prefill: str, kind: FieldKind) -> bool:
    """Whether a field of this kind may be filled by that value; False for a name nobody supplies."""
    if prefill.startswith(PILOT_TARGET):
        return kind in _TARGET_KINDS and len(prefill) > len(PILOT_TARGET)
    return kind in PREFILLS.get(prefill, frozenset())


def room_of(prefill: str) -> Room:
    """Which part of the record a value comes from."""
    if prefill.startswith("costing."):
        return "costing"
    return "pilot" if prefill.startswith("pilot.") else "requirements"
