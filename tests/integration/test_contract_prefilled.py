"""Every value the record fills, typed over in turn: the whole contract follows, or a blocker stands."""

from collections.abc import Iterator
from typing import Any

import pytest

from domain.contract.cover import CoverWords
from domain.shared.people import Actor
from services.catalog import catalog
from services.contract_terms import save_term
from services.requirements import save_answer
from services.samples import open_sample
from tests.integration.test_contract_typed_over import blockers, drafted, text_of
from tests.requirements_case import a_desk

EURO = {"currency": "EUR"}
# Field -> what is typed, what the sample printed before, and clauses and annexes that said it. A figure too
# short to be told from others is looked for with the words around it.
TYPED_OVER: dict[str, tuple[Any, str, tuple[str, ...]]] = {
    "merchant_name": ("Other Trading Ltd.", "Shenzhen Imaginary Home", ("parties_authority",)),
    "merchant_country": (["DE"], "China", ("parties_authority",)),
    "vendor_name": ("Przykład Sp. z o.o.", "", ()),
    "vendor_country": (["CZ"], "Poland", ("parties_authority", "definitions", "service")),
    "time_zone": ("Europe/Lisbon", "Europe/Berlin", ("definitions", "hours_coverage", "kpi_sla", "service")),
    "holiday_calendar": ("Bavaria", "Poland", ("definitions", "service")),
    "platforms": (["amazon"], "own web shop", ("legal_basis_recital", "service_scope", "service")),
    "shops": ("other.example", "imaginary-home", ("service_scope", "service")),
    "markets": (["PT"], "Germany", ("legal_basis_recital", "service_scope", "service")),
    "scenarios": (["presale"], "complaints,", ("service_scope",)),
    "returns_owner": ("vendor", "overseas warehouse engaged", ("service_scope", "service")),
    "channels": (["email"], "live chat", ("channels_languages",)),
    "languages": (["de", "fr", "es"], "Italian", ("channels_languages", "service")),
    "native_languages": (["de"], "both parties: German, French, Spanish.", ("channels_languages",)),
    "coverage_text": ("Monday 08:00–12:00", "09:00–19:00", ("hours_coverage", "service")),
    "coverage_hours_week": (40, "60 hours a week", ("hours_coverage",)),
    "holiday_service": ("served", "no human service", ("hours_coverage", "service")),
    "high_value_threshold": ({"amount": "750", **EURO}, "US$500", ("authority_matrix", "limits")),
    "escalate_complex_within_h": (6, "within 2 hours", ("escalation_complaints", "kpi")),
    "contacts_month": (9000, "6,000 tickets", ("forecast_volume",)),
    "peak_months": ("March", "Nov", ("peak_plan", "peaks")),
    "peak_lead_weeks": (8, "at least 4 weeks in advance", ("peak_plan",)),
    "peak_multiplier": (4, "for 2 times", ("peak_plan",)),
    "billing_model": ("per_ticket", "by the hour", ("fees", "prices")),
    "billing_basis": ("paid_hour", "€20 ", ("fees",)),
    "rate_hour": ({"amount": "25", **EURO}, "€20 ", ("fees",)),
    "hours_month": (1000, "950.63", ("fees", "prices")),
    "fee_month": ({"amount": "9000", **EURO}, "€19,012.50", ("fees", "prices")),
    "setup_fee": ({"amount": "1800", **EURO}, "set-up fee of to be agreed by the parties", ("fees",)),
    "seats": (9, "7.8", ("fees", "prices")),
    "eu_representative": ("Other GmbH", "Imaginary Representative", ("data_roles_instructions", "dpa")),
    "pilot_weeks": (3, "it lasts 4 weeks", ("pilot_agreement",)),
    "data_terms_signed_on": ("2026-09-30", "28 Sept 2026", ("pilot_agreement",)),
    "service_start_date": ("2027-03-01", "1 Feb 2027", ("term_trial",)),
    "governing_law": ("vendor", "People's Republic of China", ("governing_law",)),
    "forum": ("court", "arbitration", ("dispute_resolution",)),
    "attrition_month_max": (0.08, "shall not exceed 5%", ("staffing",)),
    "core_share": (0.6, "at least 50% of the agents", ("staffing",)),
    "core_tenure_months": (9, "for at least 6 months", ("staffing",)),
    "reserve_share": (0.25, "at least 20% of the agents", ("staffing",)),
    "replacement_h": (48, "within 24 hours of the departure", ("staffing",)),
    "extra_hours_notice_days": (21, "in writing 14 days in advance", ("hours_coverage",)),
    "qa_mode": ("hybrid", "review is human sampling", ("quality_assurance",)),
    "agent_refund_limit": ({"amount": "40", **EURO}, "€30 per case an agent", ("authority_matrix",)),
    "team_lead_refund_limit": ({"amount": "60", **EURO}, "€30 per case a team leader", ("authority_matrix",)),
    "cefr_min_written": ("C2", "at least level B2", ("channels_languages",)),
    "cefr_min_spoken": ("C2", "at level B2 or above", ("channels_languages",)),
    "ticket_retention_months": (9, "at most 6 months after", ("retention_deletion",)),
    "vendor_notice_eu_h": (36, "notify the Merchant within 24 hours", ("breach_notification",)),
    "vendor_notice_cn_h": (3, "within 2 hours", ("breach_notification",)),
    "mt_allowed": ("no", "may serve as an aid only", ("channels_languages",)),
    "prevailing_language": ("zh", "the English text prevails", ("language_versions",)),
}


@pytest.fixture(scope="module")
def actor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Actor]:
    with pytest.MonkeyPatch.context() as patch, a_desk(tmp_path_factory.mktemp("desk"), patch, "en") as desk:
        yield desk.actor


@pytest.fixture
def project(actor: Actor) -> str:
    return open_sample(actor)


def test_every_field_the_record_fills_is_tried() -> None:
    filled = {field.id for field in catalog().clauses.fields.values() if field.prefill}
    assert filled == set(TYPED_OVER)


@pytest.mark.parametrize("field", TYPED_OVER)
def test_what_is_typed_over_is_said_everywhere_or_blocked(actor: Actor, project: str, field: str) -> None:
    typed, old, places = TYPED_OVER[field]
    if field == "seats":
        save_answer(actor, project, "billing_model", "seat_month")
    before = drafted(actor, project)
    assert blockers(before, field) == []
    for place in places:
        assert old in text_of(before, place), place
    save_term(actor, project, field, typed)
    after = drafted(actor, project)
    term = after.agreement.terms[field]
    assert term.origin == "typed"
    if not blockers(after, field):
        said = [place for place in places if old in text_of(after, place)]
        assert said == []
    # The cover prints the term itself, in the words of the clause.
    cover = CoverWords(after.agreement.printer, {}).value(term).en
    assert cover in text_of(after)
