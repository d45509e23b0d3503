"""What is typed in the contract: clause, cover and annex follow it together, or a blocker names both values."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from domain.shared.money import Money
from domain.shared.outcomes import Finding
from domain.shared.people import Actor
from services.contract import Contract, read_contract
from services.contract_terms import save_term
from services.samples import open_sample
from services.sentences import explain, finding_sentence
from tests.requirements_case import a_desk


@pytest.fixture
def actor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Actor]:
    with a_desk(tmp_path, monkeypatch, "en") as desk:
        yield desk.actor


@pytest.fixture
def project(actor: Actor) -> str:
    return open_sample(actor)


def drafted(actor: Actor, project: str) -> Contract:
    made = read_contract(actor, project).contract
    assert made is not None
    return made


def text_of(made: Contract, *places: str) -> str:
    """English words of these clauses and annexes; without places, of all but the list of changed terms."""
    agreement = made.agreement
    found = [
        p.text("en") for a in agreement.articles if a.clause.id in places or not places for p in a.paragraphs
    ]
    for annex in agreement.annexes:
        if annex.id in places or (not places and annex.id != "negotiation"):
            for part in annex.parts:
                found += [paragraph.text("en") for paragraph in part.paragraphs]
                found += [cell.en for row in (part.table.rows if part.table else ()) for cell in row]
    return "\n".join(found)


def blockers(made: Contract, field: str) -> list[Finding]:
    return [each for each in made.findings if each.severity == "blocker" and each.place == f"field.{field}"]


def test_channels_left_out_in_the_contract_have_no_row_in_the_kpi_annex(actor: Actor, project: str) -> None:
    before = text_of(drafted(actor, project), "kpi", "pilot")
    assert "frt_within.chat" in before
    assert "service_level_phone" in before
    save_term(actor, project, "channels", ["email", "social"])
    after = text_of(drafted(actor, project), "kpi", "pilot")
    assert "frt_within.email" in after
    assert "frt_within.chat" not in after
    assert "service_level_phone" not in after


# The sample: one peak in November and December, twice the volume, four weeks ahead; Monday to Saturday
# 9 to 19 o'clock; complex cases escalated within two hours; 950.63 hours at 20 EUR.
STATED_TWICE = {
    "peak_multiplier": (4, "2"),
    "peak_lead_weeks": (8, "4 weeks"),
    "peak_months": ("March", "Nov"),
    "coverage_text": ("Monday to Friday 08:00–12:00", "09:00–19:00"),
    "coverage_hours_week": (40, "60 hours"),
    "escalate_complex_within_h": (6, "2 hours"),
    "fee_month": ({"amount": "9000", "currency": "EUR"}, "€19,012.50"),
}


@pytest.mark.parametrize("field", STATED_TWICE)
def test_what_an_annex_states_too_is_blocked_with_both_values(actor: Actor, project: str, field: str) -> None:
    assert blockers(drafted(actor, project), field) == []
    typed, recorded = STATED_TWICE[field]
    save_term(actor, project, field, typed)
    made = drafted(actor, project)
    (found,) = blockers(made, field)
    assert found.code == "contract.finding.term_differs"
    assert recorded in finding_sentence("en", found)
    assert made.agreement.printer.term(made.agreement.terms[field], "en") in finding_sentence("en", found)
    assert finding_sentence("zh", found)


def test_native_speakers_of_a_language_nobody_serves_are_blocked(actor: Actor, project: str) -> None:
    # The sample asks native German, French and Spanish.
    save_term(actor, project, "languages", ["de", "en"])
    (found,) = blockers(drafted(actor, project), "native_languages")
    assert "French, Spanish" in finding_sentence("en", found)
    save_term(actor, project, "native_languages", ["de"])
    assert blockers(drafted(actor, project), "native_languages") == []


def test_typing_what_the_record_says_is_no_contradiction(actor: Actor, project: str) -> None:
    save_term(actor, project, "peak_multiplier", 2)
    save_term(actor, project, "coverage_hours_week", 60)
    assert [each for each in drafted(actor, project).findings if each.severity == "blocker"] == []


def test_hours_estimated_for_another_volume_are_pointed_out_until_hours_are_typed(
    actor: Actor, project: str
) -> None:
    def pointed_out() -> list[str]:
        findings = drafted(actor, project).findings
        return [each.place for each in findings if each.code == "contract.finding.estimate_differs"]

    assert pointed_out() == []
    save_term(actor, project, "contacts_month", 9000)
    assert pointed_out() == ["field.contacts_month"]
    save_term(actor, project, "hours_month", 1400)
    assert pointed_out() == []


def test_a_vendor_country_typed_in_the_contract_decides_its_law(actor: Actor, project: str) -> None:
    before = drafted(actor, project)
    assert before.agreement.case.jurisdiction == "CN_EU"
    assert "EEA vendor (processor)" in text_of(before, "transfers")
    save_term(actor, project, "vendor_country", ["RS"])
    made = drafted(actor, project)
    # Serbia lies in Europe but not in the EEA: other clauses, other instruments for the data.
    assert made.agreement.case.jurisdiction == "CN_XX"
    assert made.agreement.case.vendor.code == "RS"
    assert "EEA vendor (processor)" not in text_of(made, "transfers")
    seat = ("parties_authority", "definitions", "governing_law", "service")
    assert "Poland" in text_of(before, *seat)
    assert "Poland" not in text_of(made, *seat)
    assert "Serbia" in text_of(made, "parties_authority")
    assert "contract.finding.serbia_as_eu" not in {each.code for each in made.findings}


@pytest.mark.parametrize(
    ("countries", "code"),
    [(["US"], "contract.no_clauses_for"), (["PL", "RS"], "contract.value_not_one")],
)
def test_a_seat_for_which_there_is_no_contract_is_refused_and_the_draft_stays(
    actor: Actor, project: str, countries: list[str], code: str
) -> None:
    save_term(actor, project, "vendor_country", countries)
    made = read_contract(actor, project)
    assert made.refused["vendor_country"].code == code
    assert explain("en", made.refused["vendor_country"])
    assert drafted(actor, project).agreement.case.vendor.code == "PL"


def test_a_billed_hour_typed_in_the_contract_converts_rate_and_hours(actor: Actor, project: str) -> None:
    save_term(actor, project, "billing_basis", "paid_hour")
    terms = drafted(actor, project).agreement.terms
    # E.3: 20 EUR a productive hour at 30 % shrinkage are 14 EUR a paid hour; 950.63 h / 0.7 = 1,358.04 h.
    assert terms["rate_hour"].value == Money(amount=Decimal(14), currency="EUR")
    assert round(Decimal(str(terms["hours_month"].value))) == 1358
    save_term(actor, project, "billing_basis", "logged_in_hour")
    terms = drafted(actor, project).agreement.terms
    assert terms["rate_hour"].value is None
    assert terms["hours_month"].value is None


def test_a_rate_typed_for_the_billed_hour_is_left_as_typed(actor: Actor, project: str) -> None:
    save_term(actor, project, "billing_basis", "paid_hour")
    save_term(actor, project, "rate_hour", {"amount": "15", "currency": "EUR"})
    terms = drafted(actor, project).agreement.terms
    assert terms["rate_hour"].value == Money(amount=Decimal(15), currency="EUR")
    assert round(Decimal(str(terms["hours_month"].value))) == 1358
