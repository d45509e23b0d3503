"""The lawyer's folder as it is: every clause of the catalogue, for the jurisdictions it was written for."""

import pytest

from catalog.clauses import load_clauses
from catalog.questions import load_questions
from catalog.sources import load_sources
from domain.contract.clauses import Jurisdiction
from domain.contract.cover import open_terms
from domain.contract.select import select_clauses
from domain.contract.wording import Slot
from tests.contract_case import agreement, case, library
from words import has

# Typed from the clause catalogue (part B): what a contract must hold, by jurisdiction.
REQUIRED_EVERYWHERE = [
    "parties_authority",
    "legal_basis_recital",
    "definitions",
    "service_scope",
    "channels_languages",
    "hours_coverage",
    "authority_matrix",
    "escalation_complaints",
    "forecast_volume",
    "platform_compliance",
    "review_integrity",
    "consumer_law",
    "kpi_sla",
    "reporting_data",
    "quality_assurance",
    "fees",
    "invoicing_payment",
    "staffing",
    "training",
    "genuine_outsourcing",
    "confidentiality",
    "data_roles_instructions",
    "security_measures",
    "data_minimisation",
    "subprocessing",
    "data_subject_requests",
    "breach_notification",
    "audit_records",
    "retention_deletion",
    "account_access",
    "business_continuity",
    "subcontracting",
    "term_trial",
    "termination",
    "exit_transition",
    "governing_law",
    "dispute_resolution",
    "notices_esign",
]
REQUIRED_IN: dict[Jurisdiction, set[str]] = {
    "CN": {"standard_terms_notice"},
    "CN_EU": {"standard_terms_notice", "dpa_annex"},
    "CN_XX": {"standard_terms_notice", "dpa_annex"},
    "EU": {"dpa_annex"},
    "EU_CN": {"dpa_annex"},
}
# Conditional clauses that hold when everything that can be the case is the case.
CONDITIONAL_IN: dict[Jurisdiction, set[str]] = {
    "CN": {"peak_plan", "call_recording", "ai_bots", "pilot_agreement", "government_access"},
    "CN_EU": {
        "peak_plan",
        "call_recording",
        "ai_bots",
        "pilot_agreement",
        "government_access",
        "tax_fx",
        "employee_transfer",
        "worker_monitoring",
        "cross_border_transfer",
        "language_versions",
    },
    "CN_XX": {
        "peak_plan",
        "call_recording",
        "ai_bots",
        "pilot_agreement",
        "government_access",
        "tax_fx",
        "cross_border_transfer",
        "language_versions",
    },
    "EU": {
        "peak_plan",
        "call_recording",
        "ai_bots",
        "pilot_agreement",
        "employee_transfer",
        "worker_monitoring",
    },
    "EU_CN": {
        "peak_plan",
        "call_recording",
        "ai_bots",
        "pilot_agreement",
        "government_access",
        "tax_fx",
        "cross_border_transfer",
        "language_versions",
    },
}
SEATS: dict[Jurisdiction, tuple[str, str]] = {
    "CN": ("CN", "CN"),
    "CN_EU": ("CN", "PL"),
    "CN_XX": ("CN", "RS"),
    "EU": ("DE", "PL"),
    "EU_CN": ("DE", "CN"),
}
EVERYTHING = {
    "channels": ("phone", "chat", "email", "marketplace"),
    "bots_planned": True,
    "recording_planned": True,
    "monitoring_planned": True,
    "replaces_team": True,
}


def test_the_library_has_the_65_clauses_of_the_catalogue() -> None:
    assert len(library().packages) == 65


@pytest.mark.parametrize("jurisdiction", list(SEATS))
def test_a_contract_holds_every_clause_its_case_requires(jurisdiction: Jurisdiction) -> None:
    merchant, vendor = SEATS[jurisdiction]
    everything = case(vendor, merchant, **EVERYTHING)
    assert everything.jurisdiction == jurisdiction
    selection = select_clauses(library(), everything)
    mandatory = {p.clause.id for p in selection.packages} - selection.optional
    assert mandatory == set(REQUIRED_EVERYWHERE) | REQUIRED_IN[jurisdiction] | CONDITIONAL_IN[jurisdiction]


