"""What the requirements expect of people, quality and data, as values for the fields of a contract."""

from typing import Any

from domain.requirements.record import Record

# Prefill name -> question it comes from, where the value is taken over as it is.
_AS_ANSWERED = {
    "attrition_month_max": "attrition_month_max",
    "core_share": "core_share",
    "core_tenure_months": "core_tenure_months",
    "reserve_share": "reserve_share",
    "replacement_h": "replacement_h",
    "extra_staff_notice_days": "extra_staff_notice_days",
    "qa_method": "qa_method",
    "authority_refund": "authority_refund",
    "retention_months": "retention_months",
}
NATIVE = "native"
_TRANSLATION = {"none": "no", "assist": "assist_only", "instead": "low_risk"}
# Prefill name -> question, so that a default is said to be one.
ASKED = _AS_ANSWERED | {
    "authority_refund_lead": "authority_above",
    "breach_notice_eu_h": "breach_notice_h",
    "breach_notice_cn_h": "breach_notice_h",
    "translation_rule": "machine_translation",
    "lowest_level": "language_levels",
}


def expectations(record: Record) -> dict[str, Any]:
    """The values by prefill name; None where the requirements say nothing."""
    values = {name: record.value(question) for name, question in _AS_ANSWERED.items()}
    markets = set(record.value("markets") or ())
    notice = record.value("breach_notice_h")
    return {
        **values,
        # Where the merchant decides above the agents' limit, a team leader may do no more than an agent.
        "authority_refund_lead": values["authority_refund"]
        if record.value("authority_above") == "merchant_decides"
        else None,
        # One answer, two laws: it is meant for the customers there are, and China's deadline is far shorter.
        "breach_notice_eu_h": notice if markets & record.codes.eea else None,
        "breach_notice_cn_h": notice if markets == {"CN"} else None,
        "translation_rule": _TRANSLATION.get(record.value("machine_translation") or ""),
        "lowest_level": lowest_level(record),
    }


def levels(record: Record) -> dict[str, str]:
    """The level asked for in each language that need not be served by native speakers."""
    native = record.value("native_languages") or ()
    asked = record.value("language_levels") or {}
    return {code: level for code, level in asked.items() if code not in native}


def lowest_level(record: Record) -> str | None:
    """What everybody who is no native speaker has at least; the matrix says more where more is asked."""
    asked = [level for level in levels(record).values() if level != NATIVE]
    return min(asked, default=None)