def test_clauses_are_numbered_chapter_by_chapter_without_gaps() -> None:
    orders = [package.clause.order for package in library().packages]
    assert orders == sorted(orders)
    for chapter in range(1, 9):
        places = [order % 100 for order in orders if order // 100 == chapter]
        assert places == list(range(1, len(places) + 1))


def test_every_source_a_clause_names_is_registered() -> None:
    assert load_clauses(sources=load_sources()).packages


def test_every_unit_of_a_field_has_words() -> None:
    units = {item.unit for item in library().fields.values() if item.unit}
    assert all(has(f"unit.{unit}.{count}") for unit in units for count in ("one", "other"))


def test_every_jurisdiction_chapter_and_origin_has_words() -> None:
    keys = [f"case.{name}" for name in SEATS]
    keys += [f"chapter.{package.clause.chapter}" for package in library().packages]
    keys += [f"from.{name}" for name in ("requirements", "costing", "pilot", "default", "typed", "open")]
    keys += [f"weekday.{day}" for day in range(7)] + [f"month.{month}" for month in range(1, 13)]
    assert all(has(f"contract.{key}") for key in keys)


def test_what_the_questionnaire_can_answer_the_fields_can_print() -> None:
    questions = load_questions().questions
    for item in library().fields.values():
        question = questions.get(item.prefill.removeprefix("requirements."))
        if item.choices and question is not None:
            assert {choice.id for choice in question.choices} <= {choice.id for choice in item.choices}, (
                item.id
            )


def test_every_field_is_printed_somewhere() -> None:
    wordings = [wording for package in library().packages for wording in package.wording]
    wordings += [wording for annex in library().annexes for wording in annex.wordings]
    printed = {slot.name for wording in wordings for slot in wording.slots if slot.kind == "field"}
    assert set(library().fields) == printed


def test_every_annex_is_referred_to_by_a_clause() -> None:
    named = {slot for package in library().packages for wording in package.wording for slot in wording.slots}
    assert {Slot("annex", annex.id) for annex in library().annexes} <= named


def test_wording_holds_no_typed_article_number_or_year() -> None:
    for package in library().packages:
        for wording in package.wording:
            text = "".join(part for part in wording.zh if isinstance(part, str))
            assert "本合同第" not in text, package.clause.id
            assert "2025年度" not in text, package.clause.id


@pytest.mark.parametrize("term", ["处理者（欧盟）", "欧盟处理者"])
def test_a_processor_is_never_called_a_handler(term: str) -> None:
    """PRC law calls the controller 处理者; calling the vendor so would make it the controller."""
    texts = [
        "".join(p for p in w.zh if isinstance(p, str))
        for package in library().packages
        for w in package.wording
    ]
    assert all(term not in text and "乙方为个人信息处理者" not in text for text in texts)


# Rome I lets two EU parties choose; nothing makes PRC law or CIETAC theirs unless they say so.
DEFAULTS_BY_CASE: dict[Jurisdiction, tuple[str | None, str, str]] = {
    "CN": ("prc", "cietac", "beijing"),
    "CN_EU": ("prc", "cietac", "beijing"),
    "CN_XX": ("prc", "cietac", "beijing"),
    "EU": (None, "icc", "paris"),
    "EU_CN": (None, "hkiac", "hong_kong"),
}


@pytest.mark.parametrize("jurisdiction", list(SEATS))
def test_law_and_forum_nobody_chose_suit_the_seats_of_the_parties(jurisdiction: Jurisdiction) -> None:
    merchant, vendor = SEATS[jurisdiction]
    made = agreement(case(vendor, merchant))
    names = ("governing_law", "arbitration_institution", "arbitration_seat")
    law, institution, seat = (made.terms[name].value for name in names)
    assert (law, institution, seat) == DEFAULTS_BY_CASE[jurisdiction]
    assert (law is None) == ("governing_law" in {term.field.id for _, term in open_terms(made)})
    assert made.case.law == (law or "")
    text = "\n".join(p.text("en") for a in made.articles for p in a.paragraphs)
    assert ("Regulations on Ensuring Payments" in text) == (law == "prc")
